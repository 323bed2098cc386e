//! A state being changed: the few moves that every rule is made of.

use super::clause::{Clause, ClauseId, ClauseSet, Level, Status, Wording, worth};
use super::constants::Constants;
use super::dice::Dice;
use super::ending::{Class, Ending};
use super::meter::{Gauge, Meter, Tenths};
use super::outcome::{By, Cause, Change, Outcome, Sink};
use super::plan::CardId;
use super::side::{PerSide, Side};
use super::state::State;
use super::tables::Tables;

/// A state in the middle of a round.
pub(super) struct Turn<'a, S> {
    /// The scenario.
    pub t: &'a Tables,
    /// The state.
    pub s: &'a mut State,
    sink: &'a mut S,
    /// Steps of blame that this round has laid on each side.
    pub blame: PerSide<u8>,
    /// The war that this round has brought, if any.
    pub war: Option<Ending>,
    /// Whether a clause was agreed this round.
    pub settled: bool,
    /// The clauses in clear words when the round's plans were made: what a signature is put to.
    pub text: ClauseSet,
}

impl<'a, S: Sink> Turn<'a, S> {
    pub fn new(t: &'a Tables, s: &'a mut State, sink: &'a mut S) -> Self {
        let text = s.common.clauses.clear();
        Self {
            t,
            s,
            sink,
            blame: PerSide([0, 0]),
            war: None,
            settled: false,
            text,
        }
    }

