//! What a side believes of the other: its mood, its red lines, its objectives, its hand, and
//! what kind of player it is.
//!
//! A cloud of weighted particles, each one guess at the instructions (Gordon, Salmond and Smith
//! 1993). Facts filter: what probing has found, what the other capital refused, which cards
//! have been played. Decisions reweight: each guess is as likely as what was seen is under it,
//! by a softmax over all that the other side could have done. The hand is believed card by card
//! beside the cloud, since what is held depends little on what was told. Kinds of player are
//! told apart by how likely what was seen is of each; the cloud as a whole stands for one that
//! weighs what it does.
//!
//! ```text
//!   before, own plan ──► round (options: what each would have brought, by mood, objective)
//!                          │ likelihood of what `after` shows
//!   particles ── weigh ◄───┘──► correct what probing contradicts ──► resample, vary copies
//!       └──► states that a view allows, for the search; shares, for hints and explanations
//! ```

// Every count here lies far below the 24 bits that an `f32` holds exactly.
#![allow(clippy::cast_precision_loss)]

mod columns;
mod habit;
mod hand;
mod hypothesis;
mod manners;
mod options;
mod power;
mod prior;
mod query;
mod refusal;
mod resample;
mod round;
mod scene;
mod states;
#[cfg(test)]
mod tests;

use crate::rules::deal::Instructions;
use crate::rules::dice::Dice;
use crate::rules::plan::{Decision, Field, Table};
use crate::rules::side::Side;
use crate::rules::tables::Tables;
use crate::rules::view::{Estimate, View};
use hand::Hand;
use hypothesis::Hypothesis;
use manners::Manners;
use round::Round;

pub use power::log2;
pub use prior::Prior;
pub use query::Loss;
pub use states::Imagined;

/// What a side believes of the other.
#[derive(Clone, Debug)]
pub struct Belief {
    /// Whose belief it is.
    side: Side,
    particles: Vec<Particle>,
    /// What kind of player that side is.
    manners: Manners,
    /// What the other side holds.
    hand: Hand,
    /// The rounds it has learnt from: what a guess made anew is held against.
    rounds: Vec<Round>,
    /// The other side has used its desperate act.
    spent: bool,
}

/// One guess, and how likely it is.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Particle {
    hypothesis: Hypothesis,
    /// How often it is thought to have done each of [`Estimate::UNSEEN`].
    unseen: [u8; Estimate::UNSEEN.len()],
    /// They sum to one.
    weight: f32,
}

impl Belief {
    /// What a side may believe of the other before anything has happened: so many guesses,
    /// drawn as the deal draws.
    pub fn new(t: &Tables, side: Side, particles: usize, dice: &mut Dice) -> Self {
        let other = side.other();
        let particles = particles.max(1);
        let guess = |_| Particle {
            hypothesis: Hypothesis::new(other, Instructions::draw(&t.sides[other], other, dice)),
            unseen: [0; Estimate::UNSEEN.len()],
            weight: 1.0 / particles as f32,
        };
        Self {
            side,
            particles: (0..particles).map(guess).collect(),
            manners: Manners::default(),
            hand: Hand::new(t.sides[other].cards.len()),
            rounds: Vec::new(),
            spent: false,
        }
    }

    /// Learns from what lies between two moments at which the side decided: what it saw and
    /// decided at the first, and what it sees at the second.
    pub fn learn(
        &mut self,
        t: &Tables,
        before: &View,
        own: Decision,
        after: &View,
        dice: &mut Dice,
    ) {
        if let Decision::Plan(plan) = own
            && let Some(round) = Round::new(t, before, plan, after, dice)
        {
            let mut weighing = 0.0;
            self.hand = self.hand.now(before);
            for particle in &mut self.particles {
                let acts = round.acts(&particle.hypothesis);
                weighing += particle.weight * acts;
                particle.weight *= acts
                    * round.ratified(&particle.hypothesis)
                    * round.play(&particle.hypothesis, &self.hand);
                let done = round.guess_unseen(&particle.hypothesis, dice);
                for (act, count) in Estimate::UNSEEN.into_iter().zip(&mut particle.unseen) {
                    *count = count.saturating_add(done.contains(&Some(act)).into());
                }
            }
            self.spent |=
                matches!(round.seen.table, Table::Bargain(_)) || round.seen.field == Field::AllOut;
            self.manners.learn([weighing, round.set[0], round.set[1]]);
            self.normalise();
            self.learn_hand(&round);
            self.rounds.push(round);
        }
        self.filter(t, after, dice);
        self.normalise();
        self.resample(t, after, dice);
    }

    /// Draws anew what facts contradict. A guess so mended is as likely as it was, but for
    /// how well it explains what the other side has done.
    fn filter(&mut self, t: &Tables, view: &View, dice: &mut Dice) {
        if view.other.probed.is_empty() {
            return;
        }
        for n in 0..self.particles.len() {
            let old = self.particles[n].hypothesis;
            if !old.fits(t, view) {
                let new = old.corrected(t, view, dice);
                self.particles[n].hypothesis = new;
                self.particles[n].weight *= ratio(&self.explained(&new), &self.explained(&old));
            }
        }
    }

    /// How well a guess explains what was seen, round by round, in doublings.
    fn explained(&self, guess: &Hypothesis) -> Vec<f32> {
        let of = |round: &Round| log2(round.likelihood(guess));
        self.rounds.iter().map(of).collect()
    }

    fn normalise(&mut self) {
        let sum: f32 = self.particles.iter().map(|p| p.weight).sum();
        let even = 1.0 / self.particles.len() as f32;
        for particle in &mut self.particles {
            particle.weight = if sum > 0.0 {
                particle.weight / sum
            } else {
                even
            };
        }
    }
}

/// How much better one guess explains all rounds than another.
fn ratio(new: &[f32], old: &[f32]) -> f32 {
    power::exp2(new.iter().zip(old).map(|(new, old)| new - old).sum())
}
