//! Claims about the messages: complete, by name, and without what their reader must not know.
#![allow(clippy::expect_used)]

use super::*;
use crate::rules::deal::Length;
use crate::rules::dice::{Dice, Stream};
use crate::rules::plan::{ChoiceId, Decision, Plan};
use crate::rules::score::scores;
use crate::rules::side::{PerSide, Side};
use crate::rules::state::{Ask, State};
use crate::rules::view::View;
use crate::scenario::{Overrides, Scenario, TEMPLATE};

fn gulf() -> Scenario {
    Scenario::load("gulf").expect("the built-in scenario has no faults")
}

/// The template, with things set in it.
fn altered() -> Scenario {
    let files = TEMPLATE
        .iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).into()));
    let scenario = Scenario::from_files(files.collect()).expect("the template has no faults");
    let set = ["first_mover=100", "presser.start.trust=12.5"];
    let set = set.map(|set| set.parse().expect("it is KEY=VALUE"));
    Overrides(set.into())
        .apply(scenario)
        .expect("both can be set")
}

/// Random games, shown at every moment and at their end.
fn games(scenario: &Scenario, count: u64, mut see: impl FnMut(&State, &mut Dice)) {
    let t = &scenario.tables;
    let mut dice = Dice::new(11, Stream::Cosmetic);
    for seed in 0..count {
        let mut state = State::deal(t, seed, Length::Long, &mut ());
        loop {
            see(&state, &mut dice);
            match state.ask(t, Side::Presser).or(state.ask(t, Side::Holder)) {
                None => break,
                Some(Ask::Plan) => {
                    let plans = PerSide::from_fn(|side| {
                        View::of(t, &state, side).legal(t).random(&mut dice)
                    });
                    state.resolve(t, plans, &mut ());
                }
                Some(Ask::Choice(event)) => {
                    let answers = t.event(event).choices.len() as u32;
                    let given = PerSide::from_fn(|side| {
                        let answer = ChoiceId(dice.below(answers) as u8);
                        state.ask(t, side).map(|_| answer)
                    });
                    state.choose(t, given, &mut ());
                }
            }
        }
    }
}

#[test]
fn a_view_reads_back_as_it_was() {
    for scenario in [gulf(), altered()] {
        games(&scenario, 60, |state, _| {
            for side in Side::BOTH {
                let view = View::of(&scenario.tables, state, side);
                let text = serde_json::to_string(&ViewMessage::write(&scenario, &view))
                    .expect("a view is plain data");
                let message: ViewMessage = serde_json::from_str(&text).expect("it reads back");
                let read = message.read(&scenario).expect("it makes sense");
                assert_eq!(read, view, "{text}");
            }
        });
    }
}

#[test]
fn a_view_with_a_number_that_cannot_be_is_refused() {
    let scenario = gulf();
    let sound = serde_json::to_value(ViewMessage::write(&scenario, &planning(&scenario)))
        .expect("a view is plain data");
    let read = |view| {
        let message: ViewMessage = serde_json::from_value(view).expect("it is a view in form");
        message.read(&scenario)
    };
    assert!(read(sound.clone()).is_ok());
    for (place, number) in [
        ("/round", serde_json::json!(0)),
        ("/round", 255.into()),
        ("/rounds", 41.into()),
        ("/tension", (-0.1).into()),
        ("/face/own", 100.1.into()),
        ("/own/trust", 1e9.into()),
        ("/grip/other", 200.into()),
        ("/clauses/0/quo", 4.1.into()),
        ("/other/pressure", vec![60, 50].into()),
        ("/other/strain", vec![0, 101].into()),
        ("/other/tallies", serde_json::json!({"covert": 1})),
        ("/other/hand", 5.into()),
    ] {
        let mut view = sound.clone();
        *view.pointer_mut(place).expect("there is such a field") = number;
        let name = match read(view) {
            Err(Misread::Range(name)) => name,
            other => panic!("{place}: {other:?}"),
        };
        assert!(place.split('/').any(|part| part == name), "{place}: {name}");
    }
}

#[test]
fn a_scenario_is_compiled_from_its_message_with_what_was_set() {
    for scenario in [gulf(), altered()] {
        let text = serde_json::to_string(&ScenarioMessage::write(&scenario))
            .expect("a scenario is plain data");
        let message: ScenarioMessage = serde_json::from_str(&text).expect("it reads back");
        let read = message.read().expect("it has no faults");
        assert_eq!(read.tables, scenario.tables);
        assert_eq!(read.text, scenario.text);
        assert_eq!(read.hash, scenario.hash);
    }
}

#[test]
fn a_scenario_that_arrives_damaged_is_refused() {
    let mut message = ScenarioMessage::write(&gulf());
    let text = message.files.get_mut("events.ron").expect("it has events");
    *text = text.replacen("title: \"", "title: \"X", 1);
    assert!(matches!(message.clone().read(), Err(Misread::Hash)));
    message.files.remove("events.ron");
    assert!(matches!(message.read(), Err(Misread::Scenario(_))));
}

