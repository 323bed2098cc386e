use super::*;
use crate::negotiator::Random;
use crate::rules::deal::Length;
use crate::rules::dice::{Dice, Stream};
use crate::rules::side::{PerSide, Side};
use crate::rules::state::{Phase, State};
use crate::scenario::Scenario;

/// A game after some rounds of random play, and what one side has seen and decided in it.
fn game(t: &Tables, rounds: u8, side: Side) -> (State, Vec<(View, Decision)>) {
    let mut state = State::deal(t, 3, Length::Short, &mut ());
    let mut past = Vec::new();
    let mut players = PerSide::from_fn(|side| Random::new(OwnDice::new(1, side)));
    while state.common.phase != Phase::Plans || state.common.round <= rounds {
        let decided = PerSide::from_fn(|seat| {
            let view = View::of(t, &state, seat);
            let decision = view.ask(t).map(|_| players[seat].decide(t, &view));
            if let (true, Some(decision)) = (seat == side, decision) {
                past.push((view, decision));
            }
            decision
        });
        state.go_on(t, decided, &mut ());
        assert_eq!(state.ending(), None, "the game is over too soon");
    }
    (state, past)
}

#[test]
fn advice_is_the_same_whatever_the_view_hides() {
    let t = Scenario::load("gulf").unwrap().tables;
    let (state, past) = game(&t, 2, Side::Presser);
    let view = View::of(&t, &state, Side::Presser);
    let hidden = view.sample(&t, &mut Dice::new(9, Stream::Cosmetic));
    assert_ne!(hidden.own[Side::Holder], state.own[Side::Holder]);
    let advice = |state: &State| {
        let view = View::of(&t, state, Side::Presser);
        advise(&t, &past, &view, &Stop::default(), |_| ()).unwrap()
    };
    let given = advice(&state);
    assert_eq!(given, advice(&hidden));
    let legal = view.legal(&t);
    assert!(!given.plans.is_empty());
    for advised in &given.plans {
        assert!(legal.allows(&advised.plan), "{advised:?}");
        let all: u32 = advised.endings.iter().map(|chance| chance.percent).sum();
        assert!((98..=102).contains(&all), "{advised:?}");
    }
}

#[test]
fn advice_that_is_no_longer_wanted_comes_to_nothing() {
    let t = Scenario::load("gulf").unwrap().tables;
    let (state, past) = game(&t, 1, Side::Holder);
    let view = View::of(&t, &state, Side::Holder);
    let stop = Stop::default();
    let mut heard = 0;
    let given = advise(&t, &past, &view, &stop, |_| {
        heard += 1;
        stop.give();
    });
    assert_eq!((given, heard), (None, 1));
}

#[test]
fn an_interval_holds_its_share_and_narrows_with_more_games() {
    let few = Chance::of(8, 16);
    let many = Chance::of(200, 400);
    assert_eq!((few.percent, many.percent), (50, 50));
    assert!(
        few.low < many.low && many.high < few.high,
        "{few:?} {many:?}"
    );
    assert_eq!(Chance::of(0, 64).low, 0);
    assert!(
        Chance::of(0, 64).high > 3,
        "nothing seen is not nothing possible"
    );
}
