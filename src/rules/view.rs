//! What one side may know: all that a negotiator, a person or a bot is ever shown.

use super::clause::{ClauseId, ClauseSet, Level, RedLine};
use super::legal::Legal;
use super::meter::Tenths;
use super::outcome::Refusal;
use super::plan::Table;
use super::refuses;
use super::score::enforced_at;
use super::side::Side;
use super::state::{Ask, Common, Private, State};
use super::tables::{MAX_RED_LINES, Mood, Tables};
use super::vocabulary::Tally;
use serde::{Deserialize, Serialize};

/// A meter of the other side, known to lie from `low` to `high`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Range {
    /// The least it can be.
    pub low: Tenths,
    /// The most it can be.
    pub high: Tenths,
}

/// What probing a clause has taught.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Meaning {
    /// The capital has drawn a red line on it, here.
    RedLine(RedLine),
    /// It weighs much: more than half as much again as the mean clause.
    Dear,
    /// It weighs about as much as the others.
    Middling,
    /// It weighs little: less than half as much as the mean clause.
    Cheap,
}

/// What one side may know of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Estimate {
    /// Its Pressure.
    pub pressure: Range,
    /// Its Strain.
    pub strain: Range,
    /// Its Strength.
    pub strength: Range,
    /// The clauses that were probed.
    pub probed: ClauseSet,
    /// The red lines that probing has found.
    pub red_lines: [Option<RedLine>; MAX_RED_LINES],
    /// The weight class of each probed clause without a red line, two bits each: 1 cheap,
    /// 2 middling, 3 dear.
    weights: u32,
    /// What it has done that could be seen; what could not is 0.
    pub tallies: [u8; Tally::COUNT],
    /// How many cards it holds.
    pub hand: u8,
}

impl Estimate {
    /// Acts that leave no trace the other side can count.
    pub const UNSEEN: [Tally; 4] = [Tally::Covert, Tally::BuildUp, Tally::HoldFire, Tally::Probe];

    /// An estimate put together from what is known: the ranges of Pressure, Strain and
    /// Strength, and what each probed clause means, in agenda order.
    pub fn known(
        ranges: [Range; 3],
        meanings: impl IntoIterator<Item = (ClauseId, Meaning)>,
        tallies: [u8; Tally::COUNT],
        hand: u8,
    ) -> Self {
        let [pressure, strain, strength] = ranges;
        let mut known = Self {
            pressure,
            strain,
            strength,
            probed: ClauseSet::EMPTY,
            red_lines: [None; MAX_RED_LINES],
            weights: 0,
            tallies,
            hand,
        };
        let mut places = known.red_lines.iter_mut();
        for (clause, meaning) in meanings {
            known.probed.insert(clause);
            match meaning {
                Meaning::RedLine(line) => {
                    if let Some(place) = places.next() {
                        *place = Some(line);
                    }
                }
                meaning => known.weights |= class(meaning) << (2 * clause.0),
            }
        }
        known
    }

    /// What a clause means to the other side, if it was probed.
    pub fn meaning(&self, clause: ClauseId) -> Option<Meaning> {
        if !self.probed.has(clause) {
            return None;
        }
        let line = self
            .red_lines
            .iter()
            .flatten()
            .find(|line| line.clause == clause);
        Some(match (line, self.weights >> (2 * clause.0) & 3) {
            (Some(&line), _) => Meaning::RedLine(line),
            (None, 3) => Meaning::Dear,
            (None, 1) => Meaning::Cheap,
            (None, _) => Meaning::Middling,
        })
    }
}

/// What one side may know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct View {
    /// Whose view it is.
    pub side: Side,
    /// What both sides know.
    pub common: Common,
    /// What the side knows of itself.
    pub own: Private,
    /// What it knows of the other.
    pub other: Estimate,
}

impl View {
    /// What `side` may know of a state.
    pub fn of(t: &Tables, state: &State, side: Side) -> Self {
        let own = state.own[side];
        let other = estimate(t, state, side, own.probed);
        Self {
            side,
            common: state.common,
            own,
            other,
        }
    }

