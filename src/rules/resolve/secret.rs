//! The back channel, and how it leaks.

use super::concede::Seen;
use crate::rules::clause::{Channel, ClauseId, Standing};
use crate::rules::odds;
use crate::rules::outcome::{Outcome, Sink};
use crate::rules::side::Side;
use crate::rules::turn::Turn;
use crate::rules::vocabulary::Tally;

impl<S: Sink> Turn<'_, S> {
    /// Each side's secret offers may leak: likelier as the game goes on, and the less the
    /// side that received them trusts.
    pub(super) fn leaks(&mut self) {
        for side in Side::BOTH {
            let waiting = self.s.common.clauses.offered_back(side);
            if waiting.is_empty() {
                continue;
            }
            let trust = self.s.own[side.other()].trust;
            let chance = odds::leak(self.k(), &self.s.common, trust);
            if self.dice().per_mille(chance) {
                self.leak_all(side);
            }
        }
    }
}

impl<S: Sink> Turn<'_, S> {
    /// All of a side's back-channel offers become public, at the price of moving alone.
    pub(in crate::rules) fn leak_all(&mut self, side: Side) {
        let waiting = self.s.common.clauses.offered_back(side);
        for id in waiting.iter() {
            self.leak(side, id);
        }
        if !waiting.is_empty() {
            self.s.own[side].count(Tally::Leaked);
        }
    }

    fn leak(&mut self, side: Side, id: ClauseId) {
        let Some(offer) = self.s.common.clause(id).standing[side] else {
            return;
        };
        self.put(Outcome::Leaked(side, id));
        let steps = self.s.common.clause(id).position[side].concession(offer.level, side);
        self.charge(side, id, steps, offer.wording, Seen::Alone);
        self.clause(id, |clause| {
            if steps > 0 {
                clause.position[side] = offer.level;
            }
            clause.standing[side] = Some(Standing {
                channel: Channel::Open,
                ..offer
            });
        });
    }
}
