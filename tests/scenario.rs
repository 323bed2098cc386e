//! The scenarios that come with the game.

#![allow(clippy::expect_used)] // a test that cannot be set up has failed

use fog_of_peace::rules::side::Side;
use fog_of_peace::scenario::{self, BUILTIN, Scenario};

#[test]
fn no_scenario_that_comes_with_the_game_has_a_fault() {
    for builtin in BUILTIN {
        let origin = scenario::find(builtin.id).expect("it is built in");
        let (scenario, report) = scenario::check(&origin);
        assert_eq!(report.to_string(), "");
        assert_eq!(scenario.expect("it can be played").id, builtin.id);
    }
}

/// Holds that the scenario has enough of everything for a class that plays it more than once.
fn complete(id: &str, clauses: usize, events: usize, cards: usize) {
    let text = Scenario::load(id).expect("it can be played").text;
    assert_eq!(text.clauses.len(), clauses);
    assert!(text.events.len() >= events, "{} events", text.events.len());
    for side in Side::BOTH {
        let side = text.side(side);
        assert!(
            side.cards.len() >= cards,
            "{} cards in {}",
            side.cards.len(),
            side.capital
        );
        assert!(
            side.objectives.len() >= 8,
            "{} objectives",
            side.objectives.len()
        );
        assert_eq!(side.moods.len(), 4);
    }
}

#[test]
fn gulf_is_complete() {
    complete("gulf", 8, 60, 20);
}

#[test]
fn orsa_tavan_is_complete() {
    complete("orsa-tavan", 7, 40, 16);
}

#[test]
fn korea_is_complete() {
    complete("korea", 7, 40, 20);
}

#[test]
fn jcpoa_is_complete() {
    complete("jcpoa", 7, 40, 20);
}

#[test]
fn what_is_fictional_names_no_place_on_earth() {
    let builtin = BUILTIN.iter().find(|builtin| builtin.id == "orsa-tavan");
    let scenario = builtin.expect("it is built in");
    for (file, text) in scenario.files {
        let text = text.to_lowercase();
        for real in [
            "iran",
            "tehran",
            "washington",
            "american",
            "hormuz",
            "uranium",
            "gulf",
        ] {
            let spoken = text
                .split(|c: char| !c.is_alphabetic())
                .any(|word| word == real);
            assert!(!spoken, "{file} speaks of {real}");
        }
    }
}

#[test]
fn a_scenario_that_is_not_there_is_missed_by_name() {
    let error = Scenario::load("gulff").expect_err("there is no gulff");
    assert_eq!(
        error.to_string(),
        "no scenario is called `gulff`, and there is no such folder; did you mean `gulf`?"
    );
}
