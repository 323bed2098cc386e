//! Properties that every state of every game must have.

mod support;

use fog_of_peace::rules::clause::{Channel, ClauseId, Level, Wording};
use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::legal::Legal;
use fog_of_peace::rules::meter::{Gauge, Meter, Tenths};
use fog_of_peace::rules::plan::{CardId, Offer, Plan, Table, Terms};
use fog_of_peace::rules::score::scores;
use fog_of_peace::rules::side::Side;
use fog_of_peace::rules::state::{Phase, State};
use fog_of_peace::rules::view::View;
use proptest::prelude::*;
use support::{player_dice, random_step, tables};

fn lengths() -> impl Strategy<Value = Length> {
    prop::sample::select(Length::ALL.to_vec())
}

/// A state some steps into a random game.
fn reached(seed: u64, length: Length, steps: usize) -> State {
    let mut dice = player_dice(seed);
    let mut state = State::deal(tables(), seed, length, &mut ());
    for _ in 0..steps {
        if !random_step(tables(), &mut state, &mut dice, &mut ()) {
            break;
        }
    }
    state
}

/// Every decision at the table that the types can express.
fn every_table() -> Vec<Table> {
    let clauses = || (0..12).map(ClauseId);
    let mut all = vec![
        Table::Hold,
        Table::Waive,
        Table::WalkOut,
        Table::Sign,
        Table::Bargain(Terms::Halfway),
        Table::Bargain(Terms::Theirs),
        Table::AcceptBargain,
    ];
    for clause in clauses() {
        all.extend([
            Table::Accept(clause),
            Table::Clarify(clause),
            Table::Harden(clause),
            Table::Withdraw(clause),
            Table::Probe(clause),
        ]);
        for level in Level::all() {
            for wording in Wording::ALL {
                for channel in Channel::ALL {
                    all.push(Table::Offer(Offer {
                        clause,
                        level,
                        wording,
                        channel,
                    }));
                }
            }
        }
    }
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn random_play_ends_in_time_with_every_meter_in_range(seed: u64, length in lengths()) {
        let t = tables();
        let mut dice = player_dice(seed);
        let mut state = State::deal(t, seed, length, &mut ());
        let mut steps = 0;
        while random_step(t, &mut state, &mut dice, &mut ()) {
            steps += 1;
            prop_assert!(steps <= 80, "a game goes on for ever");
            for side in Side::BOTH {
                for gauge in Gauge::ALL {
                    let value = state.meter(Meter::Of(side, gauge));
                    prop_assert!((Tenths::ZERO..=Tenths::FULL).contains(&value));
                }
                let total = scores(t, &state)[side].total;
                prop_assert!((Tenths::ZERO..=Tenths::FULL).contains(&total));
            }
            for value in [state.common.tension, state.common.fog, state.common.hope] {
                prop_assert!((Tenths::ZERO..=Tenths::FULL).contains(&value));
            }
        }
        prop_assert!(state.ending().is_some());
    }

    #[test]
    fn the_same_seed_and_decisions_give_the_same_game(seed: u64, steps in 0usize..30) {
        prop_assert_eq!(
            reached(seed, Length::Standard, steps),
            reached(seed, Length::Standard, steps)
        );
    }

    #[test]
    fn a_state_survives_being_written_and_read(seed: u64, steps in 0usize..30) {
        let state = reached(seed, Length::Standard, steps);
        let written = ron::to_string(&state).unwrap();
        prop_assert_eq!(ron::from_str::<State>(&written).unwrap(), state);
    }

    #[test]
    fn the_list_of_legal_decisions_is_sorted_and_agrees_with_what_is_allowed(
        seed: u64, steps in 0usize..30,
    ) {
        let state = reached(seed, Length::Standard, steps);
        for side in Side::BOTH {
            let legal = Legal::of(tables(), side, &state.common, &state.own[side]);
            let listed: Vec<Table> = legal.tables().collect();
            prop_assert!(listed.is_sorted());
            let allowed: Vec<Table> =
                every_table().into_iter().filter(|&table| legal.allows_table(table)).collect();
            prop_assert_eq!(listed, allowed);
        }
    }

    #[test]
    fn equal_views_give_equal_legal_decisions(seed: u64, other: u64, steps in 0usize..24) {
        let state = reached(seed, Length::Standard, steps);
        let stranger = reached(other, Length::Standard, steps);
        for side in Side::BOTH {
            // Everything the side cannot know is another game's.
            let mut swapped = state;
            swapped.own[side.other()] = stranger.own[side.other()];
            swapped.chance = stranger.chance;
            let (a, b) = (View::of(tables(), &state, side), View::of(tables(), &swapped, side));
            prop_assert_eq!(a.legal(tables()), b.legal(tables()));
            prop_assert_eq!(a.ask(tables()), b.ask(tables()));
            prop_assert_eq!(a.own, b.own);
            prop_assert_eq!(a.common, b.common);
        }
    }

    #[test]
    fn decisions_that_are_not_legal_do_no_harm(seed: u64, steps in 0usize..12, pick: u32, card: u8) {
        let t = tables();
        let mut state = reached(seed, Length::Standard, steps);
        let all = every_table();
        let table = all[pick as usize % all.len()];
        let beyond = |clause: ClauseId| clause.index() >= t.clauses.len();
        prop_assume!(!table.clause().is_some_and(beyond));
        let plan = Plan { table, card: Some(CardId(card)), ..Plan::DEFAULT };
        if state.common.phase == Phase::Plans {
            state.resolve(t, fog_of_peace::rules::side::PerSide([plan, plan]), &mut ());
        }
    }
}

#[test]
fn a_state_is_small() {
    assert!(size_of::<State>() <= 512);
}
