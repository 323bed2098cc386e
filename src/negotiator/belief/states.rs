//! Whole states to think with: what a view allows, as likely as it is believed to be.

use super::Belief;
use super::power::fraction;
use super::resample::systematic;
use crate::rules::dice::Dice;
use crate::rules::state::State;
use crate::rules::tables::Tables;
use crate::rules::view::{Estimate, View};

impl Belief {
    /// Draws so many states in which the view is what the side would see, evenly spread over
    /// what is believed.
    pub fn states(&self, t: &Tables, view: &View, n: usize, dice: &mut Dice) -> Vec<State> {
        systematic(&self.particles, n, fraction(dice))
            .map(|at| self.state(t, view, at, dice))
            .collect()
    }

    /// A state that the view allows, in which one guess is true.
    fn state(&self, t: &Tables, view: &View, at: usize, dice: &mut Dice) -> State {
        let particle = &self.particles[at];
        let guess = particle.hypothesis;
        // The view may be newer than what the belief has learnt.
        let guess = if guess.fits(t, view) {
            guess
        } else {
            guess.corrected(t, view, dice)
        };
        let mut state = view.state(t, &guess.told, particle.hand, dice);
        let own = &mut state.own[view.side.other()];
        own.desperate_spent = self.spent;
        for (act, count) in Estimate::UNSEEN.into_iter().zip(particle.unseen) {
            own.tallies[act as usize] = count;
        }
        state
    }
}
