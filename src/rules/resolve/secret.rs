//! The back channel, and how it leaks.

use super::concede::Seen;
use crate::rules::clause::{Channel, ClauseId, Standing};
use crate::rules::odds;
use crate::rules::outcome::{Outcome, Sink};
use crate::rules::side::{PerSide, Side};
use crate::rules::turn::Turn;
use crate::rules::vocabulary::Tally;

impl<S: Sink> Turn<'_, S> {
    /// Each side's secret offers may leak: likelier as the game goes on, and the less the
    /// side that received them trusts.
    pub(super) fn leaks(&mut self) {
        let leaked = PerSide::from_fn(|side| {
            let trust = self.s.own[side.other()].trust;
            let chance = odds::leak(self.k(), &self.s.common, trust);
            !self.s.common.clauses.offered_back(side).is_empty() && self.dice().per_mille(chance)
        });
        self.leak_all(leaked);
    }

    /// All back-channel offers of the sides named become public, at the price of moving
    /// alone; where both sides' offers give ground, neither moved first.
    pub(in crate::rules) fn leak_all(&mut self, whose: PerSide<bool>) {
        let gives = |side| {
            let mut waiting = self.s.common.clauses.offered_back(side).iter();
            whose[side] && waiting.any(|id| self.secret_steps(side, id) > 0)
        };
        let seen = if Side::BOTH.into_iter().all(gives) {
            Seen::Together
        } else {
            Seen::Alone
        };
        for side in Side::BOTH {
            let waiting = self.s.common.clauses.offered_back(side);
            if whose[side] && !waiting.is_empty() {
                waiting.iter().for_each(|id| self.leak(side, id, seen));
                self.s.own[side].count(Tally::Leaked);
            }
        }
    }

    /// How many levels a side's offer gives beyond its position.
    fn secret_steps(&self, side: Side, id: ClauseId) -> i32 {
        let clause = self.s.common.clause(id);
        clause.standing[side].map_or(0, |offer| {
            clause.position[side].concession(offer.level, side)
        })
    }

    fn leak(&mut self, side: Side, id: ClauseId, seen: Seen) {
        let Some(offer) = self.s.common.clause(id).standing[side] else {
            return;
        };
        self.put(Outcome::Leaked(side, id));
        let steps = self.secret_steps(side, id);
        self.charge(side, id, steps, offer.wording, seen);
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
