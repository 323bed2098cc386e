//! The search: information-set Monte Carlo tree search for two sides that decide at once.
//!
//! ```text
//!   belief ─► a state that the view allows ─► both sides pick (trees) ─► resolve ─► play on
//!                                                   ▲                                 │
//!                                                   └──── learn ◄── evaluate, for each ◄┘
//!   then: the best few plans of both ─► a matrix of payoffs ─► regret matching ─► the plan
//! ```
//! Every payoff is a vector: each side is modelled as wanting its own good, not one's harm.

mod arm;
mod memory;
mod menu;
mod node;
mod playout;
mod profile;
mod regret;
mod response;
mod thought;
mod tree;

use super::own_dice::OwnDice;
use super::{Belief, Imagined, Manner, Negotiator, Stop, evaluate};
use crate::rules::dice::{Dice, Stream};
use crate::rules::ending::Class;
use crate::rules::plan::{ChoiceId, Decision, EventId, Plan};
use crate::rules::side::{PerSide, Side};
use crate::rules::state::{Ask, Phase, State};
use crate::rules::tables::Tables;
use crate::rules::view::View;
use arm::{Arm, select};
use memory::Memory;
use node::{Node, Options, Picked};
use playout::{answer, play_on};
pub use playout::{card as any_card, plan as sensible};
pub use profile::Profile;
use regret::Matrix;
pub use response::as_thought;
pub use thought::{Foreseen, Thought, Weighed};
use tree::Trees;

/// Simulations between looks at whether to stop.
const PATIENCE: u32 = 32;
/// A plan that regret matching plays more seldom than this is not played at all.
const SELDOM: f32 = 0.15;

/// Of how many decisions at the table whole plans are compared, for the searching side.
const OWN: usize = 4;
/// The same for each mood of the other side.
const THEIRS: usize = 3;
/// How many plans of the other side are reckoned with at the end.
const EXPECTED: usize = 5;

/// A negotiator that searches.
#[derive(Clone, Debug)]
pub struct Search {
    profile: Profile,
    source: OwnDice,
    dice: Dice,
    stop: Stop,
    memory: Memory,
    thought: Thought,
}

/// A state that the view allows, and what it is worth as it stands: taken off every payoff,
/// so that what differs between states does not drown what differs between plans.
struct Particle {
    state: State,
    /// The kinds of player that both sides are in it.
    manners: PerSide<Manner>,
    worth: PerSide<i32>,
}

/// What one side did in a simulation at one depth.
type Trodden = (usize, Side, Picked);

impl Search {
    /// With so much thought for each decision.
    pub fn new(profile: Profile, source: OwnDice, stop: Stop) -> Self {
        Self {
            profile,
            source,
            dice: Dice::new(0, Stream::Presser),
            stop,
            memory: Memory::default(),
            thought: Thought::default(),
        }
    }

    /// What it thought when it last made a plan.
    pub const fn thought(&self) -> &Thought {
        &self.thought
    }

    /// What it believes of the other side; nothing if it does not weigh guesses, or has
    /// decided nothing yet.
    pub const fn belief(&self) -> Option<&Belief> {
        self.memory.belief()
    }

    /// So many states that it holds to be possible where it has just decided, as likely as it
    /// believes them to be.
    pub fn imagine(&mut self, t: &Tables, view: &View, n: usize) -> Vec<Imagined> {
        self.memory.states(t, view, n, &mut self.dice)
    }

    /// Decides again what was decided at an earlier moment, and goes on from what was decided
    /// then, whatever it would do now.
    pub fn revisit(&mut self, t: &Tables, view: &View, decided: Decision) -> Decision {
        let now = self.decide(t, view);
        self.memory.keep(view, decided);
        now
    }

    /// Takes up the dice of the moment, and learns what the view shows.
    fn learn(&mut self, t: &Tables, view: &View) {
        self.dice = self.source.at(view);
        let guesses = self.profile.guesses as usize;
        self.memory.learn(t, view, guesses, &mut self.dice);
    }

    fn particles(&mut self, t: &Tables, view: &View) -> Vec<Particle> {
        let n = self.profile.particles.min(self.profile.budget).max(1) as usize;
        let states = self.memory.states(t, view, n, &mut self.dice);
        let particle = |Imagined { state, manner }| {
            let mut manners = PerSide::default();
            manners[view.side.other()] = manner;
            Particle {
                state,
                manners,
                worth: evaluate(t, &state),
            }
        };
        states.into_iter().map(particle).collect()
    }

    /// Whether to go on to the next simulation.
    fn goes_on(&self, done: u32, budget: u32) -> bool {
        done < budget && (done % PATIENCE != PATIENCE - 1 || !self.stop.given())
    }

