//! Decisions weighed: each against the best alternative, from what its side could know and
//! with all cards open.
//!
//! ```text
//!   states that the side could hold to be possible ─┬─ one half: which decision is best?
//!     (in each, what the other side does, found by  ├─ the other half: by how much?
//!      a short search of its own)                   └─ all, to the end: what did it promise?
//! ```
//! The best of several estimates is too good to be true (the winner's curse), so that what
//! picks the alternative is never what tells its worth. The unit of chance is the state: the
//! games played on from one are counted as one.

use super::luck::Luck;
use super::progress::Progress;
use crate::negotiator::{Negotiator, OwnDice, Profile, Search};
use crate::record::Forced;
use crate::rules::plan::Decision;
use crate::rules::side::{PerSide, Side};
use crate::rules::state::State;
use crate::rules::tables::Tables;
use crate::rules::view::View;
use crate::statistics::Estimate;
use rayon::prelude::*;

/// What a decision was worth beside the best alternative, in mission points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verdict<D> {
    /// The score to be expected before it: with the best decision that was looked at.
    pub before: Estimate,
    /// The score to be expected with what was decided.
    pub after: Estimate,
    /// The best other decision.
    pub alternative: D,
    /// The score to be expected with that.
    pub instead: Estimate,
    /// What the decision has cost against it: negative if nothing better was found.
    pub cost: Estimate,
}

/// A moment at which a side decided.
pub(super) struct Moment<'a, D> {
    /// The round.
    pub round: u8,
    /// Whose.
    pub side: Side,
    /// How things stood.
    pub truth: &'a State,
    /// What the other side decided, if it was asked.
    pub met: Option<Decision>,
    /// States that the side could hold to be possible.
    pub states: &'a [State],
    /// The events that were forced to come.
    pub forced: &'a Forced,
    /// What was decided, and what else could have been, the best liked first.
    pub options: Vec<D>,
}

/// What was seen in one state, in points.
#[derive(Clone, Debug, Default)]
struct Sample {
    /// What each decision promised, as many as there are.
    options: Vec<f64>,
    /// What the one taken scored in the end.
    end: f64,
}

/// What came of a moment.
#[derive(Clone, Debug)]
pub(super) struct Weighed<D> {
    /// From what the side could know.
    pub known: Verdict<D>,
    /// With all cards open.
    pub open: Verdict<D>,
}

/// How the simulations of a decision are dealt out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Effort {
    /// So many states.
    pub states: usize,
    /// In each, so many games.
    pub games: usize,
}

