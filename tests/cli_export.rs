//! `replay --export` and `analyse` as Unix tools: what they write is what its format asks, and
//! tells no secret of a game that is still played.
#![allow(clippy::unwrap_used)]

mod recorded;

use assert_cmd::Command;
use fog_of_peace::record::Record;
use fog_of_peace::rules::deal::Length;
use fog_of_peace::scenario::Scenario;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn game() -> Record {
    let gulf = Scenario::load("gulf").unwrap();
    let mut header = recorded::header(&gulf, ["conceder", "tit-for-tat"], 12, Length::Short);
    header.title = "A <b>game</b>, |told|".into();
    recorded::play(&gulf, header)
}

fn saved() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = recorded::keep(folder.path(), &game());
    (folder, path)
}

fn run(args: &[&str], path: &Path) -> Command {
    let mut command = Command::cargo_bin("fog-of-peace").unwrap();
    command.args(["--lang", "en", args[0]]);
    command.arg(path).args(&args[1..]);
    command
}

fn export(path: &Path, format: &str) -> String {
    let done = run(&["replay", "--export", format], path)
        .assert()
        .success();
    String::from_utf8(done.get_output().stdout.clone()).unwrap()
}

#[test]
fn a_cast_plays_in_a_terminal_of_its_size_and_ends_on_the_verdict() {
    let (_folder, path) = saved();
    let cast = export(&path, "cast");
    let mut lines = cast
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    let header = lines.next().unwrap();
    assert_eq!(
        (&header["version"], &header["width"]),
        (&2.into(), &80.into())
    );
    let mut terminal = vt100::Parser::new(24, 80, 100);
    let mut clock = 0.0;
    let mut markers = Vec::new();
    for event in lines {
        assert_eq!(event.as_array().unwrap().len(), 3, "{event}");
        let time = event[0].as_f64().unwrap();
        assert!(time >= clock && time - clock < 5.0, "{event}");
        clock = time;
        if event[1] == "m" {
            markers.push(event[2].as_str().unwrap().to_owned());
            continue;
        }
        assert_eq!(event[1], "o", "{event}");
        terminal.process(event[2].as_str().unwrap().as_bytes());
        terminal.screen_mut().set_scrollback(usize::MAX);
        assert_eq!(
            terminal.screen().scrollback(),
            0,
            "nothing runs off the top"
        );
    }
    assert!((60.0..1200.0).contains(&clock), "{clock} seconds");
    assert!(cast.contains("Mission score"), "it ends on the verdict");
    assert!(markers[1].starts_with("Round 1 "), "{markers:?}");
}

#[test]
fn a_page_is_one_file_that_fetches_nothing_and_holds_no_markup_of_the_save() {
    let (_folder, path) = saved();
    let page = export(&path, "html");
    for foreign in ["<script", "http:", "https:", "src=", "@import", "url("] {
        assert!(!page.contains(foreign), "{foreign}");
    }
    assert!(page.contains("A &lt;b&gt;game&lt;/b&gt;, |told|"));
    assert!(
        page.matches("<svg").count() >= 3,
        "shared meters, and each side's"
    );
    assert_eq!(
        page.matches("<table").count(),
        page.matches("</table>").count()
    );
}

#[test]
fn an_account_in_markdown_tells_every_round_and_takes_no_markup_from_the_save() {
    let (_folder, path) = saved();
    let told = export(&path, "md");
    assert!(
        told.starts_with("# A \\<b\\>game\\</b\\>, \\|told\\|\n"),
        "{told}"
    );
    assert!(told.contains("## Round 1 of "));
    assert!(told.contains("## The verdict"));
    let row = |line: &&str| line.starts_with('|');
    let cells = |line: &str| line.replace("\\|", "").matches('|').count();
    assert!(
        told.lines()
            .filter(row)
            .all(|line| [3, 5].contains(&cells(line)))
    );
}

#[test]
fn the_rounds_are_the_same_in_csv_and_json() {
    let (_folder, path) = saved();
    let (csv, json) = (export(&path, "csv"), export(&path, "json"));
    let json: Value = serde_json::from_str(&json).unwrap();
    let rounds = json["rounds"].as_array().unwrap();
    let mut lines = csv.split_terminator("\r\n");
    let heads: Vec<&str> = lines.next().unwrap().split(',').collect();
    let at = |name: &str| heads.iter().position(|head| *head == name).unwrap();
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    assert_eq!(rows.len(), rounds.len());
    for (row, round) in rows.iter().zip(rounds) {
        let number: f64 = row[at("us_pressure")].parse().unwrap();
        assert_eq!(round["own"]["us"]["pressure"], number);
        let table = round["plans"]["iran"]["table"].as_str().unwrap_or_default();
        assert_eq!(row[at("iran_table")], table);
    }
    assert!(json["score"]["us"].is_number());
    assert!(json.get("seed").is_none());
}

