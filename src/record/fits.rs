//! Whether a state read from a file is one that a scenario's tables can be asked about.

use crate::rules::clause::{Clause, ClauseSet, Level};
use crate::rules::meter::Tenths;
use crate::rules::side::Side;
use crate::rules::state::{Private, State};
use crate::rules::tables::Tables;

/// The tightest grip that any scenario may allow.
const MAX_GRIP: u8 = 10;

/// Whether every number in the state that stands for a place in the tables is one, and every
/// quantity lies in its range; what does not fit must not be shown.
pub fn fits(t: &Tables, state: &State) -> bool {
    let c = &state.common;
    let event = |id: crate::rules::plan::EventId| usize::from(id.0) < t.events.len();
    let meters = [c.tension, c.fog, c.hope, c.face.0[0], c.face.0[1]];
    meters.into_iter().all(in_range)
        && (-500..=500).contains(&c.shock.0)
        && c.clauses.agenda() == t.agenda()
        && c.clauses.iter().all(clause)
        && c.grip.0.iter().all(|&grip| grip <= MAX_GRIP)
        && c.event.is_none_or(event)
        && state.chance.next.is_none_or(event)
        && bits_below(
            u128::from(c.past[0]) | u128::from(c.past[1]) << 64,
            t.events.len(),
        )
        && Side::BOTH.into_iter().all(|side| {
            let cards = t.sides[side].cards.len();
            bits_below(u128::from(c.played[side]), cards) && private(t, side, &state.own[side])
        })
}

fn private(t: &Tables, side: Side, own: &Private) -> bool {
    let table = &t.sides[side];
    let meters = [own.pressure, own.strain, own.strength, own.trust];
    meters.into_iter().all(in_range)
        && usize::from(own.mood) < table.moods.len()
        && own
            .objectives
            .iter()
            .all(|&at| usize::from(at) < table.objectives.len())
        && own
            .hand
            .iter()
            .flatten()
            .all(|card| usize::from(card.0) < table.cards.len())
        && own
            .red_lines()
            .all(|line| line.clause.index() < t.clauses.len() && line.limit <= Level::TOP)
        && known_clauses(t, own.probed)
}

fn clause(clause: &Clause) -> bool {
    let standing = clause.standing.0.iter().flatten();
    let levels = clause.position.0.iter().copied();
    clause.level <= Level::TOP
        && clause.quo <= 40
        && levels
            .chain(standing.map(|offer| offer.level))
            .all(|level| level <= Level::TOP)
}

fn known_clauses(t: &Tables, set: ClauseSet) -> bool {
    bits_below(u128::from(set.0), t.clauses.len())
}

fn bits_below(bits: u128, count: usize) -> bool {
    count >= 128 || bits >> count == 0
}

fn in_range(meter: Tenths) -> bool {
    meter == meter.clamped()
}
