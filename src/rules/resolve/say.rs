//! SAY: what each side tells the world.

use crate::rules::meter::{Gauge, Meter};
use crate::rules::outcome::{Cause, Outcome, Sink};
use crate::rules::plan::{Plan, Say};
use crate::rules::side::{PerSide, Side};
use crate::rules::turn::Turn;
use crate::rules::vocabulary::Tally;

impl<S: Sink> Turn<'_, S> {
    pub(super) fn words(&mut self, plans: PerSide<Plan>) {
        for side in Side::BOTH {
            let say = plans[side].say;
            self.put(Outcome::Said(side, say));
            self.speak(side, say);
            self.s.common.said[side] = Some(say);
        }
    }

    fn speak(&mut self, side: Side, say: Say) {
        let (k, cause, other) = (self.k(), Cause::Say(side, say), side.other());
        match say {
            Say::Progress => {
                // Said twice running, it soothes half as much: the listeners have heard it.
                let again = self.s.common.said[side] == Some(Say::Progress);
                let soothed = k.progress_pressure.percent(if again { 50 } else { 100 });
                self.change(Meter::Hope, k.progress_hope, cause);
                self.change(Meter::Fog, k.progress_fog, cause);
                self.gauge(side, Gauge::Pressure, -soothed, cause);
                self.s.own[side].count(Tally::Progress);
            }
            Say::Measured => {
                self.change(Meter::Fog, -k.measured_fog, cause);
                self.gauge(other, Gauge::Trust, k.measured_trust, cause);
            }
            Say::Blame => {
                self.gauge(side, Gauge::Pressure, -k.blame_pressure, cause);
                self.gauge(other, Gauge::Trust, -k.blame_trust, cause);
                self.blame[other] += 1;
                self.s.own[side].count(Tally::Blame);
            }
            Say::Threaten => {
                self.change(Meter::Tension, k.threat_tension, cause);
                self.gauge(side, Gauge::Face, k.threat_face, cause);
                self.gauge(other, Gauge::Pressure, k.threat_pressure, cause);
                self.gauge(other, Gauge::Trust, -k.threat_trust, cause);
                // A threat repeated does not put off the first one's term.
                if self.s.common.threat[side] == 0 {
                    self.s.common.threat[side] = k.threat_rounds as u8 + 1;
                }
                self.s.own[side].count(Tally::Threaten);
            }
            Say::NoComment => self.change(Meter::Fog, k.no_comment_fog, cause),
        }
    }
}
