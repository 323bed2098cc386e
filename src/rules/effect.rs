//! The vocabulary at work: whether conditions hold, and what effects do.

use super::clause::{ClauseId, Status, Wording};
use super::meter::{Gauge, Meter, Tenths};
use super::outcome::{By, Cause, Outcome, Sink};
use super::side::Side;
use super::state::{Common, Phase, Private, State};
use super::tables::Tables;
use super::turn::Turn;
use super::vocabulary::{Fact, MeterRef, Op, Span, Test, Who};

/// The longest a game may be extended to, in rounds.
const MOST_ROUNDS: u8 = 40;

/// The eyes through which a condition is read: a side's own secrets, or both sides'.
struct Eyes<'a> {
    t: &'a Tables,
    common: &'a Common,
    own: [Option<&'a Private>; 2],
    actor: Side,
}

/// Whether all the tests hold, seen with both sides' secrets.
#[inline]
pub fn holds(t: &Tables, state: &State, actor: Side, tests: Span) -> bool {
    if tests.len == 0 {
        return true;
    }
    let own = [Some(&state.own.0[0]), Some(&state.own.0[1])];
    Eyes {
        t,
        common: &state.common,
        own,
        actor,
    }
    .all(tests)
}

/// Whether all the tests hold for all that `side` knows; what it cannot know counts as false.
#[inline]
pub fn holds_known(t: &Tables, common: &Common, own: &Private, side: Side, tests: Span) -> bool {
    if tests.len == 0 {
        return true;
    }
    let mut eyes = Eyes {
        t,
        common,
        own: [None; 2],
        actor: side,
    };
    eyes.own[side.index()] = Some(own);
    eyes.all(tests)
}

impl Eyes<'_> {
    fn all(&self, tests: Span) -> bool {
        self.t.tests[tests.range()]
            .iter()
            .all(|&test| self.test(test))
    }

    fn test(&self, Test { fact, wanted }: Test) -> bool {
        match self.fact(fact) {
            Some(is) => is == wanted,
            None => false,
        }
    }

    fn meter(&self, meter: MeterRef, side: Side) -> Option<Tenths> {
        let own = self.own[side.index()];
        Some(match meter {
            MeterRef::Tension => self.common.tension,
            MeterRef::Fog => self.common.fog,
            MeterRef::Hope => self.common.hope,
            MeterRef::Shock => self.common.shock,
            MeterRef::Price => self.common.price(&self.t.constants),
            MeterRef::Of(_, Gauge::Face) => self.common.face[side],
            MeterRef::Of(_, Gauge::Pressure) => own?.pressure,
            MeterRef::Of(_, Gauge::Strain) => own?.strain,
            MeterRef::Of(_, Gauge::Strength) => own?.strength,
            MeterRef::Of(_, Gauge::Trust) => own?.trust,
        })
    }

    /// Whether `is` holds for each side meant; `None` if that cannot be known.
    fn each(&self, who: Who, is: impl Fn(Side) -> Option<bool>) -> Option<bool> {
        who.sides(self.actor)
            .iter()
            .try_fold(true, |all, &side| Some(all & is(side)?))
    }

    fn compare(&self, meter: MeterRef, is: impl Fn(Tenths) -> bool) -> Option<bool> {
        match meter {
            MeterRef::Of(who, _) => self.each(who, |side| self.meter(meter, side).map(&is)),
            _ => self.meter(meter, self.actor).map(is),
        }
    }

    fn fact(&self, fact: Fact) -> Option<bool> {
        let c = self.common;
        Some(match fact {
            Fact::AtLeast(meter, value) => return self.compare(meter, |m| m >= value),
            Fact::AtMost(meter, value) => return self.compare(meter, |m| m <= value),
            Fact::Agreed(id) => c.clause(id).agreed(),
            Fact::Vague(id) => c.clause(id).status == Status::Vague,
            Fact::Clear(id) => c.clause(id).status == Status::Clear,
            Fact::LevelAtMost(id, level) => c.clause(id).agreed() && c.clause(id).level <= level,
            Fact::LevelAtLeast(id, level) => c.clause(id).agreed() && c.clause(id).level >= level,
            Fact::AgreedCount(n) => c.clauses.agreed().len() >= u32::from(n),
            Fact::VagueCount(n) => c.clauses.vague().len() >= u32::from(n),
            Fact::ClearCount(n) => c.clauses.clear().len() >= u32::from(n),
            Fact::Holds(who) => return self.each(who, |s| Some(c.precondition[s])),
            Fact::MovedFirst(who) => return self.each(who, |s| Some(c.first == Some(s))),
            Fact::Ahead(who) => {
                return self.each(who, |s| Some(c.conceded[s] > c.conceded[s.other()]));
            }
            Fact::Did(who, what, n) => {
                return self.each(who, |s| self.own[s.index()].map(|own| own.did(what) >= n));
            }
            Fact::Incidents(n) => c.incidents >= n,
            Fact::Round(n) => c.round >= n,
            Fact::Left(n) => c.rounds.saturating_sub(c.round) <= n,
            Fact::Grip(who, n) => return self.each(who, |s| Some(c.grip[s] >= n)),
            Fact::During(timer) => c.during(timer),
            Fact::BackOffer(who) => {
                return self.each(who, |s| Some(!c.clauses.offered_back(s).is_empty()));
            }
            Fact::Ended(class) => match c.phase {
                Phase::Over(ending) => ending.class() == class,
                _ => class == super::ending::Class::Continuation,
            },
        })
    }
}

