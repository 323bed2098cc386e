//! The material for a class: guide, role sheets, quiz, debrief and the rest, from the Markdown in
//! `assets/material`, a folder for each language.

use super::Narrator;
use super::markdown::{Block, blocks, plain};
use crate::language::Language;
use std::borrow::Cow;

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its short name: its file's without the number that orders it.
    pub name: Cow<'static, str>,
    /// Its file's name.
    pub file: Cow<'static, str>,
    /// Its text, in Markdown.
    pub text: Cow<'static, str>,
}

/// The scenario whose role sheets are among the documents.
const WRITTEN: &str = "gulf";

/// Those role sheets, which stand together.
const ROLES: [&str; 4] = [
    "washington-short",
    "washington-long",
    "tehran-short",
    "tehran-long",
];

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

/// The documents for a class that plays this scenario: its role sheets are made from its own
/// words, unless they are among the documents already.
pub fn documents_for(n: &Narrator) -> Vec<Document> {
    let all = documents(n.words.language());
    if n.scenario.id == WRITTEN {
        return all.to_vec();
    }
    let is_role = |document: &&Document| ROLES.contains(&&*document.name);
    let first = all.iter().take_while(|document| !is_role(document)).count();
    let mut own: Vec<Document> = all.iter().filter(|it| !is_role(it)).cloned().collect();
    own.splice(first..first, n.role_sheets(first + 1));
    own
}

impl Document {
    /// What it is called.
    pub fn title(&self) -> &str {
        let line = self.text.lines().find_map(|line| line.strip_prefix("# "));
        line.unwrap_or(&self.name)
    }

    /// How it begins: its first paragraph, without emphasis.
    pub fn about(&self) -> String {
        let first = blocks(&self.text)
            .into_iter()
            .find_map(|block| match block {
                Block::Text(text) => Some(plain(&text)),
                _ => None,
            });
        first.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
