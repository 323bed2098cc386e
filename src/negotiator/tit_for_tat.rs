//! Tit for tat (Axelrod 1984): opens kindly, then answers in kind at the table, in the
//! field and before the world.

use super::outlook::Outlook;
use super::scripted::Strategy;
use crate::rules::clause::{Channel, Wording};
use crate::rules::dice::Dice;
use crate::rules::plan::{Field, Say, Table};

pub(super) struct TitForTat;

impl Strategy for TitForTat {
    fn say(&mut self, o: &Outlook, _: &mut Dice) -> Say {
        o.common.said[o.side.other()].unwrap_or(Say::Measured)
    }

    fn table(&mut self, o: &Outlook, _: &mut Dice) -> Option<Table> {
        let c = &o.common;
        let (own, theirs) = (c.conceded[o.side], c.conceded[o.side.other()]);
        let answer = || {
            let id = (o.t.clause_ids())
                .filter(|&id| o.next_step(id).is_some())
                .min_by_key(|&id| (o.weight(id), id))?;
            let level = o.next_step(id)?;
            let channels = [Channel::Mediator, Channel::Open, Channel::Back];
            o.offer(id, level, Wording::Clear, &channels)
        };
        let kind_opening = c.round == 1;
        let waived = !c.precondition[o.side.other()];
        o.sign()
            .or_else(|| if waived { o.waive(0) } else { o.waive(4) })
            .or_else(|| o.accept(0))
            .or_else(|| (kind_opening || theirs > own).then(answer).flatten())
            .or_else(|| (theirs >= own).then(|| o.clarify()).flatten())
    }

    fn field(&mut self, o: &Outlook, _: &mut Dice) -> Field {
        match o.common.seen[o.side.other()] {
            Some(Field::AllOut) => Field::Strike,
            Some(field) => field,
            None => Field::HoldFire,
        }
    }
}
