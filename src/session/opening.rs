//! Beginning a game, and taking one up again.

use super::seats::{self, Mind};
use super::thinker::{Invited, Thinker, Wake};
use super::{Player, RoundLog, Session, SessionError, log};
use crate::negotiator::{Outside, Who};
use crate::record::{
    self, Assignment, Fork, Header, Hex, Inject, Parent, Record, Resumed, SaveFile, Seat, Step,
    Swapped, default_folder,
};
use crate::rules;
use crate::rules::deal::Length;
use crate::rules::plan::Decision;
use crate::rules::side::{PerSide, Side};
use crate::rules::view::View;
use crate::scenario::{Overrides, Scenario};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a game is to be played with.
#[derive(Clone, Debug)]
pub struct NewGame {
    /// The scenario as it was loaded.
    pub scenario: Scenario,
    /// What is set in it.
    pub overrides: Overrides,
    /// The player's side; if the other is played by a person too, the one that begins.
    pub side: Side,
    /// Who plays the other.
    pub opponent: Player,
    /// What the persons in the seats want to be called; empty for those who go by no name.
    pub names: PerSide<String>,
    /// The game of this deal that was played with the sides the other way round, if this one
    /// answers it.
    pub swapped: Option<Swapped>,
    /// What the game is dealt from.
    pub seed: u64,
    /// How long it is.
    pub length: Length,
    /// Events that are forced to open a round.
    pub injects: Vec<Inject>,
    /// The exercise that it is played as, if it is; whoever sits in the student's seat is
    /// called as it calls the student, unless by another name.
    pub exercise: Option<Assignment>,
    /// The folder to keep it in; if none, it is not kept.
    pub saves: Option<PathBuf>,
    /// When it begins, in seconds since 1970 (UTC).
    pub created: u64,
    /// What holds for an opponent outside this program.
    pub outside: Outside,
}

/// What a saved game is to be taken up with, beside what its file says.
#[derive(Clone, Debug, Default)]
pub struct Resume {
    /// The scenario, if it does not come with the game: the path of its folder.
    pub scenario: Option<String>,
    /// The opponent, which has to be named if it is a command: no file starts a program.
    pub opponent: Option<Player>,
    /// What holds for an opponent outside this program.
    pub outside: Outside,
}

/// A game to be taken over at a moment of another, and played on from there.
#[derive(Clone, Debug)]
pub struct WhatIf {
    /// The scenario, with what is set in it.
    pub scenario: Arc<Scenario>,
    /// What the other game was played with.
    pub header: Header,
    /// Where this one parts from it.
    pub parent: Parent,
    /// What was decided up to there.
    pub decided: Vec<(Side, Decision)>,
    /// The player's side.
    pub side: Side,
    /// Who plays the other.
    pub opponent: Player,
    /// The folder to keep it in; if none, it is not kept.
    pub saves: Option<PathBuf>,
    /// When it begins, in seconds since 1970 (UTC).
    pub created: u64,
    /// What it is called.
    pub title: String,
    /// What holds for an opponent outside this program.
    pub outside: Outside,
}

impl Session {
    /// Takes over a recorded game: all is as it was there up to the parting, chance falls as
    /// it did, and what is decided from then on is another game, with a file of its own.
    ///
    /// # Errors
    /// If the game does not come so far by the rules of today, or the folder of saves cannot
    /// be written to.
    pub fn branch(game: WhatIf, wake: Wake) -> Result<Self, SessionError> {
        let WhatIf { scenario, side, .. } = game;
        let mut seats = PerSide([Seat::Person, Seat::Person]);
        seats[side.other()] = game.opponent.seat();
        let header = Header {
            rules: rules::VERSION,
            content: Hex(scenario.hash),
            seats,
            names: PerSide::default(),
            parent: Some(game.parent),
            swapped: None,
            // Chance falls as it did, but this is not what the class was set.
            exercise: None,
            created: game.created,
            title: game.title,
            ..game.header
        };
        let file = game
            .saves
            .map(|folder| SaveFile::create(&folder, &record::stem(&header, &scenario)))
            .transpose()?;
        let Fork { record, steps } =
            record::fork(header, &scenario, game.decided).map_err(SessionError::Parted)?;
        let mut players = PerSide([Player::Person, Player::Person]);
        players[side.other()] = game.opponent;
        let table = Laid {
            scenario,
            side,
            players,
            outside: game.outside,
        };
        let mut session = table.session(record, file, &steps, wake)?;
        session.save();
        Ok(session)
    }

