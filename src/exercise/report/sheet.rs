//! One save: what does not hold in it, and what the game in it came to.

use super::flag::Flag;
use super::reference::Reference;
use crate::record::{Fault, FaultKind, Loaded, Replay, SaveError};
use crate::rules::clause::{ClauseId, Wording};
use crate::rules::ending::Ending;
use crate::rules::meter::{Gauge, Meter, Tenths};
use crate::rules::outcome::Outcome;
use crate::rules::plan::{Decision, Plan};
use crate::rules::score::{clauses, scores};
use crate::rules::side::{PerSide, Side};
use crate::rules::state::State;
use crate::rules::tables::Tables;

/// How many rounds are told as turning points.
const TURNS: usize = 3;

/// The least move of a score that is told as one, in tenths.
const LEAST: i16 = 20;

/// One save.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Its file.
    pub file: String,
    /// What the student is called; empty if that cannot be read.
    pub student: String,
    /// When the game was begun, in seconds since 1970.
    pub created: u64,
    /// What there is to know.
    pub flags: Vec<Flag>,
    /// What was answered, by the short names of the tasks.
    pub answers: Vec<(String, String)>,
    /// What the game came to, as far as it could be executed again.
    pub played: Option<Played>,
}

/// What a game came to.
#[derive(Clone, Debug)]
pub struct Played {
    /// How it ended, if it did.
    pub ending: Option<Ending>,
    /// The round it came to.
    pub round: u8,
    /// The mission scores, of a game that is over.
    pub scores: PerSide<Tenths>,
    /// The meters at the deal and at the close of each round.
    pub meters: Vec<(u8, Vec<(Meter, Tenths)>)>,
    /// Who conceded first, and when.
    pub first: Option<Moved>,
    /// Clauses that were agreed in vague words, and when.
    pub vague: Vec<(u8, ClauseId)>,
    /// Those that broke into a dispute, and when.
    pub broke: Vec<(u8, ClauseId)>,
    /// Clauses clear and vague in the end.
    pub agreed: (u8, u8),
    /// Incidents.
    pub incidents: u8,
    /// What the clauses in force gave each side in the end.
    pub reached: PerSide<Tenths>,
    /// The rounds in which the student's standing moved most.
    pub turns: Vec<Turn>,
}

/// A first concession.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Whose.
    pub side: Side,
    /// In which round.
    pub round: u8,
}

/// A round that moved much.
#[derive(Clone, Debug)]
pub struct Turn {
    /// Which.
    pub round: u8,
    /// By how much it moved what the score would have been, had the game ended there.
    pub by: Tenths,
    /// What both did.
    pub plans: PerSide<Option<Plan>>,
    /// What came of it that chance or an agreement had a hand in.
    pub brought: Vec<Outcome>,
}

impl Sheet {
    /// Executes a save again.
    pub(super) fn of(reference: &Reference, file: &str, read: &Result<Loaded, SaveError>) -> Self {
        let mut sheet = Self {
            file: file.to_owned(),
            student: String::new(),
            created: 0,
            flags: Vec::new(),
            answers: Vec::new(),
            played: None,
        };
        let loaded = match read {
            Ok(loaded) => loaded,
            Err(error) => {
                let why = reason(error);
                sheet.flags.push(Flag::Unreadable { why });
                return sheet;
            }
        };
        if let Some(exercise) = &loaded.header.exercise {
            sheet.student.clone_from(&exercise.student);
        }
        sheet.created = loaded.header.created;
        sheet.flags = reference.differs(&loaded.header);
        if !sheet.flags.is_empty() {
            // It cannot be executed with what the class played, but whether it is as it was
            // written can be said.
            if loaded.intact().len() < loaded.entries.len() || loaded.fault.is_some() {
                let why = FaultKind::Chain.to_string();
                sheet.flags.push(Flag::Altered { why });
            }
            return sheet;
        }
        sheet.execute(reference, loaded);
        sheet
    }

    fn execute(&mut self, reference: &Reference, loaded: &Loaded) {
        let replay = loaded.replay(&reference.scenario);
        self.flags.extend(replay.faults.iter().map(flag));
        let Some(record) = &replay.record else { return };
        let answered = record.answers().iter();
        self.answers = answered
            .map(|answer| (answer.task.clone(), answer.text.clone()))
            .collect();
        let progress = record.progress();
        if progress.ending.is_none() && self.flags.is_empty() {
            self.flags.push(Flag::Unfinished {
                round: progress.round,
                rounds: progress.rounds,
            });
        }
        let open = reference.exercise.tasks.len() - self.answers.len();
        if progress.ending.is_some() && open > 0 && self.flags.is_empty() {
            self.flags.push(Flag::Unanswered { count: open });
        }
        self.played = Played::of(&reference.scenario.tables, reference.side, &replay);
    }

