//! Lines that have moved up or down, as those of a text do that is scrolled.

use super::{Row, alike};
use ratatui::buffer::Cell;
use std::collections::BTreeMap;
use std::io::Write;

/// So many columns at the left of a line tell whether it is one that has moved.
const PROBE: usize = 32;

/// The most bytes that it takes to move lines.
const COST: usize = 20;

/// Fewer changed cells than this are written without a search for what has moved.
const LEAST: usize = 120;

/// Rows that move within a part of the screen; what moves out of it is lost, and blank rows
/// move in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    top: u16,
    /// The row after the last.
    bottom: u16,
    /// By so many rows, at least one and fewer than there are.
    by: u16,
    up: bool,
}

/// What stood in a row, after it has moved.
fn moved(known: &[Row], from: Option<u16>) -> &[Cell] {
    let row = from.and_then(|from| known.get(usize::from(from)));
    row.map_or(&[], Vec::as_slice)
}

/// The cells that two rows do not have in common.
fn differ(a: &[Cell], b: &[Cell]) -> usize {
    let columns = 0..a.len().max(b.len());
    columns.filter(|x| !alike(a.get(*x), b.get(*x))).count()
}

impl Shift {
    /// What moves between what stands on the screen and what shall stand in these rows, if
    /// moving it leaves less than half to be written: scattered cells are dear.
    pub fn between(known: &[Row], rows: &BTreeMap<u16, Row>) -> Option<Self> {
        let is_stale = |y: u16, row: &Row| differ(moved(known, Some(y)), row) > 0;
        let stale: Vec<u16> = (rows.iter())
            .filter_map(|(y, row)| is_stale(*y, row).then_some(*y))
            .collect();
        let (top, bottom) = (*stale.first()?, *stale.last()? + 1);
        let height = bottom - top;
        let cost = |shift: Option<Self>| -> usize {
            let rest = (top..bottom).map(|y| {
                let from = shift.map_or(Some(y), |shift| shift.source(y));
                let now = rows.get(&y).unwrap_or(&known[usize::from(y)]);
                differ(moved(known, from), now)
            });
            rest.sum()
        };
        let plain = cost(None);
        if plain < LEAST {
            return None;
        }
        let shifts = (1..height).flat_map(|by| {
            [true, false].map(|up| Self {
                top,
                bottom,
                by,
                up,
            })
        });
        let likely = shifts.filter(|shift| shift.is_likely(known, rows));
        let best = likely.min_by_key(|shift| cost(Some(*shift)))?;
        (2 * cost(Some(best)) + COST < plain).then_some(best)
    }

    /// Whether half of the rows begin as those do that would move there.
    fn is_likely(self, known: &[Row], rows: &BTreeMap<u16, Row>) -> bool {
        let same = |y: &u16| {
            let before = moved(known, self.source(*y));
            let now = rows.get(y).unwrap_or(&known[usize::from(*y)]);
            (0..PROBE).all(|x| alike(before.get(x), now.get(x)))
        };
        let count = (self.top..self.bottom).filter(same).count();
        2 * count >= usize::from(self.bottom - self.top)
    }

    /// The row that moves here, if one does.
    fn source(self, y: u16) -> Option<u16> {
        let from = if self.up {
            y.checked_add(self.by)
        } else {
            y.checked_sub(self.by)
        };
        from.filter(|from| (self.top..self.bottom).contains(from))
    }

    /// Takes lines out at one end and puts blank ones in at the other, so that what lies
    /// below stays. The pen is as after a reset; where the cursor is then is not certain.
    pub fn write(self, out: &mut Vec<u8>) {
        let (first, last) = (self.top + 1, self.bottom - self.by + 1);
        let (from, to) = if self.up {
            (first, last)
        } else {
            (last, first)
        };
        let count = match self.by {
            1 => String::new(),
            by => by.to_string(),
        };
        // Writing into memory cannot fail.
        let _ = write!(out, "\x1b[{from}H\x1b[{count}M\x1b[{to}H\x1b[{count}L");
    }

    /// Moves what is known to stand on the screen. Each row that moves is one that shall
    /// look like something from now on, as it did before if nothing else is said.
    pub fn carry_out(self, known: &mut [Row], rows: &mut BTreeMap<u16, Row>) {
        for y in self.top..self.bottom {
            let row = &known[usize::from(y)];
            rows.entry(y).or_insert_with(|| row.clone());
        }
        let part = &mut known[usize::from(self.top)..usize::from(self.bottom)];
        let by = usize::from(self.by);
        // What has moved under a row may reach further to the right than it did.
        let width = part.iter().map(Vec::len).max().unwrap_or(0);
        for (_, row) in rows.range_mut(self.top..self.bottom) {
            row.resize(row.len().max(width), Cell::new(" "));
        }
        if self.up {
            part.rotate_left(by);
            let gone = part.len() - by;
            part[gone..].fill(Row::new());
        } else {
            part.rotate_right(by);
            part[..by].fill(Row::new());
        }
    }
}
