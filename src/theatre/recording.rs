//! A recorded game, laid out to be watched: every moment of it with the state it led to.

use super::TheatreError;
use super::famous::Famous;
use super::place::Place;
use super::round::{Round, rounds};
use super::vantage::Vantage;
use crate::analysis::review::Review;
use crate::record::{Actor, Entry, Fault, FaultKind, Header, Loaded, Seat, Step, read};
use crate::rules::ending::Ending;
use crate::rules::outcome::Outcome;
use crate::rules::plan::Decision;
use crate::rules::side::Side;
use crate::rules::state::State;
use crate::rules::view::View;
use crate::scenario::Scenario;
use crate::session::{Errand, SessionError, Wake, recorded, review};
use std::io;
use std::path::Path;
use std::sync::Arc;

/// Where the states that are shown come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The log was played again.
    Log,
    /// The rules or the scenario have moved on: the states are those that the file keeps of
    /// the start of each round, and what came of the plans is told by the log alone.
    Snapshots,
}

/// How a save stands to what is at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// It verifies.
    Sound,
    /// The rules or the scenario are others, and yet every entry leads where it led.
    Retuned,
    /// The rules or the scenario have moved on, and it is shown from its snapshots.
    MovedOn,
    /// Something of it does not hold, and what comes before that is shown.
    Damaged,
}

impl Condition {
    /// The phrase that says so.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Sound => "theatre.sound",
            Self::Retuned => "theatre.retuned",
            Self::MovedOn => "theatre.moved_on",
            Self::Damaged => "theatre.damaged",
        }
    }
}

/// One entry of the log, with what it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The entry's number, from 1.
    pub entry: u32,
    /// Who decided, or chance.
    pub who: Actor,
    /// What the log says of it.
    pub what: String,
    /// The round that it belongs to.
    pub round: u8,
    /// What was decided, and by whom; none for chance.
    pub decision: Option<(Side, Decision)>,
    /// What came of it; nothing for a decision by itself.
    pub outcomes: Vec<Outcome>,
    /// The state after it.
    pub state: State,
    /// What a reader has pinned to it.
    pub note: Option<String>,
}

/// What sort of moment it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The deal, with the first news.
    Deal,
    /// A side answers the event of the news.
    Choice,
    /// The answers take effect.
    Answers,
    /// A side seals its plan.
    Plan,
    /// The plans take effect.
    Round,
}

impl Kind {
    /// Its name in the string table.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Deal => "deal",
            Self::Choice => "choice",
            Self::Answers => "answers",
            Self::Plan => "plan",
            Self::Round => "round",
        }
    }
}

impl Moment {
    /// What sort of moment it is, by the log alone.
    pub fn kind(&self) -> Kind {
        match self.what.split([' ', ':']).next() {
            Some("deal") => Kind::Deal,
            Some("choice") => Kind::Choice,
            Some("answers") => Kind::Answers,
            Some("plan") => Kind::Plan,
            _ => Kind::Round,
        }
    }

    /// What it closed the round with, and what opened the next one.
    pub fn parted(&self) -> (&[Outcome], &[Outcome]) {
        let opens = |outcome: &Outcome| matches!(outcome, Outcome::Round(_));
        // The deal opens the first round and closes none: what comes before it is the deal.
        let at = self.outcomes.iter().position(opens);
        self.outcomes.split_at(at.unwrap_or(self.outcomes.len()))
    }
}

/// A recorded game.
#[derive(Clone, Debug)]
pub struct Recording {
    place: Option<Place>,
    format: u32,
    header: Header,
    written: Vec<Entry>,
    scenario: Arc<Scenario>,
    moments: Vec<Moment>,
    rounds: Vec<Round>,
    faults: Vec<Fault>,
    source: Source,
}

/// Two are the same if their logs are.
impl PartialEq for Recording {
    fn eq(&self, other: &Self) -> bool {
        (&self.place, &self.header, &self.written) == (&other.place, &other.header, &other.written)
    }
}

impl Eq for Recording {}

impl Recording {
    /// Opens a save to look at; it may be in play. `given` is the folder of its scenario, if
    /// that does not come with the game.
    ///
    /// # Errors
    /// If it cannot be read, its scenario is not to be had, or nothing of it can be shown.
    pub fn open(path: &Path, given: Option<&str>) -> Result<Self, TheatreError> {
        let loaded = read(path)?;
        let place = Place::File {
            path: path.to_owned(),
            scenario: given.map(str::to_owned),
        };
        Self::at_hand(loaded, given, place)
    }

