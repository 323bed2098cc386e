//! What a save says of its game as a whole.

use super::exercise::{Assignment, Inject};
use super::hex::Hex;
use crate::rules::deal::Length;
use crate::rules::ending::Ending;
use crate::rules::side::{PerSide, Side};
use crate::rules::{self, state::State};
use crate::scenario::Scenario;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// Who plays a side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Seat {
    /// A person at the keyboard.
    Person,
    /// A negotiator, by its level, its name, or its command line.
    Opponent(String),
}

/// Where a game's chance comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Seed {
    /// From this number, for all to see.
    Open(u64),
}

impl Seed {
    /// The number to deal from.
    pub const fn number(self) -> u64 {
        match self {
            Self::Open(number) => number,
        }
    }
}

/// Where a game branched off another: up to that moment the two are one game.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parent {
    /// What the other game's file was called; not part of the chain.
    pub save: String,
    /// The last entry that the two have in common.
    pub entry: u32,
    /// The round that was taken over, and played anew.
    pub round: u8,
    /// The other game's chain up to and with that entry, by which it is known.
    pub chain: Hex<16>,
}

impl Parent {
    /// The name of the other game's file, if it is one and leads nowhere else.
    pub fn file_name(&self) -> Option<&str> {
        beside(&self.save)
    }
}

/// The game of the same deal that was played before this one with the sides the other way
/// round, as at duplicate bridge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Swapped {
    /// What the other game's file was called; not part of the chain.
    pub save: String,
    /// The other game's chain with its last entry, by which it is known.
    pub chain: Hex<16>,
}

/// The name of a file beside this one; nothing that leads anywhere else.
fn beside(save: &str) -> Option<&str> {
    let name = Path::new(save).file_name()?.to_str()?;
    (name == save && !name.chars().any(char::is_control)).then_some(name)
}

impl Swapped {
    /// The name of the other game's file, if it is one and leads nowhere else.
    pub fn file_name(&self) -> Option<&str> {
        beside(&self.save)
    }
}

/// The longest name of a seat, in characters.
pub const LONGEST_NAME: usize = 40;

/// What a person or a pair wants to be called, as it is kept: one short line.
pub fn seat_name(given: &str) -> String {
    let shown = given.chars().filter(|c| !c.is_control());
    let line: String = shown.take(LONGEST_NAME).collect();
    line.trim().to_owned()
}

/// What a game is played with. All of it but the title is part of the chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// The version of the rules, [`rules::VERSION`] when the game began.
    pub rules: u32,
    /// The scenario's id.
    pub scenario: String,
    /// The hash of the scenario's content, before overrides.
    pub content: Hex<32>,
    /// Rule constants set for this game, as `KEY=VALUE`, in the order they were given.
    pub overrides: Vec<String>,
    /// How long the game is.
    pub length: Length,
    /// Who plays each side, the presser first.
    pub seats: PerSide<Seat>,
    /// What the persons in the seats call themselves, the presser's first; empty for one who
    /// goes by no name. Two who confer on a seat share it.
    #[serde(default, skip_serializing_if = "Header::is_nameless")]
    pub names: PerSide<String>,
    /// Where chance comes from.
    pub seed: Seed,
    /// The game that this one branched off, if it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Parent>,
    /// The game that this one is played after with the sides swapped, if it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub swapped: Option<Swapped>,
    /// Events that are forced to open a round.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub injects: Vec<Inject>,
    /// The exercise that it is played as, if it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exercise: Option<Assignment>,
    /// When the game began, in seconds since 1970 (UTC).
    pub created: u64,
    /// What the player calls it.
    pub title: String,
}

impl Header {
    /// The header of a new game of the scenario, without overrides or a title.
    pub fn new(scenario: &Scenario, length: Length, seats: PerSide<Seat>, seed: u64) -> Self {
        Self {
            rules: rules::VERSION,
            scenario: scenario.id.clone(),
            content: Hex(scenario.hash),
            overrides: Vec::new(),
            length,
            seats,
            names: PerSide::default(),
            seed: Seed::Open(seed),
            parent: None,
            swapped: None,
            injects: Vec::new(),
            exercise: None,
            created: 0,
            title: String::new(),
        }
    }

    /// Whether nobody in it goes by a name.
    pub(super) fn is_nameless(names: &PerSide<String>) -> bool {
        names.iter().all(|(_, name)| name.is_empty())
    }

    /// Whether both sides are played by persons, who share the keyboard.
    pub fn is_shared(&self) -> bool {
        self.seats.iter().all(|(_, seat)| *seat == Seat::Person)
    }

    /// The side that a person plays: the presser if both, none if neither.
    pub fn person(&self) -> Option<Side> {
        Side::BOTH
            .into_iter()
            .find(|&side| self.seats[side] == Seat::Person)
    }

    /// Whether the scenario's id is a plain name. It may become part of a path, so that
    /// nothing else is ever read from a file.
    pub(super) fn names_plainly(&self) -> bool {
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_';
        let id = &self.scenario;
        !id.is_empty() && id.len() <= 40 && id.bytes().all(plain)
    }
}

/// How far the game has come: told again at the head of the file, so that a list of saves
/// need not read the logs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    /// The round being played, from 1.
    pub round: u8,
    /// The last round.
    pub rounds: u8,
    /// How it ended, once it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ending: Option<Ending>,
}

impl Progress {
    /// The progress of a game that has come to this state.
    pub const fn of(state: &State) -> Self {
        Self {
            round: state.common.round,
            rounds: state.common.rounds,
            ending: state.ending(),
        }
    }
}
