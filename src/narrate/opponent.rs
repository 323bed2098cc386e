//! What a negotiator is called, by its level or name as a save or the command line has it.

use super::Phrases;

/// In words; one that has none, as a program outside, by its name.
pub fn opponent(words: &Phrases, name: &str) -> String {
    if let Some(count) = name.strip_prefix("search:") {
        return words.fill("opponent.search", &[("count", &count)]);
    }
    if let Some(told) = name.strip_prefix("adversary:") {
        return words.fill("opponent.adversary", &[("told", &opponent(words, told))]);
    }
    match words.of("opponent.", &name.replace('-', "_")) {
        "" => name.to_owned(),
        known => known.to_owned(),
    }
}
