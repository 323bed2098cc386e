//! What an exercise may say, and what becomes of a game that it sets.

use super::*;
use crate::negotiator::advice::advise;
use crate::negotiator::{Seating, Stop};
use crate::record::{FaultKind, Header, Loaded, Record, Seat, When, write};
use crate::rules::dice::{Dice, Stream};
use crate::rules::plan::{ChoiceId, Decision, Plan};
use crate::rules::side::PerSide;
use crate::rules::state::Ask;
use crate::rules::view::View;
use crate::scenario::Severity;
use proptest::prelude::*;
use std::sync::LazyLock;

static GULF: LazyLock<Scenario> = LazyLock::new(|| Scenario::load("gulf").unwrap());

fn sound(text: &str) -> Exercise {
    let (exercise, report) = Exercise::parse(text);
    exercise.unwrap_or_else(|| panic!("{report}"))
}

/// The faults of the template with something in it replaced.
fn faults(from: &str, to: &str) -> String {
    assert!(TEMPLATE.contains(from), "{from}");
    Exercise::parse(&TEMPLATE.replacen(from, to, 1))
        .1
        .to_string()
}

/// A game of the template, with these events forced.
fn header(seed: u64, injects: &[(u8, &str)]) -> Header {
    let exercise = sound(TEMPLATE);
    let seats = PerSide([Seat::Person, Seat::Opponent("normal".into())]);
    let mut header = Header::new(&GULF, Length::Standard, seats, seed);
    let inject = |&(round, event): &(u8, &str)| Inject {
        round,
        event: event.into(),
    };
    header.injects = injects.iter().map(inject).collect();
    header.exercise = Some(exercise.assigned("Ada".into()));
    header
}

/// Decides for both sides by lot until the round opens or the game is over.
fn play_to(record: &mut Record, dice: &mut Dice, round: u8) {
    let t = &GULF.tables;
    while record.state().ending().is_none() && record.state().common.round < round {
        for side in Side::BOTH {
            let decision = match record.state().ask(t, side) {
                Some(Ask::Plan) => {
                    let legal = View::of(t, record.state(), side).legal(t);
                    Decision::Plan(Plan {
                        field: crate::rules::plan::Field::HoldFire,
                        ..legal.random(dice)
                    })
                }
                Some(Ask::Choice(_)) => Decision::Choice(ChoiceId(0)),
                None => continue,
            };
            record.seal(&GULF, side, decision).unwrap();
        }
        record.resolve(&GULF).unwrap();
    }
}

/// Gives the first answer to whatever the news ask, so that plans are due.
fn answer_all(record: &mut Record) {
    let t = &GULF.tables;
    while let Some(Ask::Choice(_)) = Side::BOTH
        .into_iter()
        .find_map(|side| record.state().ask(t, side))
    {
        for side in Side::BOTH {
            if record.state().ask(t, side).is_some() {
                let choice = Decision::Choice(ChoiceId(0));
                record.seal(&GULF, side, choice).unwrap();
            }
        }
        record.resolve(&GULF).unwrap();
    }
}

fn reread(record: &Record) -> Loaded {
    Loaded::parse(write(record).as_bytes(), Path::new("a.ron")).unwrap()
}

#[test]
fn the_template_is_an_exercise_without_faults() {
    let (exercise, report) = Exercise::parse(TEMPLATE);
    assert!(report.faults.is_empty(), "{report}");
    let exercise = exercise.unwrap();
    assert_eq!(exercise.help, [Help::Handbook, Help::Why, Help::Estimate]);
    assert_eq!(exercise.tasks.len(), 4);
    assert_eq!(exercise.injects.len(), 1);
}

