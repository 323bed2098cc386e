//! Answers to the news.

use crate::gulf::*;
use crate::position::Position;
use fog_of_peace::rules::clause::Channel;
use fog_of_peace::rules::side::Side::{Holder, Presser};
use fog_of_peace::rules::vocabulary::Tally;

#[test]
fn the_reserve_is_opened_when_it_takes_that_and_a_gesture_to_bring_oil_down() {
    let dear = Position::of(Presser)
        .objectives(["pump-price", "midterms"])
        .grip(1)
        .their_grip(1)
        .tension(52);
    dear.last_round().asked("pump").mostly_answers("reserve");
}

#[test]
fn no_bombers_are_sent_with_the_page_to_a_capital_that_would_just_ratify() {
    let signing = Position::of(Presser)
        .agreed(&TREATY)
        .waived()
        .they_waived()
        .fog(10)
        .their_pressure(72);
    signing
        .last_round()
        .asked("one-page-away")
        .mostly_answers("page");
}

#[test]
fn both_preconditions_are_dropped_through_the_host_when_a_treaty_waits_for_it() {
    let waiting = Position::of(Holder).agreed(&TREATY);
    waiting
        .last_round()
        .asked("you-first")
        .mostly_answers("drop");
}

#[test]
fn what_an_objective_keeps_sealed_is_not_told_to_the_deputies() {
    let sealed = Position::of(Holder)
        .objectives(["sealed-lips", "signed-and-sealed"])
        .did(Tally::Offer, 4)
        .we_offer(ALLIES, 3, Channel::Back);
    sealed
        .last_round()
        .asked("closed-session")
        .never_answers("answer");
}

#[test]
fn bread_is_rationed_when_an_objective_counts_the_strain() {
    let strained = Position::of(Holder)
        .objectives(["bread", "signed-and-sealed"])
        .agreed(&[(SANCTIONS, 1)])
        .strain(55)
        .their_grip(0)
        .tension(30);
    strained
        .last_round()
        .asked("bread")
        .mostly_answers("ration");
}

#[test]
fn the_militias_are_told_to_sit_still_on_the_brink_of_war() {
    let brink = Position::of(Holder).tension(92);
    brink
        .last_round()
        .asked("militias-ask")
        .mostly_answers("restrain");
}

#[test]
fn the_partner_is_refused_leave_on_the_brink_of_war() {
    let brink = Position::of(Presser).tension(92);
    brink
        .last_round()
        .asked("partner-asks-leave")
        .mostly_answers("restrain");
}

#[test]
fn no_flags_are_shown_to_the_sweepers_on_the_brink_of_war() {
    let brink = Position::of(Holder).tension(95);
    brink.last_round().asked("sweepers").never_answers("escort");
}
