//! Games played on from a state that a side holds to be possible: its plan now, then both
//! sides by a short search of their own.

use crate::negotiator::{Imagined, Manner, Negotiator, OwnDice, Profile, Search, Stop};
use crate::rules::dice::{Dice, Stream};
use crate::rules::ending::Class;
use crate::rules::plan::{ChoiceId, Decision, Plan};
use crate::rules::score::scores;
use crate::rules::side::{PerSide, Side};
use crate::rules::state::{Phase, State};
use crate::rules::tables::Tables;
use crate::rules::view::View;

/// Where games begin that differ in nothing but one side's plan.
pub struct Start<'a> {
    at: Imagined,
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
    pub fn new(t: &Tables, at: &Imagined, side: Side, seed: u64, stop: &'a Stop) -> Self {
        let mut other = Player::new(side.other(), at.manner, seed, stop);
        Self {
            at: *at,
            side,
            seed,
            stop,
            theirs: other.plan(t, &at.state),
        }
    }

    /// Plays one plan and then to the end. All that is not in the plan's gift is the same for
    /// every plan: what the other side does now, and the chance.
    pub fn play(&self, t: &Tables, own: Plan) -> Game {
        let mut state = self.at.state;
        let mut plans = PerSide([own; 2]);
        plans[self.side.other()] = self.theirs;
        state.resolve(t, plans, &mut ());
        let after = state;
        let mut players = PerSide::from_fn(|side| {
            let own = side == self.side;
            let manner = if own {
                Manner::Weighing
            } else {
                self.at.manner
            };
            Player::new(side, manner, self.seed, self.stop)
        });
        let ending = loop {
            match state.common.phase {
                Phase::Over(ending) => break ending,
                Phase::Choices => {
                    let given = |side| Some(players[side].choice(t, &state));
                    state.choose(t, PerSide::from_fn(given), &mut ());
                }
                Phase::Plans => {
                    let made = PerSide::from_fn(|side| players[side].plan(t, &state));
                    state.resolve(t, made, &mut ());
                }
            }
        };
        let change =
            |of: fn(&State, Side) -> i32| of(&after, self.side) - of(&self.at.state, self.side);
        Game {
            start: self.at.state,
            theirs: self.theirs,
            class: ending.class(),
            score: scores(t, &state)[self.side].total.get(),
            pressure: change(|state, side| state.own[side].pressure.get()),
            face: change(|state, side| state.common.face[side].get()),
        }
    }
}

/// Who plays on for a side: a short search, or one that decides in a set manner.
struct Player {
    side: Side,
    manner: Manner,
    search: Search,
    dice: Dice,
}

impl Player {
    fn new(side: Side, manner: Manner, seed: u64, stop: &Stop) -> Self {
        let dice = OwnDice::new(seed, side);
        Self {
            side,
            manner,
            search: Search::new(Profile::BRIEF, dice, stop.clone()),
            dice: Dice::new(seed, Stream::Chance),
        }
    }

    fn plan(&mut self, t: &Tables, state: &State) -> Plan {
        let set = self.manner.plan(t, state, self.side, &mut self.dice);
        set.unwrap_or_else(|| match self.decide(t, state) {
            Decision::Plan(plan) => plan,
            Decision::Choice(_) => Plan::DEFAULT,
        })
    }

    fn choice(&mut self, t: &Tables, state: &State) -> ChoiceId {
        match self.decide(t, state) {
            Decision::Choice(choice) => choice,
            Decision::Plan(_) => ChoiceId(0),
        }
    }

    fn decide(&mut self, t: &Tables, state: &State) -> Decision {
        self.search.decide(t, &View::of(t, state, self.side))
    }
}
