//! Claims about whoever decides: they keep to the rules, to what they may know, and to
//! their seeds.
#![allow(clippy::expect_used)]

use fog_of_peace::negotiator::{
    Level, Negotiator, Outside, OwnDice, Profile, Search, Seating, Stop, Told, Who,
};
use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::dice::{Dice, Stream};
use fog_of_peace::rules::plan::{ChoiceId, Decision};
use fog_of_peace::rules::side::{PerSide, Side};
use fog_of_peace::rules::state::{Ask, State};
use fog_of_peace::rules::tables::Tables;
use fog_of_peace::rules::view::View;
use fog_of_peace::scenario::Scenario;
use fog_of_peace::simulate::{About, Batch, Played, Summary};

const SCRIPTED: [Who; 7] = [
    Who::Random,
    Who::HardLiner,
    Who::Staller,
    Who::TitForTat,
    Who::Conceder,
    Who::Micro,
    Who::Logroller,
];

const ADVERSARY: Who = Who::Adversary(Told::Search(20));

fn gulf() -> Scenario {
    Scenario::load("gulf").expect("the built-in scenario has no faults")
}

/// Plays a game and shows every view with what was decided on it.
fn watch(
    scenario: &Scenario,
    players: &PerSide<Who>,
    seed: u64,
    mut see: impl FnMut(&State, &View, Decision),
) {
    let stop = Stop::default();
    let t = &scenario.tables;
    let mut seats =
        PerSide::from_fn(|side| players[side].seat(&Seating::new(scenario, side, seed, &stop)));
    let mut state = State::deal(t, seed, Length::Standard, &mut ());
    while state.ending().is_none() {
        let decided = PerSide::from_fn(|side| {
            state.ask(t, side)?;
            let view = View::of(t, &state, side);
            let decision = seats[side].decide(t, &view);
            see(&state, &view, decision);
            Some(decision)
        });
        state.go_on(t, decided, &mut ());
    }
}

fn assert_legal(t: &Tables, view: &View, decision: Decision) {
    match (view.ask(t), decision) {
        (Some(Ask::Plan), Decision::Plan(plan)) => {
            assert!(view.legal(t).allows(&plan), "{plan:?}");
        }
        (Some(Ask::Choice(event)), Decision::Choice(ChoiceId(n))) => {
            assert!(usize::from(n) < t.event(event).choices.len());
        }
        (ask, decision) => panic!("asked for {ask:?}, decided {decision:?}"),
    }
}

#[test]
fn everyone_keeps_to_what_is_legal() {
    let scenario = gulf();
    let t = &scenario.tables;
    for who in SCRIPTED {
        for seed in 0..200 {
            let mut players = PerSide([
                who.clone(),
                SCRIPTED[seed as usize % SCRIPTED.len()].clone(),
            ]);
            if seed % 2 == 1 {
                players.0.reverse();
            }
            watch(&scenario, &players, seed, |_, view, decision| {
                assert_legal(t, view, decision);
            });
        }
    }
    let small = |seed| match seed {
        0..30 => [Who::Search(40), Who::Search(25)],
        30..33 => [ADVERSARY, Who::Search(20)],
        _ => [Who::Search(20), ADVERSARY],
    };
    for seed in 0..36 {
        watch(
            &scenario,
            &PerSide(small(seed)),
            seed,
            |_, view, decision| {
                assert_legal(t, view, decision);
            },
        );
    }
}

#[test]
fn what_a_side_cannot_know_does_not_sway_it() {
    let scenario = gulf();
    let t = &scenario.tables;
    let stop = Stop::default();
    let mut dice = Dice::new(9, Stream::Cosmetic);
    let lots = PerSide([Who::Random, Who::Random]);
    let everyone = SCRIPTED.into_iter().chain([Who::Search(60), ADVERSARY]);
    for who in everyone {
        for seed in 0..12 {
            watch(&scenario, &lots, seed, |state, view, _| {
                let swapped = view.sample(t, &mut dice);
                assert_ne!(state.own[view.side.other()], swapped.own[view.side.other()]);
                let again = View::of(t, &swapped, view.side);
                let seating = Seating::new(&scenario, view.side, seed, &stop);
                let decide = |view| who.seat(&seating).decide(t, view);
                assert_eq!(decide(view), decide(&again), "{who}");
            });
        }
    }
}

