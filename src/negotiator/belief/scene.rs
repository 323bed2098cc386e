//! What each option would have brought the other side, had it been taken: every one is tried
//! on a few states that the view of then allows, with this side's plan as it was.

use super::columns::{Columns, Worth};
use super::habit;
use super::hypothesis::Levels;
use super::options::{NOISE, Options};
use crate::negotiator::Manner;
use crate::rules::clause::{ClauseId, Level, Status};
use crate::rules::dice::Dice;
use crate::rules::legal::{Legal, playable};
use crate::rules::odds;
use crate::rules::plan::{CardId, Field, Offer, Plan, Say, Table, Terms};
use crate::rules::side::{PerSide, Side};
use crate::rules::state::State;
use crate::rules::tables::Tables;
use crate::rules::view::View;

/// How many states are tried.
const STATES: usize = 8;
/// How often a set manner is asked in each of them what it would do.
const ASKED: usize = 16;

/// What is known of a round that is over.
pub struct Scene<'a> {
    t: &'a Tables,
    /// The other side.
    side: Side,
    states: Vec<State>,
    /// What this side did.
    own: Plan,
    /// What the other was seen to do.
    seen: Plan,
}

impl<'a> Scene<'a> {
    /// The round that was planned on this view.
    pub fn new(t: &'a Tables, before: &View, own: Plan, seen: Plan, dice: &mut Dice) -> Self {
        Self {
            t,
            side: before.side.other(),
            states: (0..STATES).map(|_| before.sample(t, dice)).collect(),
            own,
            seen,
        }
    }

    /// What the other side could have said, tabled and done.
    pub fn factors(&self) -> [Options; 3] {
        let state = &self.states[0];
        let legal = Legal::of(self.t, self.side, &state.common, &state.own[self.side]);
        [self.says(), self.tables(&legal), self.fields(&legal)]
    }

    /// What comes of a plan on the average. The other side did not know what this side planned,
    /// so that half of the states take this side's plan as it was, and half the plainest.
    fn outcome(&self, plan: Plan) -> Columns {
        self.promise(|n, state| {
            if let Some(card) = plan.card {
                state.own[self.side].hand[0] = Some(card);
            }
            let own = if n % 2 == 0 { self.own } else { Plan::DEFAULT };
            let mut plans = PerSide([own; 2]);
            plans[self.side] = plan;
            state.resolve(self.t, plans, &mut ());
        })
    }

    fn says(&self) -> Options {
        let mut options = Options::new(self.t, self.side);
        for say in Say::ALL {
            let columns = self.outcome(Plan { say, ..self.seen });
            let seen = f32::from(u8::from(say == self.seen.say));
            options.push(
                &columns.weigh(habit::SAY, habit::say(say)),
                Levels::default(),
                seen,
            );
        }
        options.finish()
    }

    fn fields(&self, legal: &Legal) -> Options {
        let mut options = Options::new(self.t, self.side);
        for field in legal.fields() {
            let columns = self.outcome(Plan { field, ..self.seen });
            options.push(
                &columns.weigh(habit::FIELD, habit::field(field)),
                Levels::default(),
                self.shown(field),
            );
        }
        options.finish()
    }

    fn tables(&self, legal: &Legal) -> Options {
        let mut options = Options::new(self.t, self.side);
        let mut tables: Vec<Table> = legal.tables().collect();
        tables.dedup_by(|a, b| alike(*a, *b));
        let hold = self.outcome(Plan {
            table: Table::Hold,
            ..self.seen
        });
        let now = self.promise(|_, _| ());
        for table in tables {
            let columns = match table {
                Table::Hold => hold.clone(),
                Table::Offer(Offer { clause, level, .. }) => {
                    let settled = self.promise(|_, state| settle(state, clause, level));
                    let mut columns = hold.clone();
                    columns.shift(&now, &settled);
                    columns
                }
                _ => self.outcome(Plan { table, ..self.seen }),
            };
            let seen = self.looks(table);
            let worth = columns.weigh(habit::TABLE, habit::table(table));
            options.push(&worth, self.grants(table), f32::from(u8::from(seen)));
        }
        options.finish()
    }

    /// The chance that a side which gives nothing would have been seen to say, table and do
    /// what it did: as often as that manner does so in the states.
    pub fn unyielding(&self, dice: &mut Dice) -> f32 {
        let mut seen = [0.0; 3];
        for state in &self.states {
            let asked =
                (0..ASKED).filter_map(|_| Manner::Unyielding.plan(self.t, state, self.side, dice));
            for plan in asked {
                let same = [plan.say == self.seen.say, self.looks(plan.table)];
                let same = same.map(|same| f32::from(u8::from(same)));
                seen[0] += same[0];
                seen[1] += same[1];
                seen[2] += self.shown(plan.field);
            }
        }
        let asked = (STATES * ASKED) as f32;
        let even = self.even();
        let likely = |(seen, even): (f32, f32)| (1.0 - NOISE) * seen / asked + NOISE * even;
        seen.into_iter().zip(even).map(likely).product()
    }

