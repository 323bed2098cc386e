//! The deal: starting meters, instructions and hands, from a seed.

use super::clause::{ClauseSet, Level, RedLine};
use super::dice::{Dice, Stream};
use super::meter::Tenths;
use super::outcome::Sink;
use super::side::{PerSide, Side};
use super::state::{Chance, Common, HAND, OBJECTIVES, Phase, Private, State};
use super::tables::{MAX_RED_LINES, SideTable, Tables};
use super::treaty::Treaty;
use super::turn::Turn;
use super::vocabulary::{Tally, Timer};
use serde::{Deserialize, Serialize};

/// How many rounds a game has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Length {
    /// For a lesson.
    Short,
    /// As calibrated.
    #[default]
    Standard,
    /// For an evening.
    Long,
}

impl Length {
    /// Every length.
    pub const ALL: [Self; 3] = [Self::Short, Self::Standard, Self::Long];

    /// In rounds.
    pub fn rounds(self, t: &Tables) -> u8 {
        let k = &t.constants;
        (match self {
            Self::Short => k.rounds_short,
            Self::Standard => k.rounds_standard,
            Self::Long => k.rounds_long,
        }) as u8
    }
}

impl State {
    /// Deals a game and opens its first round.
    ///
    /// The same tables, seed and length give the same state on every machine.
    pub fn deal<S: Sink>(t: &Tables, seed: u64, length: Length, sink: &mut S) -> Self {
        let mut dice = Dice::new(seed, Stream::Deal);
        let spread = t.constants.deal_spread.get();
        let mut vary = |start: Tenths| {
            // Whole points, so that the briefing reads plainly.
            let by = dice.between(-spread / 10, spread / 10) * 10;
            Tenths::of(start.get() + by).clamped()
        };
        let k = &t.constants;
        let shared = [k.start_tension, k.start_fog, k.start_hope].map(&mut vary);
        let starts = PerSide::from_fn(|side| t.sides[side].start.map(&mut vary));
        let own = PerSide::from_fn(|side| private(t, side, &starts[side], &mut dice));
        let common = Common {
            round: 0,
            rounds: length.rounds(t),
            phase: Phase::Plans,
            tension: shared[0],
            fog: shared[1],
            hope: shared[2],
            shock: Tenths::ZERO,
            face: PerSide::from_fn(|side| starts[side][1]),
            clauses: Treaty::untouched(t),
            precondition: PerSide([true, true]),
            conceded: PerSide([0, 0]),
            first: None,
            patience: k.start_patience as u8,
            away: PerSide([0, 0]),
            threat: PerSide([0, 0]),
            grip: PerSide::from_fn(|side| t.sides[side].grip),
            rally: PerSide([0, 0]),
            struck: PerSide([false, false]),
            timers: [0; Timer::COUNT],
            bargain: PerSide([None, None]),
            signed: PerSide([false, false]),
            enforce: PerSide([0, 0]),
            incidents: 0,
            said: PerSide([None, None]),
            seen: PerSide([None, None]),
            tabled: PerSide([None, None]),
            signal: PerSide([false, false]),
            event: None,
            next_kind: None,
            past: [0, 0],
            played: PerSide([0, 0]),
        };
        let chance = Chance {
            dice: Dice::new(seed, Stream::Chance),
            next: None,
        };
        let mut state = Self {
            common,
            own,
            chance,
        };
        let mut turn = Turn::new(t, &mut state, sink);
        for side in Side::BOTH {
            for _ in 0..HAND {
                turn.draw_card(side);
            }
        }
        turn.pick_next_event();
        turn.open_round();
        state
    }
}

fn private(t: &Tables, side: Side, start: &[Tenths; 5], dice: &mut Dice) -> Private {
    let table = &t.sides[side];
    let k = &t.constants;
    let instructions = Instructions::draw(table, side, dice);
    Private {
        pressure: start[0],
        strain: start[2],
        strength: start[3],
        trust: start[4],
        drift: Tenths::of(dice.between(k.drift_min.get(), k.drift_max.get())),
        mood: instructions.mood,
        red_lines: instructions.red_lines,
        objectives: instructions.objectives,
        hand: [None; HAND],
        probed: ClauseSet::EMPTY,
        cornered: false,
        desperate_spent: false,
        package: false,
        tallies: [0; Tally::COUNT],
    }
}

/// What a capital tells its negotiator and nobody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Instructions {
    /// The mood, by its place in the scenario.
    pub mood: u8,
    /// Two or three red lines, in agenda order.
    pub red_lines: [Option<RedLine>; MAX_RED_LINES],
    /// Two objectives, by their place in the scenario, in its order.
    pub objectives: [u8; OBJECTIVES],
}

impl Instructions {
    /// Draws them as the deal does; a negotiator draws the other side's from this too.
    pub fn draw(table: &SideTable, side: Side, dice: &mut Dice) -> Self {
        let shares: u32 = table.moods.iter().map(|m| u32::from(m.share)).sum();
        let mut pick = dice.below(shares);
        let mut mood = 0;
        for (index, m) in table.moods.iter().enumerate() {
            let share = u32::from(m.share);
            if pick < share {
                mood = index as u8;
                break;
            }
            pick -= share;
        }
        let lines = if dice.percent(50) { 3 } else { 2 };
        let mut red_lines = [None; MAX_RED_LINES];
        let mut drawn = 0u64;
        for line in red_lines.iter_mut().take(lines.min(table.red_lines.len())) {
            let at = draw_new(&mut drawn, table.red_lines.len(), dice);
            let place = &table.red_lines[at];
            let range = place.strict.concession(place.mild, side).max(0);
            let step = dice.between(0, range) as u8;
            let limit = match side {
                Side::Presser => Level(place.strict.0 + step),
                Side::Holder => Level(place.strict.0 - step),
            };
            *line = Some(RedLine {
                clause: place.clause,
                limit,
            });
        }
        red_lines.sort_by_key(|line| line.map_or(u8::MAX, |line| line.clause.0));
        let mut drawn = 0u64;
        let mut objectives =
            [0; OBJECTIVES].map(|_| draw_new(&mut drawn, table.objectives.len(), dice) as u8);
        objectives.sort_unstable();
        Self {
            mood,
            red_lines,
            objectives,
        }
    }
}

/// A number below `n` that is not in the set yet, and now is. `n` exceeds the set's size.
fn draw_new(drawn: &mut u64, n: usize, dice: &mut Dice) -> usize {
    loop {
        let at = dice.below(n as u32) as usize;
        if *drawn >> at & 1 == 0 {
            *drawn |= 1 << at;
            return at;
        }
    }
}
