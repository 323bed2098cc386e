//! How good a plan was, in a word.

use crate::statistics::Estimate;
use serde::Serialize;

/// A plan's grade.
///
/// It goes by the lower end of the interval of what the plan has cost against the best
/// alternative: by what it has cost at least, as far as one can be sure. So nobody is blamed
/// within the noise, and more simulations blame more exactly, not more severely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// Nothing that was looked at is surely better by as much as an inaccuracy.
    Sound,
    /// It surely cost something.
    Inaccuracy,
    /// It surely cost much.
    Mistake,
    /// It surely cost what rarely can be made good.
    Blunder,
}

impl Grade {
    /// Every grade, the best first.
    pub const ALL: [Self; 4] = [Self::Sound, Self::Inaccuracy, Self::Mistake, Self::Blunder];

    /// What a plan must have cost at least to be graded so, in mission points.
    pub const fn threshold(self) -> f64 {
        match self {
            Self::Sound => 0.0,
            Self::Inaccuracy => 1.0,
            Self::Mistake => 2.5,
            Self::Blunder => 5.0,
        }
    }

    /// The grade of a plan that cost so much.
    pub fn of(cost: Estimate) -> Self {
        let mut worst_first = Self::ALL.into_iter().rev();
        let due = |grade: &Self| cost.low >= grade.threshold();
        worst_first.find(due).unwrap_or(Self::Sound)
    }

    /// Its name among the phrases, and in a file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Sound => "sound",
            Self::Inaccuracy => "inaccuracy",
            Self::Mistake => "mistake",
            Self::Blunder => "blunder",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_blamed_within_the_noise() {
        assert_eq!(Grade::of(Estimate::give_or_take(6.0, 5.5)), Grade::Sound);
        assert_eq!(Grade::of(Estimate::give_or_take(6.0, 3.0)), Grade::Mistake);
        assert_eq!(Grade::of(Estimate::give_or_take(6.0, 0.5)), Grade::Blunder);
        assert_eq!(Grade::of(Estimate::give_or_take(-3.0, 1.0)), Grade::Sound);
        let unknown = Estimate::give_or_take(9.0, f64::INFINITY);
        assert_eq!(Grade::of(unknown), Grade::Sound);
    }
}
