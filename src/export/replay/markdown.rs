//! The account as Markdown.

use super::Told;
use super::account::{Block, account};
use crate::narrate::{Line, points};
use std::fmt::Write;

/// The account as Markdown.
pub fn markdown(told: &Told) -> String {
    let mut out = String::new();
    for chapter in account(told) {
        for block in &chapter.blocks {
            put(told, block, &mut out);
        }
    }
    // Blocks part themselves by an empty line; none is needed at the end.
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn put(told: &Told, block: &Block, out: &mut String) {
    // Writing to a string cannot fail.
    let _ = match block {
        Block::Title(text) => writeln!(out, "# {}\n", escape(text)),
        Block::Head(text) => writeln!(out, "## {}\n", escape(text)),
        Block::Sub(text) => writeln!(out, "### {}\n", escape(text)),
        Block::Text(line) => writeln!(out, "{}\n", escape(&line.text)),
        Block::List(lines) => list(lines, out),
        Block::Note(text) => {
            let quoted: Vec<String> = text.lines().map(|l| format!("> {}", escape(l))).collect();
            writeln!(out, "{}\n", quoted.join("\n"))
        }
        Block::Ledger(lines) => {
            let rows = lines.iter().map(|line| {
                vec![
                    line.name.clone(),
                    points(line.from),
                    points(line.to),
                    told.why(line),
                ]
            });
            table(&told.ledger_heads(), &rows.collect::<Vec<_>>(), out)
        }
        Block::Table(heads, rows) => table(heads, rows, out),
    };
}

fn list(lines: &[Line], out: &mut String) -> std::fmt::Result {
    for line in lines {
        writeln!(out, "- {}", escape(&line.text))?;
    }
    writeln!(out)
}

fn table(heads: &[String], rows: &[Vec<String>], out: &mut String) -> std::fmt::Result {
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
fn escape(text: &str) -> String {
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
