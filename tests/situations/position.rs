//! A position set up by hand, as one side would tell it: "two rounds left, they offer".

use fog_of_peace::rules::clause::{Channel, ClauseId, Level, RedLine, Standing, Status, Wording};
use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::dice::{Dice, Stream};
use fog_of_peace::rules::meter::Tenths;
use fog_of_peace::rules::plan::{CardId, EventId, Terms};
use fog_of_peace::rules::side::{PerSide, Side};
use fog_of_peace::rules::state::{Phase, State};
use fog_of_peace::rules::tables::Tables;
use fog_of_peace::rules::view::View;
use fog_of_peace::rules::vocabulary::Tally;
use fog_of_peace::scenario::Scenario;
use std::sync::LazyLock;

pub static GULF: LazyLock<Scenario> = LazyLock::new(|| Scenario::load("gulf").unwrap());

pub const ENRICHMENT: ClauseId = ClauseId(0);
pub const STOCKPILE: ClauseId = ClauseId(1);
pub const MISSILES: ClauseId = ClauseId(2);
pub const SANCTIONS: ClauseId = ClauseId(3);
pub const SHIPPING: ClauseId = ClauseId(4);
pub const GUARANTEES: ClauseId = ClauseId(5);
pub const INSPECTIONS: ClauseId = ClauseId(6);
pub const ALLIES: ClauseId = ClauseId(7);

/// A fair treaty, well guarded on both sides: just enough clauses to sign.
pub const TREATY: [(ClauseId, u8); 5] = [
    (STOCKPILE, 2),
    (INSPECTIONS, 1),
    (GUARANTEES, 3),
    (SANCTIONS, 3),
    (SHIPPING, 2),
];

pub fn tables() -> &'static Tables {
    &GULF.tables
}

/// A card of a side by its short name.
pub fn card(side: Side, name: &str) -> CardId {
    let cards = &GULF.text.sides[side].cards;
    CardId(cards.iter().position(|card| card.id == name).unwrap() as u8)
}

/// An event by its short name.
pub fn event(name: &str) -> EventId {
    let events = &GULF.text.events;
    EventId(events.iter().position(|event| event.id == name).unwrap() as u8)
}

/// An answer to an event by its short name.
pub fn answer(event: EventId, name: &str) -> u8 {
    let choices = &GULF.text.events[usize::from(event.0)].choices;
    choices.iter().position(|choice| choice.id == name).unwrap() as u8
}

/// A position in which one side is asked.
#[derive(Clone)]
pub struct Position {
    pub side: Side,
    pub state: State,
}

impl Position {
    /// A plain middle game: calm, nothing agreed, mild red lines, an empty hand.
    pub fn of(side: Side) -> Self {
        let mut state = State::deal(tables(), 1, Length::Standard, &mut ());
        state.common.phase = Phase::Plans;
        state.common.event = None;
        state.common.round = 6;
        let mild = |side: Side| match side {
            Side::Presser => [(MISSILES, 3), (SANCTIONS, 3)],
            Side::Holder => [(MISSILES, 1), (ALLIES, 1)],
        };
        for side in Side::BOTH {
            state.common.face[side] = Tenths::points(50);
            let own = &mut state.own[side];
            own.pressure = Tenths::points(45);
            own.strain = Tenths::points(40);
            own.strength = Tenths::points(60);
            own.trust = Tenths::points(40);
            own.drift = Tenths::points(1);
            own.red_lines = [None; 3];
            for (line, (clause, level)) in own.red_lines.iter_mut().zip(mild(side)) {
                let limit = Level(level);
                *line = Some(RedLine { clause, limit });
            }
        }
        state.own[side].hand = [None; 4];
        let aims = match side {
            Side::Presser => ["midterms", "know-them"],
            Side::Holder => ["sealed-lips", "signed-and-sealed"],
        };
        Self { side, state }
            .objectives(aims)
            .tension(40)
            .fog(50)
            .hope(40)
            .mood("legalist")
    }

    pub fn with(mut self, change: impl FnOnce(&mut State, Side)) -> Self {
        change(&mut self.state, self.side);
        self
    }

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
        self.with(|s, side| {
            let moods = &GULF.text.sides[side].moods;
            s.own[side].mood = moods.iter().position(|mood| mood.id == name).unwrap() as u8;
        })
    }

    pub fn objectives(self, names: [&str; 2]) -> Self {
        self.with(|s, side| {
            let known = &GULF.text.sides[side].objectives;
            let mut ids = names.map(|n| known.iter().position(|o| o.id == n).unwrap() as u8);
            ids.sort_unstable();
            s.own[side].objectives = ids;
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
            let move_to = |c: &mut fog_of_peace::rules::clause::Clause| {
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

    /// Brings in line what follows from the rest, and makes sure that a side could see this.
    pub fn ready(mut self) -> Self {
        let (t, k) = (tables(), &tables().constants);
        let c = &mut self.state.common;
        c.conceded = PerSide::from_fn(|side| {
            let steps = |id: ClauseId| {
                let moved =
                    Level::ideal(side).concession(c.clauses[id.index()].position[side], side);
                moved * i32::from(t.sides[side].profile.salience[id.index()]) / 100
            };
            t.clause_ids().map(steps).sum::<i32>() as u16
        });
        for side in Side::BOTH {
            let own = &mut self.state.own[side];
            own.cornered = own.pressure >= k.cornered_pressure
                || c.face[side] <= k.cornered_face
                || own.strength <= k.cornered_strength;
            c.signal[side] = own.cornered;
        }
        let view = self.view();
        let mut dice = Dice::new(7, Stream::Batch);
        for _ in 0..4 {
            let sampled = view.sample(t, &mut dice);
            assert_eq!(View::of(t, &sampled, self.side), view);
        }
        self
    }

    pub fn view(&self) -> View {
        View::of(tables(), &self.state, self.side)
    }
}
