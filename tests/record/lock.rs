//! One process plays a save.

use crate::{GULF, played};
use fog_of_peace::record::{SaveError, SaveFile, read};
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// In the child: the save to hold open.
const HOLD: &str = "FOG_OF_PEACE_TEST_HOLD";

#[test]
fn a_save_in_play_is_refused_until_it_is_let_go() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = SaveFile::create(folder.path(), "game").unwrap();
    file.save(&played(1, 2)).unwrap();
    let path = file.path().to_owned();
    let refused = SaveFile::open(&path).unwrap_err();
    assert!(matches!(refused, SaveError::Locked { .. }), "{refused}");
    // Saving replaces the file but does not lose the lock; looking is always allowed.
    file.save(&played(1, 4)).unwrap();
    assert!(matches!(
        SaveFile::open(&path),
        Err(SaveError::Locked { .. })
    ));
    assert!(read(&path).is_ok());
    drop(file);
    assert!(SaveFile::open(&path).is_ok());
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().flatten().collect();
    assert_eq!(left.len(), 1, "only the save is left: {left:?}");
}

#[test]
fn two_games_begun_together_get_two_names() {
    let folder = tempfile::tempdir().unwrap();
    let a = SaveFile::create(folder.path(), "game").unwrap();
    let b = SaveFile::create(folder.path(), "game").unwrap();
    assert_ne!(a.path(), b.path());
}

#[test]
fn a_lock_left_behind_by_a_killed_process_locks_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = SaveFile::create(folder.path(), "game").unwrap();
    file.save(&played(1, 2)).unwrap();
    let path = file.path().to_owned();
    drop(file);

    let mut child = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "lock::child_that_holds",
            "--ignored",
            "--nocapture",
        ])
        .env(HOLD, &path)
        .stdout(Stdio::piped())
        .stdin(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().ends_with("held")));
    assert!(matches!(
        SaveFile::open(&path),
        Err(SaveError::Locked { .. })
    ));
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(folder.path().join(".game-1.ron.lock").exists());
    let resumed = SaveFile::open(&path).unwrap().resume(&GULF).unwrap();
    assert_eq!(resumed.faults, []);
}

#[test]
#[ignore = "run by another test, in a process of its own"]
fn child_that_holds() {
    let Some(path) = std::env::var_os(HOLD) else {
        return;
    };
    let _opening = SaveFile::open(path.as_ref()).unwrap();
    println!("\nheld");
    // Until killed, or until the parent is gone.
    let _ = std::io::stdin().lines().next();
}
