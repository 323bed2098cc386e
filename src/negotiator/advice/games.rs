//! Games played on from a state that a side holds to be possible: its plan now, then both
//! sides by a short search of their own.

use crate::negotiator::{Negotiator, OwnDice, Profile, Search, Stop};
use crate::rules::ending::Class;
use crate::rules::plan::{ChoiceId, Decision, Plan};
use crate::rules::score::scores;
use crate::rules::side::{PerSide, Side};
use crate::rules::state::{Phase, State};
use crate::rules::tables::Tables;
use crate::rules::view::View;

/// Where games begin that differ in nothing but one side's plan.
pub struct Start<'a> {
    state: State,
    side: Side,
    seed: u64,
    stop: &'a Stop,
    /// What the other side does now.
    theirs: Plan,
}

/// How a game went.
#[derive(Clone, Debug)]
pub struct Game {
    /// The state in which it began.
    pub start: State,
    /// What the other side did in its first round.
    pub theirs: Plan,
    /// How it ended.
    pub class: Class,
    /// The mission score at its end, in tenths of a point.
    pub score: i32,
    /// How the side's own Pressure changed in the first round.
    pub pressure: i32,
    /// How its Face did.
    pub face: i32,
}

impl<'a> Start<'a> {
    /// From a state in which `side` makes a plan.
    pub fn new(t: &Tables, state: &State, side: Side, seed: u64, stop: &'a Stop) -> Self {
        let mut other = player(side.other(), seed, stop);
        Self {
            state: *state,
            side,
            seed,
            stop,
            theirs: plan(t, &mut other, state, side.other()),
        }
    }

    /// Plays one plan and then to the end. All that is not in the plan's gift is the same for
    /// every plan: what the other side does now, and the chance.
    pub fn play(&self, t: &Tables, own: Plan) -> Game {
        let mut state = self.state;
        let mut plans = PerSide([own; 2]);
        plans[self.side.other()] = self.theirs;
        state.resolve(t, plans, &mut ());
        let after = state;
        let mut players = PerSide::from_fn(|side| player(side, self.seed, self.stop));
        let ending = loop {
            match state.common.phase {
                Phase::Over(ending) => break ending,
                Phase::Choices => {
                    let given = |side| Some(choice(t, &mut players[side], &state, side));
                    state.choose(t, PerSide::from_fn(given), &mut ());
                }
                Phase::Plans => {
                    let made = PerSide::from_fn(|side| plan(t, &mut players[side], &state, side));
                    state.resolve(t, made, &mut ());
                }
            }
        };
        let change =
            |of: fn(&State, Side) -> i32| of(&after, self.side) - of(&self.state, self.side);
        Game {
            start: self.state,
            theirs: self.theirs,
            class: ending.class(),
            score: scores(t, &state)[self.side].total.get(),
            pressure: change(|state, side| state.own[side].pressure.get()),
            face: change(|state, side| state.common.face[side].get()),
        }
    }
}

fn player(side: Side, seed: u64, stop: &Stop) -> Search {
    Search::new(Profile::BRIEF, OwnDice::new(seed, side), stop.clone())
}

fn plan(t: &Tables, player: &mut Search, state: &State, side: Side) -> Plan {
    match player.decide(t, &View::of(t, state, side)) {
        Decision::Plan(plan) => plan,
        Decision::Choice(_) => Plan::DEFAULT,
    }
}

fn choice(t: &Tables, player: &mut Search, state: &State, side: Side) -> ChoiceId {
    match player.decide(t, &View::of(t, state, side)) {
        Decision::Choice(choice) => choice,
        Decision::Plan(_) => ChoiceId(0),
    }
}
