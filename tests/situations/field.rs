//! Under the ceasefire: force where it pays, and never where it means war for nothing.

use crate::position::Position;
use fog_of_peace::rules::plan::{Field, Plan};
use fog_of_peace::rules::side::Side::{Holder, Presser};
use fog_of_peace::rules::vocabulary::Tally;

fn does(field: Field) -> impl Fn(Plan) -> bool {
    move |plan| plan.field == field
}

fn shoots(plan: Plan) -> bool {
    matches!(plan.field, Field::Strike | Field::AllOut)
}

#[test]
fn washington_does_not_strike_at_tension_95() {
    Position::of(Presser).tension(95).last_round().never(shoots);
}

#[test]
fn tehran_does_not_strike_at_tension_95() {
    Position::of(Holder).tension(95).last_round().never(shoots);
}

#[test]
fn nobody_strikes_on_the_brink_with_rounds_to_go() {
    Position::of(Presser)
        .tension(88)
        .rounds_left(4)
        .never(shoots);
}

#[test]
fn a_cornered_side_does_not_go_all_out_on_the_brink_of_war() {
    let cornered = Position::of(Holder).tension(90).strength(25);
    cornered.last_round().never(does(Field::AllOut));
}

#[test]
fn a_side_about_to_be_recalled_goes_all_out_where_it_is_calm() {
    let desperate = Position::of(Holder)
        .tension(10)
        .hope(100)
        .pressure(979)
        .strain(100)
        .face(25)
        .drift(3);
    desperate.last_round().mostly(does(Field::AllOut));
}

#[test]
fn a_blow_is_answered_when_an_objective_asks_for_one_and_it_is_calm() {
    let calm = Position::of(Holder)
        .objectives(["answer-blows", "signed-and-sealed"])
        .tension(20)
        .face(60);
    calm.last_round().mostly(does(Field::Strike));
}

#[test]
fn nobody_breaks_the_quiet_summer_that_its_objective_asks_for() {
    let quiet = Position::of(Presser)
        .mood("maximalist")
        .objectives(["quiet-summer", "midterms"])
        .tension(20);
    quiet.last_round().never(does(Field::Strike));
}

#[test]
fn saboteurs_go_out_under_thick_fog_when_an_objective_asks_for_a_third_act() {
    let foggy = Position::of(Presser)
        .objectives(["quiet-hands", "midterms"])
        .did(Tally::Covert, 2)
        .fog(95);
    foggy.last_round().mostly(does(Field::Covert));
}

#[test]
fn no_deniable_boats_go_out_in_clear_air_at_high_tension() {
    let clear = Position::of(Holder).fog(5).tension(90);
    clear.last_round().never(does(Field::Covert));
}

#[test]
fn the_grip_is_tightened_when_an_objective_asks_for_its_third_step() {
    let grip = Position::of(Presser)
        .objectives(["screws", "midterms"])
        .grip(2)
        .fog(10)
        .their_strain(62);
    grip.last_round().mostly(does(Field::Squeeze));
}

#[test]
fn lanes_are_closed_when_an_objective_asks_for_dear_oil() {
    let cheap = Position::of(Holder)
        .objectives(["price-of-siege", "signed-and-sealed"])
        .grip(1)
        .their_grip(4)
        .tension(43)
        .away();
    cheap.last_round().mostly(does(Field::Squeeze));
}

#[test]
fn oil_just_cheap_enough_is_not_made_dear_again() {
    let cheap = Position::of(Presser)
        .objectives(["pump-price", "midterms"])
        .grip(0)
        .their_grip(4)
        .tension(12);
    let tightens = |plan: Plan| matches!(plan.field, Field::Squeeze | Field::Strike);
    cheap.last_round().never(tightens);
}

#[test]
fn a_second_gesture_is_made_when_an_objective_asks_for_two() {
    let eased = Position::of(Holder)
        .objectives(["good-neighbour", "signed-and-sealed"])
        .did(Tally::Ease, 1)
        .grip(2)
        .tension(34);
    eased.last_round().mostly(does(Field::Ease));
}

#[test]
fn arms_are_rebuilt_when_that_reaches_the_strength_an_objective_asks_for() {
    let rearming = Position::of(Holder)
        .objectives(["rebuild", "signed-and-sealed"])
        .strength(67)
        .tension(66)
        .fog(80);
    rearming.last_round().mostly(does(Field::BuildUp));
}

#[test]
fn a_threat_that_falls_due_is_carried_out_when_an_objective_counts_the_broken_ones() {
    let due = Position::of(Presser)
        .objectives(["meant-it", "midterms"])
        .did(Tally::Threaten, 2)
        .threatened(1)
        .tension(20);
    due.last_round()
        .mostly(|plan| matches!(plan.field, Field::Squeeze | Field::Strike));
}

#[test]
fn no_third_incident_is_risked_when_an_objective_counts_them() {
    let counted = Position::of(Presser)
        .objectives(["quiet-summer", "midterms"])
        .incidents(2)
        .tension(20)
        .fog(5);
    counted
        .last_round()
        .never(|plan| matches!(plan.field, Field::Covert | Field::Strike));
}

#[test]
fn a_last_blow_is_dealt_where_it_is_calm_when_an_objective_asks_to_degrade_them() {
    let calm = Position::of(Presser)
        .objectives(["degrade", "midterms"])
        .their_strength(53)
        .tension(15)
        .fog(5);
    calm.last_round().mostly(does(Field::Strike));
}
