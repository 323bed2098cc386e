//! Every language says all that the others say: no phrase is missing and none is superfluous,
//! each has the same `{slots}`, and each fits the columns it is given.

#![allow(clippy::unwrap_used)] // the texts are there to be read

use fog_of_peace::language::Language;
use fog_of_peace::narrate::Phrases;
use fog_of_peace::narrate::handbook::{Chapter, chapters};
use fog_of_peace::phrases::columns;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use unicode_width::UnicodeWidthStr;

type Texts = BTreeMap<String, String>;

/// The phrases of a language, area by area.
fn areas(language: Language) -> BTreeMap<String, Texts> {
    let folder = Path::new("assets/text").join(language.tag());
    let mut areas = BTreeMap::new();
    for path in fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        if name != "handbook" {
            let text = fs::read_to_string(&path).unwrap();
            let map = ron::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            areas.insert(name, map);
        }
    }
    areas
}

/// The languages that the English words are put into.
fn others() -> impl Iterator<Item = Language> {
    let own = Language::default();
    Language::ALL.into_iter().filter(move |other| *other != own)
}

/// The places in a text that are filled in: `{name}`.
fn slots(text: &str) -> BTreeSet<&str> {
    let opened = text.split('{').skip(1);
    opened
        .filter_map(|rest| Some(rest.split_once('}')?.0))
        .collect()
}

fn none(faults: &[String]) {
    assert!(
        faults.is_empty(),
        "{}:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn no_phrase_is_missing_and_none_is_superfluous() {
    let english = areas(Language::English);
    let mut faults = Vec::new();
    for language in others() {
        let own = areas(language);
        assert!(own.keys().eq(english.keys()), "the areas of {language}");
        for (area, texts) in &english {
            let superfluous = own[area].keys().filter(|key| !texts.contains_key(*key));
            faults.extend(superfluous.map(|key| format!("{language}: superfluous: {key}")));
            let missing = texts.keys().filter(|key| !own[area].contains_key(*key));
            faults.extend(missing.map(|key| format!("{language}: missing: {key}")));
        }
    }
    none(&faults);
}

#[test]
fn a_phrase_has_the_same_slots_in_every_language() {
    let english = areas(Language::English);
    let mut faults = Vec::new();
    for language in others() {
        let own = areas(language);
        let texts = own
            .iter()
            .flat_map(|(area, texts)| texts.iter().map(move |t| (area, t)));
        for (area, (key, text)) in texts {
            let Some(original) = english.get(area).and_then(|texts| texts.get(key)) else {
                continue;
            };
            if slots(text) != slots(original) {
                let (own, original) = (slots(text), slots(original));
                faults.push(format!("{language}: {key}: {own:?} for {original:?}"));
            }
            if text.matches('*').count() % 2 != original.matches('*').count() % 2 {
                faults.push(format!("{language}: {key}: an emphasis without an end"));
            }
        }
    }
    none(&faults);
}

#[test]
fn letters_with_marks_are_single_letters() {
    // Composed (NFC), since a terminal may set a mark that stands alone in a column of its own.
    let mark = |c: char| ('\u{300}'..='\u{36f}').contains(&c);
    let mut faults = Vec::new();
    for language in Language::ALL {
        let words = areas(language).into_values().flatten();
        let book = chapters(language)
            .into_iter()
            .map(|c| (c.short, c.title + &c.text));
        let texts = words.chain(book);
        let loose = texts.filter(|(_, text)| text.contains(mark));
        faults.extend(loose.map(|(key, _)| format!("{language}: {key}")));
    }
    none(&faults);
}

#[test]
fn what_stands_in_a_column_fits_it() {
    let mut faults = Vec::new();
    for language in Language::ALL {
        for (key, text) in areas(language).into_values().flatten() {
            if let Some(most) = columns(&key)
                && text.width() > most
            {
                faults.push(format!("{language}: {key}: `{text}` is wider than {most}"));
            }
        }
    }
    none(&faults);
}

#[test]
fn the_handbook_has_the_same_chapters_in_every_language() {
    let marks = |chapter: &Chapter| {
        let begun = |mark: &str| chapter.text.lines().filter(|l| l.starts_with(mark)).count();
        ["# ", "- ", "{"].map(begun)
    };
    let english = chapters(Language::English);
    for language in others() {
        let own = chapters(language);
        assert_eq!(own.len(), english.len(), "chapters in {language}");
        for (own, original) in own.iter().zip(&english) {
            let place = format!("{language}: {}", original.title);
            assert_eq!(
                marks(own),
                marks(original),
                "headings, entries, parts: {place}"
            );
        }
    }
}

#[test]
fn every_language_is_named_in_the_settings_in_its_own_words() {
    for language in Language::ALL {
        let own = Phrases::of_language(language);
        let key = format!("settings.language.{language}");
        for other in Language::ALL {
            let other = Phrases::of_language(other);
            assert_eq!(other.get(&key), own.get(&key), "{language}");
        }
        assert!(own.find(&key).is_some(), "{language}");
    }
}
