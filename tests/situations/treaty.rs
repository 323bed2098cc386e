//! A treaty within reach: the largest prize there is, and the easiest to lose by a round.

use crate::gulf::*;
use crate::position::Position;
use fog_of_peace::rules::clause::{Channel, ClauseId};
use fog_of_peace::rules::plan::{Plan, Say, Table};
use fog_of_peace::rules::side::Side::{self, Holder, Presser};

/// All is clear and nothing stands in the way.
fn ready_to_sign(side: Side) -> Position {
    Position::of(side).agreed(&TREATY).waived().they_waived()
}

/// Shipping is still open, and nothing else stands in the way.
fn one_clause_short(side: Side) -> Position {
    let four = &TREATY[..4];
    Position::of(side).agreed(four).waived().they_waived()
}

/// Takes one of these, at whatever level the other has put forward or asks for.
fn takes(clauses: &[ClauseId]) -> impl Fn(Plan) -> bool {
    move |plan| matches!(plan.table, Table::Accept(id) if clauses.contains(&id))
}

fn signs(plan: Plan) -> bool {
    plan.table == Table::Sign
}

#[test]
fn washington_signs_when_all_is_clear_and_both_would_ratify() {
    ready_to_sign(Presser).last_round().always(signs);
}

#[test]
fn tehran_signs_when_all_is_clear_and_both_would_ratify() {
    ready_to_sign(Holder).last_round().always(signs);
}

#[test]
fn washington_signs_beneath_a_signature_that_stands() {
    ready_to_sign(Presser)
        .they_signed()
        .rounds_left(1)
        .mostly(signs);
}

#[test]
fn tehran_signs_beneath_a_signature_that_stands() {
    ready_to_sign(Holder)
        .they_signed()
        .rounds_left(1)
        .mostly(signs);
}

#[test]
fn nobody_signs_what_its_own_capital_has_drawn_a_red_line_against() {
    let crossed = ready_to_sign(Presser)
        .agreed(&[(INSPECTIONS, 2)])
        .red_line(INSPECTIONS, 1);
    crossed.last_round().never(signs);
}

#[test]
fn nobody_signs_what_the_other_capital_is_known_to_refuse() {
    let crossed = ready_to_sign(Presser)
        .agreed(&[(INSPECTIONS, 1)])
        .their_red_line(STOCKPILE, 3);
    crossed.rounds_left(1).never(signs);
}

#[test]
fn nobody_signs_over_a_capital_too_restless_to_ratify() {
    let restless = ready_to_sign(Presser).pressure(850).spent();
    restless.last_round().never(signs);
}

#[test]
fn a_capital_just_too_restless_is_calmed_in_the_round_of_the_signature() {
    let restless = ready_to_sign(Presser).pressure(757).spent();
    restless
        .last_round()
        .mostly(|plan| signs(plan) && matches!(plan.say, Say::Progress | Say::Blame));
}

#[test]
fn washington_takes_a_clause_that_makes_the_treaty() {
    let offered = one_clause_short(Presser).they_offer(SHIPPING, 2, Channel::Open);
    offered
        .rounds_left(1)
        .mostly(takes(&[SHIPPING, ALLIES, ENRICHMENT]));
}

#[test]
fn tehran_takes_the_clause_that_makes_the_treaty() {
    let offered = one_clause_short(Holder).they_offer(SHIPPING, 2, Channel::Open);
    offered.rounds_left(1).mostly(takes(&[SHIPPING]));
}

#[test]
fn nobody_walks_out_one_clause_short_of_a_good_treaty() {
    let offered = one_clause_short(Holder).they_offer(SHIPPING, 2, Channel::Open);
    let restless = offered.pressure(680).rounds_left(2);
    restless.never(|plan| plan.table == Table::WalkOut);
}

#[test]
fn a_clause_that_can_be_ratified_is_taken_before_one_that_cannot() {
    let two = one_clause_short(Presser)
        .they_offer(SHIPPING, 3, Channel::Open)
        .they_offer(ALLIES, 2, Channel::Open)
        .red_line(SHIPPING, 2);
    two.rounds_left(1)
        .mostly(takes(&[ALLIES, MISSILES, ENRICHMENT]));
}

#[test]
fn even_a_dear_clause_is_performed_on_while_a_treaty_hangs_on_it() {
    let dear = one_clause_short(Presser)
        .mood("staller")
        .they_offer(SHIPPING, 2, Channel::Open);
    dear.rounds_left(2)
        .never(|plan| matches!(plan.table, Table::Withdraw(_)));
}

#[test]
fn washington_clarifies_the_last_vague_text_while_there_is_a_round_to_sign() {
    let vague = one_clause_short(Presser).vague(SHIPPING, 2).rounds_left(1);
    vague.mostly(|plan| plan.table == Table::Clarify(SHIPPING));
}

#[test]
fn tehran_clarifies_the_last_vague_text_while_there_is_a_round_to_sign() {
    let vague = one_clause_short(Holder).vague(SHIPPING, 2).rounds_left(1);
    vague.mostly(|plan| plan.table == Table::Clarify(SHIPPING));
}

#[test]
fn a_waiver_is_answered_when_nothing_else_stands_before_a_treaty() {
    let answered = Position::of(Presser).agreed(&TREATY).they_waived();
    answered
        .rounds_left(1)
        .mostly(|plan| plan.table == Table::Waive);
}

#[test]
fn tehran_answers_a_waiver_when_nothing_else_stands_before_a_treaty() {
    let answered = Position::of(Holder).agreed(&TREATY).they_waived();
    answered
        .rounds_left(1)
        .mostly(|plan| plan.table == Table::Waive);
}

#[test]
fn a_precondition_is_not_given_up_in_a_last_round_that_it_cannot_change() {
    Position::of(Holder)
        .last_round()
        .never(|plan| plan.table == Table::Waive);
}

#[test]
fn a_precondition_is_not_given_up_first_for_nothing() {
    let blinking = Position::of(Presser).objectives(["they-blink", "know-them"]);
    blinking
        .rounds_left(5)
        .never(|plan| plan.table == Table::Waive);
}
