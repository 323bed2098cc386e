//! Rows of columns with a heading, one row selected. On a narrow screen the columns that
//! matter least are left out.

use super::scroll::Scroll;
use super::wrap::fit;
use crate::tui::context::Context;
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its heading.
    pub title: String,
    /// How soon it is left out: 0 never, then the highest first.
    pub rank: u8,
    /// Whether numbers stand in it, flush right.
    pub right: bool,
}

impl Column {
    /// A column of text.
    pub fn new(title: &str, rank: u8) -> Self {
        Self {
            title: title.into(),
            rank,
            right: false,
        }
    }

    /// A column of numbers.
    pub fn right(title: &str, rank: u8) -> Self {
        Self {
            right: true,
            ..Self::new(title, rank)
        }
    }
}

/// A cell: its text and how it looks.
pub type Cell = (String, Role);

/// Draws the heading and the rows that are in view. The selected row, if any, is kept in
/// view.
pub fn draw(
    area: Rect,
    buffer: &mut Buffer,
    cx: &Context,
    columns: &[Column],
    rows: &[Vec<Cell>],
    selected: Option<usize>,
    scroll: &mut Scroll,
) {
    if area.height == 0 || area.width < 6 {
        return;
    }
    let widths = widths(columns, rows, area.width - 4);
    let heading = columns
        .iter()
        .map(|c| (c.title.clone(), Role::Dim))
        .collect::<Vec<_>>();
    let line = line(columns, &heading, &widths, false, cx);
    buffer.set_line(area.x, area.y, &line, area.width);
    let lines: Vec<_> = rows
        .iter()
        .enumerate()
        .map(|(at, row)| self::line(columns, row, &widths, Some(at) == selected, cx))
        .collect();
    let body = Rect {
        y: area.y + 1,
        height: area.height - 1,
        ..area
    };
    if let Some(at) = selected {
        scroll.show(at, at + 1, body.height);
    }
    scroll.draw(&lines, body, buffer, cx);
}

/// The width of each column; 0 for one that is left out.
fn widths(columns: &[Column], rows: &[Vec<Cell>], room: u16) -> Vec<u16> {
    let mut widths: Vec<u16> = columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let cells = rows
                .iter()
                .filter_map(|row| row.get(at))
                .map(|cell| cell.0.width());
            cells.chain([column.title.width()]).max().unwrap_or(0) as u16
        })
        .collect();
    let total =
        |widths: &[u16]| -> u16 { widths.iter().map(|w| if *w > 0 { w + 2 } else { 0 }).sum() };
    while total(&widths) > room + 2 {
        let droppable = (0..columns.len()).filter(|at| columns[*at].rank > 0 && widths[*at] > 0);
        if let Some(at) = droppable.max_by_key(|at| columns[*at].rank) {
            widths[at] = 0;
            continue;
        }
        // What stays must fit: the widest gives way.
        let excess = total(&widths) - room - 2;
        if let Some(widest) = widths.iter_mut().max() {
            *widest = widest.saturating_sub(excess).max(1);
        }
        break;
    }
    widths
}

fn line(
    columns: &[Column],
    row: &[Cell],
    widths: &[u16],
    selected: bool,
    cx: &Context,
) -> Line<'static> {
    let mut line = Line::from(vec![super::pointer(selected, cx), " ".into()]);
    for ((column, (text, role)), width) in columns.iter().zip(row).zip(widths) {
        if *width == 0 {
            continue;
        }
        let role = if selected && *role == Role::Text {
            Role::Selected
        } else {
            *role
        };
        let text = fit(text, *width, cx.glyphs.ellipsis);
        let pad = " ".repeat(usize::from(*width).saturating_sub(text.width()));
        let text = if column.right {
            pad + &text
        } else {
            text + &pad
        };
        line.push_span(Span::styled(text, cx.theme[role]));
        line.push_span(Span::raw("  "));
    }
    line
}
