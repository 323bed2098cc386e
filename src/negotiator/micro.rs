//! `MiCRO` (de Jonge 2022): the smallest concession there is, and only when the other has
//! made as many.

use super::outlook::Outlook;
use super::scripted::Strategy;
use crate::rules::clause::{Channel, Wording};
use crate::rules::dice::Dice;
use crate::rules::plan::{Field, Say, Table};
use crate::rules::vocabulary::Tally;

pub(super) struct Micro;

impl Strategy for Micro {
    fn say(&mut self, o: &Outlook, _: &mut Dice) -> Say {
        o.calm_words()
    }

    fn table(&mut self, o: &Outlook, _: &mut Dice) -> Option<Table> {
        let moves = |tallies: &[u8; Tally::COUNT]| {
            tallies[Tally::Offer as usize].saturating_add(tallies[Tally::Accept as usize])
        };
        let (own, theirs) = (moves(&o.own.tallies), moves(o.theirs));
        let next = (o.t.clause_ids())
            .filter_map(|id| Some((id, o.next_step(id)?)))
            .min_by_key(|&(id, _)| (o.weight(id), id));
        let cost = next.map_or(0, |(id, _)| o.weight(id));
        let concede = || {
            let (id, level) = next?;
            let channels = [Channel::Mediator, Channel::Back, Channel::Open];
            o.offer(id, level, Wording::Clear, &channels)
        };
        o.sign()
            .or_else(|| o.accept(-cost))
            .or_else(|| o.waive(4))
            .or_else(|| (own <= theirs).then(concede).flatten())
            .or_else(|| o.clarify())
    }

    fn field(&mut self, o: &Outlook, dice: &mut Dice) -> Field {
        o.calm_deeds(dice)
    }
}
