//! Replaying a log: every decision through the rules again, every hash compared.

use super::digest::Chain;
use super::entry::Entry;
use super::fault::{Fault, FaultKind};
use super::fits::fits;
use super::game::{Record, Refused};
use super::header::Header;
use super::hex::Hex;
use super::reader::Loaded;
use super::snapshot::Snapshot;
use super::words::read_decision;
use crate::rules::outcome::Outcome;
use crate::rules::plan::Decision;
use crate::rules::side::Side;
use crate::rules::state::State;
use crate::rules::view::View;
use crate::rules::{self, tables::Tables};
use crate::scenario::Scenario;

/// What one entry did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The entry's number.
    pub entry: u32,
    /// What was decided, and by whom; none for chance.
    pub decision: Option<(Side, Decision)>,
    /// What came of it; nothing for a decision by itself.
    pub outcomes: Vec<Outcome>,
    /// The state after the entry.
    pub state: State,
}

/// A log that was played again.
#[derive(Clone, Debug)]
pub struct Replay {
    /// The part of the record that holds; none if not even the deal does.
    pub record: Option<Record>,
    /// What each entry of that part did.
    pub steps: Vec<Step>,
    /// What does not hold, if anything.
    pub faults: Vec<Fault>,
}

impl Step {
    /// What a side saw and what it decided, if this is a decision of its own.
    pub fn decided_by(&self, t: &Tables, side: Side) -> Option<(View, Decision)> {
        let (_, decided) = self.decision.filter(|(who, _)| *who == side)?;
        // To seal a decision changes nothing that its side may know.
        Some((View::of(t, &self.state, side), decided))
    }
}

impl Replay {
    /// The state at the start of a round, right after its news.
    pub fn round(&self, round: u8) -> Option<&State> {
        let opens = |step: &&Step| step.state.common.round == round;
        self.steps.iter().find(opens).map(|step| &step.state)
    }
}

impl Record {
    /// Plays the log again with the scenario and compares every hash.
    pub fn replay(&self, scenario: &Scenario) -> Replay {
        replay(self.header(), self.entries(), scenario)
    }
}

impl Loaded {
    /// Plays the log again with the scenario, which must have the header's overrides
    /// applied, and verifies the whole file.
    pub fn replay(&self, scenario: &Scenario) -> Replay {
        let mut replay = replay(&self.header, &self.entries, scenario);
        let answers = self.answers.iter();
        if let Some(record) = &mut replay.record {
            let bad = answers.clone().find(|answer| !record.restore(answer));
            replay.faults.extend(bad.map(|answer| Fault {
                entry: answer.entry,
                kind: FaultKind::Answer {
                    task: answer.task.clone(),
                },
            }));
        }
        replay.faults.extend(self.fault.clone());
        if replay.faults.is_empty() {
            replay
                .faults
                .extend(replay.record.as_ref().and_then(|record| {
                    if self.progress != Some(record.progress()) {
                        return Some(Fault {
                            entry: 0,
                            kind: FaultKind::Progress,
                        });
                    }
                    self.bad_snapshot(record)
                }));
        }
        replay
    }

    fn bad_snapshot(&self, record: &Record) -> Option<Fault> {
        let mut found = self.snapshots.iter();
        let wrong = record
            .snapshots()
            .iter()
            .find(|&snapshot| found.next() != Some(snapshot));
        wrong.map(|snapshot| Fault {
            entry: snapshot.entry,
            kind: FaultKind::Snapshot {
                round: snapshot.state.common.round,
            },
        })
    }

    /// The entries from the first on that are the ones that were written, whatever rules
    /// they were played by.
    pub fn intact(&self) -> &[Entry] {
        let mut chain = Chain::start(&self.header);
        let sound = (1..).zip(&self.entries).take_while(|(number, entry)| {
            chain = chain.link(entry.n, entry.who, &entry.what, entry.state);
            whole(entry, *number, chain).is_ok()
        });
        let count = sound.count();
        &self.entries[..count]
    }

    /// The snapshots that can be looked at with these tables, when the log itself can no
    /// longer be replayed.
    pub fn viewable(&self, t: &Tables) -> impl Iterator<Item = &Snapshot> {
        self.snapshots.iter().filter(move |s| fits(t, &s.state))
    }
}

