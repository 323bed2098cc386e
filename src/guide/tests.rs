//! The guide as data: readable, complete, and short.

use super::*;
use crate::negotiator::Outside;
use crate::rules::deal::Length;
use crate::scenario::Scenario;
use crate::session::NewGame;

#[test]
fn the_guide_is_readable_and_every_step_has_words() {
    let first: First = ron::from_str(SOURCE).unwrap();
    let words = Phrases::english();
    for step in &first.steps {
        let text = words.of("guide.step.", &step.id);
        assert!(!text.is_empty(), "{}", step.id);
        let twice = first.steps.iter().filter(|other| other.id == step.id);
        assert_eq!(twice.count(), 1, "{}", step.id);
    }
}

#[test]
fn what_the_steps_name_is_there_to_be_chosen() {
    let first = First::load().unwrap();
    let gulf = Scenario::load(&first.scenario).unwrap();
    let scenario = first.set.apply(gulf).unwrap();
    assert_eq!(Length::Short.rounds(&scenario.tables), 3);
    for step in &first.steps {
        if let Next::LookAt(clause) = &step.next {
            assert!(scenario.text.read_clause(clause).is_ok(), "{}", step.id);
        }
    }
}

#[test]
fn every_other_game_goes_without() {
    let game = |opponent: Who| NewGame {
        scenario: Scenario::load("gulf").unwrap(),
        overrides: Overrides::default(),
        side: Side::Presser,
        opponent: opponent.into(),
        names: crate::rules::side::PerSide::default(),
        swapped: None,
        injects: Vec::new(),
        seed: 7,
        length: Length::Short,
        exercise: None,
        saves: None,
        created: 0,
        outside: Outside::default(),
    };
    let guided = |who| {
        let session = Session::begin(game(who), Box::new(|| ())).unwrap();
        Guide::of(&session).is_some()
    };
    assert!(guided(Who::Tutor));
    assert!(!guided(Who::Staller));
}
