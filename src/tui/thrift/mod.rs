//! A backend that writes little: what already looks so is left, lines that have moved are
//! moved, what falls blank is erased, and where two changed cells stand close together, what
//! lies between is written again if that is shorter than moving the cursor over it.
//!
//! A text that takes the place of another agrees with it by chance in one letter of ten, and
//! each such letter would cost a move.

mod frame;
mod shift;
mod stroke;

#[cfg(test)]
mod tests;

use super::pen::Pen;
use frame::Frame;
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use shift::Shift;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::mem;
use unicode_width::UnicodeWidthStr;

/// What stands in the cells of a row; a blank where there is nothing. The second half of a
/// wide one is empty.
type Row = Vec<Cell>;

/// Draws through crossterm, and knows what it has drawn. No cell colours its underline.
pub struct Thrift<W: Write> {
    inner: CrosstermBackend<W>,
    /// What is on the screen, row by row.
    known: Vec<Row>,
    /// Whether the cursor is hidden already.
    hidden: bool,
}

/// Whether nothing stands here, on the ground of the terminal itself.
fn is_bare(cell: &Cell) -> bool {
    cell.symbol() == " " && Pen::of(cell).is_bare()
}

/// Whether two cells look the same; none is one where nothing stands.
fn alike(a: Option<&Cell>, b: Option<&Cell>) -> bool {
    a == b || a.is_none_or(is_bare) && b.is_none_or(is_bare)
}

/// Puts a cell into a row.
fn put(row: &mut Row, x: u16, cell: &Cell) {
    let x = usize::from(x);
    let wide = cell.symbol().width() > 1;
    let end = x + 1 + usize::from(wide);
    if row.len() < end {
        row.resize(end, Cell::new(" "));
    }
    row[x] = cell.clone();
    if wide {
        row[x + 1] = Cell::new("");
    }
}

/// The columns in which a row looks other than before. The second half of a wide cell is
/// written with the first.
fn changed(before: &[Cell], now: &[Cell]) -> Vec<u16> {
    (0..now.len() as u16)
        .filter(|x| {
            let [before, now] = [before, now].map(|row| row.get(usize::from(*x)));
            !alike(before, now) && now.is_some_and(|now| !now.symbol().is_empty())
        })
        .collect()
}

impl<W: Write> Thrift<W> {
    /// Over this writer.
    pub const fn new(writer: W) -> Self {
        Self {
            inner: CrosstermBackend::new(writer),
            known: Vec::new(),
            hidden: false,
        }
    }

    /// Knows nothing any more.
    fn forget(&mut self) {
        self.known.clear();
        self.hidden = false;
    }
}

impl<W: Write> Backend for Thrift<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut rows: BTreeMap<u16, Row> = BTreeMap::new();
        for (x, y, cell) in content {
            let known = || self.known.get(usize::from(y)).cloned().unwrap_or_default();
            put(rows.entry(y).or_insert_with(known), x, cell);
        }
        if let Some((last, _)) = rows.last_key_value() {
            let height = self.known.len().max(usize::from(*last) + 1);
            self.known.resize(height, Row::new());
        }
        let widths = self.known.iter().chain(rows.values()).map(Vec::len);
        let width = widths.max().unwrap_or(0);
        let mut frame = Frame::new(width as u16);
        if let Some(shift) = Shift::between(&self.known, &rows) {
            shift.write(&mut frame.out);
            shift.carry_out(&mut self.known, &mut rows);
        }
        let mut columns: BTreeMap<u16, Vec<u16>> = (rows.iter())
            .map(|(y, row)| (*y, changed(&self.known[usize::from(*y)], row)))
            .collect();
        let strokes = stroke::take(&rows, &mut columns);
        for (y, columns) in columns {
            frame.row(y, &rows[&y], &columns);
        }
        for (x, y) in strokes {
            frame.cell(x, y, &rows[&y]);
        }
        frame.pen.turn_into(Pen::PLAIN, &mut frame.out);
        for (y, row) in rows {
            self.known[usize::from(y)] = row;
        }
        self.inner.write_all(&frame.out)
    }

    fn append_lines(&mut self, n: u16) -> io::Result<()> {
        self.forget();
        self.inner.append_lines(n)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if !mem::replace(&mut self.hidden, true) {
            self.inner.hide_cursor()?;
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.hidden = false;
        self.inner.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.forget();
        self.inner.clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.forget();
        self.inner.clear_region(clear_type)
    }

    fn size(&self) -> io::Result<Size> {
        self.inner.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.inner)
    }
}