impl Effort {
    /// Of so many simulations for a decision.
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

/// Weighs what was decided at some moments.
pub(super) fn weigh<D: Copy + Into<Decision> + Sync>(
    t: &Tables,
    moments: &[Moment<'_, D>],
    effort: Effort,
    progress: &Progress,
) -> Vec<Weighed<D>> {
    let work: Vec<(&Moment<'_, D>, usize)> = (moments.iter())
        .flat_map(|moment| (0..effort.states).map(move |at| (moment, at)))
        .collect();
    let known: Vec<Sample> = (work.par_iter())
        .map(|&(moment, at)| {
            let Some(state) = moment.states.get(at).filter(|_| !progress.given_up()) else {
                return Sample::of(moment.options.len());
            };
            let number = moment.number(at);
            let met = moment.met.and_then(|_| {
                let view = View::of(t, state, moment.side.other());
                theirs(t, &view, number, progress)
            });
            let sample = compare(t, state, moment, met, None, (effort.games, number));
            progress.done(1);
            sample
        })
        .collect();
    let open: Vec<Vec<Sample>> = (moments.par_iter())
        .map(|moment| hindsight(t, moment, effort))
        .collect();
    (moments.iter().zip(known.chunks(effort.states)).zip(open))
        .map(|((moment, known), open)| Weighed {
            known: verdict(known, &moment.options),
            open: verdict(&open, &moment.options),
        })
        .collect()
}

impl<D: Copy + Into<Decision>> Moment<'_, D> {
    /// A number for the chance met in one of its states.
    fn number(&self, at: usize) -> u64 {
        let asked = matches!(self.options[0].into(), Decision::Choice(_));
        let place = u64::from(self.round) << 1 | self.side as u64;
        u64::from(asked) << 57 | place << 32 | (at as u64) << 16
    }
}

/// What the other side does in a state.
fn theirs(t: &Tables, view: &View, number: u64, progress: &Progress) -> Option<Decision> {
    view.ask(t)?;
    let dice = OwnDice::new(number, view.side);
    let mut search = Search::new(Profile::BRIEF, dice, progress.stop().clone());
    Some(search.decide(t, view))
}

/// What each option brings in a state on the average of so many games, all of which meet the
/// same.
fn compare<D: Copy + Into<Decision>>(
    t: &Tables,
    state: &State,
    moment: &Moment<'_, D>,
    met: Option<Decision>,
    forced: Option<&Forced>,
    (games, number): (usize, u64),
) -> Sample {
    let side = moment.side;
    let mut sums = vec![0_i64; moment.options.len()];
    let mut ends = 0_i64;
    for game in 0..games {
        let luck = Luck::new(number + game as u64).forcing(forced);
        let with = |decision: D| {
            let mut both = PerSide([met; 2]);
            both[side] = Some(decision.into());
            both
        };
        for (sum, &option) in sums.iter_mut().zip(&moment.options) {
            *sum += i64::from(luck.promise(t, state, with(option))[side]);
        }
        ends += i64::from(luck.score(t, state, with(moment.options[0]))[side]);
    }
    let whole = games as f64 * 10.0;
    Sample {
        options: sums.iter().map(|&sum| sum as f64 / whole).collect(),
        end: ends as f64 / whole,
    }
}

/// The same where all is known: in the true state, against what the other side did. There
/// each game is a sample of its own.
fn hindsight<D: Copy + Into<Decision>>(
    t: &Tables,
    moment: &Moment<'_, D>,
    effort: Effort,
) -> Vec<Sample> {
    let each = |at| {
        let number = moment.number(at) | 1 << 56;
        let (met, forced) = (moment.met, Some(moment.forced));
        compare(t, moment.truth, moment, met, forced, (effort.games, number))
    };
    (0..effort.states).map(each).collect()
}

/// Of these samples, the even ones pick the best and the odd ones tell by how much. What was
/// decided is the first of the options.
fn verdict<D: Copy>(samples: &[Sample], options: &[D]) -> Verdict<D> {
    let half = |first: usize| samples.iter().skip(first).step_by(2);
    let sum = |option: usize| half(0).map(|sample| sample.options[option]).sum::<f64>();
    let others = (1..options.len()).rev();
    // Of several as good, the one that the strong player likes better.
    let best = others.max_by(|&a, &b| sum(a).total_cmp(&sum(b)));
    let best = best.unwrap_or(0);
    let cost = Estimate::mean(half(1).map(|sample| sample.options[best] - sample.options[0]));
    let after = Estimate::mean(samples.iter().map(|sample| sample.end));
    let reach = (after.high - after.value).hypot(cost.high - cost.value);
    let instead = Estimate::give_or_take(after.value + cost.value, reach);
    let better = sum(best) > sum(0) && cost.value > 0.0;
    Verdict {
        before: if better { instead } else { after },
        after,
        alternative: options[best],
        instead,
        cost,
    }
}

impl Sample {
    /// Of nothing, with so many options.
    fn of(options: usize) -> Self {
        Self {
            options: vec![0.0; options],
            end: 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::grade::Grade;
    use super::*;
    use crate::rules::plan::Plan;

    #[test]
    fn what_picks_the_best_does_not_tell_its_worth() {
        // The second plan looks good on the even samples and is bad on the odd ones.
        let samples: Vec<Sample> = (0..8)
            .map(|n| Sample {
                options: vec![5.0, if n % 2 == 0 { 9.0 } else { 1.0 }],
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
