//! Plans judged: each against the best alternative, from what its side could know.
//!
//! ```text
//!   states that the side could hold to be possible ─┬─ one half: which plan is best?
//!     (in each, the other side's plan, found by     ├─ the other half: by how much?
//!      a short search of its own)                   └─ all, to the end: what did it promise?
//! ```
//! The best of several estimates is too good to be true (the winner's curse), so that what
//! picks the alternative is never what tells its worth. The unit of chance is the state: the
//! games played on from one are counted as one.

use super::game::{Game, Round};
use super::grade::Grade;
use super::luck::Luck;
use super::progress::Progress;
use super::study::{Held, Study};
use crate::negotiator::{Negotiator, OwnDice, Profile, Search};
use crate::rules::plan::{Decision, Plan};
use crate::rules::side::{PerSide, Side};
use crate::rules::state::State;
use crate::rules::tables::Tables;
use crate::rules::view::View;
use crate::simulate::Estimate;
use rayon::prelude::*;

/// How many of a strong player's plans the one chosen is held against.
const RIVALS: usize = 5;

/// A plan, judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// The round.
    pub round: u8,
    /// The plan.
    pub plan: Plan,
    /// How good it was, by what its side could know.
    pub grade: Grade,
    /// That judgement.
    pub known: Verdict,
    /// The same with all cards open, the other side's plan too: what no one could know.
    pub hindsight: Verdict,
    /// What the side had reason to believe.
    pub held: Held,
}

/// What a plan was worth beside the best alternative, in mission points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verdict {
    /// The score to be expected before the plan: with the best plan that was looked at.
    pub before: Estimate,
    /// The score to be expected with the plan chosen.
    pub after: Estimate,
    /// The best other plan.
    pub alternative: Plan,
    /// The score to be expected with that.
    pub instead: Estimate,
    /// What the plan chosen has cost against it: negative if nothing better was found.
    pub cost: Estimate,
}

/// What was seen in one state, in points.
#[derive(Clone, Debug, Default)]
struct Sample {
    /// What each plan promised, as many as there are.
    plans: Vec<f64>,
    /// What the plan chosen scored in the end.
    end: f64,
}

/// How the simulations of a plan are dealt out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Effort {
    /// So many states.
    pub states: usize,
    /// In each, so many games.
    pub games: usize,
}

impl Effort {
    /// Of so many simulations for a plan.
    pub fn of(simulations: u32) -> Self {
        let all = simulations as usize;
        // At least four states: two to pick the best alternative, two to tell its worth.
        let states = (all / 8).clamp(4, 64);
        Self {
            states,
            games: (all / states).max(1),
        }
    }
}

/// Judges every plan of a side.
pub(super) fn judge(
    t: &Tables,
    game: &Game,
    side: Side,
    studies: &[Study],
    effort: Effort,
    progress: &Progress,
) -> Vec<Judged> {
    let rounds: Vec<(&Round, &Study)> = game.rounds.iter().zip(studies).collect();
    let work: Vec<(usize, usize)> = (0..rounds.len())
        .flat_map(|round| (0..effort.states).map(move |state| (round, state)))
        .collect();
    let plans: Vec<Vec<Plan>> = rounds
        .iter()
        .map(|(round, study)| candidates(t, round, side, study))
        .collect();
    let samples: Vec<Sample> = work
        .par_iter()
        .map(|&(n, at)| {
            let (round, study) = rounds[n];
            let Some(state) = study.states.get(at).filter(|_| !progress.given_up()) else {
                return Sample::of(plans[n].len());
            };
            let number = number(round.number, side, at);
            let met = theirs(t, state, side.other(), number, progress);
            let sample = compare(t, state, side, met, &plans[n], effort.games, number);
            progress.done(1);
            sample
        })
        .collect();
    let open: Vec<Vec<Sample>> = rounds
        .par_iter()
        .zip(&plans)
        .map(|(&(round, _), plans)| hindsight(t, round, side, plans, effort))
        .collect();
    let samples = samples.chunks(effort.states);
    (rounds.iter().zip(samples).zip(open).zip(&plans))
        .map(|((((round, study), known), open), plans)| {
            let known = verdict(known, plans);
            Judged {
                round: round.number,
                plan: round.plans[side],
                grade: Grade::of(known.cost),
                known,
                hindsight: verdict(&open, plans),
                held: study.held.clone(),
            }
        })
        .collect()
}

/// The plan chosen, and those that it is held against: a strong player's best few, and the
/// quiet one.
fn candidates(t: &Tables, round: &Round, side: Side, study: &Study) -> Vec<Plan> {
    let legal = View::of(t, &round.state, side).legal(t);
    let mut plans = vec![round.plans[side]];
    let best = study.thought.ranked();
    let best = best.iter().take(RIVALS).map(|weighed| weighed.plan);
    for plan in best.chain([Plan::DEFAULT]) {
        if legal.allows(&plan) && !plans.contains(&plan) {
            plans.push(plan);
        }
    }
    plans
}

