//! The logroller: gives what costs it little and the other values much, and expects as much
//! in return.

use super::outlook::Outlook;
use super::scripted::Strategy;
use crate::rules::clause::{Channel, ClauseId, Level, Wording};
use crate::rules::dice::Dice;
use crate::rules::plan::{Field, Say, Table};

pub(super) struct Logroller;

/// What both gain by a level together, in tenths of a point: the size of the pie.
fn joint(o: &Outlook, id: ClauseId, level: Level) -> i32 {
    o.gain(id, level) + o.their_gain(id, level)
}

/// What this side has gained or lost by all that is in force.
fn balance(o: &Outlook) -> i32 {
    o.t.clause_ids()
        .filter(|&id| o.common.clause(id).agreed())
        .map(|id| o.gain(id, o.common.clause(id).level))
        .sum()
}

impl Strategy for Logroller {
    fn say(&mut self, o: &Outlook, _: &mut Dice) -> Say {
        o.calm_words()
    }

    fn table(&mut self, o: &Outlook, dice: &mut Dice) -> Option<Table> {
        // It lends so much before it asks to be paid back.
        let credit = 60 + balance(o);
        let take = || {
            (o.offered())
                .filter(|&(id, offer)| !o.crosses(id, offer.level))
                .filter(|&(id, offer)| o.gain(id, offer.level) >= -credit)
                .max_by_key(|&(id, offer)| joint(o, id, offer.level))
                .filter(|&(id, offer)| joint(o, id, offer.level) > 0)
                .map(|(id, _)| Table::Accept(id))
        };
        let give = || {
            let (id, level) = (o.t.clause_ids())
                .flat_map(|id| o.steps(id).map(move |level| (id, level)))
                .filter(|&(id, level)| o.gain(id, level) >= -credit)
                .max_by_key(|&(id, level)| (joint(o, id, level), o.gain(id, level)))
                .filter(|&(id, level)| joint(o, id, level) > 0)?;
            let channels = if dice.percent(50) {
                [Channel::Mediator, Channel::Back, Channel::Open]
            } else {
                [Channel::Back, Channel::Mediator, Channel::Open]
            };
            o.offer(id, level, Wording::Clear, &channels)
        };
        o.sign()
            .or_else(take)
            .or_else(|| o.waive(3))
            .or_else(give)
            .or_else(|| o.clarify())
    }

    fn field(&mut self, o: &Outlook, dice: &mut Dice) -> Field {
        o.calm_deeds(dice)
    }
}
