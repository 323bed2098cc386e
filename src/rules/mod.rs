//! The rules of the game: pure, integer, deterministic.

pub mod clause;
pub mod constants;
pub mod ending;
pub mod meter;
pub mod plan;
pub mod side;
pub mod tables;
pub mod vocabulary;
