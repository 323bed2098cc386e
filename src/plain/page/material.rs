//! The material for a class. A table is read row by row, each cell after its heading.

use super::Page;
use crate::narrate::Phrases;
use crate::narrate::markdown::{Block, Table, blocks, plain};
use crate::narrate::material::documents;

/// The document that is asked for by number or by name; which there are, if none is.
pub fn page(words: &Phrases, asked: &str) -> Page {
    let documents = documents(words.language());
    let at = asked.parse().ok().and_then(|n: usize| n.checked_sub(1));
    let named = documents.iter().find(|document| document.name == asked);
    if let Some(document) = at.and_then(|at| documents.get(at)).or(named) {
        return read(&document.text);
    }
    let mut page = Page::titled(words.get("plain.material.title"));
    for (at, document) in documents.iter().enumerate() {
        page.item(words.fill(
            "plain.choice",
            &[("number", &(at + 1)), ("label", &document.title())],
        ));
    }
    page
}

fn read(text: &str) -> Page {
    let mut page = Page::default();
    let mut listed = false;
    for block in blocks(text) {
        let item = matches!(block, Block::Item(..));
        if !(item && listed) {
            page.gap();
        }
        listed = item;
        match block {
            Block::Title(text) | Block::Heading(text) | Block::Text(text) => {
                page.say(plain(&text));
            }
            Block::Item(mark, text) => page.item(format!("{mark} {}", plain(&text))),
            Block::Table(table) => rows(&mut page, &table),
        }
    }
    page
}

fn rows(page: &mut Page, table: &Table) {
    for (at, row) in table.rows.iter().enumerate() {
        if at > 0 {
            page.gap();
        }
        let mut cells = row.iter().zip(&table.head);
        if let Some((first, _)) = cells.next() {
            page.say(plain(first));
        }
        for (cell, head) in cells.filter(|(cell, _)| !cell.is_empty()) {
            page.item(format!("- {head}: {}", plain(cell)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_found_by_number_and_by_name_and_otherwise_all_are_listed() {
        let words = Phrases::english();
        let all = documents(words.language());
        for (at, document) in all.iter().enumerate() {
            let read = page(&words, &document.name);
            assert_eq!(read, page(&words, &(at + 1).to_string()));
            let said = format!("{read:?}");
            assert!(said.contains(document.title()), "{}", document.name);
            assert!(!said.contains('*') && !said.contains('|'), "{said}");
        }
        let list = page(&words, "");
        assert_eq!(list, page(&words, "0"));
        assert_eq!(list, page(&words, "99"));
        for document in all {
            assert!(format!("{list:?}").contains(document.title()));
        }
    }
}
