//! How the conditions of an objective stand: met or not, how far, and whether that can still
//! change, as far as the reader may know.

use super::clause::{Level, Status};
use super::condition::Eyes;
use super::meter::{Gauge, Tenths};
use super::side::Side;
use super::state::{Common, Phase, State};
use super::tables::Tables;
use super::view::{Estimate, Range, View};
use super::vocabulary::{Fact, MeterRef, Span, Tally, Test, Who};

/// What a condition measures, as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// A meter, known to lie in a range; both ends are the same if it is known.
    Meter(Range),
    /// How many there are.
    Count(u8),
    /// The level at which a clause is in force, if it is.
    Level(Option<Level>),
    /// The status of a clause.
    Clause(Status),
}

/// Whether a condition can still change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It can.
    Open,
    /// It cannot any more.
    Sealed,
    /// The end of the game decides it, and nothing before.
    End,
}

/// How one condition stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The condition.
    pub test: Test,
    /// Whether it is met; `None` if the reader cannot know.
    pub met: Option<bool>,
    /// What it measures, if it is of that sort and the reader may know.
    pub at: Option<Measure>,
    /// Whether that can change.
    pub fate: Fate,
}

/// How all the conditions of an objective stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prospect {
    /// All are met.
    Met,
    /// One is not, but may yet be.
    Unmet,
    /// One is not, and can be no more.
    Lost,
    /// It hangs on what the reader cannot know.
    Unknown,
}

impl Prospect {
    /// How these stand together.
    pub fn of(readings: &[Reading]) -> Self {
        let unmet = |reading: &&Reading| reading.met == Some(false);
        if readings.iter().all(|reading| reading.met == Some(true)) {
            Self::Met
        } else if (readings.iter().filter(unmet)).any(|reading| reading.fate == Fate::Sealed) {
            Self::Lost
        } else if readings.iter().any(|reading| unmet(&reading)) {
            Self::Unmet
        } else {
            Self::Unknown
        }
    }
}

/// One who reads how the conditions of a side stand.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    t: &'a Tables,
    eyes: Eyes<'a>,
    common: &'a Common,
    side: Side,
    other: Other<'a>,
}

