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
    levels: u64,
    sides: PerSide<Marks>,
}

/// What is true of which clause for one side: four sets, sixteen bits for each, by [`Mark`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
struct Marks(u64);

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
        ClauseSet((self.0 >> (16 * mark as u32)) as u16)
    }

    /// Replaces all that is marked of one clause.
    #[inline]
    fn put(&mut self, id: ClauseId, marks: u64) {
        self.0 = self.0 & !(Mark::ALL << id.0) | marks << id.0;
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
            levels: 0,
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
        let levels = cell(1, Level::TOP.0);
        Self {
            clauses,
            agenda,
            vague: ClauseSet::EMPTY,
            clear: ClauseSet::EMPTY,
            levels: (agenda.iter()).fold(0, |all, id| all | levels << place(id)),
            sides: PerSide::default(),
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

    /// The levels that may be offered, five bits for each clause: those between the two sides,
    /// since an offer moves, and what the other side asks for is accepted, not offered.
    #[inline]
    pub const fn levels(&self) -> u64 {
        self.levels
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
        self.levels &= !(CELL << place(id));
        if clause.agreed() {
            let performed = |side: Side| match clause.performer() {
                Some(who) if who != side => 0,
                _ => Mark::Performed.bit(),
            };
            presser.put(id, performed(Side::Presser));
            holder.put(id, performed(Side::Holder));
        } else {
            let low = clause.reach(Side::Presser).0.min(Level::TOP.0);
            let high = clause.reach(Side::Holder).0.min(Level::TOP.0);
            self.levels |= cell(low + 1, high) << place(id);
            presser.put(id, open_marks(clause, Side::Presser));
            holder.put(id, open_marks(clause, Side::Holder));
        }
    }
}

/// Where the bits of a clause begin in [`Treaty::levels`].
#[inline]
const fn place(id: ClauseId) -> u32 {
    id.0 as u32 * Level::COUNT as u32
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
