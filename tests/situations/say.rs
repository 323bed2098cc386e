//! Words: cheap as a rule, and sometimes all that is needed.

use crate::position::Position;
use fog_of_peace::rules::plan::{Plan, Say};
use fog_of_peace::rules::side::Side::{Holder, Presser};
use fog_of_peace::rules::vocabulary::Tally;

fn soothes(plan: Plan) -> bool {
    matches!(plan.say, Say::Progress | Say::Blame)
}

#[test]
fn home_is_soothed_when_a_point_of_pressure_decides_an_objective() {
    let restless = Position::of(Holder)
        .objectives(["outlast", "signed-and-sealed"])
        .pressure(655)
        .away();
    restless.last_round().mostly(soothes);
}

#[test]
fn home_is_soothed_when_a_word_decides_whether_the_negotiator_is_recalled() {
    let brink = Position::of(Presser)
        .pressure(972)
        .drift(3)
        .tension(20)
        .fog(5) // nobody rallies to a strike in clear air
        .away()
        .spent();
    brink.last_round().mostly(soothes);
}

#[test]
fn a_second_threat_is_made_in_the_last_round_when_an_objective_asks_for_two() {
    let once = Position::of(Presser)
        .objectives(["meant-it", "midterms"])
        .did(Tally::Threaten, 1)
        .tension(20);
    once.last_round().mostly(|plan| plan.say == Say::Threaten);
}

#[test]
fn nobody_threatens_oil_out_of_the_price_that_its_objective_asks_for() {
    let cheap = Position::of(Presser)
        .objectives(["pump-price", "midterms"])
        .grip(0)
        .their_grip(1)
        .tension(45);
    cheap.last_round().never(|plan| plan.say == Say::Threaten);
}

#[test]
fn nobody_threatens_a_capital_about_to_fall_while_its_fall_means_war() {
    let shaking = Position::of(Presser)
        .tension(76)
        .hope(85)
        .fog(10)
        .their_pressure(92);
    shaking.last_round().never(|plan| plan.say == Say::Threaten);
}
