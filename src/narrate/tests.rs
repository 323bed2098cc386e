//! What must be true of every word that a player reads.

use super::*;
use crate::rules::plan::{CardId, ChoiceId, EventId};
use crate::rules::side::Side;
use crate::scenario::BUILTIN;

static WORDS: Phrases = Phrases::english();

/// Runs a check on a narrator of each built-in scenario.
fn each_scenario(check: impl Fn(&Narrator)) {
    for builtin in BUILTIN {
        let scenario = Scenario::load(builtin.id).unwrap();
        check(&Narrator::new(&scenario, &WORDS));
    }
}

/// A phrase that is there, and whose every placeholder was filled.
fn whole(text: &str) {
    assert!(!text.trim().is_empty(), "a phrase is missing");
    assert!(!text.contains(['{', '}']), "unfilled: {text}");
}

#[test]
fn every_card_event_answer_and_objective_says_what_it_does() {
    each_scenario(|n| {
        let tables = &n.scenario.tables;
        for side in Side::BOTH {
            for viewer in [None, Some(side), Some(side.other())] {
                for card in (0..tables.sides[side].cards.len() as u8).map(CardId) {
                    whole(n.card(side, card));
                    whole(&n.card_effects(side, card, viewer));
                    n.card_needs(side, card, viewer)
                        .iter()
                        .for_each(|needs| whole(needs));
                }
            }
            for objective in 0..tables.sides[side].objectives.len() as u8 {
                whole(n.objective(side, objective));
                whole(&n.objective_test(side, objective));
            }
        }
        for event in (0..tables.events.len() as u8).map(EventId) {
            let table = tables.event(event);
            let effects = n.event_effects(event, None);
            assert!(
                table.ops.len == 0 || !effects.is_empty(),
                "{}",
                n.event(event)
            );
            for (choice, ops) in table.choices.iter().enumerate() {
                let choice = ChoiceId(choice as u8);
                for side in Side::BOTH {
                    let effects = n.choice_effects(event, choice, side, Some(side));
                    assert!(ops.len == 0 || !effects.is_empty(), "{}", n.event(event));
                    assert!(!effects.contains(['{', '}']), "unfilled: {effects}");
                    n.together(event, choice, side)
                        .iter()
                        .for_each(|line| whole(line));
                }
            }
        }
    });
}