    /// The chance that a side which decides by lot would have.
    pub fn erratic(&self) -> f32 {
        self.even().into_iter().product()
    }

    /// The chance to be seen to say, table and do what was seen if all that is legal is as
    /// likely.
    fn even(&self) -> [f32; 3] {
        let state = &self.states[0];
        let legal = Legal::of(self.t, self.side, &state.common, &state.own[self.side]);
        let looks = legal.tables().filter(|&table| self.looks(table)).count();
        let shown: f32 = legal.fields().map(|field| self.shown(field)).sum();
        [
            1.0 / Say::ALL.len() as f32,
            looks as f32 / legal.table_count() as f32,
            shown / legal.fields().count() as f32,
        ]
    }

    /// Whether a decision at the table looks as what was seen.
    fn looks(&self, table: Table) -> bool {
        alike(table.seen(), self.seen.table)
    }

    /// The chance that something done in the field looks as what was seen.
    fn shown(&self, field: Field) -> f32 {
        let common = &self.states[0].common;
        let shown = odds::seen(&self.t.constants, common, field) as f32 / 1000.0;
        if field == self.seen.field {
            shown
        } else if self.seen.field == Field::HoldFire {
            1.0 - shown
        } else {
            0.0
        }
    }

    /// What each card of its deck would have added; `None` of one that could not be played.
    pub fn cards(&self) -> Vec<Option<Worth>> {
        let without = self.outcome(Plan {
            card: None,
            ..self.seen
        });
        let nothing = Columns::new(self.t, self.side);
        let (common, own) = (&self.states[0].common, &self.states[0].own[self.side]);
        let added = |card: CardId| {
            let gone = common.played[self.side] >> card.0 & 1 == 1;
            if gone || !playable(self.t, self.side, common, own, card) {
                return None;
            }
            let mut columns = self.outcome(Plan {
                card: Some(card),
                ..self.seen
            });
            columns.shift(&without, &nothing);
            Some(columns.weigh(habit::CARD, habit::PLAY))
        };
        let cards = 0..self.t.sides[self.side].cards.len() as u8;
        cards.map(CardId).map(added).collect()
    }

    /// What the states promise on the average once they have been changed, each by its place.
    fn promise(&self, change: impl Fn(usize, &mut State)) -> Columns {
        let mut columns = Columns::new(self.t, self.side);
        for (n, mut state) in self.states.iter().copied().enumerate() {
            change(n, &mut state);
            columns.add(self.t, state, self.side);
        }
        columns.divide(STATES as f32);
        columns
    }

    /// What a decision at the table agrees to, or asks for.
    fn grants(&self, table: Table) -> Levels {
        let c = &self.states[0].common;
        let (side, them) = (self.side, self.side.other());
        let mut grants = Levels::default();
        match table {
            Table::Offer(offer) => grants.add(Levels::one(offer.clause, offer.level)),
            Table::Accept(id) => grants.add(Levels::one(id, c.clause(id).on_offer(them).level)),
            Table::Clarify(id) => {
                grants.add(Levels::one(id, c.clause(id).level.toward(them)));
            }
            Table::Sign => {
                for id in c.clauses.clear().iter() {
                    grants.add(Levels::one(id, c.clause(id).level));
                }
            }
            Table::Bargain(terms) => self.bargain(side, terms, &mut grants),
            Table::AcceptBargain => {
                if let Some(terms) = c.bargain[them] {
                    self.bargain(them, terms, &mut grants);
                }
            }
            _ => {}
        }
        grants
    }

    fn bargain(&self, by: Side, terms: Terms, grants: &mut Levels) {
        let c = &self.states[0].common;
        for id in c.clauses.open().iter() {
            grants.add(Levels::one(id, c.clause(id).bargained(by, terms)));
        }
    }
}

/// Whether two decisions at the table, which are listed one after the other, count as one:
/// offers of the same, however worded and sent, and all that feel out a clause.
fn alike(a: Table, b: Table) -> bool {
    match (a, b) {
        (Table::Offer(a), Table::Offer(b)) => (a.clause, a.level) == (b.clause, b.level),
        (Table::Probe(_), Table::Probe(_)) => true,
        _ => a == b,
    }
}

/// Puts a clause in force in clear words.
fn settle(state: &mut State, id: ClauseId, level: Level) {
    state.common.clauses.change(id, |clause| {
        clause.status = Status::Clear;
        clause.level = level;
        clause.standing = PerSide([None, None]);
    });
}
