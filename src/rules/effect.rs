//! The vocabulary at work: what effects do.

use super::clause::{ClauseId, Wording};
use super::condition::Eyes;
use super::meter::{Meter, Tenths};
use super::outcome::{By, Cause, Outcome, Sink};
use super::side::{PerSide, Side};
use super::state::MOST_ROUNDS;
use super::turn::Turn;
use super::vocabulary::{MeterRef, Op, Span};

impl<S: Sink> Turn<'_, S> {
    /// Carries out a run of effects.
    pub(super) fn run(&mut self, ops: Span, actor: Side, cause: Cause) {
        let mut rest = &self.t.ops[ops.range()];
        while let Some((op, next)) = rest.split_first() {
            rest = next;
            let skip = self.op(op, actor, cause);
            if skip > 0 {
                rest = rest.get(usize::from(skip)..).unwrap_or_default();
            }
        }
    }

    /// Carries out one effect, and says how many of the next are to be skipped.
    #[inline]
    #[allow(clippy::trivially_copy_pass_by_ref)] // read where it lies in the table
    fn op(&mut self, op: &Op, actor: Side, cause: Cause) -> u8 {
        match *op {
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
            Op::Leak(who) => {
                let whose = who.sides(actor);
                self.leak_all(PerSide::from_fn(|side| whose.contains(&side)));
            }
            Op::Start(timer, rounds) => {
                // The round in which it starts does not count against it.
                self.s.common.timers[timer as usize] = rounds.saturating_add(1);
                self.put(Outcome::Started(timer, rounds));
            }
            Op::Stop(timer) => {
                if std::mem::take(&mut self.s.common.timers[timer as usize]) > 0 {
                    self.put(Outcome::Stopped(timer));
                }
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
            Op::Unless { tests, skip } if !Eyes::open(self.t, self.s, actor).see(tests) => {
                return skip;
            }
            Op::Chance { percent, skip } if !self.dice().percent(i32::from(percent)) => {
                return skip;
            }
            // Their conditions held, so the operations behind them follow.
            Op::Unless { .. } | Op::Chance { .. } => {}
            Op::Skip(skip) => return skip,
        }
        0
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
