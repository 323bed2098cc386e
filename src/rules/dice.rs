//! Chance: one pinned generator, PCG XSH-RR 64/32, in separate streams.
//!
//! `rand_pcg`'s `Pcg32` is the same generator but cannot be copied with a state; a test
//! holds the two equal. The generator and the few ways of drawing from it are fixed by
//! golden tests, since a saved game must replay to the same bytes for ever.

use serde::{Deserialize, Serialize};
use std::convert::Infallible;

/// Knuth's multiplier, as in the reference implementation (O'Neill 2014).
const MULTIPLIER: u64 = 6_364_136_223_846_793_005;

/// What a stream of chance is for. Streams of one seed are independent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u64)]
pub enum Stream {
    /// The deal: meters, instructions, hands.
    Deal = 1,
    /// What happens in the game.
    Chance = 2,
    /// The presser's negotiator.
    Presser = 3,
    /// The holder's negotiator.
    Holder = 4,
    /// Wording that varies and changes nothing.
    Cosmetic = 5,
    /// Seeds for the games of a batch.
    Batch = 6,
}

/// A stream of chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Dice {
    state: u64,
    increment: u64,
}

impl Dice {
    /// The stream of this purpose under a seed.
    #[inline]
    pub const fn new(seed: u64, stream: Stream) -> Self {
        let increment = ((stream as u64) << 1) | 1;
        let state = seed.wrapping_add(increment);
        Self {
            state: state.wrapping_mul(MULTIPLIER).wrapping_add(increment),
            increment,
        }
    }

    /// The next 32 bits.
    #[inline]
    pub const fn bits(&mut self) -> u32 {
        let state = self.state;
        self.state = state.wrapping_mul(MULTIPLIER).wrapping_add(self.increment);
        let folded = (((state >> 18) ^ state) >> 27) as u32;
        folded.rotate_right((state >> 59) as u32)
    }

    /// The next 64 bits, low half first.
    #[inline]
    pub const fn wide(&mut self) -> u64 {
        let low = self.bits() as u64;
        low | (self.bits() as u64) << 32
    }

    /// A number below `n`; 0 if `n` is 0. By multiplication: for the small ranges of this
    /// game the bias is below one in ten million.
    #[inline]
    pub const fn below(&mut self, n: u32) -> u32 {
        ((self.bits() as u64 * n as u64) >> 32) as u32
    }

    /// Numbers below each of these, from one draw. Meant for ranges that together count no
    /// more than some hundred thousand: then the bias is below one in ten thousand.
    #[inline]
    pub fn several<const N: usize>(&mut self, ranges: [u32; N]) -> [u32; N] {
        let mut rest = self.bits();
        ranges.map(|n| {
            let wide = u64::from(rest) * u64::from(n);
            rest = wide as u32;
            (wide >> 32) as u32
        })
    }

    /// Whether something of this chance in percent happens. Draws even if certain, so that
    /// a changed constant does not shift every later draw.
    #[inline]
    pub const fn percent(&mut self, percent: i32) -> bool {
        (self.below(100) as i32) < percent
    }

    /// Whether something of this chance in per mille happens.
    #[inline]
    pub const fn per_mille(&mut self, per_mille: i32) -> bool {
        (self.below(1000) as i32) < per_mille
    }

    /// A whole number from `low` to `high`, both included; `low` if they are crossed.
    #[inline]
    pub const fn between(&mut self, low: i32, high: i32) -> i32 {
        let width = if high > low {
            (high - low) as u32 + 1
        } else {
            1
        };
        low + self.below(width) as i32
    }

    /// Puts the items in random order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for end in (1..items.len()).rev() {
            items.swap(end, self.below(end as u32 + 1) as usize);
        }
    }
}

impl rand::TryRng for Dice {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(self.bits())
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(self.wide())
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        for chunk in bytes.chunks_mut(4) {
            chunk.copy_from_slice(&self.bits().to_le_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::Rng;

    #[test]
    fn the_generator_is_the_published_pcg32() {
        let mut ours = Dice::new(42, Stream::Chance);
        let mut theirs = rand_pcg::Pcg32::new(42, Stream::Chance as u64);
        for _ in 0..1000 {
            assert_eq!(ours.bits(), theirs.next_u32());
        }
    }

    #[test]
    fn the_stream_and_the_ways_of_drawing_are_golden() {
        let mut dice = Dice::new(2026, Stream::Deal);
        let bits: Vec<u32> = (0..4).map(|_| dice.bits()).collect();
        let small: Vec<u32> = (0..8).map(|_| dice.below(10)).collect();
        let range: Vec<i32> = (0..8).map(|_| dice.between(-5, 5)).collect();
        let mut order: Vec<u8> = (0..8).collect();
        dice.shuffle(&mut order);
        insta::assert_debug_snapshot!((bits, small, range, order));
    }

    #[test]
    fn several_numbers_of_one_draw_are_even_and_independent() {
        let mut dice = Dice::new(5, Stream::Batch);
        let mut seen = [0; 5 * 300];
        for _ in 0..150_000 {
            let [a, b] = dice.several([5, 300]);
            seen[(a * 300 + b) as usize] += 1;
        }
        assert!(seen.iter().all(|&n| (50..=150).contains(&n)));
    }

    #[test]
    fn streams_of_one_seed_differ() {
        assert_ne!(
            Dice::new(7, Stream::Deal).wide(),
            Dice::new(7, Stream::Chance).wide()
        );
    }
}
