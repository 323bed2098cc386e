//! One key with its modifiers, as written in the key file.

use super::glyphs::Glyphs;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use serde::de::{Deserialize, Deserializer, Error};
use std::fmt::Write;

/// A key and its modifiers: `k`, `G`, `ctrl-l`, `pgdn`, or `1-9` for any digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chord {
    code: KeyCode,
    modifiers: KeyModifiers,
    /// Any of the digits 1 to 9.
    digits: bool,
}

/// The keys that are named in words.
const NAMED: [(&str, KeyCode); 15] = [
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("backtab", KeyCode::BackTab),
    ("space", KeyCode::Char(' ')),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pgup", KeyCode::PageUp),
    ("pgdn", KeyCode::PageDown),
];

impl Chord {
    /// From its written form.
    pub fn parse(written: &str) -> Option<Self> {
        if written == "1-9" {
            return Some(Self {
                code: KeyCode::Char('1'),
                modifiers: KeyModifiers::NONE,
                digits: true,
            });
        }
        let (mut rest, mut modifiers) = (written, KeyModifiers::NONE);
        for (prefix, modifier) in [
            ("ctrl-", KeyModifiers::CONTROL),
            ("alt-", KeyModifiers::ALT),
        ] {
            if let Some(after) = rest.strip_prefix(prefix) {
                (rest, modifiers) = (after, modifiers | modifier);
            }
        }
        let mut chars = rest.chars();
        let code = match (chars.next(), chars.next()) {
            (Some(c), None) => KeyCode::Char(c),
            (Some('f'), Some(_)) if rest[1..].parse::<u8>().is_ok() => {
                KeyCode::F(rest[1..].parse().ok().filter(|n| (1..=12).contains(n))?)
            }
            _ => NAMED.iter().find(|(name, _)| *name == rest)?.1,
        };
        Some(Self {
            code,
            modifiers,
            digits: false,
        })
    }

    /// Whether this key was pressed; the digit if it was one of several.
    pub fn matches(&self, key: KeyEvent) -> Option<u8> {
        // Shift shows in the letter itself, and terminals differ in reporting it.
        let modifiers = key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
        if modifiers != self.modifiers {
            return None;
        }
        match key.code {
            KeyCode::Char(c @ '1'..='9') if self.digits => Some(c as u8 - b'0'),
            code if code == self.code && !self.digits => Some(0),
            _ => None,
        }
    }

    /// Whether some key is meant by both.
    pub fn overlaps(&self, other: &Self) -> bool {
        let digit = |chord: &Self| matches!(chord.code, KeyCode::Char('1'..='9'));
        self == other
            || (self.modifiers == other.modifiers
                && ((self.digits && digit(other)) || (other.digits && digit(self))))
    }

    /// As shown to the player.
    pub fn show(&self, glyphs: &Glyphs) -> String {
        let mut text = String::new();
        if self.modifiers.contains(KeyModifiers::CONTROL) {
            text.push_str("Ctrl-");
        }
        if self.modifiers.contains(KeyModifiers::ALT) {
            text.push_str("Alt-");
        }
        match self.code {
            KeyCode::Up => text.push_str(glyphs.up),
            KeyCode::Down => text.push_str(glyphs.down),
            KeyCode::Left => text.push_str(glyphs.left),
            KeyCode::Right => text.push_str(glyphs.right),
            // Writing to a string cannot fail.
            KeyCode::F(n) => drop(write!(text, "F{n}")),
            KeyCode::Char(' ') => text.push_str("Space"),
            KeyCode::Char(_) if self.digits => text.push_str("1-9"),
            KeyCode::Char(c) if self.modifiers.is_empty() => text.push(c),
            KeyCode::Char(c) => text.extend(c.to_uppercase()),
            code => text.push_str(match code {
                KeyCode::Enter => "Enter",
                KeyCode::Esc => "Esc",
                KeyCode::Tab => "Tab",
                KeyCode::BackTab => "Shift-Tab",
                KeyCode::Backspace => "Backspace",
                KeyCode::Delete => "Del",
                KeyCode::Home => "Home",
                KeyCode::End => "End",
                KeyCode::PageUp => "PgUp",
                KeyCode::PageDown => "PgDn",
                _ => "?",
            }),
        }
        text
    }
}

impl<'de> Deserialize<'de> for Chord {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let written = String::deserialize(from)?;
        Self::parse(&written).ok_or_else(|| {
            let names: Vec<_> = NAMED.iter().map(|(name, _)| *name).collect();
            D::Error::custom(format!(
                "no such key: `{written}`; write one character, f1 to f12, 1-9 or one of {}, \
                 after `ctrl-` or `alt-` if need be",
                names.join(", ")
            ))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(code: KeyCode, modifiers: KeyModifiers) -> KeyEvent {
        KeyEvent::new(code, modifiers)
    }

    #[test]
    fn shift_shows_in_the_letter_alone() {
        let chord = Chord::parse("G").unwrap();
        assert!(
            chord
                .matches(press(KeyCode::Char('G'), KeyModifiers::SHIFT))
                .is_some()
        );
        assert!(
            chord
                .matches(press(KeyCode::Char('G'), KeyModifiers::NONE))
                .is_some()
        );
        assert!(
            chord
                .matches(press(KeyCode::Char('g'), KeyModifiers::NONE))
                .is_none()
        );
    }

    #[test]
    fn a_digit_comes_with_the_key() {
        let chord = Chord::parse("1-9").unwrap();
        assert_eq!(
            chord.matches(press(KeyCode::Char('7'), KeyModifiers::NONE)),
            Some(7)
        );
        assert_eq!(
            chord.matches(press(KeyCode::Char('0'), KeyModifiers::NONE)),
            None
        );
        assert!(chord.overlaps(&Chord::parse("3").unwrap()));
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for written in ["", "up down", "f13", "f0", "hyper-x", "ctrl-"] {
            assert!(Chord::parse(written).is_none(), "{written}");
        }
        assert!(Chord::parse("f").is_some() && Chord::parse("-").is_some());
    }
}
