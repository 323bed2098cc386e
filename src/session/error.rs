//! Why there is no game to play.

use crate::negotiator::WhoError;
use crate::record::{Refused, SaveError};
use crate::scenario::{LoadError, SetError};
use std::io;

/// Why a game cannot begin or go on.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// The save cannot be read, or a new one cannot be made.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// The scenario that the save names cannot be loaded.
    #[error("the scenario of the saved game: {0}")]
    Scenario(#[from] LoadError),
    /// What was set in the save's scenario can no longer be set.
    #[error("the saved game: {0}")]
    Set(#[from] SetError),
    /// The opponent that the save names is not known.
    #[error("the opponent of the saved game: {0}")]
    Opponent(#[from] WhoError),
    /// The save's scenario does not come with the game.
    #[error(
        "the scenario of the saved game: {error}; if `{wanted}` is one of your own, name its folder with --scenario FOLDER"
    )]
    Elsewhere {
        /// The save's.
        wanted: String,
        /// Why it was not found.
        error: LoadError,
    },
    /// The scenario that was given is not the save's.
    #[error("the game was played on the scenario `{wanted}`, and `{given}` was given")]
    OtherScenario {
        /// The save's.
        wanted: String,
        /// What was given.
        given: String,
    },
    /// The opponent of the save is a command, which no file may start.
    #[error(
        "the opponent of the saved game is a command, which is started only if you name it yourself: `play --load SAVE --opponent {}`", shell_words::quote(.opponent)
    )]
    Command {
        /// The save's.
        opponent: String,
    },
    /// The opponent that was given is not the save's.
    #[error("the game was played against `{wanted}`, and `{given}` was given")]
    OtherOpponent {
        /// The save's.
        wanted: String,
        /// What was given.
        given: String,
    },
    /// The game cannot be played again up to where another is to part from it.
    #[error("by the rules of today the game does not come so far: {0}")]
    Parted(#[source] Refused),
    /// No person plays in the save.
    #[error("nobody at the keyboard plays in this game; choose another")]
    NoSeat,
    /// The opponent's thread could not be started.
    #[error("the opponent cannot be given a thread of its own: {0}")]
    Thread(#[source] io::Error),
}
