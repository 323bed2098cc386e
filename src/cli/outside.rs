//! What the commands that take a WHO share about negotiators outside this program.

use super::exit::{Exit, Failure};
use super::output::complain;
use crate::negotiator::external::kill_all;
use crate::negotiator::{Outside, Who};
use crate::rules::side::Side;
use crate::scenario::Text;
use crate::simulate::Played;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;
use std::io;
use std::sync::Arc;
use std::thread;

/// What holds for a negotiator that is a command.
#[derive(Clone, Copy, Debug, clap::Args)]
pub struct Limits {
    /// The time that a cmd: negotiator has for one answer, in milliseconds
    #[arg(
        long,
        value_name = "MS",
        default_value_t = Outside::default().move_ms,
        value_parser = clap::value_parser!(u32).range(10..=3_600_000)
    )]
    move_ms: u32,
}

impl Limits {
    /// With its standard error, and what was wrong with its answers, passed on to ours.
    pub fn told(self) -> Outside {
        Outside {
            move_ms: self.move_ms,
            log: Some(Arc::new(|line| {
                // If standard error is closed there is nobody left to tell.
                let _ = complain(&format!("{line}\n"));
            })),
            ..Outside::default()
        }
    }

    /// With nothing written on the screen that the game is drawn on.
    pub fn silent(self) -> Outside {
        Outside {
            move_ms: self.move_ms,
            ..Outside::default()
        }
    }
}

/// Whether the programs that are to play are there.
pub fn present<'a>(players: impl IntoIterator<Item = &'a Who>) -> Result<(), Failure> {
    let looked = players.into_iter().try_for_each(Who::look);
    looked.map_err(|error| Failure::new(Exit::Usage, error))
}

/// Has the signals that end this program end those it has started first: they are in process
/// groups of their own, so that the terminal's do not reach them. Not for the screen, which
/// heeds signals itself and drops whoever plays.
pub fn end_together<'a>(players: impl IntoIterator<Item = &'a Who>) -> io::Result<()> {
    if !players.into_iter().any(|who| matches!(who, Who::Cmd(_))) {
        return Ok(());
    }
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP])?;
    thread::Builder::new()
        .name("signals".into())
        .spawn(move || {
            for signal in signals.forever() {
                kill_all();
                // It ends the process as if nobody had listened.
                let _ = emulate_default_handler(signal);
            }
        })
        .map(drop)
}

/// Tells standard error which side forfeited how often, and why it first did.
pub fn tell_forfeits(text: &Text, games: &[Played]) -> io::Result<()> {
    for side in Side::BOTH {
        let mut forfeits = games.iter().filter_map(|game| game.forfeits[side].as_ref());
        let Some(first) = forfeits.next() else {
            continue;
        };
        let count = forfeits.count() + 1;
        complain(&format!(
            "fog-of-peace: {} forfeited {count} of {} games; in the first, {first}\n",
            text.side(side).id,
            games.len(),
        ))?;
    }
    Ok(())
}
