//! Damaged and hostile files: an error or a whole part of the game, never a panic, and the
//! file stays as it was.

use crate::{GULF, header, played};
use fog_of_peace::record::{
    Entry, Fault, FaultKind, Loaded, Record, Replay, SaveError, SaveFile, read, write,
};
use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::dice::{Dice, Stream};
use fog_of_peace::scenario::Scenario;
use std::fs;
use std::path::Path;

fn parse(bytes: &[u8]) -> Result<Loaded, SaveError> {
    Loaded::parse(bytes, Path::new("game.ron"))
}

fn replay(text: &str) -> Replay {
    parse(text.as_bytes()).unwrap().replay(&GULF)
}

/// What is left of the game after damage is a first part of it, and a part only if the
/// damage was noticed.
fn holds(original: &Record, loaded: &Loaded) {
    let Replay { record, faults, .. } = loaded.replay(&GULF);
    let Some(mut record) = record else {
        assert_ne!(faults, []);
        return;
    };
    // A title may be anything.
    record.rename(original.header().title.clone());
    let same = |(a, b): (&Entry, &Entry)| a.what == b.what && a.state == b.state;
    assert!(record.entries().len() <= original.entries().len());
    assert!(record.entries().iter().zip(original.entries()).all(same));
    if faults.is_empty() {
        assert_eq!(&record, original);
    }
}

#[test]
fn a_file_cut_off_at_any_byte_gives_what_was_whole_before_the_cut() {
    let original = played(2, 5);
    let text = write(&original);
    let mut best = 0;
    for end in 0..text.len() - 1 {
        let Ok(loaded) = parse(&text.as_bytes()[..end]) else {
            assert!(best == 0, "cut at {end}, though less was enough before");
            continue;
        };
        assert!(loaded.fault.is_some() || text[end..].trim().is_empty());
        assert!(loaded.entries.len() >= best);
        best = loaded.entries.len();
        holds(&original, &loaded);
    }
    assert_eq!(best, original.entries().len());
}

#[test]
fn thousands_of_flipped_bits_are_noticed_or_do_no_harm() {
    let original = played(2, 5);
    let text = write(&original).into_bytes();
    let mut dice = Dice::new(1, Stream::Batch);
    for _ in 0..4000 {
        let mut bytes = text.clone();
        let at = dice.below(bytes.len() as u32) as usize;
        bytes[at] ^= 1 << dice.below(8);
        if let Ok(loaded) = parse(&bytes) {
            holds(&original, &loaded);
        }
    }
}

/// One of many ways to spoil a file.
fn spoil(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let at = dice.below(bytes.len() as u32) as usize;
    match dice.below(7) {
        0 => bytes.truncate(at),
        1 => bytes[at] ^= 1 << dice.below(8),
        2 => bytes[at..].fill(0),
        3 => bytes.splice(at..at, vec![b'('; 3000]).for_each(drop),
        4 => bytes.splice(at..at, vec![b'['; 3000]).for_each(drop),
        5 => {
            let end = (at + 200).min(bytes.len());
            bytes.drain(at..end);
        }
        _ => {
            let end = (at + 400).min(bytes.len());
            bytes.extend_from_within(at..end);
            bytes.rotate_right(end - at);
        }
    }
}

#[test]
fn a_thousand_damaged_files_are_never_written_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("game.ron");
    let text = write(&played(2, 8)).into_bytes();
    let mut dice = Dice::new(2, Stream::Batch);
    let (mut refused, mut restored) = (0, 0);
    for n in 0..1000 {
        let mut bytes = text.clone();
        spoil(&mut bytes, &mut dice);
        fs::write(&path, &bytes).unwrap();
        let resumed = SaveFile::open(&path).and_then(|opening| opening.resume(&GULF));
        match resumed {
            Err(error) => {
                refused += 1;
                assert!(error.to_string().contains("game.ron"), "{error}");
            }
            Ok(mut resumed) if !resumed.faults.is_empty() => {
                restored += 1;
                assert_ne!(resumed.file.path(), path);
                // Each writes to the disk, so not for every one.
                if n % 8 == 0 {
                    resumed.file.save(&resumed.record).unwrap();
                    let again = read(resumed.file.path()).unwrap().replay(&GULF);
                    assert_eq!(again.faults, []);
                    assert_eq!(again.record, Some(resumed.record));
                }
            }
            Ok(_) => {}
        }
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }
    assert!(refused > 100 && restored > 100, "{refused}, {restored}");
}

