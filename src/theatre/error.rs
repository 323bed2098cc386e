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
    #[error("{}: {fault}; nothing of this game can be shown", .path.display())]
    Nothing {
        /// The save.
        path: PathBuf,
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
    /// The game has no file.
    #[error(
        "this game comes with the program and is kept in no file, so that nothing can be pinned to it"
    )]
    NoFile,
}
