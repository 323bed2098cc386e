//! An adversary: a search that is told which search sits opposite, and decides what does best
//! against that one. What it gains is what a level of play can be exploited by.
//!
//! It is told how the other side thinks, not what it knows and not what its dice show: it asks
//! the other's search what it would decide in states that its own view allows.

use super::search::as_thought;
use super::{Level, Negotiator, OwnDice, Profile, Search, Stop, Who};
use crate::rules::plan::Decision;
use crate::rules::tables::Tables;
use crate::rules::view::View;

/// Which search an adversary is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Told {
    /// One at a level.
    Level(Level),
    /// One with so many simulations a decision.
    Search(u32),
}

impl Told {
    /// The search of that name, if it is one.
    pub fn named(name: &str) -> Option<Self> {
        match name.parse() {
            Ok(Who::Level(level)) => Some(Self::Level(level)),
            Ok(Who::Search(budget)) => Some(Self::Search(budget)),
            _ => None,
        }
    }

    /// How it thinks.
    pub const fn profile(self) -> Profile {
        match self {
            Self::Level(level) => level.profile(),
            Self::Search(budget) => Profile::of(budget),
        }
    }
}

impl From<Told> for Who {
    fn from(told: Told) -> Self {
        match told {
            Told::Level(level) => Self::Level(level),
            Told::Search(budget) => Self::Search(budget),
        }
    }
}

/// A negotiator that exploits one it is told of.
#[derive(Clone, Debug)]
pub struct Adversary {
    search: Search,
    theirs: Profile,
    stop: Stop,
}

impl Adversary {
    /// Against one who thinks like this; it thinks as well itself.
    pub fn new(theirs: Profile, source: OwnDice, stop: Stop) -> Self {
        Self {
            search: Search::new(theirs, source, stop.clone()),
            theirs,
            stop,
        }
    }
}

impl Negotiator for Adversary {
    fn decide(&mut self, t: &Tables, view: &View) -> Decision {
        let asked = as_thought(t, self.theirs, view.side.other(), &self.stop);
        self.search.respond(t, view, asked)
    }

    fn recall(&mut self, t: &Tables, view: &View, decided: Decision) {
        self.search.recall(t, view, decided);
    }
}
