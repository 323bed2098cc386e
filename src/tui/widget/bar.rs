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

/// The least and the most that a bar is long.
const LENGTHS: (u16, u16) = (4, 24);

/// A meter to be drawn on one line.
///
/// ```text
/// Tension   ████████▒▒░░░░░░░  42 ▲ strained
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
    /// The value as written.
    pub figures: &'a str,
    /// The columns that figures take at least.
    pub figures_width: u16,
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
        let figures = self.figures_width.max(self.figures.width() as u16);
        let name_width = self.name_width.min(area.width);
        let name = fit(self.name, name_width, cx.glyphs.ellipsis);
        buffer.set_string(area.x, area.y, name, cx.theme[Role::Text]);
        // A blank after the name, one after the bar, and the arrow.
        let room = area.width.saturating_sub(name_width + figures + 3);
        let word = match self.word.width() as u16 {
            0 => 0,
            width if room >= LENGTHS.0 + 1 + width => width.max(7).min(room - LENGTHS.0 - 1) + 1,
            _ => 0,
        };
        let bar = (room - word).min(LENGTHS.1);
        let bar = if bar < LENGTHS.0 { 0 } else { bar };
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
        let figures_at = x + bar + 1;
        let pad = figures - self.figures.width() as u16;
        put(figures_at + pad, self.figures, self.role);
        let trend = self.trend.map_or(" ", |by| arrow(by, cx.glyphs));
        put(figures_at + figures, trend, Role::Text);
        if word > 0 {
            put(figures_at + figures + 2, self.word, Role::Dim);
        }
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
