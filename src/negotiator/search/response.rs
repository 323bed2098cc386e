//! The best response to another side that can be asked what it would do: of several decisions
//! that which brings most on average, without any mixing.
//!
//! Whoever answers a search that it takes to sit opposite reasons one level above it (level-k
//! reasoning: Stahl and Wilson 1994, Nagel 1995).

use super::regret::Matrix;
use super::{OwnDice, Particle, Profile, Search, Stop, Thought, best, weights};
use crate::negotiator::Negotiator;
use crate::rules::dice::{Dice, Stream};
use crate::rules::ending::Class;
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
/// How many of the plans compared are remembered as weighed, and compared to the last.
const WEIGHED: usize = 4;

/// What a search that thinks like this would decide as the other side, in a state and with
/// dice of a seed.
pub fn as_thought(
    t: &Tables,
    theirs: Profile,
    other: Side,
    stop: &Stop,
) -> impl Fn(&State, u64) -> Decision {
    move |state, seed| {
        let dice = OwnDice::new(seed, other);
        let seen = View::of(t, state, other);
        Search::new(theirs, dice, stop.clone()).decide(t, &seen)
    }
}

/// A state that the view allows, and which of its decisions the other side makes there.
struct Met {
    particle: Particle,
    decided: usize,
}

/// What is compared, and how two decisions meet.
struct Trial<D, F> {
    side: Side,
    met: Vec<Met>,
    /// What the other side decides in one state or another, and in how many.
    theirs: Vec<(D, u32)>,
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
        let plans: Vec<Plan> = (best(trees.node(root), TABLES).into_iter())
            .map(|(plan, _)| plan)
            .collect();
        let trial = self.meet(
            side,
            particles,
            |particle, seed| {
                let mut dice = Dice::new(seed, Stream::Chance);
                let (state, them) = (&particle.state, side.other());
                let set = particle.manners[them].plan(t, state, them, &mut dice);
                set.unwrap_or_else(|| match other(state, seed) {
                    Decision::Plan(plan) => plan,
                    Decision::Choice(_) => Plan::DEFAULT,
                })
            },
            |state: &mut State, plans| state.resolve(t, plans, &mut ()),
        );
        let first = self.compare(t, &trial, &plans).ranking();
        let first: Vec<Plan> = first.into_iter().map(|n| plans[n]).collect();
        let mut last = near(t, view, first[0]);
        last.extend(&first[1..first.len().min(WEIGHED)]);
        let matrix = self.compare(t, &trial, &last);
        let ranking = matrix.ranking();
        self.remember(&trial.theirs, &last, &matrix, &ranking);
        last[ranking[0]]
    }

    /// Keeps in mind what the best plans promised against what was expected.
    #[allow(clippy::cast_precision_loss)] // far below the 24 bits that are exact
    fn remember(
        &mut self,
        theirs: &[(Plan, u32)],
        own: &[Plan],
        matrix: &Matrix,
        ranking: &[usize],
    ) {
        let asked = weights(theirs).iter().sum::<u32>().max(1) as f32;
        let expected: Vec<f32> = theirs.iter().map(|&(_, n)| n as f32 / asked).collect();
        let mut chosen = vec![0.0; own.len()];
        chosen[ranking[0]] = 1.0;
        let own: Vec<(Plan, u32)> = own.iter().map(|&plan| (plan, 1)).collect();
        self.thought = Thought::new([&own, theirs], matrix, [&chosen, &expected], &[]);
        let weighed = ranking.iter().take(WEIGHED);
        self.thought.own = weighed.map(|&n| self.thought.own[n]).collect();
    }

    fn choice_response(
        &mut self,
        t: &Tables,
        view: &View,
        answers: u8,
        other: impl Fn(&State, u64) -> Decision,
    ) -> ChoiceId {
        let particles = self.particles(t, view);
        let trial = self.meet(
            view.side,
            particles,
            |particle, seed| match other(&particle.state, seed) {
                Decision::Choice(choice) => choice,
                Decision::Plan(_) => ChoiceId(0),
            },
            |state: &mut State, given: PerSide<ChoiceId>| {
                state.choose(t, PerSide(given.0.map(Some)), &mut ());
            },
        );
        let answers: Vec<_> = (0..answers).map(ChoiceId).collect();
        answers[self.compare(t, &trial, &answers).ranking()[0]]
    }

    /// Asks the other side what it does in some of these states, evenly chosen.
    fn meet<D: PartialEq, F>(
        &mut self,
        side: Side,
        particles: Vec<Particle>,
        other: impl Fn(&Particle, u64) -> D,
        play: F,
    ) -> Trial<D, F> {
        let step = particles.len().div_ceil(ASKED);
        let mut theirs: Vec<(D, u32)> = Vec::new();
        let mut met = Vec::new();
        for particle in particles.into_iter().step_by(step) {
            let decision = other(&particle, self.dice.wide());
            let known = theirs.iter().position(|(theirs, _)| *theirs == decision);
            let decided = known.unwrap_or(theirs.len());
            match theirs.get_mut(decided) {
                Some((_, times)) => *times += 1,
                None => theirs.push((decision, 1)),
            }
            met.push(Met { particle, decided });
        }
        Trial {
            side,
            met,
            theirs,
            play,
        }
    }

    /// Plays each of these decisions against what the other side does, as often in each state.
    fn compare<D: Copy>(
        &mut self,
        t: &Tables,
        trial: &Trial<D, impl Fn(&mut State, PerSide<D>)>,
        own: &[D],
    ) -> Matrix {
        let side = trial.side;
        let mut matrix = Matrix::new(own.len(), trial.theirs.len());
        let states = trial.met.len() as u32;
        let games = self.profile.budget / 100 * GAMES;
        let games = games.max(states) / states * states;
        for (n, met) in (0..).zip(trial.met.iter().cycle()) {
            if !self.goes_on(n, games) {
                break;
            }
            // All meet the same chance, so that they differ by what they do.
            let start = self.start(&met.particle);
            let dice = self.dice;
            for (row, &mine) in own.iter().enumerate() {
                self.dice = dice;
                let mut both = PerSide([mine; 2]);
                both[side.other()] = trial.theirs[met.decided].0;
                let mut state = start;
                (trial.play)(&mut state, both);
                let gained = self.finish(t, &met.particle, &mut state, self.profile.rounds);
                let war = state.ending().is_some_and(|e| e.class() == Class::War);
                matrix.add(row, met.decided, [gained[side], gained[side.other()]], war);
            }
        }
        matrix
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