    /// What the side is asked for now.
    pub fn ask(&self, t: &Tables) -> Option<Ask> {
        self.common.ask(t, self.side)
    }

    /// Why the side's own capital would refuse the treaty as it stands.
    pub fn refusal(&self, t: &Tables) -> Option<Refusal> {
        refuses(t, &self.common, &self.own, self.side)
    }

    /// How well what helps the own side would be enforced, in per mille.
    pub fn enforcement(&self, t: &Tables) -> i32 {
        enforced_at(t, &self.common, self.side, self.own.trust)
    }

    /// How well what helps the other side would be enforced, in per mille: with the least and
    /// with the most Trust that it may have, since that is hidden.
    pub fn their_enforcement(&self, t: &Tables) -> (i32, i32) {
        let at = |trust| enforced_at(t, &self.common, self.side.other(), trust);
        (at(Tenths::ZERO), at(Tenths::FULL))
    }

    /// What a grand bargain that is decided on at the table settles once it is taken: every
    /// open clause, with its level. Nothing for any other decision.
    pub fn bargained(&self, table: Table) -> Vec<(ClauseId, Level)> {
        let them = self.side.other();
        let bargain = match table {
            Table::Bargain(terms) => Some((self.side, terms)),
            Table::AcceptBargain => self.common.bargain[them].map(|terms| (them, terms)),
            _ => None,
        };
        let Some((by, terms)) = bargain else {
            return Vec::new();
        };
        let open = self.common.clauses.open();
        open.iter()
            .map(|id| (id, self.common.clause(id).bargained(by, terms)))
            .collect()
    }

    /// What it may decide this round.
    pub fn legal(&self, t: &Tables) -> Legal {
        Legal::of(t, self.side, &self.common, &self.own)
    }
}

/// How wide a range the other's meters are known in: wider under Fog, and always a
/// divisor of 100, so that the true value is anywhere in it and not at its middle.
const fn width(fog: Tenths) -> i16 {
    match fog.0 {
        ..200 => 50,
        200..400 => 100,
        400..600 => 200,
        600..800 => 250,
        _ => 500,
    }
}

fn range(value: Tenths, fog: Tenths) -> Range {
    let width = width(fog);
    let low = (value.0 / width * width).min(1000 - width);
    Range {
        low: Tenths(low),
        high: Tenths(low + width),
    }
}

/// The two bits of a weight class.
const fn class(meaning: Meaning) -> u32 {
    match meaning {
        Meaning::Dear => 3,
        Meaning::Cheap => 1,
        _ => 2,
    }
}

/// How much a clause weighs in a mood, as probing tells it where there is no red line.
pub(super) fn weight_class(t: &Tables, mood: &Mood, id: ClauseId) -> Meaning {
    let mean = 100 / t.clauses.len().max(1) as i16;
    match mood.weights[id.index()] {
        w if 2 * w > 3 * mean => Meaning::Dear,
        w if 2 * w < mean => Meaning::Cheap,
        _ => Meaning::Middling,
    }
}

fn estimate(t: &Tables, state: &State, viewer: Side, probed: ClauseSet) -> Estimate {
    let side = viewer.other();
    let other = &state.own[side];
    let fog = state.common.fog;
    let mood = other.mood(t, side);
    let mut tallies = other.tallies;
    for act in Estimate::UNSEEN {
        tallies[act as usize] = 0;
    }
    let mut red_lines = other
        .red_lines
        .map(|line| line.filter(|line| probed.has(line.clause)));
    // In agenda order, so that the places tell nothing of the lines not found.
    red_lines.sort_by_key(|line| line.map_or(u8::MAX, |line| line.clause.0));
    Estimate {
        pressure: range(other.pressure, fog),
        strain: range(other.strain, fog),
        strength: range(other.strength, fog),
        probed,
        red_lines,
        // A clause with a red line shows the line and not its weight.
        weights: probed
            .iter()
            .filter(|&id| red_lines.iter().flatten().all(|line| line.clause != id))
            .fold(0, |bits, id| {
                bits | class(weight_class(t, mood, id)) << (2 * id.0)
            }),
        tallies,
        hand: other.hand.iter().flatten().count() as u8,
    }
}
