//! What is said between the game and a negotiator outside it: newline-delimited JSON.
//!
//! ```text
//!   game  ──► hello, new, act, recall, error, end, quit ──► negotiator
//!         ◄── hello, act                                ◄──
//! ```
//! The game asks, the negotiator answers; each message is an object on a line of its own, and
//! its `t` says what it is. Both ignore fields and messages that they do not know. What a
//! negotiator is told follows from the scenario and from what its side may know: the secrets of
//! the other side and the seed of the game are in no message, since nothing here is given them.

mod answer;
mod clause;
mod decimal;
mod estimate;
mod legal;
mod message;
mod misread;
mod names;
mod own;
mod pair;
mod scenario;
mod view;

#[cfg(test)]
mod tests;

pub use answer::{Answer, BadAnswer};
pub use clause::{ClauseMessage, StandingMessage};
pub use decimal::Decimal;
pub use estimate::{EstimateMessage, MeaningMessage};
pub use legal::LegalMessage;
pub use message::{AskKind, Decided, FromBot, New, ToBot};
pub use misread::Misread;
pub use names::Named;
pub use own::{OwnMessage, RedLineMessage};
pub use pair::Pair;
pub use scenario::ScenarioMessage;
pub use view::{EndingMessage, ViewMessage, Whose};

/// The version of the protocol.
pub const VERSION: u32 = 1;
/// How the game calls itself.
pub const GAME: &str = "fog-of-peace";
