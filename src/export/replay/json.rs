//! The rounds as one object.

use super::Told;
use super::rows::{Agreed, Row, rows};
use crate::export::pairs::Pairs;
use crate::narrate::Key;
use crate::rules::score::scores;
use crate::rules::side::Side;
use crate::scenario::BySide;
use crate::scenario::notation::PlanWords;
use serde::Serialize;

#[derive(Serialize)]
struct Whole {
    scenario: String,
    title: String,
    rules: u32,
    overrides: Vec<String>,
    created: u64,
    players: BySide<String>,
    /// The side from whose seat it is told; none if from both.
    view: Option<String>,
    ending: Option<&'static str>,
    score: Option<BySide<f64>>,
    rounds: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    round: u8,
    event: Option<String>,
    choices: BySide<Option<String>>,
    plans: BySide<Option<PlanWords>>,
    chance: Option<String>,
    shared: Pairs<f64>,
    own: BySide<Pairs<Option<f64>>>,
    agreed: Vec<Agreed>,
    incidents: u8,
    ending: Option<&'static str>,
    notes: Vec<String>,
}

/// The rounds as an object. The seed is not among it: from it all secrets could be had.
pub fn json(told: &Told) -> impl Serialize + use<> {
    let header = told.recording.header();
    let text = &told.n.text;
    let last = &told.recording.moments()[told.recording.last()].state;
    let score = last.ending().map(|_| {
        let both = scores(&told.n.scenario.tables, last);
        BySide::of(text, |side| f64::from(both[side].total.get()) / 10.0)
    });
    let viewer = told.vantage.viewer();
    Whole {
        scenario: header.scenario.clone(),
        title: told.title().to_owned(),
        rules: header.rules,
        overrides: header.overrides.clone(),
        created: header.created,
        players: BySide::of(text, |side| told.player(side).to_owned()),
        view: viewer.map(|side| text.side(side).id.clone()),
        ending: last.ending().map(|ending| ending.kind().key()),
        score,
        rounds: rows(told).into_iter().map(|row| round(told, row)).collect(),
    }
}

fn round(told: &Told, mut row: Row) -> Entry {
    let text = &told.n.text;
    let named = |pairs: Vec<(&'static str, Option<f64>)>| {
        Pairs(pairs.into_iter().map(|(k, v)| (k.to_owned(), v)).collect())
    };
    Entry {
        round: row.round,
        event: row.event,
        choices: BySide::of(text, |side: Side| row.choices[side].take()),
        plans: BySide::of(text, |side: Side| row.plans[side].take()),
        chance: row.chance,
        shared: Pairs(
            (row.shared.iter())
                .map(|&(k, v)| (k.to_owned(), v))
                .collect(),
        ),
        own: BySide::of(text, |side: Side| named(std::mem::take(&mut row.own[side]))),
        agreed: row.agreed,
        incidents: row.incidents,
        ending: row.ending,
        notes: row.notes,
    }
}
