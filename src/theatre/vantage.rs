//! From where a recorded game is watched.

use crate::record::{Header, Seat};
use crate::rules::side::Side;

/// From where a recorded game is watched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vantage {
    /// From one seat, with what that side may know.
    Seat(Side),
    /// From above, with both sides' secrets.
    Both,
}

impl Vantage {
    /// The side whose eyes these are; none if they see everything.
    pub const fn viewer(self) -> Option<Side> {
        match self {
            Self::Seat(side) => Some(side),
            Self::Both => None,
        }
    }

    /// Whether the secrets of a side are open to it.
    pub fn knows(self, side: Side) -> bool {
        self.viewer().is_none_or(|viewer| viewer == side)
    }

    /// The side that is shown first, and whose gain counts as good.
    pub fn first(self) -> Side {
        self.viewer().unwrap_or(Side::Presser)
    }

    /// Those that a game gives, the one it is opened with first. A game that is over hides
    /// nothing. One that is not is shown to its player only, from the own seat, and to neither
    /// of two who share a keyboard; one without players has nobody to hide from.
    pub(super) fn allowed(header: &Header, over: bool) -> Vec<Self> {
        let persons: Vec<Self> = Side::BOTH
            .into_iter()
            .filter(|&side| header.seats[side] == Seat::Person)
            .map(Self::Seat)
            .collect();
        if !over && header.is_shared() {
            return Vec::new();
        }
        if over || persons.is_empty() {
            vec![
                Self::Both,
                Self::Seat(Side::Presser),
                Self::Seat(Side::Holder),
            ]
        } else {
            persons
        }
    }
}
