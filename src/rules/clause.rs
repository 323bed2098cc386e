//! Clauses: what a treaty is made of, and how far each has come.

use super::plan::Terms;
use super::side::{PerSide, Side};
use serde::{Deserialize, Serialize};
use std::ops::{BitAnd, BitOr, Sub};

/// The most clauses a scenario may have.
pub const MAX_CLAUSES: usize = 12;

/// A clause of the agenda, by its place in the scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClauseId(pub u8);

impl ClauseId {
    /// The place in a table of clauses.
    #[inline]
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The bit that stands for this clause in a [`ClauseSet`].
    #[inline]
    pub const fn bit(self) -> u16 {
        1 << self.0
    }
}

/// A set of clauses, in the order of the agenda.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ClauseSet(pub u16);

impl ClauseSet {
    /// The set of no clauses.
    pub const EMPTY: Self = Self(0);

    /// Whether the clause is in the set.
    #[inline]
    pub const fn has(self, clause: ClauseId) -> bool {
        self.0 & clause.bit() != 0
    }

    /// Puts the clause in.
    #[inline]
    pub fn insert(&mut self, clause: ClauseId) {
        self.0 |= clause.bit();
    }

    /// Takes the clause out.
    #[inline]
    pub fn remove(&mut self, clause: ClauseId) {
        self.0 &= !clause.bit();
    }

    /// Puts the clause in or takes it out.
    #[inline]
    pub fn put(&mut self, clause: ClauseId, within: bool) {
        self.0 = self.0 & !clause.bit() | u16::from(within) << clause.0;
    }

    /// This clause alone, if it is in the set.
    #[inline]
    #[must_use]
    pub const fn only(self, clause: ClauseId) -> Self {
        Self(self.0 & clause.bit())
    }

    /// How many clauses are in it.
    #[inline]
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether it has none.
    #[inline]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The clauses in agenda order.
    #[inline]
    pub fn iter(self) -> impl Iterator<Item = ClauseId> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            if rest == 0 {
                return None;
            }
            let id = ClauseId(rest.trailing_zeros() as u8);
            rest &= rest - 1;
            Some(id)
        })
    }

    /// The `n`-th clause of the set, counted from 0.
    #[inline]
    pub fn nth(self, n: u32) -> Option<ClauseId> {
        self.iter().nth(n as usize)
    }
}

impl BitAnd for ClauseSet {
    type Output = Self;
    #[inline]
    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl BitOr for ClauseSet {
    type Output = Self;
    #[inline]
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The clauses of the one that are not in the other.
impl Sub for ClauseSet {
    type Output = Self;
    #[inline]
    fn sub(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

/// One of the five levels of a clause: 0 is the presser's ideal, 4 the holder's.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Level(pub u8);

impl Level {
    /// How many levels a clause has.
    pub const COUNT: u8 = 5;
    /// The holder's ideal.
    pub const TOP: Self = Self(4);

    /// The level a side would write if it wrote alone.
    #[inline]
    pub const fn ideal(side: Side) -> Self {
        match side {
            Side::Presser => Self(0),
            Side::Holder => Self(4),
        }
    }

    /// One level nearer to a side's ideal, if it is not there.
    #[inline]
    #[must_use]
    pub const fn toward(self, side: Side) -> Self {
        match side {
            Side::Presser => Self(self.0.saturating_sub(1)),
            Side::Holder if self.0 < Self::TOP.0 => Self(self.0 + 1),
            Side::Holder => self,
        }
    }

    /// All levels, from the presser's ideal to the holder's.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..Self::COUNT).map(Self)
    }

    /// In tenths of a level, the unit of a status quo that lies between two levels.
    #[inline]
    pub const fn tenths(self) -> i32 {
        self.0 as i32 * 10
    }

    /// How far `side` moves toward the other by going from `self` to `to`;
    /// negative when that hardens.
    #[inline]
    pub const fn concession(self, to: Self, side: Side) -> i32 {
        match side {
            Side::Presser => to.0 as i32 - self.0 as i32,
            Side::Holder => self.0 as i32 - to.0 as i32,
        }
    }
}

/// How a text is worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum Wording {
    /// One meaning. Costs its full price and can be signed.
    Clear,
    /// Each reads it its own way. Half the price; may break into a dispute; cannot be signed.
    Vague,
}

impl Wording {
    /// Both wordings.
    pub const ALL: [Self; 2] = [Self::Clear, Self::Vague];
}

/// The way an offer travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum Channel {
    /// Across the table, before the cameras.
    Open,
    /// In secret; free until it leaks.
    Back,
    /// As the mediator's own paper: nobody moved first. Uses up the mediator's patience.
    Mediator,
}

impl Channel {
    /// All channels, in the order they are listed.
    pub const ALL: [Self; 3] = [Self::Open, Self::Back, Self::Mediator];
}

/// What a side has put forward on one clause and not taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Standing {
    /// The level offered.
    pub level: Level,
    /// Clear or vague.
    pub wording: Wording,
    /// How it travelled; a back-channel offer that has leaked becomes [`Channel::Open`].
    pub channel: Channel,
}

