//! Where a long list of lines stands in its window, with a bar that shows it.

use crate::tui::action::Action;
use crate::tui::context::Context;
use crate::tui::layer::Mouse;
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;

/// The window on a list of lines.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scroll {
    top: usize,
    lines: usize,
    area: Rect,
    /// Columns of text that it is set in beside each other, less one.
    more: u16,
}

/// Blank columns between two columns of text.
const GUTTER: u16 = 4;

impl Scroll {
    /// Draws the lines that are in view, and a bar in the last column if not all are.
    /// Leave two columns on the right of `area` free of text.
    pub fn draw(&mut self, lines: &[Line], area: Rect, buffer: &mut Buffer, cx: &Context) {
        self.spread(lines, area.width.saturating_sub(2), area, buffer, cx);
    }

    /// The same in as many columns of this width beside each other as there is room for: the
    /// text goes on at the top of the next.
    pub fn spread(
        &mut self,
        lines: &[Line],
        width: u16,
        area: Rect,
        buffer: &mut Buffer,
        cx: &Context,
    ) {
        let step = width.max(1) + GUTTER;
        self.more = area.width.saturating_sub(2 + width) / step;
        self.area = Rect {
            width: (width + self.more * step + 2).min(area.width),
            ..area
        };
        self.lines = lines.len();
        self.top = self.top.min(self.highest());
        let columns = (0..=self.more).map(|column| Rect {
            x: area.x + column * step,
            width,
            ..area
        });
        let rows = columns.flat_map(Rect::rows);
        for (row, line) in rows.zip(&lines[self.top..]) {
            line.render(row, buffer);
        }
        self.draw_bar(buffer, cx);
    }

    /// How many lines there is room for.
    const fn room(&self) -> usize {
        self.area.height as usize * (self.more as usize + 1)
    }

    /// Moves so that these lines are in view, if they fit.
    pub fn show(&mut self, from: usize, to: usize, height: u16) {
        let height = usize::from(height);
        if to > self.top + height {
            self.top = to.saturating_sub(height);
        }
        self.top = self.top.min(from);
    }

    /// Scrolls as a key asks; whether it was such a key.
    pub fn act(&mut self, action: Action) -> bool {
        let page = self.room().max(2) as i64 - 1;
        match action {
            Action::Up => self.by(-1),
            Action::Down => self.by(1),
            Action::PageUp => self.by(-page),
            Action::PageDown => self.by(page),
            Action::First => self.top = 0,
            Action::Last => self.top = self.highest(),
            _ => return false,
        }
        true
    }

    /// Scrolls as the wheel asks, if it was turned here.
    pub fn mouse(&mut self, mouse: Mouse) -> bool {
        match mouse {
            Mouse::Wheel(at, lines) if self.area.contains(at) => {
                self.by(lines.into());
                true
            }
            _ => false,
        }
    }

    /// Back to the first line.
    pub const fn reset(&mut self) {
        self.top = 0;
    }

    /// The first line in view.
    pub const fn top(&self) -> usize {
        self.top
    }

    /// Whether all lines are in view.
    pub const fn is_whole(&self) -> bool {
        self.highest() == 0
    }

    /// How many lines come after those in view.
    pub const fn below(&self) -> usize {
        self.lines.saturating_sub(self.top + self.room())
    }

    /// Whether the last line is in view.
    pub const fn is_at_end(&self) -> bool {
        self.top >= self.highest()
    }

    const fn highest(&self) -> usize {
        self.lines.saturating_sub(self.room())
    }

    fn by(&mut self, lines: i64) {
        let to = (self.top as i64 + lines).clamp(0, self.highest() as i64);
        self.top = to as usize;
    }

    fn draw_bar(&self, buffer: &mut Buffer, cx: &Context) {
        let height = usize::from(self.area.height);
        if self.is_whole() || height == 0 || self.area.width == 0 {
            return;
        }
        let length = (height * self.room() / self.lines).clamp(1, height);
        let start = (height - length) * self.top / self.highest();
        for (at, row) in self.area.rows().enumerate() {
            let inside = (start..start + length).contains(&at);
            let mark = if inside {
                cx.glyphs.thumb
            } else {
                cx.glyphs.track
            };
            let x = self.area.right() - 1;
            buffer.set_string(x, row.y, mark, cx.theme[Role::Border]);
        }
    }
}
