//! Endings: war, recall, signature, and time.

use crate::rules::clause::Status;
use crate::rules::ending::Ending;
use crate::rules::legal::signable;
use crate::rules::meter::{Gauge, Meter, Tenths};
use crate::rules::outcome::{Cause, Outcome, Refusal, Sink};
use crate::rules::plan::{Plan, Table};
use crate::rules::score::enforcement;
use crate::rules::side::{PerSide, Side};
use crate::rules::state::{Common, Private, State};
use crate::rules::tables::Tables;
use crate::rules::turn::Turn;

impl<S: Sink> Turn<'_, S> {
    pub(super) fn endings(&mut self, plans: PerSide<Plan>) {
        if self.at_war() {
            return;
        }
        self.signatures(plans);
        if self.s.ending().is_none() {
            self.check_breaking_points();
        }
        if self.s.ending().is_none() && self.s.common.round >= self.s.common.rounds {
            let in_force = i32::from(self.s.common.agreed().0);
            let interim = in_force >= self.k().interim_clauses;
            self.end(if interim {
                Ending::Interim
            } else {
                Ending::Frozen
            });
        }
    }

    /// War, or a home front that breaks: whatever else was going on.
    pub(in crate::rules) fn check_breaking_points(&mut self) {
        if self.at_war() {
            return;
        }
        let k = self.k();
        let broken = |side: &Side| {
            self.s.own[*side].pressure >= k.recall_pressure
                || self.s.common.face[*side] <= k.recall_face
        };
        let mut fallen = Side::BOTH.into_iter().filter(broken);
        if let Some(first) = fallen.next() {
            // If both break at once, the one under more Pressure falls first.
            let worse = |side: Side| self.s.own[side].pressure;
            let side = fallen
                .next()
                .filter(|&s| worse(s) > worse(first))
                .unwrap_or(first);
            let war = self.s.common.tension >= k.collapse_tension;
            self.end(if war {
                Ending::Collapse(side)
            } else {
                Ending::Recall(side)
            });
        }
    }

    fn at_war(&mut self) -> bool {
        if self.s.common.tension >= Tenths::FULL {
            self.war = Some(Ending::War);
        }
        if let Some(war) = self.war {
            self.end(war);
        }
        self.s.ending().is_some()
    }

    fn signatures(&mut self, plans: PerSide<Plan>) {
        let both = (Side::BOTH.iter()).all(|&side| self.s.common.signs(side, plans[side].table));
        self.s.common.signed = PerSide([false, false]);
        if both {
            return self.ratify();
        }
        for side in Side::BOTH {
            if plans[side].table == Table::Sign {
                self.jilted(side);
            }
        }
    }

    /// Whether what could be signed when the round's plans were made still can.
    pub(in crate::rules) fn text_stands(&self) -> bool {
        let c = &self.s.common;
        c.clauses.clear() == self.text && signable(self.t, c)
    }

    /// A side signs alone: it looks the more eager, and its signature stands for a round.
    fn jilted(&mut self, side: Side) {
        self.s.common.signed[side] = self.text_stands();
        self.put(Outcome::Jilted(side));
        self.gauge(
            side,
            Gauge::Face,
            -self.k().jilted_face,
            Cause::Jilted(side),
        );
    }

    /// Each capital decides on what was signed (Putnam 1988: two-level games).
    fn ratify(&mut self) {
        // A card of this very round may have changed the text under their pens.
        if !self.text_stands() {
            return self.put(Outcome::Overtaken);
        }
        let refusals = PerSide::from_fn(|side| refusal(self.t, self.s, side));
        if refusals.0 == [None, None] {
            let least = Side::BOTH.map(|side| enforcement(self.t, self.s, side));
            let paper = least.iter().any(|&e| e < self.k().paper_enforcement * 10);
            return self.end(if paper {
                Ending::PaperPeace
            } else {
                Ending::Comprehensive
            });
        }
        let k = self.k();
        for side in Side::BOTH {
            let Some(reason) = refusals[side] else {
                continue;
            };
            self.put(Outcome::Refused(side, reason));
            let cause = Cause::Refused(side);
            self.gauge(side, Gauge::Face, -k.unratified_face, cause);
            self.gauge(side.other(), Gauge::Trust, -k.unratified_trust, cause);
            self.change(Meter::Hope, -k.unratified_hope, cause);
            // The clause that sank it is open again.
            if let Refusal::RedLine(id) = reason {
                self.reopen(id);
            }
        }
    }
}

/// Why a side's capital would refuse the treaty as it stands; `None` if it would ratify.
pub fn refusal(t: &Tables, state: &State, side: Side) -> Option<Refusal> {
    refuses(t, &state.common, &state.own[side], side)
}

/// The same, from what the side itself knows.
pub fn refuses(t: &Tables, common: &Common, own: &Private, side: Side) -> Option<Refusal> {
    let k = &t.constants;
    let crossed = own.red_lines().find(|line| {
        let clause = common.clause(line.clause);
        clause.status == Status::Clear && line.crossed(side, clause.level)
    });
    if let Some(line) = crossed {
        Some(Refusal::RedLine(line.clause))
    } else if own.pressure > k.ratify_pressure {
        Some(Refusal::Pressure)
    } else if common.face[side] < k.ratify_face {
        Some(Refusal::Face)
    } else {
        None
    }
}
