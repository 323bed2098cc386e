//! Decisions as text, for saves, the protocol and the line mode, both ways:
//! `progress`, `offer:missiles:3:vague:back`, `covert`, `none`. Clauses, cards and
//! choices go by the ids of the scenario.

use super::excerpt::excerpt;
use super::suggest;
use super::text::Text;
use crate::rules::clause::{Channel, ClauseId, Level, Wording};
use crate::rules::plan::{
    CardId, ChoiceId, EventId, Field, Offer, Plan, Say, Table, TableKind, Terms,
};
use crate::rules::side::Side;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The card of a plan that plays none.
pub const NO_CARD: &str = "none";

const SAYS: [(&str, Say); 5] = [
    ("progress", Say::Progress),
    ("measured", Say::Measured),
    ("blame", Say::Blame),
    ("threaten", Say::Threaten),
    ("no_comment", Say::NoComment),
];

const FIELDS: [(&str, Field); 7] = [
    ("hold", Field::HoldFire),
    ("build", Field::BuildUp),
    ("covert", Field::Covert),
    ("strike", Field::Strike),
    ("squeeze", Field::Squeeze),
    ("ease", Field::Ease),
    ("all_out", Field::AllOut),
];

const WORDINGS: [(&str, Wording); 2] = [("clear", Wording::Clear), ("vague", Wording::Vague)];

const CHANNELS: [(&str, Channel); 3] = [
    ("open", Channel::Open),
    ("back", Channel::Back),
    ("mediator", Channel::Mediator),
];

const TERMS: [(&str, Terms); 2] = [("halfway", Terms::Halfway), ("theirs", Terms::Theirs)];

/// Decisions at the table that have no particulars.
const PLAIN: [(&str, Table); 5] = [
    ("hold", Table::Hold),
    ("waive", Table::Waive),
    ("walk_out", Table::WalkOut),
    ("sign", Table::Sign),
    ("accept_bargain", Table::AcceptBargain),
];

/// Makes a decision about a clause.
type AboutClause = fn(ClauseId) -> Table;

/// Decisions at the table about one clause.
const ABOUT: [(&str, AboutClause); 5] = [
    ("accept", Table::Accept),
    ("clarify", Table::Clarify),
    ("harden", Table::Harden),
    ("withdraw", Table::Withdraw),
    ("probe", Table::Probe),
];

/// So much of a text that is no decision is quoted, in characters.
pub const QUOTED: usize = 80;

/// Why a text is no decision.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct NotationError {
    /// What was expected: `clause`.
    pub what: &'static str,
    /// What was found.
    pub found: String,
    /// What to write instead.
    pub help: Option<String>,
}

impl fmt::Display for NotationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let found = excerpt(&self.found, QUOTED);
        write!(f, "\"{found}\" is not a {}", self.what)?;
        self.help
            .as_ref()
            .map_or(Ok(()), |help| write!(f, "; {help}"))
    }
}

/// A plan as text, part by part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanWords {
    /// To the world.
    pub say: String,
    /// At the table.
    pub table: String,
    /// In the field.
    pub field: String,
    /// The card, or `none`.
    pub card: String,
}

impl fmt::Display for PlanWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {} {} {}",
            self.say, self.table, self.field, self.card
        )
    }
}

/// The notation of a statement.
pub fn write_say(say: Say) -> &'static str {
    name(&SAYS, say)
}

/// Reads a statement.
///
/// # Errors
/// If it is none.
pub fn read_say(text: &str) -> Result<Say, NotationError> {
    find("statement", &SAYS, text)
}

/// The word with which decisions of a kind at the table begin.
pub const fn write_table_kind(kind: TableKind) -> &'static str {
    match kind {
        TableKind::Hold => "hold",
        TableKind::Offer => "offer",
        TableKind::Accept => "accept",
        TableKind::Clarify => "clarify",
        TableKind::Harden => "harden",
        TableKind::Withdraw => "withdraw",
        TableKind::Waive => "waive",
        TableKind::Probe => "probe",
        TableKind::WalkOut => "walk_out",
        TableKind::Sign => "sign",
        TableKind::Bargain => "bargain",
        TableKind::AcceptBargain => "accept_bargain",
    }
}

/// The notation of an act in the field.
pub fn write_field(field: Field) -> &'static str {
    name(&FIELDS, field)
}

/// Reads an act in the field.
///
/// # Errors
/// If it is none.
pub fn read_field(text: &str) -> Result<Field, NotationError> {
    find("act in the field", &FIELDS, text)
}

