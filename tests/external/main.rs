//! Claims about negotiators outside the program: whatever they do, the game goes on; and our
//! own, outside, plays move for move as inside.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod agent;
mod command_line;
mod handbook;
mod misbehaviour;
mod secrets;

use fog_of_peace::negotiator::external::Forfeit;
use fog_of_peace::negotiator::{Negotiator, Outside, Seating, Stop, Who};
use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::ending::Ending;
use fog_of_peace::rules::plan::Decision;
use fog_of_peace::rules::score::Score;
use fog_of_peace::rules::side::{PerSide, Side};
use fog_of_peace::rules::tables::Tables;
use fog_of_peace::rules::view::View;
use fog_of_peace::scenario::Scenario;
use fog_of_peace::simulate::{Played, play};
use rustix::process::{Pid, test_kill_process};
use std::env;
use std::io::{self, Write};
use std::process::Command;
use std::sync::{Arc, LazyLock, Mutex};
use std::thread;
use std::time::Duration;

/// The scenario of all these games.
static GULF: LazyLock<Scenario> = LazyLock::new(|| Scenario::load("gulf").unwrap());
/// The program itself.
const PROGRAM: &str = env!("CARGO_BIN_EXE_fog-of-peace");

/// A command that a shell runs.
fn sh(script: &str) -> Who {
    format!("cmd:sh -c {}", shell_words::quote(script))
        .parse()
        .unwrap()
}

/// A shell that has left the group it was started in for that of whoever started it, by way of
/// Python: a shell cannot.
fn astray(script: &str) -> String {
    let leave = "import os, sys
os.setpgid(0, os.getpgid(os.getppid()))
os.execvp('sh', ['sh', '-c', sys.argv[1]])";
    format!(
        "cmd:{}",
        shell_words::join(["python3", "-c", leave, script])
    )
}

/// What a fair player in shell does when it is told a line: the default, always.
const FAIR: &str = r#"
    fair() {
        case $1 in
        '{"t":"hello"'*) echo '{"t":"hello","proto":1,"name":"fair"}' ;;
        '{"t":"act"'*)
            id=${1#*\"id\":}; id=${id%%,*}
            case $1 in
            *'"ask":"plan"'*) rest='"say":"measured","table":"hold","field":"hold","card":"none"' ;;
            *) choice=${1##*\"choice\":[\"}; rest="\"choice\":\"${choice%%\"*}\"" ;;
            esac
            echo "{\"t\":\"act\",\"id\":$id,$rest}" ;;
        '{"t":"quit"'*) exit 0 ;;
        esac
    }
"#;

/// A player that does this with each line, and may call `fair`.
fn player(each: &str) -> Who {
    sh(&format!("{FAIR} while read -r line; do {each}; done"))
}

/// Short limits, so that the slow are late soon.
fn hasty() -> Outside {
    Outside {
        move_ms: 150,
        start_ms: 3000,
        ..Outside::default()
    }
}

/// A negotiator whose decisions are noted.
struct Noted {
    inner: Box<dyn Negotiator>,
    decisions: Arc<Mutex<Vec<Decision>>>,
}

impl Negotiator for Noted {
    fn decide(&mut self, t: &Tables, view: &View) -> Decision {
        let decision = self.inner.decide(t, view);
        self.decisions.lock().unwrap().push(decision);
        decision
    }

    fn end(&mut self, ending: Ending, scores: &PerSide<Score>) {
        self.inner.end(ending, scores);
    }

    fn forfeit(&self) -> Option<&Forfeit> {
        self.inner.forfeit()
    }
}

/// A game with all decisions of both sides, the presser's first.
fn game(players: [&Who; 2], seed: u64, outside: &Outside) -> (Played, [Vec<Decision>; 2]) {
    let stop = Stop::default();
    let notes: [Arc<Mutex<Vec<Decision>>>; 2] = Default::default();
    let mut seats = PerSide::from_fn(|side| -> Box<dyn Negotiator> {
        let seating = Seating::new(&GULF, side, seed, &stop).with(outside);
        Box::new(Noted {
            inner: players[side.index()].seat(&seating),
            decisions: notes[side.index()].clone(),
        })
    });
    let played = play(&GULF.tables, &mut seats, seed, Length::Short);
    drop(seats);
    (played, notes.map(|noted| noted.lock().unwrap().clone()))
}

/// A game of this player as the holder against a staller.
fn against(player: &Who, seed: u64, outside: &Outside) -> (Played, Vec<Decision>) {
    let (played, [_, decisions]) = game([&Who::Staller, player], seed, outside);
    (played, decisions)
}

/// Limits that a fair player keeps on a busy machine too.
fn patient() -> Outside {
    Outside {
        move_ms: 60_000,
        start_ms: 60_000,
        ..Outside::default()
    }
}

/// Why the holder forfeited.
fn forfeit(played: &Played) -> Forfeit {
    let forfeit = played.forfeits[Side::Holder].clone();
    forfeit.expect("the holder forfeits")
}

/// Whether there is a Python to test with. Where CI is set there must be; elsewhere the test
/// that asks is left out, and standard error told, past the harness that would hide it.
fn python() -> bool {
    let version = Command::new("python3").arg("--version").output();
    let there = version.is_ok_and(|output| output.status.success());
    if !there {
        let without = env::var_os("CI").is_none();
        assert!(without, "no python3 on the PATH, and CI is set: install it");
        let test = thread::current();
        let test = test.name().unwrap_or_default();
        let _ = writeln!(io::stderr(), "{test} is skipped: no python3 on the PATH");
    }
    there
}

/// The number that a script has written to a file.
fn pid(file: &std::path::Path) -> Pid {
    let text = std::fs::read_to_string(file).unwrap();
    Pid::from_raw(text.trim().parse().unwrap()).unwrap()
}

/// Whether a process is gone soon. One that was killed may wait for whoever adopted it.
fn gone(pid: Pid) -> bool {
    let stat = format!("/proc/{}/stat", pid.as_raw_nonzero());
    let dead = || {
        test_kill_process(pid).is_err()
            || std::fs::read_to_string(&stat).is_ok_and(|stat| stat.contains(") Z "))
    };
    (0..100).any(|_| {
        thread::sleep(Duration::from_millis(10));
        dead()
    })
}