    /// What the game came to, if it counts.
    pub fn counted(&self) -> Option<&Played> {
        let played = self.played.as_ref().filter(|it| it.ending.is_some())?;
        self.flags.iter().all(Flag::counts).then_some(played)
    }
}

/// Why a file cannot be read, without where it is: a report is handed on.
fn reason(error: &SaveError) -> String {
    match error {
        SaveError::Syntax {
            line,
            column,
            message,
            ..
        } => format!("{line}:{column}: {message}"),
        SaveError::TooBig { size, .. } => format!("{size} bytes are more than any save has"),
        SaveError::NotAFile { .. } => "it is not a file".to_owned(),
        SaveError::Io { source, .. } => source.to_string(),
        SaveError::Newer { format, .. } => {
            format!("it is of format {format}, newer than this program")
        }
        other => other.to_string(),
    }
}

fn flag(fault: &Fault) -> Flag {
    let why = fault.to_string();
    match fault.kind {
        FaultKind::Rules { .. } | FaultKind::Scenario { .. } => Flag::MovedOn { why },
        _ => Flag::Altered { why },
    }
}

/// The meters that are told: the shared ones, and the student's own.
pub fn told(side: Side) -> impl Iterator<Item = Meter> {
    let shared = [Meter::Tension, Meter::Fog, Meter::Hope];
    shared
        .into_iter()
        .chain(Gauge::ALL.map(|gauge| Meter::Of(side, gauge)))
}

impl Played {
    fn of(t: &Tables, side: Side, replay: &Replay) -> Option<Self> {
        let last = replay.steps.last()?.state;
        let mut played = Self {
            ending: last.ending(),
            round: last.common.round,
            scores: PerSide(scores(t, &last).0.map(|score| score.total)),
            meters: Vec::new(),
            first: None,
            vague: Vec::new(),
            broke: Vec::new(),
            agreed: last.common.agreed(),
            incidents: last.common.incidents,
            reached: PerSide::from_fn(|side| clauses(t, &last, side)),
            turns: Vec::new(),
        };
        let mut plans = PerSide([None, None]);
        let mut brought: Vec<Outcome> = Vec::new();
        let deal = replay.steps.first()?.state;
        played.note(0, side, &deal);
        let (mut round, mut worth) = (deal.common.round, standing(t, &deal, side));
        for step in &replay.steps {
            match step.decision {
                Some((who, Decision::Plan(plan))) => plans[who] = Some(plan),
                Some(_) => {}
                None => {
                    played.take(round, &step.outcomes);
                    brought.extend(step.outcomes.iter().filter(|&outcome| tells(outcome)));
                }
            }
            if let (None, Some(first)) = (played.first, step.state.common.first) {
                played.first = Some(Moved { side: first, round });
            }
            if step.state.common.round == round && step.state.ending().is_none() {
                continue;
            }
            if step.decision.is_some() {
                continue;
            }
            played.note(round, side, &step.state);
            let now = standing(t, &step.state, side);
            played.turns.push(Turn {
                round,
                by: now - worth,
                plans: std::mem::take(&mut plans),
                brought: std::mem::take(&mut brought),
            });
            (round, worth) = (step.state.common.round, now);
        }
        played.keep_turns();
        Some(played)
    }

    /// The meters at the close of a round.
    fn note(&mut self, round: u8, side: Side, state: &State) {
        let meters = told(side).map(|meter| (meter, state.meter(meter)));
        self.meters.push((round, meters.collect()));
    }

    fn take(&mut self, round: u8, outcomes: &[Outcome]) {
        for outcome in outcomes {
            match *outcome {
                Outcome::Broke(clause) => self.broke.push((round, clause)),
                Outcome::Agreed {
                    clause,
                    wording: Wording::Vague,
                    ..
                } => self.vague.push((round, clause)),
                _ => {}
            }
        }
    }

    /// Of the rounds, those that moved most, in their order.
    fn keep_turns(&mut self) {
        self.turns.retain(|turn| turn.by.0.abs() >= LEAST);
        self.turns
            .sort_by_key(|turn| (std::cmp::Reverse(turn.by.0.abs()), turn.round));
        self.turns.truncate(TURNS);
        self.turns.sort_by_key(|turn| turn.round);
    }
}

/// What a side's score would be, had the game ended here.
fn standing(t: &Tables, state: &State, side: Side) -> Tenths {
    scores(t, state)[side].total
}

/// What is told of a turning point beside the plans.
const fn tells(outcome: &Outcome) -> bool {
    matches!(
        outcome,
        Outcome::Agreed { .. }
            | Outcome::Broke(_)
            | Outcome::Incident(_)
            | Outcome::Refused(..)
            | Outcome::Leaked(..)
            | Outcome::Ended(_)
    )
}
