//! Negotiators: whoever decides for a side, from nothing but what that side may know.
//!
//! ```text
//!   who (a name) ──► seat ──► negotiator ◄── view
//!                               │
//!      scripted: outlook, foresight   search: belief, trees, playout, evaluate, regrets
//!      external: a program, asked by the protocol   adversary: a search told of another
//!                               │
//!                               ▼
//!                            decision
//! ```
//! Each is deterministic: it draws from dice of its own, seeded with the game.

mod adversary;
pub mod advice;
pub mod agent;
mod belief;
mod conceder;
mod evaluate;
pub mod external;
mod foresight;
mod hard_liner;
mod logroller;
mod manner;
mod micro;
mod outlook;
mod own_dice;
mod prospect;
mod random;
pub mod reasons;
mod scripted;
mod search;
mod seating;
mod staller;
mod stop;
mod tit_for_tat;
mod tutor;
mod who;

use crate::rules::ending::Ending;
use crate::rules::plan::Decision;
use crate::rules::score::Score;
use crate::rules::side::PerSide;
use crate::rules::tables::Tables;
use crate::rules::view::View;

pub use adversary::Told;
pub use belief::{Belief, Imagined, Loss, Prior};
pub use evaluate::evaluate;
pub use external::Forfeit;
pub use manner::Manner;
pub use own_dice::OwnDice;
pub use random::Random;
pub use search::{Foreseen, Profile, Search, Thought, Weighed, sensible};
pub use seating::{Log, Outside, Seating, bot_seed};
pub use stop::Stop;
pub use who::{Level, Who, WhoError};

/// Whoever decides for a side.
///
/// What it decides follows from its seed, from the view, and from what it has seen before:
/// not from time, and not from whether it decided or recalled what came before.
pub trait Negotiator: Send {
    /// Decides what the view asks for: the answer to an event, or a plan.
    fn decide(&mut self, t: &Tables, view: &View) -> Decision;

    /// Recalls what its side decided at an earlier moment of a game that is taken up again.
    /// Moments are recalled in their order, each once, before it decides anything.
    fn recall(&mut self, _t: &Tables, _view: &View, _decided: Decision) {}

    /// Hears how the game ended.
    fn end(&mut self, _ending: Ending, _scores: &PerSide<Score>) {}

    /// Why it decides nothing any more, if it does not: from then on it answers with the
    /// default. Only one outside this program can come to that.
    fn forfeit(&self) -> Option<&Forfeit> {
        None
    }
}
