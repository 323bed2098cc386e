//! Cards at their moment, and cards better kept.

use crate::gulf::*;
use crate::position::Position;
use fog_of_peace::rules::clause::Channel;
use fog_of_peace::rules::plan::{Field, Plan, Table};
use fog_of_peace::rules::side::Side::{self, Holder, Presser};

fn plays(side: Side, name: &str) -> impl Fn(Plan) -> bool {
    let wanted = card(side, name);
    move |plan| plan.card == Some(wanted)
}

#[test]
fn the_oil_reserve_is_opened_when_that_brings_the_price_an_objective_asks_for() {
    let dear = Position::of(Presser)
        .objectives(["pump-price", "midterms"])
        .hand(&["reserve"])
        .grip(0)
        .their_grip(4)
        .tension(26);
    dear.last_round().mostly(plays(Presser, "reserve"));
}

#[test]
fn a_second_list_is_kept_back_when_it_would_cost_the_price_an_objective_asks_for() {
    let cheap = Position::of(Presser)
        .objectives(["pump-price", "midterms"])
        .hand(&["second-list"])
        .grip(0)
        .their_grip(4)
        .tension(12);
    cheap.last_round().never(plays(Presser, "second-list"));
}

#[test]
fn a_secret_offer_is_published_when_that_makes_the_other_the_first_to_move() {
    let secret = Position::of(Presser)
        .objectives(["they-blink", "know-them"])
        .hand(&["transcript"])
        .they_offer(MISSILES, 3, Channel::Back);
    secret.last_round().mostly(plays(Presser, "transcript"));
}

#[test]
fn a_schedule_takes_the_precondition_away_while_the_hand_clarifies() {
    let busy = Position::of(Presser)
        .agreed(&TREATY[..4])
        .vague(SHIPPING, 2)
        .they_waived()
        .hand(&["take-the-letter"]);
    let letter = plays(Presser, "take-the-letter");
    busy.rounds_left(1)
        .mostly(|plan| letter(plan) && plan.table == Table::Clarify(SHIPPING));
}

#[test]
fn a_common_wording_clarifies_while_the_hand_waives() {
    let busy = Position::of(Holder)
        .objectives(["signed-and-sealed", "rebuild"])
        .agreed(&TREATY[..4])
        .agreed(&[(ENRICHMENT, 3), (ALLIES, 3)])
        .vague(SHIPPING, 2)
        .they_waived()
        .fog(75)
        .tension(30)
        .hand(&["common-wording"]);
    let wording = plays(Holder, "common-wording");
    busy.rounds_left(1)
        .mostly(|plan| wording(plan) && plan.table == Table::Waive);
}

#[test]
fn three_good_offers_are_taken_at_once() {
    let three = Position::of(Presser)
        .they_offer(STOCKPILE, 1, Channel::Open)
        .they_offer(INSPECTIONS, 1, Channel::Open)
        .they_offer(ENRICHMENT, 1, Channel::Open)
        .hand(&["all-at-once"]);
    let package = plays(Presser, "all-at-once");
    three
        .last_round()
        .mostly(|plan| package(plan) && matches!(plan.table, Table::Accept(_)));
}

#[test]
fn bread_is_rationed_when_that_brings_the_strain_an_objective_asks_for() {
    let strained = Position::of(Holder)
        .objectives(["bread", "signed-and-sealed"])
        .hand(&["ration-cards"])
        .strain(53)
        .their_grip(2);
    strained.last_round().mostly(plays(Holder, "ration-cards"));
}

#[test]
fn a_night_shift_and_the_workshops_together_reach_the_strength_an_objective_asks_for() {
    let rearming = Position::of(Holder)
        .objectives(["rebuild", "signed-and-sealed"])
        .hand(&["night-shift"])
        .strength(62)
        .tension(66)
        .fog(80);
    let shift = plays(Holder, "night-shift");
    rearming
        .last_round()
        .mostly(|plan| shift(plan) && plan.field == Field::BuildUp);
}

#[test]
fn no_carrier_is_sent_against_a_capital_about_to_fall_while_its_fall_means_war() {
    let shaking = Position::of(Presser)
        .hand(&["carrier"])
        .tension(78)
        .hope(85)
        .fog(10)
        .their_pressure(93);
    shaking.last_round().never(plays(Presser, "carrier"));
}

#[test]
fn a_red_line_is_saved_by_a_common_wording() {
    let vague = Position::of(Holder)
        .agreed(&TREATY[..4])
        .vague(SHIPPING, 2)
        .waived()
        .they_waived()
        .red_line(SHIPPING, 2)
        .hand(&["common-wording"]);
    vague.rounds_left(1).mostly(plays(Holder, "common-wording"));
}

#[test]
fn a_line_to_the_other_command_is_opened_on_the_brink_of_war() {
    let brink = Position::of(Presser)
        .hand(&["deconflict"])
        .tension(96)
        .hope(100);
    brink.rounds_left(3).mostly(plays(Presser, "deconflict"));
}

#[test]
fn the_militias_are_leashed_on_the_brink_of_war() {
    let brink = Position::of(Holder).hand(&["leash"]).tension(96).hope(100);
    brink.rounds_left(3).mostly(plays(Holder, "leash"));
}
