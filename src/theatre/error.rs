//! Why a recorded game cannot be shown, or nothing be done with it.

use crate::record::{Fault, SaveError};
use crate::session::SessionError;
use std::path::PathBuf;

/// Why a recorded game cannot be shown, or nothing be done with it.
#[derive(Debug, thiserror::Error)]
pub enum TheatreError {
    /// The save cannot be read or written.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// Its scenario cannot be had.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// Nothing of it can be shown: not even the deal holds, and no snapshot fits.
    #[error("{name}: {fault}; nothing of this game can be shown")]
    Nothing {
        /// The save.
        name: String,
        /// What is wrong.
        fault: Box<Fault>,
    },
    /// The file is not what was played, so that nothing is written to it.
    #[error("{}: {fault}; a save that does not verify is left as it is", .path.display())]
    Unsound {
        /// The save.
        path: PathBuf,
        /// What is wrong.
        fault: Box<Fault>,
    },
    /// No game that comes with the program is called that.
    #[error("no famous game is called `{0}`")]
    NotFamous(String),
    /// The game has no such round.
    #[error("there is no round {round} to take over in this game; it has 1 to {last}")]
    NoRound {
        /// What was asked for.
        round: u8,
        /// The last one.
        last: u8,
    },
    /// The game cannot be played again.
    #[error(
        "the rules or the scenario have moved on since this game was played, so that it can be \
         watched but not played on"
    )]
    MovedOn,
    /// An exercise is not played twice before it is played once.
    #[error("this game is an exercise that goes on; it can be taken over once it is over")]
    Exercise,
    /// The side's secrets are not open.
    #[error(
        "this game is still being played, so that only its players' own seats can be taken over"
    )]
    NotYours,
    /// The game has no file.
    #[error("this game is kept in no file of yours, so that nothing can be pinned to it")]
    NoFile,
    /// The game is kept nowhere, so that no other could name it.
    #[error("this game is not kept, so that no other can branch off it")]
    NotKept,
}
