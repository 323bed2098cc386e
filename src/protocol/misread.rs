//! Why a message does not say what it should.

use super::names::Named;
use crate::scenario::LoadError;
use crate::scenario::SetError;
use crate::scenario::excerpt;
use crate::scenario::notation::{NotationError, QUOTED};
use std::ops::RangeInclusive;

/// Why a message cannot be taken for what it should be.
#[derive(Debug, thiserror::Error)]
pub enum Misread {
    /// A decision, or the id of something in the scenario.
    #[error(transparent)]
    Notation(#[from] NotationError),
    /// A name of something else.
    #[error("\"{}\" is not a {what}", excerpt(.found, QUOTED))]
    Name {
        /// What was expected.
        what: &'static str,
        /// What was found.
        found: String,
    },
    /// A decision that is not there, or not the one asked for.
    #[error("{0}")]
    Undecided(&'static str),
    /// A number that cannot be.
    #[error("`{0}` is out of range")]
    Range(&'static str),
    /// A list that is longer or shorter than it can be.
    #[error("`{0}` has the wrong length")]
    Length(&'static str),
    /// The scenario's files have faults.
    #[error(transparent)]
    Scenario(#[from] LoadError),
    /// What is set in the scenario cannot be.
    #[error(transparent)]
    Set(#[from] SetError),
    /// The scenario's files are not those that the hash was made from.
    #[error("the files of the scenario do not have its hash")]
    Hash,
}

/// The number, which is called so in a message about one that is out of the range.
pub fn within<T: PartialOrd>(
    what: &'static str,
    range: RangeInclusive<T>,
    number: T,
) -> Result<T, Misread> {
    let number = Some(number).filter(|number| range.contains(number));
    number.ok_or(Misread::Range(what))
}

/// The one of that name.
pub fn read<T: Named>(name: &str) -> Result<T, Misread> {
    T::named(name).ok_or_else(|| Misread::Name {
        what: T::WHAT,
        found: name.to_owned(),
    })
}
