//! One line of the log.

use super::hex::Hex;
use crate::rules::side::Side;
use serde::{Deserialize, Serialize};

/// Who made an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Actor {
    /// The presser decided.
    Presser,
    /// The holder decided.
    Holder,
    /// Chance: the deal, or what came of the decisions.
    Chance,
}

impl Actor {
    /// The side that decided; none for chance.
    pub const fn side(self) -> Option<Side> {
        match self {
            Self::Presser => Some(Side::Presser),
            Self::Holder => Some(Side::Holder),
            Self::Chance => None,
        }
    }
}

impl From<Side> for Actor {
    fn from(side: Side) -> Self {
        match side {
            Side::Presser => Self::Presser,
            Side::Holder => Self::Holder,
        }
    }
}

/// One decision, or what chance made of the decisions before it.
///
/// A decision does not change the state by itself, since the other side may still be
/// deciding: the next entry of chance does. So a decision's state hash says what state it
/// was made in, and an entry of chance says what state it led to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its number in the log, from 1.
    pub n: u32,
    /// Who.
    pub who: Actor,
    /// `plan: SAY TABLE FIELD CARD` or `choice: ID` in the scenario's notation; for chance,
    /// what both sides could see of it.
    pub what: String,
    /// The first bytes of the hash of the state after this entry.
    pub state: Hex<8>,
    /// The first bytes of the chain's hash up to and with this entry.
    pub chain: Hex<16>,
    /// A remark pinned here by a reader; not part of the chain.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
