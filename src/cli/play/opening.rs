//! What the arguments ask for, as a game to begin or one to take up again.

use super::{Args, exercise, swap, take_over};
use crate::cli::exit::{Exit, Failure};
use crate::cli::kept::usual_saves;
use crate::cli::outside::present;
use crate::exercise::Exercise;
use crate::negotiator::{Level, Outside, Who};
use crate::plain::Known;
use crate::record::{Assignment, Doing, Inject, SaveError, Swapped, seat_name};
use crate::rules::deal::Length;
use crate::rules::side::{PerSide, Side};
use crate::scenario::{Overrides, Scenario};
use crate::session::{NewGame, Player, Resume, Session, SessionError, Wake};
use crate::tui::library::{self, Intent};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// A game to begin, as far as the arguments say.
pub struct Wanted {
    /// The scenario as it was loaded.
    pub scenario: Scenario,
    /// What has been answered already.
    pub known: Known,
    names: Vec<(Option<Side>, String)>,
    swapped: Option<Swapped>,
    injects: Vec<Inject>,
    overrides: Overrides,
    seed: u64,
    saves: Option<PathBuf>,
    outside: Outside,
    /// The exercise that sets the game, if one does.
    pub exercise: Option<Set>,
}

/// A game that an exercise sets.
pub struct Set {
    /// What the scenario is loaded by.
    place: String,
    /// What it adds to the game; the student's name is empty as long as it is not known.
    pub assigned: Assignment,
    /// What is said to the students first.
    pub word: String,
}

impl Wanted {
    /// Reads the arguments; the seed is drawn if none is given.
    pub fn read(mut args: Args) -> Result<Self, Failure> {
        if let Some(path) = &args.exercise {
            let exercise = exercise::read(&args, path)?;
            let student = exercise::student(&args.name, &exercise)?;
            return Ok(Self::set(args, exercise, student.unwrap_or_default()));
        }
        let swap::Again { swapped, injects } = swap::fill(&mut args)?;
        let usage = |error: &dyn std::fmt::Display| Failure::new(Exit::Usage, error);
        let scenario = Scenario::load(args.scenario())?;
        let side = args
            .side
            .map(|name| scenario.text.read_side(&name))
            .transpose()
            .map_err(|error| usage(&format_args!("--side: {error}")))?;
        let overrides = Overrides(args.set);
        // Here and not when the game begins, so that it fails before any question.
        overrides
            .apply(scenario.clone())
            .map_err(|error| usage(&error))?;
        present(args.opponent.iter().filter_map(Player::negotiator))?;
        let names = (args.name.iter()).map(|given| {
            let (side, name) = named(&scenario, given)?;
            Ok((side, seat_name(name)))
        });
        let names = names
            .collect::<Result<_, String>>()
            .map_err(|error| usage(&error))?;
        let known = Known {
            side,
            opponent: args.opponent,
            length: args.length.map(Length::from),
        };
        Ok(Self {
            scenario,
            known,
            names,
            swapped,
            injects,
            overrides,
            // Short enough to be read out to a neighbour.
            seed: args.seed.unwrap_or_else(|| rand::random::<u32>().into()),
            saves: args.looks.saves.or_else(usual_saves),
            outside: args.limits.told(),
            exercise: None,
        })
    }

    /// What an exercise sets.
    fn set(args: Args, exercise: Exercise, student: String) -> Self {
        let assigned = exercise.assigned(student);
        Self {
            scenario: exercise.scenario,
            known: Known {
                side: Some(exercise.side),
                opponent: Some(exercise.opponent.into()),
                length: Some(exercise.length),
            },
            names: Vec::new(),
            swapped: None,
            injects: exercise.injects,
            overrides: exercise.overrides,
            seed: exercise.seed,
            saves: args.looks.saves.or_else(usual_saves),
            outside: args.limits.told(),
            exercise: Some(Set {
                place: exercise.place,
                assigned,
                word: exercise.word,
            }),
        }
    }

