//! What a state promises each side: its mission score as things stand, less the risks ahead.

use super::prospect::{likely, treaty};
use crate::rules::meter::excess;
use crate::rules::score::scores;
use crate::rules::side::{PerSide, Side};
use crate::rules::state::State;
use crate::rules::tables::Tables;

/// Tension from which war begins to be likely, in tenths.
const DANGER: i32 = 550;
/// Pressure from which a recall does.
const UNREST: i32 = 750;
/// Rounds after which a risk that is there now has mostly come true.
const HORIZON: i32 = 6;

/// The payoff of each side, in tenths of a mission point: a vector, since the game is not
/// zero-sum.
pub fn evaluate(t: &Tables, state: &State) -> PerSide<i32> {
    let scores = scores(t, state);
    let mut payoff = PerSide::from_fn(|side| scores[side].total.get());
    if state.ending().is_some() {
        return payoff;
    }
    let k = &t.constants;
    let c = &state.common;
    let left = i32::from(c.rounds.saturating_sub(c.round)).min(HORIZON);
    let war = k.war_cost.get() * excess(c.tension, DANGER) / (1000 - DANGER) * left / HORIZON;
    let peace = k.peace_dividend.get() * treaty(t, state) / 1000;
    for side in Side::BOTH {
        let over = excess(state.own[side].pressure, UNREST);
        let recall = k.recall_cost.get() * over / (1000 - UNREST) * left / HORIZON;
        let own = &state.own[side];
        let hoped: i32 = (0..own.objectives.len())
            .map(|n| {
                let objective = &t.sides[side].objectives[usize::from(own.objectives[n])];
                let whole = objective.reward.get() + objective.penalty.get();
                let likely = likely(t, state, side, objective.met);
                whole * likely / 1000 - objective.penalty.get() - scores[side].objectives[n].get()
            })
            .sum();
        payoff[side] += peace - war - recall + hoped * left / (HORIZON + 1);
    }
    payoff
}
