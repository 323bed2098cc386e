//! The handbook tells of every field.

use crate::GULF;
use fog_of_peace::language::Language;
use fog_of_peace::narrate::handbook::chapters;
use fog_of_peace::protocol::ToBot;
use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::dice::{Dice, Stream};
use fog_of_peace::rules::plan::{ChoiceId, Decision};
use fog_of_peace::rules::score::scores;
use fog_of_peace::rules::side::{PerSide, Side};
use fog_of_peace::rules::state::{Ask, State};
use fog_of_peace::rules::view::View;
use serde_json::Value;
use std::collections::BTreeSet;

/// Fields whose own fields are ids, names that are told in a list, or decisions.
const BY_ID: [&str; 9] = [
    "rules", "files", "profile", "weights", "start", "scores", "tallies", "timers", "meaning",
];

/// The names of all fields of a message.
fn fields(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| fields(item, found)),
        Value::Object(entries) => {
            for (name, value) in entries {
                found.insert(name.clone());
                if !BY_ID.contains(&name.as_str()) {
                    fields(value, found);
                }
            }
        }
        _ => {}
    }
}

#[test]
fn every_field_is_in_the_handbook() {
    let t = &GULF.tables;
    let mut dice = Dice::new(3, Stream::Cosmetic);
    let mut found = BTreeSet::new();
    let mut note = |message: Option<ToBot>| {
        if let Some(message) = message {
            fields(&serde_json::to_value(message).unwrap(), &mut found);
        }
    };
    note(Some(ToBot::hello()));
    note(Some(ToBot::Error {
        id: 1,
        code: "late".into(),
        msg: String::new(),
    }));
    for seed in 0..200 {
        let mut state = State::deal(t, seed, Length::Standard, &mut ());
        while let Some(ask) = state.ask(t, Side::Presser).or(state.ask(t, Side::Holder)) {
            for side in Side::BOTH {
                let view = View::of(t, &state, side);
                note(Some(ToBot::new(&GULF, &view, 1, 1)).filter(|_| seed < 2));
                note(ToBot::act(&GULF, &view, 1));
            }
            let view = View::of(t, &state, Side::Presser);
            if ask == Ask::Plan {
                let plans =
                    PerSide::from_fn(|side| View::of(t, &state, side).legal(t).random(&mut dice));
                note(Some(ToBot::recall(
                    &GULF,
                    &view,
                    Decision::Plan(plans[Side::Presser]),
                )));
                state.resolve(t, plans, &mut ());
            } else {
                note(Some(ToBot::recall(
                    &GULF,
                    &view,
                    Decision::Choice(ChoiceId(0)),
                )));
                state.choose(t, PerSide([Some(ChoiceId(0)); 2]), &mut ());
            }
        }
        let ending = state.ending().unwrap();
        note(Some(ToBot::end(&GULF, ending, &scores(t, &state))));
    }
    let chapters = chapters(Language::English);
    let text = &chapters
        .iter()
        .find(|c| c.short == "Messages")
        .unwrap()
        .text;
    let told: BTreeSet<&str> = text.split('*').skip(1).step_by(2).collect();
    let untold: Vec<&String> = found
        .iter()
        .filter(|name| !told.contains(name.as_str()) && !["own", "other"].contains(&name.as_str()))
        .collect();
    assert!(found.len() > 100, "{found:?}");
    assert!(untold.is_empty(), "{untold:?}");
    let untrue: Vec<&&str> = told.iter().filter(|name| !found.contains(**name)).collect();
    // Only a probe that finds a red line shows one.
    assert!(untrue.iter().all(|name| **name == "red_line"), "{untrue:?}");
}
