//! A game being recorded: the log, and the state it has led to.

use super::digest::{Chain, state_hash};
use super::entry::{Actor, Entry};
use super::exercise::{Answer, Forced, NotTaken};
use super::header::{Header, Progress};
use super::snapshot::Snapshot;
use super::words;
use crate::rules::legal::Legal;
use crate::rules::outcome::Outcome;
use crate::rules::plan::Decision;
use crate::rules::side::{PerSide, Side};
use crate::rules::state::{Ask, Phase, State};
use crate::scenario::Scenario;

/// Why a decision is not taken down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The side has nothing to decide now.
    #[error("nothing is asked of this side now")]
    NotAsked,
    /// The side has decided and waits for the other.
    #[error("this side's decision is already sealed")]
    Sealed,
    /// The rules do not allow it here.
    #[error("the rules do not allow it here")]
    Illegal,
}

/// The log of a game and the state that it has led to.
///
/// It changes only through [`Record::seal`] and [`Record::resolve`], so that the log and the
/// state can never part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    header: Header,
    entries: Vec<Entry>,
    snapshots: Vec<Snapshot>,
    state: State,
    sealed: PerSide<Option<Decision>>,
    chain: Chain,
    answers: Vec<Answer>,
    /// The chain through the answers.
    answered: Chain,
}

/// A place in a record to which a replay can go back.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    entries: usize,
    snapshots: usize,
    state: State,
    sealed: PerSide<Option<Decision>>,
    chain: Chain,
}

impl Record {
    /// Deals a game and takes down the deal; gives what the deal and the first news brought.
    ///
    /// The scenario must be the one that the header names, with its overrides applied.
    pub fn begin(header: Header, scenario: &Scenario) -> (Self, Vec<Outcome>) {
        let mut outcomes = Vec::new();
        let state = State::deal(
            &scenario.tables,
            header.seed.number(),
            header.length,
            &mut outcomes,
        );
        let chain = Chain::start(&header);
        let mut record = Self {
            header,
            entries: Vec::new(),
            snapshots: Vec::new(),
            state,
            sealed: PerSide([None, None]),
            chain,
            answers: Vec::new(),
            answered: chain,
        };
        let what = words::deal(&scenario.text, &state, &outcomes);
        record.put(Actor::Chance, what);
        record.snap();
        (record, outcomes)
    }

    /// Takes down what a side decides. It binds the side at once; the game goes on with
    /// [`Record::resolve`] when every side that was asked has sealed.
    ///
    /// # Errors
    /// If the side is not asked, has sealed already, or may not decide this.
    pub fn seal(
        &mut self,
        scenario: &Scenario,
        side: Side,
        decision: Decision,
    ) -> Result<(), Refused> {
        let ask = self
            .state
            .ask(&scenario.tables, side)
            .ok_or(Refused::NotAsked)?;
        if self.sealed[side].is_some() {
            return Err(Refused::Sealed);
        }
        if !self.allows(scenario, side, ask, decision) {
            return Err(Refused::Illegal);
        }
        let event = self.state.common.event;
        let what = words::decision(&scenario.text, side, event, decision);
        self.sealed[side] = Some(decision);
        self.put(side.into(), what.ok_or(Refused::Illegal)?);
        Ok(())
    }

    fn allows(&self, scenario: &Scenario, side: Side, ask: Ask, decision: Decision) -> bool {
        let t = &scenario.tables;
        match (ask, decision) {
            (Ask::Choice(event), Decision::Choice(choice)) => {
                usize::from(choice.0) < t.event(event).choices.len()
            }
            (Ask::Plan, Decision::Plan(plan)) => {
                Legal::of(t, side, &self.state.common, &self.state.own[side]).allows(&plan)
            }
            _ => false,
        }
    }

    /// Whether every side that is asked has sealed, so that the game can go on.
    pub fn ready(&self, scenario: &Scenario) -> bool {
        self.state.ending().is_none()
            && Side::BOTH.into_iter().all(|side| {
                self.sealed[side].is_some() || self.state.ask(&scenario.tables, side).is_none()
            })
    }

