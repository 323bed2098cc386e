//! A round resolved: cards, words, deeds, the table; then incidents and blame, then the
//! home front, then endings.

mod concede;
mod endings;
mod field;
mod home;
mod incident;
mod say;
mod secret;
mod table;

pub use endings::{refusal, refuses};

use super::outcome::{Cause, Outcome, Sink};
use super::plan::{Decision, Plan};
use super::side::{PerSide, Side};
use super::state::{Phase, State};
use super::tables::Tables;
use super::turn::Turn;

impl State {
    /// Takes what both sides decided, answers or plans as it is asked for, and goes on. A side
    /// that decided nothing, or what it was not asked for, has the default.
    pub fn go_on<S: Sink>(&mut self, t: &Tables, decided: PerSide<Option<Decision>>, sink: &mut S) {
        let answer = |side| match decided[side] {
            Some(Decision::Choice(choice)) => Some(choice),
            _ => None,
        };
        let plan = |side| match decided[side] {
            Some(Decision::Plan(plan)) => plan,
            _ => Plan::DEFAULT,
        };
        match self.common.phase {
            Phase::Choices => self.choose(t, PerSide::from_fn(answer), sink),
            Phase::Plans => self.resolve(t, PerSide::from_fn(plan), sink),
            Phase::Over(_) => {}
        }
    }

    /// Resolves both plans and, unless that ends the game, opens the next round.
    ///
    /// Plans are expected to be legal; the parts of one that are not are done as far as they
    /// make sense and never panic.
    pub fn resolve<S: Sink>(&mut self, t: &Tables, plans: PerSide<Plan>, sink: &mut S) {
        if self.common.phase != Phase::Plans {
            return;
        }
        let mut turn = Turn::new(t, self, sink);
        turn.cards(plans);
        turn.words(plans);
        turn.deeds(plans);
        turn.table(plans);
        turn.incidents();
        turn.stick_blame();
        turn.home_front(plans);
        turn.endings(plans);
        if turn.s.ending().is_none() {
            turn.open_round();
        }
    }
}

impl<S: Sink> Turn<'_, S> {
    fn cards(&mut self, plans: PerSide<Plan>) {
        for side in Side::BOTH {
            let Some(card) = plans[side].card else {
                continue;
            };
            let hand = &mut self.s.own[side].hand;
            let Some(slot) = hand.iter().position(|&held| held == Some(card)) else {
                continue;
            };
            hand[slot] = None;
            self.s.common.played[side] |= 1 << card.0;
            self.put(Outcome::Played(side, card));
            let ops = self.t.card(side, card).ops;
            self.run(ops, side, Cause::Card(side, card));
        }
    }
}
