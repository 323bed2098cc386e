//! What kind of player the other side is thought to be.

use super::power::fraction;
use crate::negotiator::Manner;
use crate::rules::dice::Dice;

/// How likely each kind is before anything was seen, in the order of [`Manner::ALL`].
const PRIOR: [f32; Manner::ALL.len()] = [0.94, 0.03, 0.03];
/// The chance that a side becomes another kind from one round to the next: whoever was taken
/// for another at first is soon seen for what it is.
const CHANGE: f32 = 0.02;

/// How likely each kind is, in the order of [`Manner::ALL`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Manners([f32; Manner::ALL.len()]);

impl Default for Manners {
    fn default() -> Self {
        Self(PRIOR)
    }
}

impl Manners {
    /// Learns from a round: how likely what was seen is of each kind.
    pub fn learn(&mut self, seen: [f32; Manner::ALL.len()]) {
        for ((chance, prior), seen) in self.0.iter_mut().zip(PRIOR).zip(seen) {
            *chance = ((1.0 - CHANGE) * *chance + CHANGE * prior) * seen;
        }
        let sum: f32 = self.0.iter().sum();
        if sum > 0.0 {
            self.0.iter_mut().for_each(|chance| *chance /= sum);
        } else {
            *self = Self::default();
        }
    }

    /// The likeliest kind, and how likely it is, from 0 to 1.
    pub fn likeliest(&self) -> (Manner, f32) {
        let chances = Manner::ALL.into_iter().zip(self.0);
        chances
            .max_by(|(_, a), (_, b)| a.total_cmp(b))
            .unwrap_or_default()
    }

    /// So many kinds, as often as they are likely, those that weigh things first.
    pub fn spread(&self, n: usize, dice: &mut Dice) -> impl Iterator<Item = Manner> {
        let [weighing, unyielding, _] = self.0;
        let first = fraction(dice);
        (0..n).map(move |at| match (at as f32 + first) / n as f32 {
            mark if mark < weighing => Manner::Weighing,
            mark if mark < weighing + unyielding => Manner::Unyielding,
            _ => Manner::Erratic,
        })
    }
}