    /// A game that comes with the program.
    ///
    /// # Errors
    /// As [`Recording::open`].
    pub fn famous(famous: &Famous) -> Result<Self, TheatreError> {
        let path = Path::new(famous.name);
        let loaded = Loaded::parse(famous.save.as_bytes(), path)?;
        let place = Place::Famous(famous.name.to_owned());
        Self::at_hand(loaded, None, place)
    }

    /// Lays out a save with its scenario as it is now. If what was set in it can no longer be
    /// set, the scenario has moved on.
    fn at_hand(
        mut loaded: Loaded,
        given: Option<&str>,
        place: Place,
    ) -> Result<Self, TheatreError> {
        let scenario = match recorded(&loaded.header, given) {
            Err(SessionError::Set(error)) => {
                loaded.fault.get_or_insert(Fault {
                    entry: 0,
                    kind: FaultKind::Set(error.to_string()),
                });
                let bare = Header {
                    overrides: Vec::new(),
                    ..loaded.header.clone()
                };
                recorded(&bare, given)?
            }
            scenario => scenario?,
        };
        Self::of(loaded, Arc::new(scenario), Some(place))
    }

    /// Lays out a save that was read, and is kept in a place or in none.
    ///
    /// # Errors
    /// If nothing of it can be shown.
    pub fn of(
        loaded: Loaded,
        scenario: Arc<Scenario>,
        place: Option<Place>,
    ) -> Result<Self, TheatreError> {
        let replay = loaded.replay(&scenario);
        let whole = replay.steps.len() == loaded.entries.len();
        let moved_on = replay.faults.iter().any(is_of_another_time);
        let mut moments: Vec<Moment> = Vec::with_capacity(loaded.entries.len());
        for (step, entry) in replay.steps.into_iter().zip(&loaded.entries) {
            let before = moments.last().map(|before| before.state.common.round);
            moments.push(Moment {
                entry: step.entry,
                who: entry.who,
                what: entry.what.clone(),
                round: before.unwrap_or(step.state.common.round),
                decision: step.decision,
                outcomes: step.outcomes,
                state: step.state,
                note: entry.note.clone(),
            });
        }
        let mut source = Source::Log;
        if moved_on && !whole {
            let kept = from_snapshots(&loaded, &scenario);
            if kept.len() > moments.len() {
                (moments, source) = (kept, Source::Snapshots);
            }
        }
        if moments.is_empty() {
            let fault = replay.faults.into_iter().next_back().unwrap_or(Fault {
                entry: 1,
                kind: FaultKind::TooEarly,
            });
            return Err(TheatreError::Nothing {
                name: place.as_ref().map(Place::name).unwrap_or_default(),
                fault: Box::new(fault),
            });
        }
        Ok(Self {
            place,
            format: loaded.format,
            header: loaded.header,
            written: loaded.entries,
            scenario,
            rounds: rounds(&moments),
            moments,
            faults: replay.faults,
            source,
        })
    }

    /// Where it is kept, if it is.
    pub const fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    /// The save, if it is a file.
    pub fn path(&self) -> Option<&Path> {
        self.place.as_ref().and_then(Place::path)
    }

    /// What its save is called.
    pub fn name(&self) -> String {
        self.place.as_ref().map(Place::name).unwrap_or_default()
    }

    /// The format that its save was written in.
    pub const fn format(&self) -> u32 {
        self.format
    }

    /// An entry of the log as it is written, whether it holds or not.
    pub fn entry(&self, n: u32) -> Option<&Entry> {
        let at = (n as usize).checked_sub(1)?;
        self.written.get(at)
    }

    /// What the game was played with.
    pub const fn header(&self) -> &Header {
        &self.header
    }

    /// The scenario, with what was set in it.
    pub const fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// Every moment, in order; at least one.
    pub fn moments(&self) -> &[Moment] {
        &self.moments
    }

    /// Every round, in order; at least one.
    pub fn rounds(&self) -> &[Round] {
        &self.rounds
    }

    /// What does not hold in the save.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Where the states come from.
    pub const fn source(&self) -> Source {
        self.source
    }

    /// How the save stands to what is at hand.
    pub fn condition(&self) -> Condition {
        match self.source {
            Source::Snapshots => Condition::MovedOn,
            Source::Log if self.faults.is_empty() => Condition::Sound,
            Source::Log if self.faults.iter().all(is_of_another_time) => Condition::Retuned,
            Source::Log => Condition::Damaged,
        }
    }

    /// How it ended, if it did.
    pub fn ending(&self) -> Option<Ending> {
        self.moments.last().and_then(|last| last.state.ending())
    }

    /// Who played a side: the name of the persons, if they go by one, or of the negotiator.
    /// `person` is what one without a name is called.
    pub fn player<'a>(&'a self, side: Side, person: &'a str) -> &'a str {
        match &self.header.seats[side] {
            Seat::Opponent(name) => name,
            Seat::Person if self.header.names[side].is_empty() => person,
            Seat::Person => &self.header.names[side],
        }
    }

