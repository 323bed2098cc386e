//! The whole state of a game: what both sides know, what each knows of itself, and chance.

use super::clause::{Clause, ClauseId, ClauseSet, Level, RedLine};
use super::constants::Constants;
use super::dice::Dice;
use super::ending::Ending;
use super::meter::{Gauge, Meter, Tenths, share};
use super::plan::{CardId, EventId, Field, Plan, Say, Table, Terms};
use super::side::{PerSide, Side};
use super::tables::{EventKind, MAX_RED_LINES, Mood, Tables};
use super::treaty::Treaty;
use super::vocabulary::{Tally, Timer};
use serde::{Deserialize, Serialize};

/// How many cards a hand holds.
pub const HAND: usize = 4;
/// The most rounds that a game may have, however often it is extended.
pub const MOST_ROUNDS: u8 = 40;
/// How many objectives a deal gives a side.
pub const OBJECTIVES: usize = 2;

/// What the game waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Phase {
    /// Answers to the event.
    Choices,
    /// Both plans.
    Plans,
    /// Nothing: it is over.
    Over(Ending),
}

/// What a side is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Ask {
    /// An answer to the event.
    Choice(EventId),
    /// A plan.
    Plan,
}

/// What both sides know. Of this, the world knows all but the back channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Common {
    /// The round being played, from 1.
    pub round: u8,
    /// The last round.
    pub rounds: u8,
    /// What the game waits for.
    pub phase: Phase,
    /// Military tension.
    pub tension: Tenths,
    /// Ambiguity.
    pub fog: Tenths,
    /// What the world expects.
    pub hope: Tenths,
    /// A passing shock to the price.
    pub shock: Tenths,
    /// Each side's standing: public.
    pub face: PerSide<Tenths>,
    /// The clauses; only the first few are in use where a scenario has fewer than twelve.
    pub clauses: Treaty,
    /// Whether each side still holds its precondition.
    pub precondition: PerSide<bool>,
    /// What each side has conceded in public: ten for one level of a clause of mean weight.
    pub conceded: PerSide<u16>,
    /// Who made the first concession of the game.
    pub first: Option<Side>,
    /// How often the mediator will yet lend its name.
    pub patience: u8,
    /// Rounds for which each side stays out of the room.
    pub away: PerSide<u8>,
    /// Rounds left to carry out a threat; 0 if none was made.
    pub threat: PerSide<u8>,
    /// How tightly each side squeezes.
    pub grip: PerSide<u8>,
    /// Rounds for which a strike still rallies each home.
    pub rally: PerSide<u8>,
    /// Whether each side was struck last round and has yet to answer.
    pub struck: PerSide<bool>,
    /// Rounds for which each circumstance still holds.
    pub timers: [u8; Timer::COUNT],
    /// The grand bargain each side has on the table.
    pub bargain: PerSide<Option<Terms>>,
    /// Whether each side's signature stands: it signed alone last round, and the text is still
    /// what it signed. Saves hold states that are older than this, so it is skipped here and
    /// written behind a state.
    #[serde(skip)]
    pub signed: PerSide<bool>,
    /// What events have added to each side's enforcement, in percent.
    pub enforce: PerSide<i8>,
    /// Incidents so far.
    pub incidents: u8,
    /// What each side said last round.
    pub said: PerSide<Option<Say>>,
    /// What the other side saw each side do last round.
    pub seen: PerSide<Option<Field>>,
    /// What the other side saw each side decide at the table last round; to feel out a clause
    /// looks like holding the line.
    pub tabled: PerSide<Option<Table>>,
    /// Whether something has changed on a side: the mark of a cornered one.
    pub signal: PerSide<bool>,
    /// The event of this round.
    pub event: Option<EventId>,
    /// The sort of the next one.
    pub next_kind: Option<EventKind>,
    /// The events that have come so far, a bit each, low half first.
    pub past: [u64; 2],
    /// The cards each side has played, a bit each.
    pub played: PerSide<u64>,
}