    /// The state of the next simulation, with chance of its own.
    fn start(&mut self, particle: &Particle) -> State {
        let mut state = particle.state;
        state.chance.dice = Dice::new(self.dice.wide(), Stream::Chance);
        state
    }

    /// Plays on from where a move has led, and says what each side has gained by it.
    fn finish(
        &mut self,
        t: &Tables,
        particle: &Particle,
        state: &mut State,
        rounds: u32,
    ) -> PerSide<i32> {
        play_on(t, state, particle.manners, rounds, &mut self.dice);
        let after = evaluate(t, state);
        PerSide::from_fn(|side| after[side] - particle.worth[side])
    }

    fn plan(&mut self, t: &Tables, view: &View) -> Plan {
        let particles = self.particles(t, view);
        let side = view.side;
        self.thought = Thought::default();
        if self.dice.percent(self.profile.slip) {
            let plan = playout::plan(t, &particles[0].state, side, &mut self.dice);
            if view.legal(t).allows(&plan) {
                return plan;
            }
        }
        let comparing = self.profile.comparing();
        let exploring = self.profile.budget - comparing;
        let (mut trees, root) = self.explore(t, side, &particles, exploring);
        let own = best(trees.node(root), OWN);
        let theirs = expected(t, &particles[0].state, side.other(), &mut trees);
        let plan = self.settle(t, side, &particles, [&own, &theirs], comparing);
        let options = trees.node(root).options();
        self.thought.courses = options.map_or_else(Vec::new, Options::courses);
        plan
    }

    /// Grows the trees of both sides by so many simulations, and says where one's own root is.
    fn explore(
        &mut self,
        t: &Tables,
        side: Side,
        particles: &[Particle],
        budget: u32,
    ) -> (Trees, usize) {
        let mut trees = Trees::default();
        let root = trees.at(&particles[0].state, side, 0, None);
        trees.node(root).open(t, &particles[0].state, side, true);
        let mut path = Vec::new();
        for (n, particle) in (0..).zip(particles.iter().cycle()) {
            if !self.goes_on(n, budget) {
                break;
            }
            path.clear();
            let gained = self.descend(t, particle, side, &mut trees, &mut path);
            for &(node, seat, picked) in &path {
                trees.node(node).learn(picked, gained[seat]);
            }
        }
        (trees, root)
    }

    /// Plays one simulation: down the trees, then on by the playout's policy.
    fn descend(
        &mut self,
        t: &Tables,
        particle: &Particle,
        side: Side,
        trees: &mut Trees,
        path: &mut Vec<Trodden>,
    ) -> PerSide<i32> {
        let mut state = self.start(particle);
        let depth = self.profile.depth.max(1);
        for level in 0..depth {
            while state.common.phase == Phase::Choices {
                answer(t, &mut state, &mut self.dice);
            }
            if state.ending().is_some() {
                break;
            }
            let plans = PerSide::from_fn(|seat| {
                let manner = particle.manners[seat];
                if let Some(plan) = manner.plan(t, &state, seat, &mut self.dice) {
                    return plan;
                }
                let own = seat == side;
                let mood = (!own).then_some(state.own[seat].mood);
                let at = trees.at(&state, seat, level, mood);
                let node = trees.node(at);
                if level == 0 {
                    node.open(t, &state, seat, own);
                }
                let (plan, picked) = node.pick(t, &state, seat, own, &mut self.dice);
                path.extend(picked.map(|picked| (at, seat, picked)));
                plan
            });
            state.resolve(t, plans, &mut ());
        }
        self.finish(
            t,
            particle,
            &mut state,
            (self.profile.rounds + 1).saturating_sub(depth),
        )
    }

    /// Compares the best few plans of both sides and draws from the mixture that regret
    /// matching finds.
    fn settle(
        &mut self,
        t: &Tables,
        side: Side,
        particles: &[Particle],
        [own, theirs]: [&[(Plan, u32)]; 2],
        budget: u32,
    ) -> Plan {
        let mut matrix = Matrix::new(own.len(), theirs.len());
        let tries = budget / (own.len() * theirs.len()).max(1) as u32;
        let mut set = Vec::new();
        for (n, particle) in (0..).zip(particles.iter().cycle()) {
            if !self.goes_on(n, tries) {
                break;
            }
            // All plans meet the same chance, so that they differ by what they do.
            let start = self.start(particle);
            let them = side.other();
            let same = particle.manners[them].plan(t, &start, them, &mut self.dice);
            set.extend(same);
            let dice = self.dice;
            for (row, &(mine, _)) in own.iter().enumerate() {
                let mut play = |other: Plan| {
                    self.dice = dice;
                    let mut plans = PerSide([mine; 2]);
                    plans[them] = other;
                    let mut state = start;
                    state.resolve(t, plans, &mut ());
                    let gained = self.finish(t, particle, &mut state, self.profile.rounds);
                    let war = state.ending().is_some_and(|e| e.class() == Class::War);
                    ([gained[side], gained[them]], war)
                };
                // Who does not weigh does the same, whichever plan one who weighs would make.
                let same = same.map(&mut play);
                for (column, &(other, _)) in theirs.iter().enumerate() {
                    let (gained, war) = same.unwrap_or_else(|| play(other));
                    matrix.add(row, column, gained, war);
                }
            }
        }
        if matrix.is_blank() {
            // Too little thought to compare anything: what was tried most.
            return own[0].0;
        }
        let [mixture, expected] = matrix.mixture([own, theirs].map(weights));
        self.thought = Thought::new([own, theirs], &matrix, [&mixture, &expected], &set);
        own[self.draw(&mixture)].0
    }

