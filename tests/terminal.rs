//! The program on a real pseudo-terminal: what it shows, and that it gives the terminal
//! back on every way out.

#![cfg(unix)]
#![allow(clippy::expect_used)] // a test that cannot be set up has failed

mod pty;

use pty::Setup;
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
