//! Why a meter moved: each change with its cause in words.

use super::reveal::is_exposed;
use super::{Key, Narrator, Values, points};
use crate::rules::meter::{Meter, Tenths};
use crate::rules::outcome::{Cause, Change, Outcome};
use crate::rules::plan::Field;
use crate::rules::side::Side;
use crate::rules::state::Common;

/// One reason for a meter's move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The cause in words: "Tehran gives ground on Missiles".
    pub text: String,
    /// By how much, in all.
    pub by: Tenths,
    /// To add like to like; not for the reader, who may not know it.
    cause: Cause,
}

/// A meter over a stretch of a game, with all that moved it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeterLine {
    /// Which.
    pub meter: Meter,
    /// Its name, as the reader would say it: "your Pressure".
    pub name: String,
    /// Before.
    pub from: Tenths,
    /// After.
    pub to: Tenths,
    /// Why, in the order in which it happened.
    pub reasons: Vec<Reason>,
}

/// What the price is made of now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceMade {
    /// The price itself, in a sentence.
    pub now: String,
    /// Each part in words, and what it adds to the price.
    pub parts: Vec<(String, Tenths)>,
    /// What the moves that are told after it are moves of.
    pub moves: String,
}

impl MeterLine {
    /// By how much it moved in all.
    pub fn by(&self) -> Tenths {
        self.to - self.from
    }
}

