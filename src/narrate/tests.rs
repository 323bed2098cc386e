//! What must be true of every word that a player reads.

#![allow(clippy::needless_for_each)] // short claims read better in a line

use super::*;
use crate::rules::clause::{Channel, ClauseId, Level, RedLine, Wording};
use crate::rules::deal::Length;
use crate::rules::dice::{Dice, Stream};
use crate::rules::ending::Ending;
use crate::rules::meter::{Gauge, Meter};
use crate::rules::outcome::{By, Cause, Change, Outcome, Refusal};
use crate::rules::plan::{
    CardId, ChoiceId, Decision, EventId, Field, Offer, Plan, Say, Table, TableKind, Terms,
};
use crate::rules::preview::Preview;
use crate::rules::side::{PerSide, Side};
use crate::rules::state::{Phase, State};
use crate::rules::tables::EventKind;
use crate::rules::view::View;
use crate::rules::vocabulary::{Tally, Timer};
use crate::scenario::BUILTIN;
use std::fmt::Write;

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

const CLAUSE: ClauseId = ClauseId(1);

fn every_table() -> Vec<Table> {
    let mut all = vec![
        Table::Hold,
        Table::Accept(CLAUSE),
        Table::Clarify(CLAUSE),
        Table::Harden(CLAUSE),
        Table::Withdraw(CLAUSE),
        Table::Probe(CLAUSE),
        Table::Waive,
        Table::WalkOut,
        Table::Sign,
        Table::Bargain(Terms::Halfway),
        Table::Bargain(Terms::Theirs),
        Table::AcceptBargain,
    ];
    for channel in Channel::ALL {
        for wording in Wording::ALL {
            for level in Level::all() {
                all.push(Table::Offer(Offer {
                    clause: CLAUSE,
                    level,
                    wording,
                    channel,
                }));
            }
        }
    }
    let kinds = |kind: &TableKind| all.iter().any(|table| table.kind() == *kind);
    assert!(TableKind::ALL.iter().all(kinds));
    all
}

fn every_meter() -> Vec<Meter> {
    let own = Side::BOTH
        .into_iter()
        .flat_map(|s| Gauge::ALL.map(|gauge| Meter::Of(s, gauge)));
    [Meter::Tension, Meter::Fog, Meter::Hope, Meter::Shock]
        .into_iter()
        .chain(own)
        .collect()
}

fn every_cause() -> Vec<Cause> {
    let mut all = vec![
        Cause::Event(EventId(0)),
        Cause::Agreement(CLAUSE),
        Cause::Dispute(CLAUSE),
        Cause::Clarified(CLAUSE),
        Cause::Incident(None),
        Cause::Price,
        Cause::InForce(CLAUSE),
        Cause::Drift,
        Cause::Strained,
        Cause::UnmetHope,
        Cause::LowFace,
        Cause::Recovery,
        Cause::Rest,
    ];
    for side in Side::BOTH {
        all.extend(Say::ALL.map(|say| Cause::Say(side, say)));
        all.extend(Field::ALL.map(|field| Cause::Field(side, field)));
        all.extend([
            Cause::Choice(EventId(0), side),
            Cause::Card(side, CardId(0)),
            Cause::Exposed(side, Field::Covert),
            Cause::Exposed(side, Field::BuildUp),
            Cause::Concession(side, CLAUSE),
            Cause::Hardened(side, CLAUSE),
            Cause::Withdrawal(side, CLAUSE),
            Cause::Waiver(side),
            Cause::WalkOut(side),
            Cause::Jilted(side),
            Cause::Refused(side),
            Cause::Unanswered(side),
            Cause::Incident(Some(side)),
            Cause::Blamed(side),
            Cause::Unkept(side),
            Cause::Grip(side),
            Cause::Rally(side),
        ]);
    }
    all
}