/// What the reader has of the other side.
#[derive(Clone, Copy)]
enum Other<'a> {
    /// Everything.
    Told(&'a State),
    /// What may be known across the table.
    Guessed(&'a View),
}

impl<'a> Reader<'a> {
    /// The side itself, with what it may know.
    pub const fn of(t: &'a Tables, view: &'a View) -> Self {
        Self {
            t,
            eyes: Eyes::of(t, &view.common, &view.own, view.side),
            common: &view.common,
            side: view.side,
            other: Other::Guessed(view),
        }
    }

    /// One who may know everything of a state.
    pub const fn open(t: &'a Tables, state: &'a State, side: Side) -> Self {
        Self {
            t,
            eyes: Eyes::open(t, state, side),
            common: &state.common,
            side,
            other: Other::Told(state),
        }
    }

    /// Whose conditions it reads.
    pub const fn side(&self) -> Side {
        self.side
    }

    /// Whether it reads as the side itself, and not as one to whom all cards are open.
    pub const fn is_side(&self) -> bool {
        matches!(self.other, Other::Guessed(_))
    }

    /// Whether the game is over, so that nothing changes any more.
    pub const fn is_over(&self) -> bool {
        matches!(self.common.phase, Phase::Over(_))
    }

    /// How each of the conditions stands.
    pub fn read(&self, tests: Span) -> Vec<Reading> {
        let tests = &self.t.tests[tests.range()];
        tests.iter().map(|&test| self.one(test)).collect()
    }

    fn one(&self, test: Test) -> Reading {
        let at = self.measure(test.fact);
        let holds = match (test.fact, at) {
            (Fact::AtLeast(_, value), Some(Measure::Meter(range))) => {
                decided(range.low >= value, range.high < value)
            }
            (Fact::AtMost(_, value), Some(Measure::Meter(range))) => {
                decided(range.high <= value, range.low > value)
            }
            (Fact::Did(_, _, n), Some(Measure::Count(done))) => Some(done >= n),
            (fact, _) => self.eyes.fact(&fact),
        };
        Reading {
            test,
            met: holds.map(|holds| holds == test.wanted),
            at,
            fate: self.fate(test.fact, holds),
        }
    }

    fn fate(&self, fact: Fact, holds: Option<bool>) -> Fate {
        // Counts only grow, and who moved first stays who did.
        let sealed = match fact {
            _ if self.is_over() => true,
            Fact::Ended(_) => return Fate::End,
            Fact::Left(_) if holds != Some(true) => return Fate::End,
            Fact::Did(..) | Fact::Incidents(_) | Fact::Round(_) => holds == Some(true),
            Fact::MovedFirst(_) => self.common.first.is_some(),
            _ => false,
        };
        if sealed { Fate::Sealed } else { Fate::Open }
    }

    fn measure(&self, fact: Fact) -> Option<Measure> {
        let c = self.common;
        Some(match fact {
            Fact::AtLeast(meter, _) | Fact::AtMost(meter, _) => Measure::Meter(self.meter(meter)?),
            Fact::Agreed(id) | Fact::Vague(id) | Fact::Clear(id) => {
                Measure::Clause(c.clause(id).status)
            }
            Fact::LevelAtMost(id, _) | Fact::LevelAtLeast(id, _) => {
                let clause = c.clause(id);
                Measure::Level(clause.agreed().then_some(clause.level))
            }
            Fact::AgreedCount(_) => Measure::Count(c.clauses.agreed().len() as u8),
            Fact::VagueCount(_) => Measure::Count(c.clauses.vague().len() as u8),
            Fact::ClearCount(_) => Measure::Count(c.clauses.clear().len() as u8),
            Fact::Did(who, tally, _) => Measure::Count(self.did(self.one_side(who)?, tally)?),
            Fact::Incidents(_) => Measure::Count(c.incidents),
            Fact::Grip(who, _) => Measure::Count(c.grip[self.one_side(who)?]),
            _ => return None,
        })
    }

    fn meter(&self, meter: MeterRef) -> Option<Range> {
        let exactly = |value: Tenths| Range {
            low: value,
            high: value,
        };
        Some(match meter {
            MeterRef::Of(who, gauge) => {
                let side = self.one_side(who)?;
                match (self.eyes.gauge(side, gauge), self.other) {
                    (Some(value), _) => exactly(value),
                    (None, Other::Guessed(view)) => estimated(&view.other, gauge)?,
                    (None, Other::Told(_)) => return None,
                }
            }
            meter => exactly(self.eyes.shared(meter)),
        })
    }

    /// How often a side did something, if the reader can count it.
    fn did(&self, side: Side, tally: Tally) -> Option<u8> {
        match self.other {
            Other::Told(state) => Some(state.own[side].did(tally)),
            Other::Guessed(view) if side == self.side => Some(view.own.did(tally)),
            Other::Guessed(_) if Estimate::UNSEEN.contains(&tally) => None,
            Other::Guessed(view) => Some(view.other.tallies[tally as usize]),
        }
    }

    fn one_side(&self, who: Who) -> Option<Side> {
        match who.sides(self.side) {
            [side] => Some(*side),
            _ => None,
        }
    }
}

/// What is known of a meter of the other side that it does not show.
const fn estimated(known: &Estimate, gauge: Gauge) -> Option<Range> {
    match gauge {
        Gauge::Pressure => Some(known.pressure),
        Gauge::Strain => Some(known.strain),
        Gauge::Strength => Some(known.strength),
        Gauge::Face | Gauge::Trust => None,
    }
}

/// True, false or neither.
const fn decided(yes: bool, no: bool) -> Option<bool> {
    match (yes, no) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::deal::Length;
    use crate::scenario::Scenario;

    fn of_gulf(read: impl Fn(&Tables, &mut State)) {
        let t = Scenario::load("gulf").unwrap().tables;
        let mut state = State::deal(&t, 7, Length::Standard, &mut ());
        read(&t, &mut state);
    }

    fn one(reader: &Reader, fact: Fact, wanted: bool) -> Reading {
        reader.one(Test { fact, wanted })
    }

    #[test]
    fn a_count_that_was_not_to_be_reached_is_lost_once_it_is() {
        of_gulf(|t, state| {
            let never = Fact::Did(Who::Own, Tally::Strike, 1);
            let held = one(&Reader::open(t, state, Side::Holder), never, false);
            assert_eq!((held.met, held.fate), (Some(true), Fate::Open));
            assert_eq!(held.at, Some(Measure::Count(0)));
            state.own[Side::Holder].count(Tally::Strike);
            let broken = one(&Reader::open(t, state, Side::Holder), never, false);
            assert_eq!((broken.met, broken.fate), (Some(false), Fate::Sealed));
            assert_eq!(Prospect::of(&[broken, held]), Prospect::Lost);
        });
    }

    #[test]
    fn a_hidden_meter_is_read_as_the_range_it_is_known_in() {
        of_gulf(|t, state| {
            let view = View::of(t, state, Side::Presser);
            let known = view.other.strain;
            let asks = |value| {
                let fact = Fact::AtLeast(MeterRef::Of(Who::Other, Gauge::Strain), value);
                one(&Reader::of(t, &view), fact, true)
            };
            assert_eq!(asks(known.low).met, Some(true));
            assert_eq!(asks(known.high).met, None);
            assert_eq!(asks(known.high + Tenths(1)).met, Some(false));
            assert_eq!(asks(known.low).at, Some(Measure::Meter(known)));
            let covert = Fact::Did(Who::Other, Tally::Covert, 1);
            let hidden = one(&Reader::of(t, &view), covert, true);
            assert_eq!((hidden.met, hidden.at), (None, None));
        });
    }

    #[test]
    fn how_it_ends_is_decided_by_the_end_and_then_for_good() {
        of_gulf(|t, state| {
            let war = Fact::Ended(crate::rules::ending::Class::War);
            let peace = one(&Reader::open(t, state, Side::Holder), war, false);
            assert_eq!((peace.met, peace.fate), (Some(true), Fate::End));
            state.common.phase = Phase::Over(crate::rules::ending::Ending::War);
            let lost = one(&Reader::open(t, state, Side::Holder), war, false);
            assert_eq!((lost.met, lost.fate), (Some(false), Fate::Sealed));
        });
    }
}
