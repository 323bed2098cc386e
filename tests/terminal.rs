//! The program on a real pseudo-terminal: what it shows, and that it gives the terminal
//! back on every way out.

#![cfg(unix)]
#![allow(clippy::expect_used)] // a test that cannot be set up has failed

mod pty;

use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::plan::Plan;
use fog_of_peace::rules::side::{PerSide, Side};
use fog_of_peace::rules::state::{Phase, State};
use fog_of_peace::scenario::Scenario;
use pty::{Pty, Setup};
use std::time::Duration;

#[test]
fn quitting_gives_the_terminal_back() {
    let mut pty = Setup::new((80, 24)).start();
    pty.until("New game");
    assert!(pty.is_taken());
    pty.send("q");
    assert_eq!(pty.end(), "code 0");
    assert!(pty.is_as_before(), "{}", pty.state());
}

#[test]
fn a_terminal_that_cannot_draw_is_sent_to_the_lines() {
    let mut pty = Setup::new((80, 24)).env("TERM", "dumb").start();
    pty.until("play --plain");
    assert_eq!(pty.end(), "code 2");
    assert!(pty.is_as_before(), "{}", pty.state());
}

#[test]
fn it_speaks_the_language_of_the_locale() {
    let setup = Setup::new((80, 24)).env("LC_ALL", "vi_VN.UTF-8");
    let mut pty = setup.start();
    pty.until("Ván mới");
    pty.until("Cài đặt");
    pty.send("\x03");
    assert_eq!(pty.end(), "signal Interrupt");
}

#[test]
fn every_signal_that_ends_it_gives_the_terminal_back_and_is_what_it_dies_of() {
    for (signal, dies) in [
        ("TERM", "Terminated"),
        ("HUP", "Hangup"),
        ("INT", "Interrupt"),
    ] {
        let mut pty = Setup::new((80, 24)).start();
        pty.until("New game");
        pty.kill(signal);
        assert_eq!(pty.end(), format!("signal {dies}"));
        assert!(pty.is_as_before(), "SIG{signal}: {}", pty.state());
    }
}

#[test]
fn ctrl_c_leaves_from_anywhere() {
    for keys in ["\x03", "?\x03", "3\x03", "4\x03"] {
        let mut pty = Setup::new((80, 24)).start();
        pty.until("New game");
        pty.send(keys);
        assert_eq!(pty.end(), "signal Interrupt");
        assert!(pty.is_as_before(), "{keys:?}: {}", pty.state());
    }
}

#[test]
fn it_stops_like_any_program_and_draws_itself_anew_when_continued() {
    let mut pty = Setup::new((80, 24)).start();
    pty.until("New game");
    for stop in ["key", "signal"] {
        match stop {
            "key" => pty.send("\x1a"),
            _ => pty.kill("TSTP"),
        }
        pty.until_stopped();
        assert!(pty.is_as_before(), "by {stop}: {}", pty.state());
        pty.forget();
        pty.kill("CONT");
        pty.until("New game");
        assert!(pty.is_taken());
    }
    pty.send("q");
    assert_eq!(pty.end(), "code 0");
}

#[test]
fn a_panic_gives_the_terminal_back_before_it_speaks() {
    let mut pty = Setup::panicking().start();
    pty.until("about to panic");
    pty.send("x");
    pty.until("a test panics here");
    assert!(pty.is_as_before(), "{}", pty.state());
}

#[test]
fn a_terminal_that_hangs_up_ends_it() {
    let mut pty = Setup::new((80, 24)).start();
    pty.until("New game");
    assert!(pty.hang_up(), "still there after two seconds");
}

#[test]
fn an_idle_game_writes_nothing_and_wakes_never() {
    let pty = Setup::new((80, 24)).start();
    pty.until("New game");
    pty.rest();
    let before = (pty.written(), pty.wakeups());
    std::thread::sleep(Duration::from_millis(1500));
    assert_eq!((pty.written(), pty.wakeups()), before);
}

#[test]
fn a_recorded_game_costs_nothing_unless_it_runs() {
    let save = concat!(env!("CARGO_MANIFEST_DIR"), "/saves/famous/both-signed.ron");
    let mut pty = Setup::new((80, 24)).arg("replay").arg(save).start();
    pty.until("the deal");
    pty.rest();
    let still = (pty.written(), pty.wakeups());
    std::thread::sleep(Duration::from_millis(1500));
    assert_eq!((pty.written(), pty.wakeups()), still);
    pty.send("++ ");
    pty.until("running at speed 4");
    pty.until("round 2 of");
    pty.send(" ");
    pty.rest();
    let still = (pty.written(), pty.wakeups());
    std::thread::sleep(Duration::from_millis(1500));
    assert_eq!((pty.written(), pty.wakeups()), still);
}

#[test]
fn it_follows_the_size_of_the_terminal() {
    let mut pty = Setup::new((80, 24)).start();
    pty.until("New game");
    pty.resize((52, 18));
    pty.until("needs 60x20, is 52x18");
    pty.resize((100, 30));
    pty.until("New game");
}

#[test]
fn the_first_key_after_a_new_size_is_answered() {
    let mut pty = Setup::new((100, 30)).start();
    pty.until("▸1");
    // From the first key on, what reads the keys hears of a new size too.
    pty.send("\x1b[B");
    pty.until("▸2");
    pty.resize((80, 24));
    pty.rest();
    pty.send("\x1b[B");
    pty.until("▸3");
}

#[test]
fn the_mouse_is_heard_only_if_it_is_wanted() {
    let mut pty = Setup::new((80, 24)).start();
    pty.until("New game");
    assert!(pty.has_mouse());
    pty.send("63\x1b[C");
    pty.until("‹ no ›");
    assert!(!pty.has_mouse());
    assert!(pty.setup.config("settings.ron").contains("mouse: false"));
}