fn every_ending() -> Vec<Ending> {
    let mut all = vec![
        Ending::Comprehensive,
        Ending::PaperPeace,
        Ending::War,
        Ending::Escalation,
        Ending::Interim,
        Ending::Frozen,
    ];
    for side in Side::BOTH {
        all.extend([Ending::Collapse(side), Ending::Recall(side)]);
    }
    all
}

fn every_outcome(asking: EventId) -> Vec<Outcome> {
    let clause = CLAUSE;
    let mut all = vec![
        Outcome::News(None),
        Outcome::News(Some(asking)),
        Outcome::Broke(clause),
        Outcome::Reopened(clause),
        Outcome::Incident(None),
        Outcome::Extended(1),
        Outcome::Clarified {
            clause,
            level: Level(1),
            by: None,
        },
    ];
    all.extend(EventKind::ALL.map(Outcome::Next));
    all.extend(Timer::ALL.map(|timer| Outcome::Started(timer, 2)));
    all.extend(Timer::ALL.map(Outcome::Stopped));
    all.extend(every_ending().into_iter().map(Outcome::Ended));
    for side in Side::BOTH {
        all.extend(Say::ALL.map(|say| Outcome::Said(side, say)));
        for seen in [true, false] {
            all.extend(Field::ALL.map(|field| Outcome::Acted { side, field, seen }));
        }
        all.extend(
            every_table()
                .into_iter()
                .map(|table| Outcome::Tabled(side, table)),
        );
        for by in [
            By::Accepting(side),
            By::Meeting,
            By::Bargain(side),
            By::Arbitration,
        ] {
            all.extend(Wording::ALL.map(|wording| Outcome::Agreed {
                clause,
                level: Level(1),
                wording,
                by,
            }));
        }
        for why in [Refusal::Pressure, Refusal::Face, Refusal::RedLine(clause)] {
            all.push(Outcome::Refused(side, why));
        }
        all.extend([
            Outcome::Answered(side, asking, ChoiceId(0)),
            Outcome::Played(side, CardId(0)),
            Outcome::Drew(side, CardId(0)),
            Outcome::Clarified {
                clause,
                level: Level(1),
                by: Some(side),
            },
            Outcome::Withdrew(side, clause),
            Outcome::Leaked(side, clause),
            Outcome::Learned(side, clause),
            Outcome::Unlearned(side, clause),
            Outcome::Incident(Some(side)),
            Outcome::Blamed(side, 2),
            Outcome::Kept(side),
            Outcome::Unkept(side),
            Outcome::Cornered(side),
            Outcome::Waived(side),
            Outcome::Jilted(side),
        ]);
        for meter in every_meter() {
            for cause in every_cause() {
                let (from, to) = (Tenths::points(50), Tenths::points(61));
                all.push(Outcome::Change(Change {
                    meter,
                    from,
                    to,
                    cause,
                }));
            }
        }
    }
    all
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
        whole(&n.red_line(line));
        whole(&n.red_line_short(line));
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

fn lines(reveal: &Reveal) -> impl Iterator<Item = &Line> {
    let press = reveal.press.0.iter().flatten();
    reveal
        .wire
        .iter()
        .chain(press)
        .chain(&reveal.desk)
        .chain(&reveal.news)
}

#[test]
fn every_outcome_can_be_told_in_every_variant() {
    each_scenario(|n| {
        let asks = |id: &EventId| !n.scenario.tables.event(*id).choices.is_empty();
        let mut events = (0..n.scenario.tables.events.len() as u8).map(EventId);
        let asking = events.find(asks).unwrap();
        for outcome in every_outcome(asking) {
            for round in 1..=4 {
                for viewer in [None, Some(Side::Presser), Some(Side::Holder)] {
                    let closing = n.reveal(round, viewer, &[outcome]);
                    lines(&closing).for_each(|line| whole(&line.text));
                    n.news(round, viewer, &[outcome])
                        .iter()
                        .for_each(|line| whole(&line.text));
                    for line in closing.ledger {
                        whole(&line.name);
                        line.reasons.iter().for_each(|reason| whole(&reason.text));
                    }
                }
            }
        }
    });
}

/// Plays a game at random and hands every call's outcomes over, with the round it closed.
fn play(n: &Narrator, seed: u64, mut told: impl FnMut(u8, &[Outcome])) {
    let tables = &n.scenario.tables;
    let mut dice = Dice::new(seed, Stream::Cosmetic);
    let mut outcomes = Vec::new();
    let mut state = State::deal(tables, seed, Length::Standard, &mut outcomes);
    told(0, &outcomes);
    while state.ending().is_none() {
        let (round, mut outcomes) = (state.common.round, Vec::new());
        if state.common.phase == Phase::Choices {
            let answers = PerSide::from_fn(|_| Some(ChoiceId(dice.below(2) as u8)));
            state.choose(tables, answers, &mut outcomes);
        } else {
            let plans = PerSide::from_fn(|side| {
                View::of(tables, &state, side)
                    .legal(tables)
                    .random(&mut dice)
            });
            state.resolve(tables, plans, &mut outcomes);
        }
        told(round, &outcomes);
    }
}

/// The same round with another secret history: what the viewer does not learn of is gone,
/// and what it did not see is something else.
fn with_other_secrets(viewer: Side, outcomes: &[Outcome]) -> Vec<Outcome> {
    let known = outcomes.iter().filter(|outcome| outcome.visible_to(viewer));
    known
        .map(|&outcome| match outcome {
            Outcome::Acted {
                side,
                field,
                seen: false,
            } if side != viewer => {
                let field = match field {
                    Field::Covert => Field::BuildUp,
                    _ => Field::Covert,
                };
                Outcome::Acted {
                    side,
                    field,
                    seen: false,
                }
            }
            _ => outcome,
        })
        .chain([
            Outcome::Drew(viewer.other(), CardId(0)),
            Outcome::Learned(viewer.other(), CLAUSE),
            Outcome::Change(Change {
                meter: Meter::Of(viewer.other(), Gauge::Pressure),
                from: Tenths::points(3),
                to: Tenths::points(97),
                cause: Cause::Drift,
            }),
        ])
        .collect()
}

#[test]
fn nothing_a_player_reads_depends_on_the_secrets_of_the_other_side() {
    each_scenario(|n| {
        for seed in 0..60 {
            play(n, seed, |round, outcomes| {
                for viewer in Side::BOTH {
                    let told = n.reveal(round, Some(viewer), outcomes);
                    let (closing, opening) = split_round(outcomes);
                    let mut swapped = with_other_secrets(viewer, closing);
                    swapped.extend(opening);
                    assert_eq!(told, n.reveal(round, Some(viewer), &swapped), "seed {seed}");
                }
            });
        }
    });
}

#[test]
fn whole_games_are_told_without_a_gap_and_press_lines_do_not_repeat() {
    each_scenario(|n| {
        let mut last = Vec::new();
        play(n, 11, |round, outcomes| {
            let told = n.reveal(round, None, outcomes);
            lines(&told).for_each(|line| whole(&line.text));
            let press: Vec<_> = told
                .press
                .0
                .iter()
                .flatten()
                .map(|l| l.text.clone())
                .collect();
            let varied = |text: &String| !last.contains(text);
            assert!(press.iter().filter(|text| varied(text)).count() * 2 >= press.len());
            last = press;
        });
    });
}

#[test]
fn a_covert_act_that_did_not_come_to_light_has_no_author_for_its_victim() {
    each_scenario(|n| {
        let (meter, cause) = (
            Meter::Of(Side::Holder, Gauge::Strength),
            Cause::Field(Side::Presser, Field::Covert),
        );
        let act = |seen| {
            [
                Outcome::Acted {
                    side: Side::Presser,
                    field: Field::Covert,
                    seen,
                },
                Outcome::Change(Change {
                    meter,
                    from: Tenths::points(40),
                    to: Tenths::points(35),
                    cause,
                }),
            ]
        };
        let read = |viewer, seen| {
            n.why(meter, viewer, &act(seen)).unwrap().reasons[0]
                .text
                .clone()
        };
        let culprit = n.capital(Side::Presser);
        assert!(!read(Some(Side::Holder), false).contains(culprit));
        assert!(read(Some(Side::Holder), true).contains(culprit));
        assert!(read(None, false).contains(culprit));
    });
}

#[test]
fn a_scripted_round_reads_like_this() {
    let scenario = Scenario::load("gulf").unwrap();
    let n = Narrator::new(&scenario, &WORDS);
    let mut state = State::deal(&scenario.tables, 7, Length::Standard, &mut ());
    state.choose(&scenario.tables, PerSide([None, None]), &mut ());
    let missiles = scenario.text.clause_named("missiles").unwrap();
    let offer = Offer {
        clause: missiles,
        level: Level(3),
        wording: Wording::Vague,
        channel: Channel::Open,
    };
    let plans = PerSide([
        Plan {
            say: Say::Blame,
            field: Field::Strike,
            ..Plan::DEFAULT
        },
        Plan {
            say: Say::Progress,
            table: Table::Offer(offer),
            ..Plan::DEFAULT
        },
    ]);
    let mut outcomes = Vec::new();
    state.resolve(&scenario.tables, plans, &mut outcomes);
    let told = n.reveal(1, Some(Side::Presser), split_round(&outcomes).0);
    let mut page = String::new();
    let voices = [
        ("wire", &told.wire),
        ("presser", &told.press.0[0]),
        ("holder", &told.press.0[1]),
    ];
    for (voice, lines) in voices {
        for line in lines {
            writeln!(page, "{voice}: {:?}: {}", line.tone, line.text).unwrap();
        }
    }
    for line in &told.ledger {
        write!(page, "{} {}:", line.name, signed(line.by())).unwrap();
        for reason in &line.reasons {
            write!(page, " {} {};", reason.text, signed(reason.by)).unwrap();
        }
        page += "\n";
    }
    insta::assert_snapshot!(page);
}

/// Plays a game at random and hands over each side's view before each decision.
fn views(n: &Narrator, seed: u64, mut seen: impl FnMut(&State, &View)) {
    let tables = &n.scenario.tables;
    let mut dice = Dice::new(seed, Stream::Cosmetic);
    let mut state = State::deal(tables, seed, Length::Standard, &mut ());
    while state.ending().is_none() {
        for side in Side::BOTH {
            seen(&state, &View::of(tables, &state, side));
        }
        if state.common.phase == Phase::Choices {
            state.choose(tables, PerSide([None, None]), &mut ());
        } else {
            let plans = PerSide::from_fn(|side| {
                View::of(tables, &state, side)
                    .legal(tables)
                    .random(&mut dice)
            });
            state.resolve(tables, plans, &mut ());
        }
    }
}

#[test]
fn what_matters_now_is_told_in_two_to_five_lines() {
    each_scenario(|n| {
        for seed in 0..20 {
            views(n, seed, |_, view| {
                let lines = n.situation(view);
                assert!((2..=5).contains(&lines.len()));
                lines.iter().for_each(|line| whole(&line.text));
            });
        }
    });
}

#[test]
fn what_a_plan_is_known_to_do_is_told_without_a_gap() {
    each_scenario(|n| {
        let tables = &n.scenario.tables;
        for seed in 0..8 {
            let mut dice = Dice::new(seed, Stream::Batch);
            views(n, seed, |_, view| {
                let plan = view.legal(tables).random(&mut dice);
                let preview = Preview::of(tables, view, &plan, &mut dice);
                n.preview(view, &preview)
                    .iter()
                    .for_each(|(_, line)| whole(&line.text));
            });
        }
    });
}
