//! The Gulf scenario by its short names.

use fog_of_peace::rules::clause::ClauseId;
use fog_of_peace::rules::plan::{CardId, EventId};
use fog_of_peace::rules::side::Side;
use fog_of_peace::rules::tables::Tables;
use fog_of_peace::scenario::Scenario;
use std::sync::LazyLock;

pub static GULF: LazyLock<Scenario> = LazyLock::new(|| Scenario::load("gulf").unwrap());

pub const ENRICHMENT: ClauseId = ClauseId(0);
pub const STOCKPILE: ClauseId = ClauseId(1);
pub const MISSILES: ClauseId = ClauseId(2);
pub const SANCTIONS: ClauseId = ClauseId(3);
pub const SHIPPING: ClauseId = ClauseId(4);
pub const GUARANTEES: ClauseId = ClauseId(5);
pub const INSPECTIONS: ClauseId = ClauseId(6);
pub const ALLIES: ClauseId = ClauseId(7);

/// A fair treaty, well guarded on both sides: just enough clauses to sign.
pub const TREATY: [(ClauseId, u8); 5] = [
    (STOCKPILE, 2),
    (INSPECTIONS, 1),
    (GUARANTEES, 3),
    (SANCTIONS, 3),
    (SHIPPING, 2),
];

pub fn tables() -> &'static Tables {
    &GULF.tables
}

/// A card of a side by its short name.
pub fn card(side: Side, name: &str) -> CardId {
    let cards = &GULF.text.sides[side].cards;
    CardId(cards.iter().position(|card| card.id == name).unwrap() as u8)
}

/// An event by its short name.
pub fn event(name: &str) -> EventId {
    let events = &GULF.text.events;
    EventId(events.iter().position(|event| event.id == name).unwrap() as u8)
}

/// An answer to an event by its short name.
pub fn answer(event: EventId, name: &str) -> u8 {
    let choices = &GULF.text.events[usize::from(event.0)].choices;
    choices.iter().position(|choice| choice.id == name).unwrap() as u8
}

/// A mood of a side by its short name.
pub fn mood(side: Side, name: &str) -> u8 {
    let moods = &GULF.text.sides[side].moods;
    moods.iter().position(|mood| mood.id == name).unwrap() as u8
}

/// An objective of a side by its short name.
pub fn objective(side: Side, name: &str) -> u8 {
    let known = &GULF.text.sides[side].objectives;
    known.iter().position(|known| known.id == name).unwrap() as u8
}
