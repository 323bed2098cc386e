//! What a state promises each side: its mission score as things stand, and what is likely to
//! be added yet.
//!
//! The weights are those of a least-squares fit of final scores to some forty features of
//! forty thousand positions from games of the search against itself. Most of the features
//! added nothing; what is kept here explains as much as all of them. A treaty in the making is
//! the exception: few of those games came to one, so the fit could say nothing of it, and a
//! search that does not look so far ahead would never find one.

use super::prospect::{likely, treaty};
use crate::rules::outcome::Refusal;
use crate::rules::refusal;
use crate::rules::score::scores;
use crate::rules::side::{PerSide, Side};
use crate::rules::state::State;
use crate::rules::tables::Tables;

/// Rounds from which on more time adds nothing to what a game still brings.
const HORIZON: i32 = 6;
/// What so many rounds bring a side if no war is near, in tenths of a mission point.
const TO_COME: i32 = 240;
/// How much of that Tension puts at risk, in percent of its own value.
const RISK: i32 = 33;
/// How much of what the objectives may yet bring counts: in percent for each of the last two
/// rounds, and for each round up to the horizon.
const HOPED: (i32, i32) = (26, 1);

/// How much of the peace dividend a treaty in the making counts for, in percent of its chance.
const TREATY: i32 = 40;

/// The payoff of each side, in tenths of a mission point: a vector, since the game is not
/// zero-sum.
pub fn evaluate(t: &Tables, state: &State) -> PerSide<i32> {
    let scores = scores(t, state);
    let mut payoff = PerSide::from_fn(|side| scores[side].total.get());
    if state.ending().is_some() {
        return payoff;
    }
    let c = &state.common;
    let left = i32::from(c.rounds.saturating_sub(c.round)) + 1;
    let ahead = left.min(HORIZON);
    let to_come = (TO_COME - c.tension.get() * RISK / 100) * ahead / HORIZON;
    let counted = HOPED.0 * left.min(2) + HOPED.1 * ahead;
    let crossed = |side: Side| matches!(refusal(t, state, side), Some(Refusal::RedLine(_)));
    let chance = treaty(t, state);
    let peace = if chance == 0 || Side::BOTH.into_iter().any(crossed) {
        0
    } else {
        t.constants.peace_dividend.get() * chance / 1000 * TREATY / 100
    };
    for side in Side::BOTH {
        let own = &state.own[side];
        let hoped: i32 = (0..own.objectives.len())
            .map(|n| {
                let objective = &t.sides[side].objectives[usize::from(own.objectives[n])];
                let whole = objective.reward.get() + objective.penalty.get();
                let likely = likely(t, state, side, objective.met);
                whole * likely / 1000 - objective.penalty.get() - scores[side].objectives[n].get()
            })
            .sum();
        payoff[side] += peace + to_come + hoped * counted / 100;
    }
    payoff
}
