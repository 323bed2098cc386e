//! `replay` and `play --from` as Unix tools: what they print, their exit codes, and a reader
//! that goes away.
#![allow(clippy::unwrap_used)]

mod recorded;

use assert_cmd::Command;
use fog_of_peace::record::Record;
use fog_of_peace::rules::deal::Length;
use fog_of_peace::scenario::Scenario;
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};
use tempfile::TempDir;

fn game() -> Record {
    let gulf = Scenario::load("gulf").unwrap();
    let header = recorded::header(&gulf, ["conceder", "tit-for-tat"], 12, Length::Short);
    recorded::play(&gulf, header)
}

fn saved() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = recorded::keep(folder.path(), &game());
    (folder, path)
}

/// The first rounds of a game that a person still plays.
fn unfinished(folder: &Path) -> PathBuf {
    recorded::unfinished(folder, &game(), 9)
}

fn replay(path: &Path) -> Command {
    let mut command = Command::cargo_bin("fog-of-peace").unwrap();
    command.env("COLUMNS", "80");
    command.args(["--lang", "en", "replay"]).arg(path);
    command
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn through_a_pipe_a_game_is_told_in_lines_from_the_deal_to_the_verdict() {
    let (_folder, path) = saved();
    let piped = replay(&path).assert().success();
    let told = text(&piped.get_output().stdout);
    let plain = replay(&path).arg("--plain").assert().success();
    assert_eq!(told, text(&plain.get_output().stdout));
    for heading in ["THE DEAL", "ROUND 1 OF", "WHAT CAME OF ROUND 2"] {
        assert!(told.contains(heading), "{heading}\n{told}");
    }
    let one = replay(&path).args(["--at", "2"]).assert().success();
    let one = text(&one.get_output().stdout);
    assert!(told.contains(one.trim()), "{one}");
    assert!(!one.contains("ROUND 1 OF"), "{one}");
    assert!(one.lines().all(|line| line.chars().count() <= 80), "{one}");
}

#[test]
fn a_seat_is_told_less_than_both() {
    let (_folder, path) = saved();
    let told = |view: &str| {
        let output = replay(&path).args(["--view", view]).assert().success();
        text(&output.get_output().stdout)
    };
    let (us, both) = (told("us"), told("both"));
    assert!(us.contains("What Washington had been told in secret"));
    assert!(!us.contains("What Tehran had been told in secret"));
    assert!(both.contains("What Tehran had been told in secret"));
    replay(&path).args(["--view", "nobody"]).assert().code(2);
    replay(&path).args(["--at", "99"]).assert().code(2);
}

#[test]
fn a_game_that_goes_on_is_told_from_the_seats_of_its_players_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = unfinished(folder.path());
    let told = replay(&path).assert().success();
    let told = text(&told.get_output().stdout);
    assert!(told.contains("the seat of Tehran"), "{told}");
    assert!(!told.contains("What Washington had been told in secret"));
    for view in ["both", "us"] {
        let refused = replay(&path).args(["--view", view]).assert().code(2);
        let told = text(&refused.get_output().stderr);
        assert!(told.contains("still being played"), "{told}");
    }
}

#[test]
fn verify_says_what_holds_and_names_the_first_entry_that_does_not() {
    let (_folder, path) = saved();
    let sound = replay(&path)
        .args(["--verify", "--opponent"])
        .assert()
        .code(0);
    let told = text(&sound.get_output().stdout);
    assert!(told.contains("verifies"), "{told}");
    assert!(told.contains("it decides as it did"), "{told}");
    let written = std::fs::read_to_string(&path).unwrap();
    let altered = written.replacen("what: \"round 2: ", "what: \"round 2: incident by us, ", 1);
    std::fs::write(&path, &altered).unwrap();
    let failed = replay(&path).arg("--verify").assert().code(1);
    let told = text(&failed.get_output().stderr);
    assert!(told.contains("does not verify"), "{told}");
    assert!(told.contains("round 2, what came of it"), "{told}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), altered);
    std::fs::write(&path, &written[..written.len() / 2]).unwrap();
    replay(&path).arg("--verify").assert().code(3);
    std::fs::write(&path, "no save at all").unwrap();
    replay(&path).arg("--verify").assert().code(3);
    replay(Path::new("nowhere.ron")).assert().code(3);
    replay(&path)
        .args(["--verify", "--at", "2"])
        .assert()
        .code(2);
    replay(&path).arg("--opponent").assert().code(2);
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let (_folder, path) = saved();
    let mut process = Process::new(assert_cmd::cargo::cargo_bin("fog-of-peace"))
        .arg("replay")
        .arg(&path)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(process.stdout.take());
    let output = process.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(&output.stderr), "");
}

#[test]
fn what_a_save_says_moves_no_cursor() {
    let (folder, path) = saved();
    let written = std::fs::read_to_string(&path).unwrap();
    let hostile = written.replacen("title: \"\"", "title: \"a\\u{1b}[2Jb\"", 1);
    assert_ne!(written, hostile);
    std::fs::write(&path, hostile).unwrap();
    let told = replay(&path).assert().success();
    assert!(!told.get_output().stdout.contains(&0x1b));
    drop(folder);
}

#[test]
fn a_game_is_taken_over_from_a_round_and_kept_as_a_branch() {
    let (folder, path) = saved();
    let mut play = Command::cargo_bin("fog-of-peace").unwrap();
    play.args(["play", "--plain", "--side", "iran", "--opponent", "staller"])
        .args(["--at", "3", "--from"])
        .arg(&path)
        .arg("--saves")
        .arg(folder.path());
    let begun = play.write_stdin("quit\n").assert().success();
    let told = text(&begun.get_output().stderr);
    let (_, branch) = told.trim().split_once("kept in ").unwrap();
    let branch = PathBuf::from(branch);
    let verified = replay(&branch).arg("--verify").assert().code(0);
    let told = text(&verified.get_output().stdout);
    assert!(
        told.contains("branched off game-1.ron in round 3"),
        "{told}"
    );
    for (args, code) in [
        (&["--at", "77"][..], 2),
        (&["--at", "2", "--side", "nowhere"], 2),
        (&[], 2),
    ] {
        let mut play = Command::cargo_bin("fog-of-peace").unwrap();
        play.args(["play", "--plain", "--saves"]).arg(folder.path());
        play.arg("--from").arg(&path).args(args);
        play.write_stdin("").assert().code(code);
    }
}

#[test]
fn two_games_of_one_deal_are_set_side_by_side_in_lines() {
    let (folder, path) = saved();
    let gulf = Scenario::load("gulf").unwrap();
    let header = recorded::header(&gulf, ["conceder", "staller"], 12, Length::Short);
    let other = recorded::keep(folder.path(), &recorded::play(&gulf, header));
    let told = replay(&path)
        .arg("--compare")
        .arg(&other)
        .assert()
        .success();
    let told = text(&told.get_output().stdout);
    assert!(told.contains("They part in round"), "{told}");
    assert!(told.contains("Tension") && told.contains(" and "), "{told}");
    let header = recorded::header(&gulf, ["conceder", "staller"], 13, Length::Short);
    let stranger = recorded::keep(folder.path(), &recorded::play(&gulf, header));
    replay(&path)
        .arg("--compare")
        .arg(&stranger)
        .assert()
        .code(2);
}
