//! A backend that writes less: where two changed cells stand close together on a row, what
//! lies between is written again, which is shorter than moving the cursor over it.
//!
//! A text that takes the place of another agrees with it by chance in one letter of ten, and
//! each such letter would cost a move of seven bytes.

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

/// The widest gap that is written rather than jumped.
const GAP: u16 = 5;

/// Writes through another backend, and knows what it has written.
pub struct Thrift<B> {
    inner: B,
    /// What stands in each cell, row by row; unknown if it is not here, or empty.
    known: Vec<Vec<Cell>>,
}

impl<B> Thrift<B> {
    /// Over this backend.
    pub const fn new(inner: B) -> Self {
        Self {
            inner,
            known: Vec::new(),
        }
    }

    /// Remembers what has been written into a cell.
    fn note(&mut self, x: u16, y: u16, cell: Cell) {
        let (x, y) = (usize::from(x), usize::from(y));
        if self.known.len() <= y {
            self.known.resize(y + 1, Vec::new());
        }
        let row = &mut self.known[y];
        if row.len() <= x {
            row.resize(x + 1, Cell::new(""));
        }
        row[x] = cell;
    }

    /// The cells from `from` up to but not including `to` on a row, if they can be written
    /// for less than a move: few, known, narrow, and in the style of the cell before them.
    fn between(&self, row: u16, from: u16, to: u16, before: &Cell) -> Option<Vec<Cell>> {
        if to.checked_sub(from)? > GAP {
            return None;
        }
        let alike = |cell: &Cell| {
            cell.style() == before.style()
                && cell.symbol().len() <= 3
                && unicode_width::UnicodeWidthStr::width(cell.symbol()) == 1
        };
        let between = self
            .known
            .get(usize::from(row))?
            .get(from.into()..to.into())?;
        between.iter().all(alike).then(|| between.to_vec())
    }
}

impl<B: Backend> Backend for Thrift<B> {
    type Error = B::Error;

    fn draw<'a, I>(&mut self, content: I) -> Result<(), Self::Error>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut cells: Vec<(u16, u16, Cell)> = Vec::new();
        for (x, y, cell) in content {
            if let Some((last, row, before)) = cells.last()
                && *row == y
                && unicode_width::UnicodeWidthStr::width(before.symbol()) == 1
                && let Some(between) = self.between(y, last + 1, x, before)
            {
                let first = last + 1;
                cells.extend((first..).zip(between).map(|(at, cell)| (at, y, cell)));
            }
            cells.push((x, y, cell.clone()));
            self.note(x, y, cell.clone());
        }
        self.inner
            .draw(cells.iter().map(|(x, y, cell)| (*x, *y, cell)))
    }

    fn append_lines(&mut self, n: u16) -> Result<(), Self::Error> {
        self.known.clear();
        self.inner.append_lines(n)
    }

    fn hide_cursor(&mut self) -> Result<(), Self::Error> {
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> Result<(), Self::Error> {
        self.inner.show_cursor()
    }

    fn get_cursor_position(&mut self) -> Result<Position, Self::Error> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> Result<(), Self::Error> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> Result<(), Self::Error> {
        self.known.clear();
        self.inner.clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> Result<(), Self::Error> {
        self.known.clear();
        self.inner.clear_region(clear_type)
    }

    fn size(&self) -> Result<Size, Self::Error> {
        self.inner.size()
    }

    fn window_size(&mut self) -> Result<WindowSize, Self::Error> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> Result<(), Self::Error> {
        self.inner.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::backend::{CrosstermBackend, TestBackend};
    use ratatui::{Terminal, widgets::Paragraph};

    fn write(terminal: &mut Terminal<impl Backend<Error: std::fmt::Debug>>, text: &str) {
        terminal
            .draw(|frame| frame.render_widget(Paragraph::new(text), frame.area()))
            .unwrap();
    }

    const TEXTS: [&str; 3] = [
        "The talks go well. Quiet now; the bill comes if they do not.",
        "It is their fault. Soothes home, and may stick to them.",
        "Nothing at all. Thickens the 霧 Fog.",
    ];

    #[test]
    fn the_screen_is_the_same_as_without_it() {
        let mut plain = Terminal::new(TestBackend::new(40, 3)).unwrap();
        let mut thrifty = Terminal::new(Thrift::new(TestBackend::new(40, 3))).unwrap();
        for text in TEXTS {
            write(&mut plain, text);
            write(&mut thrifty, text);
            assert_eq!(plain.backend().buffer(), thrifty.backend().inner.buffer());
        }
    }

    #[test]
    fn a_text_in_the_place_of_another_takes_fewer_bytes() {
        use ratatui::{TerminalOptions, Viewport, layout::Rect};
        let fixed = || TerminalOptions {
            viewport: Viewport::Fixed(Rect::new(0, 0, 70, 1)),
        };
        let (mut plain, mut thrifty) = (Vec::new(), Vec::new());
        let backend = CrosstermBackend::new(&mut plain);
        let mut terminal = Terminal::with_options(backend, fixed()).unwrap();
        for text in TEXTS {
            write(&mut terminal, text);
        }
        drop(terminal);
        let backend = Thrift::new(CrosstermBackend::new(&mut thrifty));
        let mut terminal = Terminal::with_options(backend, fixed()).unwrap();
        for text in TEXTS {
            write(&mut terminal, text);
        }
        drop(terminal);
        assert!(
            thrifty.len() < plain.len(),
            "{} {}",
            thrifty.len(),
            plain.len()
        );
    }
}
