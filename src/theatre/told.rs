//! What does not hold in a save, and whether the game that it came from is what it says of it,
//! in words: the same wherever it is told.

use super::lineage::{Answers, Ground, Lineage};
use super::recording::Recording;
use crate::phrases::Phrases;
use crate::record::{Parent, Swapped};
use std::fmt::Display;

/// Names in a phrase, with what stands for them.
type Values<'a> = Vec<(&'a str, &'a dyn Display)>;

impl Lineage {
    /// Whether nothing speaks against it.
    pub const fn holds(&self) -> bool {
        matches!(self, Self::Holds { .. } | Self::Missing { .. })
    }

    /// In words.
    pub fn told(&self, words: &Phrases) -> String {
        let say = |key: &str, parent: &Parent, more: Values| {
            let which: Values = vec![("parent", &parent.save), ("round", &parent.round)];
            words.fill(key, &[which, more].concat())
        };
        match self {
            Self::Holds { parent } => say("theatre.verify.parent", parent, vec![]),
            Self::Missing { parent } => say("theatre.verify.no_parent", parent, vec![]),
            Self::Parted { parent, entry } => {
                say("theatre.verify.parted", parent, vec![("entry", entry)])
            }
            Self::Differs { parent, grounds } => {
                let grounds = list(grounds, words);
                say(
                    "theatre.verify.not_parent",
                    parent,
                    vec![("grounds", &grounds)],
                )
            }
        }
    }
}

impl Answers {
    /// Whether nothing speaks against it.
    pub const fn holds(&self) -> bool {
        matches!(self, Self::Holds { .. } | Self::Missing { .. })
    }

    /// In words.
    pub fn told(&self, words: &Phrases) -> String {
        let say = |key: &str, first: &Swapped, more: Values| {
            let which: Values = vec![("first", &first.save)];
            words.fill(key, &[which, more].concat())
        };
        match self {
            Self::Holds {
                first,
                opponents: None,
            } => say("theatre.verify.answers", first, vec![]),
            Self::Holds {
                first,
                opponents: Some([there, here]),
            } => {
                let who: Values = vec![("there", there), ("here", here)];
                say("theatre.verify.answers_other", first, who)
            }
            Self::Missing { first } => say("theatre.verify.no_first", first, vec![]),
            Self::Other { first } => say("theatre.verify.other_first", first, vec![]),
            Self::Differs { first, grounds } => {
                let grounds = list(grounds, words);
                say(
                    "theatre.verify.not_first",
                    first,
                    vec![("grounds", &grounds)],
                )
            }
        }
    }
}

/// In what two games differ.
fn list(grounds: &[Ground], words: &Phrases) -> String {
    let named: Vec<&str> = (grounds.iter())
        .map(|ground| words.of("theatre.verify.ground.", ground.key()))
        .collect();
    named.join(words.get("plain.join"))
}

impl Recording {
    /// What whoever looks at the game should know first, a paragraph each: that the game it
    /// came from is not what it says of it, and what does not hold in the save itself.
    /// Empty if all is well.
    pub fn doubts(&self, words: &Phrases) -> Vec<String> {
        let lineage = self.lineage().filter(|lineage| !lineage.holds());
        let answers = self.answers().filter(|answers| !answers.holds());
        let mut doubts: Vec<String> = (lineage.iter().map(|it| it.told(words)))
            .chain(answers.iter().map(|it| it.told(words)))
            .collect();
        if let Some(fault) = self.faults().last() {
            let last = self.moments()[self.last()].entry;
            let values: Values = vec![("fault", fault), ("last", &last)];
            doubts.push(words.fill(self.condition().key(), &values));
        }
        doubts
    }
}
