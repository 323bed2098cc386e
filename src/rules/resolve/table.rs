//! TABLE: offers, agreements and their undoing.
//!
//! Both sides decide in secret, so what both do at once is compared before anything is
//! charged: steps taken together carry no surcharge, and offers that meet are agreed.

use super::concede::Seen;
use crate::rules::clause::{Channel, ClauseId, Level, Standing, Status, Wording};
use crate::rules::meter::{Gauge, Meter};
use crate::rules::odds;
use crate::rules::outcome::{By, Cause, Outcome, Sink};
use crate::rules::plan::{Offer, Plan, Table, Terms};
use crate::rules::side::{PerSide, Side};
use crate::rules::treaty::Treaty;
use crate::rules::turn::Turn;
use crate::rules::vocabulary::Tally;

/// Whether a decision gives ground where all can see it.
fn is_public_step(table: Table) -> bool {
    matches!(
        table,
        Table::Offer(Offer {
            channel: Channel::Open,
            ..
        }) | Table::Waive
            | Table::Accept(_)
    )
}

/// Whether one side takes what the other had put forward before: then that is what is agreed.
fn one_takes_the_others(decided: PerSide<Table>) -> bool {
    let accepts = |side: Side| matches!(decided[side], Table::Accept(_));
    accepts(Side::Presser) != accepts(Side::Holder)
}

