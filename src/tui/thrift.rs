//! A backend that writes little: what already looks so is left, what falls blank is erased,
//! and where two changed cells stand close together, what lies between is written again if
//! that is shorter than moving the cursor over it.
//!
//! A text that takes the place of another agrees with it by chance in one letter of ten, and
//! each such letter would cost a move.

use super::pen::Pen;
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::mem;
use unicode_width::UnicodeWidthStr;

/// The widest gap that could be written for less than a jump.
const GAP: u16 = 5;

/// The fewest blanks at the end of a row that are worth an erasure to its end.
const TAIL: usize = 3;

/// The fewest blanks within a row that are worth an erasure, and a jump over them.
const BLANKS: usize = 10;

/// Draws through crossterm, and knows what it has drawn. No cell colours its underline.
pub struct Thrift<W: Write> {
    inner: CrosstermBackend<W>,
    /// What stands in each cell, row by row; a blank where there is nothing. The second
    /// half of a wide one is empty.
    known: Vec<Vec<Cell>>,
    /// Whether the cursor is hidden already.
    hidden: bool,
}

/// A frame as it is written.
struct Frame {
    out: Vec<u8>,
    pen: Pen,
    /// Where the cursor is, if that is certain.
    at: Option<(u16, u16)>,
}

/// Whether nothing stands here, on the ground of the terminal itself.
fn is_bare(cell: &Cell) -> bool {
    cell.symbol() == " " && Pen::of(cell).is_bare()
}

/// Whether two cells look the same.
fn alike(a: &Cell, b: &Cell) -> bool {
    a == b || is_bare(a) && is_bare(b)
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

    /// Remembers what is written into a cell; whether it looks other than before.
    fn note(&mut self, x: u16, y: u16, cell: &Cell) -> bool {
        let (x, y) = (usize::from(x), usize::from(y));
        let wide = cell.symbol().width() > 1;
        if self.known.len() <= y {
            self.known.resize(y + 1, Vec::new());
        }
        let row = &mut self.known[y];
        let end = x + 1 + usize::from(wide);
        if row.len() < end {
            row.resize(end, Cell::new(" "));
        }
        let before = mem::replace(&mut row[x], cell.clone());
        if wide {
            row[x + 1] = Cell::new("");
        }
        !alike(&before, cell)
    }
}

impl Frame {
    /// Writes the cells of a row that have changed.
    fn row(&mut self, y: u16, row: &[Cell], changed: &[u16]) {
        let mut rest = changed;
        while let [x, after @ ..] = rest {
            let x = *x;
            self.go(x, y, row);
            let bare = row[usize::from(x)..]
                .iter()
                .take_while(|cell| is_bare(cell));
            let end = usize::from(x) + bare.count();
            let (blank, others) = rest.split_at(rest.partition_point(|at| usize::from(*at) < end));
            if blank.len() >= BLANKS || end == row.len() && blank.len() >= TAIL {
                // An erasure takes the ground that the pen has.
                if !self.pen.is_bare() {
                    self.pen.turn_into(Pen::PLAIN, &mut self.out);
                }
                if end == row.len() {
                    self.out.extend(b"\x1b[K");
                } else {
                    // Writing into memory cannot fail.
                    let _ = write!(self.out, "\x1b[{}X", end - usize::from(x));
                }
                rest = others;
                continue;
            }
            self.write(x, y, &row[usize::from(x)]);
            rest = after;
        }
    }

    /// Writes a cell where the cursor is.
    fn write(&mut self, x: u16, y: u16, cell: &Cell) {
        self.pen.take(cell, &mut self.out);
        self.out.extend(cell.symbol().as_bytes());
        // How far a terminal goes for anything but a narrow cell is not certain.
        self.at = (cell.symbol().width() == 1).then_some((x + 1, y));
    }

    /// Brings the cursor to a cell: by writing what lies between, or by a jump.
    fn go(&mut self, x: u16, y: u16, row: &[Cell]) {
        let gap = match self.at {
            Some((from, at)) if at == y && from <= x => Some(x - from),
            _ => None,
        };
        let mut jump = Vec::new();
        // Writing into memory cannot fail.
        let _ = match (gap, x) {
            (Some(0), _) => return,
            (Some(1), _) => write!(jump, "\x1b[C"),
            (Some(gap), _) => write!(jump, "\x1b[{gap}C"),
            (None, 0) => write!(jump, "\x1b[{}H", y + 1),
            (None, _) => write!(jump, "\x1b[{};{}H", y + 1, x + 1),
        };
        if let Some(gap) = gap.filter(|gap| *gap <= GAP) {
            let between = &row[usize::from(x - gap)..usize::from(x)];
            let narrow = between.iter().all(|cell| cell.symbol().width() == 1);
            let mut over = Self {
                out: Vec::new(),
                ..*self
            };
            for (at, cell) in (x - gap..).zip(between) {
                over.write(at, y, cell);
            }
            if narrow && over.out.len() <= jump.len() {
                self.out.extend(over.out);
                (self.pen, self.at) = (over.pen, over.at);
                return;
            }
        }
        self.out.extend(jump);
        self.at = Some((x, y));
    }
}

