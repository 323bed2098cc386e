//! Grand bargains: everything at once, for better or worse.

use crate::gulf::*;
use crate::position::Position;
use fog_of_peace::rules::clause::Channel;
use fog_of_peace::rules::plan::{Plan, Table, Terms};
use fog_of_peace::rules::side::Side::{Holder, Presser};

fn takes_it(plan: Plan) -> bool {
    plan.table == Table::AcceptBargain
}

#[test]
fn washington_takes_a_bargain_that_makes_a_treaty() {
    let made = Position::of(Presser)
        .agreed(&TREATY[..2])
        .their_bargain(Terms::Halfway);
    made.rounds_left(1).mostly(takes_it);
}

#[test]
fn tehran_takes_a_bargain_that_makes_a_treaty() {
    let made = Position::of(Holder)
        .agreed(&TREATY[..2])
        .their_bargain(Terms::Halfway);
    made.rounds_left(1).mostly(takes_it);
}

#[test]
fn a_bargain_that_only_gives_is_refused_in_the_last_round() {
    let giving = Position::of(Presser)
        .mood("staller")
        .agreed(&[
            (ENRICHMENT, 2),
            (STOCKPILE, 1),
            (MISSILES, 2),
            (INSPECTIONS, 1),
            (ALLIES, 2),
        ])
        .their_bargain(Terms::Halfway);
    giving.last_round().never(takes_it);
}

#[test]
fn a_bargain_beyond_a_red_line_is_not_taken_where_a_clause_makes_the_treaty() {
    let two_ways = Position::of(Presser)
        .agreed(&TREATY[..4])
        .waived()
        .they_waived()
        .they_offer(SHIPPING, 2, Channel::Open)
        .red_line(ENRICHMENT, 1)
        .their_bargain(Terms::Halfway);
    two_ways.rounds_left(1).never(takes_it);
}
