//! What a screen shows that is too small to draw on.

use crate::tui::app::SMALLEST;
use crate::tui::context::Context;
use crate::tui::theme::Role;
use crate::tui::widget::wrap::wrap_text;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

/// Says what size is needed, and what size it is.
pub fn draw(area: Rect, buffer: &mut Buffer, cx: &Context) {
    let text = cx.phrases.fill(
        "app.too_small",
        &[
            ("columns", &SMALLEST.0),
            ("rows", &SMALLEST.1),
            ("width", &area.width),
            ("height", &area.height),
        ],
    );
    let lines = wrap_text(&text, cx.theme[Role::Text], area.width);
    let first = area.height.saturating_sub(lines.len() as u16) / 2;
    for (row, line) in area.rows().skip(first.into()).zip(lines) {
        line.centered().render(row, buffer);
    }
}
