//! One game being played: the scenario, the record, and in each seat a person at the keyboard
//! or a negotiator that thinks meanwhile.
//!
//! ```text
//!   person ── decide ──► Session ── ask (its view) ──► a negotiator's thread
//!     ▲ sit               │   ▲                               │
//!   the other person      │   └─────── decision, wake ────────┘
//!                         └──► record, file
//! ```
//! Two persons take turns at the keyboard: whoever [sits](Session::sit) there is shown what
//! that side may know, and decides for it. Plans take effect together, so that the order
//! changes nothing; whoever has decided last reads what came of it and goes on, and the
//! keyboard changes hands once a round.
//!
//! A negotiator's decision depends on the seed and on what it has seen, never on time: a game
//! that is left and taken up again goes on as it would have.

mod classroom;
mod counsel;
pub mod draft;
mod errand;
mod error;
mod log;
mod opening;
mod play;
mod player;
mod rematch;
mod reviewing;
mod seats;
mod thinker;

#[cfg(test)]
mod tests;

pub use counsel::Reasons;
pub use errand::{Errand, Report};
pub use error::SessionError;
pub use log::RoundLog;
pub use opening::{NewGame, Resume, WhatIf, default_saves, recorded};
pub use play::Progress;
pub use player::{PERSON, Player};
pub use rematch::Rematch;
pub use reviewing::{review, reviewed};
pub use thinker::Wake;

use crate::negotiator::{Forfeit, Who};
use crate::record::{self, Fault, Header, Record, SaveError, SaveFile, Step};
use crate::rules::ending::Ending;
use crate::rules::legal::Legal;
use crate::rules::outcome::Outcome;
use crate::rules::score::{Score, scores};
use crate::rules::side::{PerSide, Side};
use crate::rules::state::{Ask, State};
use crate::rules::view::View;
use crate::scenario::Scenario;
use seats::Seat;
use std::path::Path;
use std::sync::Arc;

/// A game being played.
pub struct Session {
    scenario: Arc<Scenario>,
    /// The side of whoever sits at the keyboard.
    side: Side,
    seats: PerSide<Seat>,
    record: Record,
    file: Option<SaveFile>,
    save_error: Option<SaveError>,
    faults: Vec<Fault>,
}

impl Session {
    /// The scenario, with what was set in it.
    pub const fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// The side of whoever sits at the keyboard.
    pub const fn side(&self) -> Side {
        self.side
    }

    /// The negotiator opposite whoever sits at the keyboard; none if a person sits there too.
    pub fn opponent(&self) -> Option<&Who> {
        self.seats[self.side.other()].mind().map(|mind| &mind.who)
    }

    /// Who plays a side.
    pub fn player(&self, side: Side) -> Player {
        let mind = self.seats[side].mind();
        mind.map_or(Player::Person, |mind| mind.who.clone().into())
    }

    /// What the persons of a side want to be called; empty if they go by no name.
    pub fn name(&self, side: Side) -> &str {
        &self.header().names[side]
    }

    /// Whether two persons take turns at the keyboard.
    pub fn is_shared(&self) -> bool {
        self.seats.iter().all(|(_, seat)| seat.is_person())
    }

    /// The side whose person is to decide next, whoever sits at the keyboard first; none if
    /// no person's decision is due.
    pub fn due(&self) -> Option<Side> {
        let sides = [self.side, self.side.other()].into_iter();
        let mut persons = sides.filter(|side| self.seats[*side].is_person());
        persons.find(|side| self.is_due(*side))
    }

    /// Gives the keyboard to the person of a side; a negotiator needs none.
    pub fn sit(&mut self, side: Side) {
        if self.seats[side].is_person() {
            self.side = side;
        }
    }

    /// Why the negotiator opposite decides nothing any more, if it came to that: one outside
    /// this program that is gone, or gave too many answers that could not be taken.
    pub fn forfeit(&self) -> Option<&Forfeit> {
        self.seats[self.side.other()].mind()?.forfeit.as_ref()
    }

    /// What the game is played with.
    pub const fn header(&self) -> &Header {
        self.record.header()
    }

    /// The number that the game was dealt from.
    pub const fn seed(&self) -> u64 {
        self.record.header().seed.number()
    }

    /// What whoever sits at the keyboard may know.
    pub fn view(&self) -> View {
        View::of(&self.scenario.tables, self.record.state(), self.side)
    }

    /// What they may plan.
    pub fn legal(&self) -> Legal {
        self.view().legal(&self.scenario.tables)
    }

    /// What they are to decide now; nothing while their decision is sealed, or if only the
    /// other side is asked.
    pub fn ask(&self) -> Option<Ask> {
        let due = self.record.sealed()[self.side].is_none();
        let ask = || self.record.state().ask(&self.scenario.tables, self.side);
        due.then(ask).flatten()
    }

    /// What has happened, round by round, for them to look up.
    pub fn log(&self) -> &[RoundLog] {
        match &self.seats[self.side] {
            Seat::Person(rounds) => rounds,
            Seat::Negotiator(_) => &[],
        }
    }

    /// What came of the last plans and of all answers since, with the rounds that those were
    /// made in: for persons who take the game up again. Filter by [`Outcome::visible_to`].
    pub fn last_round(&self) -> Vec<(u8, Vec<Outcome>)> {
        let steps = self.record.replay(&self.scenario).steps;
        let told = |step: &Step| {
            step.outcomes
                .iter()
                .any(|it| matches!(it, Outcome::Said(..)))
        };
        let Some(at) = steps.iter().rposition(told) else {
            return Vec::new();
        };
        let round = |at: usize| steps[at - 1].state.common.round;
        let since = (at..steps.len()).filter(|at| !steps[*at].outcomes.is_empty());
        since
            .map(|at| (round(at), steps[at].outcomes.clone()))
            .collect()
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

    /// Everything, at any time: only for tests that look whether it is told to the wrong side.
    #[cfg(test)]
    pub const fn state(&self) -> &State {
        self.record.state()
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
