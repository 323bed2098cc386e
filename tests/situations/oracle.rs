//! What the rules themselves say of a claim, by trying everything against whoever may sit
//! across the table: so that a change of the scenario which turns a good answer into a bad
//! one is told from a blunder.

use crate::gulf::{GULF, tables};
use crate::position::Position;
use fog_of_peace::negotiator::{Seating, Stop, Who};
use fog_of_peace::rules::dice::{Dice, Stream};
use fog_of_peace::rules::plan::{CardId, ChoiceId, Decision, Plan, Say};
use fog_of_peace::rules::score::scores;
use fog_of_peace::rules::side::{PerSide, Side};
use fog_of_peace::rules::state::State;
use fog_of_peace::rules::view::View;

/// Whoever may sit across the table.
static PANEL: [Who; 6] = [
    Who::HardLiner,
    Who::Staller,
    Who::TitForTat,
    Who::Conceder,
    Who::Micro,
    Who::Logroller,
];
/// How this side goes on after the decision that is judged.
static OURSELVES: Who = Who::Logroller;
/// How many states that the view allows are tried: in a last round, and before, when a game
/// must be played on.
const STATES: [u64; 2] = [72, 24];

fn is_last(state: &State) -> bool {
    state.common.round >= state.common.rounds
}

/// A state that the view allows, and what the other side decides in it.
struct World {
    state: State,
    who: &'static Who,
    theirs: Option<Decision>,
    seed: u64,
}

pub struct Oracle {
    side: Side,
    view: View,
    worlds: Vec<World>,
}

impl Oracle {
    pub fn new(position: &Position) -> Self {
        let (side, view) = (position.side, position.view());
        let mut dice = Dice::new(11, Stream::Batch);
        let world = |seed: u64| {
            let state = view.sample(tables(), &mut dice);
            let who = &PANEL[seed as usize % PANEL.len()];
            let theirs = decide(who, &state, side.other(), seed);
            World {
                state,
                who,
                theirs,
                seed,
            }
        };
        let last = is_last(&position.state);
        let worlds = (0..STATES[usize::from(!last)]).map(world).collect();
        Self { side, view, worlds }
    }

    /// By how many tenths the best plan of the right sort exceeds the best of the wrong.
    pub fn gain(&self, right: impl Fn(Plan) -> bool) -> i32 {
        self.best(&right).0 - self.best(&|plan| !right(plan)).0
    }

    /// By how many tenths the best answer of the right sort exceeds the best of the wrong,
    /// whatever is planned after it.
    pub fn gain_of_answer(&self, right: impl Fn(ChoiceId) -> bool) -> i32 {
        let event = self.view.common.event.unwrap();
        let answers = tables().event(event).choices.len() as u8;
        let best = |sort: bool| {
            let of_sort = (0..answers)
                .map(ChoiceId)
                .filter(|&answer| right(answer) == sort);
            of_sort
                .map(|answer| self.value_of_answer(answer))
                .max()
                .unwrap()
        };
        best(true) - best(false)
    }

    /// What an answer leads to: the best plan after it, if this side alone was asked.
    fn value_of_answer(&self, answer: ChoiceId) -> i32 {
        let ours = Decision::Choice(answer);
        if self.worlds[0].theirs.is_some() {
            return self.value(ours);
        }
        let world = |world: &World| {
            let mut state = world.state;
            let mut decided = PerSide([None; 2]);
            decided[self.side] = Some(ours);
            state.go_on(tables(), decided, &mut ());
            let theirs = decide(world.who, &state, self.side.other(), world.seed);
            World {
                state,
                theirs,
                ..*world
            }
        };
        let worlds: Vec<World> = self.worlds.iter().map(world).collect();
        let view = View::of(tables(), &worlds[0].state, self.side);
        let after = Self {
            side: self.side,
            view,
            worlds,
        };
        after.best(&|_| true).0
    }

    /// The best plan of a sort that can be found by changing one or two parts at a time.
    pub fn best(&self, sort: &impl Fn(Plan) -> bool) -> (i32, Plan) {
        let legal = self.view.legal(tables());
        let cards: Vec<Option<CardId>> =
            [None].into_iter().chain(legal.cards().map(Some)).collect();
        let mut dice = Dice::new(5, Stream::Batch);
        let any = (0..20_000)
            .map(|_| legal.random(&mut dice))
            .find(|&plan| sort(plan));
        let start = if sort(Plan::DEFAULT) {
            Plan::DEFAULT
        } else {
            any.expect("some plan is of this sort")
        };
        let mut best = (self.value(Decision::Plan(start)), start);
        let consider = |best: &mut (i32, Plan), plan: Plan| {
            if plan != best.1 && sort(plan) {
                let value = self.value(Decision::Plan(plan));
                if value > best.0 {
                    *best = (value, plan);
                }
            }
        };
        let twice = is_last(&self.worlds[0].state);
        for _ in 0..=u8::from(twice) {
            for &card in &cards {
                for table in legal.tables() {
                    let plan = Plan {
                        card,
                        table,
                        ..best.1
                    };
                    consider(&mut best, plan);
                }
            }
            for field in legal.fields() {
                let plan = Plan { field, ..best.1 };
                consider(&mut best, plan);
            }
            for say in Say::ALL {
                let plan = Plan { say, ..best.1 };
                consider(&mut best, plan);
            }
        }
        best
    }

    /// The mean mission score that a decision leads to, in tenths.
    pub fn value(&self, ours: Decision) -> i32 {
        let sum: i32 = (self.worlds.iter())
            .map(|world| {
                let mut state = world.state;
                let mut decided = PerSide([world.theirs; 2]);
                decided[self.side] = Some(ours);
                state.go_on(tables(), decided, &mut ());
                let mut players = PerSide([world.who; 2]);
                players[self.side] = &OURSELVES;
                finish(&mut state, players, world.seed);
                scores(tables(), &state)[self.side].total.get()
            })
            .sum();
        sum / self.worlds.len() as i32
    }
}

fn decide(who: &Who, state: &State, side: Side, seed: u64) -> Option<Decision> {
    state.ask(tables(), side)?;
    let view = View::of(tables(), state, side);
    let stop = Stop::default();
    let seating = Seating::new(&GULF, side, seed, &stop);
    Some(who.seat(&seating).decide(tables(), &view))
}

/// Plays a game to its end.
fn finish(state: &mut State, players: PerSide<&Who>, seed: u64) {
    while state.ending().is_none() {
        let decided = PerSide::from_fn(|side| decide(players[side], state, side, seed));
        state.go_on(tables(), decided, &mut ());
    }
}
