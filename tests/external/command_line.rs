//! The same at the command line.

use crate::{PROGRAM, astray, gone, pid, python};
use assert_cmd::Command;
use rustix::process::{Pid, Signal, kill_process};
use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

fn program(args: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(args);
    command
}

/// Standard output and standard error of a command that ends with this code.
fn run(args: &[&str], code: i32) -> [String; 2] {
    let assert = program(args).assert().code(code);
    let output = assert.get_output();
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8(bytes.clone()).unwrap())
}

fn agent(level: &str) -> String {
    format!("{} agent --level {level}", shell_words::quote(PROGRAM))
}

#[test]
fn simulate_counts_forfeits_and_tells_why() {
    let dying = "cmd:sh -c 'echo oh dear >&2; exit 3'";
    let args = [
        "simulate", "--games", "4", "--jobs", "1", "--us", "staller", "--iran", dying,
    ];
    let [out, err] = run(&[&args[..], &["--format", "json"]].concat(), 0);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(json["forfeits"], serde_json::json!({"us": 0, "iran": 4}));
    assert_eq!(json["players"]["iran"], dying);
    let told = "fog-of-peace: iran forfeited 4 of 4 games; in the first, it ended with exit \
                code 3 before it said hello\n  | oh dear\n";
    assert!(err.ends_with(told), "{err}");
    assert!(err.starts_with("iran: oh dear\niran: forfeits: "), "{err}");
    let [out, _] = run(&args, 0);
    assert!(out.contains("\nforfeited: us 0, iran 4\n"), "{out}");
}

#[test]
fn simulate_plays_the_same_with_our_own_outside() {
    let inside = [
        "simulate", "--games", "2", "--format", "csv", "--us", "easy", "--iran",
    ];
    let outside = format!("cmd:{}", agent("easy"));
    let [expected, _] = run(&[&inside[..], &["easy"]].concat(), 0);
    let [out, err] = run(&[&inside[..], &[&outside]].concat(), 0);
    assert_eq!(out, expected);
    assert_eq!(err, "");
}

#[test]
fn what_starts_nothing_is_refused_as_a_wrong_command_line() {
    for opponent in ["cmd:no-such-program --fast", "cmd:", "cmd:'"] {
        let simulate = [
            "simulate", "--games", "1", "--us", "random", "--iran", opponent,
        ];
        let [_, err] = run(&simulate, 2);
        assert!(!err.is_empty());
        run(&["play", "--plain", "--opponent", opponent], 2);
    }
    run(&["agent", "--level", "cmd:true"], 2);
    run(&["bot", "check", "no-such-program"], 2);
}

fn play(saves: &Path, opponent: &str, input: &str) -> [String; 2] {
    let args = [
        "play",
        "--plain",
        "--side",
        "us",
        "--seed",
        "7",
        "--length",
        "short",
        "--opponent",
        opponent,
        "--saves",
    ];
    let mut command = program(&args);
    let assert = command
        .arg(saves)
        .write_stdin(input.to_owned())
        .assert()
        .code(0);
    let output = assert.get_output();
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8(bytes.clone()).unwrap())
}

#[test]
fn a_player_is_told_that_the_opponent_is_gone_and_plays_on() {
    let saves = tempfile::tempdir().unwrap();
    let input = "seal\n1\n".repeat(40);
    let [out, _] = play(saves.path(), "cmd:sh -c 'exit 3'", &input);
    let told = "decides nothing any more";
    assert_eq!(out.replace('\n', " ").matches(told).count(), 1, "{out}");
}

#[test]
fn no_save_starts_a_program() {
    let saves = tempfile::tempdir().unwrap();
    let marker = saves.path().join("started");
    let opponent = format!("cmd:sh -c 'touch {}; exit 3'", marker.display());
    let [_, err] = play(saves.path(), &opponent, "");
    let path = err.trim().split_once("kept in ").unwrap().1.to_owned();
    assert!(marker.exists());
    std::fs::remove_file(&marker).unwrap();
    let load = ["play", "--plain", "--load", &path];
    let [_, err] = run(&load, 2);
    assert!(err.contains("--opponent"), "{err}");
    run(&[&load[..], &["--opponent", "cmd:true"]].concat(), 2);
    assert!(!marker.exists());
    program(&[&load[..], &["--opponent", &opponent]].concat())
        .write_stdin("")
        .assert()
        .code(0);
    assert!(marker.exists());
}

#[test]
fn our_own_pass_the_check() {
    let [out, _] = run(&["bot", "check", &agent("logroller")], 0);
    assert_eq!(
        out.lines().filter(|line| line.starts_with("ok ")).count(),
        9,
        "{out}"
    );
}

