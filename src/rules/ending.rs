//! How a game can end.

use super::side::Side;
use serde::{Deserialize, Serialize};

/// The three futures that the endings fall into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum Class {
    /// A treaty, signed and ratified.
    Comprehensive,
    /// The ceasefire is over.
    War,
    /// Neither: the ambiguity goes on.
    Continuation,
}

impl Class {
    /// All three, as they are listed.
    pub const ALL: [Self; 3] = [Self::Comprehensive, Self::War, Self::Continuation];
}

/// How a game ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Ending {
    /// Both signed and both ratified.
    Comprehensive,
    /// The same, with too little behind it to last.
    PaperPeace,
    /// Tension reached the top.
    War,
    /// An incident got out of hand.
    Escalation,
    /// This side's home front broke while Tension was high.
    Collapse(Side),
    /// This side's negotiator was recalled; the ceasefire goes on.
    Recall(Side),
    /// Time ran out with provisional clauses in force.
    Interim,
    /// Time ran out with little agreed.
    Frozen,
}

/// The kinds of ending without their particulars.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
#[allow(missing_docs)] // each is documented at the `Ending` variant of the same name
pub enum EndingKind {
    Comprehensive,
    PaperPeace,
    War,
    Escalation,
    Collapse,
    Recall,
    Interim,
    Frozen,
}

impl EndingKind {
    /// Every kind, as they are listed.
    pub const ALL: [Self; 8] = [
        Self::Comprehensive,
        Self::PaperPeace,
        Self::War,
        Self::Escalation,
        Self::Collapse,
        Self::Recall,
        Self::Interim,
        Self::Frozen,
    ];
}

impl Ending {
    /// Which kind of ending this is.
    pub const fn kind(self) -> EndingKind {
        match self {
            Self::Comprehensive => EndingKind::Comprehensive,
            Self::PaperPeace => EndingKind::PaperPeace,
            Self::War => EndingKind::War,
            Self::Escalation => EndingKind::Escalation,
            Self::Collapse(_) => EndingKind::Collapse,
            Self::Recall(_) => EndingKind::Recall,
            Self::Interim => EndingKind::Interim,
            Self::Frozen => EndingKind::Frozen,
        }
    }

    /// Which of the three futures it belongs to.
    pub const fn class(self) -> Class {
        match self {
            Self::Comprehensive | Self::PaperPeace => Class::Comprehensive,
            Self::War | Self::Escalation | Self::Collapse(_) => Class::War,
            Self::Recall(_) | Self::Interim | Self::Frozen => Class::Continuation,
        }
    }
}
