//! The first line of a screen: its name, and on the right what it is about.

use super::wrap::fit;
use crate::tui::context::Context;
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// Draws the header with a rule under it, and gives the area below.
///
/// ```text
///  New game                                     The Gulf, mid-2026
/// ────────────────────────────────────────────────────────────────
/// ```
pub fn draw(area: Rect, buffer: &mut Buffer, cx: &Context, title: &str, right: &str) -> Rect {
    if area.height < 3 || area.width < 4 {
        return area;
    }
    let room = area.width - 2;
    let title = fit(title, room, cx.glyphs.ellipsis);
    buffer.set_string(area.x + 1, area.y, &title, cx.theme[Role::Title]);
    let left = room.saturating_sub(title.width() as u16 + 2);
    let right = fit(right, left, cx.glyphs.ellipsis);
    let x = area.right() - 1 - right.width() as u16;
    buffer.set_string(x, area.y, &right, cx.theme[Role::Dim]);
    rule(
        Rect {
            y: area.y + 1,
            height: 1,
            ..area
        },
        buffer,
        cx,
    );
    Rect {
        y: area.y + 2,
        height: area.height - 2,
        ..area
    }
}

/// A horizontal rule.
pub fn rule(area: Rect, buffer: &mut Buffer, cx: &Context) {
    for cell in area.positions() {
        buffer[cell]
            .set_symbol(cx.glyphs.rule)
            .set_style(cx.theme[Role::Border]);
    }
}

/// The names of the parts of a screen, the current one marked, as one line.
pub fn tabs(area: Rect, buffer: &mut Buffer, cx: &Context, names: &[&str], current: usize) {
    let mut x = area.x;
    for (at, name) in names.iter().enumerate() {
        let width = name.width() as u16 + 2;
        if x + width > area.right() {
            break;
        }
        let role = if at == current {
            Role::Selected
        } else {
            Role::Dim
        };
        let mark = if at == current {
            cx.glyphs.pointer
        } else {
            " "
        };
        buffer.set_string(x, area.y, mark, cx.theme[role]);
        buffer.set_string(x + 1, area.y, name, cx.theme[role]);
        x += width + 1;
    }
}
