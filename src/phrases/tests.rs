//! What must be true of the string table.

use super::*;
use std::collections::BTreeSet;
use std::path::Path;

const WORDS: Phrases = Phrases::english();

#[test]
fn placeholders_are_filled_and_unknown_ones_left() {
    assert_eq!(
        fill("{a} of {b}, {c}", &[("a", &3), ("b", &"twelve")]),
        "3 of twelve, {c}"
    );
    assert_eq!(fill("no end {a", &[("a", &3)]), "no end {a");
}

#[test]
fn what_is_put_between_quotation_marks_is_quoted_once() {
    let quoted = |text: &str| fill("\"{text}\" waits", &[("text", &text)]);
    assert_eq!(quoted("Plain"), "\"Plain\" waits");
    assert_eq!(quoted("\"Self-defence\""), "\"Self-defence\" waits");
    assert_eq!(quoted("The word \"right\""), "\"The word 'right'\" waits");
    assert_eq!(quoted("\"a\" and \"b\""), "\"'a' and 'b'\" waits");
    let loose = fill("{text}: so", &[("text", &"\"Self-defence\"")]);
    assert_eq!(loose, "\"Self-defence\": so");
}

#[test]
fn a_key_without_a_phrase_is_shown_itself() {
    assert_eq!(WORDS.get("nowhere.to_be_found"), "nowhere.to_be_found");
}

#[test]
fn a_phrase_that_a_language_lacks_is_said_in_english() {
    let vietnamese = Phrases::of_language(Language::Vietnamese);
    let lacking = |key: &&&str| !VIETNAMESE.iter().any(|area| area.map().contains_key(**key));
    let mut english = ENGLISH.iter().flat_map(|area| area.map().keys());
    if let Some(key) = english.find(lacking) {
        assert_eq!(vietnamese.get(key), WORDS.get(key));
    }
    assert_eq!(vietnamese.get("settings.language.vi"), "Tiếng Việt");
}

#[test]
fn every_file_is_readable_and_every_key_begins_with_its_area() {
    let of = |language| areas(language).iter().map(move |area| (language, area));
    for (language, area) in Language::ALL.into_iter().flat_map(of) {
        let words = Phrases::of_language(language);
        let map: BTreeMap<String, String> = ron::from_str(area.source)
            .unwrap_or_else(|e| panic!("{language}/{}.ron: {e}", area.name));
        for (key, phrase) in &map {
            assert!(
                key.starts_with(&format!("{}.", area.name)),
                "{key} in {}.ron",
                area.name
            );
            assert!(!phrase.is_empty(), "{key} is empty");
            assert_eq!(words.get(key), phrase);
        }
        // The last of two equal keys would win in silence.
        let lines = area
            .source
            .lines()
            .filter(|l| l.trim_start().starts_with('"'))
            .count();
        assert_eq!(
            lines,
            map.len(),
            "{language}/{}.ron: a key twice, or two on a line",
            area.name
        );
    }
}

#[test]
fn every_key_used_exists_and_every_key_is_used() {
    let mut literals = BTreeSet::new();
    literals_under(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")),
        &mut literals,
    );
    let areas: Vec<_> = ENGLISH.iter().map(|a| a.name).collect();
    let ours = |literal: &String| {
        let Some((area, rest)) = literal.split_once('.') else {
            return false;
        };
        areas.contains(&area)
            && rest
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_.".contains(&b))
            && rest != "ron"
    };
    let (families, keys): (Vec<_>, Vec<_>) = literals
        .into_iter()
        .filter(ours)
        .partition(|l| l.ends_with('.'));
    let missing: Vec<_> = keys
        .iter()
        .filter(|key| WORDS.find(key).is_none())
        .collect();
    assert!(missing.is_empty(), "keys without a phrase: {missing:?}");
    let used = |key: &str| {
        keys.iter().any(|k| k == key) || families.iter().any(|family| key.starts_with(family))
    };
    let unused: Vec<_> = ENGLISH
        .iter()
        .flat_map(|a| a.map().keys())
        .filter(|key| !used(key))
        .collect();
    assert!(unused.is_empty(), "phrases that nothing shows: {unused:?}");
}

#[test]
fn what_a_scenario_may_say_its_own_way_is_told_by_a_narrator_alone() {
    for area in TOLD {
        assert!(WORDS.keys(area).next().is_some(), "{area} has no phrases");
    }
    let mut elsewhere = BTreeSet::new();
    let src = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    for room in ["cli", "export", "plain", "theatre", "tui"] {
        literals_under(&src.join(room), &mut elsewhere);
    }
    let told = |literal: &&String| {
        TOLD.iter()
            .any(|area| WORDS.keys(area).any(|k| k == *literal))
    };
    let told: Vec<_> = elsewhere.iter().filter(told).collect();
    assert!(told.is_empty(), "not by way of a narrator: {told:?}");
}

/// Every string literal in the Rust files under `dir`.
fn literals_under(dir: &Path, into: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()) {
        if entry.is_dir() {
            literals_under(&entry, into);
        } else if entry.extension().is_some_and(|x| x == "rs") {
            for line in std::fs::read_to_string(&entry).unwrap().lines() {
                if !line.trim_start().starts_with("//") {
                    into.extend(line.split('"').skip(1).step_by(2).map(String::from));
                }
            }
        }
    }
}
