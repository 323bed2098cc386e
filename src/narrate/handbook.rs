//! The handbook: chapters of the rules, for the screen and for the line mode.
//!
//! The markup of a chapter: `# ` begins a heading, `- ` an entry, and `*words*` are
//! emphasised. `{keys}` stands for a table of keys, where there is a keyboard to speak of, and
//! `{bot}` for the source of a small bot, to be shown as it is written.

use crate::language::Language;
use serde::Deserialize;

const ENGLISH: &str = include_str!("../../assets/text/en/handbook.ron");
const VIETNAMESE: &str = include_str!("../../assets/text/vi/handbook.ron");

/// A line of a chapter in whose place a table of keys may be written.
pub const KEYS: &str = "{keys}";

/// A line of a chapter in whose place [`EXAMPLE_BOT`] is shown, as it is written.
pub const BOT: &str = "{bot}";

/// A small complete negotiator, in Python.
pub const EXAMPLE_BOT: &str = include_str!("../../assets/bots/example.py");

/// A chapter.
#[derive(Clone, Debug, Deserialize)]
pub struct Chapter {
    /// For a list, at most 14 columns.
    pub short: String,
    /// What it is about.
    pub title: String,
    /// Its text, in the markup.
    pub text: String,
}

/// The chapters, in order.
pub fn chapters(language: Language) -> Vec<Chapter> {
    // A test reads the files; an empty handbook is better than none of the game.
    let read = |source| ron::from_str::<Vec<Chapter>>(source).unwrap_or_default();
    let chapters = match language {
        Language::English => read(ENGLISH),
        Language::Vietnamese => read(VIETNAMESE),
    };
    if chapters.is_empty() {
        read(ENGLISH)
    } else {
        chapters
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn the_handbook_is_readable_and_its_chapters_can_be_picked_by_digit() {
        for language in Language::ALL {
            let chapters = chapters(language);
            assert!((8..=15).contains(&chapters.len()));
            for part in [KEYS, BOT] {
                let lines = chapters.iter().flat_map(|c| c.text.lines());
                assert_eq!(lines.filter(|line| *line == part).count(), 1);
            }
            for chapter in &chapters {
                assert!(chapter.short.width() <= 14, "{}", chapter.short);
                let marks = chapter.text.matches('*').count();
                assert!(!chapter.text.contains('\t') && marks % 2 == 0);
            }
        }
    }
}
