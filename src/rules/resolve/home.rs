//! The home front: what the round does to each side's streets, purse and forces, and the
//! slow return of the shared meters to rest.

use crate::rules::meter::{Gauge, Meter, Tenths, excess, share};
use crate::rules::outcome::{Cause, Outcome, Sink};
use crate::rules::plan::{Field, Plan};
use crate::rules::side::{PerSide, Side};
use crate::rules::turn::Turn;
use crate::rules::vocabulary::Tally;

impl<S: Sink> Turn<'_, S> {
    pub(super) fn home_front(&mut self, plans: PerSide<Plan>) {
        let in_force = self.s.common.clauses.agreed();
        for id in in_force.iter() {
            let ops = self.t.clauses[id.index()].in_force;
            self.run(ops, Side::Presser, Cause::InForce(id));
        }
        for side in Side::BOTH {
            self.economy(side);
            self.threats(side);
            self.streets(side, in_force.len() as i32);
            self.forces(side, plans[side.other()].field);
        }
        self.rest();
        self.circumstances();
        for side in Side::BOTH {
            self.draw_card(side);
            self.cornered(side);
        }
    }

    fn economy(&mut self, side: Side) {
        let k = self.k();
        let other = side.other();
        let grip = i32::from(self.s.common.grip[other]);
        let squeezed = k.grip_strain.get() * grip;
        let over = excess(self.s.common.price(k), k.price_comfort.get());
        let burden = share(over, i32::from(self.t.sides[side].price_burden));
        let strain = [(squeezed, Cause::Grip(other)), (burden, Cause::Price)];
        self.raise(side, Gauge::Strain, strain);
        let eased = share(self.s.own[side].strain.get(), k.strain_relax);
        self.gauge(side, Gauge::Strain, -eased, Cause::Rest);
    }

    fn threats(&mut self, side: Side) {
        let threat = self.s.common.threat[side];
        if threat == 0 {
            return;
        }
        // No time left to carry it out is no excuse.
        let last = self.s.common.round >= self.s.common.rounds;
        self.s.common.threat[side] = if last { 0 } else { threat - 1 };
        if threat == 1 || last {
            self.s.own[side].count(Tally::Unkept);
            self.put(Outcome::Unkept(side));
            self.gauge(
                side,
                Gauge::Face,
                -self.k().unkept_face,
                Cause::Unkept(side),
            );
        }
    }

    fn streets(&mut self, side: Side, agreed: i32) {
        let k = self.k();
        let own = &self.s.own[side];
        let over = excess(own.strain, k.strain_threshold.get());
        let made_good = k.hope_floor.get() + k.hope_clause.get() * agreed;
        let unmet = excess(self.s.common.hope, made_good);
        let low = (k.face_threshold.get() - self.s.common.face[side].get()).max(0);
        let pressure = [
            (own.drift.get(), Cause::Drift),
            (share(over, k.strain_pressure), Cause::Strained),
            (share(unmet, k.hope_pressure), Cause::UnmetHope),
            (share(low, k.face_pressure), Cause::LowFace),
        ];
        self.raise(side, Gauge::Pressure, pressure);
        if self.s.common.rally[side] > 0 {
            self.s.common.rally[side] -= 1;
            let rallied = k.rally_pressure.get() * self.s.common.fog.get() / 1000;
            self.gauge(side, Gauge::Pressure, -rallied, Cause::Rally(side));
        }
    }

    fn forces(&mut self, side: Side, theirs: Field) {
        if !matches!(theirs, Field::Strike | Field::AllOut) {
            let recovery = self.t.sides[side].recovery;
            self.gauge(side, Gauge::Strength, recovery, Cause::Recovery);
        }
    }

    fn rest(&mut self) {
        let k = self.k();
        let c = &self.s.common;
        let back = |value: Tenths, rest: Tenths, by: i32| share(rest.get() - value.get(), by);
        let shared = [
            (Meter::Tension, back(c.tension, k.rest_tension, k.relax)),
            (Meter::Fog, back(c.fog, k.rest_fog, k.relax)),
            (Meter::Hope, back(c.hope, k.rest_hope, k.relax)),
            (Meter::Shock, back(c.shock, Tenths::ZERO, k.shock_decay)),
        ];
        let faces = c
            .face
            .0
            .map(|face| back(face, Tenths::points(50), k.face_relax));
        for (meter, by) in shared {
            self.change(meter, by, Cause::Rest);
        }
        for (side, by) in Side::BOTH.into_iter().zip(faces) {
            self.gauge(side, Gauge::Face, by, Cause::Rest);
        }
    }

    fn circumstances(&mut self) {
        for timer in &mut self.s.common.timers {
            *timer = timer.saturating_sub(1);
        }
        for side in Side::BOTH {
            let away = &mut self.s.common.away[side];
            *away = away.saturating_sub(1);
        }
        let idle = self.k().patience_idle;
        if !self.settled && self.dice().percent(idle) {
            let patience = &mut self.s.common.patience;
            *patience = patience.saturating_sub(1);
        }
    }

    /// Whether a side is cornered (the essay: it lasts until one is).
    fn cornered(&mut self, side: Side) {
        let k = self.k();
        let own = &self.s.own[side];
        let now = own.pressure >= k.cornered_pressure
            || self.s.common.face[side] <= k.cornered_face
            || own.strength <= k.cornered_strength;
        if now && !own.cornered {
            self.put(Outcome::Cornered(side));
        }
        self.s.own[side].cornered = now;
        self.s.common.signal[side] = now;
    }
}
