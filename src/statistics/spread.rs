//! How numbers are spread: mean, standard deviation and percentiles.

use serde::Serialize;

/// The spread of a set of numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Spread {
    /// The mean.
    pub mean: f64,
    /// The standard deviation of a sample.
    pub sd: f64,
    /// The tenth percentile.
    pub p10: f64,
    /// The median.
    pub p50: f64,
    /// The ninetieth percentile.
    pub p90: f64,
}

impl Spread {
    /// Of the numbers; all nil if there are none.
    pub fn of(numbers: impl IntoIterator<Item = f64>) -> Self {
        let mut sorted: Vec<f64> = numbers.into_iter().collect();
        sorted.sort_by(f64::total_cmp);
        let n = count(sorted.len());
        if sorted.is_empty() {
            return Self::default();
        }
        let (mean, variance) = moments(&sorted);
        let at = |share: f64| sorted[((n - 1.0) * share).round() as usize];
        Self {
            mean: round(mean),
            sd: round(variance.sqrt()),
            p10: round(at(0.1)),
            p50: round(at(0.5)),
            p90: round(at(0.9)),
        }
    }
}

/// The mean of a sample, and its variance; that of a single number is nil.
pub fn moments(sample: &[f64]) -> (f64, f64) {
    let n = count(sample.len());
    let mean = sample.iter().sum::<f64>() / n;
    let squares: f64 = sample.iter().map(|x| (x - mean) * (x - mean)).sum();
    (mean, squares / (n - 1.0).max(1.0))
}

/// How many, as a divisor.
pub fn count(n: usize) -> f64 {
    u32::try_from(n).map_or(f64::INFINITY, f64::from)
}

/// To three decimals, which is more than any batch supports.
pub fn round(x: f64) -> f64 {
    (x * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spread_of_one_to_nine_is_known() {
        let spread = Spread::of((1..=9).map(f64::from));
        assert_eq!((spread.p10, spread.p50, spread.p90), (2.0, 5.0, 8.0));
        assert!((spread.mean - 5.0).abs() < 1e-9);
        assert!((spread.sd - 2.739).abs() < 1e-9);
    }
}
