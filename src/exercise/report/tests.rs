//! What counts in a report, and what does not, and why.

use super::flag::Difference;
use super::*;
use crate::exercise::{Exercise, TEMPLATE};
use crate::record::{Record, write};
use crate::rules::dice::{Dice, Stream};
use crate::rules::plan::{ChoiceId, Decision};
use crate::rules::side::Side;
use crate::rules::state::Ask;
use crate::rules::view::View;
use std::path::Path;

fn reference() -> Reference {
    Reference::of(&Exercise::parse(TEMPLATE).0.unwrap()).unwrap()
}

/// A game of the exercise, played by lot to its end or to a round.
fn game(student: &str, luck: u64, rounds: u8) -> Record {
    let reference = reference();
    let (scenario, t) = (&reference.scenario, &reference.scenario.tables);
    let mut header = reference.header.clone();
    if let Some(exercise) = &mut header.exercise {
        exercise.student = student.into();
    }
    header.created = luck;
    let mut record = Record::begin(header, scenario).0;
    record.answer("ending", "With war").unwrap();
    record
        .answer("plan", "=1+1 <script>alert(1)</script>")
        .unwrap();
    let mut dice = Dice::new(luck, Stream::Batch);
    while record.state().ending().is_none() && record.state().common.round < rounds {
        for side in Side::BOTH {
            let decision = match record.state().ask(t, side) {
                Some(Ask::Plan) => {
                    Decision::Plan(View::of(t, record.state(), side).legal(t).random(&mut dice))
                }
                Some(Ask::Choice(_)) => Decision::Choice(ChoiceId(0)),
                None => continue,
            };
            record.seal(scenario, side, decision).unwrap();
        }
        record.resolve(scenario).unwrap();
    }
    if record.state().ending().is_some() {
        record.answer("their-line", "Missiles.").unwrap();
        record.answer("vague", "Helped.").unwrap();
    }
    record
}

fn handed(file: &str, text: &str) -> Handed {
    Handed {
        file: file.into(),
        read: Loaded::parse(text.as_bytes(), Path::new(file)),
    }
}

fn folder() -> Vec<Handed> {
    let ada = write(&game("Ada", 1, 99));
    let mut files = vec![
        handed("ada.ron", &ada),
        handed("ada-again.ron", &write(&game("ada", 9, 99))),
        handed("bo.ron", &write(&game("Bo", 2, 99))),
        handed("cy.ron", &write(&game("Cy", 3, 2))),
        handed("eve.ron", &ada.replacen("\"Ada\"", "\"Eve\"", 1)),
        handed("junk.txt", "this is no save"),
        handed(
            "swapped.ron",
            &ada.replacen("seed: Open(7)", "seed: Open(8)", 1),
        ),
        handed("text.ron", &ada.replacen("Missiles.", "Shipping.", 1)),
    ];
    let other = TEMPLATE.replacen("first-exercise", "second-exercise", 1);
    let other = Reference::of(&Exercise::parse(&other).0.unwrap()).unwrap();
    let record = Record::begin(other.header.clone(), &other.scenario).0;
    files.push(handed("other.ron", &write(&record)));
    let bare = crate::record::Header {
        exercise: None,
        ..other.header.clone()
    };
    let record = Record::begin(bare, &other.scenario).0;
    files.push(handed("zz.ron", &write(&record)));
    files
}

#[test]
fn what_does_not_count_is_named_with_the_reason_and_the_rest_is_reported() {
    let class = Class::of(reference(), &folder());
    let flags = |file: &str| {
        let sheet = class.sheets.iter().find(|sheet| sheet.file == file);
        sheet.unwrap().flags.clone()
    };
    let counted: Vec<&str> = class.counted().map(|(sheet, _)| &*sheet.file).collect();
    assert_eq!(counted, ["ada.ron", "bo.ron"]);
    let double = Flag::Double {
        file: "ada.ron".into(),
    };
    assert_eq!(flags("ada-again.ron"), [double]);
    assert!(matches!(flags("cy.ron")[..], [Flag::Unfinished { .. }]));
    assert!(matches!(flags("eve.ron")[..], [Flag::Altered { .. }]));
    assert!(matches!(flags("text.ron")[..], [Flag::Altered { .. }]));
    assert!(matches!(flags("junk.txt")[..], [Flag::Unreadable { .. }]));
    let deal = Difference::Deal;
    assert!(matches!(
        flags("swapped.ron")[..],
        [Flag::Differs { what }, Flag::Altered { .. }] if what == deal
    ));
    assert!(matches!(
        flags("other.ron")[..],
        [Flag::OtherExercise { .. }]
    ));
    assert_eq!(flags("zz.ron"), [Flag::NoExercise]);
}

#[test]
fn without_the_exercise_the_saves_are_held_against_what_most_of_them_are() {
    let files = folder();
    let header = Reference::most(&files).unwrap();
    assert_eq!(header.exercise.as_ref().unwrap().id, "first-exercise");
    let scenario = crate::scenario::Scenario::load(&header.scenario).unwrap();
    let found = Class::of(Reference::from(header, scenario).unwrap(), &files);
    let told = Class::of(reference(), &files);
    let flags = |class: &Class| -> Vec<Vec<Flag>> {
        class
            .sheets
            .iter()
            .map(|sheet| sheet.flags.clone())
            .collect()
    };
    assert_eq!(flags(&found), flags(&told));
}

#[test]
fn the_report_is_the_same_whatever_the_number_of_threads() {
    let files = folder();
    let report = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
        let class = pool
            .build()
            .unwrap()
            .install(|| Class::of(reference(), &files));
        format!("{:?}", class.sheets)
    };
    assert_eq!(report(1), report(4));
}

#[test]
fn every_round_of_a_game_has_its_meters_and_the_turning_points_are_the_largest_moves() {
    let class = Class::of(reference(), &[handed("a.ron", &write(&game("Ada", 4, 99)))]);
    let (_, played) = class.counted().next().unwrap();
    let rounds: Vec<u8> = played.meters.iter().map(|(round, _)| *round).collect();
    assert_eq!(rounds, (0..=played.round).collect::<Vec<u8>>());
    assert!(played.turns.len() <= 3);
    assert!(played.turns.is_sorted_by_key(|turn| turn.round));
    assert!(
        played
            .turns
            .iter()
            .all(|turn| turn.plans.0.iter().all(Option::is_some))
    );
}

#[test]
fn par_is_the_same_each_time_and_a_score() {
    let mut reference = reference();
    reference.header.seats[Side::Holder] = crate::record::Seat::Opponent("staller".into());
    let once = par(&reference, 2, &|| ()).unwrap();
    assert_eq!(par(&reference, 2, &|| ()), Some(once));
    assert!((0..=1000).contains(&once));
    assert_eq!(par(&reference, 0, &|| ()), None);
}
