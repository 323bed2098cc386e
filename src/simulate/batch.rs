//! Many games of the same two players, on as many cores as there are.

use super::game::{Played, play};
use crate::negotiator::{Negotiator, Outside, Seating, Stop, Who};
use crate::rules::deal::Length;
use crate::rules::dice::{Dice, Stream};
use crate::rules::side::PerSide;
use crate::scenario::Scenario;
use rayon::prelude::*;

/// Who sits where.
pub type Players = PerSide<Who>;

/// A batch of games.
#[derive(Clone, Debug)]
pub struct Batch<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Who plays.
    pub players: Players,
    /// How many games.
    pub games: u32,
    /// The seed from which each game's own is drawn.
    pub seed: u64,
    /// How long each is.
    pub length: Length,
    /// What holds for players outside this program.
    pub outside: Outside,
}

/// The seeds of the games of a batch.
pub fn seeds(seed: u64, games: u32) -> Vec<u64> {
    let mut dice = Dice::new(seed, Stream::Batch);
    (0..games).map(|_| dice.wide()).collect()
}

/// Two negotiators seated for one game.
pub(super) type Seats = PerSide<Box<dyn Negotiator>>;

impl Batch<'_> {
    /// Plays them all on the threads of the current pool, calling `done` after each; the
    /// result is in the order of the seeds and does not depend on the number of threads.
    pub fn run(&self, done: impl Fn() + Sync) -> Vec<Played> {
        seeds(self.seed, self.games)
            .into_par_iter()
            .map(|seed| {
                let players = PerSide::from_fn(|side| &self.players[side]);
                let played = play_seated(self.scenario, players, seed, self.length, &self.outside);
                done();
                played
            })
            .collect()
    }

    /// Seats both players for the game of a seed.
    pub(super) fn seats(&self, seed: u64) -> Seats {
        let players = PerSide::from_fn(|side| &self.players[side]);
        seats(self.scenario, players, seed, &self.outside)
    }
}

/// Seats two players for one game and plays it.
pub(super) fn play_seated(
    scenario: &Scenario,
    players: PerSide<&Who>,
    seed: u64,
    length: Length,
    outside: &Outside,
) -> Played {
    let mut seats = seats(scenario, players, seed, outside);
    play(&scenario.tables, &mut seats, seed, length)
}

/// Seats two players for the game of a seed.
fn seats(scenario: &Scenario, players: PerSide<&Who>, seed: u64, outside: &Outside) -> Seats {
    let stop = Stop::default();
    PerSide::from_fn(|side| {
        let seating = Seating::new(scenario, side, seed, &stop);
        players[side].seat(&seating.with(outside))
    })
}
