//! Incidents, and whom the world blames.

use crate::rules::ending::Ending;
use crate::rules::meter::{Gauge, Meter, Tenths};
use crate::rules::odds;
use crate::rules::outcome::{Cause, Outcome, Sink};
use crate::rules::side::Side;
use crate::rules::turn::Turn;
use crate::rules::vocabulary::Timer;

impl<S: Sink> Turn<'_, S> {
    /// Chance's own part: spoilers (Stedman 1997) strike where Hope is high, accidents
    /// happen where Tension is, vague texts break, secrets leak.
    pub(super) fn incidents(&mut self) {
        let k = self.k();
        let spoilt = odds::spoiler(k, &self.s.common);
        if self.dice().per_mille(spoilt) {
            let side = Side::BOTH[self.dice().below(2) as usize];
            self.blame[side] += 1;
            self.incident(Some(side));
        }
        let accident = odds::accident(k, &self.s.common);
        if self.dice().per_mille(accident) {
            self.incident(None);
        }
        if !self.s.common.during(Timer::Drafting) {
            let vague = self.s.common.clauses.vague();
            for id in vague.iter() {
                if self.dice().percent(k.vague_breaks) {
                    self.break_clause(id);
                }
            }
        }
        self.leaks();
        // What the end of the round takes off Tension comes too late.
        if self.s.common.tension >= Tenths::FULL {
            self.war = Some(Ending::War);
        }
    }

    /// An incident at a side's door, or at nobody's.
    pub(in crate::rules) fn incident(&mut self, side: Option<Side>) {
        let k = self.k();
        self.put(Outcome::Incident(side));
        let cause = Cause::Incident(side);
        self.change(Meter::Tension, k.spoiler_tension, cause);
        if let Some(side) = side {
            self.gauge(side.other(), Gauge::Trust, -k.spoiler_trust, cause);
        }
        self.incident_check();
    }

    /// Counts an incident and asks whether it gets out of hand.
    pub(in crate::rules) fn incident_check(&mut self) {
        let c = &mut self.s.common;
        c.incidents = c.incidents.saturating_add(1);
        let chance = odds::escalation(self.k(), &self.s.common);
        if self.dice().per_mille(chance) {
            self.war = Some(Ending::Escalation);
        }
    }

    /// The blame of the round sticks to the side with more of it; Fog blunts it.
    pub(in crate::rules) fn stick_blame(&mut self) {
        let blame = std::mem::take(&mut self.blame);
        let (a, b) = (blame[Side::Presser], blame[Side::Holder]);
        if a == b {
            return;
        }
        let side = if a > b { Side::Presser } else { Side::Holder };
        let steps = a.abs_diff(b);
        let loss = self.shielded(self.k().blame_face.get() * 1000 * i32::from(steps));
        self.put(Outcome::Blamed(side, steps));
        self.gauge(side, Gauge::Face, -loss, Cause::Blamed(side));
    }
}
