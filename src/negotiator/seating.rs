//! What a negotiator is given when it takes its seat.

use super::Stop;
use crate::rules::side::Side;
use crate::scenario::Scenario;
use std::fmt;
use std::sync::Arc;

/// A seat in one game.
#[derive(Clone, Debug)]
pub struct Seating<'a> {
    /// What is played.
    pub scenario: &'a Scenario,
    /// The side to speak for.
    pub side: Side,
    /// What its own dice are seeded with.
    pub bot_seed: u64,
    /// Tells it to come to a close.
    pub stop: &'a Stop,
    /// What holds for it if it is not of this program.
    pub outside: Outside,
}

/// What holds for negotiators outside this program.
#[derive(Clone)]
pub struct Outside {
    /// The time for one answer, in milliseconds.
    pub move_ms: u32,
    /// The time to start and say hello, in milliseconds: longer than for an answer, since
    /// languages take their time to load.
    pub start_ms: u32,
    /// Is told, line by line, what they write to their standard error and what was wrong with
    /// their answers.
    pub log: Option<Log>,
}

/// Takes lines of a log.
pub type Log = Arc<dyn Fn(&str) + Send + Sync>;

impl Default for Outside {
    fn default() -> Self {
        Self {
            move_ms: 2000,
            start_ms: 10_000,
            log: None,
        }
    }
}

impl fmt::Debug for Outside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outside")
            .field("move_ms", &self.move_ms)
            .finish_non_exhaustive()
    }
}

impl Outside {
    /// Tells the log, if there is one, a line of or about the negotiator of a side.
    pub fn tell(&self, side: &str, line: &str) {
        if let Some(log) = &self.log {
            log(&format!("{side}: {line}"));
        }
    }
}

impl<'a> Seating<'a> {
    /// A seat in the game that was dealt from this seed.
    pub fn new(scenario: &'a Scenario, side: Side, seed: u64, stop: &'a Stop) -> Self {
        Self {
            scenario,
            side,
            bot_seed: bot_seed(seed, side),
            stop,
            outside: Outside::default(),
        }
    }

    /// The same seat, with this for one who is not of this program.
    #[must_use]
    pub fn with(self, outside: &Outside) -> Self {
        Self {
            outside: outside.clone(),
            ..self
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
