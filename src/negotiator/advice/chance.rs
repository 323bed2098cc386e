//! A chance as games have shown it, with the interval in which it lies.

/// Of so many games so many: in percent, with the 95 % interval of Wilson (1927).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chance {
    /// The share.
    pub percent: u32,
    /// The least that it is likely to be.
    pub low: u32,
    /// The most that it is likely to be.
    pub high: u32,
}

impl Chance {
    /// From how often it came to pass.
    pub fn of(times: u32, games: u32) -> Self {
        const Z: f64 = 1.96;
        let n = f64::from(games.max(1));
        let p = f64::from(times) / n;
        let whole = 1.0 + Z * Z / n;
        let middle = (p + Z * Z / (2.0 * n)) / whole;
        let half = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt() / whole;
        let percent = |share: f64| (share.clamp(0.0, 1.0) * 100.0).round() as u32;
        Self {
            percent: percent(p),
            low: percent(middle - half),
            high: percent(middle + half),
        }
    }
}
