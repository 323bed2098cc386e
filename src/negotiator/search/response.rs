//! The best response to another side that can be asked what it would do: of several decisions
//! that which brings most on average, without any mixing.

use super::{Particle, Search, best};
use crate::rules::plan::{ChoiceId, Decision, Field, Plan, Say};
use crate::rules::side::{PerSide, Side};
use crate::rules::state::{Ask, State};
use crate::rules::tables::Tables;
use crate::rules::view::View;

/// In how many states the other side is asked what it does there.
const ASKED: usize = 16;
/// Of how many decisions at the table whole plans are compared.
const TABLES: usize = 12;
/// Every decision is tried in so many games for a hundred simulations of the search.
const GAMES: u32 = 25;

/// A state that the view allows, and what the other side decides there.
struct Met<D> {
    particle: Particle,
    decided: D,
}

/// What is compared, where, and how two decisions meet.
struct Trial<'a, D, F> {
    side: Side,
    met: &'a [Met<D>],
    play: F,
}

impl Search {
    /// Decides what does best against what the other side does where it may be, which `other`
    /// says of a state, with dice of a seed.
    pub fn respond(
        &mut self,
        t: &Tables,
        view: &View,
        other: impl Fn(&State, u64) -> Decision,
    ) -> Decision {
        self.learn(t, view);
        let decision = match view.ask(t) {
            Some(Ask::Plan) => Decision::Plan(self.plan_response(t, view, other)),
            Some(Ask::Choice(event)) => {
                let answers = t.event(event).choices.len() as u8;
                Decision::Choice(self.choice_response(t, view, answers, other))
            }
            None => Decision::Choice(ChoiceId(0)),
        };
        self.memory.keep(view, decision);
        decision
    }

    /// The best of the plans that the search thinks most of, and then of those that differ
    /// from it in one other part.
    fn plan_response(
        &mut self,
        t: &Tables,
        view: &View,
        other: impl Fn(&State, u64) -> Decision,
    ) -> Plan {
        let side = view.side;
        let particles = self.particles(t, view);
        let (mut trees, root) = self.explore(t, side, &particles, self.profile.budget);
        let plans = best(trees.node(root), TABLES);
        let plans: Vec<_> = plans.into_iter().map(|(plan, _)| plan).collect();
        let met = self.meet(particles, |state, seed| match other(state, seed) {
            Decision::Plan(plan) => plan,
            Decision::Choice(_) => Plan::DEFAULT,
        });
        let trial = Trial {
            side,
            met: &met,
            play: |state: &mut State, plans| state.resolve(t, plans, &mut ()),
        };
        let first = self.best_of(t, &trial, &plans);
        self.best_of(t, &trial, &near(t, view, first))
    }

    fn choice_response(
        &mut self,
        t: &Tables,
        view: &View,
        answers: u8,
        other: impl Fn(&State, u64) -> Decision,
    ) -> ChoiceId {
        let particles = self.particles(t, view);
        let met = self.meet(particles, |state, seed| match other(state, seed) {
            Decision::Choice(choice) => choice,
            Decision::Plan(_) => ChoiceId(0),
        });
        let trial = Trial {
            side: view.side,
            met: &met,
            play: |state: &mut State, given: PerSide<ChoiceId>| {
                state.choose(t, PerSide(given.0.map(Some)), &mut ());
            },
        };
        let answers: Vec<_> = (0..answers).map(ChoiceId).collect();
        self.best_of(t, &trial, &answers)
    }

    /// Asks the other side what it does in some of these states, evenly chosen.
    fn meet<D>(
        &mut self,
        particles: Vec<Particle>,
        other: impl Fn(&State, u64) -> D,
    ) -> Vec<Met<D>> {
        let step = particles.len().div_ceil(ASKED);
        let some = particles.into_iter().step_by(step);
        some.map(|particle| Met {
            decided: other(&particle.state, self.dice.wide()),
            particle,
        })
        .collect()
    }

    /// Of these decisions that which brings most; the first of several.
    fn best_of<D: Copy>(
        &mut self,
        t: &Tables,
        trial: &Trial<'_, D, impl Fn(&mut State, PerSide<D>)>,
        own: &[D],
    ) -> D {
        let Trial { side, met, play } = trial;
        let mut sums = vec![0_i64; own.len()];
        // Each state counts as much as any other.
        let states = met.len() as u32;
        let games = self.profile.budget / 100 * GAMES;
        let games = games.max(states) / states * states;
        for (n, met) in (0..).zip(met.iter().cycle()) {
            if !self.goes_on(n, games) {
                break;
            }
            // All meet the same chance, so that they differ by what they do.
            let start = self.start(&met.particle);
            let dice = self.dice;
            for (sum, &mine) in sums.iter_mut().zip(own) {
                self.dice = dice;
                let mut both = PerSide([mine; 2]);
                both[side.other()] = met.decided;
                let mut state = start;
                play(&mut state, both);
                let gained = self.finish(t, &met.particle, &mut state, self.profile.rounds);
                *sum += i64::from(gained[*side]);
            }
        }
        let highest = |&n: &usize| (sums[n], std::cmp::Reverse(n));
        own[(0..own.len()).max_by_key(highest).unwrap_or(0)]
    }
}

/// A plan, and all that differ from it in what is said, done in the field or played.
fn near(t: &Tables, view: &View, plan: Plan) -> Vec<Plan> {
    let says = Say::ALL.map(|say| Plan { say, ..plan });
    let fields = Field::ALL.map(|field| Plan { field, ..plan });
    let cards = view.own.hand.map(|card| Plan { card, ..plan });
    let none = Plan { card: None, ..plan };
    let legal = view.legal(t);
    let mut near = vec![plan];
    for other in says.into_iter().chain(fields).chain(cards).chain([none]) {
        if legal.allows(&other) && !near.contains(&other) {
            near.push(other);
        }
    }
    near
}