impl<S: Sink> Turn<'_, S> {
    pub(super) fn table(&mut self, plans: PerSide<Plan>) {
        let decided = PerSide::from_fn(|side| plans[side].table);
        for side in Side::BOTH {
            self.put(Outcome::Tabled(side, decided[side]));
            self.s.common.tabled[side] = Some(decided[side].seen());
        }
        let before = self.s.common.clauses;
        let bargains = self.s.common.bargain;
        self.s.common.bargain = PerSide([None, None]);
        let seen =
            if is_public_step(decided[Side::Presser]) && is_public_step(decided[Side::Holder]) {
                Seen::Together
            } else {
                Seen::Alone
            };
        if let (Table::Clarify(a), Table::Clarify(b)) = (decided.0[0], decided.0[1])
            && a == b
        {
            self.make_clear(a, None);
        }
        // Offers and what is taken up of them first: what is agreed can no longer be hardened.
        for side in Side::BOTH {
            if let Table::Offer(offer) = decided[side] {
                self.offer(side, offer, seen);
            }
        }
        self.meet(decided, &before);
        for side in Side::BOTH {
            if let Table::Accept(id) = decided[side] {
                self.accept(side, id, &before, seen);
            }
        }
        for side in Side::BOTH {
            match decided[side] {
                Table::Hold | Table::Offer(_) | Table::Accept(_) | Table::Sign => {}
                Table::Clarify(id) => self.clarify(side, id),
                Table::Harden(id) => self.harden(side, id),
                Table::Withdraw(id) => self.withdraw(side, id),
                Table::Waive => self.waive(side, seen, decided[side.other()] == Table::Waive),
                Table::Probe(id) => self.probe(side, id),
                Table::WalkOut => self.walk_out(side),
                Table::Bargain(terms) => {
                    self.s.own[side].desperate_spent = true;
                    self.s.common.bargain[side] = Some(terms);
                }
                Table::AcceptBargain => {
                    if let Some(terms) = bargains[side.other()] {
                        self.accept_bargain(side, terms, &before);
                    }
                }
            }
        }
        for side in Side::BOTH {
            self.s.own[side].package = false;
            if bargains[side].is_some() && decided[side.other()] != Table::AcceptBargain {
                self.put(Outcome::Lapsed(side));
            }
        }
    }

    fn offer(&mut self, side: Side, offer: Offer, seen: Seen) {
        let Offer {
            clause: id,
            level,
            wording,
            channel,
        } = offer;
        if self.s.common.clause(id).agreed() {
            return;
        }
        self.s.own[side].count(Tally::Offer);
        let steps = self.s.common.clause(id).position[side].concession(level, side);
        match channel {
            Channel::Back => {}
            Channel::Open => self.charge(side, id, steps, wording, seen),
            Channel::Mediator => {
                self.s.common.patience = self.s.common.patience.saturating_sub(1);
                self.charge(side, id, steps, wording, Seen::Mediated);
            }
        }
        self.clause(id, |clause| {
            if channel != Channel::Back {
                clause.position[side] = level;
            }
            clause.standing[side] = Some(Standing {
                level,
                wording,
                channel,
            });
        });
    }

    /// Agrees a clause on which both moved this round, if they meet or cross: between the
    /// two, nearer to what holds now.
    fn meet(&mut self, decided: PerSide<Table>, before: &Treaty) {
        let willing = |side: Side| match decided[side] {
            Table::Offer(Offer {
                clause,
                level,
                wording,
                ..
            }) => Some((clause, level, wording)),
            Table::Accept(clause) => {
                let taken = before[clause.index()].on_offer(side.other());
                Some((clause, taken.level, taken.wording))
            }
            _ => None,
        };
        let (Some(a), Some(b)) = (willing(Side::Presser), willing(Side::Holder)) else {
            return;
        };
        let (id, open) = (a.0, !self.s.common.clause(a.0).agreed());
        if a.0 != b.0 || a.1 < b.1 || !open || one_takes_the_others(decided) {
            return;
        }
        let quo = i32::from(self.s.common.clause(id).quo);
        let (low, high) = (i32::from(b.1.0), i32::from(a.1.0));
        let up = i32::from(quo > (low + high) * 5);
        let level = Level(i32::midpoint(low + up, high) as u8);
        let vague = a.2 == Wording::Vague || b.2 == Wording::Vague;
        let wording = if vague {
            Wording::Vague
        } else {
            Wording::Clear
        };
        self.publish(id, level, wording, Seen::Together);
        self.settle(id, level, wording, By::Meeting);
    }

    /// Both sides' positions move to an agreed level, and each pays for what it has not yet.
    fn publish(&mut self, id: ClauseId, level: Level, wording: Wording, seen: Seen) {
        for side in Side::BOTH {
            let steps = self.s.common.clause(id).position[side].concession(level, side);
            if steps > 0 {
                self.charge(side, id, steps, wording, seen);
                self.clause(id, |clause| clause.position[side] = level);
            }
        }
    }

    /// Takes what the other put forward or asks for, as it stood when the plans were made.
    fn accept(&mut self, side: Side, id: ClauseId, before: &Treaty, seen: Seen) {
        self.s.own[side].count(Tally::Accept);
        let them = side.other();
        let package = self.s.own[side].package;
        for (index, clause) in before.iter().enumerate() {
            let also = package && clause.standing[them].is_some();
            let at = ClauseId(index as u8);
            if (at != id && !also) || self.s.common.clause(at).agreed() {
                continue;
            }
            let Standing {
                level,
                wording,
                channel,
            } = clause.on_offer(them);
            // What was struck in secret is announced together; a mediator's paper has no loser.
            let seen = match channel {
                Channel::Open => seen,
                Channel::Back => Seen::Together,
                Channel::Mediator => Seen::Mediated,
            };
            self.publish(at, level, wording, seen);
            self.settle(at, level, wording, By::Accepting(side));
        }
    }

    /// Takes the other's reading: one level toward it, at the full price of that level.
    fn clarify(&mut self, side: Side, id: ClauseId) {
        let clause = self.s.common.clause(id);
        if clause.status != Status::Vague {
            return;
        }
        let level = clause.level.toward(side.other());
        let steps = clause.level.concession(level, side);
        self.charge(side, id, steps, Wording::Clear, Seen::Together);
        self.clause(id, |clause| clause.level = level);
        self.make_clear(id, Some(side));
    }

    fn harden(&mut self, side: Side, id: ClauseId) {
        let k = self.k();
        let clause = self.s.common.clause(id);
        if clause.agreed() {
            return;
        }
        self.step_back(side, id);
        let cause = Cause::Hardened(side, id);
        self.gauge(side, Gauge::Face, k.harden_face, cause);
        self.gauge(side, Gauge::Pressure, -k.harden_pressure, cause);
        self.gauge(side.other(), Gauge::Trust, -k.harden_trust, cause);
        self.change(Meter::Hope, -k.harden_hope, cause);
        self.s.own[side].count(Tally::Harden);
    }

    /// Takes a side's position back by a level, and what that had conceded.
    fn step_back(&mut self, side: Side, id: ClauseId) {
        let position = self.s.common.clause(id).position[side];
        let back = position.toward(side);
        self.clause(id, |clause| {
            clause.standing[side] = None;
            clause.position[side] = back;
        });
        let public = i32::from(self.t.sides[side].profile.salience[id.index()]);
        let taken_back = (back.concession(position, side) * public / 100) as u16;
        let conceded = &mut self.s.common.conceded[side];
        *conceded = conceded.saturating_sub(taken_back);
    }

    /// Stops performing a clause. The less the other side's rights are enforced, the
    /// cheaper it is (Fearon 1995: the commitment problem).
    fn withdraw(&mut self, side: Side, id: ClauseId) {
        if !self.s.common.clause(id).agreed() {
            return;
        }
        let k = self.k();
        let other = side.other();
        let enforced = crate::rules::score::enforcement(self.t, self.s, other);
        self.unsettle(id);
        self.put(Outcome::Withdrew(side, id));
        if k.withdraw_back > 0 {
            self.step_back(side, id);
        }
        let cause = Cause::Withdrawal(side, id);
        let by_enforcement = 40 + enforced * 60 / 1000;
        self.gauge(
            other,
            Gauge::Trust,
            -k.withdraw_trust.percent(by_enforcement),
            cause,
        );
        self.gauge(
            side,
            Gauge::Face,
            -k.withdraw_face.percent(by_enforcement),
            cause,
        );
        self.gauge(side, Gauge::Pressure, -k.withdraw_pressure, cause);
        self.change(Meter::Hope, -k.withdraw_hope, cause);
        self.blame[side] += 2;
        self.s.own[side].count(Tally::Withdraw);
    }

    fn waive(&mut self, side: Side, seen: Seen, both: bool) {
        if !std::mem::take(&mut self.s.common.precondition[side]) {
            return;
        }
        let k = self.k();
        self.put(Outcome::Waived(side));
        self.charge_waiver(side, seen);
        let cause = Cause::Waiver(side);
        let trust = k.waive_trust * if both { 2 } else { 1 };
        self.gauge(side.other(), Gauge::Trust, trust, cause);
        self.change(Meter::Hope, k.waive_hope, cause);
    }

    fn probe(&mut self, side: Side, id: ClauseId) {
        let chance = odds::probe(self.k(), &self.s.common);
        self.s.own[side].count(Tally::Probe);
        if self.dice().per_mille(chance) {
            self.learn(side, id);
        } else {
            self.put(Outcome::Unlearned(side, id));
        }
    }

    fn walk_out(&mut self, side: Side) {
        let k = self.k();
        let cause = Cause::WalkOut(side);
        let offers = &self.s.common.clauses;
        for id in (offers.offered(side) - offers.offered_back(side)).iter() {
            self.clause(id, |clause| clause.standing[side] = None);
        }
        self.s.common.away[side] = 2;
        self.gauge(side, Gauge::Face, k.walk_out_face, cause);
        self.gauge(side, Gauge::Pressure, -k.walk_out_pressure, cause);
        self.gauge(side.other(), Gauge::Trust, -k.walk_out_trust, cause);
        self.change(Meter::Hope, -k.walk_out_hope, cause);
        self.change(Meter::Tension, k.walk_out_tension, cause);
        self.blame[side] += 1;
        self.s.own[side].count(Tally::WalkOut);
    }

    /// Everything still open is settled at once, from where both sides stood when the plans were
    /// made; the offerer's precondition falls with it, and where the scenario says so the taker's.
    fn accept_bargain(&mut self, side: Side, terms: Terms, before: &Treaty) {
        let offerer = side.other();
        let both = self.k().bargain_waives == 2;
        let open = self.s.common.clauses.open();
        for id in open.iter() {
            let level = before[id.index()].bargained(offerer, terms);
            self.publish(id, level, Wording::Clear, Seen::InBargain);
            self.settle(id, level, Wording::Clear, By::Bargain(side));
        }
        let falls = |who| who == offerer || both;
        for who in Side::BOTH.into_iter().filter(|&who| falls(who)) {
            if std::mem::take(&mut self.s.common.precondition[who]) {
                self.put(Outcome::Waived(who));
            }
        }
    }
}