impl<W: Write> Backend for Thrift<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut changed: BTreeMap<u16, Vec<u16>> = BTreeMap::new();
        for (x, y, cell) in content {
            if self.note(x, y, cell) {
                changed.entry(y).or_default().push(x);
            }
        }
        let mut frame = Frame {
            out: Vec::new(),
            pen: Pen::PLAIN,
            at: None,
        };
        for (y, columns) in changed {
            frame.row(y, &self.known[usize::from(y)], &columns);
        }
        frame.pen.turn_into(Pen::PLAIN, &mut frame.out);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::{Role, Theme};
    use ratatui::layout::Rect;
    use ratatui::text::{Line, Span};
    use ratatui::{Terminal, TerminalOptions, Viewport, widgets::Paragraph};

    const AREA: Rect = Rect::new(0, 0, 70, 4);

    const TEXTS: [&str; 5] = [
        "The talks go well. Quiet now; the bill comes if they do not.",
        "It is their fault. Soothes home, and may stick to them.",
        "Nothing at all. Thickens the 霧 Fog.",
        "Nothing at all. Thickens it 霧霧 Fog.",
        "",
    ];

    /// So many frames of these texts, in the roles of a theme by turns.
    fn film<B: Backend<Error = io::Error>>(backend: B, theme: &Theme, frames: usize) {
        let options = TerminalOptions {
            viewport: Viewport::Fixed(AREA),
        };
        let mut terminal = Terminal::with_options(backend, options).unwrap();
        for n in 0..frames {
            let line = |row: usize| {
                let words = TEXTS[(n + row * row) % TEXTS.len()].split_inclusive(' ');
                let role = |word: usize| Role::ALL[(n / 3 + row + word / 2) % Role::ALL.len()];
                let span = |(at, word): (usize, &'static str)| Span::styled(word, theme[role(at)]);
                words.enumerate().map(span).collect::<Line>()
            };
            let text: Vec<_> = (0..4).map(line).collect();
            // A bar at the right of half of the rows: their blanks are none at the end.
            let bar = Rect::new(AREA.right() - 1, 0, 1, 2);
            terminal
                .draw(|frame| {
                    frame.render_widget(Paragraph::new(text), AREA);
                    frame.render_widget(Paragraph::new("|\n|"), bar);
                })
                .unwrap();
        }
    }

    /// A film without and with thrift.
    fn films(theme: &Theme, frames: usize) -> [Vec<u8>; 2] {
        let (mut plain, mut thrifty) = (Vec::new(), Vec::new());
        film(CrosstermBackend::new(&mut plain), theme, frames);
        film(Thrift::new(&mut thrifty), theme, frames);
        [plain, thrifty]
    }

    /// What a terminal shows in the end: of a blank that shows only its ground, that alone.
    fn shown(bytes: &[u8]) -> Vec<String> {
        let mut parser = vt100::Parser::new(AREA.height, AREA.width, 0);
        parser.process(bytes);
        let screen = parser.screen();
        let look = |(row, col)| {
            let cell = screen.cell(row, col).unwrap();
            let flat = !cell.inverse() && !cell.underline();
            if flat && matches!(cell.contents(), "" | " ") {
                return format!("{:?} {}", cell.bgcolor(), cell.is_wide_continuation());
            }
            let emphasis = [cell.bold(), cell.dim(), cell.italic(), cell.underline()];
            let colours = (cell.fgcolor(), cell.bgcolor(), cell.inverse());
            format!("{:?} {colours:?} {emphasis:?}", cell.contents())
        };
        let rows = (0..AREA.height).flat_map(|row| (0..AREA.width).map(move |col| (row, col)));
        rows.map(look).collect()
    }

    #[test]
    fn every_frame_looks_the_same_as_without_it_in_every_theme() {
        for name in Theme::names() {
            let theme = Theme::load(name).unwrap();
            for frames in 1..16 {
                let [plain, thrifty] = films(&theme, frames);
                assert_eq!(shown(&plain), shown(&thrifty), "{name}, frame {frames}");
            }
        }
    }

    #[test]
    fn a_text_in_the_place_of_another_takes_two_thirds_of_the_bytes_at_most() {
        let [plain, thrifty] = films(&Theme::load("default").unwrap(), 40);
        let (plain, thrifty) = (plain.len(), thrifty.len());
        assert!(thrifty * 3 < plain * 2, "{thrifty} of {plain}");
    }
}