/// How far a clause has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum Status {
    /// Nothing agreed.
    #[default]
    Open,
    /// Agreed in words that each reads its own way.
    Vague,
    /// Agreed in words with one meaning.
    Clear,
}

/// The state of one clause, known to both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Clause {
    /// Open, vague or clear.
    pub status: Status,
    /// The agreed level; of no meaning while open.
    pub level: Level,
    /// What holds without agreement, in tenths of a level (0 to 40). Moves when a
    /// performance that cannot be undone has taken place.
    pub quo: u8,
    /// The position each side defends in public.
    pub position: PerSide<Level>,
    /// What each side has put forward.
    pub standing: PerSide<Option<Standing>>,
    /// The round in which the present status was reached.
    pub since: u8,
}

impl Clause {
    /// A clause that nobody has touched.
    pub const fn untouched(quo: u8) -> Self {
        Self {
            status: Status::Open,
            level: Level(0),
            quo,
            position: PerSide([Level::ideal(Side::Presser), Level::ideal(Side::Holder)]),
            standing: PerSide([None, None]),
            since: 0,
        }
    }

    /// Whether the text is in force, in whatever words.
    #[inline]
    pub fn agreed(&self) -> bool {
        self.status != Status::Open
    }

    /// What the other side takes if it accepts: the offer put forward, or else the position
    /// defended in public, in clear words.
    #[inline]
    pub fn on_offer(&self, side: Side) -> Standing {
        self.standing[side].unwrap_or(Standing {
            level: self.position[side],
            wording: Wording::Clear,
            channel: Channel::Open,
        })
    }

    /// The last level a side has moved to, in public or in secret.
    #[inline]
    pub fn reach(&self, side: Side) -> Level {
        match self.standing[side] {
            Some(Standing { level, .. }) if self.position[side].concession(level, side) > 0 => {
                level
            }
            _ => self.position[side],
        }
    }

    /// The level at which a grand bargain by `side` would settle it while it is open.
    pub fn bargained(&self, side: Side, terms: Terms) -> Level {
        let own = self.reach(side);
        let gap = own.concession(self.reach(side.other()), side).max(0);
        let step = match terms {
            Terms::Halfway => gap / 2,
            Terms::Theirs => (gap - 1).max(0),
        } as u8;
        match side {
            Side::Presser => Level(own.0 + step),
            Side::Holder => Level(own.0 - step),
        }
    }

    /// The side whose performance the agreed text asks for, if either's.
    #[inline]
    pub fn performer(&self) -> Option<Side> {
        match self.level.tenths().cmp(&(self.quo as i32)) {
            std::cmp::Ordering::Less => Some(Side::Holder),
            std::cmp::Ordering::Greater => Some(Side::Presser),
            std::cmp::Ordering::Equal => None,
        }
    }
}

/// The share of a clause's weight that a side enjoys at a level, in per mille.
#[inline]
pub const fn worth(side: Side, level_tenths: i32) -> i32 {
    match side {
        Side::Presser => (40 - level_tenths) * 25,
        Side::Holder => level_tenths * 25,
    }
}

/// A limit a side's capital has set: what lies beyond it is never ratified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RedLine {
    /// The clause it is drawn on.
    pub clause: ClauseId,
    /// The last level the capital can live with.
    pub limit: Level,
}

impl RedLine {
    /// Whether an agreed level lies beyond the line, for the side that drew it.
    #[inline]
    pub const fn crossed(self, side: Side, level: Level) -> bool {
        self.limit.concession(level, side) > 0
    }
}

impl Standing {
    /// Whether it waits in the back channel.
    #[inline]
    pub fn is_back(self) -> bool {
        self.channel == Channel::Back
    }
}
