//! Everyone against everyone from both seats, all on the same deals.

use crate::negotiator::{Outside, Who};
use crate::rules::deal::Length;
use crate::rules::ending::Class;
use crate::rules::side::{PerSide, Side};
use crate::scenario::Scenario;
use crate::simulate::batch::{play_seated, seeds};
use rayon::prelude::*;

/// Who plays whom, and how often.
#[derive(Clone, Debug)]
pub struct Tournament<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The players.
    pub players: &'a [Who],
    /// How many deals; each is played by every player in each seat against every player.
    pub deals: u32,
    /// The seed from which each deal's own is drawn.
    pub seed: u64,
    /// How long each game is.
    pub length: Length,
    /// What holds for players outside this program.
    pub outside: Outside,
}

/// What is kept of a game.
#[derive(Clone, Copy, Debug)]
pub struct Scored {
    /// The mission scores, in points.
    pub scores: PerSide<f64>,
    /// How it ended.
    pub class: Class,
    /// Whether a side stopped deciding, being outside this program and at fault.
    pub forfeited: PerSide<bool>,
}

/// The results of every deal between every presser and every holder.
#[derive(Clone, Debug)]
pub struct Grid {
    players: usize,
    deals: usize,
    /// By presser, then holder, then deal.
    results: Vec<Scored>,
}

impl Tournament<'_> {
    /// How many games that is.
    pub fn games(&self) -> u64 {
        let players = self.players.len() as u64;
        players * players * u64::from(self.deals)
    }

    /// Plays them all on the threads of the current pool, calling `done` after each. The
    /// result does not depend on the number of threads.
    pub fn run(&self, done: impl Fn() + Sync) -> Grid {
        let seeds = seeds(self.seed, self.deals);
        let (players, deals) = (self.players.len(), seeds.len());
        let play = |at: usize| {
            let pair = PerSide([at / deals / players, at / deals % players]);
            let seated = PerSide::from_fn(|side| &self.players[pair[side]]);
            let played = play_seated(
                self.scenario,
                seated,
                seeds[at % deals],
                self.length,
                &self.outside,
            );
            done();
            Scored {
                scores: PerSide::from_fn(|side| played.points(side)),
                class: played.ending.class(),
                forfeited: PerSide::from_fn(|s| played.forfeits[s].is_some()),
            }
        };
        let results = (0..players * players * deals).into_par_iter();
        // A game at a time: some players take a thousand times as long as others.
        let results = results.with_max_len(1).map(play).collect();
        Grid {
            players,
            deals,
            results,
        }
    }
}

impl Grid {
    /// The results between these two, deal by deal.
    pub fn between(&self, presser: usize, holder: usize) -> &[Scored] {
        let from = (presser * self.players + holder) * self.deals;
        &self.results[from..from + self.deals]
    }

    /// The results of a player in a seat against another, deal by deal.
    fn seated(&self, player: usize, seat: Side, against: usize) -> &[Scored] {
        match seat {
            Side::Presser => self.between(player, against),
            Side::Holder => self.between(against, player),
        }
    }

    /// What a player scores in a seat against another, deal by deal.
    pub fn scores(&self, player: usize, seat: Side, against: usize) -> impl Iterator<Item = f64> {
        let results = self.seated(player, seat, against);
        results.iter().map(move |result| result.scores[seat])
    }

    /// By how much the first outscores the second over both seatings of a deal, deal by deal.
    pub fn margins(&self, first: usize, second: usize) -> impl Iterator<Item = f64> {
        let swapped = self.between(second, first);
        (self.between(first, second).iter().zip(swapped)).map(|(a, b)| {
            let first = a.scores[Side::Presser] + b.scores[Side::Holder];
            first - a.scores[Side::Holder] - b.scores[Side::Presser]
        })
    }

    /// How many games a player forfeited, in whatever seat.
    pub fn forfeits(&self, player: usize) -> u32 {
        let in_seat = |seat: Side, other: usize| {
            let results = self.seated(player, seat, other).iter();
            results.filter(|result| result.forfeited[seat]).count() as u32
        };
        let seats = Side::BOTH.into_iter();
        let all = seats.flat_map(|seat| (0..self.players).map(move |other| (seat, other)));
        all.map(|(seat, other)| in_seat(seat, other)).sum()
    }

    /// How many players there are.
    pub fn players(&self) -> usize {
        self.players
    }

    /// How many deals each pair of seats played.
    pub fn deals(&self) -> usize {
        self.deals
    }
}

#[cfg(test)]
impl Grid {
    /// A grid of scores by presser, holder and deal, for tests.
    pub fn of(players: usize, scores: Vec<[f64; 2]>) -> Self {
        let result = |scores| Scored {
            scores: PerSide(scores),
            class: Class::Continuation,
            forfeited: PerSide([false; 2]),
        };
        Self {
            players,
            deals: scores.len() / players / players,
            results: scores.into_iter().map(result).collect(),
        }
    }
}
