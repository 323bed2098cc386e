//! Two players over the deals that both played from both seats.

use super::elo::{Bout, difference};
use super::grid::Grid;
use crate::statistics::Estimate;
use serde::Serialize;

/// What two players' deals come to, as the first sees it.
#[derive(Clone, Debug, Serialize)]
pub struct Pairing {
    /// The first player.
    pub first: String,
    /// The second.
    pub second: String,
    /// Deals of which the first scored more over both seatings.
    pub won: u32,
    /// Deals of which both scored as much.
    pub drawn: u32,
    /// Deals of which the second scored more.
    pub lost: u32,
    /// How many Elo points the first is above the second, from these deals alone.
    pub elo: Estimate,
    /// By how many points the first outscores the second in a deal, both seatings together.
    pub margin: Estimate,
}

/// The result of each deal: 1, 0.5 or 0 to the first.
pub(super) fn bout(grid: &Grid, first: usize, second: usize) -> Bout {
    // Scores are whole tenths: less than half of one apart is a draw, however it was rounded.
    let result = |margin: f64| match margin {
        m if m > 0.05 => 1.0,
        m if m < -0.05 => 0.0,
        _ => 0.5,
    };
    Bout {
        first,
        second,
        results: grid.margins(first, second).map(result).collect(),
    }
}

impl Pairing {
    /// Sums up one bout.
    pub(super) fn of(names: &[String], grid: &Grid, bout: &Bout) -> Self {
        let of = |result: f64| {
            let such = |&&r: &&f64| (r - result).abs() < 0.1;
            bout.results.iter().filter(such).count() as u32
        };
        Self {
            first: names[bout.first].clone(),
            second: names[bout.second].clone(),
            won: of(1.0),
            drawn: of(0.5),
            lost: of(0.0),
            elo: difference(bout.results.clone()),
            margin: Estimate::mean(grid.margins(bout.first, bout.second)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deal_goes_to_whoever_scores_more_over_both_seatings() {
        // Deal 1: the first makes 50 + 40 against 45 + 42. Deal 2: 30 + 30 each.
        let own = [[0.0; 2]; 2];
        let as_presser = [[50.0, 42.0], [30.0, 30.0]];
        let as_holder = [[45.0, 40.0], [30.0, 30.0]];
        let scores = [own, as_presser, as_holder, own].concat();
        let grid = Grid::of(2, scores);
        let names = ["a".to_owned(), "b".to_owned()];
        let pairing = Pairing::of(&names, &grid, &bout(&grid, 0, 1));
        assert_eq!((pairing.won, pairing.drawn, pairing.lost), (1, 1, 0));
        assert!((pairing.margin.value - 1.5).abs() < 1e-9);
        let reverse = Pairing::of(&names, &grid, &bout(&grid, 1, 0));
        assert_eq!((reverse.won, reverse.drawn, reverse.lost), (0, 1, 1));
        assert!((reverse.elo.value + pairing.elo.value).abs() < 1e-6);
    }
}
