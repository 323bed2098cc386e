//! The string table: phrases by key, from the RON maps in `assets/text`.
//!
//! A key is `area.name`, and each area is a file of its own, read when first asked
//! for: a game never pays for words that it does not show. Every language has the same
//! areas; a phrase that one lacks is taken from the English.

mod columns;
mod words;

use crate::language::Language;
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::{Display, Write};
use std::sync::OnceLock;

pub use columns::columns;
pub use words::{OwnWords, TOLD, Words, stem};

/// The phrases of one area, borrowed from the compiled-in file where nothing is escaped.
type Map = BTreeMap<&'static str, Phrase>;

#[derive(Deserialize)]
#[serde(transparent)]
struct Phrase(#[serde(borrow)] Cow<'static, str>);

/// One file of phrases.
struct Area {
    name: &'static str,
    source: &'static str,
    map: OnceLock<Map>,
}

macro_rules! area {
    ($tag:literal, $name:literal) => {
        Area {
            name: $name,
            source: include_str!(concat!("../../assets/text/", $tag, "/", $name, ".ron")),
            map: OnceLock::new(),
        }
    };
}

macro_rules! areas {
    ($($name:literal)*) => {
        static ENGLISH: [Area; [$($name),*].len()] = [$(area!("en", $name)),*];
        static VIETNAMESE: [Area; ENGLISH.len()] = [$(area!("vi", $name)),*];
    };
}

areas! {
    "account"
    "advice"
    "app"
    "desk"
    "dialog"
    "effect"
    "estimate"
    "exercise"
    "fact"
    "famous"
    "game"
    "guide"
    "key"
    "material"
    "name"
    "new_game"
    "news"
    "opponent"
    "plain"
    "plan"
    "press"
    "preview"
    "reasons"
    "report"
    "review"
    "saves"
    "settings"
    "situation"
    "theatre"
    "title"
    "verdict"
    "why"
    "wire"
}

/// Words in one language.
pub struct Phrases {
    language: Language,
}

impl Phrases {
    /// The words of a language.
    pub const fn of_language(language: Language) -> Self {
        Self { language }
    }

    /// The English words.
    pub const fn english() -> Self {
        Self::of_language(Language::English)
    }

    /// Which language it is.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The keys of an area; none if there is no such area.
    pub fn keys(&self, area: &str) -> impl Iterator<Item = &'static str> + Clone {
        let area = areas(self.language).iter().find(|a| a.name == area);
        area.into_iter().flat_map(|a| a.map().keys().copied())
    }

    /// The phrase under this key, or the key itself if there is none.
    pub fn get<'k>(&self, key: &'k str) -> &'k str {
        self.find(key).unwrap_or(key)
    }

    /// The phrase under this key, if there is one.
    pub fn find(&self, key: &str) -> Option<&'static str> {
        let (area, _) = key.split_once('.')?;
        self.phrase(area, key)
    }

    /// The phrase for a member of a family: `family` ends in a dot, `member` names
    /// a value, as in `of("key.", "up")`. Empty if the family has no such member.
    pub fn of(&self, family: &str, member: &str) -> &'static str {
        let (Some((area, _)), mut key) = (family.split_once('.'), String::from(family)) else {
            return "";
        };
        key.push_str(member);
        self.phrase(area, &key).unwrap_or("")
    }

    /// The phrase under this key of an area; in English, if this language lacks it.
    fn phrase(&self, area: &str, key: &str) -> Option<&'static str> {
        let at = ENGLISH.iter().position(|a| a.name == area)?;
        let own = areas(self.language)[at].map().get(key);
        let phrase = own.or_else(|| ENGLISH[at].map().get(key))?;
        Some(&phrase.0)
    }

    /// The phrase under this key with each `{name}` replaced by its value. A name
    /// that is not given stays as it is.
    pub fn fill(&self, key: &str, values: &[(&str, &dyn Display)]) -> String {
        fill(self.get(key), values)
    }
}

/// The areas of a language, in the order of the English ones.
fn areas(language: Language) -> &'static [Area] {
    match language {
        Language::English => &ENGLISH,
        Language::Vietnamese => &VIETNAMESE,
    }
}

impl Area {
    fn map(&self) -> &Map {
        self.map.get_or_init(|| {
            // A test reads every file, so an unreadable one cannot be shipped; if it
            // were, the keys would be shown in the place of the phrases.
            ron::from_str(self.source).unwrap_or_default()
        })
    }
}

/// `template` with each `{name}` replaced by its value. A value that stands between quotation
/// marks is quoted once, also if it has marks of its own.
pub fn fill(template: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut text = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}').map(|at| at + open) else {
            break;
        };
        text.push_str(&rest[..open]);
        let name = &rest[open + 1..close];
        let between_marks = rest[..open].ends_with('"') && rest[close + 1..].starts_with('"');
        match values.iter().find(|(given, _)| *given == name) {
            Some((_, value)) if between_marks => text.push_str(&to_quote(&value.to_string())),
            // Writing to a string cannot fail.
            Some((_, value)) => drop(write!(text, "{value}")),
            None => text.push_str(&rest[open..=close]),
        }
        rest = &rest[close + 1..];
    }
    text.push_str(rest);
    text
}

/// A text as it is put between quotation marks: marks that hold the whole of it are left out,
/// and those within it become single ones.
fn to_quote(text: &str) -> String {
    let whole = text
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    whole
        .filter(|inner| !inner.contains('"'))
        .unwrap_or(text)
        .replace('"', "'")
}

#[cfg(test)]
mod tests;
