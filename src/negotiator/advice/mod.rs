//! Advice to a side: the best few plans from what it may know, and what games played on from
//! there say of each.
//!
//! ```text
//!   views, decisions so far ─► search ─► its best plans, states that it holds to be possible
//!                                              │
//!   each plan in each state, same chance ─► games to the end ─► endings, first round, hinge
//! ```

mod chance;
mod games;
mod hinge;
#[cfg(test)]
mod tests;

use super::{Belief, Level, Manner, Negotiator, OwnDice, Search, Stop, Thought};
use crate::rules::ending::Class;
use crate::rules::plan::{Decision, Plan};
use crate::rules::state::Ask;
use crate::rules::tables::Tables;
use crate::rules::view::View;
pub use chance::Chance;
use games::{Game, Start};
pub use hinge::{Feature, Hinge};

/// How many plans are advised at most.
const PLANS: usize = 3;
/// Games played for each.
const GAMES: usize = 64;
/// What advice draws its chance from: always the same, so that it does not depend on how the
/// game was dealt.
const SEED: u64 = 7;

/// A few plans, each of another course as far as there are any, the best first.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// The kind of player that the other side most likely is, with its chance in per mille.
    pub manner: (Manner, u32),
    /// The plans.
    pub plans: Vec<Advised>,
    /// How many games were played with each.
    pub games: u32,
}

/// One plan, and what it is likely to lead to.
#[derive(Clone, Debug, PartialEq)]
pub struct Advised {
    /// The plan.
    pub plan: Plan,
    /// Whether it is what the search itself would do, at the level of a strong player.
    pub favoured: bool,
    /// How likely each class of ending is, as in [`Class::ALL`].
    pub endings: [Chance; 3],
    /// The mean change of the side's own Pressure over the round, in tenths of a point.
    pub pressure: i32,
    /// The mean change of its Face over the round, in tenths of a point.
    pub face: i32,
    /// The mean mission score at the end, in tenths of a point.
    pub score: i32,
    /// How the score compares with the best one's.
    pub beside: Beside,
    /// What it turns on most of what is hidden; nothing if no one thing matters much.
    pub hinge: Option<Hinge>,
}

/// How a plan compares with the one that did best in the games.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// It is that one.
    Best,
    /// As good, as far as so many games can tell.
    Level,
    /// Worse by so many tenths of a mission point on average.
    Behind(i32),
}

/// Advises a side that is to make a plan, from what it has seen and decided before. `tell`
/// hears how far it is, in percent. `None` if it was stopped, or no plan is due.
pub fn advise(
    t: &Tables,
    past: &[(View, Decision)],
    view: &View,
    stop: &Stop,
    mut tell: impl FnMut(u32),
) -> Option<Advice> {
    if view.ask(t) != Some(Ask::Plan) {
        return None;
    }
    let source = OwnDice::new(SEED, view.side);
    let mut search = Search::new(Level::Hard.profile(), source, stop.clone());
    for (seen, decided) in past {
        tell(0);
        search.recall(t, seen, *decided);
        if stop.given() {
            return None;
        }
    }
    search.decide(t, view);
    let best = choose(search.thought());
    let states = search.imagine(t, view, GAMES);
    // Each state takes a start and a game for each plan; the search took about as long as all
    // the starts.
    let (each, searched) = (best.len() + 1, states.len());
    let all = searched + each * states.len();
    let mut played: Vec<Vec<Game>> = best.iter().map(|_| Vec::new()).collect();
    for (n, state) in (0..).zip(&states) {
        tell(((searched + each * n) * 100 / all) as u32);
        let start = Start::new(t, state, view.side, n as u64, stop);
        for (plan, games) in best.iter().zip(&mut played) {
            if stop.given() {
                return None;
            }
            games.push(start.play(t, *plan));
        }
    }
    // What did best in the games comes first.
    let mut order: Vec<usize> = (0..best.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse(mean(&played[at], |game| game.score)));
    let top = order.first().map_or(&[][..], |&at| &played[at][..]);
    let plans = order.iter().map(|&at| (at, best[at], &played[at]));
    let plans = plans.map(|(at, plan, games)| Advised {
        plan,
        favoured: at == 0,
        endings: Class::ALL.map(|class| {
            let ended = games.iter().filter(|game| game.class == class).count();
            Chance::of(ended as u32, games.len() as u32)
        }),
        pressure: mean(games, |game| game.pressure),
        face: mean(games, |game| game.face),
        score: mean(games, |game| game.score),
        beside: beside(top, games),
        hinge: hinge::find(t, view, plan, games, search.belief()),
    });
    Some(Advice {
        manner: search.belief().map(Belief::manner).unwrap_or_default(),
        plans: plans.collect(),
        games: states.len() as u32,
    })
}

/// The plans to advise: what the search would do itself, the plan of each other course that it
/// tried most, and, where there is no such, those that differ from these at the table.
fn choose(thought: &Thought) -> Vec<Plan> {
    let ranked: Vec<Plan> = thought
        .ranked()
        .iter()
        .map(|weighed| weighed.plan)
        .collect();
    let mut chosen: Vec<Plan> = ranked.first().copied().into_iter().collect();
    for plan in &thought.courses {
        if chosen.iter().all(|one| one.course() != plan.course()) {
            chosen.push(*plan);
        }
    }
    for plan in ranked {
        if chosen.iter().all(|one| one.table != plan.table) {
            chosen.push(plan);
        }
    }
    chosen.truncate(PLANS);
    chosen
}

/// Compares a plan's games with the best plan's, state by state. A difference of less than
/// twice its standard error is none.
fn beside(top: &[Game], games: &[Game]) -> Beside {
    if std::ptr::eq(top.as_ptr(), games.as_ptr()) {
        return Beside::Best;
    }
    let lost = |(best, game): (&Game, &Game)| f64::from(best.score - game.score);
    let lost: Vec<f64> = top.iter().zip(games).map(lost).collect();
    let count = f64::from(u32::try_from(lost.len().max(1)).unwrap_or(u32::MAX));
    let mean = lost.iter().sum::<f64>() / count;
    let spread = lost.iter().map(|by| (by - mean).powi(2)).sum::<f64>() / count;
    if mean <= 2.0 * (spread / count).sqrt() {
        Beside::Level
    } else {
        Beside::Behind(mean.round() as i32)
    }
}

fn mean(games: &[Game], of: impl Fn(&Game) -> i32) -> i32 {
    games.iter().map(of).sum::<i32>() / games.len().max(1) as i32
}