#[test]
fn remarks_and_layout_do_not_change_what_an_exercise_is_known_by_and_what_it_says_does() {
    let digest = |text: &str| sound(text).digest();
    let template = digest(TEMPLATE);
    let bare: String = (TEMPLATE.lines())
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    assert_eq!(digest(&bare), template);
    for (from, to) in [
        ("seed: 7", "seed: 8"),
        ("round: 4", "round: 5"),
        ("Handbook, Why", "Why"),
        ("Name a round.", "Name two."),
        ("You have an hour", "You have two hours"),
    ] {
        assert_ne!(digest(&TEMPLATE.replacen(from, to, 1)), template, "{to}");
    }
}

#[test]
fn every_fault_has_its_place_and_a_remedy() {
    let found = [
        faults("id: \"first-exercise\"", "id: \"First exercise\""),
        faults("scenario: \"gulf\"", "scenario: \"golf\""),
        faults("seed: 7", "seed: -7"),
        faults("side: \"us\"", "side: \"usa\""),
        faults("opponent: \"normal\"", "opponent: \"cmd:rm\""),
        faults("opponent: \"normal\"", "opponent: \"norml\""),
        faults("length: Short", "length: Shrt"),
        faults("[Handbook, Why, Estimate]", "[Handbok]"),
        faults("// \"first_mover=150\"", "\"frist_mover=150\""),
        faults("round: 4", "round: 1"),
        faults("round: 4", "round: 30"),
        faults("event: \"seized-ship\"", "event: \"seized-chip\""),
        faults("id: \"plan\"", "id: \"ending\""),
        faults(
            "[\"With a treaty\", \"With war\", \"With neither\"]",
            "[\"With war\"]",
        ),
        faults("// par: 45", "par: 450"),
        faults("title:", "titel:"),
    ];
    insta::assert_snapshot!(found.join("\n"));
}

#[test]
fn an_event_that_is_forced_comes_in_its_round_and_not_before() {
    for seed in 0..20 {
        let mut dice = Dice::new(seed, Stream::Batch);
        let mut record = Record::begin(header(seed, &[(4, "seized-ship")]), &GULF).0;
        play_to(&mut record, &mut dice, 4);
        if record.state().ending().is_none() {
            let event = record.state().common.event.unwrap();
            assert_eq!(GULF.text.write_event(event), "seized-ship");
        }
    }
}

#[test]
fn a_hint_knows_nothing_of_an_event_that_will_be_forced() {
    let t = &GULF.tables;
    let advised = |injects: &[(u8, &str)]| {
        let mut record = Record::begin(header(7, injects), &GULF).0;
        play_to(&mut record, &mut Dice::new(1, Stream::Batch), 3);
        answer_all(&mut record);
        let steps = record.replay(&GULF).steps;
        let past: Vec<_> = (steps.iter())
            .filter_map(|step| step.decided_by(t, Side::Presser))
            .collect();
        let view = View::of(t, record.state(), Side::Presser);
        advise(t, &past, &view, &Stop::default(), |_| ()).unwrap()
    };
    assert_eq!(advised(&[(4, "seized-ship")]), advised(&[]));
}

#[test]
fn a_save_with_a_forced_event_is_executed_again_without_the_exercise() {
    let mut dice = Dice::new(1, Stream::Batch);
    let mut record = Record::begin(header(7, &[(3, "seized-ship"), (5, "veterans")]), &GULF).0;
    play_to(&mut record, &mut dice, 20);
    let replay = reread(&record).replay(&GULF);
    assert_eq!(replay.faults, []);
    assert_eq!(replay.record.unwrap(), record);
}

