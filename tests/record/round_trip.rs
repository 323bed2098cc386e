//! What is written is what is read, and replays to the same hashes.

use crate::{GULF, begin, header, long_game, played};
use fog_of_peace::record::{
    Actor, Hex, Loaded, Record, Refused, SaveFile, Swapped, read, stem, write,
};
use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::dice::{Dice, Stream};
use fog_of_peace::rules::plan::{Decision, Plan};
use fog_of_peace::rules::side::Side;
use fog_of_peace::rules::state::Phase;
use std::path::Path;

fn parse(record: &Record) -> Loaded {
    Loaded::parse(write(record).as_bytes(), Path::new("game.ron")).unwrap()
}

#[test]
fn a_game_comes_back_whole_at_every_step() {
    let game = played(7, 1000);
    for steps in 0..1000 {
        let record = played(7, steps);
        let replay = parse(&record).replay(&GULF);
        assert_eq!(replay.faults, []);
        assert_eq!(replay.record.as_ref(), Some(&record));
        if record == game {
            return;
        }
    }
}

#[test]
fn a_replay_gives_what_each_entry_did() {
    let record = long_game();
    let replay = record.replay(&GULF);
    assert_eq!(replay.steps.len(), record.entries().len());
    assert_eq!(&replay.steps.last().unwrap().state, record.state());
    for snapshot in record.snapshots() {
        let step = &replay.steps[snapshot.entry as usize - 1];
        assert_eq!(step.state, snapshot.state);
    }
    let last = record.state().common.round;
    assert!((1..=last).all(|round| replay.round(round).is_some()));
    assert_eq!(replay.round(last + 1), None);
}

#[test]
fn a_decision_sealed_before_the_other_side_decides_is_kept() {
    let mut record = begin(3);
    let mut dice = Dice::new(3, Stream::Batch);
    while record.state().common.phase != Phase::Plans {
        crate::step(&mut record, &mut dice);
    }
    let plan = Decision::Plan(Plan::DEFAULT);
    record.seal(&GULF, Side::Holder, plan).unwrap();
    assert_eq!(record.seal(&GULF, Side::Holder, plan), Err(Refused::Sealed));
    assert_eq!(record.resolve(&GULF), None);
    let resumed = parse(&record).replay(&GULF).record.unwrap();
    assert_eq!(resumed.sealed()[Side::Holder], Some(plan));
    assert_eq!(resumed.sealed()[Side::Presser], None);
    assert_eq!(resumed, record);
}

#[test]
fn every_entry_of_chance_follows_the_decisions_it_comes_of() {
    let record = long_game();
    let entries = record.entries();
    assert_eq!(entries[0].who, Actor::Chance);
    assert_eq!(entries.last().unwrap().who, Actor::Chance);
    assert!(
        entries
            .windows(2)
            .all(|pair| pair[0].who != Actor::Chance || pair[1].who != Actor::Chance)
    );
}

#[test]
fn the_longest_save_stays_small() {
    let record = long_game();
    assert!(record.state().common.round >= 16, "a long game is meant");
    let size = write(&record).len();
    assert!(size < 40_000, "{size} bytes");
}

#[test]
fn titles_and_notes_are_not_part_of_the_chain() {
    let mut record = played(5, 6);
    record.rename("Another \\ title\n(of two lines)");
    assert!(record.annotate(2, Some("why not?".into())));
    assert!(!record.annotate(1000, None));
    let replay = parse(&record).replay(&GULF);
    assert_eq!(replay.faults, []);
    assert_eq!(replay.record, Some(record));
}

#[test]
fn the_names_of_the_seats_and_the_swapped_game_are_part_of_the_chain() {
    let mut named = header(5, Length::Long);
    named.names[Side::Presser] = "Ana & Binh".into();
    named.swapped = Some(Swapped {
        save: "gulf-us-2026-11-24-1.ron".into(),
        chain: Hex([7; 16]),
    });
    let (record, _) = Record::begin(named, &GULF);
    assert_ne!(record.entries()[0].chain, begin(5).entries()[0].chain);
    assert_eq!(parse(&record).replay(&GULF).record, Some(record.clone()));
    // The other game's file may be called otherwise some day.
    let moved = write(&record).replacen("gulf-us-2026-11-24-1", "first", 1);
    let loaded = Loaded::parse(moved.as_bytes(), Path::new("game.ron")).unwrap();
    assert_eq!(loaded.replay(&GULF).faults, []);
    let renamed = write(&record).replacen("Ana & Binh", "Ana & Chi", 1);
    let loaded = Loaded::parse(renamed.as_bytes(), Path::new("game.ron")).unwrap();
    assert_ne!(loaded.replay(&GULF).faults, []);
}

#[test]
fn a_byte_order_mark_is_no_obstacle() {
    let record = played(5, 6);
    let text = format!("\u{feff}{}", write(&record));
    let loaded = Loaded::parse(text.as_bytes(), Path::new("game.ron")).unwrap();
    assert_eq!(loaded.replay(&GULF).record, Some(record));
}

#[test]
fn a_game_is_saved_closed_and_played_on() {
    let folder = tempfile::tempdir().unwrap();
    let record = played(11, 3);
    let stem = stem(&header(11, Length::Standard), &GULF);
    let mut file = SaveFile::create(folder.path(), &stem).unwrap();
    file.save(&record).unwrap();
    let path = file.path().to_owned();
    assert_eq!(path.file_name().unwrap(), "gulf-us-2026-11-24-1.ron");
    drop(file);

    let opening = SaveFile::open(&path).unwrap();
    assert_eq!(opening.header(), record.header());
    let mut resumed = opening.resume(&GULF).unwrap();
    assert_eq!(resumed.faults, []);
    assert_eq!(resumed.record, record);
    let later = played(11, 6);
    resumed.file.save(&later).unwrap();
    assert_eq!(resumed.file.path(), path.canonicalize().unwrap());
    assert_eq!(read(&path).unwrap().replay(&GULF).record, Some(later));
}
