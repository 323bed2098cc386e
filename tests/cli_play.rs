//! `play` as a Unix tool: through a pipe, with its exit codes, and with a reader that goes
//! away.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use assert_cmd::Command;
use fog_of_peace::language::Language;
use fog_of_peace::narrate::Phrases;
use std::path::Path;
use std::process::{Command as Process, Stdio};

fn play(saves: &Path) -> Command {
    let mut command = Command::cargo_bin("fog-of-peace").unwrap();
    command
        .env("COLUMNS", "80")
        .args(["--lang", "en", "play"])
        .arg("--saves")
        .arg(saves);
    command
}

fn plain(saves: &Path) -> Command {
    let mut command = play(saves);
    command.args([
        "--plain",
        "--side",
        "us",
        "--seed",
        "7",
        "--opponent",
        "staller",
        "--length",
        "short",
    ]);
    command
}

/// The file that standard error names.
fn kept(output: &std::process::Output) -> String {
    let told = String::from_utf8(output.stderr.clone()).unwrap();
    let (_, path) = told.trim().split_once("kept in ").expect("a save is named");
    path.to_owned()
}

#[test]
fn without_a_terminal_the_screen_is_refused_and_the_line_mode_named() {
    let saves = tempfile::tempdir().unwrap();
    let output = play(saves.path()).write_stdin("").assert().code(2);
    let told = String::from_utf8(output.get_output().stderr.clone()).unwrap();
    assert!(told.contains("--plain"), "{told}");
}

#[test]
fn what_cannot_be_played_is_refused_before_any_question() {
    let saves = tempfile::tempdir().unwrap();
    for (args, code) in [
        (&["--side", "nowhere"][..], 2),
        (&["--opponent", "nobody"], 2),
        (&["--set", "nonsense=1"], 2),
        (&["--length", "endless"], 2),
        (&["--load", "no-such-save.ron"], 3),
        (&["--load", "Cargo.toml"], 3),
        (&["--scenario", "no-such-scenario"], 3),
    ] {
        let output = play(saves.path())
            .arg("--plain")
            .args(args)
            .assert()
            .code(code);
        let output = output.get_output();
        assert!(output.stdout.is_empty(), "{args:?}");
        assert!(!output.stderr.is_empty(), "{args:?}");
    }
    assert_eq!(std::fs::read_dir(saves.path()).unwrap().count(), 0);
}

#[test]
fn a_game_through_a_pipe_says_the_same_each_time_and_is_kept() {
    let saves = tempfile::tempdir().unwrap();
    let script = "measured / hold / hold / none\n".repeat(3);
    let once = plain(saves.path())
        .write_stdin(script.clone())
        .assert()
        .code(0);
    let again = plain(saves.path()).write_stdin(script).assert().code(0);
    assert_eq!(once.get_output().stdout, again.get_output().stdout);
    let path = kept(once.get_output());
    let name = Path::new(&path).file_name().unwrap().to_str().unwrap();
    for named in [&path, name] {
        let mut load = Command::cargo_bin("fog-of-peace").unwrap();
        load.args(["--lang", "en", "play", "--plain", "--load", named]);
        load.arg("--saves").arg(saves.path());
        let resumed = load.write_stdin("board\nquit\n").assert().code(0);
        let told = String::from_utf8(resumed.get_output().stdout.clone()).unwrap();
        assert!(told.starts_with("You take the game up again"), "{told}");
    }
}

#[test]
fn a_game_in_play_is_not_opened_twice() {
    let saves = tempfile::tempdir().unwrap();
    let first = plain(saves.path()).write_stdin("").assert().code(0);
    let path = kept(first.get_output());
    let mut held = Process::new(assert_cmd::cargo::cargo_bin("fog-of-peace"))
        .args(["play", "--plain", "--load", &path])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // Once it has spoken, it holds the lock.
    let mut heard = [0];
    std::io::Read::read_exact(held.stdout.as_mut().unwrap(), &mut heard).unwrap();
    let mut second = Command::cargo_bin("fog-of-peace").unwrap();
    second.args(["play", "--plain", "--load", &path]);
    second.write_stdin("").assert().code(1);
    held.kill().unwrap();
    held.wait().unwrap();
}

#[test]
fn a_reader_that_goes_away_ends_the_game_quietly() {
    let saves = tempfile::tempdir().unwrap();
    let mut game = Process::new(assert_cmd::cargo::cargo_bin("fog-of-peace"))
        .args(["play", "--plain", "--side", "us", "--seed", "7"])
        .args(["--opponent", "staller", "--length", "short", "--saves"])
        .arg(saves.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(game.stdout.take());
    // It may be gone before it has read anything.
    let _ = std::io::Write::write_all(
        game.stdin.as_mut().unwrap(),
        "measured / hold / hold / none\n".repeat(8).as_bytes(),
    );
    let output = game.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(!told.contains("panicked"), "{told}");
}

#[test]
fn a_game_on_a_scenario_of_ones_own_is_taken_up_with_the_scenario_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own");
    let mut new = Command::cargo_bin("fog-of-peace").unwrap();
    new.args(["scenario", "new"]).arg(&own).assert().success();
    let begun = play(folder.path())
        .args(["--plain", "--scenario"])
        .arg(&own)
        .args([
            "--side",
            "orsa",
            "--opponent",
            "staller",
            "--length",
            "short",
        ])
        .write_stdin("")
        .assert()
        .success();
    let save = kept(begun.get_output());
    let resume = |scenario: Option<&Path>| {
        let mut command = play(folder.path());
        command.args(["--plain", "--load", &save]);
        if let Some(path) = scenario {
            command.arg("--scenario").arg(path);
        }
        command.write_stdin("").assert()
    };
    resume(Some(&own)).success();
    let unknown = resume(None).code(3);
    let told = String::from_utf8(unknown.get_output().stderr.clone()).unwrap();
    assert!(told.contains("--scenario"), "{told}");
    resume(Some(Path::new("gulf"))).code(3);
}

