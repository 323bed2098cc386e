//! What a game could have been: computed from a finished game, and never shown before.

pub mod frontier;
