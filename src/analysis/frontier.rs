//! The plane of what the clauses give each side: where a game ended, and the treaties that
//! both capitals would have ratified and that no other improves on for both.
//!
//! What a clause is worth depends on the others only through enforcement, which two guarding
//! clauses decide (see [`enforcement`]). So for each text of those two the values add up, and
//! the frontier is built clause by clause, keeping only what is not dominated: exact, for any
//! agenda, without listing every treaty.

use crate::rules::clause::{ClauseId, Level, MAX_CLAUSES, Status};
use crate::rules::ending::Ending;
use crate::rules::meter::Tenths;
use crate::rules::score::{clause_value, clauses, enforcement};
use crate::rules::side::{PerSide, Side};
use crate::rules::state::{Phase, State};
use crate::rules::tables::Tables;

/// A treaty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Treaty {
    /// The level of each clause; none for one that it leaves out.
    pub levels: [Option<Level>; MAX_CLAUSES],
    /// What its clauses are worth to each side, 0 to 100 points.
    pub worth: PerSide<Tenths>,
}

/// What was possible, and what was reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plane {
    /// What holds without any agreement.
    pub quo: PerSide<Tenths>,
    /// What held in the end.
    pub reached: PerSide<Tenths>,
    /// The treaties that both would ratify and none improves on for both, from the holder's
    /// best to the presser's.
    pub frontier: Vec<Treaty>,
    /// The one with the greatest product of both gains over what holds without agreement
    /// (Nash 1950), if one gains both something.
    pub nash: Option<Treaty>,
    /// The one in which the side that gets the smaller share of the most it could have gained
    /// gets the greatest (Kalai and Smorodinsky 1975), if one gains both something.
    pub kalai: Option<Treaty>,
}

impl Plane {
    /// Of the treaties that would have given both more than was reached, the one that gives
    /// the side that gains less the most; none if nothing was left on the table.
    pub fn left(&self) -> Option<Treaty> {
        let least = |treaty: &&Treaty| {
            let gain = |side: Side| treaty.worth[side].get() - self.reached[side].get();
            gain(Side::Presser).min(gain(Side::Holder))
        };
        let best = self.frontier.iter().max_by_key(least);
        best.filter(|best| least(best) > 0).copied()
    }
}

/// A treaty being put together: what it is worth so far, unrounded, and its levels.
#[derive(Clone, Copy)]
struct Partial {
    worth: [i32; 2],
    levels: [Option<Level>; MAX_CLAUSES],
    clear: u8,
}

/// The plane of a game as it stands.
pub fn plane(t: &Tables, state: &State) -> Plane {
    let reached = PerSide::from_fn(|side| clauses(t, state, side));
    let bare = unsigned(state);
    let quo = PerSide::from_fn(|side| clauses(t, &bare, side));
    let frontier = frontier(t, &bare);
    let nash = nash(&frontier, quo);
    let kalai = kalai(&frontier, quo);
    Plane {
        quo,
        reached,
        frontier,
        nash,
        kalai,
    }
}

/// The game with nothing agreed, about to be settled by a treaty.
fn unsigned(state: &State) -> State {
    let mut bare = *state;
    for id in bare.common.clauses.agenda().iter() {
        settle(&mut bare, id, None);
    }
    bare.common.phase = Phase::Over(Ending::Comprehensive);
    bare
}

/// The levels that both capitals would ratify on a clause, and to leave it out.
fn allowed(t: &Tables, state: &State, id: ClauseId) -> Vec<Option<Level>> {
    let mut levels = vec![None];
    if t.clauses[id.index()].on_agenda {
        let crossed = |side: Side, level| state.own[side].crosses(side, id, level);
        let fine = |level: &Level| Side::BOTH.iter().all(|side| !crossed(*side, *level));
        levels.extend(Level::all().filter(fine).map(Some));
    }
    levels
}

fn settle(state: &mut State, id: ClauseId, level: Option<Level>) {
    state.common.clauses.change(id, |clause| {
        clause.status = match level {
            Some(_) => Status::Clear,
            None => Status::Open,
        };
        clause.level = level.unwrap_or_default();
    });
}

