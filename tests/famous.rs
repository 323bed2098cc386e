//! The famous games: every one is whole, verifies, and is told by a paragraph.
//!
//! `saves/famous/list.ron` says how those between negotiators were made. All keep the numbers
//! that they were played with, in their overrides. After a change of the rules or the scenario
//! `UPDATE_FIXTURES=1 cargo test --release --test famous` keeps the decisions of all and writes
//! anew what they lead to; with a name in the place of the 1, that game is played again, if
//! two negotiators played it. `cargo test --release --test famous -- --ignored --nocapture`
//! with `FAMOUS="hard hard standard 1 200"` lists what deals make of two negotiators, to choose
//! from.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod recorded;

use fog_of_peace::phrases::Phrases;
use fog_of_peace::record::{FaultKind, Header, Record, Seat, read, read_decision, write};
use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::ending::{Ending, EndingKind};
use fog_of_peace::rules::side::Side;
use fog_of_peace::scenario::{Overrides, Scenario};
use fog_of_peace::theatre::{FAMOUS, Famous, Place, Recording};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// How a game is made: a deal, and who plays it. Nobody is named where a player had a seat.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Recipe {
    name: String,
    #[serde(default)]
    seed: u64,
    #[serde(default)]
    us: String,
    #[serde(default)]
    iran: String,
    #[serde(default)]
    length: Length,
}

/// How they are made.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Recipes {
    /// The numbers that all were played with.
    set: Vec<String>,
    games: Vec<Recipe>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("saves/famous")
}

fn recipes() -> Recipes {
    let text = std::fs::read_to_string(folder().join("list.ron")).unwrap();
    ron::from_str(&text).unwrap()
}

impl Recipe {
    /// Whether a player had a seat.
    fn is_by_hand(&self) -> bool {
        self.us.is_empty()
    }
}

/// The same decisions, on the scenario as it is now, with the numbers that they were made with.
fn written_anew(gulf: &Scenario, path: &Path, overrides: Vec<String>) -> Record {
    let loaded = read(path).unwrap();
    let set = overrides.iter().map(|set| set.parse().unwrap()).collect();
    let gulf = &Overrides(set).apply(gulf.clone()).unwrap();
    let old = loaded.header;
    let mut header = Header::new(gulf, old.length, old.seats, old.seed.number());
    (header.created, header.title) = (old.created, old.title);
    header.overrides = overrides;
    let (mut record, _) = Record::begin(header, gulf);
    for entry in &loaded.entries[1..] {
        if let Some(side) = entry.who.side() {
            let ask = record.state().ask(&gulf.tables, side).unwrap();
            let decision = read_decision(&gulf.text, side, ask, &entry.what).unwrap();
            record.seal(gulf, side, decision).unwrap();
        } else {
            record.resolve(gulf).unwrap();
        }
        assert_eq!(
            record.entries().last().unwrap().what,
            entry.what,
            "{}: the numbers have changed, so that these decisions lead elsewhere; play another",
            path.display()
        );
    }
    record
}

fn title(name: &str) -> String {
    let title = Phrases::english().of("famous.title.", name);
    assert_ne!(title, "", "{name} has no title among the phrases");
    title.to_owned()
}

#[test]
fn every_famous_game_is_whole_and_verifies() {
    let gulf = Scenario::load("gulf").unwrap();
    if let Some(wanted) = std::env::var_os("UPDATE_FIXTURES") {
        let Recipes { set, games } = recipes();
        for recipe in games {
            let again = wanted == *recipe.name;
            if wanted != "1" && !again {
                continue;
            }
            let path = folder().join(format!("{}.ron", recipe.name));
            let record = if !again || recipe.is_by_hand() {
                written_anew(&gulf, &path, set.clone())
            } else {
                let names = [recipe.us.as_str(), recipe.iran.as_str()];
                let mut header = recorded::header(&gulf, names, recipe.seed, recipe.length);
                header.overrides = set.clone();
                header.title = title(&recipe.name);
                recorded::play(&gulf, header)
            };
            std::fs::write(path, write(&record)).unwrap();
        }
    }
    for famous in FAMOUS {
        let path = folder().join(format!("{}.ron", famous.name));
        let loaded = read(&path).unwrap();
        assert_eq!(loaded.fault, None, "{}", famous.name);
        let recording = Place::file(path).open().unwrap();
        let faults = recording.faults();
        assert!(
            faults.is_empty(),
            "{}: {}; write it anew with UPDATE_FIXTURES=1",
            famous.name,
            faults[0]
        );
        assert!(recording.ending().is_some(), "{} is not over", famous.name);
    }
}

#[test]
fn every_kind_of_ending_is_among_them_and_a_player_in_either_seat() {
    let mut endings = BTreeSet::new();
    let mut players = BTreeSet::new();
    for famous in FAMOUS {
        let recording = Recording::famous(famous).unwrap();
        endings.extend(recording.ending().map(Ending::kind));
        let seats = &recording.header().seats;
        players.extend(
            Side::BOTH
                .into_iter()
                .filter(|&side| seats[side] == Seat::Person),
        );
    }
    assert!(endings.iter().eq(&EndingKind::ALL), "{endings:?}");
    assert_eq!(players.len(), 2, "{players:?}");
}

#[test]
fn every_famous_game_has_a_title_and_a_paragraph_and_opens_as_it_is_carried() {
    let words = Phrases::english();
    for key in words.keys("famous") {
        let name = key.rsplit('.').next().unwrap();
        assert!(
            Famous::named(name).is_some(),
            "{key}: there is no such game"
        );
    }
    for famous in FAMOUS {
        assert_ne!(title(famous.name), "");
        let about = words.of("famous.about.", famous.name);
        assert!(about.len() > 100, "{}", famous.name);
        let recording = Recording::famous(famous).unwrap();
        let damaged = |kind: &FaultKind| matches!(kind, FaultKind::Syntax { .. });
        assert!(!recording.faults().iter().any(|it| damaged(&it.kind)));
    }
}

#[test]
#[ignore = "lists deals to choose from"]
fn candidates() {
    let gulf = Scenario::load("gulf").unwrap();
    let wanted = std::env::var("FAMOUS").unwrap_or("hard hard standard 1 20".into());
    let words: Vec<&str> = wanted.split(' ').collect();
    let [us, iran, length, from, to] = words[..] else {
        panic!("FAMOUS=\"US IRAN LENGTH FROM TO\"");
    };
    let length = match length {
        "short" => Length::Short,
        "long" => Length::Long,
        _ => Length::Standard,
    };
    for seed in from.parse::<u64>().unwrap()..=to.parse().unwrap() {
        let record = recorded::play(&gulf, recorded::header(&gulf, [us, iran], seed, length));
        let scores = fog_of_peace::rules::score::scores(&gulf.tables, record.state());
        let c = &record.state().common;
        println!(
            "{seed:>6}  {:<24} round {:>2}  agreed {:?}  incidents {:>2}  {:>6} {:>6}",
            format!("{:?}", record.state().ending().unwrap()),
            c.round,
            c.agreed(),
            c.incidents,
            scores[Side::Presser].total,
            scores[Side::Holder].total,
        );
    }
}
