//! The first to concede looks beaten: how to move without being seen to.

use crate::gulf::*;
use crate::position::Position;
use fog_of_peace::rules::clause::Channel;
use fog_of_peace::rules::plan::{Plan, Table};
use fog_of_peace::rules::side::Side::{Holder, Presser};
use fog_of_peace::rules::vocabulary::Tally;

fn offers_by(plan: Plan, channel: Channel) -> bool {
    matches!(plan.table, Table::Offer(offer) if offer.channel == channel)
}

/// A fourth offer is wanted, which nobody may see; nobody has moved yet.
fn fourth_offer() -> Position {
    Position::of(Holder)
        .objectives(["sealed-lips", "signed-and-sealed"])
        .did(Tally::Offer, 3)
        .last_round()
}

#[test]
fn who_must_move_and_not_be_first_takes_the_mediators_paper() {
    let willing = fourth_offer().patience(3);
    willing.mostly(|plan| offers_by(plan, Channel::Mediator));
}

#[test]
fn who_must_move_unseen_when_the_mediator_is_tired_goes_through_the_back_door() {
    let tired = fourth_offer().patience(0);
    tired.mostly(|plan| offers_by(plan, Channel::Back));
}

#[test]
fn who_waits_for_the_other_to_blink_makes_no_first_step_in_public() {
    let waiting = Position::of(Presser)
        .objectives(["they-blink", "know-them"])
        .rounds_left(4);
    waiting.never(|plan| {
        offers_by(plan, Channel::Open) || matches!(plan.table, Table::Accept(_) | Table::Waive)
    });
}

#[test]
fn a_last_clause_is_not_bought_with_the_face_that_ratification_needs() {
    let bare = Position::of(Presser)
        .agreed(&TREATY[..4])
        .waived()
        .they_waived()
        .fog(5)
        .face(27)
        .spent();
    bare.rounds_left(2)
        .never(|plan| offers_by(plan, Channel::Open));
}