fn frontier(t: &Tables, bare: &State) -> Vec<Treaty> {
    let guards = Side::BOTH.map(|side| t.sides[side].enforced_by);
    let mut best: Vec<Partial> = Vec::new();
    for first in allowed(t, bare, guards[0]) {
        for second in allowed(t, bare, guards[1]) {
            if guards[0] == guards[1] && first != second {
                continue;
            }
            let mut state = *bare;
            settle(&mut state, guards[0], first);
            settle(&mut state, guards[1], second);
            best.extend(under(t, &state, guards, [first, second]));
            best = undominated(best);
        }
    }
    let whole = weights(t, bare);
    let treaty = |partial: &Partial| Treaty {
        levels: partial.levels,
        worth: PerSide::from_fn(|side| {
            Tenths::of(partial.worth[side.index()] / whole[side].max(1))
        }),
    };
    let mut treaties: Vec<Treaty> = best.iter().map(treaty).collect();
    // What rounding has made equal is told once.
    treaties.dedup_by_key(|treaty| treaty.worth);
    treaties
}

fn weights(t: &Tables, state: &State) -> PerSide<i32> {
    PerSide::from_fn(|side| {
        let weights = &state.own[side].mood(t, side).weights;
        t.clause_ids()
            .map(|id| i32::from(weights[id.index()]))
            .sum()
    })
}

/// The best treaties with these texts of the two guarding clauses.
fn under(
    t: &Tables,
    state: &State,
    guards: [ClauseId; 2],
    texts: [Option<Level>; 2],
) -> Vec<Partial> {
    let enforced = PerSide::from_fn(|side| enforcement(t, state, side));
    let needed = t.constants.clauses_to_sign;
    let mut partials = vec![Partial {
        worth: [0, 0],
        levels: [None; MAX_CLAUSES],
        clear: 0,
    }];
    for id in t.clause_ids() {
        let options = match guards.iter().position(|guard| *guard == id) {
            Some(at) => vec![texts[at]],
            None => allowed(t, state, id),
        };
        let values: Vec<(Option<Level>, [i32; 2])> = options
            .into_iter()
            .map(|level| {
                let mut with = *state;
                settle(&mut with, id, level);
                let value = Side::BOTH.map(|side| {
                    let weight = state.own[side].mood(t, side).weights[id.index()];
                    i32::from(weight) * clause_value(t, &with, side, id, enforced[side])
                });
                (level, value)
            })
            .collect();
        let extended = partials.iter().flat_map(|partial| {
            values.iter().map(|(level, value)| {
                let mut next = *partial;
                next.worth[0] += value[0];
                next.worth[1] += value[1];
                next.levels[id.index()] = *level;
                next.clear += u8::from(level.is_some());
                next
            })
        });
        partials = by_count(&extended.collect::<Vec<_>>(), needed);
    }
    partials.retain(|partial| i32::from(partial.clear) >= needed);
    partials
}

/// Keeps what is undominated among those with as many clear clauses, all counts from the
/// number that a treaty needs upward being as good as one another.
fn by_count(partials: &[Partial], needed: i32) -> Vec<Partial> {
    let mut kept = Vec::new();
    for count in 0..=needed {
        let same = |p: &&Partial| i32::from(p.clear).min(needed) == count;
        kept.extend(undominated(partials.iter().filter(same).copied().collect()));
    }
    kept
}

/// Those that no other is at least as good as for both, by rising worth to the presser.
fn undominated(mut partials: Vec<Partial>) -> Vec<Partial> {
    partials.sort_unstable_by_key(|p| (-p.worth[0], -p.worth[1]));
    let mut best = i32::MIN;
    partials.retain(|partial| {
        let better = partial.worth[1] > best;
        best = best.max(partial.worth[1]);
        better
    });
    partials.reverse();
    partials
}

