//! The decisions at the table in the order in which they deserve to be thought about.

use super::playout::{bargain, gain};
use crate::negotiator::evaluate;
use crate::rules::clause::{Channel, Level, Wording};
use crate::rules::legal::Legal;
use crate::rules::plan::{Offer, Plan, Table, Terms};
use crate::rules::side::{PerSide, Side};
use crate::rules::state::State;
use crate::rules::tables::Tables;

/// How much of what a decision brings at once counts, in percent: most of what an offer is
/// worth comes later.
const AT_ONCE: i32 = 50;

/// The legal decisions of a side, the most promising first.
pub fn menu(t: &Tables, state: &State, side: Side, legal: &Legal) -> Vec<Table> {
    in_order(legal, |table| promise(t, state, side, table))
}

/// The same, by what each brings at once too.
pub fn tried_menu(t: &Tables, state: &State, side: Side, legal: &Legal) -> Vec<Table> {
    let at_once = |table: Table| {
        let mut after = *state;
        let mut plans = PerSide([Plan::DEFAULT; 2]);
        plans[side].table = table;
        after.resolve(t, plans, &mut ());
        evaluate(t, &after)[side]
    };
    let idle = at_once(Table::Hold);
    in_order(legal, |table| {
        promise(t, state, side, table) + (at_once(table) - idle) * AT_ONCE / 100
    })
}

fn in_order(legal: &Legal, promise: impl Fn(Table) -> i32) -> Vec<Table> {
    let mut order: Vec<(i32, Table)> = (legal.tables())
        .map(|table| (promise(table), table))
        .collect();
    order.sort_by_key(|&(promise, _)| std::cmp::Reverse(promise));
    order.into_iter().map(|(_, table)| table).collect()
}

/// How promising a decision looks before any search, in tenths of a point or so.
fn promise(t: &Tables, state: &State, side: Side, table: Table) -> i32 {
    match table {
        Table::Sign => 200,
        Table::Hold => 150,
        Table::AcceptBargain => 120,
        Table::Waive => 40,
        Table::Bargain(Terms::Halfway) => 60,
        Table::Bargain(Terms::Theirs) | Table::WalkOut => 20,
        Table::Accept(id) => {
            let clause = state.common.clause(id);
            let level = clause.on_offer(side.other()).level;
            let made = clause.standing[side.other()].is_some();
            if state.own[side].crosses(side, id, level) {
                -100
            } else {
                (if made { 150 } else { 40 }) + 4 * bargain(t, state, side, id, level)
            }
        }
        Table::Clarify(_) => 45,
        Table::Harden(_) => 15,
        Table::Withdraw(id) => -gain(t, state, side, id, state.common.clause(id).level),
        Table::Probe(_) => 10,
        Table::Offer(offer) => offer_promise(t, state, side, offer),
    }
}

/// An offer is promising if the other side is likely to take it and it is worth having.
fn offer_promise(t: &Tables, state: &State, side: Side, offer: Offer) -> i32 {
    let Offer {
        clause: id,
        level,
        wording,
        channel,
    } = offer;
    if state.own[side].crosses(side, id, level) {
        return -200;
    }
    let own = bargain(t, state, side, id, level);
    let theirs = bargain(t, state, side.other(), id, level);
    let steps = state.common.clause(id).reach(side).concession(level, side);
    // What the other would not take is only a gesture; what it would is worth its price.
    let likely = if theirs >= -15 { 60 } else { theirs / 2 };
    let far = 3 * (i32::from(Level::COUNT) - 1 - steps.abs());
    let form = match channel {
        Channel::Back => 6,
        Channel::Mediator => 4,
        Channel::Open => 0,
    } - 5 * i32::from(wording == Wording::Vague);
    2 * own + likely + far + form
}
