//! `exercise` and `play --exercise`: from the template to a save that carries everything.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use assert_cmd::Command;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

fn run(args: &[&str], typed: &str, code: i32) -> Output {
    let mut command = Command::cargo_bin("fog-of-peace").unwrap();
    let command = command.env("COLUMNS", "80").args(args).write_stdin(typed);
    command.assert().code(code).get_output().clone()
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn complained(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The template in a folder, with something in it replaced.
fn exercise(folder: &Path, from: &str, to: &str) -> PathBuf {
    let file = folder.join("exercise.ron");
    run(&["exercise", "new", file.to_str().unwrap()], "", 0);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains(from), "{from}");
    fs::write(&file, text.replacen(from, to, 1)).unwrap();
    file
}

fn play(file: &Path, saves: &Path, more: &[&str], typed: &str, code: i32) -> Output {
    let common = ["play", "--plain", "--exercise", file.to_str().unwrap()];
    let saves = ["--saves", saves.to_str().unwrap()];
    run(&[&common[..], &saves, more].concat(), typed, code)
}

/// Answers at the start, the default plan (or the first answer) to the end, answers at the end.
fn whole_game() -> String {
    let rounds = "measured / hold / hold / none\n1\n".repeat(30);
    format!("2\nTo trade what is cheap to us.\n{rounds}")
}

#[test]
fn the_template_is_written_once_checked_and_played() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("exercise.ron");
    let name = file.to_str().unwrap();
    run(&["exercise", "new", name], "", 0);
    let before = fs::read(&file).unwrap();
    let again = run(&["exercise", "new", name], "", 1);
    assert!(complained(&again).contains("there already"));
    assert_eq!(fs::read(&file).unwrap(), before);
    let checked = run(&["exercise", "check", name], "", 0);
    assert!(told(&checked).contains("no errors, no warnings"));
    let played = play(&file, folder.path(), &["--name", "Ada"], &whole_game(), 0);
    let text = told(&played);
    assert!(text.contains("EXERCISE: First exercise"), "{text}");
    assert!(text.contains("does without: hints"), "{text}");
    assert!(text.contains("Question 1 of 2"), "{text}");
    let hand_in = complained(&played);
    assert!(hand_in.contains("Hand in this file: "), "{hand_in}");
    assert!(hand_in.contains("first-exercise-ada-1.ron"), "{hand_in}");
    let save = fs::read_to_string(folder.path().join("first-exercise-ada-1.ron")).unwrap();
    for part in [
        "student: \"Ada\"",
        "seized-ship",
        "With war",
        "To trade what",
    ] {
        assert!(save.contains(part), "{part} in {save}");
    }
}

#[test]
fn every_fault_is_told_at_once_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let file = exercise(folder.path(), "side: \"us\"", "side: \"usa\", sed: 3");
    let checked = complained(&run(&["exercise", "check", file.to_str().unwrap()], "", 1));
    assert!(checked.contains("exercise.ron:21:"), "{checked}");
    assert!(checked.contains("unknown field `sed`"), "{checked}");
    assert!(checked.contains("did you mean `seed`?"), "{checked}");
    play(&file, folder.path(), &["--name", "Ada"], "", 1);
    run(&["exercise", "check", "no-such-file.ron"], "", 3);
    let json = run(
        &[
            "exercise",
            "check",
            file.to_str().unwrap(),
            "--format",
            "json",
        ],
        "",
        1,
    );
    assert!(told(&json).contains("\"line\": 21"));
}

#[test]
fn what_the_exercise_sets_cannot_be_set_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = exercise(folder.path(), "seed: 7", "seed: 7");
    for flag in [
        ["--seed", "8"],
        ["--side", "iran"],
        ["--opponent", "easy"],
        ["--set", "a=1"],
    ] {
        let refused = complained(&play(&file, folder.path(), &flag, "", 2));
        assert!(refused.contains("leave it out"), "{refused}");
    }
}

#[test]
fn the_student_is_asked_for_a_name_and_everyone_is_dealt_the_same_game() {
    let folder = tempfile::tempdir().unwrap();
    let file = exercise(folder.path(), "seed: 7", "seed: 11");
    let rest = "1\nSomething.\nquit\n";
    let ada = told(&play(
        &file,
        folder.path(),
        &[],
        &format!("\nAda\n{rest}"),
        0,
    ));
    let bo = told(&play(
        &file,
        folder.path(),
        &[],
        &format!("\nBo\n{rest}"),
        0,
    ));
    assert!(ada.contains("That is no name"), "{ada}");
    assert_eq!(ada.replace("Ada", "Bo"), bo);
}

