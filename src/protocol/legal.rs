//! What may be answered, as complete lists.

use crate::rules::state::Ask;
use crate::rules::view::View;
use crate::scenario::Scenario;
use crate::scenario::notation::{NO_CARD, write_field, write_say};
use serde::{Deserialize, Serialize};

/// All that may be answered. Each part of a plan is chosen from its own list; every
/// combination is legal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum LegalMessage {
    /// For a plan.
    Plan {
        /// To the world.
        say: Vec<String>,
        /// At the table.
        table: Vec<String>,
        /// In the field.
        field: Vec<String>,
        /// The card, or `none`.
        card: Vec<String>,
    },
    /// For an answer to the event.
    Choice {
        /// The answers.
        choice: Vec<String>,
    },
}

impl LegalMessage {
    /// Writes what may be answered.
    pub fn write(scenario: &Scenario, view: &View, ask: Ask) -> Self {
        let text = &scenario.text;
        match ask {
            Ask::Choice(event) => {
                let answers = scenario.tables.event(event).choices.len();
                let choices = text.event(event).choices.iter().take(answers);
                Self::Choice {
                    choice: choices.map(|choice| choice.id.clone()).collect(),
                }
            }
            Ask::Plan => {
                let legal = view.legal(&scenario.tables);
                let cards = legal.cards().map(Some);
                let cards = cards.map(|card| text.write_card(view.side, card).to_owned());
                Self::Plan {
                    say: legal.says().map(|say| write_say(say).to_owned()).into(),
                    table: legal
                        .tables()
                        .map(|table| text.write_table(table))
                        .collect(),
                    field: legal
                        .fields()
                        .map(|act| write_field(act).to_owned())
                        .collect(),
                    card: [NO_CARD.to_owned()].into_iter().chain(cards).collect(),
                }
            }
        }
    }
}
