//! Effects and conditions into the flat operations of the rules.

use super::agenda::Agenda;
use super::fault::Faults;
use super::number::Points;
use super::place::Place;
use super::written::{Condition, Conditions, Effect, Effects, MeterName};
use crate::rules::clause::Level;
use crate::rules::meter::Gauge;
use crate::rules::vocabulary::{Fact, MeterRef, Op, Span, Test, Who};

/// Who acts where an effect or a condition stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acting {
    /// A side, to which `Own` refers.
    Side,
    /// Nobody: `Own` would mean the presser, which is hardly meant.
    Nobody,
}

/// The flat tables while they are being filled.
pub struct Lowering<'s> {
    /// The clauses by name.
    pub agenda: &'s Agenda,
    /// What is wrong.
    pub faults: &'s mut Faults,
    /// The effects so far.
    pub ops: Vec<Op>,
    /// The conditions so far.
    pub tests: Vec<Test>,
}

impl<'s> Lowering<'s> {
    /// Starts with empty tables.
    pub fn new(agenda: &'s Agenda, faults: &'s mut Faults) -> Self {
        Self {
            agenda,
            faults,
            ops: Vec::with_capacity(512),
            tests: Vec::with_capacity(256),
        }
    }

    /// Lowers a list of effects to one run of operations.
    pub fn effects(&mut self, effects: &Effects, acting: Acting) -> Span {
        let start = self.ops.len();
        for effect in effects {
            self.effect(&effect.value, effect.place, acting);
        }
        self.span(start, self.ops.len(), effects.place)
    }

    /// Lowers a list of conditions to one run of tests.
    pub fn conditions(&mut self, conditions: &Conditions, acting: Acting) -> Span {
        let start = self.tests.len();
        for condition in conditions {
            let test = self.condition(&condition.value, condition.place, acting);
            self.tests.push(test);
        }
        self.span(start, self.tests.len(), conditions.place)
    }

    fn span(&mut self, start: usize, end: usize, place: Place) -> Span {
        if end > u16::MAX as usize {
            self.faults.error(
                place,
                "the scenario has more effects and conditions than fit",
            );
        }
        Span {
            start: start as u16,
            len: (end - start) as u16,
        }
    }

    fn who(&mut self, who: Who, place: Place, acting: Acting) -> Who {
        if acting == Acting::Nobody && matches!(who, Who::Own | Who::Other) {
            self.faults
                .warning(
                    place,
                    format!("nobody acts here, so `{who:?}` is a matter of chance"),
                )
                .help("write `Presser` or `Holder`");
        }
        who
    }

    fn effect(&mut self, effect: &Effect, place: Place, acting: Acting) {
        let op = match effect {
            Effect::Tension(by) => Op::Change(MeterRef::Tension, by.0),
            Effect::Fog(by) => Op::Change(MeterRef::Fog, by.0),
            Effect::Hope(by) => Op::Change(MeterRef::Hope, by.0),
            Effect::Price(by) => Op::Change(MeterRef::Shock, by.0),
            Effect::Pressure(who, by) => self.change(*who, Gauge::Pressure, *by, place, acting),
            Effect::Face(who, by) => self.change(*who, Gauge::Face, *by, place, acting),
            Effect::Strain(who, by) => self.change(*who, Gauge::Strain, *by, place, acting),
            Effect::Strength(who, by) => self.change(*who, Gauge::Strength, *by, place, acting),
            Effect::Trust(who, by) => self.change(*who, Gauge::Trust, *by, place, acting),
            Effect::Patience(uses) => Op::Patience(uses.0 as i8),
            Effect::Incident(who, percent) => {
                Op::Incident(self.who(*who, place, acting), percent.0 as u8)
            }
            Effect::Accident(percent) => Op::Accident(percent.0 as u8),
            Effect::Blame(who) => Op::Blame(self.who(*who, place, acting)),
            Effect::Leak(who) => Op::Leak(self.who(*who, place, acting)),
            Effect::Start(timer, rounds) => Op::Start(*timer, rounds.0 as u8),
            Effect::Stop(timer) => Op::Stop(*timer),
            Effect::Grip(who, steps) => Op::Grip(self.who(*who, place, acting), steps.0 as i8),
            Effect::Break(clause) => Op::Break(self.agenda.find(clause, self.faults)),
            Effect::BreakOne => Op::BreakOne,
            Effect::ClarifyOne => Op::ClarifyOne,
            Effect::Reopen(clause) => Op::Reopen(self.agenda.find(clause, self.faults)),
            Effect::Arbitrate => Op::Arbitrate,
            Effect::Learn(who) => Op::Learn(self.who(*who, place, acting)),
            Effect::Draw(who) => Op::Draw(self.who(*who, place, acting)),
            Effect::Package(who) => Op::Package(self.who(*who, place, acting)),
            Effect::Enforce(who, by) => Op::Enforce(self.who(*who, place, acting), by.0 as i8),
            Effect::DropPrecondition(who) => Op::DropPrecondition(self.who(*who, place, acting)),
            Effect::Extend(rounds) => Op::Extend(rounds.0 as u8),
            Effect::If(conditions, then) => {
                let tests = self.conditions(conditions, acting);
                let unless = self.hole();
                let skip = self.branch(then, place, acting);
                self.ops[unless] = Op::Unless { tests, skip };
                return;
            }
            Effect::IfElse(conditions, then, otherwise) => {
                let tests = self.conditions(conditions, acting);
                let unless = self.hole();
                let first = self.branch(then, place, acting);
                let end = self.hole();
                let second = self.branch(otherwise, place, acting);
                self.ops[unless] = Op::Unless {
                    tests,
                    skip: first.saturating_add(1),
                };
                self.ops[end] = Op::Skip(second);
                return;
            }
            Effect::Chance(percent, then) => {
                let chance = self.hole();
                let skip = self.branch(then, place, acting);
                self.ops[chance] = Op::Chance {
                    percent: percent.0 as u8,
                    skip,
                };
                return;
            }
        };
        self.ops.push(op);
    }

