//! The material for a class: guide, role sheets, quiz, debrief and the rest, from the Markdown in
//! `assets/material`, a folder for each language.

use super::markdown::{Block, blocks, plain};
use crate::language::Language;

/// A document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its short name: its file's without the number that orders it.
    pub name: &'static str,
    /// Its file's name.
    pub file: &'static str,
    /// Its text, in Markdown.
    pub text: &'static str,
}

/// The documents of each language, in the order of their files' names. A file in a language's
/// folder is all that another one needs.
const MATERIAL: &[(&str, &[Document])] = include!(concat!(env!("OUT_DIR"), "/material.rs"));

/// The documents in this language, or in English where there are none in it.
pub fn documents(language: Language) -> &'static [Document] {
    let of = |wanted: Language| MATERIAL.iter().find(|(tag, _)| *tag == wanted.tag());
    of(language)
        .or_else(|| of(Language::English))
        .map_or(&[], |(_, all)| all)
}

impl Document {
    /// What it is called.
    pub fn title(&self) -> &'static str {
        let line = self.text.lines().find_map(|line| line.strip_prefix("# "));
        line.unwrap_or(self.name)
    }

    /// How it begins: its first paragraph, without emphasis.
    pub fn about(&self) -> String {
        let first = blocks(self.text).into_iter().find_map(|block| match block {
            Block::Text(text) => Some(plain(&text)),
            _ => None,
        });
        first.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
