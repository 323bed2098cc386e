//! Clauses one by one: what is taken, what is left, and what an objective asks of the table.

use crate::gulf::*;
use crate::position::Position;
use fog_of_peace::rules::clause::Channel;
use fog_of_peace::rules::plan::Table;
use fog_of_peace::rules::side::Side::{Holder, Presser};
use fog_of_peace::rules::vocabulary::Tally;

#[test]
fn washington_takes_an_offer_at_its_own_ideal() {
    let offered = Position::of(Presser).they_offer(STOCKPILE, 0, Channel::Open);
    offered
        .last_round()
        .mostly(|plan| plan.table == Table::Accept(STOCKPILE));
}

#[test]
fn tehran_takes_an_offer_at_its_own_ideal() {
    let offered = Position::of(Holder)
        .mood("dealer")
        .they_offer(SANCTIONS, 4, Channel::Open);
    offered
        .last_round()
        .mostly(|plan| plan.table == Table::Accept(SANCTIONS));
}

#[test]
fn of_two_offers_the_better_is_taken() {
    let two = Position::of(Presser)
        .they_offer(STOCKPILE, 1, Channel::Open)
        .they_offer(ALLIES, 1, Channel::Open);
    two.last_round()
        .mostly(|plan| plan.table == Table::Accept(STOCKPILE));
}

#[test]
fn a_dear_clause_is_not_given_away_at_the_others_ideal() {
    let dear = Position::of(Presser).mood("staller").last_round();
    dear.never(|plan| plan.table == Table::Accept(SANCTIONS));
}

#[test]
fn what_is_asked_beyond_a_red_line_is_not_given() {
    let asked = Position::of(Holder)
        .mood("maximalist")
        .agreed(&TREATY[..3])
        .red_line(MISSILES, 3)
        .stands(Presser, MISSILES, 1);
    asked
        .rounds_left(3)
        .never(|plan| plan.table == Table::Accept(MISSILES));
}

#[test]
fn nothing_is_offered_beyond_ones_own_red_line() {
    let near = Position::of(Presser)
        .agreed(&TREATY[..4])
        .waived()
        .they_waived()
        .red_line(SHIPPING, 1)
        .rounds_left(3);
    near.never(|plan| {
        matches!(plan.table, Table::Offer(offer) if offer.clause == SHIPPING && offer.level.0 > 1)
    });
}

#[test]
fn the_clause_that_an_objective_asks_for_is_taken() {
    let two = Position::of(Holder)
        .objectives(["assets-home", "sealed-lips"])
        .they_offer(SANCTIONS, 2, Channel::Open)
        .they_offer(ENRICHMENT, 3, Channel::Open);
    two.last_round()
        .mostly(|plan| plan.table == Table::Accept(SANCTIONS));
}

#[test]
fn a_guarantee_wanted_in_clear_words_is_clarified_in_time() {
    let vague = Position::of(Holder)
        .objectives(["never-again", "sealed-lips"])
        .vague(GUARANTEES, 3);
    vague
        .last_round()
        .mostly(|plan| plan.table == Table::Clarify(GUARANTEES));
}

#[test]
fn the_material_that_an_objective_keeps_is_not_sold_in_the_last_hour() {
    let tempted = Position::of(Holder)
        .objectives(["keep-material", "sealed-lips"])
        .agreed(&[(SHIPPING, 2), (SANCTIONS, 2)])
        .they_offer(STOCKPILE, 2, Channel::Open);
    tempted
        .last_round()
        .never(|plan| plan.table == Table::Accept(STOCKPILE));
}

#[test]
fn what_costs_dear_and_buys_nothing_is_torn_up_while_there_is_time() {
    let dear = Position::of(Presser)
        .mood("staller")
        .agreed(&[(SANCTIONS, 4)]);
    dear.rounds_left(1)
        .mostly(|plan| plan.table == Table::Withdraw(SANCTIONS));
}

#[test]
fn a_clause_that_an_objective_counts_is_not_withdrawn_from() {
    let counted = Position::of(Presser)
        .mood("staller")
        .objectives(["know-them", "midterms"])
        .did(Tally::Probe, 3)
        .agreed(&[(SANCTIONS, 2), (STOCKPILE, 2)]);
    counted
        .rounds_left(1)
        .never(|plan| matches!(plan.table, Table::Withdraw(_)));
}

#[test]
fn a_second_step_back_is_taken_when_an_objective_asks_for_two() {
    let stepped = Position::of(Presser)
        .objectives(["raise-price", "midterms"])
        .did(Tally::Harden, 1)
        .agreed(&TREATY[..2])
        .stands(Presser, MISSILES, 1);
    stepped
        .last_round()
        .mostly(|plan| matches!(plan.table, Table::Harden(_)));
}

#[test]
fn a_chair_is_left_empty_when_an_objective_asks_for_it() {
    let seated = Position::of(Presser)
        .objectives(["empty-chair", "midterms"])
        .face(55);
    seated
        .rounds_left(1)
        .mostly(|plan| plan.table == Table::WalkOut);
}

#[test]
fn a_third_clause_is_probed_when_an_objective_asks_for_three() {
    let curious = Position::of(Presser)
        .objectives(["know-them", "midterms"])
        .did(Tally::Probe, 2)
        .agreed(&TREATY[..2]);
    curious
        .last_round()
        .mostly(|plan| matches!(plan.table, Table::Probe(_)));
}

#[test]
fn a_precondition_that_an_objective_keeps_is_kept() {
    let keeping = Position::of(Holder)
        .objectives(["hold-precondition", "signed-and-sealed"])
        .agreed(&TREATY[..2]);
    keeping
        .rounds_left(1)
        .never(|plan| plan.table == Table::Waive);
}

#[test]
fn hands_are_kept_free_of_the_guarantee_that_an_objective_forbids() {
    let free = Position::of(Presser)
        .objectives(["free-hands", "midterms"])
        .agreed(&TREATY[..2])
        .they_offer(GUARANTEES, 2, Channel::Open)
        .they_offer(ALLIES, 2, Channel::Open);
    free.last_round()
        .mostly(|plan| matches!(plan.table, Table::Accept(id) if id != GUARANTEES));
}

#[test]
fn the_material_that_an_objective_wants_out_is_taken_at_the_level_it_names() {
    let two = Position::of(Presser)
        .mood("dealer")
        .objectives(["material-out", "know-them"])
        .they_offer(STOCKPILE, 2, Channel::Open)
        .they_offer(SHIPPING, 0, Channel::Open);
    two.last_round()
        .mostly(|plan| plan.table == Table::Accept(STOCKPILE));
}
