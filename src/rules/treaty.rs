//! The treaty in the making: the clauses, and of which of them what is true.
//!
//! What the rules ask of all clauses at once is kept as sets of bits. A clause is changed in
//! one way only, by [`Treaty::change`], which keeps the sets true.

use super::clause::{Clause, ClauseId, ClauseSet, Level, MAX_CLAUSES, Status};
use super::side::{PerSide, Side};
use super::tables::Tables;
use serde::{Deserialize, Serialize};
use std::ops::Deref;

/// The bits of [`Treaty::levels`] that belong to one clause.
const CELL: u64 = (1 << Level::COUNT) - 1;

/// The clauses of the agenda. Read as an array; changed by [`Treaty::change`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct Treaty {
    clauses: [Clause; MAX_CLAUSES],
    agenda: ClauseSet,
    vague: ClauseSet,
    clear: ClauseSet,
    sides: PerSide<Marks>,
}

/// What is true of which clause for one side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
struct Marks {
    levels: u64,
    /// Four sets, sixteen bits for each, by [`Mark`].
    sets: u64,
}

/// One thing that may be true of a clause for a side.
#[derive(Clone, Copy)]
enum Mark {
    Offered,
    Back,
    Moved,
    Performed,
}

impl Mark {
    /// The bit of clause 0 in the set of this mark.
    const fn bit(self) -> u64 {
        1 << (16 * self as u32)
    }

    /// The bits of clause 0 in all four sets.
    const ALL: u64 =
        Self::Offered.bit() | Self::Back.bit() | Self::Moved.bit() | Self::Performed.bit();
}

impl Marks {
    #[inline]
    const fn set(self, mark: Mark) -> ClauseSet {
        ClauseSet((self.sets >> (16 * mark as u32)) as u16)
    }

    /// Replaces all that is marked of one clause.
    #[inline]
    fn put(&mut self, id: ClauseId, levels: u64, marks: u64) {
        let at = u32::from(id.0) * u32::from(Level::COUNT);
        self.levels = self.levels & !(CELL << at) | levels << at;
        self.sets = self.sets & !(Mark::ALL << id.0) | marks << id.0;
    }
}

/// A treaty without what follows from its clauses.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename = "Treaty")]
struct Written {
    agenda: ClauseSet,
    clauses: [Clause; MAX_CLAUSES],
}

impl From<Treaty> for Written {
    fn from(treaty: Treaty) -> Self {
        Self {
            agenda: treaty.agenda,
            clauses: treaty.clauses,
        }
    }
}

impl From<Written> for Treaty {
    fn from(Written { agenda, clauses }: Written) -> Self {
        let mut treaty = Self {
            clauses,
            agenda,
            vague: ClauseSet::EMPTY,
            clear: ClauseSet::EMPTY,
            sides: PerSide::default(),
        };
        for index in 0..MAX_CLAUSES {
            treaty.note(ClauseId(index as u8));
        }
        treaty
    }
}

impl Deref for Treaty {
    type Target = [Clause; MAX_CLAUSES];
    #[inline]
    fn deref(&self) -> &Self::Target {
        &self.clauses
    }
}

impl Treaty {
    /// Nothing agreed, nothing offered.
    pub fn untouched(t: &Tables) -> Self {
        let mut clauses = [Clause::untouched(0); MAX_CLAUSES];
        for (clause, table) in clauses.iter_mut().zip(&t.clauses) {
            *clause = Clause::untouched(table.quo);
        }
        let agenda = t.agenda();
        let marks = Marks {
            levels: (agenda.iter()).fold(0, |all, id| all | CELL << (id.0 * Level::COUNT)),
            sets: 0,
        };
        Self {
            clauses,
            agenda,
            vague: ClauseSet::EMPTY,
            clear: ClauseSet::EMPTY,
            sides: PerSide([marks; 2]),
        }
    }