/// What the price gauge is made of, in tenths of its unit; the price is their sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PriceParts {
    /// What it would be in peace.
    pub base: Tenths,
    /// What Tension adds.
    pub tension: Tenths,
    /// What each side's grip adds.
    pub grips: PerSide<Tenths>,
    /// What a passing shock adds, or takes off.
    pub shock: Tenths,
}

impl PriceParts {
    /// The price.
    #[inline]
    pub fn sum(&self) -> Tenths {
        let grips = self.grips.0[0].get() + self.grips.0[1].get();
        Tenths::of(self.base.get() + self.tension.get() + grips + self.shock.get())
    }
}

/// What one side alone knows of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Private {
    /// Domestic pressure.
    pub pressure: Tenths,
    /// Economic strain.
    pub strain: Tenths,
    /// Strength and recovery.
    pub strength: Tenths,
    /// Trust in the other's word.
    pub trust: Tenths,
    /// By how much Pressure drifts up each round in this deal.
    pub drift: Tenths,
    /// The capital's mood, by its place in the scenario.
    pub mood: u8,
    /// The capital's red lines.
    pub red_lines: [Option<RedLine>; MAX_RED_LINES],
    /// The capital's objectives, by their place in the scenario.
    pub objectives: [u8; OBJECTIVES],
    /// The hand.
    pub hand: [Option<CardId>; HAND],
    /// The clauses whose meaning to the other side it has learned.
    pub probed: ClauseSet,
    /// Pressure, Face or Strength is beyond its threshold.
    pub cornered: bool,
    /// Its desperate act has been used.
    pub desperate_spent: bool,
    /// What it accepts this round it accepts on every clause offered.
    pub package: bool,
    /// What it has done, by [`Tally`].
    pub tallies: [u8; Tally::COUNT],
}

/// What nobody knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Chance {
    /// The stream of chance.
    pub dice: Dice,
    /// The event of the next round.
    pub next: Option<EventId>,
}

/// The whole state. `Copy` and small, so that a search can throw it about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct State {
    /// What both sides know.
    pub common: Common,
    /// What each side alone knows of itself.
    pub own: PerSide<Private>,
    /// What nobody knows.
    pub chance: Chance,
}

const _: () = assert!(
    size_of::<State>() <= 512,
    "a state must stay small enough to copy freely"
);

impl Common {
    /// The clause.
    #[inline]
    pub fn clause(&self, id: ClauseId) -> &Clause {
        &self.clauses[id.index()]
    }

    /// Whether a side that decides so at the table has its name under the treaty: it signs, or
    /// its signature stands and it has not walked out on it.
    #[inline]
    pub fn signs(&self, side: Side, table: Table) -> bool {
        table == Table::Sign || self.signed[side] && table != Table::WalkOut
    }

    /// The price gauge, in tenths of its unit: derived from Tension, both grips and any shock.
    #[inline]
    pub fn price(&self, k: &Constants) -> Tenths {
        self.price_parts(k).sum()
    }

    /// What the price gauge is made of.
    #[inline]
    pub fn price_parts(&self, k: &Constants) -> PriceParts {
        let by_grip = |grip: u8| Tenths::of(k.price_grip.get() * i32::from(grip));
        PriceParts {
            base: Tenths::of(k.price_base.get()),
            tension: Tenths::of(share(self.tension.get(), k.price_tension)),
            grips: PerSide(self.grip.0.map(by_grip)),
            shock: self.shock,
        }
    }

    /// Whether the event has come already.
    #[inline]
    pub const fn is_past(&self, event: EventId) -> bool {
        self.past[event.0 as usize / 64] >> (event.0 % 64) & 1 == 1
    }

    /// Whether the last that a side did was a blow.
    #[inline]
    pub fn struck_last(&self, side: Side) -> bool {
        matches!(self.seen[side], Some(Field::Strike | Field::AllOut))
    }

    /// Whether the circumstance holds.
    #[inline]
    pub const fn during(&self, timer: Timer) -> bool {
        self.timers[timer as usize] > 0
    }

    /// Clauses in force, and how many of them in clear words.
    #[inline]
    pub fn agreed(&self) -> (u8, u8) {
        let clear = self.clauses.clear().len();
        ((self.clauses.vague().len() + clear) as u8, clear as u8)
    }
}

