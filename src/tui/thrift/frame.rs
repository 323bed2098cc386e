//! A frame as it is written: the pen and the cursor as they stand, and the shortest way to the
//! next cell.

use super::is_bare;
use crate::tui::pen::Pen;
use ratatui::buffer::Cell;
use std::io::Write;
use unicode_width::UnicodeWidthStr;

/// The widest gap that could be written for less than a jump.
const GAP: u16 = 5;

/// The farthest down that line feeds could be shorter than a jump.
const FALL: u16 = 6;

/// The farthest back that backspaces could be shorter than a jump.
const BACK: u16 = 5;

/// The fewest blanks at the end of a row that are worth an erasure to its end.
const TAIL: usize = 3;

/// The fewest blanks after which a row stays as it is that are worth an erasure.
const LAST: usize = 5;

/// The fewest blanks elsewhere in a row that are worth an erasure, and a jump over them.
const BLANKS: usize = 10;

/// What is to be written.
pub struct Frame {
    /// As far as it goes.
    pub out: Vec<u8>,
    /// The pen.
    pub pen: Pen,
    /// Where the cursor is, if that is certain.
    at: Option<(u16, u16)>,
    /// The columns in which something stands or has stood; where the cursor goes past the
    /// last of them, it may hang in the air.
    width: u16,
}

/// A way to a cell: what to write, and the pen then.
struct Way {
    bytes: Vec<u8>,
    pen: Pen,
}

impl Frame {
    /// With the pen as it is after a reset, and the cursor anywhere.
    pub const fn new(width: u16) -> Self {
        Self {
            out: Vec::new(),
            pen: Pen::PLAIN,
            at: None,
            width,
        }
    }

    /// Writes these cells of a row.
    pub fn row(&mut self, y: u16, row: &[Cell], columns: &[u16]) {
        let mut rest = columns;
        while let [x, after @ ..] = rest {
            let x = *x;
            let bare = row[usize::from(x)..]
                .iter()
                .take_while(|cell| is_bare(cell));
            let end = usize::from(x) + bare.count();
            let (blank, others) = rest.split_at(rest.partition_point(|at| usize::from(*at) < end));
            let tail = end == row.len();
            let worth = match others {
                [] if tail => TAIL,
                [] => LAST,
                _ => BLANKS,
            };
            if blank.len() < worth {
                self.cell(x, y, row);
                rest = after;
                continue;
            }
            self.go(x, y, row);
            // An erasure takes the ground that the pen has.
            if !self.pen.is_bare() {
                self.pen.turn_into(Pen::PLAIN, &mut self.out);
            }
            if tail {
                self.out.extend(b"\x1b[K");
            } else {
                // Writing into memory cannot fail.
                let _ = write!(self.out, "\x1b[{}X", end - usize::from(x));
            }
            rest = others;
        }
    }

    /// Writes a cell of a row.
    pub fn cell(&mut self, x: u16, y: u16, row: &[Cell]) {
        self.go(x, y, row);
        let cell = &row[usize::from(x)];
        self.pen.take(cell, &mut self.out);
        self.out.extend(cell.symbol().as_bytes());
        // How far a terminal goes for anything but a narrow cell is not certain.
        self.at = (cell.symbol().width() == 1).then_some((x + 1, y));
    }

    /// Brings the cursor to a cell of a row, all changed cells before which are written.
    fn go(&mut self, x: u16, y: u16, row: &[Cell]) {
        if self.at == Some((x, y)) {
            return;
        }
        let mut jump = Vec::new();
        // Writing into memory cannot fail.
        let _ = match x {
            0 => write!(jump, "\x1b[{}H", y + 1),
            _ => write!(jump, "\x1b[{};{}H", y + 1, x + 1),
        };
        let jump = Way {
            bytes: jump,
            pen: self.pen,
        };
        let ways = std::iter::once(jump).chain(self.ways(x, y, row));
        if let Some(way) = ways.min_by_key(|way| way.bytes.len()) {
            self.out.extend(way.bytes);
            self.pen = way.pen;
        }
        self.at = Some((x, y));
    }

    /// The ways that lead on from where the cursor is: down by line feeds, as a raw terminal
    /// takes them, and then from there or from the first column.
    fn ways(&self, x: u16, y: u16, row: &[Cell]) -> Vec<Way> {
        let mut ways = Vec::new();
        let Some((column, line)) = self.at else {
            return ways;
        };
        let Some(down) = y.checked_sub(line).filter(|down| *down <= FALL) else {
            return ways;
        };
        let fall = vec![b'\n'; usize::from(down)];
        if down > 0 {
            self.along(0, x, row, &[b"\r", &fall[..]].concat(), &mut ways);
        }
        if column < self.width {
            self.along(column, x, row, &fall, &mut ways);
        }
        ways
    }

    /// The ways along a row from a column, after what leads there.
    fn along(&self, from: u16, x: u16, row: &[Cell], lead: &[u8], ways: &mut Vec<Way>) {
        let mut way = |bytes: &[u8], pen: Pen| {
            let bytes = [lead, bytes].concat();
            ways.push(Way { bytes, pen });
        };
        let Some(gap) = x.checked_sub(from) else {
            if from - x <= BACK {
                way(&vec![b'\x08'; usize::from(from - x)], self.pen);
            }
            return;
        };
        match gap {
            0 => way(b"", self.pen),
            1 => way(b"\x1b[C", self.pen),
            _ => way(format!("\x1b[{gap}C").as_bytes(), self.pen),
        }
        let between = &row[usize::from(from)..usize::from(x)];
        if gap <= GAP && between.iter().all(|cell| cell.symbol().width() == 1) {
            let (mut bytes, mut pen) = (Vec::new(), self.pen);
            for cell in between {
                pen.take(cell, &mut bytes);
                bytes.extend(cell.symbol().as_bytes());
            }
            way(&bytes, pen);
        }
    }
}
