//! Markdown: what is the same in every text of it.

use std::fmt::Write;

/// A table: the heads and the rows.
pub fn table(heads: &[String], rows: &[Vec<String>], out: &mut String) -> std::fmt::Result {
    let row = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| escape(cell)).collect();
        format!("| {} |", cells.join(" | "))
    };
    writeln!(out, "{}", row(heads))?;
    writeln!(out, "|{}", " --- |".repeat(heads.len()))?;
    for cells in rows {
        writeln!(out, "{}", row(cells))?;
    }
    writeln!(out)
}

/// A text that stands for itself: no markup, and no line that begins something.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '|' | '#' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