    /// The same in words: `opponent` says what one of this program is called.
    pub fn told_player(
        &self,
        side: Side,
        person: &str,
        opponent: impl Fn(&str) -> String,
    ) -> String {
        match &self.header.seats[side] {
            Seat::Opponent(name) => opponent(name),
            Seat::Person => self.player(side, person).to_owned(),
        }
    }

    /// From where it may be watched, the usual first. Never empty, unless two persons still
    /// play it at one keyboard: whoever opened it would see what the other must not.
    pub fn vantages(&self) -> Vec<Vantage> {
        Vantage::allowed(&self.header, self.ending().is_some())
    }

    /// The last moment.
    pub fn last(&self) -> usize {
        self.moments.len() - 1
    }

    /// The round that a moment belongs to, by its place in [`Recording::rounds`].
    pub fn round_of(&self, at: usize) -> usize {
        let holds = |round: &Round| round.moments.contains(&at);
        self.rounds.iter().position(holds).unwrap_or(0)
    }

    /// The moment that closes a round, the last one known of it.
    pub fn close_of(&self, number: u8) -> Option<usize> {
        let round = self.rounds.iter().find(|round| round.number == number)?;
        Some(round.moments.end - 1)
    }

    /// The close of the next round, or of this one if it is not reached yet.
    pub fn forward(&self, at: usize) -> usize {
        let here = self.round_of(at);
        let close = self.rounds[here].moments.end - 1;
        if at < close {
            return close;
        }
        self.rounds
            .get(here + 1)
            .map_or(close, |next| next.moments.end - 1)
    }

    /// The close of the round before; from the first round, the deal.
    pub fn back(&self, at: usize) -> usize {
        match self.round_of(at) {
            0 => 0,
            here => self.rounds[here].moments.start - 1,
        }
    }

    /// What a side knew at the close of each round, from the deal up to this moment.
    pub fn views(&self, at: usize, side: Side) -> Vec<View> {
        let here = self.round_of(at);
        let closes = self.rounds[..here]
            .iter()
            .map(|round| round.moments.end - 1);
        let mut places: Vec<usize> = std::iter::once(0).chain(closes).chain([at]).collect();
        places.dedup();
        let t = &self.scenario.tables;
        let view = |place: usize| View::of(t, &self.moments[place].state, side);
        places.into_iter().map(view).collect()
    }

    /// Sets out to review it: `None` if it is not over, or could not be played again.
    ///
    /// # Errors
    /// If there is no thread for it.
    pub fn review(&self, wake: Wake) -> Option<io::Result<Errand<Review>>> {
        if self.source != Source::Log {
            return None;
        }
        let step = |moment: &Moment| Step {
            entry: moment.entry,
            decision: moment.decision,
            outcomes: moment.outcomes.clone(),
            state: moment.state,
        };
        let steps: Vec<Step> = self.moments.iter().map(step).collect();
        review(Arc::clone(&self.scenario), &self.header, &steps, wake)
    }

    /// Pins a note in what is shown; [`annotate`](super::annotate) writes it.
    pub fn pin(&mut self, at: usize, note: Option<String>) {
        if let Some(moment) = self.moments.get_mut(at) {
            moment.note = note;
            self.rounds = rounds(&self.moments);
        }
    }
}

/// Whether a fault is only that the game was played by other rules, or on other content.
pub(super) const fn is_of_another_time(fault: &Fault) -> bool {
    matches!(
        fault.kind,
        FaultKind::Rules { .. } | FaultKind::Scenario { .. } | FaultKind::Set(_)
    )
}

/// The moments of a log that can no longer be played, with the states that the file keeps.
fn from_snapshots(loaded: &Loaded, scenario: &Scenario) -> Vec<Moment> {
    let kept: Vec<_> = loaded.viewable(&scenario.tables).collect();
    let mut moments: Vec<Moment> = Vec::new();
    for entry in loaded.intact() {
        let state = kept.iter().rev().find(|kept| kept.entry <= entry.n);
        let Some(state) = state.map(|kept| kept.state) else {
            continue;
        };
        let before = moments.last().map(|before| before.state.common.round);
        moments.push(told(entry, before.unwrap_or(state.common.round), &state));
    }
    moments
}

fn told(entry: &Entry, round: u8, state: &State) -> Moment {
    Moment {
        entry: entry.n,
        who: entry.who,
        what: entry.what.clone(),
        round,
        decision: None,
        outcomes: Vec::new(),
        state: *state,
        note: entry.note.clone(),
    }
}
