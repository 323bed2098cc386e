//! The account as Markdown.

use super::Told;
use super::account::{Block, account};
use crate::export::markdown::{escape, table};
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