impl Private {
    /// The cards it holds, a bit each.
    #[inline]
    pub fn held(&self) -> u64 {
        let bit = |slot: &Option<CardId>| slot.map_or(0, |card| 1 << card.0);
        self.hand.iter().fold(0, |set, slot| set | bit(slot))
    }

    /// The first empty place of its hand.
    #[inline]
    pub fn room(&self) -> Option<usize> {
        let empty = |place: usize| u32::from(self.hand[place].is_none()) << place;
        let set = (0..HAND).fold(0, |set, place| set | empty(place));
        (set != 0).then(|| set.trailing_zeros() as usize)
    }

    /// Whether it is cornered and has a desperate act left.
    #[inline]
    pub const fn desperate(&self) -> bool {
        self.cornered && !self.desperate_spent
    }

    /// The mood that its capital is in.
    #[inline]
    pub fn mood<'t>(&self, t: &'t Tables, side: Side) -> &'t Mood {
        &t.sides[side].moods[self.mood as usize]
    }

    /// How often it has done a thing.
    #[inline]
    pub const fn did(&self, what: Tally) -> u8 {
        self.tallies[what as usize]
    }

    /// Counts a thing done.
    #[inline]
    pub fn count(&mut self, what: Tally) {
        let n = &mut self.tallies[what as usize];
        *n = n.saturating_add(1);
    }

    /// The red lines drawn.
    pub fn red_lines(&self) -> impl Iterator<Item = RedLine> {
        self.red_lines.into_iter().flatten()
    }

    /// Whether its capital, that of `side`, would never ratify a clause at a level.
    pub fn crosses(&self, side: Side, clause: ClauseId, level: Level) -> bool {
        let mut lines = self.red_lines();
        lines.any(|line| line.clause == clause && line.crossed(side, level))
    }
}

impl State {
    /// The value of a meter.
    #[inline]
    pub const fn meter(&self, meter: Meter) -> Tenths {
        match meter {
            Meter::Tension => self.common.tension,
            Meter::Fog => self.common.fog,
            Meter::Hope => self.common.hope,
            Meter::Shock => self.common.shock,
            Meter::Of(side, gauge) => {
                let own = &self.own.0[side.index()];
                match gauge {
                    Gauge::Pressure => own.pressure,
                    Gauge::Face => self.common.face.0[side.index()],
                    Gauge::Strain => own.strain,
                    Gauge::Strength => own.strength,
                    Gauge::Trust => own.trust,
                }
            }
        }
    }

    /// The place where a meter is kept.
    #[inline]
    pub(super) fn meter_mut(&mut self, meter: Meter) -> &mut Tenths {
        match meter {
            Meter::Tension => &mut self.common.tension,
            Meter::Fog => &mut self.common.fog,
            Meter::Hope => &mut self.common.hope,
            Meter::Shock => &mut self.common.shock,
            Meter::Of(side, gauge) => {
                let own = &mut self.own[side];
                match gauge {
                    Gauge::Pressure => &mut own.pressure,
                    Gauge::Face => &mut self.common.face[side],
                    Gauge::Strain => &mut own.strain,
                    Gauge::Strength => &mut own.strength,
                    Gauge::Trust => &mut own.trust,
                }
            }
        }
    }

    /// What the side is asked for now, if anything.
    pub fn ask(&self, t: &Tables, side: Side) -> Option<Ask> {
        self.common.ask(t, side)
    }

    /// How the game ended, once it has.
    pub const fn ending(&self) -> Option<Ending> {
        match self.common.phase {
            Phase::Over(ending) => Some(ending),
            _ => None,
        }
    }
}

impl Common {
    /// What the side is asked for now, if anything.
    pub fn ask(&self, t: &Tables, side: Side) -> Option<Ask> {
        match (self.phase, self.event) {
            (Phase::Plans, _) => Some(Ask::Plan),
            (Phase::Choices, Some(id)) if t.event(id).asks.side(side) => Some(Ask::Choice(id)),
            _ => None,
        }
    }
}

/// Both plans of a round.
pub type Plans = PerSide<Plan>;