#[test]
fn a_help_that_is_off_is_off_whatever_is_typed() {
    let folder = tempfile::tempdir().unwrap();
    let file = exercise(folder.path(), "[Handbook, Why, Estimate]", "[]");
    let typed = "1\nSomething.\nhint\nhandbook 1\nmaterial 2\nwhy pressure\nintel\nquit\n";
    let text = told(&play(&file, folder.path(), &["--name", "Ada"], typed, 0));
    assert_eq!(
        text.matches("This exercise is played without").count(),
        5,
        "{text}"
    );
}

#[test]
fn a_question_that_was_left_open_is_asked_when_the_game_is_taken_up() {
    let folder = tempfile::tempdir().unwrap();
    let file = exercise(folder.path(), "seed: 7", "seed: 7");
    play(&file, folder.path(), &["--name", "Ada"], "2\nquit\n", 0);
    let save = folder.path().join("first-exercise-ada-1.ron");
    let load = |typed: &str| {
        let args = ["play", "--plain", "--load", save.to_str().unwrap()];
        told(&run(&args, typed, 0))
    };
    let rest = whole_game().replacen("2\n", "", 1);
    let rounds = rest.rsplit_once("1\n").unwrap().0;
    let text = load(rounds);
    assert!(text.contains("What will you try to get"), "{text}");
    let text = load("One clause.\nIn round 3.\n");
    assert!(!text.contains("What will you try to get"), "{text}");
    let found = run(&["replay", save.to_str().unwrap(), "--verify"], "", 0);
    assert!(complained(&found).is_empty(), "{}", complained(&found));
}

#[test]
fn a_report_on_a_folder_with_junk_in_it_still_tells_of_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let file = exercise(
        folder.path(),
        "opponent: \"normal\"",
        "opponent: \"staller\"",
    );
    let saves = folder.path().join("saves");
    let end = "=cmd|x\n<script>alert(1)</script>\n";
    for name in ["Ada", "Bo <b>"] {
        play(&file, &saves, &["--name", name], &whole_game(), 0);
    }
    for entry in fs::read_dir(&saves)
        .unwrap()
        .map(|entry| entry.unwrap().path())
    {
        let args = ["play", "--plain", "--load", entry.to_str().unwrap()];
        run(&args, end, 0);
    }
    fs::write(saves.join("notes.txt"), "no save").unwrap();
    fs::create_dir(saves.join("folder")).unwrap();
    let (page, book) = (
        folder.path().join("class.html"),
        folder.path().join("class.csv"),
    );
    let dir = saves.to_str().unwrap();
    let args = ["exercise", "report", dir, "-o", page.to_str().unwrap()];
    let told = told(&run(
        &[&args[..], &["--csv", book.to_str().unwrap()]].concat(),
        "",
        0,
    ));
    assert!(told.contains("3 files, 2 games that count"), "{told}");
    let html = fs::read_to_string(&page).unwrap();
    assert!(!html.contains("<script") && !html.contains("<b>"), "{html}");
    assert!(!html.contains("http://") && !html.contains("https://"));
    assert!(html.contains("Bo &lt;b&gt;") && html.contains("notes.txt"));
    let rows = fs::read_to_string(&book).unwrap();
    assert_eq!(rows.lines().count(), 4, "{rows}");
    assert!(!rows.contains(",=") && !rows.contains("\n="), "{rows}");
    let jobs = [
        "exercise",
        "report",
        dir,
        "-o",
        page.to_str().unwrap(),
        "--jobs",
        "1",
    ];
    run(&jobs, "", 0);
    assert_eq!(
        fs::read_to_string(&page).unwrap(),
        html,
        "whatever the number of threads"
    );
}

#[test]
fn a_class_is_gone_through_on_any_number_of_threads_with_the_same_result() {
    let folder = tempfile::tempdir().unwrap();
    let save = finished(folder.path(), &["--name", "Ada"]);
    let saves = folder.path().join("saves");
    fs::create_dir(&saves).unwrap();
    fs::copy(&save, saves.join("ada.ron")).unwrap();
    let report = |jobs: &str| {
        let page = folder.path().join(format!("class-{jobs}.html"));
        let args = ["exercise", "report", saves.to_str().unwrap(), "--analyse"];
        let how = ["--simulations", "8", "--par", "0", "--jobs", jobs, "-o"];
        let to = [page.to_str().unwrap()];
        run(&[&args[..], &how, &to].concat(), "", 0);
        fs::read_to_string(page).unwrap()
    };
    let page = report("1");
    assert_eq!(page, report("3"));
    for part in [
        "What the decisions were worth",
        "in 8 games each",
        "cost in all",
    ] {
        assert!(page.contains(part), "{part} in {page}");
    }
    let alone = [
        "exercise",
        "report",
        saves.to_str().unwrap(),
        "--simulations",
        "8",
    ];
    assert!(complained(&run(&alone, "", 2)).contains("--analyse"));
}

