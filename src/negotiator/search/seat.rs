//! One side of the round that is searched: its options and how they have fared.

use super::factor::Factor;
use super::menu::menu;
use super::playout;
use crate::rules::dice::Dice;
use crate::rules::legal::Legal;
use crate::rules::plan::{CardId, Field, Plan, Say, Table};
use crate::rules::side::Side;
use crate::rules::state::{HAND, State};
use crate::rules::tables::Tables;

/// Decisions at the table that are tried from the start.
const FIRST: usize = 8;

/// A side's options, factor by factor.
pub struct Seat {
    side: Side,
    tables: Vec<Table>,
    fields: [Field; Field::ALL.len()],
    cards: [Option<CardId>; HAND + 1],
    say: Factor,
    table: Factor,
    field: Factor,
    card: Factor,
    picked: Picked,
}

/// What was picked in the simulation under way, by number.
#[derive(Clone, Copy, Default)]
struct Picked {
    say: usize,
    table: usize,
    field: usize,
    card: Option<usize>,
}

impl Seat {
    /// The options of a side in a state of which it may know its part.
    pub fn new(t: &Tables, state: &State, side: Side) -> Self {
        let legal = Legal::of(t, side, &state.common, &state.own[side]);
        let tables = menu(t, state, side, &legal);
        let mut fields = [Field::HoldFire; Field::ALL.len()];
        let mut field_count = 0;
        for field in legal.fields() {
            fields[field_count] = field;
            field_count += 1;
        }
        let mut cards = [None; HAND + 1];
        let mut card_count = 1;
        for card in legal.cards() {
            cards[card_count] = Some(card);
            card_count += 1;
        }
        Self {
            side,
            say: Factor::new(Say::ALL.len()),
            table: Factor::new(tables.len()),
            field: Factor::new(field_count),
            card: Factor::new(card_count),
            tables,
            fields,
            cards,
            picked: Picked::default(),
        }
    }

    /// Picks a plan to try. Of the other side the hand is a guess that changes from state to
    /// state, so it plays a card by the playout's policy.
    pub fn pick(&mut self, t: &Tables, other: Option<&State>, dice: &mut Dice) -> Plan {
        self.picked = Picked {
            say: self.say.select(Say::ALL.len()),
            table: self.table.select(self.table.open(FIRST)),
            field: self.field.select(Field::ALL.len()),
            card: other.is_none().then(|| self.card.select(HAND + 1)),
        };
        Plan {
            say: Say::ALL[self.picked.say],
            table: self.tables[self.picked.table],
            field: self.fields[self.picked.field],
            card: match (self.picked.card, other) {
                (Some(n), _) => self.cards[n],
                (None, Some(state)) => playout::card(t, state, self.side, dice),
                (None, None) => None,
            },
        }
    }

    /// Notes what the plan brought.
    pub fn learn(&mut self, payoff: i32) {
        self.say.learn(self.picked.say, payoff);
        self.table.learn(self.picked.table, payoff);
        self.field.learn(self.picked.field, payoff);
        if let Some(card) = self.picked.card {
            self.card.learn(card, payoff);
        }
    }

    /// The plan whose parts fared best.
    pub fn best(&self) -> Plan {
        Plan {
            say: Say::ALL[self.say.best()],
            table: self.tables[self.table.best()],
            field: self.fields[self.field.best()],
            card: self.cards[self.card.best()],
        }
    }
}
