//! A complete save of every format that was ever released still opens.
//!
//! While the scenario is being tuned the game in it may no longer replay; then it can still
//! be looked at. `UPDATE_FIXTURES=1 cargo test --test record fixture` plays it anew.

use crate::{GULF, header};
use fog_of_peace::record::{FaultKind, Record, read, write};
use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::dice::{Dice, Stream};
use std::path::{Path, PathBuf};

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("saves/fixtures/format-1.ron")
}

/// A whole game in which a note is pinned.
fn game() -> Record {
    let mut seeds = 2026..;
    loop {
        let seed = seeds.next().unwrap();
        let mut header = header(seed, Length::Standard);
        header.title = "Format 1".into();
        let mut record = Record::begin(header, &GULF).0;
        let mut dice = Dice::new(seed, Stream::Batch);
        while record.state().ending().is_none() {
            crate::step(&mut record, &mut dice);
        }
        if record.state().common.round == record.state().common.rounds {
            record.annotate(1, Some("Where it all began.".into()));
            return record;
        }
    }
}

#[test]
fn a_save_of_format_1_opens() {
    if std::env::var_os("UPDATE_FIXTURES").is_some() {
        std::fs::write(fixture(), write(&game())).unwrap();
    }
    let loaded = read(&fixture()).unwrap();
    assert_eq!(loaded.fault, None);
    assert_eq!(loaded.header.scenario, "gulf");
    assert_eq!(
        loaded.entries[0].note.as_deref(),
        Some("Where it all began.")
    );
    assert!(loaded.progress.unwrap().ending.is_some());
    assert!(loaded.viewable(&GULF.tables).count() > 6);
    let replay = loaded.replay(&GULF);
    let retuned =
        |kind: &FaultKind| matches!(kind, FaultKind::Scenario { .. } | FaultKind::Rules { .. });
    match replay.faults.first() {
        None => assert_eq!(
            write(&replay.record.unwrap()),
            std::fs::read_to_string(fixture()).unwrap()
        ),
        Some(fault) => assert!(retuned(&fault.kind), "{fault}"),
    }
}
