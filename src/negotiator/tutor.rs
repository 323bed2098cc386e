//! The tutor: the opponent of a guided first game. It follows a list that is kept with the
//! guide, whatever is done to it, and does what on the list is legal.

use super::{Negotiator, Seating};
use crate::rules::plan::{ChoiceId, Decision, EventId, Field, Plan, Say, Table};
use crate::rules::state::Ask;
use crate::rules::tables::Tables;
use crate::rules::view::View;
use crate::scenario::Text;
use crate::scenario::notation::{NotationError, read_field, read_say};
use serde::Deserialize;
use std::collections::BTreeMap;

const SOURCE: &str = include_str!("../../assets/guide/tutor.ron");

/// The list as it is written, in the notation of decisions.
#[derive(Deserialize, Default)]
struct Written {
    turns: Vec<WrittenTurn>,
    answers: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct WrittenTurn {
    say: String,
    table: Vec<String>,
    field: Vec<String>,
}

/// What is done in one round.
struct Turn {
    say: Say,
    tables: Vec<Table>,
    fields: Vec<Field>,
}

/// The tutor at work.
pub(super) struct Tutor {
    turns: Vec<Turn>,
    answers: Vec<(EventId, ChoiceId)>,
}

impl Tutor {
    /// In this seat. Of a scenario that has not what the list names, it does the rest.
    pub fn new(at: &Seating<'_>) -> Self {
        // A test reads the file; without it the tutor would hold the line.
        let written: Written = ron::from_str(SOURCE).unwrap_or_default();
        let text = &at.scenario.text;
        let turns = written.turns.iter().map(|turn| turn.read(text));
        let answer = |(event, choice): (&String, &String)| {
            let event = text.read_event(event).ok()?;
            Some((event, text.read_choice(event, choice).ok()?))
        };
        Self {
            turns: turns.collect(),
            answers: written.answers.iter().filter_map(answer).collect(),
        }
    }

    fn plan(&self, t: &Tables, view: &View) -> Plan {
        let legal = view.legal(t);
        let at = usize::from(view.common.round).saturating_sub(1);
        let Some(turn) = self.turns.get(at).or(self.turns.last()) else {
            return Plan::DEFAULT;
        };
        let table = turn.tables.iter().find(|&&table| legal.allows_table(table));
        let field = turn.fields.iter().find(|&&field| legal.allows_field(field));
        Plan {
            say: turn.say,
            table: table.copied().unwrap_or(Table::Hold),
            field: field.copied().unwrap_or(Field::HoldFire),
            card: None,
        }
    }
}

impl WrittenTurn {
    fn read(&self, text: &Text) -> Turn {
        fn known<T>(all: &[String], read: impl Fn(&str) -> Result<T, NotationError>) -> Vec<T> {
            all.iter().filter_map(|one| read(one).ok()).collect()
        }
        Turn {
            say: read_say(&self.say).unwrap_or(Plan::DEFAULT.say),
            tables: known(&self.table, |one| text.read_table(one)),
            fields: known(&self.field, read_field),
        }
    }
}

impl Negotiator for Tutor {
    fn decide(&mut self, t: &Tables, view: &View) -> Decision {
        match view.ask(t) {
            Some(Ask::Choice(event)) => {
                let listed = self.answers.iter().find(|(of, _)| *of == event);
                Decision::Choice(listed.map_or(ChoiceId(0), |(_, choice)| *choice))
            }
            _ => Decision::Plan(self.plan(t, view)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::negotiator::Stop;
    use crate::rules::deal::Length;
    use crate::rules::side::Side;
    use crate::rules::state::State;
    use crate::scenario::Scenario;

    #[test]
    fn all_that_is_on_the_list_is_known_in_the_scenario_of_the_first_game() {
        let gulf = Scenario::load("gulf").unwrap();
        let written: Written = ron::from_str(SOURCE).unwrap();
        for turn in &written.turns {
            let read = turn.read(&gulf.text);
            assert_eq!(read.tables.len(), turn.table.len(), "{:?}", turn.table);
            assert_eq!(read.fields.len(), turn.field.len(), "{:?}", turn.field);
            assert!(read_say(&turn.say).is_ok());
        }
        let stop = Stop::default();
        let tutor = Tutor::new(&Seating::new(&gulf, Side::Holder, 1, &stop));
        assert_eq!(tutor.answers.len(), written.answers.len());
    }

    #[test]
    fn what_is_not_allowed_is_passed_over() {
        let gulf = Scenario::load("gulf").unwrap();
        let stop = Stop::default();
        let tutor = Tutor::new(&Seating::new(&gulf, Side::Holder, 1, &stop));
        let mut state = State::deal(&gulf.tables, 1, Length::Short, &mut ());
        state.common.round = 2;
        let plan = tutor.plan(&gulf.tables, &View::of(&gulf.tables, &state, Side::Holder));
        assert_eq!(plan.table, Table::Hold, "only a cornered side may bargain");
        assert_eq!(plan.field, Field::Covert);
    }
}
