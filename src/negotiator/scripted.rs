//! A negotiator that follows a fixed strategy, and looks one step ahead for the rest.

use super::Negotiator;
use super::foresight::Foresight;
use super::outlook::Outlook;
use super::own_dice::OwnDice;
use crate::rules::dice::Dice;
use crate::rules::plan::{ChoiceId, Decision, Field, Plan, Say, Table};
use crate::rules::state::Ask;
use crate::rules::tables::Tables;
use crate::rules::view::View;

/// A way of negotiating that can be said in a sentence.
pub(super) trait Strategy: Send {
    /// What it says to the world.
    fn say(&mut self, outlook: &Outlook, dice: &mut Dice) -> Say;
    /// What it does at the table. What turns out not to be legal counts as holding the line.
    fn table(&mut self, outlook: &Outlook, dice: &mut Dice) -> Option<Table>;
    /// What it does in the field.
    fn field(&mut self, outlook: &Outlook, dice: &mut Dice) -> Field;
}

/// A strategy at work.
pub(super) struct Scripted<S> {
    strategy: S,
    dice: OwnDice,
}

impl<S: Strategy> Scripted<S> {
    pub fn new(strategy: S, dice: OwnDice) -> Self {
        Self { strategy, dice }
    }

    fn plan(&mut self, t: &Tables, view: &View, dice: &mut Dice) -> Plan {
        let outlook = Outlook::new(t, view);
        let mut plan = follow(&mut self.strategy, &outlook, dice);
        plan.card = Foresight::new(t, view, dice).card(&outlook.legal, plan);
        plan
    }
}

/// What a strategy makes of the table, as far as it is legal, without a card.
pub(super) fn follow(strategy: &mut impl Strategy, outlook: &Outlook, dice: &mut Dice) -> Plan {
    let table = strategy.table(outlook, dice);
    let field = strategy.field(outlook, dice);
    let legal = &outlook.legal;
    Plan {
        say: strategy.say(outlook, dice),
        table: (table.filter(|&table| legal.allows_table(table))).unwrap_or(Table::Hold),
        field: if legal.allows_field(field) {
            field
        } else {
            Field::HoldFire
        },
        card: None,
    }
}

impl<S: Strategy> Negotiator for Scripted<S> {
    fn decide(&mut self, t: &Tables, view: &View) -> Decision {
        let mut dice = self.dice.at(view);
        match view.ask(t) {
            Some(Ask::Plan) => Decision::Plan(self.plan(t, view, &mut dice)),
            Some(Ask::Choice(event)) => {
                Decision::Choice(Foresight::new(t, view, &mut dice).choice(event))
            }
            None => Decision::Choice(ChoiceId(0)),
        }
    }
}
