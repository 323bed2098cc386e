//! Par of an exercise: what a strong player scores in the students' seat, against the same
//! opponent, on the same deal and with the same events forced.

use super::reference::Reference;
use crate::negotiator::{Level, Negotiator, Seating, Stop, Who};
use crate::record::Record;
use crate::rules::plan::{ChoiceId, Decision, Plan};
use crate::rules::score::scores;
use crate::rules::side::{PerSide, Side};
use crate::rules::state::Ask;
use crate::rules::view::View;
use rayon::prelude::*;

/// Plays so many games on the threads of the current pool, and gives the mean score in tenths
/// of a point; nothing if none was played.
pub fn par(reference: &Reference, games: u32, done: &(dyn Fn() + Sync)) -> Option<i32> {
    let played: Vec<i32> = (0..games)
        .into_par_iter()
        .map(|n| {
            let score = play(reference, u64::from(n));
            done();
            score
        })
        .collect();
    let count = i32::try_from(played.len())
        .ok()
        .filter(|&count| count > 0)?;
    Some((played.iter().sum::<i32>() + count / 2) / count)
}

/// One game. The games differ in what the players draw for themselves, not in the deal.
fn play(reference: &Reference, n: u64) -> i32 {
    let (scenario, side) = (&reference.scenario, reference.side);
    let opponent = reference.header.seats[side.other()].clone();
    let stop = Stop::default();
    let mut seats = PerSide::from_fn(|seat| {
        let strong = Who::Level(Level::Hard);
        let who = match &opponent {
            crate::record::Seat::Opponent(name) if seat != side => name.parse().unwrap_or(strong),
            _ => strong,
        };
        who.seat(&Seating::new(scenario, seat, n, &stop))
    });
    let mut record = Record::begin(reference.header.clone(), scenario).0;
    while record.state().ending().is_none() {
        for seat in Side::BOTH {
            decide(&mut record, reference, seat, &mut *seats[seat]);
        }
        if record.resolve(scenario).is_none() {
            break;
        }
    }
    scores(&scenario.tables, record.state())[side].total.get()
}

/// A decision that is against the rules counts as one that was not made.
fn decide(record: &mut Record, reference: &Reference, side: Side, who: &mut dyn Negotiator) {
    let (scenario, t) = (&reference.scenario, &reference.scenario.tables);
    let Some(ask) = record.state().ask(t, side) else {
        return;
    };
    let decision = who.decide(t, &View::of(t, record.state(), side));
    if record.seal(scenario, side, decision).is_err() {
        let default = match ask {
            Ask::Plan => Decision::Plan(Plan::DEFAULT),
            Ask::Choice(_) => Decision::Choice(ChoiceId(0)),
        };
        // The default is always allowed.
        let _ = record.seal(scenario, side, default);
    }
}
