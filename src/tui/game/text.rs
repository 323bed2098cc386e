//! Styled pieces of text that several screens need.

use crate::rules::meter::{Gauge, Meter, Tenths};
use crate::rules::side::Side;
use crate::tui::context::Context;
use crate::tui::theme::Role;
use crate::tui::widget::wrap::fit;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

/// A piece of a line.
pub fn span(text: impl Into<String>, role: Role, cx: &Context) -> Span<'static> {
    Span::styled(text.into(), cx.theme[role])
}

/// A piece of a line that takes just this width.
pub fn cell(text: &str, width: u16, role: Role, cx: &Context) -> Span<'static> {
    let mut text = fit(text, width, cx.glyphs.ellipsis);
    let pad = usize::from(width).saturating_sub(text.width());
    text.push_str(&" ".repeat(pad));
    span(text, role, cx)
}

/// A word as the first of a line.
pub fn sentence(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next();
    first
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}

/// Draws lines from the top; what does not fit is left out.
pub fn lines(area: Rect, buffer: &mut Buffer, lines: &[Line]) {
    for (row, line) in area.rows().zip(lines) {
        line.render(row, buffer);
    }
}

/// A rule with a title in it.
pub fn rule(area: Rect, buffer: &mut Buffer, cx: &Context, title: &str, role: Role) {
    let row = Rect {
        height: area.height.min(1),
        ..area
    };
    crate::tui::widget::header::rule(row, buffer, cx);
    if title.is_empty() || row.height == 0 || row.width < 8 {
        return;
    }
    let title = format!(" {} ", fit(title, row.width - 6, cx.glyphs.ellipsis));
    buffer.set_string(row.x + 2, row.y, title, cx.theme[role]);
}

/// The role that a side's colour has.
pub const fn side(side: Side) -> Role {
    match side {
        Side::Presser => Role::Presser,
        Side::Holder => Role::Holder,
    }
}

/// Whether a move of a meter is welcome to a side, as a role; with no side, to its own.
pub fn welcome(meter: Meter, by: Tenths, viewer: Option<Side>) -> Role {
    let up = match meter {
        Meter::Fog | Meter::Hope => return Role::Text,
        Meter::Tension | Meter::Shock => false,
        Meter::Of(side, gauge) => {
            let good = matches!(gauge, Gauge::Face | Gauge::Strength | Gauge::Trust);
            // The other side's Trust is an asset of one's own.
            good == (viewer.is_none_or(|viewer| viewer == side) || gauge == Gauge::Trust)
        }
    };
    match by.0 {
        0 => Role::Text,
        1.. if up => Role::Good,
        ..0 if !up => Role::Good,
        _ => Role::Bad,
    }
}
