//! A scenario as a message: what a bot needs, by name, and the files to compile it from.

use super::decimal::Decimal;
use super::misread::Misread;
use super::names::Named;
use crate::rules::clause::MAX_CLAUSES;
use crate::rules::constants::{Constants, Unit};
use crate::rules::meter::Gauge;
use crate::rules::side::Side;
use crate::rules::tables::{Asks, Mood};
use crate::scenario::{Overrides, Scenario};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A scenario with what is set in it. All of it is known to both sides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioMessage {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// A hash of what its files say.
    pub hash: String,
    /// What the price gauge is called.
    pub price: String,
    /// Its unit.
    pub price_unit: String,
    /// The rule constants, as `scenario show` explains them.
    pub rules: BTreeMap<String, Decimal>,
    /// The agenda.
    pub clauses: Vec<ClauseEntry>,
    /// The sides, the presser first.
    pub sides: Vec<SideEntry>,
    /// The event deck.
    pub events: Vec<EventEntry>,
    /// What was set in it, as after `--set`; all of the above is with it.
    pub set: Overrides,
    /// Its files by name, in RON, as they were written. What events and cards do is told here.
    pub files: BTreeMap<String, String>,
}

/// A clause of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClauseEntry {
    /// Its id.
    pub id: String,
    /// As shown.
    pub name: String,
    /// What is at stake.
    pub stake: String,
    /// The five levels, from the presser's ideal (0) to the holder's (4).
    pub levels: Vec<String>,
    /// What holds without agreement, in levels.
    pub status_quo: Decimal,
    /// The share of a performance that can be taken back, in percent.
    pub reversible: u8,
    /// Whether it is on the agenda; one that is not can be neither offered nor signed.
    pub on_agenda: bool,
}

/// A side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SideEntry {
    /// Its id.
    pub id: String,
    /// `presser`, whose ideal is level 0, or `holder`, whose ideal is level 4.
    pub role: String,
    /// The capital.
    pub capital: String,
    /// The country.
    pub country: String,
    /// The precondition it holds in public.
    pub precondition: String,
    /// Where its meters start before the deal varies them.
    pub start: BTreeMap<String, Decimal>,
    /// The grip it begins with.
    pub grip: u8,
    /// Strength regained in a quiet round.
    pub recovery: Decimal,
    /// How much of the price above its comfort becomes Strain, in percent.
    pub price_burden: i16,
    /// The clause that enforces what helps it.
    pub enforced_by: String,
    /// The weight of each clause that everybody assumes; they set what a concession costs.
    pub profile: BTreeMap<String, i16>,
    /// The moods its capital may be in.
    pub moods: Vec<MoodEntry>,
    /// Where it may draw red lines.
    pub red_lines: Vec<RedLineEntry>,
    /// What it may want beside the text.
    pub objectives: Vec<ObjectiveEntry>,
    /// Its deck.
    pub cards: Vec<CardEntry>,
}

/// A mood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoodEntry {
    /// Its id.
    pub id: String,
    /// As shown.
    pub name: String,
    /// The weight of each clause; about 100 in all.
    pub weights: BTreeMap<String, i16>,
    /// How much the other's score counts against one's own, in percent.
    pub rivalry: i16,
    /// How often it is dealt, relative to the others.
    pub share: u8,
}

/// A place where a capital may draw a red line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RedLineEntry {
    /// The clause.
    pub clause: String,
    /// The strictest limit that may be dealt.
    pub strict: u8,
    /// The mildest.
    pub mild: u8,
}

/// An objective.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectiveEntry {
    /// Its id.
    pub id: String,
    /// As shown.
    pub name: String,
    /// What it asks.
    pub text: String,
    /// Mission points if met.
    pub reward: Decimal,
    /// Mission points lost if not.
    pub penalty: Decimal,
}

/// A card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardEntry {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// A line about it.
    pub flavour: String,
}

/// An event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventEntry {
    /// Its id.
    pub id: String,
    /// A headline.
    pub title: String,
    /// Its sort, as `next_kind` in the view.
    pub kind: String,
    /// The sides that it asks, by their ids.
    pub asks: Vec<String>,
    /// The answers it offers.
    pub choices: Vec<ChoiceEntry>,
}

/// An answer to an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceEntry {
    /// Its id.
    pub id: String,
    /// As shown.
    pub label: String,
}

