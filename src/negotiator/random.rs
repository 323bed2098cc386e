//! Draws every part of every decision evenly from what is legal.

use super::Negotiator;
use crate::rules::dice::Dice;
use crate::rules::plan::{ChoiceId, Decision};
use crate::rules::state::Ask;
use crate::rules::tables::Tables;
use crate::rules::view::View;

/// Decides by lot.
#[derive(Clone, Debug)]
pub struct Random {
    dice: Dice,
}

impl Random {
    /// With its own dice.
    pub const fn new(dice: Dice) -> Self {
        Self { dice }
    }
}

impl Negotiator for Random {
    fn decide(&mut self, t: &Tables, view: &View) -> Decision {
        match view.ask(t) {
            Some(Ask::Plan) => Decision::Plan(view.legal(t).random(&mut self.dice)),
            Some(Ask::Choice(event)) => {
                let answers = t.event(event).choices.len() as u32;
                Decision::Choice(ChoiceId(self.dice.below(answers) as u8))
            }
            None => Decision::Choice(ChoiceId(0)),
        }
    }
}