#[test]
fn a_game_still_played_gives_away_nothing_but_its_players_own() {
    let folder = tempfile::tempdir().unwrap();
    let path = recorded::unfinished(folder.path(), &game(), 12);
    let json: Value = serde_json::from_str(&export(&path, "json")).unwrap();
    assert_eq!(json["view"], "iran");
    for round in json["rounds"].as_array().unwrap() {
        assert!(round["own"]["us"]["pressure"].is_null(), "{round}");
        assert!(round["own"]["iran"]["pressure"].is_number(), "{round}");
        assert!(round["plans"]["us"].is_null(), "{round}");
    }
    for format in ["md", "html", "cast"] {
        let told = export(&path, format);
        assert!(told.contains("What Tehran was told in secret"), "{format}");
        assert!(!told.contains("What Washington was told"), "{format}");
        assert!(!told.contains("Washington's Pressure"), "{format}");
    }
    run(&["replay", "--export", "md", "--view", "both"], &path)
        .assert()
        .code(2);
    let refused = run(&["analyse"], &path).assert().code(1);
    let why = String::from_utf8_lossy(&refused.get_output().stderr).into_owned();
    assert!(why.contains("not over"), "{why}");
}

#[test]
fn a_save_of_which_nothing_holds_is_damaged_to_whoever_reads_it() {
    let (_folder, path) = saved();
    let text = fs::read_to_string(&path).unwrap();
    let (head, chain) = text.split_once("chain: \"").unwrap();
    let other = if chain.starts_with('0') { "1" } else { "0" };
    fs::write(&path, format!("{head}chain: \"{other}{}", &chain[1..])).unwrap();
    for command in [&["replay", "--verify"][..], &["analyse"]] {
        run(command, &path).assert().code(3);
    }
}

#[test]
fn a_save_is_never_written_over_by_what_is_made_of_it() {
    let (folder, path) = saved();
    let before = fs::read(&path).unwrap();
    for command in [&["replay", "--export", "md"][..], &["analyse"]] {
        run(command, &path).arg("-o").arg(&path).assert().code(2);
    }
    assert_eq!(fs::read(&path).unwrap(), before);
    let other = folder.path().join("game.md");
    run(&["replay", "--export", "md"], &path)
        .arg("-o")
        .arg(&other)
        .assert()
        .success();
    assert!(fs::read_to_string(other).unwrap().contains("## Round 1"));
}

#[test]
fn an_analysis_is_told_in_eighty_columns_as_markdown_as_an_object_and_as_a_page() {
    let (_folder, path) = saved();
    let analyse = |format: &str| {
        let few = [
            "analyse",
            "--simulations",
            "16",
            "--par",
            "2",
            "--format",
            format,
        ];
        let done = run(&few, &path).assert().success();
        String::from_utf8(done.get_output().stdout.clone()).unwrap()
    };
    let told = analyse("text");
    assert!(
        told.lines().all(|line| line.chars().count() <= 80),
        "{told}"
    );
    let json: Value = serde_json::from_str(&analyse("json")).unwrap();
    let seats = json["seats"].as_array().unwrap();
    assert_eq!(seats.len(), 2, "no person played, so both are judged");
    for plan in seats[0]["plans"].as_array().unwrap() {
        for estimate in ["before", "after", "instead", "cost"] {
            let estimate = &plan["known"][estimate];
            let [low, value, high] = ["low", "value", "high"].map(|end| estimate[end].as_f64());
            assert!(low <= value && value <= high, "{plan}");
        }
    }
    let answers = seats
        .iter()
        .flat_map(|seat| seat["answers"].as_array().unwrap());
    let graded = |answer: &Value| answer["grade"].is_string() && answer["event"].is_string();
    assert!(answers.clone().count() > 0 && answers.clone().all(graded));
    let answered = |seat: &Value| !seat["answers"].as_array().unwrap().is_empty();
    let asked = seats.iter().position(answered).unwrap();
    let capital = ["Washington", "Tehran"][asked];
    let heading = format!("The answers of {capital} to events");
    assert!(told.contains(&heading), "{told}");
    let account = analyse("md");
    assert!(account.contains(&format!("## {heading}")), "{account}");
    assert!(account.contains("| round | grade |"), "{account}");
    let page = analyse("html");
    assert!(page.contains(&heading));
    assert_eq!(page.matches("<svg").count(), 2);
    assert!(!page.contains("<script") && !page.contains("http"));
}
