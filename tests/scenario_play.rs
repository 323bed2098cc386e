//! What the checker lets through can be played to an end.

#![allow(clippy::expect_used)] // a test that cannot be set up has failed

mod support;

use fog_of_peace::rules::constants::Constants;
use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::side::Side;
use fog_of_peace::rules::state::{Phase, State};
use fog_of_peace::rules::tables::Tables;
use fog_of_peace::rules::vocabulary::{Fact, Span, Test};
use fog_of_peace::scenario::{BUILTIN, Overrides, Scenario, TEMPLATE};
use proptest::prelude::*;
use std::convert::Infallible;
use support::{player_dice, random_step, tables};

/// Plays a game of random legal decisions to its end.
fn play(t: &Tables, seed: u64, length: Length) {
    let mut dice = player_dice(seed);
    let mut state = State::deal(t, seed, length, &mut ());
    for _ in 0..500 {
        if !random_step(t, &mut state, &mut dice, &mut ()) {
            break;
        }
    }
    assert!(
        matches!(state.common.phase, Phase::Over(_)),
        "seed {seed} does not end"
    );
}

fn template() -> Tables {
    let dir = tempfile::tempdir().expect("a temporary folder");
    for (name, text) in TEMPLATE {
        std::fs::write(dir.path().join(name), text).expect("the folder is writable");
    }
    let path = dir.path().to_str().expect("the path is text");
    Scenario::load(path)
        .expect("the template is playable")
        .tables
}

#[test]
fn the_template_can_be_played() {
    let t = template();
    for seed in 0..200 {
        play(&t, seed, Length::ALL[seed as usize % 3]);
    }
}

#[test]
fn every_scenario_that_comes_with_the_game_can_be_played() {
    for builtin in BUILTIN {
        let t = Scenario::load(builtin.id).expect("it can be played").tables;
        for seed in 0..200 {
            play(&t, seed, Length::ALL[seed as usize % 3]);
        }
    }
}

#[test]
fn the_poorest_scenario_that_passes_can_be_played() {
    let mut t = template();
    t.clauses.truncate(3);
    t.events.truncate(1);
    t.tests.push(Test {
        fact: Fact::Round(40),
        wanted: true,
    });
    t.events[0].when = Span {
        start: t.tests.len() as u16 - 1,
        len: 1,
    };
    for side in Side::BOTH {
        let side = &mut t.sides.0[side.index()];
        side.cards.truncate(1);
        side.moods.truncate(1);
        side.red_lines
            .iter_mut()
            .for_each(|line| line.clause.0 %= 3);
        side.enforced_by.0 %= 3;
    }
    t.ops.clear();
    t.events[0].ops = Span::default();
    t.clauses
        .iter_mut()
        .for_each(|clause| clause.in_force = Span::default());
    t.sides
        .0
        .iter_mut()
        .for_each(|side| side.cards[0].ops = Span::default());
    for seed in 0..100 {
        play(&t, seed, Length::Long);
    }
}

#[test]
fn any_clause_can_be_struck_from_the_agenda() {
    let gulf = Scenario::load("gulf").expect("gulf can be played");
    for clause in &gulf.text.clauses {
        let set = format!("clause.{}.on_agenda=false", clause.id)
            .parse()
            .expect("KEY=VALUE");
        let struck = Overrides(vec![set])
            .apply(gulf.clone())
            .expect("it can be set");
        for seed in 0..20 {
            play(&struck.tables, seed, Length::Standard);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..Default::default() })]

    /// Each constant is at an end of its range, or as it was.
    #[test]
    fn constants_anywhere_in_their_range_can_be_played(
        seed: u64,
        ends in prop::collection::vec(0..4_u8, Constants::KEYS.len()),
    ) {
        let mut t = tables().clone();
        let mut values = t.constants.values().into_iter().zip(ends);
        let built = Constants::build(|key| {
            let (value, end) = values.next().unwrap_or((key.min * key.unit.scale(), 0));
            Ok::<_, Infallible>(match end {
                0 => key.min * key.unit.scale(),
                1 => key.max * key.unit.scale(),
                _ => value,
            })
        });
        let Ok(constants) = built;
        t.constants = constants;
        t.constants.drift_min = constants.drift_min.min(constants.drift_max);
        play(&t, seed, Length::Standard);
    }
}
