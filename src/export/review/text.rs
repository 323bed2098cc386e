//! A review for a terminal of eighty columns.

use crate::analysis::review::Review;
use crate::narrate::Narrator;
use crate::narrate::review::{Columns, Section};
use crate::plain::wrap;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

/// How wide a line may get.
const WIDTH: usize = 78;

/// The review, section by section.
pub fn text(n: &Narrator, title: &str, review: &Review) -> String {
    let mut out = String::new();
    heading(&mut out, title, '=');
    for section in n.review(review) {
        out.push('\n');
        put(&mut out, &section);
    }
    out
}

fn put(out: &mut String, section: &Section) {
    heading(out, &section.title, '-');
    for (n, paragraph) in section.lead.iter().enumerate() {
        if n > 0 {
            out.push('\n');
        }
        lines(out, paragraph, 0);
    }
    if let Some(columns) = &section.table {
        out.push('\n');
        table(out, columns);
    }
    for item in &section.items {
        out.push('\n');
        if let Some(heading) = &item.heading {
            let _ = writeln!(out, "{heading}");
        }
        let indent = if item.heading.is_some() { 2 } else { 0 };
        for paragraph in &item.paragraphs {
            lines(out, paragraph, indent);
        }
    }
}

/// A line with a rule under it.
fn heading(out: &mut String, text: &str, rule: char) {
    lines(out, text, 0);
    let rule: String = std::iter::repeat_n(rule, text.width().min(WIDTH)).collect();
    let _ = writeln!(out, "{rule}");
}

fn lines(out: &mut String, text: &str, indent: usize) {
    for line in wrap(text, WIDTH - indent, 0) {
        let _ = writeln!(out, "{:indent$}{line}", "");
    }
}

/// The first two columns to the left, the others to the right.
fn table(out: &mut String, columns: &Columns) {
    let rows = || std::iter::once(&columns.heads).chain(columns.rows.iter().map(|(_, row)| row));
    let width = |at: usize| rows().map(|row| row[at].width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns.heads.len()).map(width).collect();
    for row in rows() {
        let mut line = String::new();
        for (at, (cell, &width)) in row.iter().zip(&widths).enumerate() {
            let pad = " ".repeat(width - cell.width());
            if at < 2 {
                line.push_str(cell);
                line.push_str(&pad);
            } else {
                line.push_str(&pad);
                line.push_str(cell);
            }
            line.push_str("  ");
        }
        let _ = writeln!(out, "{}", line.trim_end());
    }
}
