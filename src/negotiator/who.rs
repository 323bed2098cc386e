//! Who sits in a seat: the names of all negotiators, and how each is made.

use super::adversary::{Adversary, Told};
use super::conceder::Conceder;
use super::external::{CommandError, CommandLine, External};
use super::hard_liner::HardLiner;
use super::logroller::Logroller;
use super::micro::Micro;
use super::own_dice::OwnDice;
use super::scripted::{Scripted, Strategy};
use super::staller::Staller;
use super::tit_for_tat::TitForTat;
use super::tutor::Tutor;
use super::{Negotiator, Profile, Random, Search, Seating};
use crate::scenario::help;
use std::fmt;
use std::str::FromStr;

/// How much the search may think.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Thinks briefly, reads nobody, and slips often.
    Easy,
    /// A fair opponent for a first game.
    #[default]
    Normal,
    /// As calibrated.
    Hard,
    /// For those who have beaten it: more thought alone adds nothing to it, a thought for
    /// the other side does.
    Expert,
}

impl Level {
    /// Every level, the weakest first.
    pub const ALL: [Self; 4] = [Self::Easy, Self::Normal, Self::Hard, Self::Expert];

    /// As typed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Easy => "easy",
            Self::Normal => "normal",
            Self::Hard => "hard",
            Self::Expert => "expert",
        }
    }

    /// How it thinks. The levels differ in how much, in how well they read the other
    /// side, and in how often they slip; the highest thinks for the other side as well.
    pub const fn profile(self) -> Profile {
        match self {
            Self::Easy => Profile {
                guesses: 0,
                slip: 40,
                ..Profile::of(60)
            },
            Self::Normal => Profile {
                guesses: 64,
                slip: 12,
                ..Profile::of(500)
            },
            Self::Hard => Profile::of(6000),
            Self::Expert => Profile {
                foil: 1500,
                ..Profile::of(3000)
            },
        }
    }
}

/// Who decides for a side.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    /// By lot.
    Random,
    /// Gives nothing.
    HardLiner,
    /// Plays for time.
    Staller,
    /// Answers in kind.
    TitForTat,
    /// Concedes as time runs.
    Conceder,
    /// Concedes as little as it can, turn by turn.
    Micro,
    /// Trades what is cheap for what is dear.
    Logroller,
    /// Follows the list of the guided first game.
    Tutor,
    /// Searches, at a level.
    Level(Level),
    /// Searches, with this many simulations a decision.
    Search(u32),
    /// Searches, told which search sits opposite, and exploits it.
    Adversary(Told),
    /// A program that speaks the protocol.
    Cmd(CommandLine),
}

/// What is written before a command line.
const CMD: &str = "cmd:";
/// What is written before whom an adversary is told of.
const ADVERSARY: &str = "adversary:";

/// Nobody can be seated by that name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WhoError {
    /// No negotiator has it.
    #[error("no negotiator is called `{name}`{}", .help.as_ref().map(|h| format!("; {h}")).unwrap_or_default())]
    Unknown {
        /// What was asked for.
        name: String,
        /// What may have been meant.
        help: Option<String>,
    },
    /// It is a command line that starts nothing.
    #[error(transparent)]
    Command(#[from] CommandError),
}

impl Who {
    /// Everyone with a name of one word whom one may want opposite; the tutor teaches and plays
    /// no game of its own.
    pub const NAMED: [Self; 11] = [
        Self::Random,
        Self::HardLiner,
        Self::Staller,
        Self::TitForTat,
        Self::Conceder,
        Self::Micro,
        Self::Logroller,
        Self::Level(Level::Easy),
        Self::Level(Level::Normal),
        Self::Level(Level::Hard),
        Self::Level(Level::Expert),
    ];

    /// The name without particulars.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Random => "random",
            Self::HardLiner => "hard-liner",
            Self::Staller => "staller",
            Self::TitForTat => "tit-for-tat",
            Self::Conceder => "conceder",
            Self::Micro => "micro",
            Self::Logroller => "logroller",
            Self::Tutor => "tutor",
            Self::Level(level) => level.name(),
            Self::Search(_) => "search",
            Self::Adversary(_) => "adversary",
            Self::Cmd(_) => "cmd",
        }
    }

    /// Looks whether a program that is named is there to be started.
    ///
    /// # Errors
    /// If it is not.
    pub fn look(&self) -> Result<(), WhoError> {
        match self {
            Self::Cmd(line) => Ok(line.look()?),
            _ => Ok(()),
        }
    }

    /// The search that decides for it, if one does: same seed and seat, same search.
    pub fn search(&self, at: &Seating<'_>) -> Option<Search> {
        let profile = match self {
            Self::Level(level) => level.profile(),
            Self::Search(budget) => Profile::of(*budget),
            _ => return None,
        };
        let dice = OwnDice::new(at.bot_seed, at.side);
        Some(Search::new(profile, dice, at.stop.clone()))
    }

    /// Seats one for a game: same seed and seat, same negotiator.
    pub fn seat(&self, at: &Seating<'_>) -> Box<dyn Negotiator> {
        let dice = OwnDice::new(at.bot_seed, at.side);
        let search = |profile| Box::new(Search::new(profile, dice, at.stop.clone()));
        match self {
            Self::Random => Box::new(Random::new(dice)),
            Self::HardLiner => scripted(HardLiner, dice),
            Self::Staller => scripted(Staller, dice),
            Self::TitForTat => scripted(TitForTat, dice),
            Self::Conceder => scripted(Conceder, dice),
            Self::Micro => scripted(Micro, dice),
            Self::Logroller => scripted(Logroller, dice),
            Self::Tutor => Box::new(Tutor::new(at)),
            Self::Level(level) => search(level.profile()),
            Self::Search(budget) => search(Profile::of(*budget)),
            Self::Adversary(told) => {
                Box::new(Adversary::new(told.profile(), dice, at.stop.clone()))
            }
            Self::Cmd(line) => Box::new(External::new(line.clone(), at)),
        }
    }
}

fn scripted<S: Strategy + 'static>(strategy: S, dice: OwnDice) -> Box<dyn Negotiator> {
    Box::new(Scripted::new(strategy, dice))
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Search(budget) => write!(f, "search:{budget}"),
            Self::Adversary(told) => write!(f, "{ADVERSARY}{}", Self::from(*told)),
            Self::Cmd(line) => write!(f, "{CMD}{line}"),
            _ => f.write_str(self.name()),
        }
    }
}

impl FromStr for Who {
    type Err = WhoError;

    fn from_str(name: &str) -> Result<Self, WhoError> {
        if let Some(line) = name.strip_prefix(CMD) {
            return Ok(Self::Cmd(CommandLine::read(line)?));
        }
        let searching = || {
            name.strip_prefix("search:")?
                .parse()
                .ok()
                .filter(|&n| n > 0)
        };
        if let Some(budget) = searching() {
            return Ok(Self::Search(budget));
        }
        if name == Self::Tutor.name() {
            return Ok(Self::Tutor);
        }
        if let Some(told) = name.strip_prefix(ADVERSARY).and_then(Told::named) {
            return Ok(Self::Adversary(told));
        }
        let known = Self::NAMED.into_iter();
        known.clone().find(|who| who.name() == name).ok_or_else(|| {
            let names =
                known
                    .map(|who| who.name())
                    .chain(["search:N", "adversary:LEVEL", "cmd:COMMAND"]);
            WhoError::Unknown {
                name: name.to_owned(),
                help: help(name, names),
            }
        })
    }
}
