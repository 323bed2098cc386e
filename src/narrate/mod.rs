//! From decisions and outcomes to words. Every word that a player reads is in
//! `assets/text` or in the scenario, so that another language is a folder of text.

pub mod handbook;
mod key;
pub mod markdown;
pub mod material;
pub mod review;

mod advice;
mod clause;
mod condition;
mod deed;
mod duplicate;
mod effect;
mod estimate;
mod name;
mod objective;
mod opponent;
mod plan;
mod preview;
mod reasons;
mod reveal;
mod role_sheet;
mod situation;
mod verdict;
mod why;

#[cfg(test)]
mod tests;

pub use crate::phrases::{self, OwnWords, Phrases, Words, fill};
pub use deed::{Deed, Part};
pub use duplicate::Tables;
pub use effect::Eyes;
pub use estimate::Estimated;
pub use key::Key;
pub use objective::Goal;
pub use opponent::opponent;
pub use reasons::Told;
pub use reveal::{Line, Reveal, Tone};
pub use verdict::{Account, Held, Mission, Points, Verdict};
pub use why::{MeterLine, PriceMade, Reason, split_round};

use crate::rules::meter::Tenths;
use crate::scenario::{Scenario, Text};
use std::fmt::Display;

/// Values for the placeholders of a phrase.
pub(crate) type Values<'a> = &'a [(&'a str, &'a dyn Display)];

/// One who tells a game: the scenario's names put into its own phrases, or into those of a
/// language.
#[derive(Clone, Copy)]
pub struct Narrator<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// The scenario's words, in the language of the phrases.
    pub text: &'a Text,
    /// The phrases: the scenario's own, and those that all share.
    pub words: Words<'a>,
    salt: u64,
}

impl<'a> Narrator<'a> {
    /// A narrator of games of this scenario.
    pub fn new(scenario: &'a Scenario, words: &'a Phrases) -> Self {
        let text = scenario.text_in(words.language());
        Self {
            scenario,
            text,
            words: Words::new(words, &text.words),
            salt: 0,
        }
    }

    /// The same, but another salt starts another round of the phrases that vary, so that
    /// two games do not read alike.
    #[must_use]
    pub const fn salted(mut self, salt: u64) -> Self {
        self.salt = salt;
        self
    }

    /// The member of a family of phrases, filled.
    fn say(&self, family: &str, member: &str, values: Values) -> String {
        phrases::fill(self.words.of(family, member), values)
    }
}

/// A change in points, signed: `+2.4`, `-3`.
pub fn signed(by: Tenths) -> String {
    let sign = if by > Tenths::ZERO { "+" } else { "" };
    format!("{sign}{}", points(by))
}

/// A chance per mille, in whole percent.
const fn percent(per_mille: u32) -> u32 {
    (per_mille + 5) / 10
}

/// A quantity in points, without a decimal that says nothing: `2.4`, `3`.
pub fn points(value: Tenths) -> String {
    if value.0 % 10 == 0 {
        (value.0 / 10).to_string()
    } else {
        value.to_string()
    }
}