impl<S: Sink> Turn<'_, S> {
    /// Carries out a run of effects.
    pub(super) fn run(&mut self, ops: Span, actor: Side, cause: Cause) {
        let mut at = ops.range();
        while let Some(index) = at.next() {
            let skip = match self.t.ops[index] {
                Op::Unless { tests, skip } if !holds(self.t, self.s, actor, tests) => skip,
                Op::Chance { percent, skip } if !self.dice().percent(i32::from(percent)) => skip,
                Op::Skip(skip) => skip,
                op => {
                    self.op(op, actor, cause);
                    0
                }
            };
            at.start = (at.start + usize::from(skip)).min(at.end);
        }
    }

    fn op(&mut self, op: Op, actor: Side, cause: Cause) {
        match op {
            Op::Change(meter, by) => self.change_ref(meter, by, actor, cause),
            Op::Patience(by) => {
                let patience = &mut self.s.common.patience;
                *patience = patience.saturating_add_signed(by);
            }
            Op::Incident(who, percent) => {
                for &side in who.sides(actor) {
                    if self.dice().percent(i32::from(percent)) {
                        self.blame[side] += 1;
                        self.incident(Some(side));
                    }
                }
            }
            Op::Accident(percent) => {
                if self.dice().percent(i32::from(percent)) {
                    self.incident(None);
                }
            }
            Op::Blame(who) => who
                .sides(actor)
                .iter()
                .for_each(|&side| self.blame[side] += 1),
            Op::Leak(who) => who
                .sides(actor)
                .iter()
                .for_each(|&side| self.leak_all(side)),
            Op::Start(timer, rounds) => {
                // The round in which it starts does not count against it.
                self.s.common.timers[timer as usize] = rounds.saturating_add(1);
                self.put(Outcome::Started(timer, rounds));
            }
            Op::Stop(timer) => {
                self.s.common.timers[timer as usize] = 0;
                self.put(Outcome::Stopped(timer));
            }
            Op::Grip(who, by) => {
                let most = self.t.constants.grip_max as u8;
                for &side in who.sides(actor) {
                    let grip = &mut self.s.common.grip[side];
                    *grip = grip.saturating_add_signed(by).min(most);
                }
            }
            Op::Break(id) => self.break_clause(id),
            Op::BreakOne => {
                if let Some(id) = self.any_vague() {
                    self.break_clause(id);
                }
            }
            Op::ClarifyOne => {
                if let Some(id) = self.any_vague() {
                    self.make_clear(id, None);
                }
            }
            Op::Reopen(id) => self.reopen(id),
            Op::Arbitrate => self.arbitrate(),
            Op::Learn(who) => who
                .sides(actor)
                .iter()
                .for_each(|&side| self.learn_any(side)),
            Op::Draw(who) => who
                .sides(actor)
                .iter()
                .for_each(|&side| self.draw_card(side)),
            Op::Package(who) => {
                who.sides(actor)
                    .iter()
                    .for_each(|&side| self.s.own[side].package = true);
            }
            Op::Enforce(who, by) => {
                for &side in who.sides(actor) {
                    let enforce = &mut self.s.common.enforce[side];
                    *enforce = enforce.saturating_add(by);
                }
            }
            Op::DropPrecondition(who) => {
                for &side in who.sides(actor) {
                    if std::mem::take(&mut self.s.common.precondition[side]) {
                        self.put(Outcome::Waived(side));
                    }
                }
            }
            Op::Extend(rounds) => {
                let last = &mut self.s.common.rounds;
                *last = last.saturating_add(rounds).min(MOST_ROUNDS);
                self.put(Outcome::Extended(rounds));
            }
            // Their conditions held, so the operations behind them follow.
            Op::Unless { .. } | Op::Chance { .. } | Op::Skip(_) => {}
        }
    }

    fn change_ref(&mut self, meter: MeterRef, by: Tenths, actor: Side, cause: Cause) {
        match meter {
            MeterRef::Tension => self.change(Meter::Tension, by, cause),
            MeterRef::Fog => self.change(Meter::Fog, by, cause),
            MeterRef::Hope => self.change(Meter::Hope, by, cause),
            MeterRef::Shock | MeterRef::Price => self.change(Meter::Shock, by, cause),
            MeterRef::Of(who, gauge) => {
                for &side in who.sides(actor) {
                    self.change(Meter::Of(side, gauge), by, cause);
                }
            }
        }
    }

    fn any_vague(&mut self) -> Option<ClauseId> {
        let set = self.s.common.clauses.vague();
        let n = self.dice().below(set.len());
        set.nth(n)
    }

    fn arbitrate(&mut self) {
        let open = self.s.common.clauses.open();
        if open.len() == 1
            && let Some(id) = open.nth(0)
        {
            let level = super::clause::Level(2);
            self.settle(id, level, Wording::Vague, By::Arbitration);
        }
    }

    fn learn_any(&mut self, side: Side) {
        let known = self.s.own[side].probed;
        let unknown = self.s.common.clauses.agenda() - known;
        let n = self.dice().below(unknown.len());
        if let Some(id) = unknown.nth(n) {
            self.learn(side, id);
        }
    }
}