    /// Lets the sealed decisions take effect, takes down what came of them, and gives it.
    /// `None`, and nothing happens, if a side has yet to seal or the game is over.
    pub fn resolve(&mut self, scenario: &Scenario) -> Option<Vec<Outcome>> {
        if !self.ready(scenario) {
            return None;
        }
        let t = &scenario.tables;
        let round = self.state.common.round;
        let mut outcomes = Vec::new();
        let asked = match (self.state.common.phase, self.sealed) {
            (Phase::Plans, PerSide([Some(Decision::Plan(a)), Some(Decision::Plan(b))])) => {
                Forced::of(&self.header, scenario).place(&mut self.state);
                self.state.resolve(t, PerSide([a, b]), &mut outcomes);
                "round"
            }
            (Phase::Choices, sealed) => {
                let answers = PerSide::from_fn(|side| match sealed[side] {
                    Some(Decision::Choice(choice)) => Some(choice),
                    _ => None,
                });
                self.state.choose(t, answers, &mut outcomes);
                "answers"
            }
            _ => return None,
        };
        self.sealed = PerSide([None, None]);
        let what = words::came_of(&scenario.text, asked, round, &outcomes);
        self.put(Actor::Chance, what);
        if self.state.common.round != round || self.state.ending().is_some() {
            self.snap();
        }
        Some(outcomes)
    }

    /// Where the record stands now.
    pub(super) const fn mark(&self) -> Mark {
        Mark {
            entries: self.entries.len(),
            snapshots: self.snapshots.len(),
            state: self.state,
            sealed: self.sealed,
            chain: self.chain,
        }
    }

    /// Takes back everything since the mark.
    pub(super) fn back_to(&mut self, mark: &Mark) {
        self.entries.truncate(mark.entries);
        self.snapshots.truncate(mark.snapshots);
        self.state = mark.state;
        self.sealed = mark.sealed;
        self.chain = mark.chain;
    }

    /// Takes down what a student answers to a task of the exercise.
    ///
    /// # Errors
    /// If that is not asked now, or cannot be the answer.
    pub fn answer(&mut self, task: &str, text: &str) -> Result<(), NotTaken> {
        let asked = self.tasks().find(|asked| asked.id == task);
        asked.ok_or(NotTaken::NotAsked)?.takes(text)?;
        let entry = self.entries.len() as u32;
        let log = self.chain.mark();
        self.answered = self.answered.answer(task, text, entry, log);
        self.answers.push(Answer {
            task: task.to_owned(),
            text: text.to_owned(),
            entry,
            chain: self.answered.mark(),
        });
        Ok(())
    }

    /// Takes an answer over from a file, if it is the one that was given there.
    pub(super) fn restore(&mut self, answer: &Answer) -> bool {
        let at = (answer.entry as usize).checked_sub(1);
        let Some(log) = at.and_then(|at| self.entries.get(at)) else {
            return false;
        };
        let chain = self
            .answered
            .answer(&answer.task, &answer.text, answer.entry, log.chain);
        let asked = self.header.exercise.iter().flat_map(|it| &it.tasks);
        let mut asked = asked.filter(|task| task.id == answer.task);
        let sound = chain.mark() == answer.chain
            && asked.any(|task| task.takes(&answer.text).is_ok())
            && self.answer_to(&answer.task).is_none();
        if sound {
            self.answered = chain;
            self.answers.push(answer.clone());
        }
        sound
    }

    fn put(&mut self, who: Actor, what: String) {
        let n = self.entries.len() as u32 + 1;
        let state = state_hash(&self.state);
        self.chain = self.chain.link(n, who, &what, state);
        self.entries.push(Entry {
            n,
            who,
            what,
            state,
            chain: self.chain.mark(),
            note: None,
        });
    }

    fn snap(&mut self) {
        self.snapshots.push(Snapshot {
            entry: self.entries.len() as u32,
            state: self.state,
        });
    }

    /// What the game is played with.
    pub const fn header(&self) -> &Header {
        &self.header
    }

    /// The log.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What was answered to the tasks of an exercise.
    pub fn answers(&self) -> &[Answer] {
        &self.answers
    }

    /// The states at the start of each round, and at the end.
    pub fn snapshots(&self) -> &[Snapshot] {
        &self.snapshots
    }

    /// The state that the log has led to.
    pub const fn state(&self) -> &State {
        &self.state
    }

    /// What each side has sealed and has not yet taken effect.
    pub const fn sealed(&self) -> PerSide<Option<Decision>> {
        self.sealed
    }

    /// How far the game has come.
    pub const fn progress(&self) -> Progress {
        Progress::of(&self.state)
    }

    /// Names the game; the title is not part of the chain.
    pub fn rename(&mut self, title: impl Into<String>) {
        self.header.title = title.into();
    }

    /// Pins a note to an entry, or takes it off; notes are not part of the chain. Whether
    /// there is such an entry.
    pub fn annotate(&mut self, n: u32, note: Option<String>) -> bool {
        let entry = self.entries.iter_mut().find(|entry| entry.n == n);
        entry.map(|entry| entry.note = note).is_some()
    }
}