    fn change(&mut self, who: Who, gauge: Gauge, by: Points, place: Place, acting: Acting) -> Op {
        Op::Change(MeterRef::Of(self.who(who, place, acting), gauge), by.0)
    }

    /// Keeps a place for a jump whose length is not known yet.
    fn hole(&mut self) -> usize {
        self.ops.push(Op::Skip(0));
        self.ops.len() - 1
    }

    /// Lowers a branch and says how many operations it became.
    fn branch(&mut self, effects: &Effects, place: Place, acting: Acting) -> u8 {
        let len = self.effects(effects, acting).len;
        if len >= u8::MAX as u16 {
            self.faults
                .error(place, "more than 254 effects under one condition");
        }
        len.min(u8::MAX as u16 - 1) as u8
    }

    fn condition(&mut self, condition: &Condition, place: Place, acting: Acting) -> Test {
        let fact = match condition {
            Condition::Not(inner) => {
                let test = self.condition(inner, place, acting);
                return Test {
                    wanted: !test.wanted,
                    ..test
                };
            }
            Condition::AtLeast(meter, points) => {
                Fact::AtLeast(self.meter(meter, place, acting), points.0)
            }
            Condition::AtMost(meter, points) => {
                Fact::AtMost(self.meter(meter, place, acting), points.0)
            }
            Condition::Agreed(clause) => Fact::Agreed(self.agenda.find(clause, self.faults)),
            Condition::Vague(clause) => Fact::Vague(self.agenda.find(clause, self.faults)),
            Condition::Clear(clause) => Fact::Clear(self.agenda.find(clause, self.faults)),
            Condition::LevelAtMost(clause, level) => {
                Fact::LevelAtMost(self.agenda.find(clause, self.faults), Level(level.0 as u8))
            }
            Condition::LevelAtLeast(clause, level) => {
                Fact::LevelAtLeast(self.agenda.find(clause, self.faults), Level(level.0 as u8))
            }
            Condition::AgreedCount(count) => Fact::AgreedCount(self.count(count.0, place)),
            Condition::VagueCount(count) => Fact::VagueCount(self.count(count.0, place)),
            Condition::ClearCount(count) => Fact::ClearCount(self.count(count.0, place)),
            Condition::Holds(who) => Fact::Holds(self.who(*who, place, acting)),
            Condition::MovedFirst(who) => Fact::MovedFirst(self.who(*who, place, acting)),
            Condition::Ahead(who) => Fact::Ahead(self.who(*who, place, acting)),
            Condition::Did(who, act, count) => {
                Fact::Did(self.who(*who, place, acting), *act, count.0 as u8)
            }
            Condition::Incidents(count) => Fact::Incidents(count.0 as u8),
            Condition::Round(round) => Fact::Round(round.0 as u8),
            Condition::Left(rounds) => Fact::Left(rounds.0 as u8),
            Condition::Grip(who, steps) => Fact::Grip(self.who(*who, place, acting), steps.0 as u8),
            Condition::During(timer) => Fact::During(*timer),
            Condition::BackOffer(who) => Fact::BackOffer(self.who(*who, place, acting)),
            Condition::Ended(class) => Fact::Ended(*class),
        };
        Test { fact, wanted: true }
    }

    fn count(&mut self, count: i32, place: Place) -> u8 {
        let clauses = self.agenda.len();
        if count as usize > clauses {
            let message = format!("this never holds: there are only {clauses} clauses");
            self.faults.warning(place, message);
        }
        count as u8
    }

    fn meter(&mut self, meter: &MeterName, place: Place, acting: Acting) -> MeterRef {
        let (who, gauge) = match meter {
            MeterName::Tension => return MeterRef::Tension,
            MeterName::Fog => return MeterRef::Fog,
            MeterName::Hope => return MeterRef::Hope,
            MeterName::Price => return MeterRef::Price,
            MeterName::Pressure(who) => (who, Gauge::Pressure),
            MeterName::Face(who) => (who, Gauge::Face),
            MeterName::Strain(who) => (who, Gauge::Strain),
            MeterName::Strength(who) => (who, Gauge::Strength),
            MeterName::Trust(who) => (who, Gauge::Trust),
        };
        MeterRef::Of(self.who(*who, place, acting), gauge)
    }
}
