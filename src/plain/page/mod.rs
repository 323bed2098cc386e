//! Something to read: a few lines, made before any is shown.

pub mod board;
pub mod brief;
pub mod clause;
pub mod hand;
pub mod help;
pub mod hint;
pub mod intel;
pub mod material;
mod meters;
pub mod reasons;
pub mod reveal;
pub mod situation;
pub mod verdict;
pub mod why;

pub use meters::named;

use super::console::{Console, Step};
use crate::language::ascii::to_ascii;
use std::io::{BufRead, Write};

#[derive(Clone, Debug, PartialEq, Eq)]
enum Line {
    Say(String),
    Item(String),
    Gap,
}

/// A name as it is compared with another: in small letters, without marks, since not every
/// keyboard has them.
fn plainly(name: &str) -> String {
    to_ascii(&name.to_lowercase()).into_owned()
}

/// A few lines that belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page(Vec<Line>);

impl Page {
    /// A page that begins with a heading.
    pub fn titled(title: impl Into<String>) -> Self {
        Self(vec![Line::Gap, Line::Say(title.into())])
    }

    /// A page of one paragraph.
    pub fn line(text: impl Into<String>) -> Self {
        Self(vec![Line::Say(text.into())])
    }

    /// A paragraph; an empty one is left out.
    pub fn say(&mut self, text: impl Into<String>) {
        let text = text.into();
        if !text.is_empty() {
            self.0.push(Line::Say(text));
        }
    }

    /// An item of a list; its further lines are indented.
    pub fn item(&mut self, text: impl Into<String>) {
        let text = text.into();
        if !text.is_empty() {
            self.0.push(Line::Item(text));
        }
    }

    /// A line as it is written.
    pub fn verbatim(&mut self, line: &str) {
        self.0.push(if line.is_empty() {
            Line::Gap
        } else {
            Line::Say(line.to_owned())
        });
    }

    /// All of another page.
    pub fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.0.push(Line::Gap);
    }
}

impl<R: BufRead, W: Write> Console<R, W> {
    /// Shows a page.
    pub fn show(&mut self, page: &Page) -> Step<()> {
        for line in &page.0 {
            match line {
                Line::Say(text) => self.say(text)?,
                Line::Item(text) => self.item(text)?,
                Line::Gap => self.gap()?,
            }
        }
        Ok(())
    }
}
