//! The pen of a terminal: colours and emphasis as they stand, and the shortest sequence that
//! changes them.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use std::io::Write;

/// Emphasis that shows where nothing is written.
const SEEN_ON_BLANKS: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::CROSSED_OUT);

/// Each emphasis with the code that puts it on and the one that takes it off.
const CODES: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// What the terminal writes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pen {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Pen {
    /// As after a reset.
    pub const PLAIN: Self = Self {
        fg: Color::Reset,
        bg: Color::Reset,
        modifier: Modifier::empty(),
    };

    /// What this cell asks for.
    pub const fn of(cell: &Cell) -> Self {
        Self {
            fg: cell.fg,
            bg: cell.bg,
            modifier: cell.modifier,
        }
    }

    /// Whether a blank shows nothing but the background.
    pub const fn is_flat(self) -> bool {
        !self.modifier.intersects(SEEN_ON_BLANKS)
    }

    /// Whether blanks look as the terminal itself would leave them.
    pub fn is_bare(self) -> bool {
        self.bg == Color::Reset && self.is_flat()
    }

    /// Turns this pen into one that writes the cell, with the shortest sequence. A blank
    /// that shows only the background leaves the rest of the pen as it was.
    pub fn take(&mut self, cell: &Cell, out: &mut Vec<u8>) {
        let mut wanted = Self::of(cell);
        if cell.symbol() == " " && wanted.is_flat() {
            if self.is_flat() && self.bg == cell.bg {
                return;
            }
            if cell.bg == Color::Reset {
                wanted = Self::PLAIN;
            } else {
                wanted.fg = self.fg;
                wanted.modifier = self.modifier - SEEN_ON_BLANKS;
            }
        }
        self.turn_into(wanted, out);
    }

    /// Turns this pen into another.
    pub fn turn_into(&mut self, wanted: Self, out: &mut Vec<u8>) {
        if *self == wanted {
            return;
        }
        let mut changed = Vec::new();
        self.change(wanted, &mut changed);
        let mut anew = Vec::new();
        if wanted != Self::PLAIN {
            anew.push(0);
            Self::PLAIN.change(wanted, &mut anew);
        }
        let [changed, anew] = [changed, anew].map(|codes| sequence(&codes));
        out.extend(if anew.len() < changed.len() {
            anew
        } else {
            changed
        });
        *self = wanted;
    }

    /// The codes that lead from this pen to another without a reset.
    fn change(self, wanted: Self, codes: &mut Vec<u8>) {
        let mut has = self.modifier;
        for (modifier, _, off) in CODES {
            if has.contains(modifier) && !wanted.modifier.contains(modifier) {
                codes.push(off);
                // One code takes off all that it takes off, wanted or not.
                has -= CODES
                    .iter()
                    .filter(|(_, _, theirs)| *theirs == off)
                    .fold(Modifier::empty(), |all, (theirs, ..)| all | *theirs);
            }
        }
        for (modifier, on, _) in CODES {
            if wanted.modifier.contains(modifier) && !has.contains(modifier) {
                codes.push(on);
            }
        }
        if self.fg != wanted.fg {
            colour(wanted.fg, 0, codes);
        }
        if self.bg != wanted.bg {
            colour(wanted.bg, 10, codes);
        }
    }
}

/// The codes of a colour; those of a background are ten higher.
fn colour(colour: Color, ground: u8, codes: &mut Vec<u8>) {
    let short = match colour {
        Color::Reset => 39,
        Color::Black => 30,
        Color::Red => 31,
        Color::Green => 32,
        Color::Yellow => 33,
        Color::Blue => 34,
        Color::Magenta => 35,
        Color::Cyan => 36,
        Color::Gray => 37,
        Color::DarkGray => 90,
        Color::LightRed => 91,
        Color::LightGreen => 92,
        Color::LightYellow => 93,
        Color::LightBlue => 94,
        Color::LightMagenta => 95,
        Color::LightCyan => 96,
        Color::White => 97,
        Color::Indexed(number) => {
            codes.extend([38 + ground, 5, number]);
            return;
        }
        Color::Rgb(r, g, b) => {
            codes.extend([38 + ground, 2, r, g, b]);
            return;
        }
    };
    codes.push(short + ground);
}

/// The control sequence with these codes; with none, the reset.
fn sequence(codes: &[u8]) -> Vec<u8> {
    let mut bytes = b"\x1b[".to_vec();
    for (n, code) in codes.iter().enumerate() {
        if n > 0 {
            bytes.push(b';');
        }
        // Writing into memory cannot fail.
        let _ = write!(bytes, "{code}");
    }
    bytes.push(b'm');
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    /// What is written to go from one style to another.
    fn written(from: Style, to: Style) -> String {
        let pen = |style| Pen::of(Cell::new("x").set_style(style));
        let mut out = Vec::new();
        pen(from).turn_into(pen(to), &mut out);
        String::from_utf8(out).unwrap().replace('\x1b', "^")
    }

    #[test]
    fn only_what_changes_is_said_and_a_reset_where_that_is_shorter() {
        let (plain, red) = (Style::new(), Style::new().fg(Color::Red));
        assert_eq!(written(plain, plain), "");
        assert_eq!(written(plain, red), "^[31m");
        assert_eq!(written(red, plain), "^[m");
        assert_eq!(written(red, red.bold()), "^[1m");
        assert_eq!(written(red.bold(), red), "^[22m");
        assert_eq!(written(red.bold().dim(), red.bold()), "^[22;1m");
        assert_eq!(written(red.bold().on_blue(), plain.italic()), "^[0;3m");
        assert_eq!(
            written(plain, plain.fg(Color::White).on_black()),
            "^[97;40m"
        );
        let exact = plain.fg(Color::Indexed(200)).bg(Color::Rgb(1, 2, 3));
        assert_eq!(written(plain, exact), "^[38;5;200;48;2;1;2;3m");
    }

    #[test]
    fn a_blank_takes_the_pen_as_it_is_if_it_shows_only_the_ground() {
        let mut out = Vec::new();
        let mut pen = Pen::of(Cell::new("x").set_style(Style::new().red().bold()));
        pen.take(&Cell::new(" "), &mut out);
        assert!(out.is_empty());
        pen.take(Cell::new(" ").set_style(Style::new().reversed()), &mut out);
        assert_eq!(out, b"\x1b[0;7m");
    }
}
