//! The command `material`, as a shell sees it.

#![allow(clippy::expect_used)] // a test that cannot be set up has failed

use assert_cmd::Command;
use std::fs;
use std::path::Path;
use std::process::Stdio;

fn material(args: &[&str]) -> Command {
    let mut command = Command::cargo_bin("fog-of-peace").expect("the binary is built");
    command.arg("material").args(args).env_remove("COLUMNS");
    command
}

fn stdout(args: &[&str]) -> String {
    let out = material(args)
        .assert()
        .success()
        .get_output()
        .stdout
        .clone();
    String::from_utf8(out).expect("the output is text")
}

fn names() -> Vec<String> {
    let list = stdout(&["list"]);
    let named = list.lines().filter(|line| !line.starts_with(' '));
    named
        .map(|line| line.split(' ').next().expect("a name").to_owned())
        .collect()
}

/// The letters of a text, without what Markdown and the setting of lines add to it.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn path(dir: &Path) -> &str {
    dir.to_str().expect("the path is text")
}

#[test]
fn everything_a_lesson_needs_is_listed_and_can_be_shown() {
    let names = names();
    for name in [
        "guide",
        "rules",
        "quiz",
        "answers",
        "washington-short",
        "washington-long",
        "tehran-short",
        "tehran-long",
        "debrief",
        "rubric",
        "theory",
        "limits",
    ] {
        assert!(names.iter().any(|it| it == name), "no {name}");
        let text = stdout(&["show", name]);
        assert!(text.lines().count() > 10, "{name}");
        assert!(
            text.lines().all(|line| line.chars().count() <= 80),
            "{name}"
        );
    }
}

#[test]
fn the_width_of_the_terminal_is_kept_to() {
    for columns in ["60", "120"] {
        let out = material(&["show", "theory"])
            .env("COLUMNS", columns)
            .output();
        let text = String::from_utf8(out.expect("it runs").stdout).expect("text");
        let widest = text.lines().map(|line| line.chars().count()).max();
        let most = columns.parse().expect("a number");
        assert!(
            widest.is_some_and(|w| w <= most && w + 30 > most),
            "{widest:?}"
        );
    }
}

#[test]
fn export_writes_what_is_shown() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let to = dir.path().join("class");
    stdout(&["export", path(&to)]);
    let mut files: Vec<_> = fs::read_dir(&to)
        .expect("the folder was made")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    let names = names();
    assert_eq!(files.len(), names.len());
    for (file, name) in files.iter().zip(names) {
        let written = fs::read_to_string(file).expect("the document is there");
        // A table may be shown with its headings before each cell.
        let written = written.lines().filter(|line| !line.starts_with('|'));
        let shown = letters(&stdout(&["show", &name]));
        for part in written.map(letters) {
            assert!(shown.contains(&part), "{name}: {part}");
        }
    }
}

#[test]
fn every_scenario_has_role_sheets_of_its_own() {
    for (scenario, sides) in [
        ("orsa-tavan", ["orsa", "tavan"]),
        ("korea", ["un", "cn"]),
        ("jcpoa", ["p6", "ir"]),
        ("assets/templates/scenario", ["orsa", "tavan"]),
    ] {
        let dir = tempfile::tempdir().expect("a temporary folder");
        stdout(&["export", path(dir.path()), "--scenario", scenario]);
        let read = |file: String| fs::read_to_string(dir.path().join(file)).expect("the sheet");
        assert!(!dir.path().join("05-washington-short.md").exists());
        for (at, side) in sides.into_iter().enumerate() {
            let short = read(format!("{:02}-{side}-short.md", 5 + 2 * at));
            let long = read(format!("{:02}-{side}-long.md", 6 + 2 * at));
            for sheet in [&short, &long] {
                assert!(
                    !sheet.contains('{') && !sheet.contains("material."),
                    "{sheet}"
                );
                assert!(!sheet.contains("Iran's ports"), "{sheet}");
                assert!(
                    sheet.starts_with("# ") && sheet.ends_with("or not.\n"),
                    "{sheet}"
                );
                assert!(sheet.matches('*').count().is_multiple_of(2), "{sheet}");
            }
            assert!(short.lines().count() <= 40, "{scenario}: {short}");
            assert!(long.lines().count() > 60, "{scenario}: {long}");
        }
        read("12-limits.md".into());
    }
    let listed = stdout(&["list", "--scenario", "orsa-tavan"]);
    assert!(
        listed.contains("tavan-long") && !listed.contains("tehran"),
        "{listed}"
    );
    let shown = stdout(&["--scenario", "korea", "show", "cn-short"]);
    assert!(shown.contains("said aloud"), "{shown}");
}

#[test]
fn export_never_writes_over_a_file() {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let mine = dir.path().join("03-quiz.md");
    fs::write(&mine, "mine").expect("the folder can be written");
    let refused = material(&["export", path(dir.path())]).assert().code(1);
    let said = String::from_utf8_lossy(&refused.get_output().stderr).into_owned();
    assert!(said.contains("03-quiz.md is there already"), "{said}");
    assert_eq!(fs::read_to_string(&mine).expect("still there"), "mine");
    assert_eq!(fs::read_dir(dir.path()).expect("a folder").count(), 1);
}

#[test]
fn an_unknown_document_is_a_matter_of_usage_and_a_near_one_is_suggested() {
    let refused = material(&["show", "guid"]).assert().code(2);
    let said = String::from_utf8_lossy(&refused.get_output().stderr).into_owned();
    assert!(said.contains("`guide`"), "{said}");
}

#[test]
fn a_reader_that_goes_away_ends_it_quietly() {
    let binary = assert_cmd::cargo::cargo_bin("fog-of-peace");
    let mut child = std::process::Command::new(binary)
        .args(["material", "show", "guide"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    drop(child.stdout.take());
    let out = child.wait_with_output().expect("it ends");
    assert!(out.status.success());
    assert!(out.stderr.is_empty());
}
