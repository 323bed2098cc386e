//! The claim about belief: beside games that others play it comes nearer to the truth than
//! the deal's own chances do, and the nearer the longer it looks on.
#![allow(clippy::expect_used)]

use fog_of_peace::negotiator::{Outside, Who};
use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::side::PerSide;
use fog_of_peace::scenario::Scenario;
use fog_of_peace::simulate::{Batch, Calibration, Row};

fn look_on(games: u32) -> Vec<Row> {
    let scenario = Scenario::load("gulf").expect("the built-in scenario has no faults");
    let calibration = Calibration {
        batch: Batch {
            scenario: &scenario,
            players: PerSide([Who::Search(400), Who::Search(400)]),
            games,
            seed: 11,
            length: Length::Standard,
            outside: Outside::default(),
        },
        particles: Calibration::PARTICLES,
    };
    calibration.run(|| ())
}

#[test]
fn a_belief_beats_the_deal_by_a_margin_that_grows() {
    let rows = look_on(60);
    let gain = |round: usize| rows[round - 1].all;
    for round in [3, 6, 9] {
        let all = gain(round);
        assert!(all.gain > 0.0, "round {round}: {all:?}");
        let hand = rows[round - 1].hand;
        assert!(hand.gain > hand.give, "round {round}: {hand:?}");
    }
    assert!(gain(6).gain > gain(3).gain, "{rows:#?}");
    assert!(gain(9).gain > gain(6).gain, "{rows:#?}");
    let hand = |round: usize| rows[round - 1].hand.gain;
    assert!(
        hand(1).abs() < 0.01,
        "nothing is known before anything is seen"
    );
    assert!(hand(9) > hand(3), "{rows:#?}");
    let late = gain(9);
    assert!(late.gain > late.give, "{late:?}");
}

#[test]
fn what_is_measured_does_not_depend_on_the_number_of_threads() {
    let on = |jobs| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).build();
        pool.expect("two threads can be had").install(|| look_on(4))
    };
    assert_eq!(on(1), on(2));
}