#[test]
fn a_game_is_told_in_the_language_that_is_named_and_one_that_it_is_not_told_in_is_refused() {
    let saves = tempfile::tempdir().unwrap();
    let mut named = Command::cargo_bin("fog-of-peace").unwrap();
    named.args(["play", "--plain", "--lang", "vi", "--saves"]);
    let told = named.arg(saves.path()).write_stdin("").assert().success();
    let told = String::from_utf8(told.get_output().stdout.clone()).unwrap();
    let words = Phrases::of_language(Language::Vietnamese);
    assert!(told.contains(words.get("plain.setup.side")), "{told}");
    let mut refused = Command::cargo_bin("fog-of-peace").unwrap();
    let said = refused.args(["--lang", "xx"]).assert().code(2);
    let said = String::from_utf8_lossy(&said.get_output().stderr).into_owned();
    assert!(said.contains("possible values: en, vi"), "{said}");
}

#[test]
fn what_a_command_would_not_heed_is_refused_before_it() {
    for option in [
        &["--saves", "elsewhere"][..],
        &["--ascii"],
        &["--theme", "mono"],
    ] {
        let mut before = Command::cargo_bin("fog-of-peace").unwrap();
        let said = before.args(option).args(["play", "--plain"]).assert();
        let said = said.code(2).get_output().stderr.clone();
        let said = String::from_utf8(said).unwrap();
        assert!(
            said.contains(option[0]) && said.contains("after the command"),
            "{said}"
        );
    }
}

#[test]
fn the_guided_first_game_is_a_game_that_is_kept_and_verified() {
    let saves = tempfile::tempdir().unwrap();
    let script = "keep\n".to_owned() + &"progress / hold / hold / none\n".repeat(6);
    let output = play(saves.path())
        .args(["--plain", "--guided"])
        .write_stdin(script)
        .assert()
        .code(0);
    let told = String::from_utf8(output.get_output().stdout.clone()).unwrap();
    assert!(told.contains("Guide: "), "{told}");
    assert!(told.contains("THE END"), "{told}");
    let mut verify = Command::cargo_bin("fog-of-peace").unwrap();
    verify.args([
        "replay",
        &kept(output.get_output()),
        "--verify",
        "--opponent",
    ]);
    verify.assert().code(0);
    // What it is dealt from is its own.
    let other = play(saves.path())
        .args(["--plain", "--guided", "--seed", "3"])
        .assert();
    other.code(2);
}

fn replay(args: &[&str]) -> assert_cmd::assert::Assert {
    let mut command = Command::cargo_bin("fog-of-peace").unwrap();
    command.args(["--lang", "en", "replay"]).args(args).assert()
}

#[test]
fn two_persons_play_a_deal_from_both_sides_and_are_compared_seat_by_seat() {
    let saves = tempfile::tempdir().unwrap();
    // Whatever is asked takes one of the two.
    let script = "1\nmeasured / hold / hold / none\n".repeat(120);
    let begin = |args: &[&str], script: &str| {
        let mut command = play(saves.path());
        let played = command.arg("--plain").args(args).write_stdin(script);
        played.assert()
    };
    let shared = [
        "--side",
        "us",
        "--seed",
        "7",
        "--length",
        "short",
        "--opponent",
        "person",
    ];
    let names = ["--name", "Ana & Binh", "--name", "iran=Chi"];
    let shared = [&shared[..], &names].concat();

    let left = begin(&shared, "1\nmeasured / hold / hold / none\n").success();
    let left = kept(left.get_output());
    // While it is played nobody sees what the other must not.
    replay(&[&left, "--plain"]).code(1);
    replay(&[&left, "--verify"]).code(0);
    begin(&["--swap", &left], "").code(2);

    let first = kept(begin(&shared, &script).success().get_output());
    let second = kept(begin(&["--swap", &first], &script).success().get_output());
    for save in [&first, &second] {
        replay(&[save, "--verify"]).code(0);
    }
    let compared = replay(&[&first, "--plain", "--compare", &second]).code(0);
    let told = String::from_utf8(compared.get_output().stdout.clone()).unwrap();
    for part in [
        "as at duplicate bridge",
        "Washington: ",
        "Over both seats: ",
        "Ana & Binh",
    ] {
        assert!(told.contains(part), "{told}");
    }
}
