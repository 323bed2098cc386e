//! Deciding: every side's decision comes in, in whatever order, and all take effect together.

use super::seats::{self, Mind};
use super::{Seat, Session};
use crate::record::Refused;
use crate::rules::outcome::Outcome;
use crate::rules::plan::{ChoiceId, Decision, Plan};
use crate::rules::side::Side;
use crate::rules::state::Ask;
use crate::rules::view::View;

/// How far the game has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The decision of whoever sits at the keyboard is due.
    Yours,
    /// The other person is to take the keyboard: that side's decision is due, and no more of
    /// the one who sits there.
    HandOver(Side),
    /// No person's decision is due; a negotiator still thinks.
    Waiting,
    /// Both have decided, and this came of it: after answers to an event, what they brought;
    /// after plans, the reveal and the next round's news.
    Resolved(Vec<Outcome>),
    /// It is over.
    Over,
}

impl Session {
    /// Seals the decision of whoever sits at the keyboard, and lets all take effect once
    /// everyone who was asked has decided.
    ///
    /// # Errors
    /// If none is due, or it is against the rules; nothing has changed then.
    pub fn decide(&mut self, decision: Decision) -> Result<Progress, Refused> {
        self.record.seal(&self.scenario, self.side, decision)?;
        let progress = self.poll();
        if matches!(progress, Progress::Waiting | Progress::HandOver(_)) {
            // What is sealed outlives the program even while another thinks.
            self.save();
        }
        Ok(progress)
    }

    /// Looks, without waiting, whether the negotiators have decided.
    pub fn poll(&mut self) -> Progress {
        for side in Side::BOTH {
            if let Some(mind) = self.seats[side].mind_mut() {
                let thought = mind.thinker.poll();
                mind.take(thought);
            }
        }
        self.go_on()
    }

    /// Waits for the negotiators, unless a person's decision is due.
    pub fn wait(&mut self) -> Progress {
        if self.due().is_none() {
            for side in Side::BOTH {
                let asked = self.is_due(side);
                let mind = self.seats[side].mind_mut();
                if let Some(mind) = mind.filter(|mind| asked && !mind.is_done()) {
                    let thought = mind.thinker.wait();
                    mind.take(thought);
                }
            }
        }
        self.poll()
    }

    fn go_on(&mut self) -> Progress {
        if self.ending().is_some() {
            return Progress::Over;
        }
        match self.due() {
            Some(side) if side == self.side => return Progress::Yours,
            Some(side) => return Progress::HandOver(side),
            None => {}
        }
        for side in Side::BOTH {
            if !self.is_due(side) {
                continue;
            }
            let Some(mind) = self.seats[side].mind_mut().filter(|mind| mind.is_done()) else {
                return Progress::Waiting;
            };
            let decision = mind.decided.take();
            self.seal_for(side, decision);
        }
        match self.record.resolve(&self.scenario) {
            Some(outcomes) => {
                seats::enter(&mut self.seats, &outcomes, &self.record, &self.scenario);
                self.save();
                self.ask_negotiators();
                Progress::Resolved(outcomes)
            }
            None => Progress::Waiting,
        }
    }

    /// Whether a side is asked and has not sealed.
    pub(super) fn is_due(&self, side: Side) -> bool {
        let ask = self.record.state().ask(&self.scenario.tables, side);
        ask.is_some() && self.record.sealed()[side].is_none()
    }

    /// Seals a negotiator's decision; for one that is missing or against the rules, what
    /// counts for a side that does not decide.
    fn seal_for(&mut self, side: Side, decision: Option<Decision>) {
        let seal = |session: &mut Self, decision| {
            let scenario = &session.scenario;
            session.record.seal(scenario, side, decision).is_ok()
        };
        if decision.is_some_and(|decision| seal(self, decision)) {
            return;
        }
        let default = match self.record.state().ask(&self.scenario.tables, side) {
            Some(Ask::Choice(_)) => Decision::Choice(ChoiceId(0)),
            _ => Decision::Plan(Plan::DEFAULT),
        };
        seal(self, default);
    }

    /// Sets the negotiators thinking, as far as something is due from them, or tells them of
    /// the end.
    pub(super) fn ask_negotiators(&self) {
        let over = self.ending().zip(self.scores());
        for (side, seat) in self.seats.iter() {
            let Seat::Negotiator(mind) = seat else {
                continue;
            };
            let Mind { thinker, .. } = &**mind;
            if let Some((ending, scores)) = over {
                thinker.end(ending, scores);
            } else if self.is_due(side) {
                let state = self.record.state();
                thinker.ask(&View::of(&self.scenario.tables, state, side));
            }
        }
    }
}
