//! Whole games between negotiators, recorded as a game that is played is.
#![allow(dead_code)] // each test crate uses a part of it
#![allow(clippy::unwrap_used)] // a game that cannot be played has failed

use fog_of_peace::negotiator::{Seating, Stop, Who};
use fog_of_peace::record::{Header, Record, SaveFile, Seat, fork};
use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::plan::Decision;
use fog_of_peace::rules::side::{PerSide, Side};
use fog_of_peace::rules::state::State;
use fog_of_peace::rules::view::View;
use fog_of_peace::scenario::{Overrides, Scenario};
use std::path::{Path, PathBuf};

/// A header for a game between two negotiators, by their names.
pub fn header(gulf: &Scenario, names: [&str; 2], seed: u64, length: Length) -> Header {
    let seats = names.map(|name| Seat::Opponent(name.into()));
    let mut header = Header::new(gulf, length, PerSide(seats), seed);
    header.created = 1_795_478_400;
    header
}

/// Plays a game to its end, as its header says. The scenario is without the overrides.
pub fn play(gulf: &Scenario, header: Header) -> Record {
    play_swayed(gulf, header, |_, _, decision| decision)
}

/// The same, where `sway` has the last word on each decision: it hears the state, the side,
/// and what its negotiator has decided.
pub fn play_swayed(
    gulf: &Scenario,
    header: Header,
    sway: impl Fn(&State, Side, Decision) -> Decision,
) -> Record {
    let set = header.overrides.iter().map(|set| set.parse().unwrap());
    let scenario = Overrides(set.collect()).apply(gulf.clone()).unwrap();
    let seed = header.seed.number();
    let stop = Stop::default();
    let mut seats = PerSide::from_fn(|side| {
        let name = match &header.seats[side] {
            Seat::Opponent(name) => name.clone(),
            Seat::Person => "random".to_owned(),
        };
        let who: Who = name.parse().unwrap();
        who.seat(&Seating::new(&scenario, side, seed, &stop))
    });
    let t = &scenario.tables;
    let (mut record, _) = Record::begin(header, &scenario);
    while record.state().ending().is_none() {
        // Both decide on the same state, neither on what the other has sealed.
        let state = *record.state();
        for side in Side::BOTH {
            if state.ask(t, side).is_some() {
                let decision = seats[side].decide(t, &View::of(t, &state, side));
                let decision = sway(&state, side, decision);
                record.seal(&scenario, side, decision).unwrap();
            }
        }
        record.resolve(&scenario).unwrap();
    }
    record
}

/// Keeps a game in a folder.
pub fn keep(folder: &Path, record: &Record) -> PathBuf {
    let mut file = SaveFile::create(folder, "game").unwrap();
    file.save(record).unwrap();
    file.path().to_owned()
}

/// The first entries of a game, as one that a person still plays for the holder.
pub fn unfinished(folder: &Path, game: &Record, entries: usize) -> PathBuf {
    let gulf = Scenario::load(&game.header().scenario).unwrap();
    let mut header = game.header().clone();
    header.seats[Side::Holder] = Seat::Person;
    let steps = game.replay(&gulf).steps;
    let decided = steps[..entries].iter().filter_map(|step| step.decision);
    keep(folder, &fork(header, &gulf, decided).unwrap().record)
}
