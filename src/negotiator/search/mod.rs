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

use super::own_dice::OwnDice;
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
    source: OwnDice,
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
    pub const fn new(budget: u32, source: OwnDice, stop: Stop) -> Self {
        Self {
            budget,
            source,
            dice: Dice::new(0, Stream::Presser),
            stop,
        }
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

    /// Whether to go on to the next simulation.
    fn goes_on(&self, done: u32) -> bool {
        done < self.budget && (done % PATIENCE != PATIENCE - 1 || !self.stop.given())
    }

    /// The state of the next simulation, with chance of its own.
    fn start(&mut self, particle: &Particle) -> State {
        let mut state = particle.state;
        state.chance.dice = Dice::new(self.dice.wide(), Stream::Chance);
        state
    }

    /// Plays on from where a move has led, and says what each side has gained by it.
    fn finish(&mut self, t: &Tables, particle: &Particle, mut state: State) -> PerSide<i32> {
        play_on(t, &mut state, ROUNDS, &mut self.dice);
        let after = evaluate(t, &state);
        PerSide::from_fn(|side| after[side] - particle.worth[side])
    }

    fn plan(&mut self, t: &Tables, view: &View) -> Plan {
        let particles = self.particles(t, view);
        let side = view.side;
        let mut seats = PerSide::from_fn(|seat| Seat::new(t, &particles[0].state, seat));
        for (n, particle) in (0..).zip(particles.iter().cycle()) {
            if !self.goes_on(n) {
                break;
            }
            let mut state = self.start(particle);
            let plans = PerSide::from_fn(|seat| {
                let guessed = (seat != side).then_some(&state);
                seats[seat].pick(t, guessed, &mut self.dice)
            });
            state.resolve(t, plans, &mut ());
            let gained = self.finish(t, particle, state);
            for seat in Side::BOTH {
                seats[seat].learn(gained[seat]);
            }
        }
        seats[side].best()
    }

    fn choice(&mut self, t: &Tables, view: &View, event: EventId) -> ChoiceId {
        let particles = self.particles(t, view);
        let answers = t.event(event).choices.len();
        let mut factors = PerSide::from_fn(|_| Factor::new(answers));
        for (n, particle) in (0..).zip(particles.iter().cycle()) {
            if !self.goes_on(n) {
                break;
            }
            let mut state = self.start(particle);
            let picked = PerSide::from_fn(|side| factors[side].select(answers));
            let given = PerSide::from_fn(|side| Some(ChoiceId(picked[side] as u8)));
            state.choose(t, given, &mut ());
            let gained = self.finish(t, particle, state);
            for side in Side::BOTH {
                factors[side].learn(picked[side], gained[side]);
            }
        }
        ChoiceId(factors[view.side].best() as u8)
    }
}

impl Negotiator for Search {
    fn decide(&mut self, t: &Tables, view: &View) -> Decision {
        self.dice = self.source.at(view);
        match view.ask(t) {
            Some(Ask::Plan) => Decision::Plan(self.plan(t, view)),
            Some(Ask::Choice(event)) => Decision::Choice(self.choice(t, view, event)),
            None => Decision::Choice(ChoiceId(0)),
        }
    }
}
