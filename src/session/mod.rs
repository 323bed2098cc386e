//! One game being played by a person: the scenario, the record, what has happened so far,
//! and an opponent that thinks while the player does.
//!
//! ```text
//!   player ── decide ──► Session ── ask (its view) ──► the opponent's thread
//!                         │   ▲                               │
//!         record, file ◄──┘   └─────── decision, wake ────────┘
//! ```
//! The opponent's decision depends on the seed and on what it has seen, never on time: a game
//! that is left and taken up again goes on as it would have.

mod classroom;
mod counsel;
pub mod draft;
mod errand;
mod error;
mod log;
mod opening;
mod play;
mod reviewing;
mod thinker;

#[cfg(test)]
mod tests;

pub use counsel::Reasons;
pub use errand::{Errand, Report};
pub use error::SessionError;
pub use log::RoundLog;
pub use opening::{NewGame, Resume, WhatIf, default_saves, recorded};
pub use play::Progress;
pub use reviewing::{review, reviewed};
pub use thinker::Wake;

use crate::negotiator::{Forfeit, Who};
use crate::record::{self, Fault, Header, Record, SaveError, SaveFile};
use crate::rules::ending::Ending;
use crate::rules::legal::Legal;
use crate::rules::plan::Decision;
use crate::rules::score::{Score, scores};
use crate::rules::side::{PerSide, Side};
use crate::rules::state::{Ask, State};
use crate::rules::view::View;
use crate::scenario::Scenario;
use std::path::Path;
use std::sync::Arc;
use thinker::Thinker;

/// A game being played.
pub struct Session {
    scenario: Arc<Scenario>,
    side: Side,
    opponent: Who,
    record: Record,
    /// The opponent's decision, if it came before the player's.
    theirs: Option<Decision>,
    /// Why the opponent decides nothing any more, if it does not.
    forfeit: Option<Forfeit>,
    log: Vec<RoundLog>,
    file: Option<SaveFile>,
    save_error: Option<SaveError>,
    faults: Vec<Fault>,
    thinker: Thinker,
}

impl Session {
    /// The scenario, with what was set in it.
    pub const fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// The player's side.
    pub const fn side(&self) -> Side {
        self.side
    }

    /// Who plays the other side.
    pub const fn opponent(&self) -> &Who {
        &self.opponent
    }

    /// Why the opponent decides nothing any more, if it came to that: one outside this
    /// program that is gone, or gave too many answers that could not be taken.
    pub const fn forfeit(&self) -> Option<&Forfeit> {
        self.forfeit.as_ref()
    }

    /// What the game is played with.
    pub const fn header(&self) -> &Header {
        self.record.header()
    }

    /// The number that the game was dealt from.
    pub const fn seed(&self) -> u64 {
        self.record.header().seed.number()
    }

    /// What the player may know.
    pub fn view(&self) -> View {
        View::of(&self.scenario.tables, self.record.state(), self.side)
    }

    /// What the player may plan.
    pub fn legal(&self) -> Legal {
        self.view().legal(&self.scenario.tables)
    }

    /// What the player is to decide now; nothing while a decision is sealed, or if only the
    /// opponent is asked.
    pub fn ask(&self) -> Option<Ask> {
        let due = self.record.sealed()[self.side].is_none();
        let ask = || self.record.state().ask(&self.scenario.tables, self.side);
        due.then(ask).flatten()
    }

    /// What has happened, round by round.
    pub fn log(&self) -> &[RoundLog] {
        &self.log
    }

    /// How it ended, once it has.
    pub const fn ending(&self) -> Option<Ending> {
        self.record.state().ending()
    }

    /// Both scores, once it has ended: before, they would tell of secrets.
    pub fn scores(&self) -> Option<PerSide<Score>> {
        let state = self.revealed()?;
        Some(scores(&self.scenario.tables, state))
    }

    /// Everything, once it has ended: both sides' instructions too.
    pub fn revealed(&self) -> Option<&State> {
        self.ending().map(|_| self.record.state())
    }

    /// The file that the game is kept in, if it is.
    pub fn save_path(&self) -> Option<&Path> {
        self.file.as_ref().map(SaveFile::path)
    }

    /// Why the game could not be written when it was last tried.
    pub const fn save_error(&self) -> Option<&SaveError> {
        self.save_error.as_ref()
    }

    /// What was wrong with the save that the game was loaded from. If anything was, the game
    /// goes on from what was sound, in a new file.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// The game as the text of a save.
    pub fn written(&self) -> String {
        record::write(&self.record)
    }

    /// Writes the game. A failure is kept for [`Self::save_error`], and the game goes on.
    pub fn save(&mut self) {
        if let Some(file) = &mut self.file {
            self.save_error = file.save(&self.record).err();
        }
    }
}