/// A number for the chance met in one state of one round.
fn number(round: u8, side: Side, at: usize) -> u64 {
    (u64::from(round) << 1 | side as u64) << 32 | (at as u64) << 16
}

/// What the other side does in a state.
fn theirs(t: &Tables, state: &State, side: Side, number: u64, progress: &Progress) -> Plan {
    let dice = OwnDice::new(number, side);
    let mut search = Search::new(Profile::BRIEF, dice, progress.stop().clone());
    match search.decide(t, &View::of(t, state, side)) {
        Decision::Plan(plan) => plan,
        Decision::Choice(_) => Plan::DEFAULT,
    }
}

/// What each of these plans brings in a state on the average of so many games, all of which
/// meet the same.
fn compare(
    t: &Tables,
    state: &State,
    side: Side,
    met: Plan,
    plans: &[Plan],
    games: usize,
    number: u64,
) -> Sample {
    let mut sums = vec![0_i64; plans.len()];
    let mut ends = 0_i64;
    for game in 0..games {
        let luck = Luck::new(number + game as u64);
        let with = |plan: Plan| {
            let mut both = PerSide([plan; 2]);
            both[side.other()] = met;
            both
        };
        for (sum, &plan) in sums.iter_mut().zip(plans) {
            *sum += i64::from(luck.promise(t, state, with(plan))[side]);
        }
        ends += i64::from(luck.score(t, state, with(plans[0]))[side]);
    }
    let whole = games as f64 * 10.0;
    Sample {
        plans: sums.iter().map(|&sum| sum as f64 / whole).collect(),
        end: ends as f64 / whole,
    }
}

/// The same where all is known: in the true state, against what the other side did. There
/// each game is a sample of its own.
fn hindsight(t: &Tables, round: &Round, side: Side, plans: &[Plan], effort: Effort) -> Vec<Sample> {
    let met = round.plans[side.other()];
    let each = |at| {
        let number = number(round.number, side, at) | 1 << 56;
        compare(t, &round.state, side, met, plans, effort.games, number)
    };
    (0..effort.states).map(each).collect()
}

/// Of these samples, the even ones pick the best and the odd ones tell by how much. The plan
/// chosen is the first.
fn verdict(samples: &[Sample], plans: &[Plan]) -> Verdict {
    let half = |first: usize| samples.iter().skip(first).step_by(2);
    let sum = |plan: usize| half(0).map(|sample| sample.plans[plan]).sum::<f64>();
    let others = (1..plans.len()).rev();
    // Of several as good, the one that the strong player likes better.
    let best = others.max_by(|&a, &b| sum(a).total_cmp(&sum(b)));
    let best = best.unwrap_or(0);
    let cost = Estimate::mean(half(1).map(|sample| sample.plans[best] - sample.plans[0]));
    let after = Estimate::mean(samples.iter().map(|sample| sample.end));
    let reach = (after.high - after.value).hypot(cost.high - cost.value);
    let instead = Estimate::give_or_take(after.value + cost.value, reach);
    let better = sum(best) > sum(0) && cost.value > 0.0;
    Verdict {
        before: if better { instead } else { after },
        after,
        alternative: plans[best],
        instead,
        cost,
    }
}

impl Sample {
    /// Of nothing, with so many plans.
    fn of(plans: usize) -> Self {
        Self {
            plans: vec![0.0; plans],
            end: 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_picks_the_best_does_not_tell_its_worth() {
        // The second plan looks good on the even samples and is bad on the odd ones.
        let samples: Vec<Sample> = (0..8)
            .map(|n| Sample {
                plans: vec![5.0, if n % 2 == 0 { 9.0 } else { 1.0 }],
                end: 5.0,
            })
            .collect();
        let quiet = Plan::DEFAULT;
        let verdict = verdict(&samples, &[quiet, quiet]);
        assert!((verdict.instead.value - 1.0).abs() < 1e-9, "{verdict:?}");
        assert!((verdict.cost.value + 4.0).abs() < 1e-9, "{verdict:?}");
        assert_eq!(Grade::of(verdict.cost), Grade::Sound);
    }

    #[test]
    fn simulations_are_dealt_out_whole() {
        for (simulations, states, games) in [(1, 4, 1), (64, 8, 8), (512, 64, 8), (1024, 64, 16)] {
            let effort = Effort::of(simulations);
            assert_eq!((effort.states, effort.games), (states, games));
        }
    }
}
