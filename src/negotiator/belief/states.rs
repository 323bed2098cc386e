//! Whole states to think with: what a view allows, as likely as it is believed to be.

use super::resample::{fraction, systematic};
use super::{Belief, Particle};
use crate::rules::dice::Dice;
use crate::rules::state::State;
use crate::rules::tables::Tables;
use crate::rules::view::View;

impl Belief {
    /// Draws a state in which the view is what the side would see.
    pub fn sample(&self, t: &Tables, view: &View, dice: &mut Dice) -> State {
        let at = systematic(&self.particles, 1, fraction(dice)).next();
        self.particles[at.unwrap_or(0)].state(t, view, dice)
    }

    /// Draws so many states in which the view is what the side would see, evenly spread over
    /// what is believed.
    pub fn states(&self, t: &Tables, view: &View, n: usize, dice: &mut Dice) -> Vec<State> {
        systematic(&self.particles, n, fraction(dice))
            .map(|at| self.particles[at].state(t, view, dice))
            .collect()
    }
}

impl Particle {
    /// A state that the view allows, in which this guess is true.
    fn state(&self, t: &Tables, view: &View, dice: &mut Dice) -> State {
        let guess = self.hypothesis;
        // The view may be newer than what the belief has learnt.
        let guess = if guess.fits(t, view) {
            guess
        } else {
            guess.corrected(t, view, dice)
        };
        view.state(t, &guess.told, self.hand, dice)
    }
}