impl Narrator<'_> {
    /// A cause in words; the meter matters where one cause has a name on each.
    pub fn cause(&self, cause: Cause, meter: Meter) -> String {
        let by = |key: &str, side: Side| self.words.fill(key, &[("capital", &self.capital(side))]);
        let on = |key: &str, clause| {
            self.words
                .fill(key, &[("clause", &self.clause(clause).name)])
        };
        let both = |key: &str, side: Side, clause| {
            let name = &self.clause(clause).name;
            self.words
                .fill(key, &[("capital", &self.capital(side)), ("clause", name)])
        };
        match cause {
            Cause::Event(id) => self.event(id).into(),
            Cause::Choice(id, side) => self.words.fill(
                "why.choice",
                &[("capital", &self.capital(side)), ("event", &self.event(id))],
            ),
            Cause::Card(side, card) => self.words.fill(
                "why.card",
                &[
                    ("capital", &self.capital(side)),
                    ("card", &self.card(side, card)),
                ],
            ),
            Cause::Say(side, say) => {
                self.say("why.say.", say.key(), &[("capital", &self.capital(side))])
            }
            Cause::Field(side, field) => self.say(
                "why.field.",
                field.key(),
                &[("capital", &self.capital(side))],
            ),
            Cause::Exposed(side, Field::BuildUp) => by("why.seen", side),
            Cause::Exposed(side, _) => by("why.exposed", side),
            Cause::Concession(side, clause) => both("why.concession", side, clause),
            Cause::Agreement(clause) => on("why.agreement", clause),
            Cause::Bargain => self.words.get("why.bargain").into(),
            Cause::Dispute(clause) => on("why.dispute", clause),
            Cause::Clarified(clause) => on("why.clarified", clause),
            Cause::Hardened(side, clause) => both("why.hardened", side, clause),
            Cause::Withdrawal(side, clause) => both("why.withdrawal", side, clause),
            Cause::Waiver(side) => by("why.waiver", side),
            Cause::WalkOut(side) => by("why.walk_out", side),
            Cause::Jilted(side) => by("why.jilted", side),
            Cause::Refused(side) => by("why.refused", side),
            Cause::Unanswered(side) => by("why.unanswered", side),
            Cause::Incident(Some(side)) => by("why.incident", side),
            Cause::Incident(None) => self.words.get("why.accident").into(),
            Cause::Blamed(side) => by("why.blamed", side),
            Cause::Unkept(side) => by("why.unkept", side),
            Cause::Grip(side) => by("why.grip", side),
            Cause::Price => self.words.fill("why.price", &[("price", &self.text.price)]),
            Cause::InForce(clause) => on("why.in_force", clause),
            Cause::Drift => self.words.get("why.drift").into(),
            Cause::Strained => self.words.get("why.strained").into(),
            Cause::UnmetHope => self.words.get("why.unmet_hope").into(),
            Cause::LowFace => self.words.get("why.low_face").into(),
            Cause::Rally(side) => by("why.rally", side),
            Cause::Recovery => self.words.get("why.recovery").into(),
            Cause::Rest => self.words.of("why.rest.", meter.key()).into(),
        }
    }

    /// What the price is made of: it is no meter that moves of itself, but the sum of others.
    pub fn price_made(&self, common: &Common) -> PriceMade {
        let parts = common.price_parts(&self.scenario.tables.constants);
        let price = &self.text.price;
        let values: Values = &[
            ("price", price),
            ("value", &points(parts.sum())),
            ("unit", &self.text.price_unit),
        ];
        let grip = |side| {
            (
                self.cause(Cause::Grip(side), Meter::Shock),
                parts.grips[side],
            )
        };
        let shock = self.words.fill("why.shock", &[("price", price)]);
        PriceMade {
            now: self.words.fill("why.price.now", values),
            parts: vec![
                (self.words.get("why.price.base").into(), parts.base),
                (self.meter(Meter::Tension).into(), parts.tension),
                grip(Side::Presser),
                grip(Side::Holder),
                (shock, parts.shock),
            ],
            moves: self.words.get("why.price.moves").into(),
        }
    }

    /// Every meter that moved, with its reasons, as far as `viewer` may know; with no
    /// viewer, everything. The shared meters come first, then the viewer's own.
    pub fn ledger(&self, viewer: Option<Side>, outcomes: &[Outcome]) -> Vec<MeterLine> {
        let mut lines: Vec<MeterLine> = Vec::new();
        for outcome in outcomes {
            let Outcome::Change(change) = outcome else {
                continue;
            };
            if viewer.is_none_or(|side| outcome.visible_to(side)) {
                let text = self.reason(change, viewer, outcomes);
                self.enter(&mut lines, change, text, viewer);
            }
        }
        lines.sort_by_key(|line| place(line.meter, viewer));
        lines
    }

    /// The same for one meter; `None` if it did not move.
    pub fn why(
        &self,
        meter: Meter,
        viewer: Option<Side>,
        outcomes: &[Outcome],
    ) -> Option<MeterLine> {
        self.ledger(viewer, outcomes)
            .into_iter()
            .find(|line| line.meter == meter)
    }

    /// The cause as `viewer` knows it: a covert act that did not come to light has none.
    fn reason(&self, change: &Change, viewer: Option<Side>, outcomes: &[Outcome]) -> String {
        match change.cause {
            Cause::Field(culprit, Field::Covert)
                if viewer == Some(culprit.other()) && !is_exposed(culprit, outcomes) =>
            {
                self.words.get("why.unexplained").into()
            }
            // An act that nobody saw passes for held fire: its author knows better, and the
            // other side cannot tell.
            Cause::Field(side, Field::HoldFire)
                if viewer == Some(side.other()) || hid(side, outcomes) =>
            {
                let capital = self.capital(side);
                self.words.fill("why.seems_quiet", &[("capital", &capital)])
            }
            cause => self.cause(cause, change.meter),
        }
    }

    fn enter(
        &self,
        lines: &mut Vec<MeterLine>,
        change: &Change,
        text: String,
        viewer: Option<Side>,
    ) {
        let at = lines
            .iter()
            .position(|line| line.meter == change.meter)
            .unwrap_or_else(|| {
                lines.push(MeterLine {
                    meter: change.meter,
                    name: match change.meter {
                        // What moves the price beside the shocks is no meter of its own.
                        Meter::Shock => {
                            self.words.fill("why.shock", &[("price", &self.text.price)])
                        }
                        meter => self.meter_of(meter, viewer),
                    },
                    from: change.from,
                    to: change.from,
                    reasons: Vec::new(),
                });
                lines.len() - 1
            });
        let line = &mut lines[at];
        line.to = change.to;
        let by = change.to - change.from;
        match line
            .reasons
            .iter_mut()
            .find(|reason| reason.cause == change.cause)
        {
            Some(reason) => reason.by += by,
            None => line.reasons.push(Reason {
                text,
                by,
                cause: change.cause,
            }),
        }
    }
}

/// Whether a side acted without being seen.
fn hid(side: Side, outcomes: &[Outcome]) -> bool {
    outcomes.iter().any(|outcome| {
        matches!(outcome, Outcome::Acted { side: who, field, seen: false }
            if *who == side && *field != Field::HoldFire)
    })
}

/// Where a meter is listed.
fn place(meter: Meter, viewer: Option<Side>) -> (u8, u8) {
    match meter {
        Meter::Tension => (0, 0),
        Meter::Fog => (0, 1),
        Meter::Hope => (0, 2),
        Meter::Shock => (0, 3),
        Meter::Of(side, gauge) => {
            let second = side != viewer.unwrap_or(Side::Presser);
            (1 + u8::from(second), gauge as u8)
        }
    }
}

/// Parts the outcomes of one call into those of the round it closes and those that open
/// the next one.
pub fn split_round(outcomes: &[Outcome]) -> (&[Outcome], &[Outcome]) {
    let opens = |outcome: &Outcome| matches!(outcome, Outcome::Round(_));
    outcomes.split_at(outcomes.iter().position(opens).unwrap_or(outcomes.len()))
}
