//! What a tournament comes to.

use super::elo::{Bout, fit};
use super::grid::Grid;
use super::pairing::{Pairing, bout};
use super::seats::{Best, Cell, Deviation, best, cells, deviations};
use crate::scenario::Scenario;
use crate::statistics::Estimate;
use serde::Serialize;

/// A tournament, summed up. The field order is that of the JSON form; `value`, `low` and
/// `high` of an estimate are the number and its 95 % interval.
#[derive(Clone, Debug, Serialize)]
pub struct Standings {
    /// The scenario's id.
    pub scenario: String,
    /// Deals that every pair played from both seats.
    pub deals: u32,
    /// The seed from which they were drawn.
    pub seed: u64,
    /// Every player, the best rated first.
    pub ratings: Vec<Rating>,
    /// Every two players, in that order.
    pub pairs: Vec<Pairing>,
    /// Every presser against every holder, itself included: the table of all pairs.
    pub cells: Vec<Cell>,
    /// Who scores most in each seat against each opponent.
    pub best: Vec<Best>,
    /// Against whom deviations are measured.
    pub champion: String,
    /// What everyone else gains in the champion's place when the champion meets itself.
    pub deviations: Vec<Deviation>,
}

/// A player's standing in the whole field.
#[derive(Clone, Debug, Serialize)]
pub struct Rating {
    /// Who.
    pub player: String,
    /// The rating about a mean of nil, by maximum likelihood over all pairs.
    pub elo: Estimate,
    /// Deals won against anyone else.
    pub won: u32,
    /// Deals drawn.
    pub drawn: u32,
    /// Deals lost.
    pub lost: u32,
    /// Games it forfeited, those against itself included: only a player outside this
    /// program can.
    pub forfeits: u32,
}

impl Standings {
    /// Sums up a tournament of the named players. The champion is given by number, or is
    /// whoever is rated best.
    pub fn of(
        scenario: &Scenario,
        names: &[String],
        seed: u64,
        grid: &Grid,
        champion: Option<usize>,
    ) -> Self {
        let all = 0..grid.players();
        let fitted = fit(
            grid.players(),
            &bouts(grid, &all.clone().collect::<Vec<_>>()),
        );
        let mut order: Vec<usize> = all.collect();
        // A stable order: of equals the first named.
        order.sort_by(|&a, &b| fitted[b].value.total_cmp(&fitted[a].value));
        let champion = champion.unwrap_or(order[0]);
        let pairs: Vec<Pairing> = bouts(grid, &order)
            .iter()
            .map(|bout| Pairing::of(names, grid, bout))
            .collect();
        let text = &scenario.text;
        Self {
            scenario: scenario.id.clone(),
            deals: grid.deals() as u32,
            seed,
            ratings: (order.iter())
                .map(|&player| {
                    let forfeits = grid.forfeits(player);
                    Rating::of(&names[player], fitted[player], &pairs, forfeits)
                })
                .collect(),
            pairs,
            cells: cells(text, names, grid),
            best: best(text, names, grid, &order),
            champion: names[champion].clone(),
            deviations: deviations(text, names, grid, &order, champion),
        }
    }
}

/// Every two players in this order.
fn bouts(grid: &Grid, order: &[usize]) -> Vec<Bout> {
    let pairs = order
        .iter()
        .enumerate()
        .flat_map(|(n, &first)| order[n + 1..].iter().map(move |&second| (first, second)));
    pairs
        .map(|(first, second)| bout(grid, first, second))
        .collect()
}

impl Rating {
    fn of(player: &str, elo: Estimate, pairs: &[Pairing], forfeits: u32) -> Self {
        let mut rating = Self {
            player: player.to_owned(),
            elo,
            won: 0,
            drawn: 0,
            lost: 0,
            forfeits,
        };
        for pair in pairs {
            let (won, lost) = match player {
                _ if pair.first == player => (pair.won, pair.lost),
                _ if pair.second == player => (pair.lost, pair.won),
                _ => continue,
            };
            rating.won += won;
            rating.drawn += pair.drawn;
            rating.lost += lost;
        }
        rating
    }
}
