//! Text for standard output: gathered, wrapped, and written at once, so that a reader
//! who stops listening ends the command without a panic.

use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// How wide a paragraph may get.
const WIDTH: usize = 96;

/// Writes a text to standard output.
pub fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Writes a text to standard error.
pub fn complain(text: &str) -> io::Result<()> {
    io::stderr().lock().write_all(text.as_bytes())
}

/// Adds a paragraph: `first` begins it, and its other lines are indented as far, or by
/// a little if `first` is long.
pub fn paragraph(out: &mut String, first: &str, text: &str) {
    let mut column = first.width();
    let indent = if column <= 30 { column } else { 4 };
    out.push_str(first);
    for (n, word) in text.split(' ').enumerate() {
        if n > 0 && column + 1 + word.width() > WIDTH {
            out.push('\n');
            out.push_str(&" ".repeat(indent));
            column = indent;
        }
        if n > 0 && column > indent {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += word.width();
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_keeps_to_its_indent() {
        let mut out = String::new();
        paragraph(&mut out, "  1  ", &"word ".repeat(30));
        let lines: Vec<&str> = out.lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| line.width() <= WIDTH));
        assert!(lines[1].starts_with("     word"));
    }
}
