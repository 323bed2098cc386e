//! The hard-liner: gives nothing, tightens the grip, and takes what is brought to it.

use super::outlook::Outlook;
use super::scripted::Strategy;
use crate::rules::clause::Level;
use crate::rules::dice::Dice;
use crate::rules::plan::{Field, Say, Table};

pub(super) struct HardLiner;

impl Strategy for HardLiner {
    fn say(&mut self, o: &Outlook, dice: &mut Dice) -> Say {
        let threatened = o.common.threat[o.side] > 0;
        if !threatened && o.common.tension.whole() < 55 && dice.percent(30) {
            Say::Threaten
        } else {
            Say::Blame
        }
    }

    fn table(&mut self, o: &Outlook, dice: &mut Dice) -> Option<Table> {
        let ideal = Level::ideal(o.side);
        let surrender = o
            .offered()
            .find(|(_, offer)| ideal.concession(offer.level, o.side) <= 1)
            .map(|(id, _)| Table::Accept(id));
        let harden =
            || (o.t.clause_ids().map(Table::Harden)).find(|&table| o.legal.allows_table(table));
        let leave = || {
            let restless = o.own.pressure.whole() > 60 && o.common.tension.whole() < 60;
            (restless && dice.percent(30)).then_some(Table::WalkOut)
        };
        o.sign().or(surrender).or_else(harden).or_else(leave)
    }

    fn field(&mut self, o: &Outlook, dice: &mut Dice) -> Field {
        let due = o.common.threat[o.side] == 1;
        let tight = i32::from(o.common.grip[o.side]) >= o.t.constants.grip_max;
        let tense = o.common.tension.whole();
        if due || (!tight && tense < 65) {
            Field::Squeeze
        } else if tense < 60 && dice.percent(40) {
            Field::BuildUp
        } else {
            Field::HoldFire
        }
    }
}
