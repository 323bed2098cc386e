//! The two seats of a game being played: a person's, with what that person can look up of the
//! game, or a negotiator's, with what it has decided.

use super::log::{self, RoundLog};
use super::thinker::{Decided, Thinker, Thought};
use crate::negotiator::{Forfeit, Who};
use crate::record::Record;
use crate::rules::outcome::Outcome;
use crate::rules::plan::Decision;
use crate::rules::side::{PerSide, Side};
use crate::rules::view::View;
use crate::scenario::Scenario;

/// Who decides for a side.
pub(super) enum Seat {
    /// A person at the keyboard.
    Person(Vec<RoundLog>),
    /// A negotiator in a thread of its own.
    Negotiator(Box<Mind>),
}

/// A negotiator in a seat.
pub(super) struct Mind {
    pub who: Who,
    pub thinker: Thinker,
    /// What it has decided, if that came before everyone else's decision.
    pub decided: Option<Decision>,
    /// Why it decides nothing any more, if it does not.
    pub forfeit: Option<Forfeit>,
    /// Whether its thread is gone.
    lost: bool,
}

impl Mind {
    pub const fn new(who: Who, thinker: Thinker) -> Self {
        Self {
            who,
            thinker,
            decided: None,
            forfeit: None,
            lost: false,
        }
    }

    /// Takes what came of its thinking.
    pub fn take(&mut self, thought: Thought) {
        match thought {
            Thought::Busy => {}
            Thought::Lost => self.lost = true,
            Thought::Done(Decided { decision, forfeit }) => {
                self.decided = Some(decision);
                self.forfeit = forfeit;
            }
        }
    }

    /// Whether there is nothing left to wait for.
    pub const fn is_done(&self) -> bool {
        self.decided.is_some() || self.lost
    }
}

impl Seat {
    pub fn mind(&self) -> Option<&Mind> {
        match self {
            Self::Person(_) => None,
            Self::Negotiator(mind) => Some(mind),
        }
    }

    pub fn mind_mut(&mut self) -> Option<&mut Mind> {
        match self {
            Self::Person(_) => None,
            Self::Negotiator(mind) => Some(mind),
        }
    }

    pub const fn is_person(&self) -> bool {
        matches!(self, Self::Person(_))
    }
}

/// Enters what has happened for every person, each as it is seen from the own seat.
pub(super) fn enter(
    seats: &mut PerSide<Seat>,
    outcomes: &[Outcome],
    record: &Record,
    scenario: &Scenario,
) {
    for side in Side::BOTH {
        if let Seat::Person(rounds) = &mut seats[side] {
            let view = View::of(&scenario.tables, record.state(), side);
            log::append(rounds, outcomes, &view);
        }
    }
}
