//! A meter: its name, a bar, the number, a word for it, and where it is heading. What
//! the colour says, the glyph and the word say too.

use super::wrap::fit;
use crate::rules::meter::Tenths;
use crate::tui::context::Context;
use crate::tui::glyphs::Glyphs;
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// A meter to be drawn on one line.
///
/// ```text
/// Tension   ████████▒▒░░░░░░░  42–55 ▲ strained
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Bar<'a> {
    /// What it is called.
    pub name: &'a str,
    /// The columns that names take, so that bars stand under each other.
    pub name_width: u16,
    /// Its value, or the lowest that it may have.
    pub low: Tenths,
    /// Its value, or the highest that it may have.
    pub high: Tenths,
    /// By how much it moved last, if that is known.
    pub trend: Option<Tenths>,
    /// The word for its value.
    pub word: &'a str,
    /// How the bar looks.
    pub role: Role,
}

impl Bar<'_> {
    /// Draws it; what does not fit goes in the order word, bar.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer, cx: &Context) {
        if area.is_empty() {
            return;
        }
        let number = self.number(cx.glyphs);
        let trend = self.trend.map_or(" ", |by| arrow(by, cx.glyphs));
        // "100" or "100-100" always takes the same room, so that numbers stand in a column.
        let figures = if self.low == self.high { 4 } else { 8 };
        let name_width = self.name_width.min(area.width);
        let name = fit(self.name, name_width, cx.glyphs.ellipsis);
        buffer.set_string(area.x, area.y, name, cx.theme[Role::Text]);
        let room = area.width.saturating_sub(name_width + 1 + figures + 3);
        let word_width = self.word.width() as u16;
        let word = if room >= word_width + 6 {
            word_width.max(10).min(room - 6)
        } else {
            0
        };
        let bar = room.saturating_sub(word).min(40);
        let x = area.x + name_width + 1;
        self.draw_bar(
            Rect {
                x,
                width: bar,
                height: 1,
                ..area
            }
            .intersection(area),
            buffer,
            cx,
        );
        let mut put = |x: u16, text: &str, role: Role| {
            let room = area.right().saturating_sub(x);
            buffer.set_stringn(
                x.min(area.right()),
                area.y,
                text,
                room.into(),
                cx.theme[role],
            );
        };
        put(
            x + bar,
            &format!("{number:>0$}", usize::from(figures)),
            self.role,
        );
        put(x + bar + figures + 1, trend, Role::Text);
        if word > 0 {
            put(x + bar + figures + 3, self.word, Role::Dim);
        }
    }

    fn number(&self, glyphs: &Glyphs) -> String {
        if self.low == self.high {
            return self.low.whole().to_string();
        }
        let dash = if glyphs.ascii { "-" } else { "–" };
        format!("{}{dash}{}", self.low.whole(), self.high.whole())
    }

    fn draw_bar(&self, area: Rect, buffer: &mut Buffer, cx: &Context) {
        let cells = |value: Tenths| {
            let value = value.clamped().get();
            (value * i32::from(area.width) + 500) / 1000
        };
        let (low, high) = (cells(self.low), cells(self.high));
        for (at, cell) in area.positions().enumerate() {
            let at = at as i32;
            let (mark, role) = if at < low {
                (cx.glyphs.full, self.role)
            } else if at < high {
                (cx.glyphs.maybe, Role::Fog)
            } else {
                (cx.glyphs.empty, Role::Border)
            };
            buffer[cell].set_symbol(mark).set_style(cx.theme[role]);
        }
    }
}

/// The arrow for a change: a small one below five points, a large one from there.
pub const fn arrow(by: Tenths, glyphs: &Glyphs) -> &'static str {
    match by.0 {
        50.. => glyphs.soar,
        1..50 => glyphs.rise,
        0 => glyphs.steady,
        -49..0 => glyphs.fall,
        _ => glyphs.plunge,
    }
}
