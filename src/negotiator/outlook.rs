//! How the table looks from one side: what texts are worth to it, and what they cost.

use crate::rules::clause::{Channel, ClauseId, Level, Standing, Wording, worth};
use crate::rules::dice::Dice;
use crate::rules::legal::Legal;
use crate::rules::plan::{Field, Offer, Say, Table};
use crate::rules::refuses;
use crate::rules::side::Side;
use crate::rules::state::{Common, Private, State};
use crate::rules::tables::Tables;
use crate::rules::view::View;
use crate::rules::vocabulary::Tally;

/// A side's view of the table, with what it may do.
pub(super) struct Outlook<'a> {
    pub t: &'a Tables,
    pub side: Side,
    pub common: &'a Common,
    pub own: &'a Private,
    /// What the other side has been seen to do.
    pub theirs: &'a [u8; Tally::COUNT],
    pub legal: Legal,
}

impl<'a> Outlook<'a> {
    /// Of the side whose view it is.
    pub fn new(t: &'a Tables, view: &'a View) -> Self {
        Self {
            t,
            side: view.side,
            common: &view.common,
            own: &view.own,
            theirs: &view.other.tallies,
            legal: view.legal(t),
        }
    }

    /// Of a side in a state that is thought to be possible.
    pub fn imagined(t: &'a Tables, state: &'a State, side: Side) -> Self {
        let (common, own) = (&state.common, &state.own[side]);
        Self {
            t,
            side,
            common,
            own,
            theirs: &state.own[side.other()].tallies,
            legal: Legal::of(t, side, common, own),
        }
    }

    /// The share of the game gone by, in percent.
    pub fn elapsed(&self) -> i32 {
        let c = &self.common;
        (i32::from(c.round) - 1) * 100 / i32::from(c.rounds).max(2).saturating_sub(1)
    }

    /// What going from what holds now to a level is worth to this capital, in tenths of a
    /// point of clause value.
    pub fn gain(&self, id: ClauseId, level: Level) -> i32 {
        let mood = self.own.mood(self.t, self.side);
        self.change(self.side, i32::from(mood.weights[id.index()]), id, level)
    }

    /// The same for the other side, by the weights that everybody knows.
    pub fn their_gain(&self, id: ClauseId, level: Level) -> i32 {
        let them = self.side.other();
        let weight = self.t.sides[them].profile.weights[id.index()];
        self.change(them, i32::from(weight), id, level)
    }

    fn change(&self, side: Side, weight: i32, id: ClauseId, level: Level) -> i32 {
        let quo = i32::from(self.common.clause(id).quo);
        weight * (worth(side, level.tenths()) - worth(side, quo)) / 100
    }

    /// What one level of the clause costs this capital, in tenths of a point.
    pub fn weight(&self, id: ClauseId) -> i32 {
        let mood = self.own.mood(self.t, self.side);
        i32::from(mood.weights[id.index()]) * 10 / 4
    }

    /// Whether the capital would never ratify that.
    pub fn crosses(&self, id: ClauseId, level: Level) -> bool {
        self.own.crosses(self.side, id, level)
    }

    /// The clauses on which the other has made an offer that can be taken now.
    pub fn offered(&self) -> impl Iterator<Item = (ClauseId, Standing)> {
        let them = self.side.other();
        self.t
            .clause_ids()
            .filter(|&id| self.legal.allows_table(Table::Accept(id)))
            .filter_map(move |id| Some((id, self.common.clause(id).standing[them]?)))
    }

    /// The best of those offers, if it gains at least so much and crosses no red line.
    pub fn accept(&self, at_least: i32) -> Option<Table> {
        self.offered()
            .filter(|&(id, offer)| !self.crosses(id, offer.level))
            .map(|(id, offer)| (self.gain(id, offer.level), id))
            .filter(|&(gain, _)| gain >= at_least)
            .max_by_key(|&(gain, id)| (gain, std::cmp::Reverse(id)))
            .map(|(_, id)| Table::Accept(id))
    }

    /// The levels this side may still offer on a clause that its capital could live with,
    /// from its own position on.
    pub fn steps(&self, id: ClauseId) -> impl Iterator<Item = Level> {
        let side = self.side;
        let own = self.common.clause(id).reach(side);
        let mut levels: [Option<Level>; 5] = [None; 5];
        for level in self.legal.levels(id).filter(|&l| !self.crosses(id, l)) {
            levels[own.concession(level, side).unsigned_abs() as usize % 5] = Some(level);
        }
        levels.into_iter().flatten()
    }

    /// The first step beyond what this side has already put forward.
    pub fn next_step(&self, id: ClauseId) -> Option<Level> {
        let side = self.side;
        let own = self.common.clause(id).reach(side);
        self.steps(id).find(|&l| own.concession(l, side) > 0)
    }

    /// An offer, in the first of the given channels that is open; `None` if it is not legal.
    pub fn offer(
        &self,
        id: ClauseId,
        level: Level,
        wording: Wording,
        channels: &[Channel],
    ) -> Option<Table> {
        channels
            .iter()
            .map(|&channel| {
                Table::Offer(Offer {
                    clause: id,
                    level,
                    wording,
                    channel,
                })
            })
            .find(|&table| self.legal.allows_table(table))
    }

    /// Whether this capital would ratify the treaty as it stands.
    pub fn would_ratify(&self) -> bool {
        refuses(self.t, self.common, self.own, self.side).is_none()
    }

    /// Signing, if that is possible and would be ratified.
    pub fn sign(&self) -> Option<Table> {
        (self.legal.allows_table(Table::Sign) && self.would_ratify()).then_some(Table::Sign)
    }

    /// Giving up the precondition, once so many clauses are in force.
    pub fn waive(&self, agreed: u8) -> Option<Table> {
        let ripe = self.common.agreed().0 >= agreed;
        (ripe && self.legal.allows_table(Table::Waive)).then_some(Table::Waive)
    }

    /// Taking the other's reading of the vague clause where that costs least.
    pub fn clarify(&self) -> Option<Table> {
        self.t
            .clause_ids()
            .filter(|&id| self.legal.allows_table(Table::Clarify(id)))
            .min_by_key(|&id| self.weight(id))
            .map(Table::Clarify)
    }

    /// Words that keep home quiet without promising much.
    pub fn calm_words(&self) -> Say {
        let again = self.common.said[self.side] == Some(Say::Progress);
        if self.own.pressure.whole() > 50 && !again {
            Say::Progress
        } else {
            Say::Measured
        }
    }

    /// An act that keeps the peace: eases when it is dangerous, rearms when weak.
    pub fn calm_deeds(&self, dice: &mut Dice) -> Field {
        let tense = self.common.tension.whole();
        if tense > 65 && self.legal.allows_field(Field::Ease) {
            Field::Ease
        } else if self.own.strength.whole() < 35 && tense < 60 && dice.percent(60) {
            Field::BuildUp
        } else {
            Field::HoldFire
        }
    }
}
