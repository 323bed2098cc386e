//! One game between two negotiators, from the deal to its end.

use super::counts::Counts;
use crate::negotiator::{Forfeit, Negotiator};
use crate::rules::deal::Length;
use crate::rules::ending::Ending;
use crate::rules::meter::Tenths;
use crate::rules::outcome::{Outcome, Sink};
use crate::rules::plan::{Decision, Plan};
use crate::rules::score::{Score, scores};
use crate::rules::side::{PerSide, Side};
use crate::rules::state::{Phase, State};
use crate::rules::tables::Tables;
use crate::rules::view::View;

/// A game that has been played.
#[derive(Clone, Debug)]
pub struct Played {
    /// The seed of its deal.
    pub seed: u64,
    /// How it ended.
    pub ending: Ending,
    /// What each side scored.
    pub scores: PerSide<Score>,
    /// The state in which it ended.
    pub last: State,
    /// What each side decided.
    pub counts: PerSide<Counts>,
    /// Whether each side was ever cornered.
    pub cornered: PerSide<bool>,
    /// Of each round, the first first, whether a side was cornered when it began.
    pub tight: Vec<bool>,
    /// Treaties that both signed and a capital refused.
    pub refused: u32,
    /// Clauses agreed, and vague ones that broke.
    pub agreed: u32,
    /// Vague texts that broke into a dispute.
    pub broke: u32,
    /// The last round.
    pub rounds: u32,
    /// Why each side decided nothing any more, if it came to that.
    pub forfeits: PerSide<Option<Forfeit>>,
}

impl Played {
    /// What a side scored, in points.
    pub(super) fn points(&self, side: Side) -> f64 {
        points(self.scores[side].total)
    }
}

/// Tenths in points.
pub(super) fn points(tenths: Tenths) -> f64 {
    f64::from(tenths.get()) / 10.0
}

/// Notes what the end of a game does not show.
#[derive(Default)]
struct Watch {
    cornered: PerSide<bool>,
    refused: u32,
    agreed: u32,
    broke: u32,
}

impl Sink for Watch {
    fn put(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Cornered(side) => self.cornered[side] = true,
            Outcome::Refused(..) => self.refused += 1,
            Outcome::Agreed { .. } => self.agreed += 1,
            Outcome::Broke(_) => self.broke += 1,
            _ => {}
        }
    }
}

/// Plays one game. A decision that is not legal counts as the default plan.
pub fn play(
    t: &Tables,
    seats: &mut PerSide<Box<dyn Negotiator>>,
    seed: u64,
    length: Length,
) -> Played {
    let mut watch = Watch::default();
    let mut counts = PerSide::<Counts>::default();
    let mut state = State::deal(t, seed, length, &mut watch);
    let mut tight = Vec::new();
    let ending = loop {
        match state.common.phase {
            Phase::Over(ending) => break ending,
            Phase::Choices => {
                let answers = PerSide::from_fn(|side| {
                    state.ask(t, side)?;
                    match seats[side].decide(t, &View::of(t, &state, side)) {
                        Decision::Choice(choice) => Some(choice),
                        Decision::Plan(_) => None,
                    }
                });
                state.choose(t, answers, &mut watch);
            }
            Phase::Plans => {
                tight.push(Side::BOTH.iter().any(|&side| state.own[side].cornered));
                let plans = PerSide::from_fn(|side| {
                    let view = View::of(t, &state, side);
                    let legal = view.legal(t);
                    let plan = match seats[side].decide(t, &view) {
                        Decision::Plan(plan) if legal.allows(&plan) => plan,
                        _ => Plan::DEFAULT,
                    };
                    counts[side].note(t, &legal, &plan);
                    plan
                });
                state.resolve(t, plans, &mut watch);
            }
        }
    };
    let scores = scores(t, &state);
    let forfeits = PerSide::from_fn(|side| {
        seats[side].end(ending, &scores);
        seats[side].forfeit().cloned()
    });
    Played {
        seed,
        ending,
        scores,
        last: state,
        rounds: counts[Side::Presser].plans,
        counts,
        cornered: watch.cornered,
        tight,
        refused: watch.refused,
        agreed: watch.agreed,
        broke: watch.broke,
        forfeits,
    }
}
