//! What a sample shows: a number, and the interval that holds the true one 19 times in 20.

use super::spread::{count, moments, round};
use serde::{Serialize, Serializer};

/// The 97.5th percentile of the normal distribution.
const Z: f64 = 1.959_963_985;

/// A number with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Estimate {
    /// The number.
    #[serde(serialize_with = "rounded")]
    pub value: f64,
    /// The lower end of the interval.
    #[serde(serialize_with = "rounded")]
    pub low: f64,
    /// The upper end.
    #[serde(serialize_with = "rounded")]
    pub high: f64,
}

// A reference is what `serialize_with` hands over.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn rounded<S: Serializer>(x: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(round(*x))
}

impl Estimate {
    /// A number and how far its interval reaches either way.
    pub fn give_or_take(value: f64, reach: f64) -> Self {
        Self {
            value,
            low: value - reach,
            high: value + reach,
        }
    }

    /// The mean that a sample shows. Fewer than two numbers show no interval: it has no bounds.
    pub fn mean(sample: impl IntoIterator<Item = f64>) -> Self {
        let sample: Vec<f64> = sample.into_iter().collect();
        if sample.is_empty() {
            return Self::give_or_take(0.0, f64::INFINITY);
        }
        let (mean, variance) = moments(&sample);
        if sample.len() == 1 {
            return Self::give_or_take(mean, f64::INFINITY);
        }
        let error = (variance / count(sample.len())).sqrt();
        Self::give_or_take(mean, critical(sample.len() - 1) * error)
    }

    /// The share of a population that a sample shows, nothing if there is no sample
    /// (Wilson 1927: sound for rare things and small samples).
    pub fn share(so: u32, of: u32) -> Option<Self> {
        if of == 0 {
            return None;
        }
        let (n, p) = (f64::from(of), f64::from(so) / f64::from(of));
        let shrunk = 1.0 + Z * Z / n;
        let middle = (p + Z * Z / (2.0 * n)) / shrunk;
        let reach = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt() / shrunk;
        Some(Self {
            value: p,
            // Rounding must not push the interval off the number it is about.
            low: (middle - reach).clamp(0.0, p),
            high: (middle + reach).clamp(p, 1.0),
        })
    }

    /// By how much the share in one sample exceeds that in another, each given as so many of
    /// so many; nothing if either is empty (Agresti and Caffo 2000).
    pub fn difference(a: (u32, u32), b: (u32, u32)) -> Option<Self> {
        if a.1 == 0 || b.1 == 0 {
            return None;
        }
        let share = |(so, of): (u32, u32)| f64::from(so) / f64::from(of);
        let padded = |(so, of): (u32, u32)| (f64::from(so) + 1.0) / (f64::from(of) + 2.0);
        let variance = |of: (u32, u32)| padded(of) * (1.0 - padded(of)) / (f64::from(of.1) + 2.0);
        let middle = padded(a) - padded(b);
        let reach = Z * (variance(a) + variance(b)).sqrt();
        let value = share(a) - share(b);
        Some(Self {
            value,
            low: (middle - reach).clamp(-1.0, value),
            high: (middle + reach).clamp(value, 1.0),
        })
    }

    /// This many times as much.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        let (a, b) = (self.low * factor, self.high * factor);
        Self {
            value: self.value * factor,
            low: a.min(b),
            high: a.max(b),
        }
    }
}

/// How many standard errors a 95 % interval reaches: Student's, by the first terms of its
/// expansion about the normal (Abramowitz and Stegun 26.7.5).
pub fn critical(freedom: usize) -> f64 {
    let v = count(freedom);
    let (z3, z5) = (Z.powi(3), Z.powi(5));
    Z + (z3 + Z) / (4.0 * v) + (5.0 * z5 + 16.0 * z3 + 3.0 * Z) / (96.0 * v * v)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: f64, b: f64) {
        assert!((a - b).abs() < 5e-4, "{a} is not {b}");
    }

    #[test]
    fn the_mean_of_ten_numbers_has_students_interval() {
        // sd 3.02765, standard error 0.95743, and 2.262 of them.
        let mean = Estimate::mean((1..=10).map(f64::from));
        near(mean.value, 5.5);
        assert!((mean.high - 7.666).abs() < 0.005, "{mean:?}");
        near(mean.high - mean.value, mean.value - mean.low);
    }

    #[test]
    fn one_number_shows_no_interval() {
        assert!(Estimate::mean([3.0]).high.is_infinite());
        assert!(Estimate::mean([]).low.is_infinite());
    }

    #[test]
    fn a_share_has_wilsons_interval() {
        // 8 of 10, as in any table of the score interval.
        let share = Estimate::share(8, 10).expect("there is a sample");
        near(share.value, 0.8);
        near(share.low, 0.4902);
        near(share.high, 0.9433);
        let all = Estimate::share(20, 20).expect("there is a sample");
        near(all.high, 1.0);
        near(all.low, 0.8389);
        assert_eq!(Estimate::share(0, 0), None);
    }

    #[test]
    fn a_difference_of_shares_stays_within_what_is_possible() {
        // Padded shares 8/12 and 3/12: 0.41667, standard error 0.18479.
        let gap = Estimate::difference((7, 10), (2, 10)).expect("there are samples");
        near(gap.value, 0.5);
        near(gap.low, 0.4167 - 0.3622);
        near(gap.high, 0.4167 + 0.3622);
        let whole = Estimate::difference((5, 5), (0, 5)).expect("there are samples");
        near(whole.high, 1.0);
        assert!(whole.low > 0.0);
        assert_eq!(Estimate::difference((1, 2), (0, 0)), None);
    }

    #[test]
    fn students_interval_comes_down_to_the_normal() {
        near(critical(1_000_000), 1.96);
        assert!((critical(5) - 2.571).abs() < 0.03);
        assert!((critical(20) - 2.086).abs() < 0.001);
    }
}