fn batch(scenario: &Scenario, players: &[Who; 2], games: u32, jobs: usize) -> Vec<Played> {
    let batch = Batch {
        scenario,
        players: PerSide(players.clone()),
        games,
        seed: 5,
        length: Length::Standard,
        outside: Outside::default(),
    };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).build();
    pool.expect("two threads can be had")
        .install(|| batch.run(|| ()))
}

fn summary(scenario: &Scenario, games: &[Played]) -> String {
    let about = About {
        players: PerSide(["a".into(), "b".into()]),
        seed: 5,
        seconds: 0.0,
    };
    serde_json::to_string(&Summary::of(scenario, games, &about)).expect("a summary is plain data")
}

#[test]
fn a_batch_does_not_depend_on_the_number_of_threads() {
    let scenario = gulf();
    let players = [Who::Logroller, Who::Search(30)];
    let one = batch(&scenario, &players, 12, 1);
    let two = batch(&scenario, &players, 12, 2);
    let ends = |games: &[Played]| games.iter().map(|g| g.last).collect::<Vec<_>>();
    assert_eq!(ends(&one), ends(&two));
    assert_eq!(summary(&scenario, &one), summary(&scenario, &two));
}

#[test]
fn searching_beats_deciding_by_lot_in_either_seat() {
    let scenario = gulf();
    let mean = |players: &[Who; 2], side: Side| {
        let games = batch(&scenario, players, 200, 2);
        let sum: i32 = games.iter().map(|g| g.scores[side].total.get()).sum();
        sum / games.len() as i32
    };
    for side in Side::BOTH {
        let players = |who| {
            let mut players = [Who::Logroller, Who::Logroller];
            players[side.index()] = who;
            players
        };
        let gain = mean(&players(Who::Search(400)), side) - mean(&players(Who::Random), side);
        assert!(gain > 50, "{side:?} gains {gain} tenths");
    }
}

#[test]
fn a_search_that_is_told_to_stop_decides_at_once() {
    let scenario = gulf();
    let t = &scenario.tables;
    let stop = Stop::default();
    stop.give();
    let state = (0..100)
        .map(|seed| State::deal(t, seed, Length::Standard, &mut ()))
        .find(|state| state.ask(t, Side::Holder) == Some(Ask::Plan))
        .expect("not every game opens with a question");
    let view = View::of(t, &state, Side::Holder);
    let seating = Seating::new(&scenario, Side::Holder, 3, &stop);
    for who in [
        Who::Search(u32::MAX),
        Who::Adversary(Told::Search(u32::MAX)),
    ] {
        let mut endless = who.seat(&seating);
        assert_legal(t, &view, endless.decide(t, &view));
    }
}

#[test]
fn who_thinks_for_the_other_side_expects_what_it_found_and_plays_the_best_answer() {
    let scenario = gulf();
    let t = &scenario.tables;
    let side = Side::Presser;
    let state = (0..100)
        .map(|seed| State::deal(t, seed, Length::Standard, &mut ()))
        .find(|state| state.ask(t, side) == Some(Ask::Plan))
        .expect("not every game opens with a question");
    let profile = Profile {
        foil: 30,
        ..Profile::of(200)
    };
    let mut search = Search::new(profile, OwnDice::new(5, side), Stop::default());
    let decided = search.decide(t, &View::of(t, &state, side));
    let thought = search.thought();
    let expected: u32 = thought.theirs.iter().map(|foreseen| foreseen.share).sum();
    assert!((990..=1010).contains(&expected), "{expected}");
    let best = thought.ranked()[0];
    assert_eq!(decided, Decision::Plan(best.plan));
    assert!(thought.own.iter().all(|other| other.gain <= best.gain + 1));
}

#[test]
fn names_are_read_as_they_are_written() {
    for who in Who::NAMED.into_iter().chain([Who::Search(250), ADVERSARY]) {
        assert_eq!(who.to_string().parse(), Ok(who));
    }
    assert_eq!("hard".parse(), Ok(Who::Level(Level::Hard)));
    let error = "hard-linre".parse::<Who>().unwrap_err();
    assert_eq!(
        error.to_string(),
        "no negotiator is called `hard-linre`; did you mean `hard-liner`?"
    );
    let told = Told::Level(Level::Hard);
    assert_eq!("adversary:hard".parse(), Ok(Who::Adversary(told)));
    for nobody in [
        "search:0",
        "adversary:",
        "adversary:staller",
        "adversary:cmd:true",
    ] {
        assert!(nobody.parse::<Who>().is_err(), "{nobody}");
    }
}
