//! What a side did in a round, part by part, as far as a reader may know.

use super::Narrator;
use crate::rules::outcome::Outcome;
use crate::rules::plan::{Field, Table};
use crate::rules::side::Side;

/// A part of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What the world heard.
    Say,
    /// What was done at the table.
    Table,
    /// What the forces did.
    Field,
    /// The card.
    Card,
}

/// One part of what a side did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// Which part.
    pub part: Part,
    /// What that part is called.
    pub label: &'static str,
    /// What was done, in words.
    pub text: String,
    /// Whether it was hidden from the other side.
    pub hidden: bool,
}

impl Narrator<'_> {
    /// What a side did in the round of these outcomes, as `viewer` knows it, or one who may
    /// know everything. An act that the viewer did not see passes for keeping the ceasefire,
    /// and a probe for holding the line.
    pub fn deeds(&self, viewer: Option<Side>, side: Side, outcomes: &[Outcome]) -> Vec<Deed> {
        let knows = |outcome: &Outcome| viewer.is_none_or(|viewer| outcome.visible_to(viewer));
        let own = viewer.is_none_or(|viewer| viewer == side);
        let deeds = outcomes.iter().filter_map(|outcome| {
            let (part, text, hidden) = match *outcome {
                Outcome::Said(who, say) if who == side => {
                    (Part::Say, self.statement(say).to_owned(), false)
                }
                Outcome::Tabled(who, table) if who == side => {
                    let hidden = !outcome.visible_to(side.other());
                    let shown = if knows(outcome) { table } else { Table::Hold };
                    (Part::Table, self.table(shown), hidden)
                }
                Outcome::Acted {
                    side: who,
                    field,
                    seen,
                } if who == side => {
                    let shown = if seen || own { field } else { Field::HoldFire };
                    let hidden = !seen && field != Field::HoldFire;
                    (Part::Field, self.act(side, shown).to_owned(), hidden)
                }
                Outcome::Played(who, card) if who == side => {
                    (Part::Card, self.card(side, card).to_owned(), false)
                }
                _ => return None,
            };
            let label = self.words.shared().get(match part {
                Part::Say => "plan.part.say",
                Part::Table => "plan.part.table",
                Part::Field => "plan.part.field",
                Part::Card => "plan.part.card",
            });
            Some(Deed {
                part,
                label,
                text,
                // Whoever does not know of it does not know that it was hidden.
                hidden: hidden && own,
            })
        });
        deeds.collect()
    }
}
