//! The time-based conceder (Faratin, Sierra and Jennings 1998): what it asks for falls with
//! the time gone by, whatever the other does.

use super::outlook::Outlook;
use super::scripted::Strategy;
use crate::rules::clause::{Channel, ClauseId, Level, Wording};
use crate::rules::dice::Dice;
use crate::rules::plan::{Field, Say, Table};

pub(super) struct Conceder;

/// How far from its ideal it would go on a clause by now, in levels: a tactic with exponent
/// one, so neither Boulware nor hasty, and the further the less the clause weighs.
fn allowance(o: &Outlook, id: ClauseId) -> i32 {
    let public = &o.t.sides[o.side].profile;
    let dear = i32::from(public.salience[id.index()]).max(400);
    let levels = o.elapsed() * 4 * 1000 / dear;
    (levels / 100).min(3)
}

fn within(o: &Outlook, id: ClauseId, level: Level) -> bool {
    Level::ideal(o.side).concession(level, o.side) <= allowance(o, id)
}

impl Strategy for Conceder {
    fn say(&mut self, o: &Outlook, _: &mut Dice) -> Say {
        o.calm_words()
    }

    fn table(&mut self, o: &Outlook, _: &mut Dice) -> Option<Table> {
        let take = || {
            (o.offered())
                .filter(|&(id, offer)| within(o, id, offer.level) || o.gain(id, offer.level) >= 0)
                .find(|&(id, offer)| !o.crosses(id, offer.level))
                .map(|(id, _)| Table::Accept(id))
        };
        let give = || {
            let (id, level) = (o.t.clause_ids())
                .filter_map(|id| Some((id, o.next_step(id)?)))
                .filter(|&(id, level)| within(o, id, level))
                .min_by_key(|&(id, _)| (o.weight(id), id))?;
            let channels = [Channel::Open, Channel::Back];
            o.offer(id, level, Wording::Clear, &channels)
        };
        o.sign()
            .or_else(|| (o.elapsed() >= 50).then(|| o.waive(2)).flatten())
            .or_else(take)
            .or_else(give)
            .or_else(|| o.clarify())
    }

    fn field(&mut self, o: &Outlook, dice: &mut Dice) -> Field {
        o.calm_deeds(dice)
    }
}
