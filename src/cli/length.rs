//! The lengths of a game, as typed.

use crate::rules::deal::Length;

/// A length by name.
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
pub enum LengthName {
    /// For a lesson
    Short,
    /// As calibrated
    #[default]
    Standard,
    /// For an evening
    Long,
}

impl From<LengthName> for Length {
    fn from(name: LengthName) -> Self {
        match name {
            LengthName::Short => Self::Short,
            LengthName::Standard => Self::Standard,
            LengthName::Long => Self::Long,
        }
    }
}

impl From<Length> for LengthName {
    fn from(length: Length) -> Self {
        match length {
            Length::Short => Self::Short,
            Length::Standard => Self::Standard,
            Length::Long => Self::Long,
        }
    }
}
