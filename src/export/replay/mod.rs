//! A recorded game as a file: an account of it for reading, a cast for a player of casts, and
//! its rounds for other programs. What a vantage may not know is in none of them.
//!
//! ```text
//!   recording, vantage ─┬─► account (chapters of blocks) ──► markdown, html, cast
//!                       └─► rows (one a round) ──► csv, json
//! ```

mod account;
mod cast;
mod csv;
mod html;
mod json;
mod markdown;
mod rows;

pub use cast::cast;
pub use csv::csv;
pub(super) use csv::put as put_row;
pub use html::html;
pub use json::json;
pub use markdown::markdown;

use crate::narrate::Narrator;
use crate::rules::side::Side;
use crate::theatre::{Recording, Vantage};

/// A recorded game, seen from somewhere, and who tells it.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// Who tells it.
    pub n: &'a Narrator<'a>,
    /// The game.
    pub recording: &'a Recording,
    /// From where.
    pub vantage: Vantage,
}

impl Told<'_> {
    /// What the game is called.
    fn title(&self) -> &str {
        match self.recording.header().title.as_str() {
            "" => &self.n.text.title,
            title => title,
        }
    }

    /// Who played a side.
    fn player(&self, side: Side) -> &str {
        let person = self.n.words.get("theatre.person");
        self.recording.player(side, person)
    }

    /// The same in words.
    fn told_player(&self, side: Side) -> String {
        let person = self.n.words.get("theatre.person");
        (self.recording).told_player(side, person, |name| self.n.opponent(name))
    }
}
