//! A chance as games have shown it, with the interval in which it lies.

use crate::statistics::Estimate;

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
        let percent = |share: f64| (share * 100.0).round() as u32;
        let share = Estimate::share(times, games);
        Self {
            percent: share.map_or(0, |share| percent(share.value)),
            low: share.map_or(0, |share| percent(share.low)),
            high: share.map_or(100, |share| percent(share.high)),
        }
    }
}
