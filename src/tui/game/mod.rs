//! The screens of a game being played, as layers that share it.
//!
//! ```text
//!   briefing ──► table ──┬─► event choice ─┐
//!                ▲       ├─► plan ─────────┼─► (sealed) ─► reveal ──► table
//!                │       └─► briefing, intelligence, hand, record, now, why, clause, hints, menu
//!                └── over ──► verdict
//! ```
//! Two persons take turns at one keyboard: between them lies the hand-over, which covers all
//! that the other had on the screen.
//!
//! The table lies under all of them. It polls the session when the opponent's thread
//! wakes the program, and when nothing lies over it shows what has come of the round.

mod advice;
pub(super) mod briefing;
mod card;
mod choice;
mod clause;
pub mod desk;
mod hand_over;
mod intelligence;
mod menu;
pub(super) mod meters;
mod page;
mod plan;
mod play;
mod record;
pub(super) mod reveal;
pub mod review;
pub(super) mod table;
mod tasks;
pub(super) mod text;
mod verdict;
mod why;

#[cfg(test)]
mod tests;

use super::action::Action;
use super::context::Context;
use super::layer::Flow;
use crate::record::Help;
pub use play::{Play, Shared, Unread};

/// What a key of the scope `game` opens, wherever in a game it is pressed.
fn look_up(action: Action, play: &Shared, cx: &Context) -> Option<Flow> {
    let help = match action {
        Action::Intelligence => Some(Help::Estimate),
        Action::Why => Some(Help::Why),
        _ => None,
    };
    if let Some(off) = help.and_then(|help| tasks::off(play, help, cx)) {
        return Some(off);
    }
    Some(match action {
        Action::Briefing => Flow::push(briefing::page(play.clone())),
        Action::Intelligence => Flow::push(intelligence::page(play.clone())),
        Action::Cards => Flow::push(card::Hand::new(play.clone(), cx)),
        Action::Record => Flow::push(record::RecordScreen::new(play.clone())),
        Action::Now => Flow::push(table::now_page(play.clone())),
        Action::Why => Flow::push(why::WhyScreen::new(play.clone(), None, cx)),
        _ => return None,
    })
}
