//! The staller: speaks of progress, offers vague words on what costs nothing, rearms, and
//! never signs.

use super::outlook::Outlook;
use super::scripted::Strategy;
use crate::rules::clause::{Channel, Wording};
use crate::rules::dice::Dice;
use crate::rules::plan::{Field, Say, Table};

pub(super) struct Staller;

impl Strategy for Staller {
    fn say(&mut self, o: &Outlook, _: &mut Dice) -> Say {
        if o.common.said[o.side] == Some(Say::Progress) {
            Say::NoComment
        } else {
            Say::Progress
        }
    }

    fn table(&mut self, o: &Outlook, dice: &mut Dice) -> Option<Table> {
        let something_vague = || {
            let id = o.t.clause_ids().min_by_key(|&id| (o.weight(id), id))?;
            let level = o.next_step(id)?;
            o.offer(id, level, Wording::Vague, &[Channel::Back])
        };
        o.accept(1)
            .or_else(|| dice.percent(40).then(something_vague).flatten())
    }

    fn field(&mut self, o: &Outlook, dice: &mut Dice) -> Field {
        let tense = o.common.tension.whole();
        if tense < 60 && o.common.fog.whole() > 40 && dice.percent(60) {
            Field::BuildUp
        } else {
            Field::HoldFire
        }
    }
}