#[test]
fn answers_are_kept_and_what_is_changed_in_them_is_noticed() {
    let mut dice = Dice::new(1, Stream::Batch);
    let mut record = Record::begin(header(7, &[]), &GULF).0;
    record.answer("ending", "With war").unwrap();
    record
        .answer("plan", "Trade stockpile for shipping.")
        .unwrap();
    assert!(record.answer("vague", "too early").is_err());
    play_to(&mut record, &mut dice, 20);
    record.answer("vague", "It helped in round 3.").unwrap();
    assert_eq!(record.tasks().count(), 1, "one is still open");
    let loaded = reread(&record);
    let replay = loaded.replay(&GULF);
    assert_eq!(replay.faults, []);
    assert_eq!(replay.record.unwrap().answers(), record.answers());
    let text = write(&record);
    for (from, to, bad) in [
        ("in round 3.", "in round 4.", "vague"),
        ("\"With war\", entry", "\"With a treaty\", entry", "ending"),
        ("stockpile for shipping", "nothing", "plan"),
    ] {
        assert!(text.contains(from), "{from} in {text}");
        let altered = text.replacen(from, to, 1);
        let altered = Loaded::parse(altered.as_bytes(), Path::new("a.ron")).unwrap();
        let faults = altered.replay(&GULF).faults;
        assert!(
            matches!(&faults[..], [fault] if matches!(&fault.kind, FaultKind::Answer { task } if task == bad)),
            "{faults:?}"
        );
    }
}

#[test]
fn whatever_a_save_says_of_its_exercise_is_in_its_chain() {
    let record = Record::begin(header(7, &[(4, "seized-ship")]), &GULF).0;
    let text = write(&record);
    for (from, to) in [
        ("student: \"Ada\"", "student: \"Eve\""),
        ("round: 4", "round: 5"),
        ("seized-ship", "veterans"),
        ("help: [Handbook", "help: [Hints, Handbook"),
        ("Name a round", "Name none"),
    ] {
        assert!(text.contains(from), "{from} in {text}");
        let altered = text.replacen(from, to, 1);
        let altered = Loaded::parse(altered.as_bytes(), Path::new("a.ron")).unwrap();
        assert!(!altered.replay(&GULF).faults.is_empty(), "{to}");
    }
}

#[test]
fn a_game_outside_a_class_says_nothing_of_exercises() {
    let plain = Header {
        exercise: None,
        ..header(7, &[])
    };
    let text = write(&Record::begin(plain, &GULF).0);
    for word in ["exercise", "injects", "answers"] {
        assert!(!text.contains(word), "{text}");
    }
}

#[test]
fn a_student_with_a_free_task_may_not_leave_it_empty() {
    let task = &sound(TEMPLATE).tasks[1];
    assert_eq!(task.when, When::Start);
    assert!(task.takes("  ").is_err());
    assert!(task.takes(&"x".repeat(2001)).is_err());
    assert!(task.takes("=1+1").is_ok());
}

#[test]
fn an_event_that_comes_twice_is_only_warned_of() {
    let twice = "(round: 4, event: \"seized-ship\"), (round: 6, event: \"seized-ship\")";
    let text = TEMPLATE.replacen("(round: 4, event: \"seized-ship\")", twice, 1);
    let (exercise, report) = Exercise::parse(&text);
    assert!(exercise.is_some(), "{report}");
    assert_eq!(report.count(Severity::Warning), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn nobody_at_the_table_can_tell_that_an_event_will_be_forced(
        seed in 0u64..1000, moves in 0u64..1000, round in 2u8..6, event in 0usize..60
    ) {
        let event = &GULF.text.events[event % GULF.text.events.len()].id;
        let mut plain = Record::begin(header(seed, &[]), &GULF).0;
        let mut forced = Record::begin(header(seed, &[(round, event)]), &GULF).0;
        for record in [&mut plain, &mut forced] {
            play_to(record, &mut Dice::new(moves, Stream::Batch), round - 1);
        }
        prop_assert_eq!(plain.state(), forced.state());
        let t = &GULF.tables;
        let stop = Stop::default();
        for side in Side::BOTH {
            let views = [&plain, &forced].map(|record| View::of(t, record.state(), side));
            prop_assert_eq!(views[0], views[1]);
            let decided = views.map(|view| {
                let who: Who = "search:60".parse().unwrap();
                who.seat(&Seating::new(&GULF, side, seed, &stop)).decide(t, &view)
            });
            prop_assert_eq!(decided[0], decided[1]);
        }
    }
}
