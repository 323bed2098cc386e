//! The course of a game with all cards open: what each round was worth to both sides, and
//! whether their own decisions, the other's or chance has moved it.
//!
//! ```text
//!   worth ──► both plans ──► chance, the next event ──► both answers, if it asks ──► worth
//! ```
//! What two decisions together have moved is parted between them evenly: each counts by what
//! it changes on the average of coming first and of coming second (Shapley 1953), against
//! what strong players would have decided.

use super::COURSE;
use super::game::{Game, Round};
use super::luck::{Both, Luck};
use super::progress::Progress;
use super::study::{Studies, Study, drawn};
use super::weigh::Effort;
use crate::rules::outcome::Outcome;
use crate::rules::plan::{ChoiceId, Decision, EventId};
use crate::rules::score::scores;
use crate::rules::side::{PerSide, Side};
use crate::rules::state::{Plans, State};
use crate::rules::tables::Tables;
use crate::statistics::Estimate;
use rayon::prelude::*;

/// One round of the course.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// Which, from 1.
    pub round: u8,
    /// The score that each side could expect at its start, both playing well from there.
    pub worth: PerSide<Estimate>,
    /// What moved it, for each side.
    pub moved: PerSide<Moved>,
    /// What both did.
    pub plans: Plans,
    /// What chance brought.
    pub chance: Vec<Outcome>,
}

/// What moved the score that a side could expect.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moved {
    /// Its own plan.
    pub own: Estimate,
    /// The other side's plan.
    pub theirs: Estimate,
    /// What chance made of both, and the next event.
    pub chance: Estimate,
}

/// An event that asked, and what the answers did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reply {
    /// The round that the event opened.
    pub round: u8,
    /// The event.
    pub event: EventId,
    /// What was answered; nothing by a side that was not asked.
    pub answers: PerSide<Option<ChoiceId>>,
    /// By how much each side's answer moved the score that each could expect: first whose
    /// answer, then whose score.
    pub moved: PerSide<PerSide<Estimate>>,
}

/// What each combination of decisions promises both sides: those of strong players, the
/// presser's own, the holder's own, and both their own.
type Sample = [PerSide<f64>; 4];

/// What a moment was worth, and what both decisions did to that: first whose decision, then whose
/// score.
struct Sampled {
    worth: PerSide<Estimate>,
    by: PerSide<PerSide<Estimate>>,
}

/// The course of a game, and what the answers to its events did to it.
pub(super) fn course(
    t: &Tables,
    game: &Game,
    studies: &PerSide<Studies>,
    effort: Effort,
    progress: &Progress,
) -> (Vec<Stretch>, Vec<Reply>) {
    let games = effort.states * effort.games;
    let replies = replies(t, game, studies, games, progress);
    let sampled: Vec<Sampled> = (0..game.rounds.len())
        .into_par_iter()
        .map(|n| {
            let round = &game.rounds[n];
            let thoughts = PerSide::from_fn(|side: Side| &studies[side].plans[n]);
            let sampled = plans(t, game, round, thoughts, games);
            progress.done(COURSE);
            sampled
        })
        .collect();
    let last = scores(t, &game.last);
    let stretches = (0..sampled.len()).map(|n| {
        let round = &game.rounds[n];
        let Sampled { worth, by } = &sampled[n];
        let next = |side: Side| match sampled.get(n + 1) {
            Some(next) => next.worth[side],
            None => Estimate::give_or_take(f64::from(last[side].total.get()) / 10.0, 0.0),
        };
        // The answers that came before the next plans.
        let answered = |side: Side| {
            let after = replies
                .iter()
                .filter(|reply| reply.round == round.number + 1);
            let both = move |reply: &Reply| Side::BOTH.map(|who| reply.moved[who][side]);
            after.flat_map(both)
        };
        let moved = |side: Side| {
            let plans = Side::BOTH.map(|who| by[who][side]);
            Moved {
                own: by[side][side],
                theirs: by[side.other()][side],
                chance: rest(
                    next(side),
                    worth[side],
                    plans.into_iter().chain(answered(side)),
                ),
            }
        };
        Stretch {
            round: round.number,
            worth: *worth,
            moved: PerSide::from_fn(moved),
            plans: round.plans,
            chance: by_chance(game, round),
        }
    });
    let stretches = stretches.collect();
    (stretches, replies)
}

