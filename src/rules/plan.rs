//! Decisions: the four parts of a plan, and the answer to an event.

use super::clause::{Channel, ClauseId, Level, Wording};
use serde::{Deserialize, Serialize};

/// What a side says to the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum Say {
    /// The talks are going well.
    Progress,
    /// Sober, and true.
    Measured,
    /// It is their fault.
    Blame,
    /// Or else.
    Threaten,
    /// Nothing at all.
    NoComment,
}

impl Say {
    /// Every statement, in the order they are listed. All are always legal.
    pub const ALL: [Self; 5] = [
        Self::Progress,
        Self::Measured,
        Self::Blame,
        Self::Threaten,
        Self::NoComment,
    ];
}

/// What a side does in the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum Field {
    /// Keep the ceasefire.
    HoldFire,
    /// Rearm.
    BuildUp,
    /// A deniable blow.
    Covert,
    /// An open blow.
    Strike,
    /// Tighten the economic grip.
    Squeeze,
    /// Loosen it.
    Ease,
    /// Everything at once; only for a cornered side, and only once.
    AllOut,
}

impl Field {
    /// Every act, in the order they are listed.
    pub const ALL: [Self; 7] = [
        Self::HoldFire,
        Self::BuildUp,
        Self::Covert,
        Self::Strike,
        Self::Squeeze,
        Self::Ease,
        Self::AllOut,
    ];

    /// The bit that stands for this act in a set of acts.
    #[inline]
    pub const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// An offer on one clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Offer {
    /// The clause.
    pub clause: ClauseId,
    /// The level put forward.
    pub level: Level,
    /// Clear or vague.
    pub wording: Wording,
    /// The way it travels.
    pub channel: Channel,
}

/// How far a grand bargain goes on every open clause at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum Terms {
    /// Half way between the two public positions, rounded to one's own side.
    Halfway,
    /// The last level that the other's public position leaves between them.
    Theirs,
}

/// What a side does at the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Table {
    /// Hold the line.
    Hold,
    /// Move on an open clause: put forward a level nearer to the other's.
    Offer(Offer),
    /// Take what the other has put forward or, failing that, what it asks for in public.
    Accept(ClauseId),
    /// Accept the other's reading of a vague clause, one level toward it; clear at once.
    /// If both do so together, the agreed level stands and neither pays.
    Clarify(ClauseId),
    /// Take back what one has put forward, and step back toward one's ideal.
    Harden(ClauseId),
    /// Stop performing an agreed clause.
    Withdraw(ClauseId),
    /// Feel out what the clause means to the other.
    Probe(ClauseId),
    /// Give up the precondition for signing.
    Waive,
    /// Leave the room, this round and the next.
    WalkOut,
    /// Sign the treaty as it stands.
    Sign,
    /// A cornered side's offer on every open clause at once.
    Bargain(Terms),
    /// Take the other's grand bargain whole.
    AcceptBargain,
}

/// The kinds of decision at the table, without their particulars.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
#[allow(missing_docs)] // each is documented at the `Table` variant of the same name
pub enum TableKind {
    Hold,
    Offer,
    Accept,
    Clarify,
    Harden,
    Withdraw,
    Probe,
    Waive,
    WalkOut,
    Sign,
    Bargain,
    AcceptBargain,
}

impl TableKind {
    /// Every kind, in the order they are listed.
    pub const ALL: [Self; 12] = [
        Self::Hold,
        Self::Offer,
        Self::Accept,
        Self::Clarify,
        Self::Harden,
        Self::Withdraw,
        Self::Probe,
        Self::Waive,
        Self::WalkOut,
        Self::Sign,
        Self::Bargain,
        Self::AcceptBargain,
    ];
}

impl Table {
    /// Which kind of decision this is.
    pub const fn kind(self) -> TableKind {
        match self {
            Self::Hold => TableKind::Hold,
            Self::Offer(_) => TableKind::Offer,
            Self::Accept(_) => TableKind::Accept,
            Self::Clarify(_) => TableKind::Clarify,
            Self::Harden(_) => TableKind::Harden,
            Self::Withdraw(_) => TableKind::Withdraw,
            Self::Waive => TableKind::Waive,
            Self::Probe(_) => TableKind::Probe,
            Self::WalkOut => TableKind::WalkOut,
            Self::Sign => TableKind::Sign,
            Self::Bargain(_) => TableKind::Bargain,
            Self::AcceptBargain => TableKind::AcceptBargain,
        }
    }

    /// What the other side sees of it: to feel out a clause looks like holding the line.
    #[must_use]
    pub const fn seen(self) -> Self {
        match self {
            Self::Probe(_) => Self::Hold,
            seen => seen,
        }
    }

    /// The clause it is about, if one.
    pub const fn clause(self) -> Option<ClauseId> {
        match self {
            Self::Offer(offer) => Some(offer.clause),
            Self::Accept(c)
            | Self::Clarify(c)
            | Self::Harden(c)
            | Self::Withdraw(c)
            | Self::Probe(c) => Some(c),
            _ => None,
        }
    }
}

/// A card of a side's own deck, by its place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CardId(pub u8);

/// An event of the scenario's deck, by its place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EventId(pub u8);

/// The answer to an event that asks, by the place of the option.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ChoiceId(pub u8);

/// A side's plan for one round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Plan {
    /// To the world.
    pub say: Say,
    /// At the table.
    pub table: Table,
    /// In the field.
    pub field: Field,
    /// At most one card of the hand.
    pub card: Option<CardId>,
}

impl Plan {
    /// What is recorded for a side that does not decide.
    pub const DEFAULT: Self = Self {
        say: Say::Measured,
        table: Table::Hold,
        field: Field::HoldFire,
        card: None,
    };

    /// What it comes to.
    pub const fn course(&self) -> Course {
        match (self.table, self.say, self.field) {
            (
                Table::Offer(_)
                | Table::Accept(_)
                | Table::Clarify(_)
                | Table::Waive
                | Table::Sign
                | Table::Bargain(_)
                | Table::AcceptBargain,
                ..,
            ) => Course::Give,
            (Table::Harden(_) | Table::Withdraw(_) | Table::WalkOut, ..)
            | (_, Say::Threaten, _)
            | (.., Field::Covert | Field::Strike | Field::Squeeze | Field::AllOut) => Course::Press,
            (Table::Hold | Table::Probe(_), ..) => Course::Wait,
        }
    }
}

/// What a plan comes to: the question that a negotiator answers before any other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Course {
    /// To move at the table, whatever is done beside it.
    Give,
    /// To do nothing that cannot be taken back.
    Wait,
    /// To move nowhere, and to press.
    Press,
}

impl Course {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Give, Self::Wait, Self::Press];
}

/// One decision of one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Decision {
    /// The answer to the event on the table.
    Choice(ChoiceId),
    /// The plan for the round.
    Plan(Plan),
}

impl From<ChoiceId> for Decision {
    fn from(choice: ChoiceId) -> Self {
        Self::Choice(choice)
    }
}

impl From<Plan> for Decision {
    fn from(plan: Plan) -> Self {
        Self::Plan(plan)
    }
}
