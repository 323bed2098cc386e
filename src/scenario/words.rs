//! Checks of what a scenario says its own way: that there is such a phrase, that its
//! placeholders are filled and its variants reached, and that it fits its column.

use super::decode::Map;
use super::fault::Faults;
use super::place::Spanned;
use crate::phrases::{Phrases, TOLD, columns, stem};
use std::collections::BTreeSet;
use unicode_width::UnicodeWidthStr;

/// The most variants of a phrase, of which one is picked each round.
const VARIANTS: usize = 9;

/// What is filled in wherever such a phrase has variants, or is the end of a game.
const FILLED: [(&str, &[&str]); 4] = [
    ("wire.", &["capital", "adjective", "other"]),
    ("press.", &["own", "other"]),
    ("verdict.epilogue.", &["capital", "other"]),
    ("verdict.view.", &["own", "other", "leader"]),
];

/// The part of a game told by one line for each side, if the scenario wants it: who acts.
const BY_ROLE: [&str; 3] = ["press.own.act.", "press.their.act.", "wire.act."];

/// Checks them all.
pub fn check(words: &Map<String>, faults: &mut Faults) {
    let shared = Phrases::english();
    let written: BTreeSet<&str> = words.entries.iter().map(|(key, _)| &*key.value).collect();
    for (key, text) in &words.entries {
        let Some(like) = like(&shared, key) else {
            unknown(&shared, key, faults);
            continue;
        };
        variants(key, &written, faults);
        if text.trim().is_empty() {
            let fault = faults.error(text.place, format!("`{}` is empty", key.value));
            fault.help("leave it out to have the shared phrase");
        }
        placeholders(&shared, key, &like, text, faults);
        if let Some(most) = columns(key)
            && text.trim().width() > most
        {
            let message = format!(
                "`{}` is {} columns wide; {most} can be shown",
                key.value,
                text.trim().width()
            );
            faults.warning(text.place, message);
        }
    }
}

/// The shared phrase in whose place this one stands: itself, the first of its variants, or
/// that of an act whichever side acts.
fn like(shared: &Phrases, key: &str) -> Option<String> {
    let (area, _) = key.split_once('.')?;
    if !TOLD.contains(&area) {
        return None;
    }
    let Some(stem) = stem(key) else {
        return shared.find(key).map(|_| key.to_owned());
    };
    let first = format!("{stem}.1");
    if shared.find(&first).is_some() {
        return Some(first);
    }
    let family = BY_ROLE.iter().find(|family| stem.starts_with(**family))?;
    let (act, role) = stem[family.len()..].split_once('.')?;
    let first = format!("{family}{act}.1");
    let known = matches!(role, "presser" | "holder") && shared.find(&first).is_some();
    known.then_some(first)
}

fn unknown(shared: &Phrases, key: &Spanned<String>, faults: &mut Faults) {
    let area = key.split_once('.').map_or("", |(area, _)| area);
    if shared.find(key).is_some() && !TOLD.contains(&area) {
        let message = format!("`{}` is the same whatever is played", key.value);
        let fault = faults.error(key.place, message);
        fault.help(format!(
            "a scenario may say its own way what is in {}",
            TOLD.join(", ")
        ));
        return;
    }
    let known: Vec<&str> = TOLD.iter().flat_map(|area| shared.keys(area)).collect();
    faults.unknown(key.place, "phrase", key, known.iter().copied());
}

/// Variants that are counted with a gap are never reached.
fn variants(key: &Spanned<String>, written: &BTreeSet<&str>, faults: &mut Faults) {
    let Some(stem) = stem(key) else { return };
    let number = key[stem.len() + 1..].parse().unwrap_or(0);
    let before = |n: usize| written.contains(format!("{stem}.{n}").as_str());
    if !(1..=VARIANTS).contains(&number) || !(1..number).all(before) {
        let message = format!("`{}` is never picked", key.value);
        faults.error(key.place, message).help(format!(
            "number variants from 1 to at most {VARIANTS} without a gap; they stand in the place of all shared ones"
        ));
    }
}

fn placeholders(
    shared: &Phrases,
    key: &str,
    like: &str,
    text: &Spanned<String>,
    faults: &mut Faults,
) {
    let mut filled: BTreeSet<&str> = BTreeSet::new();
    match stem(like) {
        Some(stem) => {
            for n in 1..=VARIANTS {
                filled.extend(names(shared.find(&format!("{stem}.{n}")).unwrap_or("")));
            }
        }
        None => filled.extend(names(shared.get(like))),
    }
    let always = FILLED.iter().find(|(family, _)| key.starts_with(family));
    if let Some((family, names)) = always
        && (stem(like).is_some() || family.matches('.').count() > 1)
    {
        filled.extend(names.iter());
    }
    for name in names(text).filter(|name| !filled.contains(name)) {
        let message = format!("nothing is filled in for `{{{name}}}` in `{key}`");
        let help = if filled.is_empty() {
            "this phrase has no placeholders".to_owned()
        } else {
            let names: Vec<String> = filled.iter().map(|name| format!("{{{name}}}")).collect();
            format!("known are: {}", names.join(", "))
        };
        faults.error(text.place, message).help(help);
    }
}

/// The names in braces.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name)
}