    /// Deals a game, takes a file for it, and has the opponent begin to think. `wake` is
    /// called from the opponent's thread each time it has decided.
    ///
    /// # Errors
    /// If what is to be set cannot be, or the folder of saves cannot be written to.
    pub fn begin(game: NewGame, wake: Wake) -> Result<Self, SessionError> {
        let mut seats = PerSide([Seat::Person, Seat::Person]);
        seats[game.side.other()] = game.opponent.seat();
        let mut header = Header::new(&game.scenario, game.length, seats, game.seed);
        header.overrides = game.overrides.0.iter().map(ToString::to_string).collect();
        header.created = game.created;
        header.names = game.names;
        header.swapped = game.swapped;
        header.injects = game.injects;
        if let Some(assignment) = game.exercise {
            header.title.clone_from(&assignment.title);
            let name = &mut header.names[game.side];
            if name.is_empty() {
                // Whatever tells of the seat calls it as the report does.
                name.clone_from(&assignment.student);
            }
            header.exercise = Some(assignment);
        }
        let scenario = game.overrides.apply(game.scenario)?;
        let file = game
            .saves
            .map(|folder| SaveFile::create(&folder, &record::stem(&header, &scenario)))
            .transpose()?;
        let (record, outcomes) = Record::begin(header, &scenario);
        let dealt = Step {
            entry: 1,
            decision: None,
            outcomes,
            state: *record.state(),
        };
        let mut players = PerSide([Player::Person, Player::Person]);
        players[game.side.other()] = game.opponent;
        let table = Laid {
            scenario: Arc::new(scenario),
            side: game.side,
            players,
            outside: game.outside,
        };
        let mut session = table.session(record, file, &[dealt], wake)?;
        session.save();
        Ok(session)
    }

    /// Takes up a saved game: its decisions are played again, and nobody is asked about them
    /// anew. If it no longer holds as a whole, it goes on from what does, in a new file; see
    /// [`Session::faults`].
    ///
    /// A save names its scenario and never where it is, so that no file leads to another: one
    /// that does not come with the game has to be given, by the path of its folder. An
    /// opponent that is a command has to be given too, so that no file starts a program.
    ///
    /// # Errors
    /// If nothing of it can be played on, or the scenario or the opponent given is another one.
    pub fn load(path: &Path, given: Resume, wake: Wake) -> Result<Self, SessionError> {
        let opening = SaveFile::open(path)?;
        let header = opening.header();
        let side = header.person().ok_or(SessionError::NoSeat)?;
        let opponent = recorded_opponent(&header.seats[side.other()], given.opponent)?;
        let scenario = recorded(header, given.scenario.as_deref())?;
        let Resumed {
            record,
            steps,
            faults,
            file,
        } = opening.resume(&scenario)?;
        let mut players = PerSide([Player::Person, Player::Person]);
        players[side.other()] = opponent;
        // Of two persons the one who decided last sits there still.
        let decided = steps.iter().rev().find_map(|step| step.decision);
        let sat = decided.filter(|(who, _)| players[*who] == Player::Person);
        let table = Laid {
            scenario: Arc::new(scenario),
            side: sat.map_or(side, |(who, _)| who),
            players,
            outside: given.outside,
        };
        let mut session = table.session(record, Some(file), &steps, wake)?;
        if !faults.is_empty() {
            session.save();
        }
        session.faults = faults;
        Ok(session)
    }
}

