//! Cells that change one below another and have no changed neighbours, as those of a scroll
//! bar: written downwards, with the pen taken up once.

use super::{Row, is_bare};
use crate::tui::pen::Pen;
use std::collections::BTreeMap;
use unicode_width::UnicodeWidthStr;

/// The fewest cells that are worth a stroke.
const LEAST: u16 = 3;

/// A stroke as far as it goes.
struct Stroke {
    top: u16,
    /// The row after the last.
    bottom: u16,
    pen: Pen,
}

/// Takes the cells of all strokes out of the changed columns of each row, and gives them in
/// the order in which to write them.
pub fn take(rows: &BTreeMap<u16, Row>, changed: &mut BTreeMap<u16, Vec<u16>>) -> Vec<(u16, u16)> {
    let mut open: BTreeMap<u16, Stroke> = BTreeMap::new();
    let mut cells = Vec::new();
    let mut close = |x: u16, stroke: &Stroke| {
        if stroke.bottom - stroke.top >= LEAST {
            cells.extend((stroke.top..stroke.bottom).map(|y| (x, y)));
        }
    };
    for (&y, columns) in &*changed {
        for x in alone(columns) {
            let cell = &rows[&y][usize::from(x)];
            // What falls blank is erased with the rest of its row.
            if cell.symbol().width() != 1 || is_bare(cell) {
                continue;
            }
            let pen = Pen::of(cell);
            let new = Stroke {
                top: y,
                bottom: y + 1,
                pen,
            };
            let stroke = open.entry(x).or_insert(new);
            if stroke.bottom == y && stroke.pen == pen {
                stroke.bottom += 1;
            } else if stroke.bottom <= y {
                close(x, stroke);
                *stroke = Stroke {
                    top: y,
                    bottom: y + 1,
                    pen,
                };
            }
        }
    }
    for (x, stroke) in &open {
        close(*x, stroke);
    }
    for (x, y) in &cells {
        if let Some(columns) = changed.get_mut(y) {
            columns.retain(|column| column != x);
        }
    }
    cells
}

/// The columns that have no neighbour among these, which are in order.
fn alone(columns: &[u16]) -> impl Iterator<Item = u16> + '_ {
    (0..columns.len()).filter_map(|at| {
        let x = columns[at];
        let before = at.checked_sub(1).map(|at| columns[at] + 1);
        let after = columns.get(at + 1).map(|after| after - 1);
        (before != Some(x) && after != Some(x)).then_some(x)
    })
}