#[test]
fn what_is_restored_twice_is_still_named_after_the_original() {
    let folder = tempfile::tempdir().unwrap();
    let text = write(&played(2, 8));
    let cut = &text[..text.len() / 2];
    let mut path = folder.path().join("game-1.ron");
    for n in 1..4 {
        fs::write(&path, cut).unwrap();
        let mut resumed = SaveFile::open(&path).unwrap().resume(&GULF).unwrap();
        resumed.file.save(&resumed.record).unwrap();
        let path_now = resumed.file.path().to_owned();
        assert!(path_now.ends_with(format!("game-1-restored-{n}.ron")));
        path = path_now;
    }
}

/// The entry and the kind of the only fault.
fn only(replay: &Replay) -> (u32, &FaultKind) {
    match &replay.faults[..] {
        [Fault { entry, kind }] => (*entry, kind),
        faults => panic!("{faults:?}"),
    }
}

#[test]
fn an_altered_entry_is_named() {
    let original = played(2, 8);
    let text = write(&original);
    for entry in original
        .entries()
        .iter()
        .filter(|e| e.what.contains("hold"))
    {
        let line = format!("(n: {}, ", entry.n);
        let altered: String = text
            .split_inclusive('\n')
            .map(|l| {
                let altered = l.replacen("hold", "strike", 1);
                if l.contains(&line) {
                    altered
                } else {
                    l.to_owned()
                }
            })
            .collect();
        let replay = replay(&altered);
        assert_eq!(only(&replay), (entry.n, &FaultKind::Chain));
        let left = replay.record.map_or(0, |record| record.entries().len());
        assert_eq!(left as u32, entry.n - 1);
    }
}

#[test]
fn a_missing_entry_is_named() {
    let text = write(&played(2, 8));
    let without: String = text
        .split_inclusive('\n')
        .filter(|line| !line.contains("(n: 7, "))
        .collect();
    assert_eq!(
        only(&replay(&without)),
        (7, &FaultKind::Number { found: 8 })
    );
}

#[test]
fn another_seed_or_seat_in_the_header_breaks_the_chain_at_once() {
    let text = write(&played(2, 8));
    for (from, to) in [("Open(2)", "Open(3)"), ("\"random\"", "\"expert\"")] {
        let replay = replay(&text.replace(from, to));
        assert_eq!(only(&replay), (1, &FaultKind::Chain));
        assert_eq!(replay.record, None);
    }
}

#[test]
fn a_log_forged_with_its_chain_still_has_to_obey_the_rules() {
    // The whole log of one deal under the header of another, chained anew: the forger
    // can make every hash of the chain match, but not what the rules give.
    let honest = played(2, 8);
    let mut loaded = parse(write(&honest).as_bytes()).unwrap();
    let other = Record::begin(header(3, Length::Long), &GULF).0;
    loaded.entries[0] = other.entries()[0].clone();
    loaded.header = other.header().clone();
    let replay = loaded.replay(&GULF);
    assert_eq!(replay.faults[0].entry, 2);
    assert_eq!(replay.record, Some(other));
}

#[test]
fn a_wrong_cache_is_noticed_and_made_again() {
    let original = played(2, 8);
    let mut loaded = parse(write(&original).as_bytes()).unwrap();
    loaded.snapshots[2].state.common.round += 1;
    let replay = loaded.replay(&GULF);
    let entry = original.snapshots()[2].entry;
    assert_eq!(only(&replay), (entry, &FaultKind::Snapshot { round: 3 }));
    assert_eq!(replay.record.as_ref(), Some(&original));

    let mut loaded = parse(write(&original).as_bytes()).unwrap();
    loaded.progress.as_mut().unwrap().round += 1;
    assert_eq!(only(&loaded.replay(&GULF)), (0, &FaultKind::Progress));
}