/// Plays a log again. A game that began elsewhere goes on, as far as it holds, as a record
/// of what is at hand.
fn replay(header: &Header, entries: &[Entry], scenario: &Scenario) -> Replay {
    let mut faults: Vec<Fault> = other_origin(header, scenario)
        .into_iter()
        .map(|kind| Fault { entry: 0, kind })
        .collect();
    let mut chain = Chain::start(header);
    let mut player = Player {
        scenario,
        header: Header {
            rules: rules::VERSION,
            scenario: scenario.id.clone(),
            content: Hex(scenario.hash),
            ..header.clone()
        },
        record: None,
    };
    let mut steps = Vec::with_capacity(entries.len());
    for (number, entry) in (1..).zip(entries) {
        chain = chain.link(entry.n, entry.who, &entry.what, entry.state);
        match whole(entry, number, chain).and_then(|()| player.play(entry)) {
            Ok(step) => steps.push(step),
            Err(kind) => {
                let entry = number;
                faults.push(Fault { entry, kind });
                break;
            }
        }
    }
    Replay {
        record: player.record,
        steps,
        faults,
    }
}

/// Plays entry after entry.
struct Player<'a> {
    scenario: &'a Scenario,
    header: Header,
    record: Option<Record>,
}

impl Player<'_> {
    /// Plays one entry, which stays in the record only if it leads where it says.
    fn play(&mut self, entry: &Entry) -> Result<Step, FaultKind> {
        let before = self.record.as_ref().map(Record::mark);
        let played = self.advance(entry).and_then(|step| {
            let same = |record: &Record| agrees(record, entry);
            self.record.as_ref().map_or(Ok(()), same).map(|()| step)
        });
        match (&mut self.record, before) {
            (Some(record), Some(mark)) if played.is_err() => record.back_to(&mark),
            (record, None) if played.is_err() => *record = None,
            (Some(record), _) => {
                record.annotate(entry.n, entry.note.clone());
            }
            (None, _) => {}
        }
        played
    }

    fn advance(&mut self, entry: &Entry) -> Result<Step, FaultKind> {
        let (decision, outcomes) = match (&mut self.record, entry.who.side()) {
            (None, None) => {
                let (record, outcomes) = Record::begin(self.header.clone(), self.scenario);
                self.record = Some(record);
                (None, outcomes)
            }
            (Some(record), None) => {
                let outcomes = record.resolve(self.scenario);
                (None, outcomes.ok_or(FaultKind::TooEarly)?)
            }
            (record, Some(side)) => {
                let decision = decide(record.as_mut(), side, &entry.what, self.scenario)?;
                (Some((side, decision)), Vec::new())
            }
        };
        let record = self.record.as_ref().ok_or(FaultKind::TooEarly)?;
        Ok(Step {
            entry: entry.n,
            decision,
            outcomes,
            state: *record.state(),
        })
    }
}

fn decide(
    record: Option<&mut Record>,
    side: Side,
    what: &str,
    scenario: &Scenario,
) -> Result<Decision, FaultKind> {
    let refused = |why| FaultKind::Refused {
        what: what.to_owned(),
        why,
    };
    let record = record.ok_or(refused(Refused::NotAsked))?;
    let ask = record.state().ask(&scenario.tables, side);
    let ask = ask.ok_or(refused(Refused::NotAsked))?;
    let decision = read_decision(&scenario.text, side, ask, what).map_err(FaultKind::Notation)?;
    record.seal(scenario, side, decision).map_err(refused)?;
    Ok(decision)
}

/// Whether the record's last entry is the recorded one.
fn agrees(record: &Record, recorded: &Entry) -> Result<(), FaultKind> {
    let Some(replayed) = record.entries().last() else {
        return Ok(());
    };
    if replayed.what != recorded.what {
        return Err(FaultKind::Chance {
            recorded: recorded.what.clone(),
            replayed: replayed.what.clone(),
        });
    }
    if replayed.state != recorded.state {
        return Err(FaultKind::State);
    }
    Ok(())
}

/// What the game began with that is not at hand.
fn other_origin(header: &Header, scenario: &Scenario) -> Vec<FaultKind> {
    let mut kinds = Vec::new();
    if header.rules != rules::VERSION {
        kinds.push(FaultKind::Rules {
            recorded: header.rules,
            present: rules::VERSION,
        });
    }
    if header.scenario != scenario.id || header.content != Hex(scenario.hash) {
        kinds.push(FaultKind::Scenario {
            scenario: header.scenario.clone(),
            recorded: header.content,
            present: Hex(scenario.hash),
        });
    }
    kinds
}

/// Whether the entry is the one that was written here.
fn whole(entry: &Entry, number: u32, chain: Chain) -> Result<(), FaultKind> {
    if entry.n != number {
        return Err(FaultKind::Number { found: entry.n });
    }
    if entry.chain != chain.mark() {
        return Err(FaultKind::Chain);
    }
    Ok(())
}
