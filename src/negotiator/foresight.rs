//! A step of looking ahead: what an answer or a card is likely to bring, over a few states
//! that the view allows.

use super::evaluate::evaluate;
use crate::rules::dice::Dice;
use crate::rules::legal::Legal;
use crate::rules::plan::{CardId, ChoiceId, EventId, Plan};
use crate::rules::side::PerSide;
use crate::rules::state::State;
use crate::rules::tables::Tables;
use crate::rules::view::View;

/// How many states are tried.
const STATES: usize = 8;
/// What a card must bring before it is spent, in tenths of a mission point.
const WORTHWHILE: i32 = 6;

/// A handful of states that the view allows.
pub(super) struct Foresight<'a> {
    t: &'a Tables,
    view: &'a View,
    states: [State; STATES],
}

impl<'a> Foresight<'a> {
    pub fn new(t: &'a Tables, view: &'a View, dice: &mut Dice) -> Self {
        let states = [(); STATES].map(|()| view.sample(t, dice));
        Self { t, view, states }
    }

    /// What comes of a move on average, for the viewer.
    fn value(&self, act: impl Fn(&mut State, usize)) -> i32 {
        let side = self.view.side;
        let sum: i32 = (self.states.iter().enumerate())
            .map(|(n, state)| {
                let mut after = *state;
                act(&mut after, n);
                evaluate(self.t, &after)[side]
            })
            .sum();
        sum / STATES as i32
    }

    /// The best answer to an event, if the other side answers anything.
    pub fn choice(&self, event: EventId) -> ChoiceId {
        let answers = self.t.event(event).choices.len().max(1);
        let value = |answer: ChoiceId| {
            self.value(|state, n| {
                let mut given = PerSide([Some(ChoiceId((n % answers) as u8)); 2]);
                given[self.view.side] = Some(answer);
                state.choose(self.t, given, &mut ());
            })
        };
        best((0..answers as u8).map(ChoiceId), value).map_or(ChoiceId(0), |(choice, _)| choice)
    }

    /// The card that adds most to a plan, if any adds enough.
    pub fn card(&self, legal: &Legal, plan: Plan) -> Option<CardId> {
        let value = |card: Option<CardId>| {
            self.value(|state, _| {
                let mut plans = PerSide([Plan::DEFAULT; 2]);
                plans[self.view.side] = Plan { card, ..plan };
                state.resolve(self.t, plans, &mut ());
            })
        };
        let (card, with) = best(legal.cards(), |card| value(Some(card)))?;
        (with >= value(None) + WORTHWHILE).then_some(card)
    }
}

/// The first of the options that no other exceeds, and its value.
fn best<T: Copy>(options: impl Iterator<Item = T>, value: impl Fn(T) -> i32) -> Option<(T, i32)> {
    options.fold(None, |best: Option<(T, i32)>, option| {
        let worth = value(option);
        match best {
            Some((_, so_far)) if so_far >= worth => best,
            _ => Some((option, worth)),
        }
    })
}