#[test]
fn what_a_side_cannot_know_is_in_no_message_to_it() {
    let scenario = gulf();
    let t = &scenario.tables;
    games(&scenario, 60, |state, dice| {
        for side in Side::BOTH {
            let view = View::of(t, state, side);
            let mut other = view.sample(t, dice);
            other.chance.dice = Dice::new(dice.wide(), Stream::Chance);
            assert_ne!(&other, state);
            let again = View::of(t, &other, side);
            let lines = |view: &View| {
                let start = ToBot::new(&scenario, view, 9, 2000).line();
                let act = ToBot::act(&scenario, view, 1).map(|act| act.line());
                (start, act)
            };
            assert_eq!(lines(&view), lines(&again));
        }
    });
}

/// What the notation can say, and more.
fn every_table(scenario: &Scenario) -> Vec<String> {
    let plain = ["hold", "waive", "walk_out", "sign", "accept_bargain"].map(str::to_owned);
    let bargains = ["bargain:halfway", "bargain:theirs"].map(str::to_owned);
    let mut all: Vec<String> = plain.into_iter().chain(bargains).collect();
    for clause in &scenario.text.clauses {
        let id = &clause.id;
        for verb in ["accept", "clarify", "harden", "withdraw", "probe"] {
            all.push(format!("{verb}:{id}"));
        }
        for level in 0..5 {
            for wording in ["clear", "vague"] {
                for channel in ["open", "back", "mediator"] {
                    all.push(format!("offer:{id}:{level}:{wording}:{channel}"));
                }
            }
        }
    }
    all
}

