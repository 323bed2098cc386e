//! Names, decisions, causes and effects: everything that has a phrase has one.

use super::*;
use crate::phrases::TOLD;

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

#[test]
fn every_decision_has_words() {
    each_scenario(|n| {
        for table in every_table() {
            whole(&n.table(table));
            whole(&n.table_short(table));
            whole(n.table_kind(table.kind()));
            whole(n.table_kind_help(table.kind()));
            for (say, field) in Say::ALL.into_iter().cycle().zip(Field::ALL) {
                let plan = Plan {
                    say,
                    table,
                    field,
                    card: Some(CardId(0)),
                };
                for side in Side::BOTH {
                    n.plan(side, &plan).iter().for_each(|(label, text)| {
                        whole(label);
                        whole(text);
                    });
                    whole(&n.decision(side, &Decision::Plan(plan), None));
                }
            }
        }
        whole(&n.decision(Side::Holder, &Decision::Choice(ChoiceId(1)), None));
    });
}

#[test]
fn everything_a_screen_lists_has_a_name() {
    each_scenario(|n| {
        for meter in every_meter() {
            whole(n.meter(meter));
            whole(n.meter_short(meter));
            whole(n.meter_help(meter));
            for viewer in [None, Some(Side::Presser), Some(Side::Holder)] {
                whole(&n.meter_of(meter, viewer));
            }
        }
        for say in Say::ALL {
            whole(n.statement(say));
            whole(n.statement_help(say));
        }
        for field in Field::ALL {
            whole(n.act_plain(field));
            whole(n.act_help(field));
            Side::BOTH
                .iter()
                .for_each(|&side| whole(n.act(side, field)));
        }
        for timer in Timer::ALL {
            whole(n.timer(timer));
            whole(n.timer_help(timer));
        }
        Tally::ALL.iter().for_each(|&tally| whole(n.tally(tally)));
        EventKind::ALL
            .iter()
            .for_each(|&kind| whole(n.event_kind(kind)));
        every_ending()
            .into_iter()
            .for_each(|ending| whole(&n.ending(ending)));
        for wording in Wording::ALL {
            whole(n.wording(wording));
            whole(n.wording_help(wording));
        }
        for channel in Channel::ALL {
            whole(n.channel(channel));
            whole(n.channel_help(channel));
        }
        let line = RedLine {
            clause: CLAUSE,
            limit: Level(2),
        };
        for side in Side::BOTH {
            whole(&n.red_line(side, line));
        }
    });
}

#[test]
fn every_cause_has_words_on_every_meter() {
    each_scenario(|n| {
        for cause in every_cause() {
            every_meter()
                .into_iter()
                .for_each(|meter| whole(&n.cause(cause, meter)));
        }
    });
}

#[test]
fn what_a_scenario_calls_by_another_name_is_never_called_by_the_shared_one() {
    // Each renaming, and what then must not be told of any more.
    let renamed = [
        ("name.span", "fortnight"),
        ("name.clock", "week "),
        ("name.field_help.hold_fire", "ceasefire"),
        ("name.tally.strike", "strike"),
    ];
    each_scenario(|n| {
        let own = &n.scenario.text.words;
        for (_, gone) in renamed.iter().filter(|(key, _)| own.contains_key(*key)) {
            for key in TOLD.iter().flat_map(|area| WORDS.keys(area)) {
                let told = n.words.find(key).unwrap_or_default().to_lowercase();
                // How it ended may say of a war what it was.
                let ended = key.starts_with("verdict.") || key.contains(".war");
                assert!(
                    ended || !told.contains(gone),
                    "{}: {key} says {gone}: {told}",
                    n.scenario.id
                );
            }
        }
    });
}
