//! The line mode: the same game as numbered lines, for screen readers, dumb terminals and
//! scripts. No cursor is moved and no colour is used; what a game says depends on nothing
//! but the deal and what is typed.
//!
//! ```text
//!   setup ──► game ──► question ◄──► console
//!              │  └──► plan (a draft, answer by answer)
//!              └─────► page (briefing, situation, board, reveal, verdict, ...)
//! ```

mod command;
mod compare;
mod console;
mod exercise;
mod game;
mod guide;
mod page;
mod persons;
mod plan;
mod question;
mod setup;
mod watch;
mod width;
mod wrap;

#[cfg(test)]
mod tests;

pub use compare::compare;
pub use console::{Console, Leave, Manner};
pub use setup::{Chosen, Known};
pub use watch::watch;
pub use width::columns;
pub use wrap::wrap;

use crate::narrate::Phrases;
use crate::record::Assignment;
use crate::scenario::Scenario;
use crate::session::Session;
use std::io::{self, BufRead, Write};

/// Asks what the command line has not answered; nothing if the player leaves instead.
///
/// # Errors
/// If input or output fails.
pub fn choose<R: BufRead, W: Write>(
    console: &mut Console<R, W>,
    words: &Phrases,
    scenario: &Scenario,
    known: Known,
) -> io::Result<Option<Chosen>> {
    match setup::setup(console, words, scenario, known) {
        Ok(chosen) => Ok(Some(chosen)),
        Err(Leave::Io(error)) => Err(error),
        Err(Leave::Quit | Leave::End) => {
            farewell(console, words.get("plain.left.setup"))?;
            Ok(None)
        }
    }
}

/// Asks what a student is to be called; nothing if they leave instead.
///
/// # Errors
/// If input or output fails.
pub fn student<R: BufRead, W: Write>(
    console: &mut Console<R, W>,
    words: &Phrases,
) -> io::Result<Option<String>> {
    match exercise::name(console, words) {
        Ok(name) => Ok(Some(name)),
        Err(Leave::Io(error)) => Err(error),
        Err(Leave::Quit | Leave::End) => {
            farewell(console, words.get("plain.left.setup"))?;
            Ok(None)
        }
    }
}

/// Says what an exercise is, before its briefing.
///
/// # Errors
/// If output fails.
pub fn introduce<R: BufRead, W: Write>(
    console: &mut Console<R, W>,
    words: &Phrases,
    exercise: &Assignment,
    word: &str,
) -> io::Result<()> {
    match console.show(&exercise::opening(words, exercise, word)) {
        Err(Leave::Io(error)) => Err(error),
        _ => Ok(()),
    }
}

/// Plays a game until it is over or the player leaves.
///
/// # Errors
/// If input or output fails. The game is kept as of the last sealed decision in any case.
pub fn play<R: BufRead, W: Write>(
    console: &mut Console<R, W>,
    words: &Phrases,
    session: &mut Session,
    resumed: bool,
) -> io::Result<()> {
    match game::Game::new(console, words, session).play(resumed) {
        Ok(()) => farewell(console, ""),
        Err(Leave::Io(error)) => Err(error),
        Err(Leave::Quit | Leave::End) => {
            let kept = session.save_path().is_some() && session.save_error().is_none();
            let key = if kept {
                "plain.left.saved"
            } else {
                "plain.left.unsaved"
            };
            farewell(console, words.get(key))
        }
    }
}

fn farewell<R: BufRead, W: Write>(console: &mut Console<R, W>, text: &str) -> io::Result<()> {
    let told = (|| {
        if !text.is_empty() {
            console.say(text)?;
        }
        console.flush()
    })();
    match told {
        Err(Leave::Io(error)) => Err(error),
        _ => Ok(()),
    }
}
