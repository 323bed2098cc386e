//! Effects in words: "Tension +4 · your Pressure -2 · 30 %: an incident at their door".

use super::{Key, Narrator, points, signed};
use crate::rules::clause::ClauseId;
use crate::rules::meter::Tenths;
use crate::rules::plan::{CardId, ChoiceId, EventId};
use crate::rules::side::Side;
use crate::rules::vocabulary::{MeterRef, Op, Span, Who};

/// Whose effects are told, and to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Eyes {
    /// The side that acts: `Own` in the scenario's data.
    pub actor: Side,
    /// The reader: "your", "their". Nobody in particular reads the capitals' names.
    pub viewer: Option<Side>,
}

impl Eyes {
    /// A side reading its own card, answer or objective.
    pub const fn own(side: Side) -> Self {
        Self {
            actor: side,
            viewer: Some(side),
        }
    }

    /// An event, in which nobody acts, as `viewer` reads it.
    pub const fn event(viewer: Option<Side>) -> Self {
        Self {
            actor: Side::Presser,
            viewer,
        }
    }
}

/// Effects one by one: a condition and a chance with all that hangs on them.
fn units(ops: &[Op]) -> impl Iterator<Item = &[Op]> {
    let mut rest = ops;
    std::iter::from_fn(move || {
        let first = *rest.first()?;
        let mut len = match first {
            Op::Unless { skip, .. } | Op::Chance { skip, .. } | Op::Skip(skip) => {
                1 + usize::from(skip)
            }
            _ => 1,
        };
        // A branch that ends in a jump has another one behind it.
        if let (Op::Unless { .. }, Some(&Op::Skip(more))) = (first, rest.get(len - 1)) {
            len += usize::from(more);
        }
        let (unit, after) = rest.split_at(rest.len().min(len));
        rest = after;
        Some(unit)
    })
}

