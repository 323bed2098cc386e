//! What is scored in each seat: the table of all pairs, who scores best against whom, and
//! whether anyone gains by taking a player's place when that player meets itself.

use super::grid::Grid;
use crate::rules::side::Side;
use crate::scenario::{BySide, Text};
use crate::simulate::named::Named;
use crate::simulate::summary::futures;
use crate::statistics::Estimate;
use serde::Serialize;

/// One presser against one holder.
#[derive(Clone, Debug, Serialize)]
pub struct Cell {
    /// Who sat where, by side.
    pub seats: BySide<String>,
    /// The mean mission score, by side.
    pub score: BySide<Estimate>,
    /// How many deals ended in each of the three futures.
    pub endings: Named,
}

/// Who scores most in a seat against an opponent.
#[derive(Clone, Debug, Serialize)]
pub struct Best {
    /// The seat, by side.
    pub seat: String,
    /// Who sits opposite.
    pub against: String,
    /// Who scores most there.
    pub player: String,
    /// How much, on average.
    pub score: Estimate,
}

/// What a player gains by taking the champion's place in one seat while the champion keeps
/// the other: against what the champion scores there, on the same deals.
#[derive(Clone, Debug, Serialize)]
pub struct Deviation {
    /// Who takes the place.
    pub player: String,
    /// The seat, by side.
    pub seat: String,
    /// The mean difference in score.
    pub gain: Estimate,
}

/// Every presser against every holder.
pub(super) fn cells(text: &Text, names: &[String], grid: &Grid) -> Vec<Cell> {
    let all = 0..grid.players();
    let pairs = all.clone().flat_map(|p| all.clone().map(move |h| [p, h]));
    pairs
        .map(|pair| {
            let results = grid.between(pair[0], pair[1]);
            let score = |side: Side| Estimate::mean(results.iter().map(|r| r.scores[side]));
            Cell {
                seats: BySide::of(text, |side| names[pair[side.index()]].clone()),
                score: BySide::of(text, score),
                endings: futures(results.iter().map(|r| r.class)),
            }
        })
        .collect()
}

/// The best in each seat against each opponent, in this order; of equals the first.
pub(super) fn best(text: &Text, names: &[String], grid: &Grid, order: &[usize]) -> Vec<Best> {
    let each = Side::BOTH
        .into_iter()
        .flat_map(|seat| order.iter().map(move |&against| (seat, against)));
    each.filter_map(|(seat, against)| {
        let all = (order.iter())
            .map(|&player| (player, Estimate::mean(grid.scores(player, seat, against))));
        let (player, score) = all.reduce(|a, b| if b.1.value > a.1.value { b } else { a })?;
        Some(Best {
            seat: text.side(seat).id.clone(),
            against: names[against].clone(),
            player: names[player].clone(),
            score,
        })
    })
    .collect()
}

/// What everyone else gains in the champion's place, in this order.
pub(super) fn deviations(
    text: &Text,
    names: &[String],
    grid: &Grid,
    order: &[usize],
    champion: usize,
) -> Vec<Deviation> {
    let others = order.iter().filter(|&&player| player != champion);
    let each = others.flat_map(|&player| Side::BOTH.map(|seat| (player, seat)));
    each.map(|(player, seat)| {
        let own = grid.scores(champion, seat, champion);
        let gains = grid.scores(player, seat, champion).zip(own);
        Deviation {
            player: names[player].clone(),
            seat: text.side(seat).id.clone(),
            gain: Estimate::mean(gains.map(|(new, old)| new - old)),
        }
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;

    fn names() -> Vec<String> {
        ["a", "b"].map(str::to_owned).to_vec()
    }

    /// Two deals each: `b` pays as presser against `a`, and loses as holder against it.
    fn grid() -> Grid {
        let self_play = [[40.0, 50.0], [42.0, 50.0]];
        let a_presses = [[45.0, 48.0], [45.0, 46.0]];
        let b_presses = [[41.0, 30.0], [43.0, 30.0]];
        let b_alone = [[10.0, 10.0], [10.0, 10.0]];
        Grid::of(2, [self_play, a_presses, b_presses, b_alone].concat())
    }

    #[test]
    fn a_deviation_is_measured_on_the_same_deals() {
        let text = Scenario::load("gulf").expect("gulf is sound").text;
        let all = deviations(&text, &names(), &grid(), &[0, 1], 0);
        let gain = |seat: &str| {
            let found = all.iter().find(|d| d.seat == seat);
            found.expect("both seats are there").gain
        };
        assert!((gain("us").value - 1.0).abs() < 1e-9);
        // Both deals gain exactly 1 point, whatever the deals are worth.
        assert!((gain("us").high - 1.0).abs() < 1e-9);
        assert!((gain("iran").value + 3.0).abs() < 1e-9);
    }

    #[test]
    fn the_best_is_found_for_each_seat_and_opponent() {
        let text = Scenario::load("gulf").expect("gulf is sound").text;
        let all = best(&text, &names(), &grid(), &[0, 1]);
        let found: Vec<_> = all
            .iter()
            .map(|b| (b.seat.as_str(), b.against.as_str(), b.player.as_str()))
            .collect();
        let expected = [
            ("us", "a", "b"),
            ("us", "b", "a"),
            ("iran", "a", "a"),
            ("iran", "b", "a"),
        ];
        assert_eq!(found, expected);
    }
}
