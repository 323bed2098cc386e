//! A list and what is said about its selection: side by side where there is room, else
//! one above the other with a rule between.

use super::header;
use crate::tui::context::Context;
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};

/// From this width on, the two stand side by side.
const WIDE: u16 = 100;

/// Divides `area`, with a list of `lines` lines that would like to be `width` wide, and
/// draws the rule between the two.
pub fn split(
    area: Rect,
    lines: u16,
    width: u16,
    buffer: &mut Buffer,
    cx: &Context,
) -> (Rect, Rect) {
    let area = area.inner(Margin::new(1, 0));
    if area.width + 2 >= WIDE {
        let width = width.clamp(36, area.width / 2);
        let list = Rect { width, ..area };
        let about = Rect {
            x: area.x + width + 3,
            width: area.width - width - 3,
            ..area
        };
        for y in area.y..area.bottom() {
            buffer.set_string(area.x + width, y, cx.glyphs.wall, cx.theme[Role::Border]);
        }
        return (list, about);
    }
    // The text below keeps a third of the room, and at least five lines, or three where there
    // are few: what is chosen from goes first.
    let least = if area.height < 10 { 3 } else { 5 };
    let most = area.height.saturating_sub((area.height / 3).max(least) + 1);
    let height = lines.min(most).max(1).min(area.height);
    let list = Rect { height, ..area };
    let below = area.height.saturating_sub(height + 1);
    if below == 0 {
        return (
            list,
            Rect {
                y: list.bottom(),
                height: 0,
                ..area
            },
        );
    }
    header::rule(
        Rect {
            y: list.bottom(),
            height: 1,
            ..area
        },
        buffer,
        cx,
    );
    (
        list,
        Rect {
            y: list.bottom() + 1,
            height: below,
            ..area
        },
    )
}
