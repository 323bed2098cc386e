//! The handbook: chapters of the rules, for the screen and for the line mode.
//!
//! The markup of a chapter: `# ` begins a heading, `- ` an entry, and `*words*` are
//! emphasised. `{keys}` stands for a table of keys, where there is a keyboard to speak of, and
//! `{bot}` for the source of a small bot, to be shown as it is written.

use serde::Deserialize;

const SOURCE: &str = include_str!("../../assets/text/en/handbook.ron");

/// A line of a chapter in whose place a table of keys may be written.
pub const KEYS: &str = "{keys}";

/// A line of a chapter in whose place [`EXAMPLE_BOT`] is shown, as it is written.
pub const BOT: &str = "{bot}";

/// A small complete negotiator, in Python.
pub const EXAMPLE_BOT: &str = include_str!("../../assets/bots/example.py");

/// A chapter.
#[derive(Clone, Debug, Deserialize)]
pub struct Chapter {
    /// For a list, at most 16 columns.
    pub short: String,
    /// What it is about.
    pub title: String,
    /// Its text, in the markup.
    pub text: String,
}

/// The chapters, in order.
pub fn chapters() -> Vec<Chapter> {
    // A test reads the file; an empty handbook is better than none of the game.
    ron::from_str(SOURCE).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_handbook_is_readable_and_its_chapters_can_be_picked_by_digit() {
        let chapters = chapters();
        assert!((8..=14).contains(&chapters.len()));
        for part in [KEYS, BOT] {
            let lines = chapters.iter().flat_map(|c| c.text.lines());
            assert_eq!(lines.filter(|line| *line == part).count(), 1);
        }
        for chapter in &chapters {
            assert!(chapter.short.len() <= 14, "{}", chapter.short);
            assert!(!chapter.text.contains('\t') && chapter.text.matches('*').count() % 2 == 0);
        }
    }
}
