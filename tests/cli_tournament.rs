//! The command `tournament`, as a shell sees it.

#![allow(clippy::expect_used)] // a test that cannot be set up has failed

use assert_cmd::Command;
use serde_json::Value;

fn tournament(args: &[&str]) -> Command {
    let mut command = Command::cargo_bin("fog-of-peace").expect("the binary is built");
    command.arg("tournament").args(args);
    command
}

fn stdout(args: &[&str]) -> String {
    let done = tournament(args).assert().success();
    String::from_utf8(done.get_output().stdout.clone()).expect("the output is text")
}

fn json(args: &[&str]) -> Value {
    let all = [args, &["--format", "json"]].concat();
    serde_json::from_str(&stdout(&all)).expect("the output is one object")
}

/// Asserts that a command line is refused as one, with these words.
fn refused(args: &[&str], words: &str) {
    let told = tournament(args).assert().code(2);
    let told = String::from_utf8_lossy(&told.get_output().stderr).into_owned();
    assert!(told.contains(words), "{args:?}: {told}");
}

const THREE: [&str; 5] = ["staller", "hard-liner", "random", "--games", "12"];

#[test]
fn the_number_of_threads_changes_nothing() {
    for format in ["table", "json"] {
        let with = |jobs| stdout(&[&THREE[..], &["--jobs", jobs, "--format", format]].concat());
        assert_eq!(with("1"), with("2"));
    }
}

#[test]
fn another_seed_is_another_tournament() {
    let with = |seed| stdout(&[&THREE[..], &["--seed", seed]].concat());
    assert_ne!(with("1"), with("2"));
}

#[test]
fn every_pair_and_every_cell_is_there() {
    let all = json(&THREE);
    let of = |name: &str| all[name].as_array().expect("it is a list").len();
    assert_eq!(all["deals"], 6);
    assert_eq!(of("ratings"), 3);
    assert_eq!(of("pairs"), 3);
    assert_eq!(of("cells"), 9);
    assert_eq!(of("best"), 6);
    assert_eq!(of("deviations"), 4);
    for pair in all["pairs"].as_array().expect("it is a list") {
        let of = |name: &str| pair[name].as_u64().expect("it is a count");
        assert_eq!(of("won") + of("drawn") + of("lost"), 6);
        for estimate in ["elo", "margin"] {
            let at = |end: &str| pair[estimate][end].as_f64().expect("it is a number");
            assert!(at("low") <= at("value") && at("value") <= at("high"));
        }
    }
    for cell in all["cells"].as_array().expect("it is a list") {
        let ended = cell["endings"].as_object().expect("it is an object");
        assert_eq!(ended.values().filter_map(Value::as_u64).sum::<u64>(), 6);
        assert!(cell["score"]["us"]["value"].is_number());
        assert!(cell["seats"]["iran"].is_string());
    }
}

#[test]
fn ratings_descend_about_a_mean_of_nil() {
    let all = json(&THREE);
    let elo: Vec<f64> = (all["ratings"].as_array().expect("it is a list").iter())
        .filter_map(|rating| rating["elo"]["value"].as_f64())
        .collect();
    assert!(elo.is_sorted_by(|a, b| a >= b));
    assert!(elo.iter().sum::<f64>().abs() < 0.01);
}

#[test]
fn the_table_says_whether_anyone_gains_in_the_champions_place() {
    let table = stdout(&[&THREE[..], &["--champion", "random"]].concat());
    assert!(table.contains("Best as iran against staller: "), "{table}");
    assert!(
        table.contains("Gain by taking the place of random in one seat against random"),
        "{table}"
    );
    assert!(table.contains(" replacing random"), "{table}");
}

#[test]
fn a_game_alone_agrees_with_simulate() {
    let all = json(&["staller", "random", "--games", "8", "--seed", "5"]);
    let mut command = Command::cargo_bin("fog-of-peace").expect("the binary is built");
    let players = ["--us", "random", "--iran", "staller"];
    command.args([
        "simulate", "--games", "4", "--seed", "5", "--format", "json",
    ]);
    let done = command.args(players).assert().success();
    let batch: Value = serde_json::from_slice(&done.get_output().stdout).expect("it is an object");
    let cells = all["cells"].as_array().expect("it is a list");
    let cell = (cells.iter())
        .find(|c| c["seats"]["us"] == "random" && c["seats"]["iran"] == "staller")
        .expect("every pair of seats is there");
    assert_eq!(cell["score"]["us"]["value"], batch["score"]["us"]["mean"]);
    assert_eq!(cell["endings"], batch["endings"]);
}

#[test]
fn a_senseless_command_line_is_refused_with_a_remedy() {
    refused(&["staller", "--games", "4"], "2 values required");
    refused(&["staller", "random"], "--games");
    refused(&["staller", "radnom", "--games", "4"], "`random`");
    refused(&["staller", "staller", "--games", "4"], "named twice");
    refused(&["staller", "random", "--games", "5"], "4 or 6");
    refused(&["staller", "random", "--games", "2"], "2");
    refused(
        &["staller", "random", "--games", "4", "--champion", "hard"],
        "name it among the players",
    );
    refused(
        &[
            "staller",
            "random",
            "--games",
            "4",
            "--set",
            "frist_mover=100",
        ],
        "first_mover",
    );
}

#[test]
#[cfg(unix)]
fn a_program_that_does_not_answer_forfeits_and_the_table_says_so() {
    let table = stdout(&["staller", "cmd:true", "--games", "4", "--length", "short"]);
    // Twice from either seat against the other, and in both seats against itself.
    assert!(table.contains(" cmd:true forfeited 8 games\n"), "{table}");
}
