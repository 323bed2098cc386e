//! What a move is worth: the game played on from it with chance of its own, again and again.
//!
//! Moves that are compared meet the same chance, draw by draw (common random numbers), so
//! that they differ by what they do and not by what befell them. Both sides play on greedily:
//! of a few sensible plans each makes the one that promises most a round ahead. That takes a
//! fifth of a millisecond a game, and games so played end about as games of strong players do.
//!
//! How good things stand is told by games played to their end. How two decisions differ is told
//! by games played two rounds on and evaluated: that shows small differences sharply, and where
//! the evaluation errs, it errs about both.

use crate::negotiator::{evaluate, sensible};
use crate::record::Forced;
use crate::rules::dice::{Dice, Stream};
use crate::rules::plan::{ChoiceId, Decision, Plan};
use crate::rules::side::{PerSide, Side};
use crate::rules::state::{Phase, Plans, State};
use crate::rules::tables::Tables;

/// Rounds played on after the one that is looked at, where decisions are compared.
const AHEAD: u32 = 2;
/// Of so many sensible plans the best is made.
const TRIED: usize = 8;
/// Against so many plans of the other side.
const MET: usize = 2;

/// What both sides decide at once, plans or answers; nothing from a side that is not asked.
pub(super) type Both = PerSide<Option<Decision>>;

/// The chance that a game meets.
#[derive(Clone, Copy, Debug)]
pub(super) struct Luck<'a> {
    chance: Dice,
    play: Dice,
    forced: Option<&'a Forced>,
}

impl<'a> Luck<'a> {
    /// The chance of this number.
    pub fn new(number: u64) -> Self {
        // One step of the generator sets neighbouring numbers apart.
        let mut dice = Dice::new(number, Stream::Batch);
        Self {
            chance: Dice::new(dice.wide(), Stream::Chance),
            play: Dice::new(dice.wide(), Stream::Cosmetic),
            forced: None,
        }
    }

    /// The same, where some events are forced to come: not where it is asked what a side could
    /// expect, since nobody at the table knows of them.
    pub const fn forcing(self, forced: Option<&'a Forced>) -> Self {
        Self { forced, ..self }
    }

    /// The same state, with this chance to come.
    pub fn meets(&self, state: &State) -> State {
        let mut state = *state;
        state.chance.dice = self.chance;
        state
    }

    /// A draw of its own for whoever compares.
    pub const fn dice(&mut self) -> &mut Dice {
        &mut self.play
    }

    /// What it promises each side that both decide so, a few rounds on, in tenths of a mission
    /// point. Good for comparing decisions.
    pub fn promise(&self, t: &Tables, state: &State, decided: Both) -> PerSide<i32> {
        // An answer opens the round that is looked at, and its plans are yet to come.
        let opens = u32::from(state.common.phase == Phase::Choices);
        self.played(t, state, decided, AHEAD + opens)
    }

    /// What each side scores at the end when it goes on from what both decide.
    pub fn score(&self, t: &Tables, state: &State, decided: Both) -> PerSide<i32> {
        self.played(t, state, decided, u32::MAX)
    }

    fn played(&self, t: &Tables, state: &State, decided: Both, rounds: u32) -> PerSide<i32> {
        let mut state = self.meets(state);
        self.force(&mut state);
        state.go_on(t, decided, &mut ());
        let mut dice = self.play;
        let mut left = rounds;
        loop {
            match state.common.phase {
                Phase::Over(_) => break,
                Phase::Choices => answer(t, &mut state, &mut dice),
                Phase::Plans if left == 0 => break,
                Phase::Plans => {
                    left -= 1;
                    let plans = plans_of(t, &state, &mut dice);
                    self.force(&mut state);
                    state.resolve(t, plans, &mut ());
                }
            }
        }
        evaluate(t, &state)
    }

    /// Both plans are made: has what is forced to come next come.
    fn force(&self, state: &mut State) {
        if let Some(forced) = self.forced {
            forced.place(state);
        }
    }
}

/// Both sides' plans, each the best of a few against a few of the other's.
fn plans_of(t: &Tables, state: &State, dice: &mut Dice) -> Plans {
    let tried = PerSide::from_fn(|side| [(); TRIED].map(|()| sensible(t, state, side, dice)));
    let chance = [(); MET].map(|()| dice.wide());
    PerSide::from_fn(|side: Side| {
        let worth = |plan: &Plan| -> i32 {
            let met = tried[side.other()].iter().zip(chance);
            let against = |(&other, seed): (&Plan, u64)| {
                let mut both = PerSide([*plan; 2]);
                both[side.other()] = other;
                let mut after = *state;
                after.chance.dice = Dice::new(seed, Stream::Chance);
                after.resolve(t, both, &mut ());
                evaluate(t, &after)[side]
            };
            met.map(against).sum()
        };
        let best = tried[side].iter().max_by_key(|plan| worth(plan));
        best.copied().unwrap_or(Plan::DEFAULT)
    })
}

/// Both sides' answers to an event, each the best if the other gives any.
fn answer(t: &Tables, state: &mut State, dice: &mut Dice) {
    let Some(event) = state.common.event else {
        return;
    };
    let answers = t.event(event).choices.len() as u8;
    let other = ChoiceId(dice.below(u32::from(answers)) as u8);
    let seed = dice.wide();
    let given = PerSide::from_fn(|side: Side| {
        let worth = |choice: &u8| {
            let mut both = PerSide([Some(other); 2]);
            both[side] = Some(ChoiceId(*choice));
            let mut after = *state;
            after.chance.dice = Dice::new(seed, Stream::Chance);
            after.choose(t, both, &mut ());
            evaluate(t, &after)[side]
        };
        (0..answers).max_by_key(worth).map(ChoiceId)
    });
    state.choose(t, given, &mut ());
}