/// What no decision explains of the way from one worth to the next.
fn rest(next: Estimate, before: Estimate, moved: impl Iterator<Item = Estimate>) -> Estimate {
    let square = |estimate: Estimate| (estimate.high - estimate.value).powi(2);
    let (value, squares) = moved.fold(
        (next.value - before.value, square(next) + square(before)),
        |(value, squares), by| (value - by.value, squares + square(by)),
    );
    Estimate::give_or_take(value, squares.sqrt())
}

/// What the answers to every event that asked did.
fn replies(
    t: &Tables,
    game: &Game,
    studies: &PerSide<Studies>,
    games: usize,
    progress: &Progress,
) -> Vec<Reply> {
    let mut asked = PerSide::from_fn(|side: Side| studies[side].answers.iter());
    let strong: Vec<Both> = (game.questions.iter())
        .map(|question| {
            PerSide::from_fn(|side| {
                question.answers[side]?;
                let asked = asked[side].next()?;
                Some(Decision::Choice(asked.strong))
            })
        })
        .collect();
    (game.questions.par_iter().zip(strong))
        .map(|(question, strong)| {
            let own = PerSide(
                question
                    .answers
                    .0
                    .map(|answer| answer.map(Decision::Choice)),
            );
            let number = u64::from(question.round) << 32 | 1 << 61;
            let sampled = sample(t, game, &question.state, own, |_| strong, (number, games));
            progress.done(COURSE);
            Reply {
                round: question.round,
                event: question.event,
                answers: question.answers,
                moved: sampled.by,
            }
        })
        .collect()
}

/// What both plans of a round did.
fn plans(
    t: &Tables,
    game: &Game,
    round: &Round,
    studies: PerSide<&Study>,
    games: usize,
) -> Sampled {
    let planned = |plan| Some(Decision::Plan(plan));
    let own = PerSide(round.plans.0.map(planned));
    let strong = |luck: &mut Luck<'_>| {
        PerSide::from_fn(|side| planned(drawn(&studies[side].thought, luck.dice())))
    };
    let number = u64::from(round.number) << 32 | 1 << 60;
    sample(t, game, &round.state, own, strong, (number, games))
}

/// What was decided in a state, against what strong players would have.
fn sample(
    t: &Tables,
    game: &Game,
    state: &State,
    own: Both,
    strong: impl Fn(&mut Luck<'_>) -> Both,
    (number, games): (u64, usize),
) -> Sampled {
    let mut samples: Vec<Sample> = Vec::with_capacity(games);
    let points = |worth: PerSide<i32>| PerSide(worth.0.map(|tenths| f64::from(tenths) / 10.0));
    for n in 0..games {
        let mut luck = Luck::new(number | n as u64).forcing(Some(&game.forced));
        let strong = strong(&mut luck);
        let decided = [
            strong,
            PerSide([own.0[0], strong.0[1]]),
            PerSide([strong.0[0], own.0[1]]),
            own,
        ];
        samples.push(decided.map(|both| points(luck.score(t, state, both))));
    }
    let by = |mover: Side, side: Side| {
        let (with, without) = (1 + mover.index(), 1 + mover.other().index());
        Estimate::mean(samples.iter().map(|s| {
            let first = s[with][side] - s[0][side];
            let second = s[3][side] - s[without][side];
            f64::midpoint(first, second)
        }))
    };
    Sampled {
        worth: PerSide::from_fn(|side| Estimate::mean(samples.iter().map(|s| s[0][side]))),
        by: PerSide::from_fn(|mover| PerSide::from_fn(|side| by(mover, side))),
    }
}

/// What chance had a hand in, of what came of a round; not an event that was forced.
fn by_chance(game: &Game, round: &Round) -> Vec<Outcome> {
    let forced = game.forced.opening(round.number + 1);
    let chance = |outcome: &&Outcome| match outcome {
        Outcome::News(Some(event)) => forced != Some(*event),
        outcome => matches!(
            outcome,
            Outcome::Incident(_)
                | Outcome::Broke(_)
                | Outcome::Leaked(..)
                | Outcome::Refused(..)
                | Outcome::Ended(_)
        ),
    };
    round.outcomes.iter().filter(chance).copied().collect()
}