impl Narrator<'_> {
    /// A run of effects on one line; empty if there is none.
    pub fn effects(&self, ops: Span, eyes: Eyes) -> String {
        self.effect_list(ops, eyes)
            .join(self.words.get("effect.join"))
    }

    /// The effects one by one, for a list.
    pub fn effect_list(&self, ops: Span, eyes: Eyes) -> Vec<String> {
        self.counted(self.run(&self.scenario.tables.ops[ops.range()], eyes))
    }

    /// The effects, with those that come several times in a row told once.
    fn counted(&self, effects: Vec<String>) -> Vec<String> {
        let mut list: Vec<(String, usize)> = Vec::new();
        for line in effects {
            match list.last_mut() {
                Some((last, times)) if *last == line => *times += 1,
                _ => list.push((line, 1)),
            }
        }
        let told = |(line, times): (String, usize)| match times {
            1 => line,
            _ => self
                .words
                .fill("effect.times", &[("times", &times), ("effect", &line)]),
        };
        list.into_iter().map(told).collect()
    }

    /// What a card does.
    pub fn card_effects(&self, side: Side, card: CardId, viewer: Option<Side>) -> String {
        let card = self.scenario.tables.card(side, card);
        self.effects(
            card.ops,
            Eyes {
                actor: side,
                viewer,
            },
        )
    }

    /// What a card needs, if anything.
    pub fn card_needs(&self, side: Side, card: CardId, viewer: Option<Side>) -> Option<String> {
        let card = self.scenario.tables.card(side, card);
        self.needs(
            card.when,
            Eyes {
                actor: side,
                viewer,
            },
        )
    }

    /// What an event does in any case.
    pub fn event_effects(&self, event: EventId, viewer: Option<Side>) -> String {
        self.effects(self.scenario.tables.event(event).ops, Eyes::event(viewer))
    }

    /// What an event does in any case that nothing else tells when it comes: what it allows, and
    /// what it does to what no meter shows.
    pub fn event_privileges(&self, event: EventId, viewer: Option<Side>) -> String {
        let ops = &self.scenario.tables.ops[self.scenario.tables.event(event).ops.range()];
        let untold = |op: &Op| {
            matches!(
                op,
                Op::Package(_) | Op::Enforce(..) | Op::Grip(..) | Op::Patience(_) | Op::Learn(_)
            )
        };
        let untold = units(ops).filter(|unit| unit.iter().any(untold));
        let told = untold.flat_map(|unit| self.unit(unit, Eyes::event(viewer)));
        self.counted(told.collect())
            .join(self.words.get("effect.join"))
    }

    /// What an answer to an event brings of itself.
    pub fn choice_effects(
        &self,
        event: EventId,
        choice: ChoiceId,
        actor: Side,
        viewer: Option<Side>,
    ) -> String {
        let choices = &self.scenario.tables.event(event).choices;
        let ops = choices
            .get(usize::from(choice.0))
            .copied()
            .unwrap_or_default();
        self.effects(ops, Eyes { actor, viewer })
    }

    /// What an answer brings with each answer of the other side, where the event asks
    /// both: "if they answer "Wait": your Face -3".
    pub fn together(&self, event: EventId, choice: ChoiceId, own: Side) -> Vec<String> {
        let pairs = &self.scenario.tables.event(event).together;
        pairs
            .iter()
            .filter(|pair| pair.answers[own] == choice.0)
            .map(|pair| {
                let theirs = ChoiceId(pair.answers[own.other()]);
                let effects = self.effects(pair.ops, Eyes::event(Some(own)));
                let answer = self.choice(event, theirs);
                self.words.fill(
                    "effect.together",
                    &[("answer", &answer), ("effects", &effects)],
                )
            })
            .collect()
    }

    fn run(&self, ops: &[Op], eyes: Eyes) -> Vec<String> {
        units(ops).flat_map(|unit| self.unit(unit, eyes)).collect()
    }

    /// One effect; a condition is one with all that hangs on it.
    fn unit(&self, unit: &[Op], eyes: Eyes) -> Vec<String> {
        match *unit {
            [Op::Unless { tests, skip }, ref inner @ ..] => {
                let (first, otherwise) = inner.split_at(inner.len().min(skip.into()));
                let first = match first.split_last() {
                    Some((Op::Skip(_), first)) => first,
                    _ => first,
                };
                let tests = self.conditions(tests, eyes);
                let mut said = vec![self.branch("effect.if", &[("tests", &tests)], first, eyes)];
                if !otherwise.is_empty() {
                    said.push(self.branch("effect.else", &[], otherwise, eyes));
                }
                said
            }
            [Op::Chance { percent, .. }, ref inner @ ..] => {
                vec![self.branch("effect.chance", &[("percent", &percent)], inner, eyes)]
            }
            [Op::Skip(_), ..] | [] => Vec::new(),
            [op, ..] => vec![self.effect(op, eyes)],
        }
    }

    fn branch(&self, key: &str, values: super::Values, inner: &[Op], eyes: Eyes) -> String {
        let effects = self.run(inner, eyes).join(self.words.get("effect.and"));
        let mut values = values.to_vec();
        values.push(("effects", &effects));
        self.words.fill(key, &values)
    }

    fn effect(&self, op: Op, eyes: Eyes) -> String {
        let whom = |key: &str, who: Who| {
            let (who, whose) = (self.who(who, eyes), self.whose_of(who, eyes));
            self.words.fill(key, &[("who", &who), ("whose", &whose)])
        };
        let step = |by: i8| signed(Tenths::points(i16::from(by)));
        let on =
            |key: &str, id: ClauseId| self.words.fill(key, &[("clause", &self.clause(id).name)]);
        match op {
            Op::Change(meter, by) => {
                let unit = match meter {
                    MeterRef::Shock | MeterRef::Price => self.text.price_unit.as_str(),
                    _ => "",
                };
                let meter = self.meter_ref(meter, eyes);
                let line = self
                    .words
                    .fill("effect.change", &[("meter", &meter), ("by", &signed(by))]);
                if unit.is_empty() {
                    line
                } else {
                    self.words
                        .fill("effect.in_unit", &[("change", &line), ("unit", &unit)])
                }
            }
            Op::Patience(by) => self.words.fill("effect.patience", &[("by", &step(by))]),
            Op::Incident(who, percent) => self.words.fill(
                "effect.incident",
                &[("percent", &percent), ("whose", &self.whose_of(who, eyes))],
            ),
            Op::Accident(percent) => self.words.fill("effect.accident", &[("percent", &percent)]),
            Op::Blame(who) => whom("effect.blame", who),
            Op::Leak(who) => whom("effect.leak", who),
            Op::Start(timer, rounds) => self.say(
                "effect.start.",
                if rounds == 1 { "one" } else { "many" },
                &[("timer", &self.timer(timer)), ("rounds", &rounds)],
            ),
            Op::Stop(timer) => self
                .words
                .fill("effect.stop", &[("timer", &self.timer(timer))]),
            Op::Grip(who, by) => self.words.fill(
                "effect.grip",
                &[("whose", &self.whose_of(who, eyes)), ("by", &step(by))],
            ),
            Op::Break(id) => on("effect.break", id),
            Op::BreakOne => self.words.get("effect.break_one").into(),
            Op::ClarifyOne => self.words.get("effect.clarify_one").into(),
            Op::Reopen(id) => on("effect.reopen", id),
            Op::Arbitrate => self.words.get("effect.arbitrate").into(),
            Op::Learn(who) => whom("effect.learn", who),
            Op::Draw(who) => whom("effect.draw", who),
            Op::Package(who) => whom("effect.package", who),
            Op::Enforce(who, by) => self.words.fill(
                "effect.enforce",
                &[("who", &self.who(who, eyes)), ("by", &step(by))],
            ),
            Op::DropPrecondition(Who::Both) => self.words.get("effect.drop_both").into(),
            Op::DropPrecondition(who) => whom("effect.drop", who),
            Op::Extend(rounds) => {
                let by = signed(Tenths::points(i16::from(rounds)));
                self.words.fill("effect.extend", &[("by", &by)])
            }
            // These only steer, and `run` has followed them.
            Op::Unless { .. } | Op::Chance { .. } | Op::Skip(_) => String::new(),
        }
    }

    /// A meter as data names it, as the reader would say it.
    pub(super) fn meter_ref(&self, meter: MeterRef, eyes: Eyes) -> String {
        match meter {
            MeterRef::Shock | MeterRef::Price => self.text.price.clone(),
            MeterRef::Of(who, gauge) => {
                let gauge = self.words.of("name.meter.", gauge.key());
                let whose = self.whose_of(who, eyes);
                self.words
                    .fill("name.whose", &[("whose", &whose), ("what", &gauge)])
            }
            _ => self.words.of("name.meter.", meter.key()).into(),
        }
    }

    /// Whom data means, as the object of something.
    pub(super) fn who(&self, who: Who, eyes: Eyes) -> String {
        match who.sides(eyes.actor) {
            [side] => self.whom(*side, eyes.viewer).into(),
            _ => self.words.get("name.both").into(),
        }
    }

    /// Whom data means, as the one who did something.
    pub(super) fn who_did_it(&self, who: Who, eyes: Eyes) -> String {
        match who.sides(eyes.actor) {
            [side] => self.who_did(*side, eyes.viewer).into(),
            _ => self.words.get("name.both").into(),
        }
    }

    /// Whom data means, as the owner of something.
    pub(super) fn whose_of(&self, who: Who, eyes: Eyes) -> String {
        match who.sides(eyes.actor) {
            [side] => self.whose(*side, eyes.viewer),
            _ => self.words.get("name.both_their").into(),
        }
    }

    /// A range of a meter: "3", "2 to 5".
    pub fn range(&self, low: Tenths, high: Tenths) -> String {
        if low == high {
            return points(low);
        }
        self.words.fill(
            "effect.range",
            &[("low", &points(low)), ("high", &points(high))],
        )
    }
}
