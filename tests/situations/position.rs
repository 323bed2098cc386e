//! A position set up by hand, as one side would tell it: "two rounds left, they offer".

use crate::gulf::*;
use fog_of_peace::rules::clause::{ClauseId, Level, RedLine};
use fog_of_peace::rules::deal::Length;
use fog_of_peace::rules::dice::{Dice, Stream};
use fog_of_peace::rules::meter::Tenths;
use fog_of_peace::rules::side::{PerSide, Side};
use fog_of_peace::rules::state::{Phase, State};
use fog_of_peace::rules::view::View;
use fog_of_peace::rules::vocabulary::Timer;

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
        state.common.timers = [0; Timer::COUNT];
        state.common.shock = Tenths::ZERO;
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
