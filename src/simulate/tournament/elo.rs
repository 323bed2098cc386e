//! Ratings by maximum likelihood (Bradley and Terry 1952), a draw counting as half a win.
//!
//! Each pair is credited with one drawn deal beforehand, so that the rating of a player who
//! wins every deal is finite. The interval is the robust one (Huber 1967): it takes each
//! deal's results over all pairs together, since the same deal is played by every pair, and
//! draws narrow it as they should.

use super::linear::{Matrix, apply, inverse, zeros};
use crate::statistics::{Estimate, count, critical};

/// One step of the natural scale in Elo points.
const POINTS: f64 = 400.0 / std::f64::consts::LN_10;

/// A pair's deals: 1 where the first won, 0 where the second did, 0.5 where neither.
#[derive(Clone, Debug)]
pub(super) struct Bout {
    /// The first player, by number.
    pub first: usize,
    /// The second.
    pub second: usize,
    /// The result of each deal, in the order of the deals.
    pub results: Vec<f64>,
}

impl Bout {
    /// The chance that the first wins, by these ratings.
    fn chance(&self, ratings: &[f64]) -> f64 {
        1.0 / (1.0 + (ratings[self.second] - ratings[self.first]).exp())
    }

    /// Deals, with the one credited.
    fn played(&self) -> f64 {
        count(self.results.len()) + 1.0
    }

    /// Adds to a gradient how far a result is from what was expected.
    fn surprise(&self, gradient: &mut [f64], by: f64) {
        gradient[self.first] += by;
        gradient[self.second] -= by;
    }
}

/// The rating of each player, in Elo points about a mean of nil. Every pair must have played
/// the same deals, two at least.
pub(super) fn fit(players: usize, bouts: &[Bout]) -> Vec<Estimate> {
    let mut ratings = vec![0.0; players];
    // Newton's method; the likelihood has one summit, and a step of more than one on the
    // natural scale is cut, so that it cannot overshoot to where all is flat.
    for _ in 0..200 {
        let step = apply(
            &inverse(curvature(&ratings, bouts)),
            &slope(&ratings, bouts),
        );
        let longest = step.iter().fold(0.0_f64, |m, x| m.max(x.abs()));
        let cut = 1.0 / longest.max(1.0);
        ratings
            .iter_mut()
            .zip(&step)
            .for_each(|(r, s)| *r += s * cut);
        if longest < 1e-10 {
            break;
        }
    }
    let variances = variances(&ratings, bouts);
    let deals = bouts.first().map_or(0, |bout| bout.results.len());
    let reach = critical(deals.saturating_sub(1).max(1));
    (ratings.iter().zip(variances))
        .map(|(r, v)| Estimate::give_or_take(r * POINTS, reach * v.sqrt() * POINTS))
        .collect()
}

/// The first player's rating above the second's, from the deals of the two alone.
pub(super) fn difference(results: Vec<f64>) -> Estimate {
    let bout = Bout {
        first: 0,
        second: 1,
        results,
    };
    // Two ratings lie evenly about the mean.
    fit(2, &[bout])[0].times(2.0)
}

/// The gradient of the log-likelihood.
fn slope(ratings: &[f64], bouts: &[Bout]) -> Vec<f64> {
    let mut gradient = vec![0.0; ratings.len()];
    for bout in bouts {
        let won = bout.results.iter().sum::<f64>() + 0.5;
        bout.surprise(&mut gradient, won - bout.played() * bout.chance(ratings));
    }
    gradient
}

/// Its curvature, with a term that holds the mean of the ratings at nil.
fn curvature(ratings: &[f64], bouts: &[Bout]) -> Matrix {
    let mut matrix = zeros(ratings.len());
    matrix.iter_mut().flatten().for_each(|x| *x = 1.0);
    for bout in bouts {
        let p = bout.chance(ratings);
        let weight = bout.played() * p * (1.0 - p);
        let (a, b) = (bout.first, bout.second);
        matrix[a][a] += weight;
        matrix[b][b] += weight;
        matrix[a][b] -= weight;
        matrix[b][a] -= weight;
    }
    matrix
}