    /// Draws by the shares, of those that are not too seldom, or that are the largest.
    fn draw(&mut self, mixture: &[f32]) -> usize {
        let largest = mixture.iter().copied().fold(0.0, f32::max);
        let share = |w: f32| {
            let seldom = w < SELDOM && w < largest;
            if seldom { 0 } else { (w * 65536.0) as u32 }
        };
        let mut at = (self.dice).below(mixture.iter().map(|&w| share(w)).sum());
        for (n, &w) in mixture.iter().enumerate() {
            if at < share(w) {
                return n;
            }
            at -= share(w);
        }
        0
    }

    fn choice(&mut self, t: &Tables, view: &View, event: EventId) -> ChoiceId {
        let particles = self.particles(t, view);
        let answers = t.event(event).choices.len();
        let mut arms = PerSide::from_fn(|_| vec![Arm::default(); answers]);
        for (n, particle) in (0..).zip(particles.iter().cycle()) {
            if !self.goes_on(n, self.profile.budget) {
                break;
            }
            let mut state = self.start(particle);
            let picked =
                PerSide::from_fn(|side| select(&mut arms[side], answers, |_| true).unwrap_or(0));
            let given = PerSide::from_fn(|side| Some(ChoiceId(picked[side] as u8)));
            state.choose(t, given, &mut ());
            let gained = self.finish(t, particle, &mut state, self.profile.rounds);
            for side in Side::BOTH {
                arms[side][picked[side]].learn(gained[side]);
            }
        }
        let visits = |&n: &usize| (arms[view.side][n].visits(), std::cmp::Reverse(n));
        ChoiceId((0..answers).max_by_key(visits).unwrap_or(0) as u8)
    }
}

/// The best few plans at a node, with how much speaks for each.
fn best(node: &Node, tables: usize) -> Vec<(Plan, u32)> {
    let options = node.options();
    options.map_or_else(|| vec![(Plan::DEFAULT, 0)], |options| options.best(tables))
}

/// The plans that the other side most likely makes, in whatever mood it is.
fn expected(t: &Tables, state: &State, side: Side, trees: &mut Trees) -> Vec<(Plan, u32)> {
    let mut plans: Vec<(Plan, u32)> = Vec::new();
    for mood in 0..t.sides[side].moods.len() as u8 {
        let node = trees.at(state, side, 0, Some(mood));
        for (plan, weight) in best(trees.node(node), THEIRS) {
            match plans.iter_mut().find(|(other, _)| *other == plan) {
                Some((_, sum)) => *sum += weight,
                None => plans.push((plan, weight)),
            }
        }
    }
    plans.sort_by_key(|&(_, weight)| std::cmp::Reverse(weight));
    plans.truncate(EXPECTED);
    plans
}

/// How much speaks for each of some plans.
fn weights(plans: &[(Plan, u32)]) -> Vec<u32> {
    plans.iter().map(|&(_, weight)| weight).collect()
}

impl Negotiator for Search {
    fn decide(&mut self, t: &Tables, view: &View) -> Decision {
        if self.profile.foil > 0 {
            let stop = self.stop.clone();
            let theirs = Profile::of(self.profile.foil);
            let other = as_thought(t, theirs, view.side.other(), &stop);
            return self.respond(t, view, other);
        }
        self.learn(t, view);
        let decision = match view.ask(t) {
            Some(Ask::Plan) => Decision::Plan(self.plan(t, view)),
            Some(Ask::Choice(event)) => Decision::Choice(self.choice(t, view, event)),
            None => Decision::Choice(ChoiceId(0)),
        };
        self.memory.keep(view, decision);
        decision
    }

    fn recall(&mut self, t: &Tables, view: &View, decided: Decision) {
        self.learn(t, view);
        self.memory.keep(view, decided);
    }
}
