//! Claims about beliefs: they fit the view, follow from it alone, and follow.

use super::query::Chances;
use super::*;
use crate::negotiator::Manner;
use crate::negotiator::{Seating, Stop, Who};
use crate::rules::deal::Length;
use crate::rules::dice::Stream;
use crate::rules::plan::{ChoiceId, Plan};
use crate::rules::side::PerSide;
use crate::rules::state::{Phase, State};
use crate::scenario::Scenario;

fn gulf() -> Scenario {
    Scenario::load("gulf").unwrap()
}

/// Plays a game of two bots and shows each state in which plans are made, with the plans.
fn watch(game: &Scenario, who: &Who, seed: u64, mut see: impl FnMut(&State, PerSide<Plan>)) {
    let (t, stop) = (&game.tables, Stop::default());
    let mut seats = PerSide::from_fn(|side| who.seat(&Seating::new(game, side, seed, &stop)));
    let mut state = State::deal(t, seed, Length::Standard, &mut ());
    while state.ending().is_none() {
        if state.common.phase == Phase::Choices {
            state.choose(t, PerSide([Some(ChoiceId(0)); 2]), &mut ());
            continue;
        }
        let plans =
            PerSide::from_fn(
                |side| match seats[side].decide(t, &View::of(t, &state, side)) {
                    Decision::Plan(plan) => plan,
                    Decision::Choice(_) => Plan::DEFAULT,
                },
            );
        see(&state, plans);
        state.resolve(t, plans, &mut ());
    }
}

/// A belief that has looked on at a game up to some round, and the last view.
fn believed(
    game: &Scenario,
    seed: u64,
    until: u8,
    swap: impl FnMut(View) -> View,
) -> (Belief, View) {
    believed_of(game, &Who::Random, seed, until, swap)
}

/// The same, at a game of two such bots.
fn believed_of(
    game: &Scenario,
    who: &Who,
    seed: u64,
    until: u8,
    mut swap: impl FnMut(View) -> View,
) -> (Belief, View) {
    let (t, side) = (&game.tables, Side::Presser);
    let mut dice = Dice::new(seed, Stream::Presser);
    let mut belief = Belief::new(t, side, 64, &mut dice);
    let mut last: Option<(View, Plan)> = None;
    watch(game, who, seed, |state, plans| {
        if state.common.round > until {
            return;
        }
        let view = swap(View::of(t, state, side));
        if let Some((before, own)) = &last {
            belief.learn(t, before, Decision::Plan(*own), &view, &mut dice);
        }
        last = Some((view, plans[side]));
    });
    let (view, _) = last.expect("a game has a first round");
    (belief, view)
}

#[test]
fn what_a_belief_makes_up_looks_the_same_to_its_side() {
    let game = gulf();
    let t = &game.tables;
    let mut dice = Dice::new(3, Stream::Cosmetic);
    for seed in 0..40 {
        let (belief, view) = believed(&game, seed, 3 + (seed % 8) as u8, |view| view);
        for imagined in belief.states(t, &view, 40, &mut dice) {
            let state = imagined.state;
            assert_eq!(View::of(t, &state, view.side), view, "seed {seed}");
        }
    }
}

#[test]
fn the_same_views_and_dice_give_the_same_belief() {
    let game = gulf();
    for seed in 0..10 {
        let (one, _) = believed(&game, seed, 9, |view| view);
        let (two, _) = believed(&game, seed, 9, |view| view);
        assert_eq!(one.particles, two.particles);
    }
}

#[test]
fn secrets_behind_equal_views_do_not_sway_a_belief() {
    let game = gulf();
    let t = &game.tables;
    let mut swaps = Dice::new(8, Stream::Cosmetic);
    for seed in 0..10 {
        let (plain, _) = believed(&game, seed, 9, |view| view);
        let (swapped, _) = believed(&game, seed, 9, |view| {
            let state = view.sample(t, &mut swaps);
            View::of(t, &state, view.side)
        });
        assert_eq!(plain.particles, swapped.particles);
    }
}

#[test]
fn what_probing_found_is_believed_for_certain() {
    let game = gulf();
    let mut found = 0;
    for seed in 0..60 {
        let (belief, view) = believed(&game, seed, 12, |view| view);
        for line in view.other.red_lines.iter().flatten() {
            found += 1;
            assert_eq!(belief.limit(line.clause, line.limit), 1000);
        }
    }
    assert!(found > 5, "{found} red lines found");
}

#[test]
fn the_shares_of_a_belief_sum_to_one() {
    let game = gulf();
    let t = &game.tables;
    let (belief, _) = believed(&game, 5, 8, |view| view);
    let other = &t.sides[Side::Holder];
    let moods: u32 = (0..other.moods.len() as u8).map(|n| belief.mood(n)).sum();
    assert!((997..=1003).contains(&moods), "{moods}");
    let objectives = (0..other.objectives.len() as u8).map(|n| belief.objective(n));
    let objectives: u32 = objectives.sum();
    assert!((1990..=2010).contains(&objectives), "{objectives}");
}

#[test]
fn a_kind_of_player_is_known_by_what_it_does() {
    let game = gulf();
    let kinds = [
        (Who::Search(200), Manner::Weighing, 80),
        (Who::HardLiner, Manner::Unyielding, 80),
        // What is done by lot looks well weighed at times.
        (Who::Random, Manner::Erratic, 50),
    ];
    for (who, manner, percent) in kinds {
        // Most games by lot are over before.
        let lasting = (0..200)
            .map(|seed| believed_of(&game, &who, seed, 6, |view| view))
            .filter(|(_, view)| view.common.round == 6);
        let known: Vec<bool> = lasting
            .map(|(belief, _)| belief.manner().0 == manner)
            .take(12)
            .collect();
        let right = known.iter().filter(|&&right| right).count();
        assert!(known.len() > 7, "{who}: {} games", known.len());
        assert!(
            right * 100 >= known.len() * percent,
            "{who}: {right} of {}",
            known.len()
        );
    }
}

#[test]
fn who_decides_by_lot_shows_nothing_of_what_it_was_told() {
    let game = gulf();
    let t = &game.tables;
    let mut dice = Dice::new(8, Stream::Cosmetic);
    let (belief, view) = (0..20)
        .map(|seed| believed(&game, seed, 4, |view| view))
        .max_by_key(|(belief, _)| (belief.manner().0 == Manner::Erratic, belief.manner().1))
        .unwrap();
    assert_eq!(belief.manner().0, Manner::Erratic);
    let states = belief.states(t, &view, 400, &mut dice);
    let erratic = states.iter().filter(|held| held.manner == Manner::Erratic);
    let moods = t.sides[view.side.other()].moods.len();
    let mut seen = vec![0; moods];
    for held in erratic {
        seen[usize::from(held.state.own[view.side.other()].mood)] += 1;
    }
    // Each mood is held as often as it is dealt, give or take.
    let prior = Prior::new(t, view.side.other());
    for (mood, count) in (0u8..).zip(seen) {
        let dealt = Chances::mood(&prior, mood) * 400.0;
        assert!(
            (count as f32 - dealt).abs() < 60.0,
            "mood {mood}: {count} of {dealt}"
        );
    }
}
