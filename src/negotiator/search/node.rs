//! What a side knows where it decides, and how its options there have fared.
//!
//! The parts of a plan are picked one by one, each by a bandit of its own (decoupled UCB:
//! Tak, Lanctot and Winands 2014), and those at the table are opened a few at a time, the
//! most promising first (progressive widening: Coulom 2007).

use super::arm::{Arm, select};
use super::menu::{menu, tried_menu};
use super::playout;
use crate::rules::dice::Dice;
use crate::rules::legal::Legal;
use crate::rules::plan::{CardId, Course, Field, Plan, Say, Table};
use crate::rules::side::Side;
use crate::rules::state::State;
use crate::rules::tables::Tables;

/// Decisions at the table that are tried from the start.
const FIRST: usize = 8;
/// A node seen less often than this lets the playout's policy decide: its arms would only
/// each be tried once.
const WARM: u32 = 12;

/// One time in so many the other side does what the playout's policy would. What pays only if
/// both do it, as to sign or to waive, neither would find out by bandits that each try it
/// seldom (the stag hunt).
const SENSIBLE: u32 = 3;

/// A way of putting the decisions at the table in order.
type Menu = fn(&Tables, &State, Side, &Legal) -> Vec<Table>;

/// An information set of one side.
#[derive(Clone, Debug, Default)]
pub struct Node {
    visits: u32,
    options: Option<Box<Options>>,
}

/// The options of a side, part by part.
#[derive(Clone, Debug)]
pub struct Options {
    visits: u32,
    say: [Arm; Say::ALL.len()],
    field: [Arm; Field::ALL.len()],
    tables: Vec<Table>,
    table: Vec<Arm>,
    /// None, and the cards that were in the hand; nothing for a side whose hand is a guess.
    cards: Vec<Option<CardId>>,
    card: Vec<Arm>,
}

/// What was picked in a simulation, by number.
#[derive(Clone, Copy, Debug)]
pub struct Picked {
    say: usize,
    table: usize,
    field: usize,
    card: Option<usize>,
}

impl Node {
    /// What is known of its options.
    pub fn options(&self) -> Option<&Options> {
        self.options.as_deref()
    }

    /// Has options from the start, the most promising tables first by what each brings at once
    /// besides.
    pub fn open(&mut self, t: &Tables, state: &State, side: Side, own_hand: bool) {
        self.options
            .get_or_insert_with(|| Box::new(Options::of(t, state, side, own_hand, tried_menu)));
    }

    /// Picks a plan to try, and says what is to learn from it.
    pub fn pick(
        &mut self,
        t: &Tables,
        state: &State,
        side: Side,
        own_hand: bool,
        dice: &mut Dice,
    ) -> (Plan, Option<Picked>) {
        self.visits += 1;
        if self.options.is_none() {
            if self.visits < WARM {
                return (playout::plan(t, state, side, dice), None);
            }
            self.options = Some(Box::new(Options::of(t, state, side, own_hand, menu)));
        }
        match &mut self.options {
            Some(options) if own_hand || dice.below(SENSIBLE) > 0 => {
                options.pick(t, state, side, dice)
            }
            _ => (playout::plan(t, state, side, dice), None),
        }
    }

    /// Notes what the plan picked brought.
    pub fn learn(&mut self, picked: Picked, payoff: i32) {
        if let Some(options) = &mut self.options {
            options.learn(picked, payoff);
        }
    }
}

impl Options {
    fn of(t: &Tables, state: &State, side: Side, own_hand: bool, menu: Menu) -> Self {
        let legal = Legal::of(t, side, &state.common, &state.own[side]);
        let tables = menu(t, state, side, &legal);
        let hand = || state.own[side].hand.into_iter().flatten().map(Some);
        let cards: Vec<_> = if own_hand {
            std::iter::once(None).chain(hand()).collect()
        } else {
            Vec::new()
        };
        Self {
            visits: 0,
            say: Default::default(),
            field: Default::default(),
            table: vec![Arm::default(); tables.len()],
            tables,
            card: vec![Arm::default(); cards.len()],
            cards,
        }
    }