#[test]
fn the_check_says_what_is_wrong() {
    for (script, check, why) in [
        ("exit 0", "hello", "it ended with exit code 0"),
        ("echo hello", "hello", "its first line is no hello"),
        (
            r#"echo '{"t":"hello","proto":1}'; exit 1"#,
            "choice",
            "exit code 1",
        ),
        (
            r#"echo '{"t":"hello","proto":1}'; sleep 60"#,
            "choice",
            "no answer within 300 ms",
        ),
    ] {
        let command = format!("sh -c {}", shell_words::quote(script));
        let [out, _] = run(&["bot", "check", "--move-ms", "300", &command], 1);
        let failed = format!("FAILED  {check}");
        assert!(out.contains(&failed) && out.contains(why), "{out}");
    }
}

#[test]
fn the_check_quotes_a_plain_piece_of_what_was_said() {
    let long = r"printf '\033[2J%060000d\n' 0";
    let late = format!(
        r#"echo '{{"t":"hello","proto":1,"name":"\u001b[2J"}}'; read -r line; read -r line; {long}"#
    );
    for (script, piece) in [
        (long, r#"no hello: "\u{1b}[2J000"#),
        (&late, r"it said: \u{1b}[2J000"),
    ] {
        let command = format!("sh -c {}", shell_words::quote(script));
        let [out, _] = run(&["bot", "check", &command], 1);
        assert!(out.contains(piece), "{out}");
        assert!(out.len() < 1000, "{out}");
        assert!(!out.contains('\u{1b}'), "{out}");
    }
}

/// The bot of the handbook, as `bot example` prints it, where there is Python.
#[test]
fn the_bot_of_the_handbook_passes_the_check_and_plays() {
    if !python() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let [source, _] = run(&["bot", "example"], 0);
    let file = folder.path().join("my bot.py");
    std::fs::write(&file, source).unwrap();
    let command = format!("python3 {}", shell_words::quote(file.to_str().unwrap()));
    let [out, err] = run(&["bot", "check", &command], 0);
    assert!(out.ends_with("It speaks the protocol.\n"), "{out}{err}");
    let who = format!("cmd:{command}");
    let args = [
        "simulate", "--games", "2", "--us", &who, "--iran", "random", "--format", "json",
    ];
    let [out, _] = run(&args, 0);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(json["forfeits"], serde_json::json!({"us": 0, "iran": 0}));
}

#[test]
fn an_agent_ends_with_its_pipes() {
    program(&["agent", "--level", "easy"])
        .write_stdin("")
        .assert()
        .code(0);
    let hello = "{\"t\":\"hello\",\"proto\":1,\"game\":\"x\",\"rules\":\"1\"}\n";
    let again = format!("{hello}{{\"t\":\"weather\"}}\n{hello}{{\"t\":\"quit\"}}\n{hello}");
    let assert = program(&["agent", "--level", "easy"])
        .write_stdin(again)
        .assert()
        .code(0);
    let said = String::from_utf8(assert.get_output().stdout.clone()).unwrap();
    assert_eq!(
        said,
        "{\"t\":\"hello\",\"proto\":1,\"name\":\"fog-of-peace easy\"}\n".repeat(2)
    );
    for nonsense in [
        "nonsense\n",
        "{\"t\":\"act\"}\n",
        "{\"t\":\"hello\",\"proto\":9,\"game\":\"\",\"rules\":\"\"}\n",
    ] {
        let assert = program(&["agent", "--level", "easy"])
            .write_stdin(nonsense)
            .assert();
        assert.code(1);
    }
}

#[test]
fn who_is_interrupted_leaves_no_program_behind() {
    let script = r#"trap "" TERM INT HUP; echo $$ > own.tmp; mv own.tmp own; exec sleep 30"#;
    interrupted(&format!("cmd:sh -c {}", shell_words::quote(script)));
    if python() {
        interrupted(&astray(script));
    }
}

/// Interrupts a game against a player that has written its number to a file.
fn interrupted(player: &str) {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own");
    let mut simulate = std::process::Command::new(PROGRAM)
        .args([
            "simulate", "--games", "1", "--us", "random", "--iran", player,
        ])
        .current_dir(folder.path())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    while !own.exists() {
        thread::sleep(Duration::from_millis(10));
    }
    kill_process(Pid::from_child(&simulate), Signal::INT).unwrap();
    assert!(!simulate.wait().unwrap().success());
    assert!(gone(pid(&own)));
}