/// What has happened in a game so far, round by round, as a side can look it up.
fn told(steps: &[Step], scenario: &Scenario, side: Side) -> Vec<RoundLog> {
    let mut rounds = Vec::new();
    for step in steps {
        let view = View::of(&scenario.tables, &step.state, side);
        log::append(&mut rounds, &step.outcomes, &view);
    }
    rounds
}

/// What a side has seen and decided in a game so far.
fn past(steps: &[Step], scenario: &Scenario, side: Side) -> Vec<(View, Decision)> {
    let own = (steps.iter()).filter_map(|step| step.decided_by(&scenario.tables, side));
    own.collect()
}

/// The opponent of a save. One that is a command is not taken from the file alone: whoever
/// sends a save would start whatever they like.
fn recorded_opponent(seat: &Seat, given: Option<Player>) -> Result<Player, SessionError> {
    let recorded = match seat {
        Seat::Person => Player::Person,
        Seat::Opponent(name) => Player::Negotiator(name.parse()?),
    };
    match given {
        Some(given) if given == recorded => Ok(recorded),
        Some(given) => Err(SessionError::OtherOpponent {
            wanted: recorded.to_string(),
            given: given.to_string(),
        }),
        None if matches!(recorded, Player::Negotiator(Who::Cmd(_))) => Err(SessionError::Command {
            opponent: recorded.to_string(),
        }),
        None => Ok(recorded),
    }
}

/// The scenario of a save, with what was set in it. A save names its scenario and never where
/// it is: one that does not come with the game has to be `given`, by the path of its folder.
///
/// # Errors
/// If it is not there, or is another one, or what was set in it can no longer be set.
pub fn recorded(header: &Header, given: Option<&str>) -> Result<Scenario, SessionError> {
    let set = header.overrides.iter().map(|set| set.parse());
    let overrides = Overrides(set.collect::<Result<_, _>>()?);
    let scenario = match given {
        Some(given) => Scenario::load(given)?,
        None => Scenario::load(&header.scenario).map_err(|error| SessionError::Elsewhere {
            wanted: header.scenario.clone(),
            error,
        })?,
    };
    if scenario.id != header.scenario {
        return Err(SessionError::OtherScenario {
            wanted: header.scenario.clone(),
            given: scenario.id,
        });
    }
    Ok(overrides.apply(scenario)?)
}

/// A table that is laid: who sits where, over what.
struct Laid {
    scenario: Arc<Scenario>,
    /// The side of whoever sits at the keyboard first.
    side: Side,
    players: PerSide<Player>,
    outside: Outside,
}

impl Laid {
    /// The game, after what its steps so far have told.
    fn session(
        self,
        record: Record,
        file: Option<SaveFile>,
        steps: &[Step],
        wake: Wake,
    ) -> Result<Session, SessionError> {
        let Self {
            scenario, outside, ..
        } = self;
        let seed = record.header().seed.number();
        // No more than one seat needs it: a person has the other.
        let mut wake = Some(wake);
        let mut seat = |side: Side| -> Result<seats::Seat, SessionError> {
            let who = match &self.players[side] {
                Player::Person => return Ok(seats::Seat::Person(told(steps, &scenario, side))),
                Player::Negotiator(who) => who.clone(),
            };
            let invited = Invited {
                who: who.clone(),
                side,
                seed,
                past: past(steps, &scenario, side),
                outside: outside.clone(),
            };
            let wake = wake.take().unwrap_or_else(|| Box::new(|| ()));
            let thinker = Thinker::seat(invited, scenario.clone(), wake);
            let mind = Mind::new(who, thinker.map_err(SessionError::Thread)?);
            Ok(seats::Seat::Negotiator(Box::new(mind)))
        };
        let seats = PerSide([seat(Side::Presser)?, seat(Side::Holder)?]);
        let session = Session {
            scenario,
            side: self.side,
            seats,
            record,
            file,
            save_error: None,
            faults: Vec::new(),
        };
        session.ask_negotiators();
        Ok(session)
    }
}

/// Where games are kept unless the player says otherwise; nowhere if the system names no
/// home for the user.
pub fn default_saves(current: &Path) -> Option<PathBuf> {
    default_folder(current).ok()
}