impl ScenarioMessage {
    /// Writes a scenario.
    pub fn write(scenario: &Scenario) -> Self {
        let text = &scenario.text;
        let t = &scenario.tables;
        let rules = Constants::KEYS.iter().zip(t.constants.values());
        let files = scenario.files.iter();
        Self {
            id: scenario.id.clone(),
            title: text.title.clone(),
            hash: hex(scenario),
            price: text.price.clone(),
            price_unit: text.price_unit.clone(),
            rules: rules
                .map(|(key, stored)| {
                    let tenths = match key.unit {
                        Unit::Points => stored,
                        Unit::Percent | Unit::Count => stored * 10,
                    };
                    (key.name.to_owned(), Decimal(tenths))
                })
                .collect(),
            clauses: (text.clauses.iter().zip(&t.clauses))
                .map(|(words, numbers)| ClauseEntry {
                    id: words.id.clone(),
                    name: words.name.clone(),
                    stake: words.stake.clone(),
                    levels: words.levels.to_vec(),
                    status_quo: Decimal(numbers.quo.into()),
                    reversible: numbers.reversible,
                    on_agenda: numbers.on_agenda,
                })
                .collect(),
            sides: Side::BOTH.map(|side| entry(scenario, side)).into(),
            events: (text.events.iter().zip(&t.events))
                .map(|(words, event)| EventEntry {
                    id: words.id.clone(),
                    title: words.title.clone(),
                    kind: event.kind.name().to_owned(),
                    asks: match event.asks {
                        Asks::Nobody => Vec::new(),
                        Asks::One(side) => vec![text.side(side).id.clone()],
                        Asks::Both => Side::BOTH.map(|side| text.side(side).id.clone()).into(),
                    },
                    choices: (words.choices.iter())
                        .map(|choice| ChoiceEntry {
                            id: choice.id.clone(),
                            label: choice.label.clone(),
                        })
                        .collect(),
                })
                .collect(),
            set: scenario.set.clone(),
            files: files
                .map(|(name, text)| (name.clone(), text.clone().into_owned()))
                .collect(),
        }
    }

    /// Compiles the scenario from its files, and sets what was set.
    pub fn read(self) -> Result<Scenario, Misread> {
        let files = self.files.into_iter();
        let files = files.map(|(name, text)| (name, Cow::Owned(text)));
        let scenario = Scenario::from_files(files.collect())?;
        if hex(&scenario) != self.hash {
            return Err(Misread::Hash);
        }
        Ok(self.set.apply(scenario)?)
    }
}

fn hex(scenario: &Scenario) -> String {
    blake3::Hash::from_bytes(scenario.hash).to_hex().to_string()
}

fn entry(scenario: &Scenario, side: Side) -> SideEntry {
    let text = &scenario.text;
    let words = text.side(side);
    let table = &scenario.tables.sides[side];
    let clause = |at: usize| text.clauses[at].id.clone();
    let weights = |mood: &Mood| {
        let weights = mood
            .weights
            .iter()
            .take(text.clauses.len().min(MAX_CLAUSES));
        weights
            .enumerate()
            .map(|(at, w)| (clause(at), *w))
            .collect()
    };
    let start = Gauge::ALL.into_iter().zip(table.start);
    SideEntry {
        id: words.id.clone(),
        role: match side {
            Side::Presser => "presser",
            Side::Holder => "holder",
        }
        .to_owned(),
        capital: words.capital.clone(),
        country: words.country.clone(),
        precondition: words.precondition.clone(),
        start: start
            .map(|(gauge, points)| (gauge.name().to_owned(), points.into()))
            .collect(),
        grip: table.grip,
        recovery: table.recovery.into(),
        price_burden: table.price_burden,
        enforced_by: clause(table.enforced_by.index()),
        profile: weights(&table.profile),
        moods: (words.moods.iter().zip(&table.moods))
            .map(|(words, mood)| MoodEntry {
                id: words.id.clone(),
                name: words.name.clone(),
                weights: weights(mood),
                rivalry: mood.rivalry,
                share: mood.share,
            })
            .collect(),
        red_lines: (table.red_lines.iter())
            .map(|line| RedLineEntry {
                clause: clause(line.clause.index()),
                strict: line.strict.0,
                mild: line.mild.0,
            })
            .collect(),
        objectives: (words.objectives.iter().zip(&table.objectives))
            .map(|(words, objective)| ObjectiveEntry {
                id: words.id.clone(),
                name: words.name.clone(),
                text: words.text.clone(),
                reward: objective.reward.into(),
                penalty: objective.penalty.into(),
            })
            .collect(),
        cards: (words.cards.iter())
            .map(|card| CardEntry {
                id: card.id.clone(),
                title: card.title.clone(),
                flavour: card.flavour.clone(),
            })
            .collect(),
    }
}