    /// Changes a clause.
    #[inline]
    pub fn change<R>(&mut self, id: ClauseId, change: impl FnOnce(&mut Clause) -> R) -> R {
        let result = change(&mut self.clauses[id.index()]);
        self.note(id);
        result
    }

    /// The clauses on the agenda: the others can be neither offered nor signed.
    #[inline]
    pub const fn agenda(&self) -> ClauseSet {
        self.agenda
    }

    /// The clauses in force in vague words.
    #[inline]
    pub const fn vague(&self) -> ClauseSet {
        self.vague
    }

    /// The clauses in force in clear words.
    #[inline]
    pub const fn clear(&self) -> ClauseSet {
        self.clear
    }

    /// The clauses in force, in whatever words.
    #[inline]
    pub fn agreed(&self) -> ClauseSet {
        self.vague | self.clear
    }

    /// The clauses not agreed yet.
    #[inline]
    pub fn open(&self) -> ClauseSet {
        self.agenda - self.agreed()
    }

    /// The open clauses on which the side has an offer standing.
    #[inline]
    pub fn offered(&self, side: Side) -> ClauseSet {
        self.sides[side].set(Mark::Offered)
    }

    /// Those of them on which it waits in the back channel.
    #[inline]
    pub fn offered_back(&self, side: Side) -> ClauseSet {
        self.sides[side].set(Mark::Back)
    }

    /// The open clauses on which the side has left its ideal in public.
    #[inline]
    pub fn moved(&self, side: Side) -> ClauseSet {
        self.sides[side].set(Mark::Moved)
    }

    /// The clauses in force that the side can stop performing.
    #[inline]
    pub fn performed(&self, side: Side) -> ClauseSet {
        self.sides[side].set(Mark::Performed)
    }

    /// The levels that the side may offer, five bits for each clause: from what it has already
    /// put forward, toward the other, to where the other stands; what the other has put
    /// forward itself is accepted, not offered.
    #[inline]
    pub fn levels(&self, side: Side) -> u64 {
        self.sides[side].levels
    }

    /// Brings the sets up to date with a clause.
    fn note(&mut self, id: ClauseId) {
        if !self.agenda.has(id) {
            return;
        }
        let clause = &self.clauses[id.index()];
        self.vague.put(id, clause.status == Status::Vague);
        self.clear.put(id, clause.status == Status::Clear);
        let [presser, holder] = &mut self.sides.0;
        if clause.agreed() {
            let performed = |side: Side| match clause.performer() {
                Some(who) if who != side => 0,
                _ => Mark::Performed.bit(),
            };
            presser.put(id, 0, performed(Side::Presser));
            holder.put(id, 0, performed(Side::Holder));
        } else {
            let low = clause.reach(Side::Presser).0.min(Level::TOP.0);
            let high = clause.reach(Side::Holder).0.min(Level::TOP.0);
            let [by_presser, by_holder] = clause.standing.0.map(|offer| u8::from(offer.is_some()));
            presser.put(
                id,
                cell(low, high + 1 - by_holder),
                open_marks(clause, Side::Presser),
            );
            holder.put(
                id,
                cell(low + by_presser, high + 1),
                open_marks(clause, Side::Holder),
            );
        }
    }
}

/// The levels from one up to but not including another.
#[inline]
const fn cell(low: u8, end: u8) -> u64 {
    ((1 << end) - 1) & !((1 << low) - 1)
}

/// What is true of an open clause for a side.
#[inline]
fn open_marks(clause: &Clause, side: Side) -> u64 {
    let mut marks = 0;
    if let Some(offer) = clause.standing[side] {
        marks |= Mark::Offered.bit();
        if offer.is_back() {
            marks |= Mark::Back.bit();
        }
    }
    if clause.position[side] != Level::ideal(side) {
        marks |= Mark::Moved.bit();
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;

    #[test]
    fn an_untouched_treaty_is_noted_as_such() {
        let t = Scenario::load("gulf").unwrap().tables;
        let treaty = Treaty::untouched(&t);
        assert_eq!(treaty, Treaty::from(Written::from(treaty)));
    }
}
