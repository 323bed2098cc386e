//! Our own negotiators, spoken to by the protocol.

use crate::{GULF, PROGRAM, Seating, Stop, Who, game, patient};
use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::plan::{ChoiceId, Decision, Plan};
use fog_of_peace::rules::side::{PerSide, Side};
use fog_of_peace::rules::state::{Ask, State};
use fog_of_peace::rules::view::View;

fn agent(level: &str) -> Who {
    let command = format!("cmd:{} agent --level {level}", shell_words::quote(PROGRAM));
    command.parse().unwrap()
}

#[test]
fn from_outside_each_plays_move_for_move_as_inside() {
    for (level, seeds) in [
        ("expert", 3..4),
        ("hard", 3..4),
        ("normal", 1..2),
        ("easy", 0..2),
        ("search:60", 0..2),
        ("random", 0..3),
        ("logroller", 0..1),
    ] {
        let inside: Who = level.parse().unwrap();
        let outside = agent(level);
        for seed in seeds {
            let both = game([&inside, &inside], seed, &patient());
            let presser = game([&outside, &inside], seed, &patient());
            let holder = game([&inside, &outside], seed, &patient());
            for (played, decisions) in [presser, holder] {
                assert_eq!(played.forfeits, PerSide([None, None]));
                assert_eq!(decisions, both.1, "{level}, seed {seed}");
                assert_eq!(played.last, both.0.last);
            }
        }
    }
}

/// A game left after some rounds and taken up again goes on as it would have.
#[test]
fn what_is_recalled_counts_as_decided() {
    let answers: u32 = (5..9).map(resumed).sum();
    assert!(answers > 4, "{answers}");
}

/// Plays a game, of which another of the same name is told the first three decisions, and
/// says how many it then took the same.
fn resumed(seed: u64) -> u32 {
    let t = &GULF.tables;
    let stop = Stop::default();
    let seat =
        |who: &Who| who.seat(&Seating::new(&GULF, Side::Presser, seed, &stop).with(&patient()));
    let mut whole = seat(&"search:40".parse().unwrap());
    let mut later = seat(&agent("search:40"));
    let mut state = State::deal(t, seed, Length::Standard, &mut ());
    let mut decisions: u32 = 0;
    while let Some(ask) = state.ask(t, Side::Presser).or(state.ask(t, Side::Holder)) {
        let view = View::of(t, &state, Side::Presser);
        let decided = view.ask(t).map(|_| whole.decide(t, &view));
        if let Some(decided) = decided {
            decisions += 1;
            if decisions <= 3 {
                later.recall(t, &view, decided);
            } else {
                assert_eq!(later.decide(t, &view), decided);
            }
        }
        match (ask, decided) {
            (Ask::Plan, Some(Decision::Plan(plan))) => {
                state.resolve(t, PerSide([plan, Plan::DEFAULT]), &mut ());
            }
            (_, decided) => {
                let answer = match decided {
                    Some(Decision::Choice(choice)) => Some(choice),
                    _ => None,
                };
                state.choose(t, PerSide([answer, Some(ChoiceId(0))]), &mut ());
            }
        }
    }
    assert_eq!(later.forfeit(), None);
    decisions.saturating_sub(3)
}