fn nash(frontier: &[Treaty], quo: PerSide<Tenths>) -> Option<Treaty> {
    let gain = |treaty: &Treaty, side: Side| treaty.worth[side].get() - quo[side].get();
    let both = |treaty: &&Treaty| Side::BOTH.iter().all(|side| gain(treaty, *side) > 0);
    let product = |treaty: &&Treaty| gain(treaty, Side::Presser) * gain(treaty, Side::Holder);
    frontier.iter().filter(both).max_by_key(product).copied()
}

fn kalai(frontier: &[Treaty], quo: PerSide<Tenths>) -> Option<Treaty> {
    let gain = |treaty: &Treaty, side: Side| treaty.worth[side].get() - quo[side].get();
    let both = |treaty: &&Treaty| Side::BOTH.iter().all(|side| gain(treaty, *side) > 0);
    let most = PerSide::from_fn(|side| {
        let gains = frontier.iter().filter(both).map(|t| gain(t, side));
        gains.max().unwrap_or(1)
    });
    let share = |treaty: &&Treaty| {
        let share = |side: Side| gain(treaty, side) * 10_000 / most[side];
        share(Side::Presser).min(share(Side::Holder))
    };
    frontier.iter().filter(both).max_by_key(share).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::deal::Length;
    use crate::rules::dice::{Dice, Stream};
    use crate::scenario::Scenario;

    fn signed(t: &Tables, bare: &State, treaty: &Treaty) -> PerSide<Tenths> {
        let mut state = *bare;
        for id in t.clause_ids() {
            settle(&mut state, id, treaty.levels[id.index()]);
        }
        PerSide::from_fn(|side| clauses(t, &state, side))
    }

    #[test]
    fn a_treaty_on_the_frontier_is_worth_what_the_score_says() {
        let t = Scenario::load("gulf").unwrap().tables;
        for seed in 0..4 {
            let bare = unsigned(&State::deal(&t, seed, Length::Standard, &mut ()));
            for treaty in frontier(&t, &bare) {
                assert_eq!(treaty.worth, signed(&t, &bare, &treaty), "seed {seed}");
            }
        }
    }

    #[test]
    fn no_treaty_that_both_would_ratify_beats_the_frontier_for_both() {
        let t = Scenario::load("gulf").unwrap().tables;
        let mut dice = Dice::new(5, Stream::Cosmetic);
        for seed in 0..4 {
            let bare = unsigned(&State::deal(&t, seed, Length::Standard, &mut ()));
            let frontier = frontier(&t, &bare);
            for _ in 0..500 {
                let mut treaty = Treaty {
                    levels: [None; MAX_CLAUSES],
                    worth: PerSide([Tenths::ZERO; 2]),
                };
                for id in t.clause_ids() {
                    let options = allowed(&t, &bare, id);
                    let at = dice.below(options.len() as u32) as usize;
                    treaty.levels[id.index()] = options[at];
                }
                let clear = treaty.levels.iter().flatten().count() as i32;
                if clear < t.constants.clauses_to_sign {
                    continue;
                }
                let worth = signed(&t, &bare, &treaty);
                let beaten = |best: &Treaty| Side::BOTH.iter().all(|s| best.worth[*s] >= worth[*s]);
                assert!(frontier.iter().any(beaten), "seed {seed}: {treaty:?}");
            }
        }
    }

    #[test]
    fn the_even_bargain_gains_both_sides_something() {
        let t = Scenario::load("gulf").unwrap().tables;
        let state = State::deal(&t, 7, Length::Standard, &mut ());
        let plane = plane(&t, &state);
        let (nash, kalai) = (plane.nash.unwrap(), plane.kalai.unwrap());
        for side in Side::BOTH {
            assert!(nash.worth[side] > plane.quo[side]);
            assert!(kalai.worth[side] > plane.quo[side]);
        }
        let left = plane.left().unwrap();
        assert!(
            Side::BOTH
                .iter()
                .all(|&side| left.worth[side] > plane.reached[side])
        );
        assert_eq!(plane.reached, plane.quo, "nothing is agreed yet");
    }
}
