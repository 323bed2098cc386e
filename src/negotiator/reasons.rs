//! Why a search did what it did in a game that is over, told from its own views alone: what
//! it believed, what it expected, and what it weighed, round by round.
//!
//! It is seated again with its own seed and decides every moment anew. What it decides follows
//! from the seed and from what it saw, so it thinks what it thought; if it decides otherwise,
//! the game was played by another version.

use super::{Belief, Manner, Negotiator, Search, Stop, Thought};
use crate::rules::clause::ClauseId;
use crate::rules::plan::{Decision, Plan};
use crate::rules::side::Side;
use crate::rules::tables::Tables;
use crate::rules::view::View;

/// The reasons for one plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// The round.
    pub round: u8,
    /// What was decided.
    pub decided: Plan,
    /// What the other side did, which it learnt only afterwards.
    pub met: Option<Plan>,
    /// Whether it decides the same again.
    pub same: bool,
    /// What it weighed and expected.
    pub thought: Thought,
    /// What it believed of the other side; nothing at a level that does not weigh guesses.
    pub believed: Option<Believed>,
}

/// What was believed of the other side, each with its chance in per mille.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Believed {
    /// The likeliest kind of player.
    pub manner: (Manner, u32),
    /// The likeliest mood.
    pub mood: (u8, u32),
    /// The likeliest two objectives.
    pub objectives: [(u8, u32); 2],
    /// The clauses most suspected of a red line, the most suspected first.
    pub red_lines: Vec<(ClauseId, u32)>,
}

/// How many suspected red lines are told.
const LINES: usize = 3;

impl Believed {
    /// What a belief holds likeliest of the side that it is about.
    pub fn new(t: &Tables, belief: &Belief, of: Side) -> Self {
        let side = &t.sides[of];
        let moods = by_chance(0..side.moods.len() as u8, |mood| belief.mood(mood));
        let objectives = by_chance(0..side.objectives.len() as u8, |n| belief.objective(n));
        let mut red_lines = by_chance(t.clause_ids(), |id| belief.red_line(id));
        red_lines.truncate(LINES);
        let first = |n: usize| objectives.get(n).copied().unwrap_or_default();
        Self {
            manner: belief.manner(),
            mood: moods.first().copied().unwrap_or_default(),
            objectives: [first(0), first(1)],
            red_lines,
        }
    }
}

/// Things with their chances, the likeliest first.
fn by_chance<T: Copy>(things: impl Iterator<Item = T>, chance: impl Fn(T) -> u32) -> Vec<(T, u32)> {
    let mut chances: Vec<(T, u32)> = things.map(|thing| (thing, chance(thing))).collect();
    chances.sort_by_key(|&(_, chance)| std::cmp::Reverse(chance));
    chances
}

/// The reasons for every plan of a game, from what the side saw and decided, and from what
/// the other side then did, round by round. `tell` hears how far it is, in percent. `None` if
/// it was stopped.
pub fn reasons(
    t: &Tables,
    mut search: Search,
    past: &[(View, Decision)],
    met: &[(u8, Plan)],
    stop: &Stop,
    mut tell: impl FnMut(u32),
) -> Option<Vec<Reason>> {
    let mut reasons = Vec::new();
    for (n, (view, decided)) in past.iter().enumerate() {
        tell((n * 100 / past.len()) as u32);
        let Decision::Plan(plan) = *decided else {
            search.recall(t, view, *decided);
            continue;
        };
        let now = search.revisit(t, view, *decided);
        if stop.given() {
            return None;
        }
        let believed = search.belief();
        reasons.push(Reason {
            round: view.common.round,
            decided: plan,
            met: (met.iter().find(|(round, _)| *round == view.common.round)).map(|(_, plan)| *plan),
            same: now == *decided,
            thought: search.thought().clone(),
            believed: believed.map(|belief| Believed::new(t, belief, view.side.other())),
        });
    }
    Some(reasons)
}
