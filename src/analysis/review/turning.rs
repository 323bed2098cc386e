//! What a game turned on: the largest swings of the score that a side could expect.

use super::course::{Moved, Reply, Stretch};
use super::grade::Grade;
use super::judge::{Answered, Judged};
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

/// How the decision that turned a game was judged.
///
/// A grade goes by what its side could know, and by what is sure; a swing is what came of it with
/// all cards open, against strong players. So the two may point different ways, and then a reader
/// wants to know why.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judgement {
    /// The grade.
    pub grade: Grade,
    /// What it cost by what its side could know.
    pub known: Estimate,
    /// What it cost with the cards open, against what the other side really did.
    pub open: Estimate,
}

/// Why a swing and a grade point different ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parting {
    /// Sound and yet a loss: what its side could know spoke against it too, but not surely.
    Noise,
    /// Sound and yet a loss: by cards that its side could not see.
    Hidden,
    /// Sound and yet a loss: against what the other side really did it surely cost nothing, and
    /// the loss is against strong play.
    Strong,
    /// Blamed and yet a gain: by cards that its side could not see, or beside what a strong
    /// player would have done.
    Paid,
}

impl Parting {
    /// Its name among the phrases.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Noise => "noise",
            Self::Hidden => "hidden",
            Self::Strong => "strong",
            Self::Paid => "paid",
        }
    }
}

impl Turning {
    /// Why its swing and its grade point different ways, if they do.
    pub fn parting(&self) -> Option<Parting> {
        let judged = self.judged?;
        let (sound, gain) = (judged.grade == Grade::Sound, self.by.value > 0.0);
        match (sound, gain) {
            (true, true) | (false, false) => None,
            (false, true) => Some(Parting::Paid),
            (true, false) if judged.known.value >= Grade::Inaccuracy.threshold() => {
                Some(Parting::Noise)
            }
            (true, false) if judged.open.low > 0.0 => Some(Parting::Hidden),
            (true, false) => Some(Parting::Strong),
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
    /// How the decision was judged, if it was the side's own.
    pub judged: Option<Judgement>,
}

/// The turning points of a game for a side whose decisions were judged so, the largest first.
pub(super) fn turning(
    course: &[Stretch],
    replies: &[Reply],
    side: Side,
    judged: (&[Judged], &[Answered]),
) -> Vec<Turning> {
    let at = |round: u8| {
        move |(mover, by)| Turning {
            round,
            mover,
            by,
            judged: judgement(judged, round, mover),
        }
    };
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

/// How the side's own decision was judged, if that is what moved the score.
fn judgement(
    (plans, answers): (&[Judged], &[Answered]),
    round: u8,
    mover: Mover,
) -> Option<Judgement> {
    let (grade, known, open) = match mover {
        Mover::Own => {
            let plan = plans.iter().find(|plan| plan.round == round)?;
            (plan.grade, plan.known.cost, plan.hindsight.cost)
        }
        Mover::OwnAnswer => {
            let answer = answers.iter().find(|answer| answer.round == round)?;
            (answer.grade, answer.known.cost, answer.hindsight.cost)
        }
        Mover::Other | Mover::Chance | Mover::OtherAnswer => return None,
    };
    Some(Judgement { grade, known, open })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn swing(by: f64, known: Estimate, open: Estimate) -> Option<Parting> {
        let grade = Grade::of(known);
        let judged = Some(Judgement { grade, known, open });
        let by = Estimate::give_or_take(by, 0.5);
        let (round, mover) = (3, Mover::Own);
        Turning {
            round,
            mover,
            by,
            judged,
        }
        .parting()
    }

    #[test]
    fn a_swing_that_its_grade_contradicts_has_a_reason() {
        let (none, much) = (
            Estimate::give_or_take(0.0, 0.3),
            Estimate::give_or_take(6.0, 0.5),
        );
        let perhaps = Estimate::give_or_take(3.0, 4.0);
        assert_eq!(swing(-4.0, much, much), None, "a blunder that lost");
        assert_eq!(swing(4.0, none, none), None, "a sound plan that won");
        assert_eq!(swing(4.0, much, none), Some(Parting::Paid));
        assert_eq!(swing(-4.0, perhaps, much), Some(Parting::Noise));
        assert_eq!(swing(-4.0, none, much), Some(Parting::Hidden));
        assert_eq!(swing(-4.0, none, none), Some(Parting::Strong));
    }
}
