//! All words of a scenario, by the same numbers as its tables.

use super::decode::Map;
use super::source;
use crate::phrases::OwnWords;
use crate::rules::clause::ClauseId;
use crate::rules::plan::{CardId, ChoiceId, EventId, Field};
use crate::rules::side::{PerSide, Side};

/// The words of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// What the scenario is called.
    pub title: String,
    /// One paragraph about it.
    pub summary: String,
    /// The day at which its facts are frozen, in words.
    pub frozen: String,
    /// What the price gauge is called: `Oil`.
    pub price: String,
    /// Its unit, as shown after the number: `$/bbl`.
    pub price_unit: String,
    /// The clauses, by [`ClauseId`].
    pub clauses: Vec<ClauseText>,
    /// The two sides.
    pub sides: PerSide<SideText>,
    /// The events, by [`EventId`].
    pub events: Vec<EventText>,
    /// Phrases that it says its own way, by their keys in the string table.
    pub words: OwnWords,
    /// For whoever runs it: what happened, what is likely here, sources. An empty line parts
    /// its paragraphs; empty if there are none.
    pub notes: String,
}

/// The words of a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClauseText {
    /// Short name, as in notation and `--set`.
    pub id: String,
    /// As shown.
    pub name: String,
    /// At most 12 columns.
    pub short: String,
    /// What is at stake, in a sentence.
    pub stake: String,
    /// The five levels, from the presser's ideal to the holder's.
    pub levels: [String; 5],
}

/// The words of a side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideText {
    /// Short name: `us`.
    pub id: String,
    /// The capital.
    pub capital: String,
    /// The country as an actor.
    pub country: String,
    /// Its people as an adjective.
    pub adjective: String,
    /// Who signs, by office.
    pub leader: String,
    /// The role sheet; an empty line parts its paragraphs.
    pub role: String,
    /// The precondition, as a sentence.
    pub precondition: String,
    /// Its names for the acts in the field, in the order of [`Field::ALL`].
    pub field: [String; 7],
    /// Its press.
    pub press: String,
    /// Its moods, as numbered in the tables.
    pub moods: Vec<MoodText>,
    /// Its objectives, as numbered in the tables.
    pub objectives: Vec<ObjectiveText>,
    /// Its cards, by [`CardId`].
    pub cards: Vec<CardText>,
}

/// The words of a mood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoodText {
    /// Short name.
    pub id: String,
    /// As shown.
    pub name: String,
    /// What the instructions say.
    pub text: String,
}

/// The words of an objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectiveText {
    /// Short name.
    pub id: String,
    /// As shown: an imperative.
    pub name: String,
    /// What it asks and why.
    pub text: String,
}

/// The words of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventText {
    /// Short name.
    pub id: String,
    /// A headline.
    pub title: String,
    /// One line of flavour.
    pub flavour: String,
    /// The fact or claim it rests on.
    pub source: String,
    /// The answers, by [`ChoiceId`].
    pub choices: Vec<ChoiceText>,
}

/// The words of an answer to an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceText {
    /// Short name.
    pub id: String,
    /// As shown: an imperative.
    pub label: String,
}

/// The words of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardText {
    /// Short name.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// One line of flavour.
    pub flavour: String,
    /// The fact or claim it rests on.
    pub source: String,
}

impl Text {
    /// The clause's words.
    pub fn clause(&self, id: ClauseId) -> &ClauseText {
        &self.clauses[id.index()]
    }

    /// The side's words.
    pub fn side(&self, side: Side) -> &SideText {
        &self.sides[side]
    }

    /// The event's words.
    pub fn event(&self, id: EventId) -> &EventText {
        &self.events[id.0 as usize]
    }

    /// The words of an answer to an event.
    pub fn choice(&self, event: EventId, choice: ChoiceId) -> &ChoiceText {
        &self.event(event).choices[choice.0 as usize]
    }