#[test]
fn what_is_listed_is_what_is_taken() {
    let scenario = gulf();
    let t = &scenario.tables;
    let tables = every_table(&scenario);
    let fields = [
        "hold", "build", "covert", "strike", "squeeze", "ease", "all_out",
    ];
    let answer = |say: &str, table: &str, field: &str, card: &str| {
        let fields =
            format!(r#""say":"{say}","table":"{table}","field":"{field}","card":"{card}""#);
        format!(r#"{{"t":"act","id":3,{fields},"mood":[1]}}"#)
    };
    games(&scenario, 8, |state, _| {
        for side in Side::BOTH {
            let view = View::of(t, state, side);
            let taken =
                |line: &str| matches!(Answer::judge(&scenario, &view, 3, line), Answer::Decided(_));
            let Some(ask) = view.ask(t) else { continue };
            match LegalMessage::write(&scenario, &view, ask) {
                LegalMessage::Plan {
                    say,
                    table,
                    field,
                    card,
                } => {
                    assert_eq!(say.len(), 5);
                    for any in &tables {
                        let line = answer("measured", any, "hold", "none");
                        assert_eq!(taken(&line), table.contains(any), "{any}");
                    }
                    assert!(table.iter().all(|listed| tables.contains(listed)));
                    for any in fields {
                        let line = answer("progress", "hold", any, "none");
                        assert_eq!(taken(&line), field.iter().any(|f| f == any), "{any}");
                    }
                    let cards = scenario.text.side(side).cards.iter().map(|card| &*card.id);
                    for any in cards.chain(["none"]) {
                        let line = answer("blame", "hold", "hold", any);
                        assert_eq!(taken(&line), card.iter().any(|c| c == any), "{any}");
                    }
                }
                LegalMessage::Choice { choice } => {
                    for any in &choice {
                        let line = format!(r#"{{"choice":"{any}","id":3,"t":"act"}}"#);
                        assert!(taken(&line));
                    }
                    assert!(!taken(r#"{"choice":"elsewhere","id":3,"t":"act"}"#));
                }
            }
        }
    });
}

/// A view that asks for a plan.
fn planning(scenario: &Scenario) -> View {
    let t = &scenario.tables;
    (0..1000)
        .map(|seed| State::deal(t, seed, Length::Standard, &mut ()))
        .map(|state| View::of(t, &state, Side::Holder))
        .find(|view| view.ask(t) == Some(Ask::Plan))
        .expect("not every game opens with a question")
}

#[test]
fn a_bad_answer_is_explained() {
    let scenario = gulf();
    let view = planning(&scenario);
    let plan = |table: &str, id: &str| {
        let rest = r#""say":"measured","field":"hold","card":"none""#;
        format!(r#"{{"t":"act","id":{id},"table":"{table}",{rest}}}"#)
    };
    let lines = [
        "hold".to_owned(),
        "[]".to_owned(),
        r#"{"id":3,"say":"measured"}"#.to_owned(),
        r#"{"t":"act","say":"measured"}"#.to_owned(),
        r#"{"t":"act","id":3,"say":"measured"}"#.to_owned(),
        r#"{"t":"act","id":3,"choice":"accept"}"#.to_owned(),
        plan("hold", "4"),
        plan("offer:missile:3:vague:back", "3"),
        plan("offer:missiles:5:vague:back", "3"),
        plan("sign", "3"),
        "{\"t\":".repeat(10_000),
    ];
    let told = lines.map(|line| match Answer::judge(&scenario, &view, 3, &line) {
        Answer::Bad(BadAnswer { code, message }) => format!("{code}: {message}"),
        other => panic!("{line} is {other:?}"),
    });
    insta::assert_snapshot!(told.join("\n"));
    for beside in [
        "",
        r#"{"t":"hello","proto":1}"#,
        r#"{"t":"weather","id":3}"#,
        &plan("hold", "2"),
    ] {
        let judged = Answer::judge(&scenario, &view, 3, beside);
        assert_eq!(judged, Answer::Beside, "{beside}");
    }
}

#[test]
fn an_answer_is_read_as_what_was_asked_whatever_stands_beside_it() {
    let scenario = gulf();
    let t = &scenario.tables;
    let mut asked = [0, 0];
    games(&scenario, 3, |state, _| {
        let view = View::of(t, state, Side::Presser);
        let plan = r#""say":"measured","table":"hold","field":"hold","card":"none""#;
        let (choices, decision) = match view.ask(t) {
            None => return,
            Some(Ask::Plan) => (
                vec![r#""none""#.into(), "5".into()],
                Decision::Plan(Plan::DEFAULT),
            ),
            Some(Ask::Choice(event)) => {
                let first = scenario.text.write_choice(event, ChoiceId(0));
                (vec![format!("{first:?}")], Decision::Choice(ChoiceId(0)))
            }
        };
        asked[usize::from(view.ask(t) == Some(Ask::Plan))] += 1;
        for choice in choices {
            let line = format!(r#"{{"t":"act","id":3,{plan},"choice":{choice}}}"#);
            let judged = Answer::judge(&scenario, &view, 3, &line);
            assert_eq!(judged, Answer::Decided(decision), "{line}");
        }
    });
    assert!(asked.iter().all(|count| *count > 0), "{asked:?}");
}

#[test]
fn of_a_bad_answer_a_plain_piece_is_quoted() {
    let scenario = gulf();
    let view = planning(&scenario);
    let long = format!("\u{1b}[2J{}", "x".repeat(60_000));
    let plan = |part: &str| {
        let mut plan = serde_json::json!({
            "t": "act", "id": 3, "say": "measured", "table": "hold", "field": "hold", "card": "none",
        });
        plan[part] = (*long).into();
        plan.to_string()
    };
    let parts = ["say", "table", "field", "card"].map(plan);
    let text = serde_json::json!(long).to_string();
    for line in parts.into_iter().chain([text]) {
        match Answer::judge(&scenario, &view, 3, &line) {
            Answer::Bad(BadAnswer { message, .. }) => {
                assert!(message.contains("xxx..."), "{message}");
                assert!(message.len() < 600, "{message}");
                assert!(!message.contains(char::is_control), "{message}");
            }
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn messages_are_golden_and_read_back() {
    let scenario = altered();
    let t = &scenario.tables;
    let view = planning(&scenario);
    let mut question = None;
    let mut last = None;
    games(&scenario, 3, |state, _| {
        let view = View::of(t, state, Side::Holder);
        if matches!(view.ask(t), Some(Ask::Choice(_))) {
            question.get_or_insert(view);
        }
        last = Some(*state);
    });
    let question = question.expect("some event asks");
    let last = last.expect("every game ends");
    let ending = last.ending().expect("the last state is an end");
    let plan = view.legal(t).random(&mut Dice::new(4, Stream::Cosmetic));
    let messages = [
        Some(ToBot::hello()),
        ToBot::act(&scenario, &view, 7),
        ToBot::act(&scenario, &question, 8),
        Some(ToBot::recall(&scenario, &view, Decision::Plan(plan))),
        Some(ToBot::end(&scenario, ending, &scores(t, &last))),
        Some(ToBot::Quit),
    ];
    let lines = messages.map(|message| {
        let message = message.expect("both views ask");
        let line = message.line();
        assert_eq!(line.matches('\n').count(), 1);
        let read: ToBot = serde_json::from_str(&line).expect("it reads back");
        assert_eq!(read, message);
        serde_json::to_string_pretty(&message).expect("it is plain data")
    });
    insta::assert_snapshot!(lines.join("\n"));
    assert_eq!(
        FromBot::act(&scenario, &question, 8, Decision::Choice(ChoiceId(0))).line(),
        format!(
            "{{\"t\":\"act\",\"id\":8,\"choice\":\"{}\"}}\n",
            scenario
                .text
                .event(question.common.event.expect("it asks"))
                .choices[0]
                .id
        )
    );
}

#[test]
fn a_message_of_a_later_version_is_ignored() {
    let later = r#"{"t":"weather","wind":[1,{"x":null}]}"#;
    assert_eq!(
        serde_json::from_str::<ToBot>(later).ok(),
        Some(ToBot::Unknown)
    );
    let hello = r#"{"t":"hello","proto":1,"game":"g","rules":"1","more":{"a":[]}}"#;
    assert!(matches!(
        serde_json::from_str(hello),
        Ok(ToBot::Hello { .. })
    ));
}
