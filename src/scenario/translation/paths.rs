//! The path of each text of a scenario: the ids on the way to it, then what it is.

use crate::rules::plan::Field;
use crate::scenario::text::{SideText, Text};

/// Visits every text with its path, in the order of the files.
pub fn each(text: &mut Text, visit: &mut impl FnMut(&str, &mut String)) {
    visit("title", &mut text.title);
    visit("summary", &mut text.summary);
    visit("frozen", &mut text.frozen);
    visit("price.name", &mut text.price);
    visit("price.unit", &mut text.price_unit);
    for clause in &mut text.clauses {
        let at = format!("clauses.{}", clause.id);
        visit(&format!("{at}.name"), &mut clause.name);
        visit(&format!("{at}.short"), &mut clause.short);
        visit(&format!("{at}.stake"), &mut clause.stake);
        for (level, words) in clause.levels.iter_mut().enumerate() {
            visit(&format!("{at}.levels.{level}"), words);
        }
    }
    for each in &mut text.sides.0 {
        side(each, visit);
    }
    for event in &mut text.events {
        let at = format!("events.{}", event.id);
        visit(&format!("{at}.title"), &mut event.title);
        visit(&format!("{at}.flavour"), &mut event.flavour);
        visit(&format!("{at}.source"), &mut event.source);
        for choice in &mut event.choices {
            visit(&format!("{at}.choices.{}", choice.id), &mut choice.label);
        }
    }
    own(text, visit);
}

/// A phrase that the scenario says its own way is translated under its key.
fn own(text: &mut Text, visit: &mut impl FnMut(&str, &mut String)) {
    for (key, words) in &mut text.words {
        visit(&format!("words.{key}"), words);
    }
    if !text.notes.is_empty() {
        visit("notes", &mut text.notes);
    }
}

fn side(side: &mut SideText, visit: &mut impl FnMut(&str, &mut String)) {
    let at = side.id.clone();
    visit(&format!("{at}.capital"), &mut side.capital);
    visit(&format!("{at}.country"), &mut side.country);
    visit(&format!("{at}.adjective"), &mut side.adjective);
    visit(&format!("{at}.leader"), &mut side.leader);
    visit(&format!("{at}.role"), &mut side.role);
    visit(&format!("{at}.precondition"), &mut side.precondition);
    for (field, words) in Field::ALL.iter().zip(&mut side.field) {
        visit(&format!("{at}.field.{}", act(*field)), words);
    }
    visit(&format!("{at}.press"), &mut side.press);
    for mood in &mut side.moods {
        visit(&format!("{at}.moods.{}.name", mood.id), &mut mood.name);
        visit(&format!("{at}.moods.{}.text", mood.id), &mut mood.text);
    }
    for objective in &mut side.objectives {
        let at = format!("{at}.objectives.{}", objective.id);
        visit(&format!("{at}.name"), &mut objective.name);
        visit(&format!("{at}.text"), &mut objective.text);
    }
    for card in &mut side.cards {
        let at = format!("{at}.cards.{}", card.id);
        visit(&format!("{at}.title"), &mut card.title);
        visit(&format!("{at}.flavour"), &mut card.flavour);
        visit(&format!("{at}.source"), &mut card.source);
    }
}

/// An act as the files name it.
const fn act(field: Field) -> &'static str {
    match field {
        Field::HoldFire => "hold_fire",
        Field::BuildUp => "build_up",
        Field::Covert => "covert",
        Field::Strike => "strike",
        Field::Squeeze => "squeeze",
        Field::Ease => "ease",
        Field::AllOut => "all_out",
    }
}

/// How wide the text at this path can be shown, if that is limited: as for the original, which
/// `check.rs` measures.
pub fn columns(path: &str) -> Option<usize> {
    let parts: Vec<&str> = path.split('.').collect();
    let columns = match parts[..] {
        ["title"]
        | ["events", _, "title"]
        | [_, "cards", _, "title"]
        | [_, "objectives", _, "name"] => 40,
        ["clauses", _, "short"] => 12,
        ["clauses", _, "name"]
        | [_, "moods", _, "name"]
        | [_, "field", _]
        | [_, "country" | "press"] => 28,
        ["events", _, "choices", _] => 56,
        [_, "capital"] => 16,
        [_, "adjective"] => 20,
        [_, "leader"] => 32,
        _ => return None,
    };
    Some(columns)
}
