//! What a side could have done in one factor of its plan, and how dear each was to every
//! capital it might serve: the likelihood of a decision.

use super::columns::Worth;
use super::habit;
use super::hypothesis::{Hypothesis, Levels};
use super::power::{exp2, fraction};
use crate::rules::dice::Dice;
use crate::rules::side::Side;
use crate::rules::tables::Tables;

/// The share of decisions that follow no reason that is modelled here.
pub const NOISE: f32 = 0.05;
/// The most options that are told apart in one factor.
const MOST: usize = 128;

/// The options of one factor.
///
/// How dear an option is to a capital is a sum over what the capital was told: so much by its
/// mood, so much by each objective, and less if it lies beyond a red line. All in doublings
/// of how likely it is.
#[derive(Clone, Debug)]
pub struct Options {
    moods: usize,
    columns: usize,
    /// Column by column: for each mood, then for each objective, the value of each option.
    worth: Vec<f32>,
    /// What agreeing to each option would put in force.
    grants: Vec<Levels>,
    /// The chance that what was seen would have been seen of each option.
    seen: Vec<f32>,
}

impl Options {
    /// Of none yet.
    pub fn new(t: &Tables, side: Side) -> Self {
        let table = &t.sides[side];
        Self {
            moods: table.moods.len(),
            columns: table.moods.len() + table.objectives.len(),
            worth: Vec::new(),
            grants: Vec::new(),
            seen: Vec::new(),
        }
    }

    /// Adds an option: how dear it is by each column, what it grants, and the chance that
    /// it would have looked as what was seen.
    pub fn push(&mut self, worth: &Worth, grants: Levels, seen: f32) {
        if self.grants.len() < MOST {
            // Row by row until `finish`.
            self.worth.extend_from_slice(&worth.columns);
            self.grants.push(grants);
            self.seen.push(seen);
        }
    }

    /// Turns the table, so that a capital's values lie side by side.
    #[must_use]
    pub fn finish(mut self) -> Self {
        let rows = self.grants.len();
        let by_row = std::mem::take(&mut self.worth);
        self.worth = (0..self.columns * rows)
            .map(|at| by_row[at % rows * self.columns + at / rows])
            .collect();
        self
    }

    fn column(&self, n: usize) -> &[f32] {
        let rows = self.grants.len();
        &self.worth[n * rows..(n + 1) * rows]
    }

    /// The share of each option for a side that was told this, and all shares together.
    fn shares(&self, hypothesis: &Hypothesis) -> ([f32; MOST], f32) {
        let told = &hypothesis.told;
        let mood = self.column(usize::from(told.mood));
        let [one, two] = told
            .objectives
            .map(|n| self.column(self.moods + usize::from(n)));
        let mut shares = [0.0f32; MOST];
        let mut most = -1000.0f32;
        let columns = mood.iter().zip(one).zip(two).zip(&self.grants);
        for (sum, (((mood, one), two), grants)) in shares.iter_mut().zip(columns) {
            let beyond = f32::from(u8::from(grants.meets(hypothesis.beyond)));
            *sum = mood + one + two - habit::BEYOND * beyond;
            most = most.max(*sum);
        }
        let mut all = 0.0;
        for share in &mut shares[..self.grants.len()] {
            *share = exp2(*share - most);
            all += *share;
        }
        (shares, all)
    }

    /// The chance that a side which was told this would have been seen to do what it did.
    pub fn likelihood(&self, hypothesis: &Hypothesis) -> f32 {
        let even: f32 = self.seen.iter().sum();
        if even == 0.0 {
            // What was done is none of the options known here, so it tells nothing.
            return 1.0;
        }
        let (shares, all) = self.shares(hypothesis);
        let seen = shares.iter().zip(&self.seen);
        let seen: f32 = seen.map(|(share, seen)| share * seen).sum();
        let count = self.grants.len() as f32;
        (1.0 - NOISE) * seen / all + NOISE * even / count
    }

    /// Which option it may have been, by its place, of those that look as what was seen.
    pub fn guess(&self, hypothesis: &Hypothesis, dice: &mut Dice) -> usize {
        let (shares, _) = self.shares(hypothesis);
        let looks = || {
            shares
                .iter()
                .zip(&self.seen)
                .map(|(share, seen)| share * seen)
        };
        let mut left = fraction(dice) * looks().sum::<f32>();
        looks()
            .position(|share| {
                left -= share;
                left < 0.0
            })
            .unwrap_or(0)
    }
}
