//! Deciding: both sides' decisions come in, in whatever order, and take effect together.

use super::Session;
use super::log;
use super::thinker::{Decided, Thought};
use crate::record::Refused;
use crate::rules::outcome::Outcome;
use crate::rules::plan::{ChoiceId, Decision, Plan};
use crate::rules::state::Ask;
use crate::rules::view::View;

/// How far the game has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The player's decision is due.
    Yours,
    /// The player's decision is sealed, or none is due; the opponent still thinks.
    Waiting,
    /// Both have decided, and this came of it: after answers to an event, what they brought;
    /// after plans, the reveal and the next round's news.
    Resolved(Vec<Outcome>),
    /// It is over.
    Over,
}

impl Session {
    /// Seals the player's decision, and lets both take effect if the opponent has decided.
    ///
    /// # Errors
    /// If none is due, or it is against the rules; nothing has changed then.
    pub fn decide(&mut self, decision: Decision) -> Result<Progress, Refused> {
        self.record.seal(&self.scenario, self.side, decision)?;
        let progress = self.poll();
        if progress == Progress::Waiting {
            // What is sealed outlives the program even while the opponent thinks.
            self.save();
        }
        Ok(progress)
    }

    /// Looks, without waiting, whether the opponent has decided.
    pub fn poll(&mut self) -> Progress {
        let thought = self.thinker.poll();
        self.go_on(thought)
    }

    /// Waits for the opponent, unless the player's own decision is due.
    pub fn wait(&mut self) -> Progress {
        let thought = if self.ask().is_none() && self.theirs.is_none() && self.is_due() {
            self.thinker.wait()
        } else {
            self.thinker.poll()
        };
        self.go_on(thought)
    }

    fn go_on(&mut self, thought: Thought) -> Progress {
        let lost = thought == Thought::Lost;
        if let Thought::Done(Decided { decision, forfeit }) = thought {
            self.theirs = Some(decision);
            self.forfeit = forfeit;
        }
        if self.ending().is_some() {
            return Progress::Over;
        }
        if self.ask().is_some() {
            return Progress::Yours;
        }
        if self.is_due() {
            let decision = match self.theirs.take() {
                None if !lost => return Progress::Waiting,
                decision => decision,
            };
            self.seal_theirs(decision);
        }
        match self.record.resolve(&self.scenario) {
            Some(outcomes) => {
                let view = self.view();
                log::append(&mut self.log, &outcomes, &view);
                self.save();
                self.ask_opponent();
                Progress::Resolved(outcomes)
            }
            None => Progress::Waiting,
        }
    }

    /// Whether the opponent is asked and has not sealed.
    fn is_due(&self) -> bool {
        let them = self.side.other();
        let ask = self.record.state().ask(&self.scenario.tables, them);
        ask.is_some() && self.record.sealed()[them].is_none()
    }

    /// Seals the opponent's decision; for one that is missing or against the rules, what
    /// counts for a side that does not decide.
    fn seal_theirs(&mut self, decision: Option<Decision>) {
        let them = self.side.other();
        let seal = |session: &mut Self, decision| {
            let scenario = &session.scenario;
            session.record.seal(scenario, them, decision).is_ok()
        };
        if decision.is_some_and(|decision| seal(self, decision)) {
            return;
        }
        let default = match self.record.state().ask(&self.scenario.tables, them) {
            Some(Ask::Choice(_)) => Decision::Choice(ChoiceId(0)),
            _ => Decision::Plan(Plan::DEFAULT),
        };
        seal(self, default);
    }

    /// Sets the opponent thinking, if something is due from it, or tells it of the end.
    pub(super) fn ask_opponent(&self) {
        if let (Some(ending), Some(scores)) = (self.ending(), self.scores()) {
            self.thinker.end(ending, scores);
        } else if self.is_due() {
            let view = View::of(
                &self.scenario.tables,
                self.record.state(),
                self.side.other(),
            );
            self.thinker.ask(&view);
        }
    }
}
