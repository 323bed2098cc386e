//! A review as a text: for a terminal, to be written on in, for a browser, and for other
//! programs.

mod html;
mod json;
mod markdown;
mod text;

pub use html::html;
pub use json::json;
pub use markdown::markdown;
pub use text::text;

use crate::rules::side::PerSide;
use crate::scenario::Scenario;

/// What a review is of.
#[derive(Clone, Debug)]
pub struct About<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// What the game is called.
    pub title: &'a str,
    /// Who sat where.
    pub players: PerSide<String>,
}
