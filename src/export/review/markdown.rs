//! A review as Markdown.

use crate::analysis::review::Review;
use crate::export::markdown::{escape, table};
use crate::narrate::Narrator;
use crate::narrate::review::{Item, Section};
use std::fmt::Write;

/// The review, section by section.
pub fn markdown(n: &Narrator, title: &str, review: &Review) -> String {
    let mut out = format!("# {}\n", escape(title));
    for section in n.review(review) {
        // Writing to a string cannot fail.
        let _ = put(&mut out, &section);
    }
    out
}

fn put(out: &mut String, section: &Section) -> std::fmt::Result {
    writeln!(out, "\n## {}", escape(&section.title))?;
    for paragraph in &section.lead {
        writeln!(out, "\n{}", escape(paragraph))?;
    }
    if let Some(columns) = &section.table {
        let rows: Vec<Vec<String>> = columns.rows.iter().map(|(_, row)| row.clone()).collect();
        let mut text = String::new();
        table(&columns.heads, &rows, &mut text)?;
        write!(out, "\n{}", text.trim_end())?;
        writeln!(out)?;
    }
    section.items.iter().try_for_each(|item| one(out, item))
}

fn one(out: &mut String, item: &Item) -> std::fmt::Result {
    if let Some(heading) = &item.heading {
        writeln!(out, "\n### {}", escape(heading))?;
    }
    for paragraph in &item.paragraphs {
        writeln!(out, "\n{}", escape(paragraph))?;
    }
    Ok(())
}