/// The variance of each rating.
fn variances(ratings: &[f64], bouts: &[Bout]) -> Vec<f64> {
    let inverse = inverse(curvature(ratings, bouts));
    let deals = bouts.first().map_or(0, |bout| bout.results.len());
    let of_deal = |deal: usize| {
        let mut gradient = vec![0.0; ratings.len()];
        for bout in bouts {
            bout.surprise(&mut gradient, bout.results[deal] - bout.chance(ratings));
        }
        gradient
    };
    let credited = |bout: &Bout| {
        let mut gradient = vec![0.0; ratings.len()];
        bout.surprise(&mut gradient, 0.5 - bout.chance(ratings));
        gradient
    };
    let mut variances = vec![0.0; ratings.len()];
    for gradient in (0..deals).map(of_deal).chain(bouts.iter().map(credited)) {
        let pull = apply(&inverse, &gradient);
        variances
            .iter_mut()
            .zip(pull)
            .for_each(|(v, x)| *v += x * x);
    }
    variances
}

#[cfg(test)]
mod tests {
    use super::*;

    fn results(wins: usize, draws: usize, losses: usize) -> Vec<f64> {
        let of = |n, x| std::iter::repeat_n(x, n);
        of(wins, 1.0)
            .chain(of(draws, 0.5))
            .chain(of(losses, 0.0))
            .collect()
    }

    #[test]
    fn two_players_differ_by_the_odds() {
        // 7.5 points of 10 and the credited half: odds of 8 to 3, 400 log10(8/3) = 170.4.
        let elo = difference(results(7, 1, 2));
        assert!((elo.value - 170.39).abs() < 0.01, "{elo:?}");
        assert!(elo.low < elo.value && elo.value < elo.high);
    }

    #[test]
    fn the_interval_of_a_pair_is_that_of_its_odds() {
        // 300 won, 100 lost of 401: p 0.7494, standard error of the log-odds 0.1152,
        // hence 400/ln 10 x 1.966 x 0.1152 = 39.3 either way.
        let elo = difference(results(300, 0, 100));
        assert!((elo.value - 190.3).abs() < 0.2, "{elo:?}");
        assert!((elo.high - elo.value - 39.3).abs() < 0.2, "{elo:?}");
    }

    #[test]
    fn draws_narrow_the_interval() {
        let width = |e: Estimate| e.high - e.low;
        let drawn = difference(results(20, 60, 20));
        let decided = difference(results(50, 0, 50));
        assert!(drawn.value.abs() < 1e-9 && decided.value.abs() < 1e-9);
        assert!(width(drawn) < width(decided) * 0.7);
    }

    #[test]
    fn who_wins_every_deal_is_rated_and_bounded() {
        let elo = difference(results(200, 0, 0));
        assert!(elo.value > 800.0 && elo.value < 1200.0, "{elo:?}");
        assert!(elo.low > 400.0 && elo.high.is_finite(), "{elo:?}");
    }

    #[test]
    fn ratings_give_each_player_the_points_it_made() {
        let bout = |first, second, results| Bout {
            first,
            second,
            results,
        };
        let bouts = [
            bout(0, 1, results(12, 2, 6)),
            bout(0, 2, results(18, 0, 2)),
            bout(1, 2, results(11, 4, 5)),
        ];
        let ratings = fit(3, &bouts);
        assert!(ratings.iter().map(|r| r.value).sum::<f64>().abs() < 1e-6);
        let expected = |i: usize, j: usize| {
            21.0 / (1.0 + 10.0_f64.powf((ratings[j].value - ratings[i].value) / 400.0))
        };
        assert!((expected(0, 1) + expected(0, 2) - (13.5 + 18.5)).abs() < 1e-6);
        assert!((expected(1, 0) + expected(1, 2) - (7.5 + 13.5)).abs() < 1e-6);
    }

    #[test]
    fn equals_are_rated_equal() {
        let bouts = [(0, 1), (0, 2), (1, 2)].map(|(first, second)| Bout {
            first,
            second,
            results: results(5, 0, 5),
        });
        for rating in fit(3, &bouts) {
            assert!(rating.value.abs() < 1e-9);
            assert!(rating.low < 0.0 && rating.high > 0.0);
        }
    }
}
