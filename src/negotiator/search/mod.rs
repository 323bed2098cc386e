//! The plain search: each side's plan is a bandit per factor, and both sides choose at once.
//!
//! Every simulation draws a state that the view allows, lets each side pick the parts of its
//! plan by upper confidence bounds (decoupled UCB: Tak, Lanctot and Winands 2014), resolves
//! the round, plays on a little with a cheap policy and values where that leads, for each
//! side by its own score. The other side is modelled as wanting its own good, not one's harm.

mod factor;
mod menu;
mod playout;
mod seat;

use super::{Negotiator, Stop, evaluate};
use crate::rules::dice::{Dice, Stream};
use crate::rules::plan::{ChoiceId, Decision, EventId, Plan};
use crate::rules::side::{PerSide, Side};
use crate::rules::state::{Ask, State};
use crate::rules::tables::Tables;
use crate::rules::view::View;
use factor::Factor;
use playout::play_on;
use seat::Seat;

/// How many states that the view allows are thought about in turn.
const STATES: usize = 64;
/// Simulations between looks at whether to stop.
const PATIENCE: u32 = 32;
/// Rounds played on after the one that is searched.
const ROUNDS: u32 = 4;

/// A negotiator that searches.
#[derive(Clone, Debug)]
pub struct Search {
    budget: u32,
    dice: Dice,
    stop: Stop,
}

/// A state that the view allows, and what it is worth as it stands: taken off every payoff,
/// so that what differs between states does not drown what differs between plans.
struct Particle {
    state: State,
    worth: PerSide<i32>,
}

impl Search {
    /// With so many simulations a decision.
    pub const fn new(budget: u32, dice: Dice, stop: Stop) -> Self {
        Self { budget, dice, stop }
    }

    fn particles(&mut self, t: &Tables, view: &View) -> Vec<Particle> {
        (0..STATES.min(self.budget as usize))
            .map(|_| {
                let state = view.sample(t, &mut self.dice);
                let worth = evaluate(t, &state);
                Particle { state, worth }
            })
            .collect()
    }

    /// Runs the simulations: `step` makes the move that is being searched.
    fn simulate(
        &mut self,
        t: &Tables,
        particles: &[Particle],
        mut step: impl FnMut(&mut State, &mut Dice, Option<PerSide<i32>>),
    ) {
        for n in 0..self.budget {
            if n % PATIENCE == PATIENCE - 1 && self.stop.given() {
                break;
            }
            let particle = &particles[n as usize % particles.len()];
            let mut state = particle.state;
            state.chance.dice = Dice::new(self.dice.wide(), Stream::Chance);
            step(&mut state, &mut self.dice, None);
            play_on(t, &mut state, ROUNDS, &mut self.dice);
            let after = evaluate(t, &state);
            let gained = PerSide::from_fn(|side| after[side] - particle.worth[side]);
            step(&mut state, &mut self.dice, Some(gained));
        }
    }

    fn plan(&mut self, t: &Tables, view: &View) -> Plan {
        let particles = self.particles(t, view);
        let side = view.side;
        let mut seats = PerSide::from_fn(|seat| Seat::new(t, &particles[0].state, seat));
        self.simulate(t, &particles, |state, dice, gained| match gained {
            None => {
                let plans = PerSide::from_fn(|seat| {
                    let known = (seat != side).then_some(&*state);
                    seats[seat].pick(t, known, dice)
                });
                state.resolve(t, plans, &mut ());
            }
            Some(gained) => {
                for seat in Side::BOTH {
                    seats[seat].learn(gained[seat]);
                }
            }
        });
        seats[side].best()
    }

    fn choice(&mut self, t: &Tables, view: &View, event: EventId) -> ChoiceId {
        let particles = self.particles(t, view);
        let answers = t.event(event).choices.len();
        let mut factors = PerSide::from_fn(|_| Factor::new(answers));
        let mut picked = PerSide([0, 0]);
        self.simulate(t, &particles, |state, _, gained| match gained {
            None => {
                picked = PerSide::from_fn(|side| factors[side].select(answers));
                let given = PerSide::from_fn(|side| Some(ChoiceId(picked[side] as u8)));
                state.choose(t, given, &mut ());
            }
            Some(gained) => {
                for side in Side::BOTH {
                    factors[side].learn(picked[side], gained[side]);
                }
            }
        });
        let best = factors[view.side].ranked().first().copied();
        ChoiceId(best.unwrap_or(0) as u8)
    }
}

impl Negotiator for Search {
    fn decide(&mut self, t: &Tables, view: &View) -> Decision {
        match view.ask(t) {
            Some(Ask::Plan) => Decision::Plan(self.plan(t, view)),
            Some(Ask::Choice(event)) => Decision::Choice(self.choice(t, view, event)),
            None => Decision::Choice(ChoiceId(0)),
        }
    }
}
