//! A complete save of every format that was ever released still opens.
//!
//! While the scenario is being tuned the games in them may no longer replay; then they can
//! still be looked at. `UPDATE_FIXTURES=1 cargo test --test record fixture` plays the newest
//! one anew; the older ones are as they were when their format was the newest.

use crate::{GULF, header};
use fog_of_peace::record::{FORMAT, FaultKind, Loaded, Record, read, write};
use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::dice::{Dice, Stream};
use std::path::{Path, PathBuf};

fn fixture(format: u32) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("saves/fixtures");
    folder.join(format!("format-{format}.ron"))
}

/// A whole game in which a note is pinned.
fn game() -> Record {
    let mut seeds = 2026..;
    loop {
        let seed = seeds.next().unwrap();
        let mut header = header(seed, Length::Standard);
        header.title = format!("Format {FORMAT}");
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

/// Whether it is only that the game was played by other rules, or on other content.
fn retuned(kind: &FaultKind) -> bool {
    matches!(kind, FaultKind::Scenario { .. } | FaultKind::Rules { .. })
}

/// A complete game with a note, all of whose entries are as they were written.
fn opens(loaded: &Loaded) {
    assert_eq!(loaded.fault, None);
    assert_eq!(loaded.header.scenario, "gulf");
    assert_eq!(
        loaded.entries[0].note.as_deref(),
        Some("Where it all began.")
    );
    assert!(loaded.progress.unwrap().ending.is_some());
    assert_eq!(loaded.intact().len(), loaded.entries.len());
    assert!(loaded.viewable(&GULF.tables).count() > 6);
}

#[test]
fn a_save_of_every_format_opens() {
    if std::env::var_os("UPDATE_FIXTURES").is_some() {
        std::fs::write(fixture(FORMAT), write(&game())).unwrap();
    }
    for format in 1..=FORMAT {
        let loaded = read(&fixture(format)).unwrap();
        assert_eq!(loaded.format, format);
        opens(&loaded);
        let replay = loaded.replay(&GULF);
        if let Some(fault) = replay.faults.first() {
            assert!(retuned(&fault.kind), "format {format}: {fault}");
            continue;
        }
        // Saved again, it is of the present format, and there is nothing else to it.
        let written = write(&replay.record.unwrap());
        assert_eq!(loaded.entries.len(), written.matches("(n: ").count());
        let again = Loaded::parse(written.as_bytes(), &fixture(format)).unwrap();
        assert_eq!(again.format, FORMAT);
        opens(&again);
        if format == FORMAT {
            assert_eq!(written, std::fs::read_to_string(fixture(format)).unwrap());
        }
    }
}
