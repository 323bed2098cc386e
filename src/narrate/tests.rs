//! What must be true of every word that a player reads.

#![allow(clippy::needless_for_each)] // short claims read better in a line

use super::*;
use crate::rules::clause::{Channel, ClauseId, Level, RedLine, Status, Wording};
use crate::rules::deal::Length;
use crate::rules::dice::{Dice, Stream};
use crate::rules::ending::Ending;
use crate::rules::meter::{Gauge, Meter};
use crate::rules::outcome::{By, Cause, Change, Outcome, Refusal};
use crate::rules::plan::{
    CardId, ChoiceId, Decision, EventId, Field, Offer, Plan, Say, Table, TableKind, Terms,
};
use crate::rules::preview::Preview;
use crate::rules::reading::{Prospect, Reader};
use crate::rules::score::scores;
use crate::rules::side::{PerSide, Side};
use crate::rules::state::{Phase, State};
use crate::rules::tables::EventKind;
use crate::rules::view::View;
use crate::rules::vocabulary::{Tally, Timer};
use crate::scenario::BUILTIN;
use std::fmt::Write;

mod counsel;
mod knowing;
mod naming;
mod telling;

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
        Cause::Bargain,
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
            Outcome::Overtaken,
            Outcome::Lapsed(side),
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
