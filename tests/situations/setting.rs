//! What can be said of a position: of the clock, of each side, and of the treaty.

use crate::gulf::*;
use crate::position::Position;
use fog_of_peace::rules::clause::{
    Channel, Clause, ClauseId, Level, RedLine, Standing, Status, Wording,
};
use fog_of_peace::rules::meter::Tenths;
use fog_of_peace::rules::plan::{Table, Terms};
use fog_of_peace::rules::side::{PerSide, Side};
use fog_of_peace::rules::state::Phase;
use fog_of_peace::rules::vocabulary::Tally;

impl Position {
    // The clock and what is shared.

    /// So many rounds after this one.
    pub fn rounds_left(self, left: u8) -> Self {
        self.with(|s, _| s.common.round = s.common.rounds - left)
    }

    pub fn last_round(self) -> Self {
        self.rounds_left(0)
    }

    pub fn tension(self, points: i16) -> Self {
        self.with(|s, _| s.common.tension = Tenths::points(points))
    }

    pub fn fog(self, points: i16) -> Self {
        self.with(|s, _| s.common.fog = Tenths::points(points))
    }

    pub fn hope(self, points: i16) -> Self {
        self.with(|s, _| s.common.hope = Tenths::points(points))
    }

    pub fn patience(self, left: u8) -> Self {
        self.with(|s, _| s.common.patience = left)
    }

    pub fn incidents(self, so_far: u8) -> Self {
        self.with(|s, _| s.common.incidents = so_far)
    }

    // This side.

    pub fn face(self, points: i16) -> Self {
        self.with(|s, side| s.common.face[side] = Tenths::points(points))
    }

    /// In tenths, where a step decides.
    pub fn pressure(self, tenths: i16) -> Self {
        self.with(|s, side| s.own[side].pressure = Tenths(tenths))
    }

    pub fn strain(self, points: i16) -> Self {
        self.with(|s, side| s.own[side].strain = Tenths::points(points))
    }

    pub fn strength(self, points: i16) -> Self {
        self.with(|s, side| s.own[side].strength = Tenths::points(points))
    }

    pub fn drift(self, points: i16) -> Self {
        self.with(|s, side| s.own[side].drift = Tenths::points(points))
    }

    pub fn grip(self, steps: u8) -> Self {
        self.with(|s, side| s.common.grip[side] = steps)
    }

    /// Rounds left to carry out a threat.
    pub fn threatened(self, rounds: u8) -> Self {
        self.with(|s, side| s.common.threat[side] = rounds)
    }

    /// Out of the room this round.
    pub fn away(self) -> Self {
        self.with(|s, side| s.common.away[side] = 1)
    }

    /// Its desperate act is behind it.
    pub fn spent(self) -> Self {
        self.with(|s, side| s.own[side].desperate_spent = true)
    }

    pub fn did(self, what: Tally, times: u8) -> Self {
        self.with(|s, side| s.own[side].tallies[what as usize] = times)
    }

    pub fn mood(self, name: &str) -> Self {
        self.with(|s, side| s.own[side].mood = mood(side, name))
    }

    pub fn objectives(self, names: [&str; 2]) -> Self {
        self.with(|s, side| {
            s.own[side].objectives = names.map(|name| objective(side, name));
            s.own[side].objectives.sort_unstable();
        })
    }

    /// One red line, in place of the mild ones.
    pub fn red_line(self, clause: ClauseId, limit: u8) -> Self {
        let limit = Level(limit);
        self.with(|s, side| {
            s.own[side].red_lines = [Some(RedLine { clause, limit }), None, None];
        })
    }

    pub fn hand(self, cards: &[&str]) -> Self {
        self.with(|s, side| {
            for (slot, name) in s.own[side].hand.iter_mut().zip(cards) {
                *slot = Some(card(side, name));
            }
        })
    }

    pub fn waived(self) -> Self {
        self.with(|s, side| s.common.precondition[side] = false)
    }

    pub fn we_offer(self, clause: ClauseId, level: u8, channel: Channel) -> Self {
        let side = self.side;
        self.offer(side, clause, level, channel)
    }

    // The other side.

    /// A red line of theirs that was probed.
    pub fn their_red_line(self, clause: ClauseId, limit: u8) -> Self {
        let limit = Level(limit);
        self.with(|s, side| {
            s.own[side.other()].red_lines = [Some(RedLine { clause, limit }), None, None];
            s.own[side].probed.insert(clause);
        })
    }

    pub fn their_pressure(self, points: i16) -> Self {
        self.with(|s, side| s.own[side.other()].pressure = Tenths::points(points))
    }

    pub fn their_strain(self, points: i16) -> Self {
        self.with(|s, side| s.own[side.other()].strain = Tenths::points(points))
    }

    pub fn their_strength(self, points: i16) -> Self {
        self.with(|s, side| s.own[side.other()].strength = Tenths::points(points))
    }

    pub fn their_grip(self, steps: u8) -> Self {
        self.with(|s, side| s.common.grip[side.other()] = steps)
    }

    pub fn they_waived(self) -> Self {
        self.with(|s, side| s.common.precondition[side.other()] = false)
    }

    pub fn they_offer(self, clause: ClauseId, level: u8, channel: Channel) -> Self {
        let side = self.side.other();
        self.offer(side, clause, level, channel)
    }

    /// They signed alone a round ago.
    pub fn they_signed(self) -> Self {
        self.with(|s, side| {
            s.common.signed[side.other()] = true;
            s.common.tabled[side.other()] = Some(Table::Sign);
        })
    }

    pub fn their_bargain(self, terms: Terms) -> Self {
        self.with(|s, side| {
            s.common.bargain[side.other()] = Some(terms);
            s.own[side.other()].desperate_spent = true;
        })
    }

    // The treaty.

    /// Clauses in force in clear words.
    pub fn agreed(self, clauses: &[(ClauseId, u8)]) -> Self {
        (clauses.iter()).fold(self, |p, &(id, level)| p.settled(id, level, Status::Clear))
    }

    /// A clause in force in vague words.
    pub fn vague(self, clause: ClauseId, level: u8) -> Self {
        self.settled(clause, level, Status::Vague)
    }

    /// The public position of a side.
    pub fn stands(self, side: Side, clause: ClauseId, level: u8) -> Self {
        self.with(|s, _| {
            let move_to = |c: &mut Clause| {
                c.position[side] = Level(level);
            };
            s.common.clauses.change(clause, move_to);
        })
    }

    fn settled(self, clause: ClauseId, level: u8, status: Status) -> Self {
        self.with(|s, _| {
            let since = s.common.round.saturating_sub(1);
            s.common.clauses.change(clause, |c| {
                c.status = status;
                c.level = Level(level);
                c.position = PerSide([Level(level); 2]);
                c.standing = PerSide([None; 2]);
                c.since = since;
            });
        })
    }

    fn offer(self, side: Side, clause: ClauseId, level: u8, channel: Channel) -> Self {
        let offer = Standing {
            level: Level(level),
            wording: Wording::Clear,
            channel,
        };
        self.with(|s, _| {
            s.common.clauses.change(clause, |c| {
                c.standing[side] = Some(offer);
                if channel != Channel::Back {
                    c.position[side] = offer.level;
                }
            });
        })
    }

    /// This round's event waits for an answer.
    pub fn asked(self, name: &str) -> Self {
        self.with(|s, _| {
            let id = event(name);
            s.common.event = Some(id);
            s.common.phase = Phase::Choices;
            s.common.past[usize::from(id.0) / 64] |= 1 << (id.0 % 64);
        })
    }
}
