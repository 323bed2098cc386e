//! A small part of Markdown, as much as the material for classes is written in.
//!
//! A paragraph is lines without an empty one between; `# ` begins a title, `## ` a heading, `- `
//! and `1. ` an item, and lines that begin with `|` make a table, its second line a rule.
//! `*Words*` are emphasised and `` `words` `` are to be typed; neither reaches into the other.

mod layout;

pub use layout::{MEASURE, Row, Run, Tone, lay_out, plain};

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// What the text is called.
    Title(String),
    /// A heading within it.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// An item of a list, and the mark before it: `-`, or its number with a full stop.
    Item(String, String),
    /// A table.
    Table(Table),
}

/// A table: each row has as many cells as there are headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The headings.
    pub head: Vec<String>,
    /// What stands below them.
    pub rows: Vec<Vec<String>>,
}

/// Reads a text. Whatever is none of the rest is a paragraph.
pub fn blocks(source: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    // Whether the line above goes on in this one.
    let mut open = false;
    for line in source.lines() {
        let text = line.trim();
        if text.is_empty() {
            open = false;
            continue;
        }
        if let Some(begun) = begins(text) {
            open = matches!(begun, Block::Item(..));
            blocks.push(begun);
        } else if text.starts_with('|') {
            match blocks.last_mut() {
                Some(Block::Table(table)) if open => table.add(cells(text)),
                _ => blocks.push(Block::Table(Table {
                    head: cells(text),
                    rows: Vec::new(),
                })),
            }
            open = true;
        } else {
            match blocks.last_mut() {
                Some(Block::Text(all) | Block::Item(_, all)) if open => {
                    all.push(' ');
                    all.push_str(text);
                }
                _ => blocks.push(Block::Text(text.to_owned())),
            }
            open = true;
        }
    }
    blocks
}

/// The block that this line begins whatever was above it.
fn begins(text: &str) -> Option<Block> {
    if let Some(heading) = text.strip_prefix("## ") {
        return Some(Block::Heading(heading.to_owned()));
    }
    if let Some(title) = text.strip_prefix("# ") {
        return Some(Block::Title(title.to_owned()));
    }
    let (mark, item) = text.split_once(' ')?;
    let number = mark.strip_suffix('.');
    let numbered = number.is_some_and(|n| n.len() <= 2 && n.parse::<u8>().is_ok());
    (mark == "-" || numbered).then(|| Block::Item(mark.to_owned(), item.trim().to_owned()))
}

/// The widest that a line of the source is written, in characters.
const SOURCE: usize = 95;

/// A paragraph or an item as it is written: in lines of a readable width, those after the first
/// as far in as the mark is wide. No line begins with what would be a mark of its own.
pub fn fold(mark: &str, text: &str) -> String {
    let indent = " ".repeat(mark.chars().count());
    let mut out = String::from(mark);
    let mut width = indent.len();
    for (at, word) in text.split_whitespace().enumerate() {
        let long = word.chars().count();
        let is_mark = word.starts_with('|') || begins(&format!("{word} x")).is_some();
        if at > 0 && width + 1 + long > SOURCE && !is_mark {
            out.push('\n');
            out.push_str(&indent);
            width = indent.len();
        } else if at > 0 {
            out.push(' ');
            width += 1;
        }
        out.push_str(word);
        width += long;
    }
    out.push('\n');
    out
}

fn cells(line: &str) -> Vec<String> {
    let inner = line.trim_matches('|').split('|');
    inner.map(|cell| cell.trim().to_owned()).collect()
}

impl Table {
    /// Adds a row, unless it is the rule under the headings.
    fn add(&mut self, mut row: Vec<String>) {
        let is_rule = |cell: &String| cell.chars().all(|c| matches!(c, '-' | ':'));
        if !row.iter().all(is_rule) {
            row.resize(self.head.len(), String::new());
            self.rows.push(row);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_block_by_block() {
        let read = blocks(
            "# Title\n\nOne\nline.\n- first\n  goes on\n- second\n12. twelfth\n\nNot it.\n## Part\n| a | b |\n|--|--|\n| 1 | 2 |\n| 3 |\n",
        );
        let item = |mark: &str, text: &str| Block::Item(mark.into(), text.into());
        let row = |cells: [&str; 2]| cells.map(String::from).to_vec();
        let table = Table {
            head: row(["a", "b"]),
            rows: vec![row(["1", "2"]), row(["3", ""])],
        };
        let expected = [
            Block::Title("Title".into()),
            Block::Text("One line.".into()),
            item("-", "first goes on"),
            item("-", "second"),
            item("12.", "twelfth"),
            Block::Text("Not it.".into()),
            Block::Heading("Part".into()),
            Block::Table(table),
        ];
        assert_eq!(read, expected);
    }

    #[test]
    fn what_is_folded_is_read_as_it_was() {
        let text = format!("{} - 12. | # end", "a word ".repeat(40).trim_end());
        for mark in ["", "- ", "7. "] {
            let folded = fold(mark, &text);
            let marked = folded
                .lines()
                .all(|line| line.chars().count() <= SOURCE + 12);
            assert!(marked && folded.lines().count() > 2, "{folded}");
            let expected = match mark.trim() {
                "" => Block::Text(text.clone()),
                mark => Block::Item(mark.into(), text.clone()),
            };
            assert_eq!(blocks(&folded), [expected]);
        }
    }

    #[test]
    fn what_only_looks_like_markup_is_text() {
        for text in ["2026. A year", "#1", "-5 degrees", "1.5 litres", "...", "*"] {
            assert_eq!(blocks(text), [Block::Text(text.into())]);
        }
    }
}
