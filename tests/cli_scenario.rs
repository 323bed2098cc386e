//! The command `scenario`, as a shell sees it.

#![allow(clippy::expect_used)] // a test that cannot be set up has failed

use assert_cmd::Command;
use std::fs;
use std::process::Stdio;

fn scenario(args: &[&str]) -> Command {
    let mut command = Command::cargo_bin("fog-of-peace").expect("the binary is built");
    command.arg("scenario").args(args);
    command
}

fn stdout(args: &[&str]) -> String {
    let out = scenario(args)
        .assert()
        .success()
        .get_output()
        .stdout
        .clone();
    String::from_utf8(out).expect("the output is text")
}

#[test]
fn list_names_what_show_can_show() {
    for line in stdout(&["list"])
        .lines()
        .filter(|line| !line.starts_with(' '))
    {
        let id = line.split(' ').next().expect("a line begins with an id");
        assert!(stdout(&["show", id]).contains(&format!("({id})")));
    }
}

#[test]
fn show_explains_clauses_objectives_and_constants() {
    let sheet = stdout(&["show", "gulf"]);
    for part in [
        "Agenda",
        "Status quo: 4.0",
        "Objectives",
        "Red lines",
        "first_mover",
        "300 %",
    ] {
        assert!(sheet.contains(part), "no {part} in the sheet");
    }
    assert!(sheet.lines().all(|line| line.chars().count() <= 100));
}

#[test]
fn show_prints_the_notes_and_the_words_that_are_the_scenarios_own() {
    let sheet = stdout(&["show", "korea"]);
    assert!(sheet.contains("Notes for whoever runs it"));
    assert!(sheet.contains("Its own words"));
    assert!(sheet.contains("verdict.epilogue.interim"));
    assert!(!stdout(&["show", "gulf"]).contains("Its own words"));
}

#[test]
fn check_of_a_sound_scenario_says_so_and_succeeds() {
    assert_eq!(stdout(&["check", "gulf"]), "gulf: no errors, no warnings\n");
}

#[test]
fn new_writes_a_scenario_that_passes_and_never_writes_over_one() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().join("mine");
    let path = path.to_str().expect("the path is text");
    scenario(&["new", path]).assert().success();
    scenario(&["check", path]).assert().success().stderr("");

    let main = format!("{path}/scenario.ron");
    fs::write(&main, "( my own work )").expect("the file is writable");
    fs::remove_file(format!("{path}/events.ron")).expect("the file is there");
    scenario(&["new", path]).assert().code(1);
    assert_eq!(
        fs::read_to_string(&main).expect("it is there"),
        "( my own work )"
    );
    assert!(!fs::exists(format!("{path}/events.ron")).expect("the folder can be looked at"));
}

#[test]
fn faults_exit_with_1_and_files_that_cannot_be_read_with_3() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().to_str().expect("the path is text");
    scenario(&["check", path]).assert().code(3);
    scenario(&["check", "no-such-scenario"]).assert().code(3);
    scenario(&["check"]).assert().code(2);
    scenario(&["new", path]).assert().success();
    let main = dir.path().join("scenario.ron");
    let text = fs::read_to_string(&main).expect("it is there");
    fs::write(&main, text.replace("\"first_mover\"", "\"frist_mover\"")).expect("writable");
    let output = scenario(&["check", path])
        .assert()
        .code(1)
        .get_output()
        .clone();
    let told = String::from_utf8(output.stderr).expect("the output is text");
    assert!(told.contains("did you mean `first_mover`?"), "{told}");
    assert!(told.ends_with("2 errors, no warnings\n"), "{told}");

    let output = scenario(&["check", path, "--format", "json"])
        .assert()
        .code(1);
    let told: serde_json::Value =
        serde_json::from_slice(&output.get_output().stdout).expect("it is JSON");
    assert_eq!(told["errors"], 2);
    assert_eq!(told["faults"][1]["help"], "did you mean `first_mover`?");
    assert!(told["faults"][1]["line"].as_u64() > Some(300));
}

#[test]
fn a_reader_that_stops_listening_ends_it_quietly() {
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin!("fog-of-peace"))
        .args(["scenario", "show", "gulf"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}
