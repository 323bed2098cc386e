//! Who plays a side: a person at the keyboard, or a negotiator.

use crate::negotiator::{Who, WhoError};
use crate::record::Seat;
use std::fmt;
use std::str::FromStr;

/// Who plays a side.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Player {
    /// A person at the keyboard; opposite another, the two take turns at it.
    Person,
    /// One that decides by itself.
    Negotiator(Who),
}

/// What a person is called wherever a negotiator could be named.
pub const PERSON: &str = "person";

impl Player {
    /// The negotiator, if it is one.
    pub const fn negotiator(&self) -> Option<&Who> {
        match self {
            Self::Person => None,
            Self::Negotiator(who) => Some(who),
        }
    }

    /// The same as a save names it.
    pub(super) fn seat(&self) -> Seat {
        match self {
            Self::Person => Seat::Person,
            Self::Negotiator(who) => Seat::Opponent(who.to_string()),
        }
    }
}

impl From<Who> for Player {
    fn from(who: Who) -> Self {
        Self::Negotiator(who)
    }
}

impl fmt::Display for Player {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person => f.write_str(PERSON),
            Self::Negotiator(who) => who.fmt(f),
        }
    }
}

impl FromStr for Player {
    type Err = WhoError;

    fn from_str(name: &str) -> Result<Self, WhoError> {
        match name {
            PERSON => Ok(Self::Person),
            _ => name.parse().map(Self::Negotiator),
        }
    }
}
