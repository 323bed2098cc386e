//! How well beliefs are calibrated: in games that others play, a belief looks on for each side,
//! sees what that side sees, and is held against the truth round by round.

use super::batch::{Batch, seeds};
use crate::negotiator::{Belief, Loss, Prior, bot_seed};
use crate::rules::dice::{Dice, Stream};
use crate::rules::plan::Decision;
use crate::rules::side::{PerSide, Side};
use crate::rules::state::{Ask, Phase, Private, State};
use crate::rules::tables::Tables;
use crate::rules::view::View;
use crate::statistics::{Estimate, count, moments, round};
use rayon::prelude::*;
use serde::Serialize;

/// Games to look on at.
#[derive(Clone, Debug)]
pub struct Calibration<'a> {
    /// The games.
    pub batch: Batch<'a>,
    /// How many guesses a belief holds.
    pub particles: usize,
}

/// A loss beside that of the deal alone, in bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Beside {
    /// What the deal alone misses by, on the average.
    pub prior: f64,
    /// What the belief misses by.
    pub belief: f64,
    /// By how much the belief is nearer to the truth.
    pub gain: f64,
    /// The half width of the interval in which that lies with 95 % confidence. The unit of
    /// chance is the game: both its beliefs are counted as one.
    pub give: f64,
}

/// The losses of all beliefs at the start of one round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Row {
    /// The round.
    pub round: u8,
    /// How many games came so far.
    pub games: u32,
    /// On the mood.
    pub mood: Beside,
    /// On the objectives.
    pub objectives: Beside,
    /// On the red lines.
    pub red_lines: Beside,
    /// On the hand.
    pub hand: Beside,
    /// On all of them.
    pub all: Beside,
}

impl Calibration<'_> {
    /// As many guesses as the strong opponent's belief holds.
    pub const PARTICLES: usize = 256;

    /// Plays all games and looks on, calling `done` after each: a row for each round.
    pub fn run(&self, done: impl Fn() + Sync) -> Vec<Row> {
        let games: Vec<Vec<Sample>> = seeds(self.batch.seed, self.batch.games)
            .into_par_iter()
            .map(|seed| {
                let watched = self.watch(seed);
                done();
                watched
            })
            .collect();
        rows(&games)
    }

    /// Plays one game with a belief looking on for each side.
    fn watch(&self, seed: u64) -> Vec<Sample> {
        let t = &self.batch.scenario.tables;
        let mut seats = self.batch.seats(seed);
        let mut state = State::deal(t, seed, self.batch.length, &mut ());
        let mut watchers = PerSide::from_fn(|side| Watcher::new(self, side, seed));
        let mut samples = Vec::new();
        while state.ending().is_none() {
            let mut losses = PerSide::<Option<[Loss; 2]>>::default();
            let decided = PerSide::from_fn(|side| {
                state.ask(t, side)?;
                let view = View::of(t, &state, side);
                let decision = seats[side].decide(t, &view);
                losses[side] = watchers[side].see(&view, decision, &state.own[side.other()]);
                Some(decision)
            });
            if state.common.phase == Phase::Plans {
                samples.push(Sample {
                    round: state.common.round,
                    losses: losses.0.into_iter().flatten().collect(),
                });
            }
            state.go_on(t, decided, &mut ());
        }
        samples
    }
}

/// What both beliefs missed by at the start of one round of one game: the deal's loss, and
/// the belief's.
#[derive(Clone, Debug, PartialEq)]
struct Sample {
    round: u8,
    losses: Vec<[Loss; 2]>,
}

/// A belief that looks on for a side.
struct Watcher<'a> {
    t: &'a Tables,
    belief: Belief,
    prior: Prior<'a>,
    dice: Dice,
    last: Option<(View, Decision)>,
}

impl<'a> Watcher<'a> {
    fn new(of: &Calibration<'a>, side: Side, seed: u64) -> Self {
        let (t, other) = (&of.batch.scenario.tables, side.other());
        let mut dice = Dice::new(bot_seed(seed, side), Stream::Batch);
        Self {
            t,
            belief: Belief::new(t, side, of.particles, &mut dice),
            prior: Prior::new(t, other),
            dice,
            last: None,
        }
    }

    /// Learns from what has become of the last decision; the losses, if a plan is asked for.
    fn see(&mut self, view: &View, decided: Decision, truth: &Private) -> Option<[Loss; 2]> {
        let t = self.t;
        if let Some((before, own)) = &self.last {
            self.belief.learn(t, before, *own, view, &mut self.dice);
        }
        self.last = Some((*view, decided));
        let plans = view.ask(t) == Some(Ask::Plan);
        plans.then(|| {
            [
                self.prior.loss(view, truth),
                self.belief.loss(t, view, truth),
            ]
        })
    }
}

/// The losses of all games, round by round.
fn rows(games: &[Vec<Sample>]) -> Vec<Row> {
    let last = games.iter().flatten().map(|sample| sample.round).max();
    (1..=last.unwrap_or(0))
        .map(|number| {
            let samples = games.iter().flatten();
            let samples: Vec<_> = samples.filter(|sample| sample.round == number).collect();
            let beside = |part: fn(&Loss) -> f32| Beside::of(&samples, part);
            Row {
                round: number,
                games: samples.len() as u32,
                mood: beside(|loss| loss.mood),
                objectives: beside(|loss| loss.objectives),
                red_lines: beside(|loss| loss.red_lines),
                hand: beside(|loss| loss.hand),
                all: beside(Loss::total),
            }
        })
        // One game has no interval.
        .filter(|row| row.games > 1)
        .collect()
}

impl Beside {
    fn of(samples: &[&Sample], part: fn(&Loss) -> f32) -> Self {
        let mean = |which: usize| {
            let of_game = |sample: &&Sample| {
                let sum: f32 = sample.losses.iter().map(|pair| part(&pair[which])).sum();
                f64::from(sum) / count(sample.losses.len())
            };
            samples.iter().map(of_game).collect::<Vec<f64>>()
        };
        let (prior, belief) = (mean(0), mean(1));
        let gain = Estimate::mean(prior.iter().zip(&belief).map(|(p, b)| p - b));
        Self {
            prior: round(moments(&prior).0),
            belief: round(moments(&belief).0),
            gain: round(gain.value),
            give: round(gain.high - gain.value),
        }
    }
}
