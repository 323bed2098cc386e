//! What a negotiator is given when it takes its seat.

use super::Stop;
use crate::rules::side::Side;
use crate::scenario::Scenario;

/// A seat in one game.
#[derive(Clone, Copy, Debug)]
pub struct Seating<'a> {
    /// What is played.
    pub scenario: &'a Scenario,
    /// The side to speak for.
    pub side: Side,
    /// What its own dice are seeded with.
    pub bot_seed: u64,
    /// Tells it to come to a close.
    pub stop: &'a Stop,
}

impl<'a> Seating<'a> {
    /// A seat in the game that was dealt from this seed.
    pub fn new(scenario: &'a Scenario, side: Side, seed: u64, stop: &'a Stop) -> Self {
        Self {
            scenario,
            side,
            bot_seed: bot_seed(seed, side),
            stop,
        }
    }
}

/// The seed of a side's negotiator, from the seed of the game: no way leads back, since from
/// the seed of the game all that the other side hides and all that will happen could be had.
/// Below 2^53, so that every language reads it from JSON as it was written.
pub fn bot_seed(seed: u64, side: Side) -> u64 {
    let mut hasher = blake3::Hasher::new_derive_key("fog-of-peace 1: the seed of a negotiator");
    hasher.update(&seed.to_le_bytes());
    hasher.update(&[side as u8]);
    let mut bytes = [0; 8];
    hasher.finalize_xof().fill(&mut bytes);
    u64::from_le_bytes(bytes) >> 11
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_seeds_of_negotiators_are_golden_differ_by_side_and_are_read_exactly_by_all() {
        assert_eq!(bot_seed(7, Side::Presser), 2_779_155_213_322_249);
        assert_eq!(bot_seed(7, Side::Holder), 8_824_182_129_273_403);
        assert!((0..1000).all(|seed| bot_seed(seed, Side::Holder) < 1 << 53));
    }
}
