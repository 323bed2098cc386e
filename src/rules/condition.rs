//! Conditions: whether the facts that cards, events and objectives ask for hold.
//!
//! Tests are read where they lie in the tables: taking one apart costs more than asking it.
#![allow(clippy::trivially_copy_pass_by_ref)]

use super::clause::Status;
use super::ending::Class;
use super::meter::{Gauge, Tenths};
use super::side::Side;
use super::state::{Common, Phase, Private, State};
use super::tables::Tables;
use super::vocabulary::{Fact, MeterRef, Span, Test, Who};

/// The eyes through which conditions are read: a side's own secrets, or both sides'.
#[derive(Clone, Copy)]
pub struct Eyes<'a> {
    t: &'a Tables,
    common: &'a Common,
    own: [Option<&'a Private>; 2],
    actor: Side,
}

impl<'a> Eyes<'a> {
    /// With both sides' secrets.
    #[inline]
    pub const fn open(t: &'a Tables, state: &'a State, actor: Side) -> Self {
        Self {
            t,
            common: &state.common,
            own: [Some(&state.own.0[0]), Some(&state.own.0[1])],
            actor,
        }
    }

    /// With what `side` knows; what it cannot know counts as false.
    #[inline]
    pub const fn of(t: &'a Tables, common: &'a Common, own: &'a Private, side: Side) -> Self {
        let own = match side {
            Side::Presser => [Some(own), None],
            Side::Holder => [None, Some(own)],
        };
        Self {
            t,
            common,
            own,
            actor: side,
        }
    }

    /// Whether all the tests hold.
    #[inline]
    pub fn see(&self, tests: Span) -> bool {
        tests.len == 0 || (self.t.tests[tests.range()].iter()).all(|test| self.holds(test))
    }

    // Not inlined: most runs have one test or none.
    #[inline(never)]
    fn holds(&self, test: &Test) -> bool {
        self.fact(&test.fact) == Some(test.wanted)
    }

    /// Whether a fact is one; `None` if that cannot be known.
    #[inline]
    pub(super) fn fact(&self, fact: &Fact) -> Option<bool> {
        let c = self.common;
        Some(match *fact {
            Fact::AtLeast(MeterRef::Of(..), _)
            | Fact::AtMost(MeterRef::Of(..), _)
            | Fact::Holds(_)
            | Fact::MovedFirst(_)
            | Fact::Ahead(_)
            | Fact::Did(..)
            | Fact::Grip(..)
            | Fact::BackOffer(_) => return self.fact_of_sides(fact),
            Fact::AtLeast(meter, value) => self.shared(meter) >= value,
            Fact::AtMost(meter, value) => self.shared(meter) <= value,
            Fact::Agreed(id) => c.clause(id).agreed(),
            Fact::Vague(id) => c.clause(id).status == Status::Vague,
            Fact::Clear(id) => c.clause(id).status == Status::Clear,
            Fact::LevelAtMost(id, level) => c.clause(id).agreed() && c.clause(id).level <= level,
            Fact::LevelAtLeast(id, level) => c.clause(id).agreed() && c.clause(id).level >= level,
            Fact::AgreedCount(n) => c.clauses.agreed().len() >= u32::from(n),
            Fact::VagueCount(n) => c.clauses.vague().len() >= u32::from(n),
            Fact::ClearCount(n) => c.clauses.clear().len() >= u32::from(n),
            Fact::Incidents(n) => c.incidents >= n,
            Fact::Round(n) => c.round >= n,
            Fact::Left(n) => c.rounds.saturating_sub(c.round) <= n,
            Fact::During(timer) => c.during(timer),
            Fact::Ended(class) => match c.phase {
                Phase::Over(ending) => ending.class() == class,
                _ => class == Class::Continuation,
            },
        })
    }

    /// A meter that no side has of its own.
    #[inline]
    pub(super) fn shared(&self, meter: MeterRef) -> Tenths {
        match meter {
            MeterRef::Tension => self.common.tension,
            MeterRef::Fog => self.common.fog,
            MeterRef::Hope => self.common.hope,
            MeterRef::Shock => self.common.shock,
            MeterRef::Price | MeterRef::Of(..) => self.common.price(&self.t.constants),
        }
    }

    /// A fact about one side, or about each of both.
    fn fact_of_sides(&self, fact: &Fact) -> Option<bool> {
        let (Fact::AtLeast(MeterRef::Of(who, _), _)
        | Fact::AtMost(MeterRef::Of(who, _), _)
        | Fact::Holds(who)
        | Fact::MovedFirst(who)
        | Fact::Ahead(who)
        | Fact::Did(who, ..)
        | Fact::Grip(who, _)
        | Fact::BackOffer(who)) = *fact
        else {
            return None;
        };
        match who {
            Who::Presser => self.fact_of(Side::Presser, fact),
            Who::Holder => self.fact_of(Side::Holder, fact),
            Who::Own => self.fact_of(self.actor, fact),
            Who::Other => self.fact_of(self.actor.other(), fact),
            Who::Both => {
                let presser = self.fact_of(Side::Presser, fact)?;
                let holder = self.fact_of(Side::Holder, fact)?;
                Some(presser && holder)
            }
        }
    }

    fn fact_of(&self, side: Side, fact: &Fact) -> Option<bool> {
        let c = self.common;
        Some(match *fact {
            Fact::AtLeast(MeterRef::Of(_, gauge), value) => self.gauge(side, gauge)? >= value,
            Fact::AtMost(MeterRef::Of(_, gauge), value) => self.gauge(side, gauge)? <= value,
            Fact::Holds(_) => c.precondition[side],
            Fact::MovedFirst(_) => c.first == Some(side),
            Fact::Ahead(_) => c.conceded[side] > c.conceded[side.other()],
            Fact::Did(_, what, n) => self.own[side.index()]?.did(what) >= n,
            Fact::Grip(_, n) => c.grip[side] >= n,
            Fact::BackOffer(_) => !c.clauses.offered_back(side).is_empty(),
            _ => return None,
        })
    }

    #[inline]
    pub(super) fn gauge(&self, side: Side, gauge: Gauge) -> Option<Tenths> {
        let own = self.own[side.index()];
        Some(match gauge {
            Gauge::Face => self.common.face[side],
            Gauge::Pressure => own?.pressure,
            Gauge::Strain => own?.strain,
            Gauge::Strength => own?.strength,
            Gauge::Trust => own?.trust,
        })
    }
}
