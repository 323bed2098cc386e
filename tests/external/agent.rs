//! Our own negotiators, spoken to by the protocol.

use crate::{GULF, PROGRAM, Seating, Stop, Who, game, patient};
use fog_of_peace::negotiator::agent::{AgentError, serve};
use fog_of_peace::protocol::{ToBot, ViewMessage};
use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::dice::{Dice, Stream};
use fog_of_peace::rules::plan::{ChoiceId, Decision, EventId, Plan};
use fog_of_peace::rules::side::{PerSide, Side};
use fog_of_peace::rules::state::{Ask, Phase, State};
use fog_of_peace::rules::tables::Asks;
use fog_of_peace::rules::view::View;
use serde_json::{Value, json};
use std::fmt::Display;
use std::io;

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

/// Every place in a value, as a pointer.
fn places(value: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    let mut within = |name: &dyn Display, inner| places(inner, &format!("{here}/{name}"), found);
    match value {
        Value::Array(items) => (0..)
            .zip(items)
            .for_each(|(n, item): (u32, _)| within(&n, item)),
        Value::Object(fields) => fields.iter().for_each(|(name, field)| within(name, field)),
        _ => {}
    }
}

/// Sets every number in a value.
fn set_numbers(value: &mut Value, to: &Value) {
    match value {
        Value::Number(_) => *value = to.clone(),
        Value::Array(items) => items.iter_mut().for_each(|item| set_numbers(item, to)),
        Value::Object(fields) => fields.values_mut().for_each(|field| set_numbers(field, to)),
        _ => {}
    }
}

/// With the numbers at any place of a view as bad as they can be, alone and all together, it is
/// refused, or it is one to play on from.
/// What Tehran sees when it is asked for its first four plans, or for as many as there are.
fn four_plans(seed: u64) -> Vec<View> {
    let t = &GULF.tables;
    let mut dice = Dice::new(seed, Stream::Cosmetic);
    let mut state = State::deal(t, seed, Length::Standard, &mut ());
    let asks = |state: &State| state.ask(t, Side::Presser).or(state.ask(t, Side::Holder));
    let mut views = Vec::new();
    while views.len() < 4
        && let Some(ask) = asks(&state)
    {
        if ask == Ask::Plan {
            views.push(View::of(t, &state, Side::Holder));
            let mut table = |side| View::of(t, &state, side).legal(t).random(&mut dice).table;
            let plans = PerSide::from_fn(|side| Plan {
                table: table(side),
                ..Plan::DEFAULT
            });
            state.resolve(t, plans, &mut ());
        } else {
            state.choose(t, PerSide([Some(ChoiceId(0)); 2]), &mut ());
        }
    }
    views
}

#[test]
fn no_view_however_wrong_brings_a_negotiator_down() {
    let t = &GULF.tables;
    let stop = Stop::default();
    let game = (0..20).map(four_plans).find(|views| views.len() == 4);
    let views = game.expect("a game of four rounds");
    let [.., before, last] = &views[..] else {
        panic!("{} views", views.len());
    };
    let sound = serde_json::to_value(ViewMessage::write(&GULF, last)).unwrap();
    let mut found = Vec::new();
    places(&sound, "", &mut found);
    let mut played = 0;
    for place in found {
        for worst in [json!(0), json!(255), json!(-3276), json!(3276)] {
            let mut wrong = sound.clone();
            set_numbers(wrong.pointer_mut(&place).unwrap(), &worst);
            let message = serde_json::from_value::<ViewMessage>(wrong.clone()).ok();
            let view = message.and_then(|message| message.read(&GULF).ok());
            let Some(view) = view.filter(|_| wrong != sound) else {
                continue;
            };
            for who in ["micro", "search:4"] {
                let who: Who = who.parse().unwrap();
                let mut negotiator = who.seat(&Seating::new(&GULF, Side::Holder, 5, &stop));
                negotiator.recall(t, before, Decision::Plan(Plan::DEFAULT));
                let decision = negotiator.decide(t, &view);
                assert!(matches!(decision, Decision::Plan(_)), "{place}, {worst}");
            }
            assert!(ToBot::act(&GULF, &view, 1).is_some(), "{place}, {worst}");
            played += 1;
        }
    }
    assert!(played > 50, "{played}");
}

#[test]
fn a_question_that_asks_nothing_ends_an_agent() {
    let t = &GULF.tables;
    let mut state = State::deal(t, 5, Length::Standard, &mut ());
    let mut events = (0..t.events.len() as u8).map(EventId);
    let silent = events.find(|&id| t.event(id).asks == Asks::Nobody);
    state.common.phase = Phase::Plans;
    let view = View::of(t, &state, Side::Holder);
    let mut act = serde_json::to_value(ToBot::act(&GULF, &view, 1).unwrap()).unwrap();
    act["view"]["phase"] = "choices".into();
    act["view"]["event"] = (*GULF.text.event(silent.unwrap()).id).into();
    let new = ToBot::new(&GULF, &view, 1, 1).line();
    let served = serve(
        &Who::Staller,
        format!("{new}{act}\n").as_bytes(),
        io::sink(),
    );
    assert!(
        matches!(served, Err(AgentError::NothingAsked(2))),
        "{served:?}"
    );
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
