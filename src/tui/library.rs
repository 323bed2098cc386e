//! What the screens around the game ask of the rest of the program: which scenarios
//! and saved games there are, and to begin or resume one.

use super::context::Context;
use super::layer::Flow;
use crate::narrate::{Narrator, Phrases};
use crate::record::{Assignment, Inject, Swapped};
use crate::rules::deal::Length;
use crate::rules::side::{PerSide, Side};
use crate::scenario::Overrides;
use crate::theatre::{Place, Recording, Vantage};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// A scenario that can be played.
#[derive(Clone, Debug)]
pub struct ScenarioInfo {
    /// Short name: `gulf`.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// A paragraph about it.
    pub summary: String,
    /// The presser's capital, then the holder's.
    pub capitals: [String; 2],
    /// A line for each side about what it is there for.
    pub roles: [String; 2],
    /// Rounds of a short, a standard and a long game.
    pub rounds: [u8; 3],
}

impl ScenarioInfo {
    /// What there is to know of a scenario before it is played.
    pub fn of(n: &Narrator) -> Self {
        let scenario = n.scenario;
        let sides = &n.text.sides;
        // Of a role sheet, the first paragraph.
        let role = |side: Side| {
            sides[side]
                .role
                .split("\n\n")
                .next()
                .unwrap_or("")
                .to_owned()
        };
        Self {
            id: scenario.id.clone(),
            title: n.text.title.clone(),
            summary: n.text.summary.clone(),
            capitals: Side::BOTH.map(|side| sides[side].capital.clone()),
            roles: Side::BOTH.map(role),
            rounds: Length::ALL.map(|length| length.rounds(&scenario.tables)),
        }
    }
}

/// A saved game, without opening it.
#[derive(Clone, Debug)]
pub struct SaveInfo {
    /// The file.
    pub path: PathBuf,
    /// The scenario's title.
    pub title: String,
    /// The capital that the player speaks for.
    pub side: String,
    /// Who the opponent is: a level or a name.
    pub opponent: String,
    /// The round it stands at.
    pub round: u8,
    /// The rounds it has.
    pub rounds: u8,
    /// How it ended, in words, if it is over.
    pub ending: Option<String>,
    /// The deal that it is of, as far as two games are told apart by it.
    pub deal: String,
    /// When it was last written.
    pub modified: SystemTime,
    /// What is wrong with the file, if it cannot be opened.
    pub fault: Option<String>,
}

/// A game to begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewGame {
    /// The scenario's short name.
    pub scenario: String,
    /// The side that the player speaks for; if the other is played by a person too, the one
    /// that begins.
    pub side: Side,
    /// The opponent: a level, a name, or [`PERSON`](crate::session::PERSON).
    pub opponent: String,
    /// What the persons in the seats want to be called; empty for those who go by no name.
    pub names: PerSide<String>,
    /// The game of this deal that was played with the sides the other way round, if this one
    /// answers it.
    pub swapped: Option<Swapped>,
    /// How long.
    pub length: Length,
    /// What the deal is drawn from; drawn itself if absent.
    pub seed: Option<u64>,
    /// Numbers of the scenario that are set to other values.
    pub overrides: Overrides,
    /// Events that are forced to open a round.
    pub injects: Vec<Inject>,
    /// The exercise that it is played as, if it is.
    pub exercise: Option<Exercise>,
}

/// What an exercise adds to a game.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exercise {
    /// What goes into its save. The student's name is asked for if it is empty.
    pub assigned: Assignment,
    /// What is said to the student first; may be empty.
    pub word: String,
}

/// What a screen asks the session to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Intent {
    /// Begin a game.
    New(Box<NewGame>),
    /// Take up a saved one.
    Load {
        /// The save.
        path: PathBuf,
        /// Its scenario, if it does not come with the game: the path of its folder.
        scenario: Option<String>,
        /// Its opponent, which has to be named if it is a command.
        opponent: Option<String>,
    },
    /// Watch a saved one.
    Watch {
        /// The game.
        place: Place,
        /// The same, if it has been opened already.
        opened: Option<Box<Recording>>,
        /// The round to begin at; the deal if none is named.
        round: Option<u8>,
        /// The seat to watch from; the usual one if none is named.
        vantage: Option<Vantage>,
    },
    /// Set two games of one deal side by side.
    Compare {
        /// The one.
        one: Place,
        /// The other.
        two: Place,
    },
    /// Take a recorded game over from one of its rounds.
    TakeOver {
        /// The game.
        place: Place,
        /// The round that is played anew.
        round: u8,
        /// The side that the player speaks for.
        side: Side,
        /// The opponent: a level or a name.
        opponent: String,
    },
}

impl Intent {
    /// Take up a saved game on a scenario that comes with the game.
    pub fn load(path: impl Into<PathBuf>) -> Self {
        Self::Load {
            path: path.into(),
            scenario: None,
            opponent: None,
        }
    }

    /// Watch a game from its deal.
    pub fn watch(place: Place) -> Self {
        Self::Watch {
            place,
            opened: None,
            round: None,
            vantage: None,
        }
    }
}

/// Where scenarios and saved games come from. The session implements it; tests use a
/// list.
pub trait Library {
    /// The scenarios that can be played.
    fn scenarios(&self, words: &Phrases) -> Vec<ScenarioInfo>;

    /// Whether a scenario can be played with these numbers changed; if not, why.
    fn check(&self, scenario: &str, overrides: &Overrides) -> Result<(), String>;

    /// The opponents, by level or name. Their words are the phrases `opponent.NAME`.
    fn opponents(&self) -> Vec<String>;

    /// The saved games, latest first.
    fn saves(&self, words: &Phrases) -> Vec<SaveInfo>;

    /// Removes a saved game.
    fn remove(&self, path: &Path) -> io::Result<()>;
}

/// No scenarios, no opponents and no saved games: for a screen shown on its own.
#[derive(Clone, Copy, Debug)]
pub struct Empty;

impl Library for Empty {
    fn scenarios(&self, _: &Phrases) -> Vec<ScenarioInfo> {
        Vec::new()
    }

    fn check(&self, _: &str, _: &Overrides) -> Result<(), String> {
        Ok(())
    }

    fn opponents(&self) -> Vec<String> {
        Vec::new()
    }

    fn saves(&self, _: &Phrases) -> Vec<SaveInfo> {
        Vec::new()
    }

    fn remove(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }
}

/// Does what a screen intends: most often by pushing the first screen of a game, or a
/// message that says why not.
pub trait Host {
    /// Answers with what to do with the stack of screens.
    fn intend(&mut self, intent: Intent, cx: &mut Context) -> Flow;
}
