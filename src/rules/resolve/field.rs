//! FIELD: what each side does under the ceasefire. Deniability is Fog.

use crate::rules::meter::{Gauge, Meter, Tenths};
use crate::rules::odds;
use crate::rules::outcome::{Cause, Outcome, Sink};
use crate::rules::plan::{Field, Plan};
use crate::rules::side::{PerSide, Side};
use crate::rules::turn::Turn;
use crate::rules::vocabulary::Tally;

/// Acts that answer a strike, and that carry out a threat.
const fn is_forceful(field: Field) -> bool {
    matches!(field, Field::Strike | Field::AllOut | Field::Squeeze)
}

impl<S: Sink> Turn<'_, S> {
    pub(super) fn deeds(&mut self, plans: PerSide<Plan>) {
        let struck = self.s.common.struck;
        self.s.common.struck = PerSide([false, false]);
        for side in Side::BOTH {
            self.act(side, plans[side].field);
        }
        for side in Side::BOTH {
            let answered = is_forceful(plans[side].field) || plans[side].field == Field::Covert;
            if struck[side] && !answered {
                let loss = self.k().strike_face;
                self.gauge(side, Gauge::Face, -loss, Cause::Unanswered(side));
            }
            // Blows exchanged in one round answer each other.
            if is_forceful(plans[side].field) {
                self.s.common.struck[side] = false;
            }
            if is_forceful(plans[side].field) && self.s.common.threat[side] > 0 {
                self.s.common.threat[side] = 0;
                self.put(Outcome::Kept(side));
            }
        }
    }

    fn act(&mut self, side: Side, field: Field) {
        let seen = match field {
            Field::BuildUp | Field::Covert => {
                let chance = odds::seen(self.k(), &self.s.common, field);
                self.dice().per_mille(chance)
            }
            _ => true,
        };
        self.put(Outcome::Acted { side, field, seen });
        self.s.common.seen[side] = Some(if seen { field } else { Field::HoldFire });
        match field {
            Field::HoldFire => {
                self.quiet(side);
                self.s.own[side].count(Tally::HoldFire);
            }
            Field::BuildUp => self.build_up(side, seen),
            Field::Covert => self.covert(side, seen),
            Field::Strike => self.strike(side, field, 100),
            Field::Squeeze => self.squeeze(side),
            Field::Ease => self.ease(side),
            Field::AllOut => {
                self.s.own[side].desperate_spent = true;
                self.strike(side, field, self.k().all_out);
                let relief = self.k().all_out_pressure;
                self.gauge(side, Gauge::Pressure, -relief, Cause::Field(side, field));
            }
        }
    }

    /// Nothing that the other side sees: whether fire was held or only seemed to be, the
    /// Tension goes down, or the meter would give away what the Fog hides.
    fn quiet(&mut self, side: Side) {
        let cause = Cause::Field(side, Field::HoldFire);
        self.change(Meter::Tension, -self.k().hold_tension, cause);
    }

    fn build_up(&mut self, side: Side, seen: bool) {
        let k = self.k();
        let cause = Cause::Field(side, Field::BuildUp);
        self.gauge(side, Gauge::Strength, k.build_strength, cause);
        self.s.own[side].count(Tally::BuildUp);
        if seen {
            let cause = Cause::Exposed(side, Field::BuildUp);
            self.change(Meter::Tension, k.build_tension, cause);
            self.gauge(side.other(), Gauge::Trust, -k.build_trust, cause);
        } else {
            self.quiet(side);
        }
    }

    fn covert(&mut self, side: Side, seen: bool) {
        let (k, other) = (self.k(), side.other());
        let cause = Cause::Field(side, Field::Covert);
        self.gauge(other, Gauge::Strength, -k.covert_strength, cause);
        self.s.own[side].count(Tally::Covert);
        if seen {
            let cause = Cause::Exposed(side, Field::Covert);
            self.change(Meter::Tension, k.covert_tension, cause);
            self.gauge(other, Gauge::Trust, -k.covert_trust, cause);
            self.gauge(side, Gauge::Face, -k.covert_face, cause);
            self.s.own[side].count(Tally::Exposed);
            self.blame[side] += 2;
            self.incident_check();
        } else {
            self.quiet(side);
        }
    }

    fn strike(&mut self, side: Side, field: Field, force: i32) {
        let (k, other) = (self.k(), side.other());
        let cause = Cause::Field(side, field);
        let blow = |points: Tenths| points.percent(force);
        self.gauge(other, Gauge::Strength, -blow(k.strike_strength), cause);
        self.gauge(other, Gauge::Pressure, blow(k.strike_pressure), cause);
        self.gauge(other, Gauge::Strain, blow(k.strike_strain), cause);
        self.gauge(other, Gauge::Trust, -blow(k.strike_trust), cause);
        self.gauge(side, Gauge::Face, blow(k.strike_own_face), cause);
        self.change(Meter::Tension, blow(k.strike_tension), cause);
        self.change(Meter::Hope, -blow(k.strike_hope), cause);
        self.s.common.rally[side] = (k.rally_rounds * force / 100) as u8;
        self.s.common.struck[other] = true;
        self.s.own[side].count(Tally::Strike);
        self.blame[side] += 3;
        self.incident_check();
    }

    fn squeeze(&mut self, side: Side) {
        let k = self.k();
        let cause = Cause::Field(side, Field::Squeeze);
        let grip = self.s.common.grip[side];
        // A grip that cannot tighten further only hurts half as much.
        let tighter = i32::from(grip) < k.grip_max;
        let strain = k.squeeze_strain.percent(if tighter { 100 } else { 50 });
        self.gauge(side.other(), Gauge::Strain, strain, cause);
        self.change(Meter::Tension, k.squeeze_tension, cause);
        self.s.common.grip[side] = grip + u8::from(tighter);
        self.s.own[side].count(Tally::Squeeze);
        self.blame[side] += 1;
    }

    fn ease(&mut self, side: Side) {
        let (k, other) = (self.k(), side.other());
        let cause = Cause::Field(side, Field::Ease);
        self.gauge(other, Gauge::Strain, -k.ease_strain, cause);
        self.gauge(other, Gauge::Trust, k.ease_trust, cause);
        self.change(Meter::Tension, -k.ease_tension, cause);
        let price = self.shielded(k.ease_face.get() * 1000);
        self.gauge(side, Gauge::Face, -price, cause);
        self.s.common.grip[side] = self.s.common.grip[side].saturating_sub(1);
        self.s.own[side].count(Tally::Ease);
    }
}
