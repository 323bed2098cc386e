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

#[test]
fn gulf_is_complete() {
    let text = Scenario::load("gulf").expect("gulf can be played").text;
    assert_eq!(text.clauses.len(), 8);
    assert!(text.events.len() >= 60, "{} events", text.events.len());
    for side in Side::BOTH {
        let side = text.side(side);
        assert!(
            side.cards.len() >= 20,
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
fn a_scenario_that_is_not_there_is_missed_by_name() {
    let error = Scenario::load("gulff").expect_err("there is no gulff");
    assert_eq!(
        error.to_string(),
        "no scenario is called `gulff`, and there is no such folder; did you mean `gulf`?"
    );
}
