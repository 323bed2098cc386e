//! A cloud of guesses kept alive: when few carry the weight, the likely ones are copied and
//! their copies varied.

use super::power::fraction;
use super::{Belief, Particle, ratio};
use crate::rules::dice::Dice;
use crate::rules::tables::Tables;
use crate::rules::view::View;

/// Which particles `n` evenly spaced draws fall on, by weight (systematic resampling:
/// Kitagawa 1996). `first` is where the first falls, from 0 to below 1.
pub fn systematic(particles: &[Particle], n: usize, first: f32) -> impl Iterator<Item = usize> {
    let last = particles.len() - 1;
    let step = 1.0 / n as f32;
    let (mut at, mut upto) = (0, particles[0].weight);
    (0..n).map(move |draw| {
        let mark = (draw as f32 + first) * step;
        while upto < mark && at < last {
            at += 1;
            upto += particles[at].weight;
        }
        at
    })
}

impl Belief {
    /// How many equally likely guesses would tell as much.
    fn effective(&self) -> f32 {
        let squares: f32 = self.particles.iter().map(|p| p.weight * p.weight).sum();
        1.0 / squares
    }

    /// Copies the likely guesses over the unlikely ones once half of the cloud tells nothing.
    pub(super) fn resample(&mut self, t: &Tables, view: &View, dice: &mut Dice) {
        let n = self.particles.len();
        if self.effective() * 2.0 >= n as f32 {
            return;
        }
        let picked: Vec<usize> = systematic(&self.particles, n, fraction(dice)).collect();
        let weight = 1.0 / n as f32;
        let mut copies: Vec<Particle> = (picked.iter())
            .map(|&at| Particle {
                weight,
                ..self.particles[at]
            })
            .collect();
        for n in 1..n {
            if picked[n] == picked[n - 1] {
                self.vary(t, view, &mut copies[n], dice);
            }
        }
        self.particles = copies;
    }

    /// Draws each part of a copied guess anew, and keeps what explains the past as well
    /// (a move of the chain of Metropolis and Hastings: Gilks and Berzuini 2001).
    fn vary(&self, t: &Tables, view: &View, particle: &mut Particle, dice: &mut Dice) {
        let mut old = self.explained(&particle.hypothesis);
        for part in 0..4 {
            let guess = particle.hypothesis.varied(t, view, part, dice);
            if guess == particle.hypothesis {
                continue;
            }
            let mark = fraction(dice);
            let new = self.explained(&guess);
            if mark < ratio(&new, &old) {
                particle.hypothesis = guess;
                old = new;
            }
        }
    }
}
