//! The mission score of a side, and what a treaty is worth to it.

use super::clause::{ClauseId, Level, Status, worth};
use super::condition::Eyes;
use super::ending::{Class, Ending};
use super::meter::{Gauge, Meter, Tenths};
use super::side::{PerSide, Side};
use super::state::{Common, State};
use super::tables::Tables;
use super::view::View;
use serde::{Deserialize, Serialize};

/// A side's score and what it is made of, in tenths of a point.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// The mission score, 0 to 100.
    pub total: Tenths,
    /// What the clauses give, of the share they make.
    pub clauses: Tenths,
    /// What Face gives.
    pub face: Tenths,
    /// What a quiet home gives.
    pub home: Tenths,
    /// What the economy gives.
    pub economy: Tenths,
    /// What Strength gives.
    pub strength: Tenths,
    /// What the way it ended adds or takes.
    pub ending: Tenths,
    /// What each objective adds or takes.
    pub objectives: [Tenths; 2],
    /// What the other side's score takes (or, being low, adds).
    pub rivalry: Tenths,
}

impl Score {
    /// Before the other's score counts.
    pub fn own(&self) -> Tenths {
        self.clauses
            + self.face
            + self.home
            + self.economy
            + self.strength
            + self.ending
            + self.objectives[0]
            + self.objectives[1]
    }
}

/// How well what helps the side is enforced, in per mille: partly by its guarding clause,
/// partly by its Trust, and by what events have added.
pub fn enforcement(t: &Tables, state: &State, side: Side) -> i32 {
    enforced_at(t, &state.common, side, state.own[side].trust)
}

/// The same, if the side's Trust is this.
pub(super) fn enforced_at(t: &Tables, common: &Common, side: Side, trust: Tenths) -> i32 {
    let guard = t.sides[side].enforced_by;
    let clause = common.clause(guard);
    let quo = i32::from(t.clauses[guard.index()].quo);
    let level = match clause.status {
        Status::Open => quo,
        Status::Vague => i32::midpoint(quo, clause.level.tenths()),
        Status::Clear => clause.level.tenths(),
    };
    let share = t.constants.enforcement_clause;
    let by_clause = worth(side, level);
    let sum = (by_clause * share + trust.get() * (100 - share)) / 100;
    (sum + i32::from(common.enforce[side]) * 10).clamp(0, 1000)
}

/// The value to a side of what holds on one clause, in per mille of the clause's weight.
pub(crate) fn clause_value(
    t: &Tables,
    state: &State,
    side: Side,
    id: ClauseId,
    enforced: i32,
) -> i32 {
    let k = &t.constants;
    let clause = state.common.clause(id);
    let base = worth(side, i32::from(clause.quo));
    if !clause.agreed() {
        return base;
    }
    let mut gain = worth(side, clause.level.tenths()) - base;
    if clause.status == Status::Vague {
        gain = gain * k.vague_worth / 100;
    }
    if !matches!(state.ending(), Some(Ending::Comprehensive)) {
        gain = gain * k.provisional_worth / 100;
    }
    if gain > 0 {
        gain =
            gain * (k.enforcement_floor * 10 + (100 - k.enforcement_floor) * enforced / 100) / 1000;
    }
    base + gain
}

/// The value to a side of all that holds, 0 to 100 points.
pub fn clauses(t: &Tables, state: &State, side: Side) -> Tenths {
    let enforced = enforcement(t, state, side);
    let weights = &state.own[side].mood(t, side).weights;
    let (sum, whole) = t.clause_ids().fold((0, 0), |(sum, whole), id| {
        let weight = i32::from(weights[id.index()]);
        (
            sum + weight * clause_value(t, state, side, id, enforced),
            whole + weight,
        )
    });
    Tenths::of(sum / whole.max(1))
}

/// What an agreed level would be worth to the viewer beside what holds without agreement, in
/// mission points, if it is kept to the letter.
pub fn stake(t: &Tables, view: &View, id: ClauseId, level: Level) -> Tenths {
    let (side, own) = (view.side, &view.own);
    let weights = &own.mood(t, side).weights;
    let whole: i32 = t
        .clause_ids()
        .map(|id| i32::from(weights[id.index()]))
        .sum();
    let quo = i32::from(view.common.clause(id).quo);
    let gain = worth(side, level.tenths()) - worth(side, quo);
    let share = gain * i32::from(weights[id.index()]) / whole.max(1);
    Tenths::of(share).percent(t.constants.score_clauses)
}

/// What war takes from a side besides, its last act having been a blow; nil without a war.
pub fn blow_cost(t: &Tables, state: &State, side: Side) -> Tenths {
    let war = state.ending().is_some_and(|e| e.class() == Class::War);
    if war && state.common.struck_last(side) {
        t.constants.war_blow
    } else {
        Tenths::ZERO
    }
}

fn before_rivalry(t: &Tables, state: &State, side: Side) -> Score {
    let k = &t.constants;
    let meter = |gauge| state.meter(Meter::Of(side, gauge));
    let ending = match state.ending() {
        Some(Ending::Comprehensive) => k.peace_dividend,
        Some(Ending::PaperPeace) => k.paper_dividend,
        Some(ending) => {
            let war = ending.class() == Class::War;
            let due = |so: bool, cost: Tenths| if so { cost } else { Tenths::ZERO };
            let fell = matches!(ending, Ending::Collapse(who) | Ending::Recall(who) if who == side);
            -due(war, k.war_cost) - blow_cost(t, state, side) - due(fell, k.recall_cost)
        }
        None => Tenths::ZERO,
    };
    let objective = |n: usize| {
        let objective = &t.sides[side].objectives[state.own[side].objectives[n] as usize];
        if Eyes::open(t, state, side).see(objective.met) {
            objective.reward
        } else {
            -objective.penalty
        }
    };
    Score {
        total: Tenths::ZERO,
        clauses: clauses(t, state, side).percent(k.score_clauses),
        face: meter(Gauge::Face).percent(k.score_face),
        home: (Tenths::FULL - meter(Gauge::Pressure)).percent(k.score_pressure),
        economy: (Tenths::FULL - meter(Gauge::Strain)).percent(k.score_strain),
        strength: meter(Gauge::Strength).percent(k.score_strength),
        ending,
        objectives: [objective(0), objective(1)],
        rivalry: Tenths::ZERO,
    }
}

/// Both mission scores, as if the game ended as the state stands.
///
/// A side's score falls by a share of what the other's exceeds fifty (Grieco 1988:
/// relative gains), by its capital's mood.
pub fn scores(t: &Tables, state: &State) -> PerSide<Score> {
    let mut both = PerSide::from_fn(|side| before_rivalry(t, state, side));
    let raw = PerSide::from_fn(|side| both[side].own());
    for side in Side::BOTH {
        let rivalry = i32::from(state.own[side].mood(t, side).rivalry) * t.constants.rivalry / 100;
        let score = &mut both[side];
        score.rivalry = -(raw[side.other()] - Tenths::points(50)).percent(rivalry);
        score.total = (raw[side] + score.rivalry).clamped();
    }
    both
}