#[test]
fn a_folder_without_an_exercise_is_told_so() {
    let folder = tempfile::tempdir().unwrap();
    let refused = run(
        &["exercise", "report", folder.path().to_str().unwrap()],
        "",
        1,
    );
    assert!(complained(&refused).contains("--exercise FILE"));
    run(&["exercise", "report", "no-such-folder"], "", 3);
}

/// The game of a student against the staller, played to its end.
fn finished(folder: &Path, name: &[&str]) -> PathBuf {
    let file = exercise(folder, "opponent: \"normal\"", "opponent: \"staller\"");
    play(&file, folder, name, &whole_game(), 0);
    folder.join("first-exercise-ada-1.ron")
}

#[test]
fn whatever_tells_of_the_students_seat_calls_it_as_the_report_does() {
    for name in ["Ada", "us=Ada"] {
        let folder = tempfile::tempdir().unwrap();
        let save = finished(folder.path(), &["--name", name]);
        let text = fs::read_to_string(&save).unwrap();
        assert!(text.contains("names: (\"Ada\", \"\")"), "{text}");
        let save = save.to_str().unwrap();
        let watched = told(&run(&["replay", save, "--plain"], "", 0));
        assert!(watched.contains("Washington: Ada"), "{watched}");
        let analysed = [
            "analyse",
            save,
            "--simulations",
            "1",
            "--par",
            "0",
            "--jobs",
            "1",
        ];
        let analysed = told(&run(&analysed, "", 0));
        assert!(analysed.contains("Washington (Ada)"), "{analysed}");
    }
}

#[test]
fn nobody_but_the_student_goes_by_a_name_in_an_exercise() {
    let folder = tempfile::tempdir().unwrap();
    let file = exercise(folder.path(), "seed: 7", "seed: 7");
    let refused = play(&file, folder.path(), &["--name", "iran=Bo"], "", 2);
    assert!(complained(&refused).contains("the student of `us`"));
    let unknown = play(&file, folder.path(), &["--name", "mars=Bo"], "", 2);
    assert!(complained(&unknown).contains("mars"));
}

#[test]
fn the_deal_of_an_exercise_played_from_the_other_side_meets_the_same_events() {
    let folder = tempfile::tempdir().unwrap();
    let first = finished(folder.path(), &["--name", "Ada"]);
    let first = first.to_str().unwrap();
    let saves = folder.path().join("swapped");
    let swap = ["play", "--plain", "--swap", first, "--saves"];
    let rounds = "measured / hold / hold / none\n1\n".repeat(30);
    run(
        &[&swap[..], &[saves.to_str().unwrap()]].concat(),
        &rounds,
        0,
    );
    let second = fs::read_dir(&saves).unwrap().next().unwrap().unwrap();
    let text = fs::read_to_string(second.path()).unwrap();
    assert!(text.contains("names: (\"\", \"Ada\")"), "{text}");
    assert!(text.contains("injects: ") && text.contains("event: \"seized-ship\""));
    assert!(
        !text.contains("exercise: "),
        "the class was set the other side"
    );
    let second = second.path();
    let alone = ["replay", second.to_str().unwrap(), "--verify"];
    let found = told(&run(&alone, "", 0)).replace('\n', " ");
    assert!(found.contains("is not beside it"), "{found}");
    let beside = folder.path().join("second.ron");
    fs::copy(&second, &beside).unwrap();
    let beside = beside.to_str().unwrap();
    let found = told(&run(&["replay", beside, "--verify"], "", 0)).replace('\n', " ");
    assert!(found.contains("the sides are swapped"), "{found}");
    let compare = ["replay", first, "--plain", "--compare", beside];
    let compared = told(&run(&compare, "", 0));
    assert!(compared.contains("Over both seats: "), "{compared}");
    // The first is altered: the second says so.
    let altered = fs::read_to_string(first).unwrap();
    fs::write(
        first,
        altered.replacen("student: \"Ada\"", "student: \"Eve\"", 1),
    )
    .unwrap();
    let found = complained(&run(&["replay", beside, "--verify"], "", 1)).replace('\n', " ");
    assert!(
        found.contains("another game, or has been altered"),
        "{found}"
    );
}
