//! What a game turned on: the largest swings of the score that a side could expect.

use super::course::{Moved, Stretch};
use crate::rules::side::Side;
use crate::simulate::Estimate;

/// At most so many are told.
const MOST: usize = 5;
/// A swing of less than this turned nothing, in points.
const LEAST: f64 = 2.0;

/// Who or what moved the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mover {
    /// The side itself.
    Own,
    /// The other side.
    Other,
    /// Chance, and the event that it brought.
    Chance,
}

impl Mover {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Own, Self::Other, Self::Chance];

    /// Its name among the phrases, and in a file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Other => "other",
            Self::Chance => "chance",
        }
    }
}

impl Moved {
    /// By how much it was moved by this.
    pub const fn by(&self, mover: Mover) -> Estimate {
        match mover {
            Mover::Own => self.own,
            Mover::Other => self.theirs,
            Mover::Chance => self.chance,
        }
    }
}

/// A turning point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turning {
    /// In which round.
    pub round: u8,
    /// What turned it.
    pub mover: Mover,
    /// By how much, in points.
    pub by: Estimate,
}

/// The turning points of a game for a side, the largest first.
pub(super) fn turning(course: &[Stretch], side: Side) -> Vec<Turning> {
    let swings = course.iter().flat_map(|stretch| {
        Mover::ALL.map(|mover| Turning {
            round: stretch.round,
            mover,
            by: stretch.moved[side].by(mover),
        })
    });
    let sure = |swing: &Turning| swing.by.low > 0.0 || swing.by.high < 0.0;
    let mut points: Vec<Turning> = swings
        .filter(|swing| swing.by.value.abs() >= LEAST && sure(swing))
        .collect();
    // The sort is stable: of equals, the earlier first.
    points.sort_by(|a, b| b.by.value.abs().total_cmp(&a.by.value.abs()));
    points.truncate(MOST);
    points
}
