//! What it costs to give ground: in Face, which all see, and in Pressure, which only home feels.

use crate::rules::clause::{ClauseId, Wording};
use crate::rules::meter::{Gauge, Tenths};
use crate::rules::outcome::{Cause, Sink};
use crate::rules::side::Side;
use crate::rules::turn::Turn;
use crate::rules::vocabulary::Timer;

/// Who is seen to have moved, and so what is charged on top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// In public, alone: the first to move pays most, and the one ahead pays more.
    Alone,
    /// Both at once: nobody moved first.
    Together,
    /// On the mediator's paper: no Face is lost.
    Mediated,
    /// In a grand bargain, on everything at once.
    InBargain,
}

impl<S: Sink> Turn<'_, S> {
    /// A price in thousandths of a tenth, less what the Fog hides.
    pub(super) fn shielded(&self, price: i32) -> Tenths {
        let k = self.k();
        let fog = if self.s.common.during(Timer::Spotlight) {
            0
        } else {
            self.s.common.fog.get()
        };
        let share = (k.shield_base * 10 - fog * k.shield_fog / 100).max(0);
        Tenths::of(price / 1000 * share / 1000)
    }

    /// The surcharge for being seen to move alone, in percent (the essay: who concedes
    /// first looks beaten).
    fn surcharge(&self, side: Side, seen: Seen) -> i32 {
        let c = &self.s.common;
        if seen != Seen::Alone || c.during(Timer::Neutral) {
            100
        } else if c.first.is_none() {
            self.k().first_mover
        } else if c.conceded[side] > c.conceded[side.other()] {
            self.k().ahead
        } else {
            100
        }
    }

    /// Charges a side for moving `levels` on a clause, and notes that it moved.
    pub(super) fn charge(
        &mut self,
        side: Side,
        id: ClauseId,
        levels: i32,
        wording: Wording,
        seen: Seen,
    ) {
        if levels <= 0 {
            return;
        }
        let k = self.k();
        let words = if wording == Wording::Vague {
            k.vague_price
        } else {
            100
        };
        let share = self.surcharge(side, seen) * words / 100 * levels;
        // Face by what everybody knows the clause means to the side, Pressure by what it
        // means to this capital: so the public price tells nothing secret.
        let public = i32::from(self.t.sides[side].profile.salience[id.index()]);
        let private = i32::from(self.s.own[side].mood(self.t, side).salience[id.index()]);
        let price = |unit: Tenths, salience: i32| unit.get() * salience * share / 100;
        let cause = match seen {
            Seen::InBargain => Cause::Bargain,
            _ => Cause::Concession(side, id),
        };
        if seen != Seen::Mediated {
            let face = self.shielded(price(k.concede_face, public));
            self.gauge(side, Gauge::Face, -face, cause);
            self.gauge(
                side.other(),
                Gauge::Face,
                face.percent(k.concede_other_face),
                cause,
            );
        }
        let pressure = self.shielded(price(k.concede_pressure, private));
        self.gauge(side, Gauge::Pressure, pressure, cause);
        let moved = (levels * public / 100) as u16;
        let conceded = &mut self.s.common.conceded[side];
        *conceded = conceded.saturating_add(moved);
        if seen == Seen::Alone {
            self.s.common.first.get_or_insert(side);
        }
    }

    /// Charges a side for giving up its precondition.
    pub(super) fn charge_waiver(&mut self, side: Side, seen: Seen) {
        let k = self.k();
        let share = self.surcharge(side, seen);
        let cause = Cause::Waiver(side);
        let face = self.shielded(k.waive_face.get() * share * 10);
        let pressure = self.shielded(k.waive_pressure.get() * share * 10);
        self.gauge(side, Gauge::Face, -face, cause);
        self.gauge(
            side.other(),
            Gauge::Face,
            face.percent(k.concede_other_face),
            cause,
        );
        self.gauge(side, Gauge::Pressure, pressure, cause);
        if seen == Seen::Alone {
            self.s.common.first.get_or_insert(side);
        }
    }
}