    /// The same for the screen, which begins it.
    fn intent(self, name: String) -> Intent {
        let side = self.known.side.unwrap_or(Side::Presser);
        let names = self.names(side);
        let Known {
            opponent, length, ..
        } = self.known;
        let place = self.exercise.as_ref().map(|set| set.place.clone());
        Intent::New(Box::new(library::NewGame {
            scenario: place.unwrap_or(name),
            side,
            opponent: opponent.map_or_else(usual, |who| who.to_string()),
            names,
            swapped: self.swapped,
            injects: self.injects,
            length: length.unwrap_or_default(),
            seed: Some(self.seed),
            overrides: self.overrides,
            exercise: self.exercise.map(|set| library::Exercise {
                assigned: set.assigned,
                word: set.word,
            }),
        }))
    }

    /// What the persons in the seats want to be called, if the player sits on this side.
    fn names(&self, side: Side) -> PerSide<String> {
        let mut names = PerSide::<String>::default();
        for (of, name) in &self.names {
            names[of.unwrap_or(side)].clone_from(name);
        }
        names
    }

    /// Begins the game.
    pub fn begin(
        self,
        side: Side,
        opponent: Player,
        length: Length,
        wake: Wake,
    ) -> Result<Session, Failure> {
        let created = SystemTime::now().duration_since(UNIX_EPOCH);
        let names = self.names(side);
        let game = NewGame {
            names,
            swapped: self.swapped,
            injects: self.injects,
            scenario: self.scenario,
            overrides: self.overrides,
            side,
            opponent,
            seed: self.seed,
            length,
            exercise: self.exercise.map(|set| set.assigned),
            saves: self.saves,
            created: created.map_or(0, |since| since.as_secs()),
            outside: self.outside,
        };
        Ok(Session::begin(game, wake)?)
    }
}

/// Who plays the other side if nobody is named.
fn usual() -> String {
    Who::Level(Level::default()).to_string()
}

/// A name as it was given, and the side whose it is, if that was said.
pub fn named<'a>(scenario: &Scenario, given: &'a str) -> Result<(Option<Side>, &'a str), String> {
    Ok(match given.split_once('=') {
        Some((side, name)) => {
            let side = scenario.text.read_side(side.trim());
            (
                Some(side.map_err(|error| format!("--name: {error}"))?),
                name,
            )
        }
        None => (None, given),
    })
}

/// What the arguments ask of the screen.
pub fn intent(mut args: Args) -> Result<Intent, Failure> {
    if let Some(path) = args.load.take() {
        present(args.opponent.iter().filter_map(Player::negotiator))?;
        return Ok(Intent::Load {
            path,
            scenario: args.scenario,
            opponent: args.opponent.map(|who| who.to_string()),
        });
    }
    if let Some(path) = args.from.take() {
        return Ok(take_over::Wanted::read(&args, path)?.intent());
    }
    let again = swap::fill(&mut args)?;
    let name = args.scenario().to_owned();
    let mut wanted = Wanted::read(args)?;
    if again.swapped.is_some() {
        wanted.swapped = again.swapped;
        wanted.injects = again.injects;
    }
    Ok(wanted.intent(name))
}

/// Takes up a saved game.
pub fn load(path: &Path, args: Args, wake: Wake) -> Result<Session, Failure> {
    present(args.opponent.iter().filter_map(Player::negotiator))?;
    let resume = Resume {
        scenario: args.scenario,
        opponent: args.opponent,
        outside: args.limits.told(),
    };
    Ok(Session::load(path, resume, wake)?)
}

impl From<SessionError> for Failure {
    fn from(error: SessionError) -> Self {
        let exit = match &error {
            SessionError::Command { .. } | SessionError::OtherOpponent { .. } => Exit::Usage,
            SessionError::Thread(_)
            | SessionError::Save(
                SaveError::Locked { .. }
                | SaveError::Io {
                    doing: Doing::Write | Doing::MakeFolder | Doing::Lock,
                    ..
                },
            ) => Exit::Failed,
            _ => Exit::Unreadable,
        };
        Self::new(exit, error)
    }
}
