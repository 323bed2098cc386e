//! In what manner a side decides: the kinds of player that a search reckons with (types, on
//! which a player holds a belief: Harsanyi 1967).
//!
//! Most weigh what each decision brings, as the search does itself. But some give nothing
//! whatever happens, and some follow no reason at all; who takes them for one that weighs
//! waits for concessions that never come.

use super::hard_liner::HardLiner;
use super::outlook::Outlook;
use super::scripted::follow;
use super::search::any_card;
use crate::rules::dice::Dice;
use crate::rules::legal::random_plan;
use crate::rules::plan::Plan;
use crate::rules::side::Side;
use crate::rules::state::State;
use crate::rules::tables::Tables;

/// A kind of player.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Manner {
    /// Weighs what its decisions bring.
    #[default]
    Weighing,
    /// Gives nothing, and takes what is brought to it.
    Unyielding,
    /// Decides by lot.
    Erratic,
}

impl Manner {
    /// Every manner.
    pub const ALL: [Self; 3] = [Self::Weighing, Self::Unyielding, Self::Erratic];

    /// As in the keys of its words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Weighing => "weighing",
            Self::Unyielding => "unyielding",
            Self::Erratic => "erratic",
        }
    }

    /// What a side of this manner plans in a state; `None` if it weighs what to do.
    pub fn plan(self, t: &Tables, state: &State, side: Side, dice: &mut Dice) -> Option<Plan> {
        match self {
            Self::Weighing => None,
            Self::Unyielding => {
                let outlook = Outlook::imagined(t, state, side);
                let plan = follow(&mut HardLiner, &outlook, dice);
                let card = any_card(t, state, side, dice);
                Some(Plan { card, ..plan })
            }
            Self::Erratic => {
                let own = &state.own[side];
                Some(random_plan(t, side, &state.common, own, dice))
            }
        }
    }
}
