//! A negotiator's own chance: for each moment of a game dice of its own, so that a game left
//! and taken up again goes on as it would have.

use crate::rules::dice::{Dice, Stream};
use crate::rules::side::Side;
use crate::rules::state::Phase;
use crate::rules::view::View;

/// Where a negotiator's dice come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnDice {
    seed: u64,
    stream: Stream,
}

impl OwnDice {
    /// For the negotiator of a side, under a seed of its own.
    pub const fn new(seed: u64, side: Side) -> Self {
        let stream = match side {
            Side::Presser => Stream::Presser,
            Side::Holder => Stream::Holder,
        };
        Self { seed, stream }
    }

    /// The dice for what the view asks.
    pub fn at(&self, view: &View) -> Dice {
        let planning = u64::from(view.common.phase == Phase::Plans);
        let moment = u64::from(view.common.round) << 1 | planning;
        // One step of the generator sets neighbouring moments apart.
        let mut dice = Dice::new(self.seed.wrapping_add(moment), self.stream);
        Dice::new(dice.wide(), self.stream)
    }
}
