//! The marks that the screens are drawn with: line drawing, or ASCII alone.

use crate::language::ascii::nearest;
use ratatui::buffer::Buffer;
use ratatui::symbols::{Marker, border};

/// One set of marks.
#[derive(Debug)]
pub struct Glyphs {
    /// Whether every mark is ASCII, and everything else must be too.
    pub ascii: bool,
    /// The frame of a box.
    pub border: border::Set<'static>,
    /// What curves are drawn with.
    pub curve: Marker,
    /// A horizontal rule.
    pub rule: &'static str,
    /// A vertical rule.
    pub wall: &'static str,
    /// The filled part of a bar.
    pub full: &'static str,
    /// The empty part of a bar.
    pub empty: &'static str,
    /// The part of a bar that is only estimated.
    pub maybe: &'static str,
    /// Before what is selected.
    pub pointer: &'static str,
    /// Before an entry of a list.
    pub bullet: &'static str,
    /// Between words on one line.
    pub dot: &'static str,
    /// Where a text continues beyond what is shown.
    pub ellipsis: &'static str,
    /// Upward.
    pub up: &'static str,
    /// Downward.
    pub down: &'static str,
    /// To the left.
    pub left: &'static str,
    /// To the right.
    pub right: &'static str,
    /// A meter that rises.
    pub rise: &'static str,
    /// A meter that rises fast.
    pub soar: &'static str,
    /// A meter that falls.
    pub fall: &'static str,
    /// A meter that falls fast.
    pub plunge: &'static str,
    /// A meter that stays.
    pub steady: &'static str,
    /// Done, agreed, yes.
    pub yes: &'static str,
    /// Broken, refused, no.
    pub no: &'static str,
    /// Neither: vague, open.
    pub vague: &'static str,
    /// Where the presser stands on a clause.
    pub presser: &'static str,
    /// Where the holder stands.
    pub holder: &'static str,
    /// An offer that stands.
    pub offer: &'static str,
    /// A warning.
    pub alert: &'static str,
    /// A note that a reader has pinned.
    pub note: &'static str,
    /// The end of a game.
    pub end: &'static str,
    /// The part of a scroll bar that is in view.
    pub thumb: &'static str,
    /// The rest of a scroll bar.
    pub track: &'static str,
}

/// Line drawing and arrows, each one column wide.
pub static DRAWN: Glyphs = Glyphs {
    ascii: false,
    curve: Marker::Braille,
    border: border::ROUNDED,
    rule: "─",
    wall: "│",
    full: "█",
    empty: "░",
    maybe: "▒",
    pointer: "▸",
    bullet: "•",
    dot: "·",
    ellipsis: "…",
    up: "↑",
    down: "↓",
    left: "←",
    right: "→",
    rise: "▴",
    soar: "▲",
    fall: "▾",
    plunge: "▼",
    steady: "=",
    yes: "✓",
    no: "✗",
    vague: "~",
    presser: "»",
    holder: "«",
    offer: "○",
    alert: "!",
    note: "¶",
    end: "■",
    thumb: "┃",
    track: "│",
};

/// Nothing but ASCII.
pub static ASCII: Glyphs = Glyphs {
    ascii: true,
    curve: Marker::Dot,
    border: border::Set {
        top_left: "+",
        top_right: "+",
        bottom_left: "+",
        bottom_right: "+",
        vertical_left: "|",
        vertical_right: "|",
        horizontal_top: "-",
        horizontal_bottom: "-",
    },
    rule: "-",
    wall: "|",
    full: "#",
    empty: ".",
    maybe: ":",
    pointer: ">",
    bullet: "*",
    dot: "-",
    ellipsis: "...",
    up: "Up",
    down: "Down",
    left: "Left",
    right: "Right",
    rise: "^",
    soar: "^",
    fall: "v",
    plunge: "v",
    steady: "=",
    yes: "+",
    no: "x",
    vague: "~",
    presser: ">",
    holder: "<",
    offer: "o",
    alert: "!",
    note: "n",
    end: "E",
    thumb: "#",
    track: "|",
};

/// The set that was asked for.
pub fn glyphs(ascii: bool) -> &'static Glyphs {
    if ascii { &ASCII } else { &DRAWN }
}

/// Puts an ASCII letter in the place of every cell that holds another: text from a
/// scenario may hold any letter, and what is asked for with `--ascii` must be so.
pub fn to_ascii(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if !cell.symbol().is_ascii() {
            let plain = cell.symbol().chars().next().map_or(" ", nearest);
            cell.set_symbol(plain);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn every_drawn_mark_is_one_column_wide() {
        let g = &DRAWN;
        let marks = [
            g.rule, g.wall, g.full, g.empty, g.maybe, g.pointer, g.bullet, g.dot, g.ellipsis, g.up,
            g.down, g.left, g.right, g.rise, g.soar, g.fall, g.plunge, g.steady, g.yes, g.no,
            g.vague, g.presser, g.holder, g.offer, g.alert, g.note, g.end, g.thumb, g.track,
        ];
        for mark in marks {
            assert_eq!(mark.width(), 1, "{mark}");
        }
    }

    #[test]
    fn letters_from_anywhere_become_ascii() {
        let mut buffer = Buffer::with_lines(["Brčko – “élan” 和平"]);
        to_ascii(&mut buffer);
        let text: String = buffer
            .content
            .iter()
            .map(ratatui::buffer::Cell::symbol)
            .collect();
        assert!(text.is_ascii());
        assert!(text.starts_with("Brcko - \"elan\""), "{text}");
    }
}
