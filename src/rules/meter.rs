//! Meters: what can rise and fall, and the unit it is counted in.

use super::side::Side;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::{Add, AddAssign, Mul, Neg, Sub, SubAssign};

/// A quantity in tenths of a point. Integers keep a replay exact on every machine.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Tenths(pub i16);

impl Tenths {
    /// Zero points.
    pub const ZERO: Self = Self(0);
    /// The top of every meter: 100 points.
    pub const FULL: Self = Self(1000);

    /// A whole number of points.
    #[inline]
    pub const fn points(points: i16) -> Self {
        Self(points * 10)
    }

    /// From a wider calculation, saturating at the range of the type.
    #[inline]
    pub fn of(tenths: i32) -> Self {
        Self(tenths.clamp(i16::MIN as i32, i16::MAX as i32) as i16)
    }

    /// The count of tenths, for calculations.
    #[inline]
    pub const fn get(self) -> i32 {
        self.0 as i32
    }

    /// Rounded to whole points, halves away from zero.
    #[inline]
    pub const fn whole(self) -> i32 {
        let t = self.0 as i32;
        (t + if t < 0 { -5 } else { 5 }) / 10
    }

    /// Within 0 to 100 points.
    #[inline]
    #[must_use]
    pub fn clamped(self) -> Self {
        Self(self.0.clamp(0, 1000))
    }

    /// `percent` hundredths of this quantity, rounded toward zero.
    #[inline]
    #[must_use]
    pub fn percent(self, percent: i32) -> Self {
        Self::of(self.get() * percent / 100)
    }
}

/// In tenths.
impl From<Tenths> for i32 {
    #[inline]
    fn from(tenths: Tenths) -> Self {
        tenths.get()
    }
}

impl fmt::Display for Tenths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let t = self.0;
        let sign = if t < 0 { "-" } else { "" };
        write!(
            f,
            "{sign}{}.{}",
            t.unsigned_abs() / 10,
            t.unsigned_abs() % 10
        )
    }
}

impl Add for Tenths {
    type Output = Self;
    #[inline]
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Tenths {
    type Output = Self;
    #[inline]
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Tenths {
    type Output = Self;
    #[inline]
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl Mul<i32> for Tenths {
    type Output = Self;
    #[inline]
    fn mul(self, times: i32) -> Self {
        Self::of(self.get() * times)
    }
}

impl AddAssign for Tenths {
    #[inline]
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Tenths {
    #[inline]
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

/// A meter that each side has of its own, 0 to 100 points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum Gauge {
    /// Domestic pressure. High is bad; at the top the negotiator is recalled.
    Pressure,
    /// Standing in the eyes of the world and at home. Low is bad; public.
    Face,
    /// Economic strain. High is bad, and becomes Pressure.
    Strain,
    /// Military strength and recovery. Low is bad.
    Strength,
    /// Trust in the other side's word. Known to its owner alone.
    Trust,
}

impl Gauge {
    /// Every gauge, in the order they are shown.
    pub const ALL: [Self; 5] = [
        Self::Pressure,
        Self::Face,
        Self::Strain,
        Self::Strength,
        Self::Trust,
    ];
}

/// Anything that a rule can move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Meter {
    /// Military tension, shared. At the top there is war.
    Tension,
    /// Ambiguity, shared: nobody can tell progress from deadlock.
    Fog,
    /// What the world expects of the talks, shared.
    Hope,
    /// A passing shock to the scenario's price gauge, in tenths of its unit.
    Shock,
    /// A meter of one side.
    Of(Side, Gauge),
}

/// So many percent of a number of tenths, rounded toward zero.
#[inline]
pub const fn share(tenths: i32, percent: i32) -> i32 {
    tenths * percent / 100
}

/// By how many tenths a value passes a threshold; 0 if it does not.
#[inline]
pub fn excess(value: Tenths, threshold: i32) -> i32 {
    (value.get() - threshold).max(0)
}
