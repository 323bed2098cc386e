//! A scenario as the rules see it: flat tables of numbers, made once.

use super::clause::{ClauseId, ClauseSet, Level, MAX_CLAUSES};
use super::constants::Constants;
use super::meter::Tenths;
use super::plan::{CardId, EventId};
use super::side::{PerSide, Side};
use super::vocabulary::{Op, Span, Test};
use serde::{Deserialize, Serialize};

/// The most events a deck may hold: one bit of a `u128` each.
pub const MAX_EVENTS: usize = 128;
/// The most cards a side's deck may hold: one bit of a `u64` each.
pub const MAX_CARDS: usize = 64;
/// The most moods a side may have.
pub const MAX_MOODS: usize = 4;
/// The most red lines a capital draws in one deal.
pub const MAX_RED_LINES: usize = 3;
/// The most answers an event may offer.
pub const MAX_CHOICES: usize = 4;

/// What sort of news an event is. The sort of the next one is already in the air.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum EventKind {
    /// Shots, seizures, accidents.
    Incident,
    /// Parliaments, streets, succession.
    Home,
    /// Prices, money, shipping.
    Markets,
    /// Hosts, papers, shuttles.
    Mediation,
    /// Partners and proxies.
    Allies,
    /// Forces on the move.
    Military,
    /// Inspectors, stockpiles, evidence.
    Verification,
    /// Treaties and wars remembered.
    Memory,
}

impl EventKind {
    /// Every sort.
    pub const ALL: [Self; 8] = [
        Self::Incident,
        Self::Home,
        Self::Markets,
        Self::Mediation,
        Self::Allies,
        Self::Military,
        Self::Verification,
        Self::Memory,
    ];
}

/// Whom an event asks to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Asks {
    /// Nobody.
    Nobody,
    /// One side, which answers in the open.
    One(Side),
    /// Both, each in secret.
    Both,
}

impl Asks {
    /// Whether the side is asked.
    #[inline]
    pub fn side(self, side: Side) -> bool {
        match self {
            Self::Nobody => false,
            Self::One(one) => one == side,
            Self::Both => true,
        }
    }
}

/// What follows when both sides gave these answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Together {
    /// The answer of each side.
    pub answers: PerSide<u8>,
    /// What follows, beside what each answer brings of itself.
    pub ops: Span,
}

/// An event of the deck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its sort.
    pub kind: EventKind,
    /// It is drawn only while these hold.
    pub when: Span,
    /// What happens in any case.
    pub ops: Span,
    /// Whom it asks.
    pub asks: Asks,
    /// What each answer brings, in order; the answering side acts.
    pub choices: Vec<Span>,
    /// What pairs of answers bring.
    pub together: Vec<Together>,
}

/// A card of a side's deck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// It can be played only while these hold.
    pub when: Span,
    /// What it does; its player acts.
    pub ops: Span,
}

/// A clause of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClauseTable {
    /// What holds without agreement, in tenths of a level (0 to 40).
    pub quo: u8,
    /// The share of a performance that can be taken back, in percent.
    pub reversible: u8,
    /// What being in force does each round.
    pub in_force: Span,
    /// On the agenda; a clause struck from it can be neither offered nor signed.
    pub on_agenda: bool,
}

/// How one mood of a capital weighs things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mood {
    /// The weight of each clause; they sum to about 100.
    pub weights: [i16; MAX_CLAUSES],
    /// The square root of each weight over the mean weight of eight clauses, in per mille:
    /// how dear one level of the clause is at home.
    pub salience: [i16; MAX_CLAUSES],
    /// How much the other's score counts against one's own, in percent.
    pub rivalry: i16,
    /// How often it is dealt, relative to the others.
    pub share: u8,
}

/// A place where a capital may draw a red line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RedLineTable {
    /// The clause.
    pub clause: ClauseId,
    /// The strictest limit that may be dealt.
    pub strict: Level,
    /// The mildest.
    pub mild: Level,
}

/// Something a capital may want beside the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Objective {
    /// Met at the end if all these hold; its owner acts.
    pub met: Span,
    /// Mission points if met.
    pub reward: Tenths,
    /// Mission points lost if not.
    pub penalty: Tenths,
}

/// One side's numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideTable {
    /// Pressure, Face, Strain, Strength and Trust at the start, before the deal varies them.
    pub start: [Tenths; 5],
    /// The grip it begins with, 0 to the most that the constants allow.
    pub grip: u8,
    /// Strength regained in a round without a blow.
    pub recovery: Tenths,
    /// How much of the price above its comfort becomes Strain, in percent.
    pub price_burden: i16,
    /// The clause that enforces what helps this side.
    pub enforced_by: ClauseId,
    /// The weights known to all, which set what a concession costs in Face.
    pub profile: Mood,
    /// The moods its capital may be in.
    pub moods: Vec<Mood>,
    /// Where red lines may be drawn.
    pub red_lines: Vec<RedLineTable>,
    /// What it may want beside.
    pub objectives: Vec<Objective>,
    /// Its deck.
    pub cards: Vec<Card>,
}

impl SideTable {
    /// All cards of its deck, a bit each.
    #[inline]
    pub fn deck(&self) -> u64 {
        let all = 1u64.checked_shl(self.cards.len() as u32);
        all.unwrap_or(0).wrapping_sub(1)
    }
}

/// Everything the rules read of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tables {
    /// The rule constants.
    pub constants: Constants,
    /// The clauses, 3 to 12.
    pub clauses: Vec<ClauseTable>,
    /// The sides.
    pub sides: PerSide<SideTable>,
    /// The event deck.
    pub events: Vec<Event>,
    /// The flat table of effects.
    pub ops: Vec<Op>,
    /// The flat table of tests.
    pub tests: Vec<Test>,
}

impl Tables {
    /// The event.
    #[inline]
    pub fn event(&self, id: EventId) -> &Event {
        &self.events[id.0 as usize]
    }

    /// The side's card.
    #[inline]
    pub fn card(&self, side: Side, id: CardId) -> &Card {
        &self.sides[side].cards[id.0 as usize]
    }

    /// The clauses on the agenda.
    pub fn agenda(&self) -> ClauseSet {
        let mut agenda = ClauseSet::EMPTY;
        for (id, table) in self.clause_ids().zip(&self.clauses) {
            agenda.put(id, table.on_agenda);
        }
        agenda
    }

    /// The clauses by number.
    #[inline]
    pub fn clause_ids(&self) -> impl Iterator<Item = ClauseId> + use<> {
        (0..self.clauses.len() as u8).map(ClauseId)
    }
}