    fn pick(
        &mut self,
        t: &Tables,
        state: &State,
        side: Side,
        dice: &mut Dice,
    ) -> (Plan, Option<Picked>) {
        self.visits += 1;
        let legal = Legal::of(t, side, &state.common, &state.own[side]);
        let open = FIRST + self.visits.isqrt() as usize;
        let (tables, cards) = (&self.tables, &self.cards);
        let table_there =
            |n: usize| legal.allows_table(tables[n]) && !beyond_red_line(state, side, tables[n]);
        let picked = Picked {
            say: select(&mut self.say, Say::ALL.len(), |_| true).unwrap_or(0),
            field: select(&mut self.field, Field::ALL.len(), |n| {
                legal.allows_field(Field::ALL[n])
            })
            .unwrap_or(0),
            table: select(&mut self.table, open, table_there).unwrap_or(usize::MAX),
            card: select(&mut self.card, cards.len(), |n| legal.allows_card(cards[n])),
        };
        let plan = Plan {
            say: Say::ALL[picked.say],
            table: tables.get(picked.table).copied().unwrap_or(Table::Hold),
            field: Field::ALL[picked.field],
            card: match picked.card {
                Some(n) => cards[n],
                None => playout::card(t, state, side, dice),
            },
        };
        (plan, Some(picked))
    }

    fn learn(&mut self, picked: Picked, payoff: i32) {
        self.say[picked.say].learn(payoff);
        self.field[picked.field].learn(payoff);
        if let Some(arm) = self.table.get_mut(picked.table) {
            arm.learn(payoff);
        }
        if let Some(n) = picked.card {
            self.card[n].learn(payoff);
        }
    }

    /// The most tried plan of each course, as far as one was tried.
    pub fn courses(&self) -> Vec<Plan> {
        let card = ranked(&self.card).first().and_then(|&n| self.cards[n]);
        let mut best: [Option<(u64, Plan)>; Course::ALL.len()] = [None; Course::ALL.len()];
        let tables = self.tables.iter().zip(&self.table);
        for (&table, by_table) in tables.filter(|(_, arm)| arm.visits() > 0) {
            for (field, by_field) in Field::ALL.into_iter().zip(&self.field) {
                for (say, by_say) in Say::ALL.into_iter().zip(&self.say) {
                    let arms = [by_table, by_field, by_say];
                    let tried = arms.map(|arm| u64::from(arm.visits())).iter().product();
                    let plan = Plan {
                        say,
                        table,
                        field,
                        card,
                    };
                    let best = &mut best[plan.course() as usize];
                    if tried > best.map_or(0, |(most, _)| most) {
                        *best = Some((tried, plan));
                    }
                }
            }
        }
        best.into_iter().flatten().map(|(_, plan)| plan).collect()
    }

    /// The best few plans, the best first: each of the best tables with the best of the other
    /// parts, and the best of all with its parts changed one by one.
    pub fn best(&self, tables: usize) -> Vec<(Plan, u32)> {
        let says = ranked(&self.say);
        let fields = ranked(&self.field);
        let cards = ranked(&self.card);
        let table = ranked(&self.table);
        let card = |n: usize| cards.get(n).and_then(|&n| self.cards[n]);
        let first = Plan {
            say: Say::ALL[says[0]],
            table: table.first().map_or(Table::Hold, |&n| self.tables[n]),
            field: Field::ALL[fields[0]],
            card: card(0),
        };
        let weight = |arms: &[Arm], n: usize| arms.get(n).map_or(0, Arm::visits);
        let mut plans: Vec<(Plan, u32)> = (table.iter().take(tables))
            .map(|&n| {
                let table = self.tables[n];
                (Plan { table, ..first }, weight(&self.table, n))
            })
            .collect();
        let mut vary = |plan: Plan, weight: u32| {
            if weight > 0 && plans.iter().all(|(other, _)| *other != plan) {
                plans.push((plan, weight));
            }
        };
        let field = Field::ALL[fields[1]];
        vary(Plan { field, ..first }, weight(&self.field, fields[1]));
        let say = Say::ALL[says[1]];
        vary(Plan { say, ..first }, weight(&self.say, says[1]));
        if let Some(&second) = cards.get(1) {
            vary(
                Plan {
                    card: self.cards[second],
                    ..first
                },
                weight(&self.card, second),
            );
        }
        plans
    }
}

/// The arms by visits, the most visited first: that which fared best for longest.
fn ranked(arms: &[Arm]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..arms.len()).collect();
    order.sort_by_key(|&n| std::cmp::Reverse(arms[n].visits()));
    order
}

/// Whether a decision at the table would give what the side's capital never ratifies.
fn beyond_red_line(state: &State, side: Side, table: Table) -> bool {
    match table {
        Table::Offer(offer) => state.own[side].crosses(side, offer.clause, offer.level),
        Table::Accept(id) => {
            let offer = state.common.clause(id).on_offer(side.other());
            state.own[side].crosses(side, id, offer.level)
        }
        _ => false,
    }
}
