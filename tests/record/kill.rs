//! A process that is killed at any moment loses nothing that it has sealed.

use crate::{GULF, header, step};
use fog_of_peace::record::{Entry, Record, SaveFile, SaveInfo, list, read};
use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::dice::{Dice, Stream};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// In the child: the folder to play in.
const FOLDER: &str = "FOG_OF_PEACE_TEST_FOLDER";
/// In the child: what to play by.
const SEED: &str = "FOG_OF_PEACE_TEST_SEED";
/// How many rounds are to be played across all killed processes.
const ROUNDS: usize = 200;

#[test]
fn over_two_hundred_rounds_of_killings_nothing_sealed_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let mut dice = Dice::new(5, Stream::Batch);
    let mut killings = 0;
    while rounds(folder.path()) < ROUNDS {
        let sealed = play_and_kill(folder.path(), &mut dice);
        killings += 1;
        let last: BTreeMap<PathBuf, (u32, String)> = sealed.into_iter().collect();
        for (path, (entry, chain)) in last {
            let loaded = read(&path).unwrap();
            let replay = loaded.replay(&GULF);
            assert_eq!(replay.faults, []);
            let entry = &loaded.entries[entry as usize - 1];
            assert_eq!(entry.chain.to_string(), chain);
        }
        assert!(killings < 400, "too few rounds are played");
    }
    assert!(killings > 9, "{killings} killings are too few to tell");
}

/// How many rounds have been played in all games of the folder.
fn rounds(folder: &Path) -> usize {
    let listed = list(folder).unwrap();
    let loaded = listed.iter().map(|save| read(&save.path).unwrap());
    let played = |entry: &Entry| entry.what.starts_with("round ");
    loaded
        .map(|save| save.entries.into_iter().filter(played).count())
        .sum()
}

/// What a child reported as sealed before it was killed: the save, the number of its last
/// entry, and the chain there.
fn play_and_kill(folder: &Path, dice: &mut Dice) -> Vec<(PathBuf, (u32, String))> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "kill::child_that_plays",
            "--ignored",
            "--nocapture",
        ])
        .env(FOLDER, folder)
        .env(SEED, dice.bits().to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    // Some steps are awaited first, or else a machine under load kills only processes that
    // have hardly begun. Then chance has the moment of the killing.
    let steps = 1 + dice.below(14) as usize;
    let mut reports = lines.filter_map(|line| sealed(&line.unwrap()));
    let mut seen: Vec<_> = reports.by_ref().take(steps).collect();
    std::thread::sleep(Duration::from_micros(u64::from(dice.below(6000))));
    child.kill().unwrap();
    child.wait().unwrap();
    seen.extend(reports);
    seen
}

fn sealed(line: &str) -> Option<(PathBuf, (u32, String))> {
    // The last line may be half a line.
    let mut words = line.strip_prefix("sealed ")?.strip_suffix(" .")?.split(' ');
    let (entry, chain, path) = (words.next()?, words.next()?, words.next()?);
    Some((path.into(), (entry.parse().ok()?, chain.to_owned())))
}

#[test]
#[ignore = "run by another test, in a process of its own"]
fn child_that_plays() {
    let (Some(folder), Ok(seed)) = (std::env::var_os(FOLDER), std::env::var(SEED)) else {
        return;
    };
    let folder = Path::new(&folder);
    let mut dice = Dice::new(seed.parse().unwrap(), Stream::Batch);
    println!();
    loop {
        let (mut record, mut file) = resume(folder).unwrap_or_else(|| {
            let header = header(dice.wide(), Length::Standard);
            let record = Record::begin(header, &GULF).0;
            (record, SaveFile::create(folder, "game").unwrap())
        });
        while record.state().ending().is_none() {
            step(&mut record, &mut dice);
            file.save(&record).unwrap();
            let last = record.entries().last().unwrap();
            let path = file.path().display();
            println!("sealed {} {} {path} .", last.n, last.chain);
            std::io::stdout().flush().unwrap();
        }
    }
}

/// The game that the last process was killed in.
fn resume(folder: &Path) -> Option<(Record, SaveFile)> {
    let listed = list(folder).unwrap();
    let going = |info: &SaveInfo| info.progress.ending.is_none();
    let found = listed
        .iter()
        .find(|save| going(save.info.as_ref().unwrap()))?;
    let resumed = SaveFile::open(&found.path).unwrap().resume(&GULF).unwrap();
    assert_eq!(resumed.faults, []);
    Some((resumed.record, resumed.file))
}
