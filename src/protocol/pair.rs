//! One value for each side, as the side that reads it sees them.

use crate::rules::side::{PerSide, Side};
use serde::{Deserialize, Serialize};

/// What is one's own, and what is the other side's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair<T> {
    /// Of the side that the view belongs to.
    pub own: T,
    /// Of the side across the table.
    pub other: T,
}

impl<T> Pair<T> {
    /// The value of each side, for `side` to read.
    pub fn of(side: Side, mut value: impl FnMut(Side) -> T) -> Self {
        Self {
            own: value(side),
            other: value(side.other()),
        }
    }

    /// The same by role; the conversion may fail.
    pub fn per_side<U, E>(
        self,
        side: Side,
        mut read: impl FnMut(Side, T) -> Result<U, E>,
    ) -> Result<PerSide<U>, E> {
        let own = read(side, self.own)?;
        let other = read(side.other(), self.other)?;
        Ok(PerSide(match side {
            Side::Presser => [own, other],
            Side::Holder => [other, own],
        }))
    }
}