impl Text {
    /// The notation of a decision at the table.
    pub fn write_table(&self, table: Table) -> String {
        let about = |verb: &str, clause: ClauseId| format!("{verb}:{}", self.clause(clause).id);
        match table {
            Table::Hold => "hold".into(),
            Table::Offer(Offer {
                clause,
                level,
                wording,
                channel,
            }) => format!(
                "{}:{}:{}:{}",
                about("offer", clause),
                level.0,
                name(&WORDINGS, wording),
                name(&CHANNELS, channel)
            ),
            Table::Accept(clause) => about("accept", clause),
            Table::Clarify(clause) => about("clarify", clause),
            Table::Harden(clause) => about("harden", clause),
            Table::Withdraw(clause) => about("withdraw", clause),
            Table::Waive => "waive".into(),
            Table::Probe(clause) => about("probe", clause),
            Table::WalkOut => "walk_out".into(),
            Table::Sign => "sign".into(),
            Table::Bargain(terms) => format!("bargain:{}", name(&TERMS, terms)),
            Table::AcceptBargain => "accept_bargain".into(),
        }
    }

    /// Reads a decision at the table.
    ///
    /// # Errors
    /// If it is none.
    pub fn read_table(&self, text: &str) -> Result<Table, NotationError> {
        let parts: Vec<&str> = text.split(':').collect();
        let usage = |usage: &str| NotationError {
            what: "decision at the table",
            found: text.to_owned(),
            help: Some(format!("write {usage}")),
        };
        if let Some((verb, make)) = ABOUT.iter().find(|(verb, _)| *verb == parts[0]) {
            return match parts.as_slice() {
                [_, clause] => Ok(make(self.read_clause(clause)?)),
                _ => Err(usage(&format!("{verb}:CLAUSE"))),
            };
        }
        match parts.as_slice() {
            ["offer", clause, level, wording, channel] => Ok(Table::Offer(Offer {
                clause: self.read_clause(clause)?,
                level: read_level(level)?,
                wording: find("wording", &WORDINGS, wording)?,
                channel: find("channel", &CHANNELS, channel)?,
            })),
            ["offer", ..] => Err(usage("offer:CLAUSE:LEVEL:clear|vague:open|back|mediator")),
            ["bargain", terms] => Ok(Table::Bargain(find("kind of bargain", &TERMS, terms)?)),
            ["bargain", ..] => Err(usage("bargain:halfway or bargain:theirs")),
            _ => {
                let plain = PLAIN.iter().find(|(name, _)| *name == text);
                let verbs = PLAIN.iter().map(|(name, _)| *name);
                let verbs = verbs.chain(ABOUT.iter().map(|(verb, _)| *verb));
                let help = suggest::help(parts[0], verbs.chain(["offer", "bargain"]));
                plain
                    .map(|(_, table)| *table)
                    .ok_or(NotationError { help, ..usage("") })
            }
        }
    }

    /// Reads the id of a clause.
    ///
    /// # Errors
    /// If there is none of that name.
    pub fn read_clause(&self, text: &str) -> Result<ClauseId, NotationError> {
        let ids = self.clauses.iter().map(|clause| clause.id.as_str());
        find_among("clause", self.clause_named(text), text, ids)
    }

    /// Reads the id of a side, its role or its capital.
    ///
    /// # Errors
    /// If there is none of that name.
    pub fn read_side(&self, text: &str) -> Result<Side, NotationError> {
        let ids = self.sides.0.iter().map(|side| side.id.as_str());
        find_among(
            "side",
            self.side_named(text),
            text,
            ids.chain(["presser", "holder"]),
        )
    }

    /// The notation of a card, or of none.
    pub fn write_card(&self, side: Side, card: Option<CardId>) -> &str {
        card.map_or(NO_CARD, |card| &self.card(side, card).id)
    }

    /// Reads a card of the side's deck, or `none`.
    ///
    /// # Errors
    /// If there is none of that name.
    pub fn read_card(&self, side: Side, text: &str) -> Result<Option<CardId>, NotationError> {
        if text == NO_CARD {
            return Ok(None);
        }
        let ids = self.sides[side].cards.iter().map(|card| card.id.as_str());
        let at = ids
            .clone()
            .position(|id| id == text)
            .map(|at| Some(CardId(at as u8)));
        find_among("card of this side", at, text, ids.chain([NO_CARD]))
    }

    /// The notation of an event.
    pub fn write_event(&self, event: EventId) -> &str {
        &self.event(event).id
    }

    /// Reads the id of an event.
    ///
    /// # Errors
    /// If there is none of that name.
    pub fn read_event(&self, text: &str) -> Result<EventId, NotationError> {
        let ids = self.events.iter().map(|event| event.id.as_str());
        let at = ids
            .clone()
            .position(|id| id == text)
            .map(|at| EventId(at as u8));
        find_among("event", at, text, ids)
    }

    /// The notation of an answer to an event.
    pub fn write_choice(&self, event: EventId, choice: ChoiceId) -> &str {
        &self.choice(event, choice).id
    }

    /// Reads an answer to an event.
    ///
    /// # Errors
    /// If the event offers none of that name.
    pub fn read_choice(&self, event: EventId, text: &str) -> Result<ChoiceId, NotationError> {
        let ids = self
            .event(event)
            .choices
            .iter()
            .map(|choice| choice.id.as_str());
        let at = ids
            .clone()
            .position(|id| id == text)
            .map(|at| ChoiceId(at as u8));
        find_among("choice", at, text, ids)
    }

