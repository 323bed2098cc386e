//! The command `study`, as a shell sees it.

#![allow(clippy::expect_used)] // a test that cannot be set up has failed

use assert_cmd::Command;
use serde_json::Value;

fn command(args: &[&str]) -> Command {
    let mut command = Command::cargo_bin("fog-of-peace").expect("the binary is built");
    command.args(args);
    command
}

fn stdout(args: &[&str]) -> String {
    let done = command(args).assert().success();
    String::from_utf8(done.get_output().stdout.clone()).expect("the output is text")
}

fn study(more: &[&str]) -> String {
    stdout(&[&["study", "--games", "24", "--level", "tit-for-tat"], more].concat())
}

fn json(more: &[&str]) -> Value {
    let text = study(&[more, &["--format", "json"]].concat());
    serde_json::from_str(&text).expect("the output is one object")
}

fn list<'a>(of: &'a Value, name: &str) -> &'a [Value] {
    of[name].as_array().expect("it is a list")
}

/// Asserts that a command line is refused as one, with these words.
fn refused(args: &[&str], words: &str) {
    let told = command(&[&["study"], args].concat()).assert().code(2);
    let told = String::from_utf8_lossy(&told.get_output().stderr).into_owned();
    assert!(told.contains(words), "{args:?}: {told}");
}

#[test]
fn the_number_of_threads_changes_nothing() {
    for format in ["table", "json"] {
        let with = |jobs| study(&["--jobs", jobs, "--format", format]);
        assert_eq!(with("1"), with("2"));
    }
}

#[test]
fn every_claim_that_games_can_test_has_a_verdict_that_follows_from_its_measures() {
    let all = json(&[]);
    let numbers: Vec<u64> = (list(&all, "claims").iter())
        .filter_map(|claim| claim["number"].as_u64())
        .collect();
    assert_eq!(numbers, [2, 4, 5, 7, 8, 10, 12]);
    for claim in list(&all, "claims") {
        let mut verdicts = Vec::new();
        for measure in list(claim, "measures") {
            let (bar, estimate) = (measure["bar"].as_f64(), &measure["estimate"]);
            let beyond = |end: &str, sign: f64| {
                let end = estimate[end].as_f64().zip(bar);
                end.is_some_and(|(end, bar)| (end - bar) * sign > 0.0)
            };
            let (above, below) = (beyond("low", 1.0), beyond("high", -1.0));
            let (so, against) = match measure["claimed"].as_str() {
                Some("above") => (above, below),
                _ => (below, above),
            };
            let expected = match (so, against) {
                (true, _) => "as_claimed",
                (_, true) => "against",
                _ => "not_shown",
            };
            assert_eq!(measure["verdict"], expected, "{measure}");
            verdicts.push(expected);
        }
        let expected = ["against", "not_shown"]
            .into_iter()
            .find(|verdict| verdicts.contains(verdict));
        assert_eq!(
            claim["verdict"],
            expected.unwrap_or("as_claimed"),
            "{claim}"
        );
    }
}

#[test]
fn each_run_says_what_was_set_and_is_what_simulate_plays() {
    let all = json(&["--seed", "3"]);
    let runs = list(&all, "runs");
    let set: Vec<&Value> = runs.iter().map(|run| &run["set"]).collect();
    let expected = [
        serde_json::json!([]),
        serde_json::json!(["first_mover=100", "ahead=100"]),
        serde_json::json!(["shield_fog=0", "build_seen=150", "covert_exposed=150"]),
        serde_json::json!(["clause.guarantees.on_agenda=false"]),
    ];
    assert_eq!(set, expected.iter().collect::<Vec<_>>());
    for run in runs {
        let mut args: Vec<&str> = "simulate --games 24 --us tit-for-tat --iran tit-for-tat"
            .split(' ')
            .chain(["--seed", "3", "--format", "json"])
            .collect();
        for setting in list(run, "set") {
            args.extend(["--set", setting.as_str().expect("it is KEY=VALUE")]);
        }
        let batch: Value = serde_json::from_str(&stdout(&args)).expect("it is an object");
        assert_eq!(run["endings"], batch["endings"], "{args:?}");
        let mean = |of: &Value| of.as_f64().expect("a mean is a number");
        let (own, theirs) = (&run["score"]["us"]["value"], &batch["score"]["us"]["mean"]);
        // Both are rounded to thousandths, from sums taken in another order.
        assert!((mean(own) - mean(theirs)).abs() < 0.0015, "{own} {theirs}");
    }
}

#[test]
fn what_is_set_for_the_study_is_set_in_every_run() {
    let (plain, calm) = (json(&[]), json(&["--set", "start_tension=0"]));
    for (a, b) in list(&plain, "runs").iter().zip(list(&calm, "runs")) {
        assert_eq!(a["set"], b["set"]);
        assert_ne!(a["score"], b["score"]);
    }
}

#[test]
fn the_table_names_each_claim_and_its_verdict() {
    let table = study(&[]);
    for words in [
        "as it is ",
        "shield_fog=0 ",
        "\n 2 Military action goes on under the ceasefire: ",
        "\n12 Three futures",
        "claimed: more than 50 %; ",
    ] {
        assert!(table.contains(words), "`{words}` is not in\n{table}");
    }
}

#[test]
fn a_senseless_command_line_is_refused_with_a_remedy() {
    refused(&["--games", "1"], "2..");
    refused(&["--level", "hrad"], "`hard`");
    refused(&["--jobs", "0"], "--jobs");
    let only_guarantees = ["--set", "clauses_to_sign=8"];
    refused(&only_guarantees, "does not allow this experiment");
}
