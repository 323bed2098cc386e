//! The course of a game with all cards open: what each round was worth to both sides, and
//! whether their own plans, the other's or chance has moved it.
//!
//! What two plans together have moved is parted between them evenly: each counts by what it
//! changes on the average of coming first and of coming second (Shapley 1953), against the
//! plans that a strong player would have made.

use super::COURSE;
use super::game::{Game, Round};
use super::judge::Effort;
use super::luck::Luck;
use super::progress::Progress;
use super::study::{Study, drawn};
use crate::rules::outcome::Outcome;
use crate::rules::score::scores;
use crate::rules::side::{PerSide, Side};
use crate::rules::state::Plans;
use crate::rules::tables::Tables;
use crate::simulate::Estimate;
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
    /// What chance made of both, the next event, and the answers to it.
    pub chance: Estimate,
}

/// What each combination of plans promises both sides: those of strong players, the presser's
/// own, the holder's own, and both their own.
type Sample = [PerSide<f64>; 4];

/// What a round was worth, and what the plans did to it.
struct Sampled {
    worth: PerSide<Estimate>,
    by: PerSide<PerSide<Estimate>>,
}

/// The course of a game.
pub(super) fn course(
    t: &Tables,
    game: &Game,
    studies: &PerSide<Vec<Study>>,
    effort: Effort,
    progress: &Progress,
) -> Vec<Stretch> {
    let games = effort.states * effort.games;
    let sampled: Vec<Sampled> = (0..game.rounds.len())
        .into_par_iter()
        .map(|n| {
            let thoughts = PerSide::from_fn(|side: Side| &studies[side][n]);
            let sampled = sample(t, &game.rounds[n], thoughts, games);
            progress.done(COURSE);
            sampled
        })
        .collect();
    let last = scores(t, &game.last);
    (0..sampled.len())
        .map(|n| {
            let Sampled { worth, by } = &sampled[n];
            let next = |side: Side| match sampled.get(n + 1) {
                Some(next) => next.worth[side],
                None => Estimate::give_or_take(f64::from(last[side].total.get()) / 10.0, 0.0),
            };
            let moved = |side: Side| Moved {
                own: by[side][side],
                theirs: by[side.other()][side],
                chance: rest(
                    next(side),
                    worth[side],
                    by[side][side],
                    by[side.other()][side],
                ),
            };
            Stretch {
                round: game.rounds[n].number,
                worth: *worth,
                moved: PerSide::from_fn(moved),
                plans: game.rounds[n].plans,
                chance: by_chance(&game.rounds[n].outcomes),
            }
        })
        .collect()
}

/// What neither plan explains of the way from one worth to the next.
fn rest(next: Estimate, before: Estimate, own: Estimate, theirs: Estimate) -> Estimate {
    let reach = |estimate: Estimate| estimate.high - estimate.value;
    let all = [next, before, own, theirs].map(reach);
    let whole = all.iter().map(|reach| reach * reach).sum::<f64>().sqrt();
    Estimate::give_or_take(next.value - before.value - own.value - theirs.value, whole)
}

fn sample(t: &Tables, round: &Round, studies: PerSide<&Study>, games: usize) -> Sampled {
    let mut samples: Vec<Sample> = Vec::with_capacity(games);
    let points = |worth: PerSide<i32>| PerSide(worth.0.map(|tenths| f64::from(tenths) / 10.0));
    for game in 0..games {
        let mut luck = Luck::new(u64::from(round.number) << 32 | 1 << 60 | game as u64);
        let strong = PerSide::from_fn(|side| drawn(&studies[side].thought, luck.dice()));
        let own = round.plans;
        let plans = [
            strong,
            PerSide([own.0[0], strong.0[1]]),
            PerSide([strong.0[0], own.0[1]]),
            own,
        ];
        samples.push(plans.map(|plans| points(luck.score(t, &round.state, plans))));
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

/// What chance had a hand in, of what came of a round.
fn by_chance(outcomes: &[Outcome]) -> Vec<Outcome> {
    let chance = |outcome: &&Outcome| {
        matches!(
            outcome,
            Outcome::Incident(_)
                | Outcome::Broke(_)
                | Outcome::Leaked(..)
                | Outcome::Refused(..)
                | Outcome::News(Some(_))
                | Outcome::Ended(_)
        )
    };
    outcomes.iter().filter(chance).copied().collect()
}
