//! A box over the screen.

use super::wrap::fit;
use crate::tui::context::Context;
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::widgets::{Block, Clear, Widget};

/// Draws an empty box of at most this inner size in the middle of `area`, and gives the
/// area inside.
pub fn draw(area: Rect, inner: (u16, u16), buffer: &mut Buffer, cx: &Context, title: &str) -> Rect {
    let outer = place(area, (inner.0.saturating_add(4), inner.1.saturating_add(2)));
    // A column of nothing on either side, so that no letter beside it reads as a part of it.
    let around = Rect {
        x: outer.x.saturating_sub(1),
        width: outer.width + 2,
        ..outer
    };
    let around = around.intersection(area);
    Clear.render(around, buffer);
    buffer.set_style(around, cx.theme[Role::Text]);
    let title = fit(title, outer.width.saturating_sub(6), cx.glyphs.ellipsis);
    // Not in the colour of the frame that it interrupts.
    let title_style = Style::new()
        .fg(Color::Reset)
        .patch(cx.theme[Role::Text])
        .patch(cx.theme[Role::Title]);
    Block::bordered()
        .border_set(cx.glyphs.border)
        .border_style(cx.theme[Role::Border])
        .title(format!(" {title} "))
        .title_style(title_style)
        .render(outer, buffer);
    Rect {
        x: outer.x + 2.min(outer.width),
        y: outer.y + 1.min(outer.height),
        width: outer.width.saturating_sub(4),
        height: outer.height.saturating_sub(2),
    }
}

/// A rectangle of at most this size in the middle of another.
pub fn place(area: Rect, size: (u16, u16)) -> Rect {
    let width = size.0.min(area.width);
    let height = size.1.min(area.height);
    let x = area.x + (area.width - width) / 2;
    let y = area.y + (area.height - height) / 2;
    Rect {
        x,
        y,
        width,
        height,
    }
}
