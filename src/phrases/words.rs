//! The phrases of one scenario: its own where it has them, and those that all share.

use super::{Phrases, fill};
use crate::language::Language;
use std::collections::BTreeMap;
use std::fmt::Display;

/// The areas that tell a game, and of which a scenario may say any phrase its own way. The
/// rest is the interface, which is the same whatever is played.
pub const TOLD: [&str; 11] = [
    "desk",
    "effect",
    "fact",
    "name",
    "news",
    "press",
    "preview",
    "situation",
    "verdict",
    "why",
    "wire",
];

/// What a scenario says its own way, by key.
pub type OwnWords = BTreeMap<String, String>;

/// A key without the number at its end, if it has one: phrases that differ in nothing else
/// are variants, of which one is picked.
pub fn stem(key: &str) -> Option<&str> {
    let (stem, number) = key.rsplit_once('.')?;
    let counts = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    counts.then_some(stem)
}

/// Phrases by key for those who tell games of one scenario.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    shared: &'a Phrases,
    own: &'a OwnWords,
}

impl<'a> Words<'a> {
    /// The shared phrases, and before them a scenario's own.
    pub const fn new(shared: &'a Phrases, own: &'a OwnWords) -> Self {
        Self { shared, own }
    }

    /// Which language the shared phrases are in.
    pub const fn language(self) -> Language {
        self.shared.language()
    }

    /// The phrases that all scenarios share.
    pub const fn shared(self) -> &'a Phrases {
        self.shared
    }

    /// The phrase under this key, or the key itself if there is none.
    pub fn get<'k>(self, key: &'k str) -> &'k str
    where
        'a: 'k,
    {
        self.find(key).unwrap_or(key)
    }

    /// The phrase under this key, if there is one. A scenario that has variants of its own
    /// has them in the place of all shared ones, also if each side has its own.
    pub fn find(self, key: &str) -> Option<&'a str> {
        if self.own.is_empty() {
            return self.shared.find(key);
        }
        if let Some(own) = self.own.get(key) {
            return Some(own);
        }
        let has = |stem: &str, role: &str| self.own.contains_key(&format!("{stem}{role}.1"));
        let replaced = |stem| has(stem, "") || has(stem, ".presser") && has(stem, ".holder");
        if stem(key).is_some_and(replaced) {
            None
        } else {
            self.shared.find(key)
        }
    }

    /// The phrase for a member of a family, as in [`Phrases::of`].
    pub fn of(self, family: &str, member: &str) -> &'a str {
        if self.own.is_empty() {
            return self.shared.of(family, member);
        }
        self.find(&format!("{family}{member}")).unwrap_or_default()
    }

    /// The phrase under this key, filled as in [`Phrases::fill`].
    pub fn fill(self, key: &str, values: &[(&str, &dyn Display)]) -> String {
        fill(self.get(key), values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static SHARED: Phrases = Phrases::english();

    fn own(said: &[(&str, &str)]) -> OwnWords {
        let said = said.iter();
        said.map(|(key, text)| ((*key).to_owned(), (*text).to_owned()))
            .collect()
    }

    #[test]
    fn a_scenario_without_words_says_what_all_say() {
        let own = OwnWords::new();
        let words = Words::new(&SHARED, &own);
        assert_eq!(words.get("name.span"), SHARED.get("name.span"));
        assert_eq!(words.find("wire.calm.2"), SHARED.find("wire.calm.2"));
    }

    #[test]
    fn its_own_phrase_goes_before_the_shared_one() {
        let own = own(&[("name.span", "a month"), ("name.say.threaten", "Warn")]);
        let words = Words::new(&SHARED, &own);
        assert_eq!(words.get("name.span"), "a month");
        assert_eq!(words.of("name.say.", "threaten"), "Warn");
        assert_eq!(
            words.of("name.say.", "blame"),
            SHARED.of("name.say.", "blame")
        );
    }

    #[test]
    fn its_own_variants_stand_in_the_place_of_all_shared_ones() {
        let own = own(&[("wire.calm.1", "Quiet.")]);
        let words = Words::new(&SHARED, &own);
        assert_eq!(words.find("wire.calm.1"), Some("Quiet."));
        assert!(SHARED.find("wire.calm.2").is_some());
        assert_eq!(words.find("wire.calm.2"), None);
    }
}
