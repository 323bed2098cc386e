//! How long a long game's save takes to write and to open. The target: at most 5 ms to open
//! one of 20 rounds.
#![allow(clippy::unwrap_used, missing_docs)]

use divan::{Bencher, black_box};
use fog_of_peace::record::{Header, Loaded, Record, SaveFile, Seat, write};
use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::plan::{ChoiceId, Decision, Plan};
use fog_of_peace::rules::side::{PerSide, Side};
use fog_of_peace::rules::state::Ask;
use fog_of_peace::scenario::Scenario;
use std::path::Path;
use std::sync::LazyLock;

static GULF: LazyLock<Scenario> = LazyLock::new(|| Scenario::load("gulf").unwrap());

/// A game in which nobody does anything, so that it lasts.
static GAME: LazyLock<Record> = LazyLock::new(|| {
    let seats = PerSide([Seat::Person, Seat::Person]);
    let header = Header::new(&GULF, Length::Long, seats, 1);
    let mut record = Record::begin(header, &GULF).0;
    while record.state().ending().is_none() {
        for side in Side::BOTH {
            let decision = match record.state().ask(&GULF.tables, side) {
                Some(Ask::Plan) => Decision::Plan(Plan::DEFAULT),
                Some(Ask::Choice(_)) => Decision::Choice(ChoiceId(0)),
                None => continue,
            };
            record.seal(&GULF, side, decision).unwrap();
        }
        record.resolve(&GULF).unwrap();
    }
    record
});

fn main() {
    println!(
        "{} rounds, {} bytes",
        GAME.state().common.round,
        write(&GAME).len()
    );
    divan::main();
}

#[divan::bench]
fn to_text(bencher: Bencher) {
    bencher.bench(|| write(black_box(&GAME)));
}

#[divan::bench]
fn parse(bencher: Bencher) {
    let text = write(&GAME);
    bencher.bench(|| Loaded::parse(black_box(text.as_bytes()), Path::new("game.ron")));
}

#[divan::bench]
fn verify(bencher: Bencher) {
    bencher.bench(|| black_box(&*GAME).replay(&GULF));
}

#[divan::bench]
fn save(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    let mut file = SaveFile::create(folder.path(), "game").unwrap();
    bencher.bench_local(|| file.save(&GAME).unwrap());
}

#[divan::bench]
fn open(bencher: Bencher) {
    let folder = tempfile::tempdir().unwrap();
    let mut file = SaveFile::create(folder.path(), "game").unwrap();
    file.save(&GAME).unwrap();
    let path = file.path().to_owned();
    drop(file);
    bencher.bench_local(|| SaveFile::open(&path).unwrap().resume(&GULF).unwrap());
}