#[test]
fn no_color_means_none() {
    let pty = Setup::new((80, 24)).env("NO_COLOR", "1").start();
    pty.until("New game");
    assert!(!pty.has_colour());
    let pty = Setup::new((80, 24)).start();
    pty.until("New game");
    assert!(pty.has_colour());
}

#[test]
fn ascii_means_ascii() {
    let pty = Setup::new((80, 24)).arg("--ascii").start();
    pty.until("New game");
    assert!(pty.contents().is_ascii(), "{}", pty.contents());
}

#[test]
fn a_wrong_key_file_is_refused_with_its_place_and_a_way_out() {
    let setup = Setup::new((100, 24));
    setup.write("keys.ron", "{\n    \"move\": { \"up\": [\"j\"] },\n}");
    let mut pty = setup.start();
    assert_eq!(pty.end(), "code 3");
    let said = pty.contents().replace('\n', "");
    assert!(said.contains("keys.ron:2:"), "{said}");
    assert!(said.contains("the key j would mean both"), "{said}");
    assert!(said.contains("to have the default keys"), "{said}");
}

/// A deal of which the first two rounds open with plans, if nobody does anything.
fn calm(gulf: &Scenario) -> (u64, State) {
    let t = &gulf.tables;
    let deals = (0..).map(|seed| (seed, State::deal(t, seed, Length::Standard, &mut ())));
    let mut calm = deals.filter(|(_, state)| {
        let mut next = *state;
        if state.common.phase == Phase::Plans {
            next.resolve(t, PerSide([Plan::DEFAULT; 2]), &mut ());
        }
        state.common.phase == Phase::Plans && next.common.phase == Phase::Plans
    });
    calm.next().expect("some deal is calm")
}

/// The letters of a text: lines are broken anywhere, and a scroll bar stands beside them.
fn packed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What nobody but a side may read: how its mood, its objectives and its cards begin.
fn secrets(gulf: &Scenario, state: &State, side: Side) -> Vec<String> {
    let (own, words) = (&state.own[side], gulf.text.side(side));
    let mut secrets = vec![words.moods[usize::from(own.mood)].text.clone()];
    let objectives = own.objectives.iter();
    secrets.extend(objectives.map(|at| words.objectives[usize::from(*at)].text.clone()));
    let hand = own.hand.iter().flatten();
    secrets.extend(hand.map(|card| gulf.text.card(side, *card).flavour.clone()));
    let start = |text: &String| packed(text).chars().take(40).collect();
    secrets.iter().map(start).collect()
}

#[test]
fn two_at_one_keyboard_meet_at_a_screen_that_tells_nothing_of_either() {
    let gulf = Scenario::load("gulf").expect("it comes with the game");
    let (seed, state) = calm(&gulf);
    let told = |pty: &Pty, side: Side| {
        let text = packed(&pty.contents());
        let secrets = secrets(&gulf, &state, side).into_iter();
        secrets
            .filter(|secret| text.contains(secret))
            .collect::<Vec<_>>()
    };
    let nothing_secret = |pty: &Pty| {
        pty.rest();
        for side in Side::BOTH {
            let told = told(pty, side);
            assert!(told.is_empty(), "{told:?} of {side:?}:\n{}", pty.contents());
        }
    };
    let seed = seed.to_string();
    let play = [
        "play",
        "--opponent",
        "person",
        "--name",
        "us=Ana & Binh",
        "--name",
        "iran=Chi",
        "--length",
        "standard",
        "--seed",
        &seed,
    ];
    let mut pty = play
        .into_iter()
        .fold(Setup::new((80, 24)), Setup::arg)
        .start();
    for (who, side, capital) in [
        ("Ana & Binh, for Washington", Side::Presser, "Washington"),
        ("Chi, for Tehran", Side::Holder, "Tehran"),
    ] {
        pty.until("The keyboard goes to");
        pty.until(who);
        nothing_secret(&pty);
        // The keys that seal do not take the seat.
        pty.send("\rs\r");
        nothing_secret(&pty);
        pty.until("The keyboard goes to");
        pty.send(" ");
        pty.until(&format!("Briefing: {capital}"));
        pty.rest();
        assert!(!told(&pty, side).is_empty(), "{}", pty.contents());
        let other = told(&pty, side.other());
        assert!(other.is_empty(), "{other:?}:\n{}", pty.contents());
        pty.send("q");
        pty.until("Make your plan");
        pty.send("\rs\r");
    }
    // Both have sealed: whoever did last reads what came of it and goes on.
    pty.until("What came of round 1");
    let other = told(&pty, Side::Presser);
    assert!(other.is_empty(), "{other:?}:\n{}", pty.contents());
    pty.send("q");
    pty.until("Make your plan");
    pty.send("\rs\r");
    pty.until("Ana & Binh, for Washington");
    nothing_secret(&pty);
    pty.send(" ");
    pty.until("What came of round 1");
    pty.send("\x11");
    assert_eq!(pty.end(), "code 0");
    assert!(pty.is_as_before(), "{}", pty.state());
}

#[test]
fn without_a_terminal_it_names_the_way_that_works() {
    let mut command = assert_cmd::Command::cargo_bin("fog-of-peace").expect("the binary is built");
    let output = command
        .write_stdin("")
        .assert()
        .code(2)
        .get_output()
        .clone();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("--plain"), "{said}");
    assert!(output.stdout.is_empty());
}

/// Not a test of its own: the program in which [`a_panic_gives_the_terminal_back_before_it_speaks`]
/// has a screen panic.
#[test]
#[ignore = "run by another test, in a terminal"]
fn a_screen_that_panics() {
    pty::panic_on_a_key();
}