    /// The notation of a side's plan.
    pub fn write_plan(&self, side: Side, plan: &Plan) -> PlanWords {
        PlanWords {
            say: write_say(plan.say).into(),
            table: self.write_table(plan.table),
            field: write_field(plan.field).into(),
            card: self.write_card(side, plan.card).into(),
        }
    }

    /// Reads a side's plan.
    ///
    /// # Errors
    /// If a part of it is no decision.
    pub fn read_plan(&self, side: Side, words: &PlanWords) -> Result<Plan, NotationError> {
        Ok(Plan {
            say: read_say(&words.say)?,
            table: self.read_table(&words.table)?,
            field: read_field(&words.field)?,
            card: self.read_card(side, &words.card)?,
        })
    }
}

fn name<T: Copy + PartialEq>(names: &[(&'static str, T)], value: T) -> &'static str {
    // The lists above name every value, which the tests hold.
    names
        .iter()
        .find(|(_, named)| *named == value)
        .map_or("", |(name, _)| name)
}

fn find<T: Copy>(
    what: &'static str,
    names: &[(&'static str, T)],
    text: &str,
) -> Result<T, NotationError> {
    let found = names
        .iter()
        .find(|(name, _)| *name == text)
        .map(|(_, value)| *value);
    find_among(what, found, text, names.iter().map(|(name, _)| *name))
}

fn find_among<'a, T>(
    what: &'static str,
    found: Option<T>,
    text: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Result<T, NotationError> {
    found.ok_or_else(|| NotationError {
        what,
        found: text.to_owned(),
        help: suggest::help(text, known),
    })
}

fn read_level(text: &str) -> Result<Level, NotationError> {
    let level = text
        .parse()
        .ok()
        .filter(|level| *level < Level::COUNT)
        .map(Level);
    find_among("level", level, text, ["0", "1", "2", "3", "4"].into_iter())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;

    /// Every decision at the table that can be written in the scenario.
    fn tables(text: &Text) -> Vec<Table> {
        let mut all: Vec<Table> = PLAIN.iter().map(|(_, table)| *table).collect();
        all.extend([
            Table::Bargain(Terms::Halfway),
            Table::Bargain(Terms::Theirs),
        ]);
        for clause in (0..text.clauses.len() as u8).map(ClauseId) {
            all.extend(ABOUT.iter().map(|(_, make)| make(clause)));
            for level in Level::all() {
                for wording in Wording::ALL {
                    for channel in Channel::ALL {
                        all.push(Table::Offer(Offer {
                            clause,
                            level,
                            wording,
                            channel,
                        }));
                    }
                }
            }
        }
        all
    }

    #[test]
    fn a_side_is_known_by_its_id_its_role_and_its_capital() {
        let text = Scenario::load("gulf").expect("gulf is sound").text;
        for name in ["us", "presser", "Washington", "washington"] {
            assert_eq!(text.read_side(name), Ok(Side::Presser), "{name}");
        }
        for name in ["iran", "holder", "Tehran", "TEHRAN"] {
            assert_eq!(text.read_side(name), Ok(Side::Holder), "{name}");
        }
        assert!(text.read_side("Teheran").is_err());
    }

    #[test]
    fn every_decision_reads_back_as_it_was_written() {
        let text = Scenario::load("gulf").expect("gulf is sound").text;
        for say in Say::ALL {
            assert_eq!(read_say(write_say(say)), Ok(say));
        }
        for field in Field::ALL {
            assert_eq!(read_field(write_field(field)), Ok(field));
        }
        for table in tables(&text) {
            assert_eq!(text.read_table(&text.write_table(table)), Ok(table));
        }
        for side in Side::BOTH {
            let cards = (0..text.sides[side].cards.len() as u8).map(|n| Some(CardId(n)));
            for card in cards.chain([None]) {
                let plan = Plan {
                    card,
                    ..Plan::DEFAULT
                };
                assert_eq!(
                    text.read_plan(side, &text.write_plan(side, &plan)),
                    Ok(plan)
                );
            }
        }
        for event in (0..text.events.len() as u8).map(EventId) {
            assert_eq!(text.read_event(text.write_event(event)), Ok(event));
            for choice in (0..text.event(event).choices.len() as u8).map(ChoiceId) {
                assert_eq!(
                    text.read_choice(event, text.write_choice(event, choice)),
                    Ok(choice)
                );
            }
        }
    }

    #[test]
    fn what_is_no_decision_is_refused_with_a_remedy() {
        let text = Scenario::load("gulf").expect("gulf is sound").text;
        let refused = |table: &str| match text.read_table(table) {
            Ok(table) => panic!("{table:?} was read"),
            Err(error) => error.to_string(),
        };
        let report = [
            refused("offer:misiles:3:vague:back"),
            refused("offer:missiles:7:vague:back"),
            refused("offer:missiles:3:vage:back"),
            refused("offer:missiles:3"),
            refused("acept:missiles"),
            refused("accept"),
            refused("bargain"),
            refused("hold:missiles"),
            refused(""),
        ];
        insta::assert_snapshot!(report.join("\n"));
    }
}
