//! What states promise a side, whatever its capital has told it: by mood and by objective.

use super::hypothesis::Hypothesis;
use crate::negotiator::evaluate;
use crate::rules::side::Side;
use crate::rules::state::State;
use crate::rules::tables::Tables;

/// What something promises, in tenths of a mission point: for each mood with the first
/// objectives, then for each objective, doubled, with the first mood.
///
/// What two objectives add is a sum, so the promise to any instructions follows from these.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    moods: usize,
    sums: Vec<f32>,
}

/// How a promise turns into a likelihood, in doublings for each mission point.
#[derive(Clone, Copy, Debug)]
pub struct Weights {
    /// What it is worth to capitals on the average.
    pub common: f32,
    /// What sets a mood apart.
    pub mood: f32,
    /// What sets an objective apart.
    pub objective: f32,
}

impl Columns {
    /// Of nothing.
    pub fn new(t: &Tables, side: Side) -> Self {
        let table = &t.sides[side];
        Self {
            moods: table.moods.len(),
            sums: vec![0.0; table.moods.len() + table.objectives.len()],
        }
    }

    /// Adds what a state promises a side.
    pub fn add(&mut self, t: &Tables, mut state: State, side: Side) {
        let own = &mut state.own[side];
        own.objectives = [0, 1];
        for (n, sum) in (0u8..).zip(&mut self.sums[..self.moods]) {
            state.own[side].mood = n;
            *sum += evaluate(t, &state)[side] as f32;
        }
        state.own[side].mood = 0;
        for (n, sum) in (0u8..).zip(&mut self.sums[self.moods..]) {
            state.own[side].objectives = [n, n];
            *sum += evaluate(t, &state)[side] as f32;
        }
    }

    /// Adds the difference between two others.
    pub fn shift(&mut self, from: &Self, to: &Self) {
        for (sum, (from, to)) in self.sums.iter_mut().zip(from.sums.iter().zip(&to.sums)) {
            *sum += to - from;
        }
    }

    /// Divides by how many states were added.
    pub fn divide(&mut self, by: f32) {
        self.sums.iter_mut().for_each(|sum| *sum /= by);
    }

    /// How likely it is, in doublings, column by column: the common part, and what habit
    /// adds, are in those of the moods.
    pub fn weigh(&self, w: Weights, habit: f32) -> Worth {
        let (moods, objectives) = self.sums.split_at(self.moods);
        let mean = |of: &[f32]| of.iter().sum::<f32>() / of.len().max(1) as f32;
        let (mood_mean, objective_mean) = (mean(moods), mean(objectives));
        let common = objective_mean + mood_mean - moods.first().unwrap_or(&0.0);
        let by_mood = |m: &f32| habit + (w.common * common + w.mood * (m - mood_mean)) / 10.0;
        let by_objective = |o: &f32| w.objective * (o - objective_mean) / 20.0;
        let moods = moods.iter().map(by_mood);
        Worth {
            moods: self.moods,
            columns: moods.chain(objectives.iter().map(by_objective)).collect(),
        }
    }
}

/// How likely an option is, in doublings: a sum of one column for the mood and one for each
/// objective.
#[derive(Clone, Debug)]
pub struct Worth {
    moods: usize,
    /// For each mood, then for each objective.
    pub columns: Vec<f32>,
}

impl Worth {
    /// How likely to a side that was told this.
    pub fn of(&self, hypothesis: &Hypothesis) -> f32 {
        let told = &hypothesis.told;
        let by_objective = |n: u8| self.columns[self.moods + usize::from(n)];
        let objectives = told.objectives.map(by_objective);
        self.columns[usize::from(told.mood)] + objectives[0] + objectives[1]
    }
}
