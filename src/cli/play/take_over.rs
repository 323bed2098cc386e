//! `play --from`: a recorded game taken over from one of its rounds.

use super::Args;
use crate::cli::exit::{Exit, Failure};
use crate::cli::outside::present;
use crate::narrate::Phrases;
use crate::negotiator::{Level, Who};
use crate::record::Seat;
use crate::rules::side::Side;
use crate::session::{Player, Session, Wake};
use crate::theatre::{Place, Recording, TakenOver};
use crate::tui::library::Intent;
use crate::tui::theatre::branch_title;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

/// What is to be taken over, checked as far as it can be before a screen is drawn.
pub struct Wanted {
    place: Place,
    recording: Recording,
    round: u8,
    side: Side,
    opponent: Player,
}

impl Wanted {
    /// Reads the arguments. Whoever sat opposite does so again, unless another is named.
    pub fn read(args: &Args, path: PathBuf) -> Result<Self, Failure> {
        let place = Place::File {
            path,
            scenario: args.scenario.clone(),
        };
        let recording = place.open()?;
        let side = args.side.as_ref().map(|name| {
            let side = recording.scenario().text.read_side(name);
            side.map_err(|error| Failure::new(Exit::Usage, format!("--side: {error}")))
        });
        let usual = recording.header().person().unwrap_or(Side::Presser);
        let side = side.transpose()?.unwrap_or(usual);
        present(args.opponent.iter().filter_map(Player::negotiator))?;
        let opponent = match (&args.opponent, &recording.header().seats[side.other()]) {
            (Some(who), _) => who.clone(),
            (None, Seat::Person) => Who::Level(Level::default()).into(),
            (None, Seat::Opponent(name)) => {
                let who = name.parse();
                match who.map_err(|error| Failure::new(Exit::Usage, error))? {
                    Who::Cmd(_) => {
                        let message = "whoever sat opposite is a command, which is started only \
                                       if you name it yourself: --opponent";
                        return Err(Failure::new(Exit::Usage, message));
                    }
                    who => who.into(),
                }
            }
        };
        let round = args.at.unwrap_or(1);
        let wanted = Self {
            place,
            recording,
            round,
            side,
            opponent,
        };
        wanted.recording.may_begin(round, side)?;
        Ok(wanted)
    }

    /// The same for the screen.
    pub fn intent(self) -> Intent {
        Intent::TakeOver {
            place: self.place,
            round: self.round,
            side: self.side,
            opponent: self.opponent.to_string(),
        }
    }

    /// Begins the new game.
    pub fn begin(
        self,
        args: Args,
        saves: Option<PathBuf>,
        words: &Phrases,
        wake: Wake,
    ) -> Result<Session, Failure> {
        let created = SystemTime::now().duration_since(UNIX_EPOCH);
        let taken = TakenOver {
            round: self.round,
            side: self.side,
            opponent: self.opponent,
            title: branch_title(&self.recording, self.round, words),
            saves: args.looks.saves.or(saves),
            created: created.map_or(0, |since| since.as_secs()),
            outside: args.limits.told(),
        };
        Ok(Session::branch(self.recording.take_over(taken)?, wake)?)
    }
}
