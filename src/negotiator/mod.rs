//! Negotiators: whoever decides for a side, from nothing but what that side may know.
//!
//! ```text
//!   who (a name) ──► seat ──► negotiator ◄── view
//!                               │
//!      scripted: outlook, foresight   search: sample, factors, playout, evaluate
//!                               │
//!                               ▼
//!                            decision
//! ```
//! Each is deterministic: it draws from dice of its own, seeded with the game.

mod conceder;
mod evaluate;
mod foresight;
mod hard_liner;
mod logroller;
mod micro;
mod outlook;
mod prospect;
mod random;
mod scripted;
mod search;
mod staller;
mod stop;
mod tit_for_tat;
mod who;

use crate::rules::plan::Decision;
use crate::rules::tables::Tables;
use crate::rules::view::View;

pub use evaluate::evaluate;
pub use random::Random;
pub use search::Search;
pub use stop::Stop;
pub use who::{Level, UnknownNegotiator, Who};

/// Whoever decides for a side.
pub trait Negotiator: Send {
    /// Decides what the view asks for: the answer to an event, or a plan.
    ///
    /// Equal views at equal moments of its life give equal decisions.
    fn decide(&mut self, t: &Tables, view: &View) -> Decision;
}