    /// The words of a side's card.
    pub fn card(&self, side: Side, id: CardId) -> &CardText {
        &self.sides[side].cards[id.0 as usize]
    }

    /// The side of that name; the roles `presser` and `holder`, and the capitals as they are
    /// shown or in small letters, are understood too.
    pub fn side_named(&self, name: &str) -> Option<Side> {
        let is =
            |text: &SideText| text.id == name || text.capital.to_lowercase() == name.to_lowercase();
        match name {
            "presser" => Some(Side::Presser),
            "holder" => Some(Side::Holder),
            _ => Side::BOTH.into_iter().find(|&side| is(&self.sides[side])),
        }
    }

    /// The clause of that name.
    pub fn clause_named(&self, name: &str) -> Option<ClauseId> {
        let at = self.clauses.iter().position(|clause| clause.id == name)?;
        Some(ClauseId(at as u8))
    }
}

impl SideText {
    /// The side's name for an act in the field.
    pub fn field(&self, field: Field) -> &str {
        &self.field[field as usize]
    }
}

/// Lines as a writer broke them become paragraphs: an empty line parts two, any other
/// break is a space.
pub fn folded(text: &str) -> String {
    if !text.contains('\n') {
        return text.trim().to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut gap = "";
    for line in text.lines() {
        let line = line.trim();
        if line.is_empty() {
            gap = if out.is_empty() { "" } else { "\n\n" };
            continue;
        }
        out.push_str(gap);
        out.push_str(line);
        gap = " ";
    }
    out
}

pub(super) fn words(source: &Map<String>) -> OwnWords {
    let entries = source.entries.iter();
    entries
        .map(|(key, text)| (key.value.clone(), folded(text)))
        .collect()
}

pub(super) fn clause(source: &source::Clause) -> ClauseText {
    ClauseText {
        id: source.id.value.clone(),
        name: folded(&source.name),
        short: folded(&source.short),
        stake: folded(&source.stake),
        levels: std::array::from_fn(|level| {
            source
                .levels
                .get(level)
                .map(|text| folded(text))
                .unwrap_or_default()
        }),
    }
}

pub(super) fn side(source: &source::Side, cards: &[source::Card]) -> SideText {
    let names = &source.field;
    SideText {
        id: source.id.value.clone(),
        capital: folded(&source.capital),
        country: folded(&source.country),
        adjective: folded(&source.adjective),
        leader: folded(&source.leader),
        role: folded(&source.role),
        precondition: folded(&source.precondition),
        field: Field::ALL.map(|field| {
            folded(match field {
                Field::HoldFire => &names.hold_fire,
                Field::BuildUp => &names.build_up,
                Field::Covert => &names.covert,
                Field::Strike => &names.strike,
                Field::Squeeze => &names.squeeze,
                Field::Ease => &names.ease,
                Field::AllOut => &names.all_out,
            })
        }),
        press: folded(&source.press),
        moods: source
            .moods
            .iter()
            .map(|mood| MoodText {
                id: mood.id.value.clone(),
                name: folded(&mood.name),
                text: folded(&mood.text),
            })
            .collect(),
        objectives: source
            .objectives
            .iter()
            .map(|objective| ObjectiveText {
                id: objective.id.value.clone(),
                name: folded(&objective.name),
                text: folded(&objective.text),
            })
            .collect(),
        cards: cards
            .iter()
            .map(|card| CardText {
                id: card.id.value.clone(),
                title: folded(&card.title),
                flavour: folded(&card.flavour),
                source: folded(&card.source),
            })
            .collect(),
    }
}

pub(super) fn event(source: &source::Event) -> EventText {
    EventText {
        id: source.id.value.clone(),
        title: folded(&source.title),
        flavour: folded(&source.flavour),
        source: folded(&source.source),
        choices: source
            .choices
            .iter()
            .map(|choice| ChoiceText {
                id: choice.id.value.clone(),
                label: folded(&choice.label),
            })
            .collect(),
    }
}
