//! Counsel for the player: hints from what they may know, and, once the game is over, the
//! opponent's reasons.

use super::{Errand, Session, Wake};
use crate::negotiator::advice::{Advice, advise};
use crate::negotiator::reasons::{Reason, reasons};
use crate::negotiator::{Seating, Stop, Who};
use crate::record::{Help, Step};
use crate::rules::plan::{Decision, Plan};
use crate::rules::side::Side;
use crate::rules::state::Ask;
use crate::rules::tables::Tables;
use crate::rules::view::View;
use std::io;
use std::sync::Arc;

/// Why the opponent did what it did.
pub enum Reasons {
    /// It is being thought through again.
    Thinking(Errand<Vec<Reason>>),
    /// It followed a rule, which its name tells.
    Rule,
    /// It is not of this program, and keeps its reasons to itself.
    Outside,
}

impl Session {
    /// Sets out to advise the player on the plan that is due, from what the player may know
    /// and nothing else. `None` if none is due, or an exercise allows no hints.
    ///
    /// # Errors
    /// If there is no thread for it.
    pub fn advise(&self, wake: Wake) -> Option<io::Result<Errand<Advice>>> {
        if self.ask() != Some(Ask::Plan) || !self.allows(Help::Hints) {
            return None;
        }
        let scenario = Arc::clone(&self.scenario);
        let steps = self.record.replay(&scenario).steps;
        let (view, past) = (self.view(), past(&scenario.tables, &steps, self.side));
        Some(Errand::run(wake, move |stop, tell| {
            advise(&scenario.tables, &past, &view, stop, tell)
        }))
    }

    /// Sets out to find the opponent's reasons, once the game is over: `None` before, and of a
    /// person.
    ///
    /// # Errors
    /// If there is no thread for it.
    pub fn reasons(&self, wake: Wake) -> Option<io::Result<Reasons>> {
        self.ending()?;
        let who = self.opponent()?.clone();
        match who {
            Who::Cmd(_) => return Some(Ok(Reasons::Outside)),
            Who::Level(_) | Who::Search(_) => {}
            _ => return Some(Ok(Reasons::Rule)),
        }
        let (scenario, seed) = (Arc::clone(&self.scenario), self.seed());
        let them = self.side.other();
        let steps = self.record.replay(&scenario).steps;
        let past = past(&scenario.tables, &steps, them);
        let met = plans(&steps, self.side);
        let errand = Errand::run(wake, move |stop: &Stop, tell| {
            let search = who.search(&Seating::new(&scenario, them, seed, stop))?;
            reasons(&scenario.tables, search, &past, &met, stop, tell)
        });
        Some(errand.map(Reasons::Thinking))
    }
}

/// What a side has seen and decided in a game.
fn past(t: &Tables, steps: &[Step], side: Side) -> Vec<(View, Decision)> {
    let own = steps.iter().filter_map(|step| step.decided_by(t, side));
    own.collect()
}

/// The plans that a side has made in a game, with their rounds.
fn plans(steps: &[Step], side: Side) -> Vec<(u8, Plan)> {
    let plan = |step: &Step| match step.decision {
        Some((who, Decision::Plan(plan))) if who == side => Some((step.state.common.round, plan)),
        _ => None,
    };
    steps.iter().filter_map(plan).collect()
}
