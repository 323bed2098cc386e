//! What a game turned on: the largest swings of the score that a side could expect.

use super::course::{Moved, Reply, Stretch};
use crate::rules::side::Side;
use crate::statistics::Estimate;

/// At most so many are told.
const MOST: usize = 5;
/// A swing of less than this turned nothing, in points.
const LEAST: f64 = 2.0;

/// What moved the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mover {
    /// The side's own plan.
    Own,
    /// The other side's plan.
    Other,
    /// Chance, and the event that it brought.
    Chance,
    /// The side's own answer to the event that opened the round.
    OwnAnswer,
    /// The other side's answer to it.
    OtherAnswer,
}

impl Mover {
    /// Its name among the phrases, and in a file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Other => "other",
            Self::Chance => "chance",
            Self::OwnAnswer => "own_answer",
            Self::OtherAnswer => "other_answer",
        }
    }
}

impl Moved {
    /// By how much it was moved by each.
    pub const fn each(&self) -> [(Mover, Estimate); 3] {
        [
            (Mover::Own, self.own),
            (Mover::Other, self.theirs),
            (Mover::Chance, self.chance),
        ]
    }
}

impl Reply {
    /// By how much the answers moved what a side could expect, each that was given.
    pub fn each(&self, side: Side) -> impl Iterator<Item = (Mover, Estimate)> {
        let movers = [(Mover::OwnAnswer, side), (Mover::OtherAnswer, side.other())];
        let given = movers
            .into_iter()
            .filter(|(_, who)| self.answers[*who].is_some());
        given.map(move |(mover, who)| (mover, self.moved[who][side]))
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
pub(super) fn turning(course: &[Stretch], replies: &[Reply], side: Side) -> Vec<Turning> {
    let at = |round: u8| move |(mover, by)| Turning { round, mover, by };
    let plans = (course.iter()).flat_map(|s| s.moved[side].each().map(at(s.round)));
    let answers = (replies.iter()).flat_map(|r| r.each(side).map(at(r.round)));
    let sure = |swing: &Turning| swing.by.low > 0.0 || swing.by.high < 0.0;
    let mut points: Vec<Turning> = (plans.chain(answers))
        .filter(|swing| swing.by.value.abs() >= LEAST && sure(swing))
        .collect();
    // The sort is stable: of equals, the earlier plan first.
    points.sort_by(|a, b| b.by.value.abs().total_cmp(&a.by.value.abs()));
    points.truncate(MOST);
    points
}
