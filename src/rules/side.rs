//! The two sides of the talks, by role. A scenario gives them names.

use serde::{Deserialize, Serialize};
use std::ops::{Index, IndexMut};

/// One of the two sides, by the role it plays in the talks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum Side {
    /// The side that presses: it squeezes, and wants maximal concessions.
    Presser,
    /// The side that holds: it endures, and wants commitments that last.
    Holder,
}

impl Side {
    /// Both sides, presser first: the order in which ties are listed everywhere.
    pub const BOTH: [Self; 2] = [Self::Presser, Self::Holder];

    /// The other side of the table.
    #[inline]
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Presser => Self::Holder,
            Self::Holder => Self::Presser,
        }
    }

    /// 0 for the presser, 1 for the holder.
    #[inline]
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// One value for each side, indexed by [`Side`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PerSide<T>(pub [T; 2]);

impl<T> PerSide<T> {
    /// The value that `make` gives for each side.
    pub fn from_fn(mut make: impl FnMut(Side) -> T) -> Self {
        Self([make(Side::Presser), make(Side::Holder)])
    }

    /// Both values, presser first.
    pub fn iter(&self) -> impl Iterator<Item = (Side, &T)> {
        Side::BOTH.into_iter().zip(&self.0)
    }
}

impl<T> Index<Side> for PerSide<T> {
    type Output = T;
    #[inline]
    fn index(&self, side: Side) -> &T {
        &self.0[side.index()]
    }
}

impl<T> IndexMut<Side> for PerSide<T> {
    #[inline]
    fn index_mut(&mut self, side: Side) -> &mut T {
        &mut self.0[side.index()]
    }
}
