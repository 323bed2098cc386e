//! What no longer holds in a save that could be read.

use super::game::Refused;
use super::hex::Hex;
use crate::scenario::notation::NotationError;
use std::fmt;

/// The first thing wrong of its kind in a record. Everything before it is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The number of the first bad entry; 0 if it is the file's head.
    pub entry: u32,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FaultKind {
    /// The game began under other rules.
    #[error("the game was played by rules {recorded}; these are rules {present}")]
    Rules {
        /// By the save.
        recorded: u32,
        /// In this program.
        present: u32,
    },
    /// The game began with another scenario, or with other content of it.
    #[error(
        "the game was played with the scenario `{scenario}`, content {recorded}; \
         at hand is content {present}"
    )]
    Scenario {
        /// The scenario's id, by the save.
        scenario: String,
        /// The hash of its content, by the save.
        recorded: Hex<32>,
        /// The hash of the content at hand.
        present: Hex<32>,
    },
    /// What was set in the scenario can no longer be set.
    #[error("of what was set in the scenario for this game, something is no longer there: {0}")]
    Set(String),
    /// The file cannot be read any further.
    #[error("{line}:{column}: {message}")]
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
        /// What was expected there.
        message: String,
    },
    /// The head tells another round, length or ending than the log.
    #[error("the progress told at the head is not where the log leads")]
    Progress,
    /// An entry is missing, doubled or out of place.
    #[error("an entry of another number, {found}, stands here")]
    Number {
        /// The number it bears.
        found: u32,
    },
    /// The entry, or one before it, is not the one that was written.
    #[error("the entry was altered: its chain hash does not match")]
    Chain,
    /// The decision cannot be read.
    #[error("{0}")]
    Notation(NotationError),
    /// The decision was not open to that side.
    #[error("`{what}` cannot be: {why}")]
    Refused {
        /// The decision.
        what: String,
        /// Why not.
        why: Refused,
    },
    /// Chance speaks before the decisions are in, or after the end.
    #[error("something came of decisions that were not made")]
    TooEarly,
    /// What came of the decisions is not what comes of them now.
    #[error("recorded is `{recorded}`, but the rules give `{replayed}`")]
    Chance {
        /// In the save.
        recorded: String,
        /// By the rules.
        replayed: String,
    },
    /// The state that the entry led to is not the one it leads to now.
    #[error("it leads to another state than the one recorded")]
    State,
    /// An answer to a task is not the one that was given, or is asked for nowhere.
    #[error("the answer to the task `{task}` is not the one that was given here")]
    Answer {
        /// The task.
        task: String,
    },
    /// A snapshot is missing or is not the state of its round.
    #[error("the snapshot of round {round} is not the state of that round")]
    Snapshot {
        /// The round.
        round: u8,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.entry {
            0 => write!(f, "{}", self.kind),
            entry => write!(f, "entry {entry}: {}", self.kind),
        }
    }
}

impl std::error::Error for Fault {}
