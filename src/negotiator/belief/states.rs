//! Whole states to think with: what a view allows, as likely as it is believed to be.

use super::Belief;
use super::power::fraction;
use super::resample::systematic;
use crate::negotiator::Manner;
use crate::rules::dice::Dice;
use crate::rules::plan::CardId;
use crate::rules::state::{HAND, State};
use crate::rules::tables::Tables;
use crate::rules::view::{Estimate, View};

/// A state that a side holds to be possible.
#[derive(Clone, Copy, Debug)]
pub struct Imagined {
    /// The state.
    pub state: State,
    /// The kind of player that the other side is in it.
    pub manner: Manner,
}

impl Belief {
    /// Draws so many states in which the view is what the side would see, evenly spread over
    /// what is believed. What a side does that does not weigh it shows nothing of what it was
    /// told, which is then as the deal makes it.
    pub fn states(&self, t: &Tables, view: &View, n: usize, dice: &mut Dice) -> Vec<Imagined> {
        let mut manners: Vec<Manner> = self.manners.spread(n, dice).collect();
        dice.shuffle(&mut manners);
        let hand = self.hand.now(view);
        let guesses = systematic(&self.particles, n, fraction(dice));
        (manners.into_iter().zip(guesses))
            .map(|(manner, at)| Imagined {
                state: match manner {
                    Manner::Weighing => self.state(t, view, at, hand.draw(dice), dice),
                    _ => view.sample(t, dice),
                },
                manner,
            })
            .collect()
    }

    /// A state that the view allows, in which one guess is true.
    fn state(
        &self,
        t: &Tables,
        view: &View,
        at: usize,
        hand: [Option<CardId>; HAND],
        dice: &mut Dice,
    ) -> State {
        let particle = &self.particles[at];
        let guess = particle.hypothesis;
        // The view may be newer than what the belief has learnt.
        let guess = if guess.fits(t, view) {
            guess
        } else {
            guess.corrected(t, view, dice)
        };
        let mut state = view.state(t, &guess.told, hand, dice);
        let own = &mut state.own[view.side.other()];
        own.desperate_spent = self.spent;
        for (act, count) in Estimate::UNSEEN.into_iter().zip(particle.unseen) {
            own.tallies[act as usize] = count;
        }
        state
    }
}
