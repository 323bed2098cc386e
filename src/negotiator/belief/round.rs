//! A round in the past: what the other side could have done, and what it was seen to do.

use super::columns::Worth;
use super::hypothesis::Hypothesis;
use super::options::Options;
use super::refusal::Signing;
use super::scene::Scene;
use crate::rules::dice::Dice;
use crate::rules::plan::{CardId, Field, Plan, Table};
use crate::rules::tables::Tables;
use crate::rules::view::View;
use crate::rules::vocabulary::Tally;

/// A round in the past.
#[derive(Clone, Debug)]
pub struct Round {
    /// SAY, TABLE and FIELD.
    factors: [Options; 3],
    /// What each card of the deck would have added, by its number; `None` of one that could
    /// not be played.
    pub cards: Vec<Option<Worth>>,
    /// The chance that one who gives nothing, and one who decides by lot, would have been
    /// seen to say, table and do what was seen.
    pub set: [f32; 2],
    /// What was seen; of the card, all.
    pub seen: Plan,
    /// The treaty that both sides signed, if they did.
    signing: Option<Signing>,
}

impl Round {
    /// The round between two views, in which this side had planned so; `None` if the later
    /// view shows no plan of the other side.
    pub fn new(
        t: &Tables,
        before: &View,
        own: Plan,
        after: &View,
        dice: &mut Dice,
    ) -> Option<Self> {
        let side = before.side.other();
        let c = &after.common;
        let newly = c.played[side] & !before.common.played[side];
        let seen = Plan {
            say: c.said[side]?,
            table: c.tabled[side]?,
            field: c.seen[side]?,
            card: (newly != 0).then(|| CardId(newly.trailing_zeros() as u8)),
        };
        let scene = Scene::new(t, before, own, seen, dice);
        let set = [scene.unyielding(dice), scene.erratic()];
        let c = &before.common;
        let both = c.signs(side, seen.table) && c.signs(before.side, own.table);
        // A signer that changes the text in the same round spares the capitals the question.
        let changes = |table| {
            matches!(
                table,
                Table::Withdraw(_) | Table::Accept(_) | Table::AcceptBargain
            )
        };
        let asked = both && !changes(own.table) && !changes(seen.table);
        Some(Self {
            factors: scene.factors(),
            cards: scene.cards(),
            set,
            seen,
            signing: asked.then(|| Signing::new(before, after)),
        })
    }

    /// The chance that a side which was told this would have been seen to say, table and do
    /// what it did, and its capital to ratify or refuse.
    pub fn likelihood(&self, hypothesis: &Hypothesis) -> f32 {
        self.acts(hypothesis) * self.ratified(hypothesis)
    }

    /// The chance that a side which was told this, and weighs what it does, would have been
    /// seen to say, table and do what it did.
    pub fn acts(&self, hypothesis: &Hypothesis) -> f32 {
        let of = |factor: &Options| factor.likelihood(hypothesis);
        self.factors.iter().map(of).product()
    }

    /// The chance that its capital would have ratified or refused as it did.
    pub fn ratified(&self, hypothesis: &Hypothesis) -> f32 {
        let of = |signing: &Signing| signing.likelihood(hypothesis);
        self.signing.as_ref().map_or(1.0, of)
    }

    /// What a side that was told this may have done unseen: one act in the field, and one at
    /// the table.
    pub fn guess_unseen(&self, hypothesis: &Hypothesis, dice: &mut Dice) -> [Option<Tally>; 2] {
        // Options stand in the order of what is legal: to hold the line is the first at the
        // table, and the acts that may be missing in the field come after all that hide.
        let [_, table, field] = &self.factors;
        let field = match self.seen.field {
            Field::HoldFire => Some(match field.guess(hypothesis, dice) {
                n if n == Field::BuildUp as usize => Tally::BuildUp,
                n if n == Field::Covert as usize => Tally::Covert,
                _ => Tally::HoldFire,
            }),
            Field::BuildUp => Some(Tally::BuildUp),
            Field::Covert => Some(Tally::Covert),
            _ => None,
        };
        let probed = self.seen.table == Table::Hold && table.guess(hypothesis, dice) != 0;
        [field, probed.then_some(Tally::Probe)]
    }
}
