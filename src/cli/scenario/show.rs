//! `scenario show`: a scenario as a sheet to read or print.

use super::super::exit::{Exit, Outcome};
use super::super::output::{paragraph, print};
use crate::narrate::OwnWords;
use crate::rules::clause::ClauseId;
use crate::rules::constants::{Constants, Unit};
use crate::rules::meter::{Gauge, Tenths};
use crate::rules::plan::Field;
use crate::rules::side::Side;
use crate::rules::tables::{Asks, Mood};
use crate::scenario::Scenario;
use std::fmt::Write;

/// Arguments of `scenario show`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The id of a scenario that comes with the game, or the path of one
    id: String,
}

/// Runs it.
pub fn run(args: &Args) -> Outcome {
    print(&sheet(&Scenario::load(&args.id)?))?;
    Ok(Exit::Done)
}

fn sheet(scenario: &Scenario) -> String {
    let mut out = String::new();
    let text = &scenario.text;
    heading(&mut out, '=', &format!("{} ({})", text.title, scenario.id));
    paragraph(&mut out, "", &text.summary);
    line(
        &mut out,
        &format!(
            "Frozen: {}. Gauge: {}, {}.",
            text.frozen, text.price, text.price_unit
        ),
    );
    line(&mut out, &format!("Content: {}", scenario.fingerprint()));
    notes(&mut out, &text.notes);
    agenda(&mut out, scenario);
    for side in Side::BOTH {
        capital(&mut out, scenario, side);
    }
    events(&mut out, scenario);
    own_words(&mut out, &text.words);
    constants(&mut out, &scenario.tables.constants);
    out
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

fn heading(out: &mut String, rule: char, text: &str) {
    if !out.is_empty() {
        out.push('\n');
    }
    line(out, text);
    line(out, &rule.to_string().repeat(text.chars().count()));
}

fn notes(out: &mut String, notes: &str) {
    if notes.is_empty() {
        return;
    }
    heading(out, '=', "Notes for whoever runs it");
    for part in notes.split("\n\n") {
        paragraph(out, "", part);
    }
}

/// What it says in the place of shared phrases.
fn own_words(out: &mut String, words: &OwnWords) {
    if words.is_empty() {
        return;
    }
    heading(out, '=', &format!("Its own words ({})", words.len()));
    for (key, text) in words {
        line(out, key);
        paragraph(out, "  ", text);
    }
}

fn agenda(out: &mut String, scenario: &Scenario) {
    heading(out, '=', "Agenda");
    for (table, text) in scenario.tables.clauses.iter().zip(&scenario.text.clauses) {
        let struck = if table.on_agenda {
            ""
        } else {
            ", not on the agenda"
        };
        heading(out, '-', &format!("{} ({}{struck})", text.name, text.id));
        paragraph(out, "", &text.stake);
        for (level, words) in text.levels.iter().enumerate() {
            paragraph(out, &format!("  {level}  "), words);
        }
        let quo = Tenths(i16::from(table.quo));
        line(
            out,
            &format!("Status quo: {quo}. Reversible: {} %.", table.reversible),
        );
    }
}

fn capital(out: &mut String, scenario: &Scenario, side: Side) {
    let (table, text) = (&scenario.tables.sides[side], &scenario.text.sides[side]);
    let role = match side {
        Side::Presser => "presser",
        Side::Holder => "holder",
    };
    heading(
        out,
        '=',
        &format!("{} ({}, the {role})", text.capital, text.id),
    );
    for part in text.role.split("\n\n") {
        paragraph(out, "", part);
    }
    paragraph(out, "Precondition: ", &text.precondition);
    let start = Gauge::ALL
        .iter()
        .zip(table.start)
        .map(|(gauge, at)| format!("{gauge:?} {at}"));
    let start: Vec<String> = start.collect();
    line(
        out,
        &format!("Start: {}, grip {}", start.join(", "), table.grip),
    );
    let acts: Vec<&str> = Field::ALL.iter().map(|field| text.field(*field)).collect();
    paragraph(out, "In the field: ", &acts.join(", "));
    line(
        out,
        &format!(
            "Enforced by: {}",
            scenario.text.clause(table.enforced_by).id
        ),
    );
    paragraph(out, "Known weights: ", &weights(&table.profile, scenario));

    heading(out, '-', "Moods");
    for (mood, words) in table.moods.iter().zip(&text.moods) {
        paragraph(out, &format!("{}: ", words.name), &words.text);
        paragraph(out, "  weights ", &weights(mood, scenario));
        line(
            out,
            &format!("  rivalry {} %, share {}", mood.rivalry, mood.share),
        );
    }
    heading(out, '-', "Red lines");
    for red in &table.red_lines {
        let clause = &scenario.text.clause(red.clause).id;
        line(
            out,
            &format!("{clause}: between {} and {}", red.strict.0, red.mild.0),
        );
    }
    heading(out, '-', "Objectives");
    for (objective, words) in table.objectives.iter().zip(&text.objectives) {
        let stake = format!(
            "{} (+{}, -{}): ",
            words.name, objective.reward, objective.penalty
        );
        paragraph(out, &stake, &words.text);
    }
    heading(out, '-', &format!("Cards ({})", text.cards.len()));
    let width = text
        .cards
        .iter()
        .map(|card| card.id.len())
        .max()
        .unwrap_or(0);
    for card in &text.cards {
        paragraph(out, &format!("{:width$}  ", card.id), &card.title);
    }
}

fn weights(mood: &Mood, scenario: &Scenario) -> String {
    let each = (0..scenario.text.clauses.len() as u8)
        .map(ClauseId)
        .map(|clause| {
            format!(
                "{} {}",
                scenario.text.clause(clause).id,
                mood.weights[clause.index()]
            )
        });
    each.collect::<Vec<_>>().join(", ")
}

fn events(out: &mut String, scenario: &Scenario) {
    let texts = &scenario.text.events;
    heading(out, '=', &format!("Events ({})", texts.len()));
    let width = texts.iter().map(|event| event.id.len()).max().unwrap_or(0);
    for (table, words) in scenario.tables.events.iter().zip(texts) {
        let asked = match table.asks {
            Asks::Nobody => String::new(),
            Asks::One(side) => format!(" (asks {})", scenario.text.sides[side].capital),
            Asks::Both => " (asks both)".into(),
        };
        let kind = format!("{:?}", table.kind);
        let first = format!("{:width$}  {kind:12}  ", words.id);
        paragraph(out, &first, &format!("{}{asked}", words.title));
    }
}

fn constants(out: &mut String, constants: &Constants) {
    heading(out, '=', "Constants");
    let width = Constants::KEYS
        .iter()
        .map(|key| key.name.len())
        .max()
        .unwrap_or(0);
    for (key, value) in Constants::KEYS.iter().zip(constants.values()) {
        let value = match key.unit {
            Unit::Points => Tenths::of(value).to_string(),
            Unit::Percent => format!("{value} %"),
            Unit::Count => value.to_string(),
        };
        let mut first = String::new();
        // Writing to a string cannot fail.
        let _ = write!(first, "{:width$}  {value:>6}  ", key.name);
        let range = format!("{} ({} to {})", key.doc, key.min, key.max);
        paragraph(out, &first, &range);
    }
}
