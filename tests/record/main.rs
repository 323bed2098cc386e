//! The record of a game and its file, tried as a whole.

#![allow(clippy::unwrap_used)]

mod atomic;
mod damage;
mod fixture;
mod folder;
mod kill;
mod lock;
mod round_trip;

use fog_of_peace::record::{Header, Record, Seat};
use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::dice::{Dice, Stream};
use fog_of_peace::rules::legal::Legal;
use fog_of_peace::rules::plan::{ChoiceId, Decision, Field, Plan};
use fog_of_peace::rules::side::{PerSide, Side};
use fog_of_peace::rules::state::Ask;
use fog_of_peace::scenario::Scenario;
use std::sync::LazyLock;

static GULF: LazyLock<Scenario> = LazyLock::new(|| Scenario::load("gulf").unwrap());

fn header(seed: u64, length: Length) -> Header {
    let seats = PerSide([Seat::Person, Seat::Opponent("random".into())]);
    let mut header = Header::new(&GULF, length, seats, seed);
    header.title = "A \"quiet\" fortnight".into();
    header.created = 1_795_478_400;
    header
}

fn begin(seed: u64) -> Record {
    Record::begin(header(seed, Length::Long), &GULF).0
}

/// Decides by chance for every side that is asked, and lets it take effect. Both keep the
/// ceasefire, so that games last.
fn step(record: &mut Record, dice: &mut Dice) {
    let t = &GULF.tables;
    for side in Side::BOTH {
        if record.sealed()[side].is_some() {
            continue;
        }
        let state = record.state();
        let decision = match state.ask(t, side) {
            None => continue,
            Some(Ask::Choice(event)) => {
                let choices = t.event(event).choices.len() as u32;
                Decision::Choice(ChoiceId(dice.below(choices) as u8))
            }
            Some(Ask::Plan) => {
                let legal = Legal::of(t, side, &state.common, &state.own[side]);
                let field = Field::HoldFire;
                Decision::Plan(Plan {
                    field,
                    ..legal.random(dice)
                })
            }
        };
        record.seal(&GULF, side, decision).unwrap();
    }
    record.resolve(&GULF).unwrap();
}

/// A random game of at most so many steps.
fn played(seed: u64, steps: u32) -> Record {
    let mut record = begin(seed);
    let mut dice = Dice::new(seed, Stream::Batch);
    for _ in 0..steps {
        if record.state().ending().is_some() {
            break;
        }
        step(&mut record, &mut dice);
    }
    record
}

/// The longest of some random games, played to its end.
fn long_game() -> Record {
    let games = (0..40).map(|seed| played(seed, 1000));
    games.max_by_key(|record| record.entries().len()).unwrap()
}