#[test]
fn a_changed_scenario_is_told_and_the_game_goes_on_as_far_as_it_still_holds() {
    let original = played(2, 8);
    let loaded = parse(write(&original).as_bytes()).unwrap();
    let reworded = Scenario {
        hash: [7; 32],
        ..GULF.clone()
    };
    let replay = loaded.replay(&reworded);
    assert!(matches!(only(&replay), (0, FaultKind::Scenario { .. })));
    let record = replay.record.unwrap();
    assert_eq!(record.state(), original.state());
    assert_eq!(record.replay(&reworded).faults, []);

    let mut tuned = reworded;
    tuned.tables.constants.start_patience += 1;
    let replay = loaded.replay(&tuned);
    assert_eq!(replay.faults.len(), 2);
    assert_eq!(replay.faults[1].entry, 1);
    assert_eq!(replay.record, None);
    assert_eq!(
        loaded.viewable(&tuned.tables).count(),
        loaded.snapshots.len()
    );
}

#[test]
fn a_snapshot_that_the_tables_cannot_show_is_not_shown() {
    let mut loaded = parse(write(&played(2, 8)).as_bytes()).unwrap();
    let all = loaded.snapshots.len();
    loaded.snapshots[1].state.own.0[0].mood = 200;
    loaded.snapshots[2].state.common.past[1] = u64::MAX;
    assert_eq!(loaded.viewable(&GULF.tables).count(), all - 2);
}

fn refusal(text: &str) -> String {
    parse(text.as_bytes()).unwrap_err().to_string()
}

#[test]
fn a_newer_format_is_refused_whatever_is_in_it() {
    let newer = "(format: 3, header: {1: [nothing, we], 2: know}";
    assert!(refusal(newer).contains("format 3"));
    let text = write(&played(2, 3)).replacen("format: 2", "format: 4294967295", 1);
    assert!(refusal(&text).contains("newer version"));
}

#[test]
fn what_is_no_save_is_refused_with_its_place() {
    let cases = [
        ("", "1:1"),
        ("\u{feff}", "1:1"),
        ("()", "1:"),
        ("(header: ())", "begins with its format"),
        ("(format: 1)", "header"),
        ("(format: 0, header: ())", "format 0 is unknown"),
        ("(format: -1)", "1:11"),
        ("(format: 1,\n header: (rules: 1, colour: 2))", "2:"),
        ("Game(format: 1)", "1:1"),
        ("{\"format\": 1}", "1:1"),
    ];
    for (text, told) in cases {
        let message = refusal(text);
        assert!(message.contains(told), "{text:?}: {message}");
    }
    let escape = write(&played(2, 3)).replacen("\"gulf\"", "\"../../etc\"", 1);
    assert!(refusal(&escape).contains("plain id"));
}

#[test]
fn deep_nesting_overflows_nothing() {
    let whole = write(&played(2, 3));
    for open in ["(", "[", "{", "Some(", "/*", "r#"] {
        let deep = open.repeat(400_000);
        refusal(&deep);
        refusal(&format!("(format: 1, header: {deep}"));
        refusal(&format!("(format: {deep}"));
        let entries = whole.replacen("(n: 4,", &format!("{deep}(n: 4,"), 1);
        let loaded = parse(entries.as_bytes()).unwrap();
        // What follows an entry can take that entry with it.
        assert!((2..=3).contains(&loaded.entries.len()));
        assert!(loaded.fault.is_some());
    }
}

#[test]
fn what_is_too_large_or_no_file_is_not_even_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("game.ron");
    fs::File::create(&path).unwrap().set_len(1 << 40).unwrap();
    assert!(matches!(read(&path), Err(SaveError::TooBig { .. })));
    assert!(matches!(
        SaveFile::open(&path),
        Err(SaveError::TooBig { .. })
    ));
    let none = folder.path().join("none.ron");
    assert!(
        read(&none)
            .unwrap_err()
            .to_string()
            .contains("check the name")
    );
    for not_a_file in [folder.path(), Path::new("/dev/zero")] {
        let result = read(not_a_file);
        assert!(
            matches!(result, Err(SaveError::NotAFile { .. })),
            "{result:?}"
        );
    }
}
