//! The engine and the search on one core: `cargo bench --bench engine`.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use fog_of_peace::negotiator::{Belief, Negotiator, OwnDice, Profile, Search, Stop, evaluate};
use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::dice::{Dice, Stream};
use fog_of_peace::rules::legal::random_plan;
use fog_of_peace::rules::plan::{ChoiceId, Decision};
use fog_of_peace::rules::score::scores;
use fog_of_peace::rules::side::{PerSide, Side};
use fog_of_peace::rules::state::{Ask, Phase, State};
use fog_of_peace::rules::tables::Tables;
use fog_of_peace::rules::view::View;
use fog_of_peace::scenario::Scenario;
use std::sync::LazyLock;

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let scenario = Scenario::load("gulf").expect("the built-in scenario has no faults");
    scenario.tables
});

fn main() {
    divan::main();
}

/// One step of random play: the answers to an event, or a round. Whether it was a round.
fn step(t: &Tables, state: &mut State, dice: &mut Dice) -> bool {
    if state.common.phase == Phase::Choices {
        let answers = state.common.event.map_or(0, |id| t.event(id).choices.len());
        let given = PerSide::from_fn(|_| Some(ChoiceId(dice.below(answers as u32) as u8)));
        state.choose(t, given, &mut ());
        return false;
    }
    let plans =
        PerSide::from_fn(|side| random_plan(t, side, &state.common, &state.own[side], dice));
    state.resolve(t, plans, &mut ());
    true
}

/// Plays a game at random and says how many rounds it took.
fn game(t: &Tables, seed: u64, dice: &mut Dice) -> u32 {
    let mut state = State::deal(t, seed, Length::Standard, &mut ());
    let mut rounds = 0;
    while state.ending().is_none() {
        rounds += u32::from(step(t, &mut state, dice));
    }
    rounds
}

/// A state some rounds into a game, at which plans are asked for.
fn midgame() -> State {
    let mut dice = Dice::new(4, Stream::Cosmetic);
    (0..)
        .find_map(|seed| {
            let mut state = State::deal(&TABLES, seed, Length::Standard, &mut ());
            while state.ending().is_none() {
                if state.common.round == 5 && state.ask(&TABLES, Side::Presser) == Some(Ask::Plan) {
                    return Some(state);
                }
                step(&TABLES, &mut state, &mut dice);
            }
            None
        })
        .expect("some game lasts five rounds")
}

/// Rounds of random play, dealing included: the items are rounds.
#[divan::bench(args = [1000])]
fn random_play(bencher: Bencher, games: u64) {
    let t = &*TABLES;
    let all = |dice: &mut Dice| (0..games).map(|seed| game(t, seed, dice)).sum::<u32>();
    let rounds = all(&mut Dice::new(1, Stream::Batch));
    bencher
        .counter(ItemsCount::new(rounds))
        .bench(|| all(&mut Dice::new(1, Stream::Batch)));
}

#[divan::bench]
fn copy_of_a_state(bencher: Bencher) {
    let state = midgame();
    bencher.bench(|| *black_box(&state));
}

#[divan::bench]
fn legal_decisions(bencher: Bencher) {
    let view = View::of(&TABLES, &midgame(), Side::Presser);
    bencher.bench(|| black_box(&view).legal(&TABLES));
}

#[divan::bench]
fn view(bencher: Bencher) {
    let state = midgame();
    bencher.bench(|| View::of(&TABLES, black_box(&state), Side::Presser));
}

#[divan::bench]
fn sample_of_a_view(bencher: Bencher) {
    let view = View::of(&TABLES, &midgame(), Side::Presser);
    let mut dice = Dice::new(2, Stream::Presser);
    bencher.bench_local(|| black_box(&view).sample(&TABLES, &mut dice));
}

#[divan::bench]
fn score(bencher: Bencher) {
    let state = midgame();
    bencher.bench(|| scores(&TABLES, black_box(&state)));
}

#[divan::bench]
fn evaluation(bencher: Bencher) {
    let state = midgame();
    bencher.bench(|| evaluate(&TABLES, black_box(&state)));
}

/// A belief that has learnt from rounds of random play up to the middle of a game; the views
/// on either side of the last, and what was planned between them.
fn believed(particles: usize) -> (Belief, View, Decision, View) {
    let (t, side) = (&*TABLES, Side::Presser);
    let mut dice = Dice::new(4, Stream::Cosmetic);
    for seed in 0.. {
        let mut state = State::deal(t, seed, Length::Standard, &mut ());
        let mut belief = Belief::new(t, side, particles, &mut dice);
        let mut last: Option<(View, Decision)> = None;
        while state.ending().is_none() {
            if state.common.phase == Phase::Choices {
                step(t, &mut state, &mut dice);
                continue;
            }
            let view = View::of(t, &state, side);
            if let Some((before, own)) = last {
                if state.common.round == 8 {
                    return (belief, before, own, view);
                }
                belief.learn(t, &before, own, &view, &mut dice);
            }
            let plans = PerSide::from_fn(|side| {
                random_plan(t, side, &state.common, &state.own[side], &mut dice)
            });
            last = Some((view, Decision::Plan(plans[side])));
            state.resolve(t, plans, &mut ());
        }
    }
    unreachable!("some game lasts eight rounds")
}

/// Learning from one round.
#[divan::bench(args = [256, 1024])]
fn belief_learns(bencher: Bencher, particles: usize) {
    let (belief, before, own, after) = believed(particles);
    let mut dice = Dice::new(2, Stream::Presser);
    bencher
        .with_inputs(|| belief.clone())
        .bench_local_values(|mut belief| {
            belief.learn(&TABLES, &before, own, &after, &mut dice);
            belief
        });
}

/// States drawn by what is believed: the items are states.
#[divan::bench(args = [64])]
fn states_of_a_belief(bencher: Bencher, states: usize) {
    let (belief, _, _, view) = believed(256);
    let mut dice = Dice::new(2, Stream::Presser);
    bencher
        .counter(ItemsCount::new(states))
        .bench_local(|| belief.states(&TABLES, &view, states, &mut dice));
}

/// One decision of the search: the items are simulations.
#[divan::bench(args = [2000])]
fn search(bencher: Bencher, simulations: u32) {
    let view = View::of(&TABLES, &midgame(), Side::Presser);
    bencher.counter(ItemsCount::new(simulations)).bench(|| {
        let dice = OwnDice::new(3, Side::Presser);
        Search::new(Profile::of(simulations), dice, Stop::default()).decide(&TABLES, &view)
    });
}
