//! Draws every part of every decision evenly from what is legal.

use super::Negotiator;
use super::own_dice::OwnDice;
use crate::rules::plan::{ChoiceId, Decision};
use crate::rules::state::Ask;
use crate::rules::tables::Tables;
use crate::rules::view::View;

/// Decides by lot.
#[derive(Clone, Debug)]
pub struct Random {
    dice: OwnDice,
}

impl Random {
    /// With its own dice.
    pub const fn new(dice: OwnDice) -> Self {
        Self { dice }
    }
}

impl Negotiator for Random {
    fn decide(&mut self, t: &Tables, view: &View) -> Decision {
        let mut dice = self.dice.at(view);
        match view.ask(t) {
            Some(Ask::Plan) => Decision::Plan(view.legal(t).random(&mut dice)),
            Some(Ask::Choice(event)) => {
                let answers = t.event(event).choices.len() as u32;
                Decision::Choice(ChoiceId(dice.below(answers) as u8))
            }
            None => Decision::Choice(ChoiceId(0)),
        }
    }
}
