//! A scenario in another language: a file beside the others, named by the language (`vi.ron`),
//! that maps the path of each text to what it is in that language.
//!
//! What it lacks is told in the scenario's own words, so that an old translation never keeps
//! a scenario from being played. The rules, the content hash and the notation are the
//! scenario's alone: a save does not know in which language it was made.

mod paths;

use super::decode::{Decode, Map};
use super::fault::Faults;
use super::parser::parse;
use super::place::{FileId, Place, Sources, Spanned};
use super::text::{Text, folded};
use super::{library::Origin, suggest};
use crate::language::Language;
use std::collections::{BTreeMap, BTreeSet};
use unicode_width::UnicodeWidthStr;

/// The words of a scenario in another language.
pub type Translations = Vec<(Language, Text)>;

/// Reads every translation that a scenario comes with; the faults are warnings, but for a file
/// that cannot be read.
pub fn read(
    origin: &Origin,
    text: &Text,
    sources: &mut Sources,
    faults: &mut Faults,
) -> Translations {
    let mut translations = Vec::new();
    for language in Language::ALL {
        let name = format!("{language}.ron");
        if !origin.has(&name) {
            continue;
        }
        let Some(file) = origin.read(&name, sources, faults) else {
            continue;
        };
        let tree = parse(&sources.file(file).text, file, faults);
        if let Some(map) = Map::<String>::decode(&tree, faults) {
            translations.push((language, put(&map, file, text, faults)));
        }
    }
    translations
}

/// The words with every text that is in the map in its place.
fn put(map: &Map<String>, file: FileId, text: &Text, faults: &mut Faults) -> Text {
    let mut text = text.clone();
    let mut known = BTreeSet::new();
    let mut missing = Vec::new();
    let entries: BTreeMap<&str, &Spanned<String>> = (map.entries.iter())
        .map(|(path, value)| (path.value.as_str(), value))
        .collect();
    paths::each(&mut text, &mut |path, words| {
        match entries.get(path) {
            Some(own) if fits(path, words, own, faults) => *words = folded(own),
            Some(_) => {}
            None => missing.push(path.to_owned()),
        }
        known.insert(path.to_owned());
    });
    for path in missing.iter().filter(|path| !map.lost.contains(path)) {
        faults.file_warning(file, format!("`{path}` is not translated"));
    }
    for (path, _) in &map.entries {
        if !known.contains(&path.value) {
            let known = known.iter().map(String::as_str);
            let fault = faults.warning(
                path.place,
                format!("the scenario has no text `{}`", path.value),
            );
            fault.help = suggest::help(&path.value, known);
        }
    }
    text
}

/// Whether a translation can stand for the original.
fn fits(path: &str, original: &str, own: &Spanned<String>, faults: &mut Faults) -> bool {
    if own.trim().is_empty() {
        faults.warning(own.place, "the text is empty");
        return false;
    }
    if slots(own) != slots(original) {
        let wanted: Vec<String> = (slots(original).iter())
            .map(|slot| format!("{{{slot}}}"))
            .collect();
        let fault = faults.warning(own.place, "the text has other places to fill in");
        fault.help(if wanted.is_empty() {
            "the original has none".to_owned()
        } else {
            format!("the original has {}", wanted.join(", "))
        });
        return false;
    }
    composed(own, own.place, faults);
    if let Some(most) = paths::columns(path)
        && own.trim().width() > most
    {
        let width = own.trim().width();
        let message = format!("the text is {width} columns wide; {most} can be shown");
        faults.warning(own.place, message);
    }
    true
}

/// Warns of marks that stand alone, which terminals set in columns of their own.
fn composed(text: &str, place: Place, faults: &mut Faults) {
    if text.contains(|c| ('\u{300}'..='\u{36f}').contains(&c)) {
        let fault = faults.warning(place, "a letter and its mark are written apart");
        fault.help("write the text in composed letters (Unicode NFC)");
    }
}

/// The places in a text that are filled in: `{name}`.
fn slots(text: &str) -> BTreeSet<&str> {
    let opened = text.split('{').skip(1);
    opened
        .filter_map(|rest| Some(rest.split_once('}')?.0))
        .collect()
}

#[cfg(test)]
mod tests;
