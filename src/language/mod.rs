//! The languages that the game is told in, and which of them a player wants.

pub mod ascii;
mod wanted;

pub use wanted::{locale, wanted};

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A language that the game is told in. What a scenario or an area of phrases does not say in
/// it is said in the words that it was written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Language {
    /// The language that the game was written in.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Vietnamese.
    #[serde(rename = "vi")]
    Vietnamese,
}

impl Language {
    /// All of them, the one that the game was written in first.
    pub const ALL: [Self; 2] = [Self::English, Self::Vietnamese];

    /// Its tag (BCP 47), by which its files are named.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Vietnamese => "vi",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// There is no language with this tag.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the game is not told in `{tag}`; it is in {}", Language::ALL.map(Language::tag).join(", "))]
pub struct UnknownLanguage {
    tag: String,
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(tag: &str) -> Result<Self, UnknownLanguage> {
        let known = Self::ALL.into_iter().find(|language| language.tag() == tag);
        known.ok_or_else(|| UnknownLanguage { tag: tag.into() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_read_by_its_tag_and_another_is_refused_with_those_there_are() {
        for language in Language::ALL {
            assert_eq!(language.to_string().parse(), Ok(language));
        }
        let refused = "xx".parse::<Language>().unwrap_err().to_string();
        assert_eq!(refused, "the game is not told in `xx`; it is in en, vi");
    }
}
