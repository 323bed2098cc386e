//! Why there is no game to play.

use crate::negotiator::UnknownNegotiator;
use crate::record::SaveError;
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
    Opponent(#[from] UnknownNegotiator),
    /// No person plays in the save.
    #[error("nobody at the keyboard plays in this game; choose another")]
    NoSeat,
    /// The opponent's thread could not be started.
    #[error("the opponent cannot be given a thread of its own: {0}")]
    Thread(#[source] io::Error),
}