    #[inline]
    pub fn k(&self) -> &'a Constants {
        &self.t.constants
    }

    #[inline]
    pub fn dice(&mut self) -> &mut Dice {
        &mut self.s.chance.dice
    }

    #[inline]
    pub fn put(&mut self, outcome: Outcome) {
        if S::LISTENS {
            self.sink.put(outcome);
        }
    }

    /// Moves a meter by some tenths within its range, and says so if it moved.
    #[inline]
    pub fn change(&mut self, meter: Meter, by: impl Into<i32>, cause: Cause) {
        let place = self.s.meter_mut(meter);
        let from = *place;
        let to = match meter {
            Meter::Shock => (from.get() + by.into()).clamp(-500, 500),
            _ => (from.get() + by.into()).clamp(0, 1000),
        };
        let to = Tenths(to as i16);
        *place = to;
        if S::LISTENS && from != to {
            self.sink.put(Outcome::Change(Change {
                meter,
                from,
                to,
                cause,
            }));
        }
    }

    /// Moves a gauge up for several reasons. None of the amounts may be negative: then their
    /// sum, held within the range once, ends where each of them would in turn.
    #[inline]
    pub fn raise<const N: usize>(&mut self, side: Side, gauge: Gauge, by: [(i32, Cause); N]) {
        if S::LISTENS {
            for (by, cause) in by {
                self.gauge(side, gauge, by, cause);
            }
        } else if let Some((_, cause)) = by.first() {
            let sum: i32 = by.iter().map(|(by, _)| by).sum();
            self.gauge(side, gauge, sum, *cause);
        }
    }

    /// Moves one side's gauge.
    #[inline]
    pub fn gauge(&mut self, side: Side, gauge: Gauge, by: impl Into<i32>, cause: Cause) {
        self.change(Meter::Of(side, gauge), by, cause);
    }

    /// Changes a clause.
    #[inline]
    pub fn clause<R>(&mut self, id: ClauseId, change: impl FnOnce(&mut Clause) -> R) -> R {
        self.s.common.clauses.change(id, change)
    }

    /// Puts a clause in force, with what that brings both sides.
    pub fn settle(&mut self, id: ClauseId, level: Level, wording: Wording, by: By) {
        let round = self.s.common.round;
        self.clause(id, |clause| {
            clause.status = match wording {
                Wording::Clear => Status::Clear,
                Wording::Vague => Status::Vague,
            };
            clause.level = level;
            clause.standing = PerSide([None, None]);
            clause.since = round;
        });
        self.settled = true;
        self.put(Outcome::Agreed {
            clause: id,
            level,
            wording,
            by,
        });
        let k = self.k();
        let cause = match by {
            By::Bargain(_) => Cause::Bargain,
            _ => Cause::Agreement(id),
        };
        for side in Side::BOTH {
            // Half a bargain is something to show at home; the other side's own words are not.
            let shown = (worth(side, level.tenths()) / 5).min(100);
            self.gauge(side, Gauge::Face, k.agree_face.percent(shown), cause);
            let quieter = k.agree_pressure.percent(shown);
            self.gauge(side, Gauge::Pressure, -quieter, cause);
            self.gauge(side, Gauge::Trust, k.agree_trust, cause);
        }
        self.change(Meter::Hope, k.agree_hope, cause);
        let fog = match wording {
            Wording::Clear => -k.clear_fog,
            Wording::Vague => k.vague_fog,
        };
        self.change(Meter::Fog, fog, cause);
    }

    /// Makes a vague clause clear at its present level.
    pub fn make_clear(&mut self, id: ClauseId, by: Option<Side>) {
        let round = self.s.common.round;
        let level = self.clause(id, |clause| {
            clause.status = Status::Clear;
            clause.since = round;
            clause.level
        });
        self.put(Outcome::Clarified {
            clause: id,
            level,
            by,
        });
        let k = self.k();
        self.change(Meter::Fog, -k.clear_fog, Cause::Clarified(id));
        self.change(Meter::Hope, k.agree_hope.percent(50), Cause::Clarified(id));
    }

    /// Opens a clause again, each side back where it stood in public; what was performed
    /// and cannot be undone becomes what holds without agreement.
    pub fn unsettle(&mut self, id: ClauseId) {
        let keep = 100 - i32::from(self.t.clauses[id.index()].reversible);
        self.clause(id, |clause| {
            let quo = i32::from(clause.quo);
            let share = match clause.status {
                Status::Clear => keep,
                _ => keep / 2,
            };
            clause.quo = (quo + (clause.level.tenths() - quo) * share / 100).clamp(0, 40) as u8;
            clause.status = Status::Open;
            clause.standing = PerSide([None, None]);
        });
    }

    /// A vague clause breaks into a dispute.
    pub fn break_clause(&mut self, id: ClauseId) {
        if self.s.common.clause(id).status != Status::Vague {
            return;
        }
        self.unsettle(id);
        self.put(Outcome::Broke(id));
        let k = self.k();
        let cause = Cause::Dispute(id);
        for side in Side::BOTH {
            self.gauge(side, Gauge::Trust, -k.break_trust, cause);
        }
        self.change(Meter::Tension, k.break_tension, cause);
        self.change(Meter::Hope, -k.break_hope, cause);
    }

    /// A clause in force is open again.
    pub fn reopen(&mut self, id: ClauseId) {
        if self.s.common.clause(id).agreed() {
            self.unsettle(id);
            self.put(Outcome::Reopened(id));
        }
    }

    /// A side learns what a clause means to the other.
    pub fn learn(&mut self, side: Side, id: ClauseId) {
        self.s.own[side].probed.insert(id);
        self.put(Outcome::Learned(side, id));
    }

    /// A side draws a card, if its hand has room and its deck a card.
    pub fn draw_card(&mut self, side: Side) {
        let own = &mut self.s.own[side];
        let Some(slot) = own.room() else {
            return;
        };
        let table = &self.t.sides[side];
        let n = table.cards.len() as u32;
        let gone = own.held() | self.s.common.played[side];
        if table.deck() & !gone == 0 {
            return;
        }
        // The deck is a set: a card is drawn again until one comes that has not left it.
        let card = loop {
            let card = self.s.chance.dice.below(n) as u8;
            if gone >> card & 1 == 0 {
                break CardId(card);
            }
        };
        own.hand[slot] = Some(card);
        self.put(Outcome::Drew(side, card));
    }

    /// Ends the game. War tears up whatever was agreed; what has been done and cannot be undone
    /// remains.
    pub fn end(&mut self, ending: Ending) {
        if ending.class() == Class::War {
            let torn = self.s.common.clauses.agreed();
            torn.iter().for_each(|id| self.unsettle(id));
        }
        self.s.common.phase = super::state::Phase::Over(ending);
        self.put(Outcome::Ended(ending));
    }
}
