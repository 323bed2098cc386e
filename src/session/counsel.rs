//! Counsel for the player: hints from what they may know, and, once the game is over, the
//! opponent's reasons.

use super::{Errand, Session, Wake};
use crate::negotiator::advice::{Advice, advise};
use crate::negotiator::reasons::{Reason, reasons};
use crate::negotiator::{Seating, Stop, Who};
use crate::rules::plan::{Decision, Plan};
use crate::rules::side::Side;
use crate::rules::state::Ask;
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
    /// What a side has seen and decided so far.
    fn past(&self, side: Side) -> Vec<(View, Decision)> {
        let t = &self.scenario.tables;
        let steps = self.record.replay(&self.scenario).steps;
        // To seal a decision changes nothing that its side may know.
        let own = steps.into_iter().filter_map(|step| {
            let (who, decided) = step.decision?;
            (who == side).then(|| (View::of(t, &step.state, side), decided))
        });
        own.collect()
    }

    /// Sets out to advise the player on the plan that is due, from what the player may know
    /// and nothing else. `None` if none is due.
    ///
    /// # Errors
    /// If there is no thread for it.
    pub fn advise(&self, wake: Wake) -> Option<io::Result<Errand<Advice>>> {
        if self.ask() != Some(Ask::Plan) {
            return None;
        }
        let (view, past) = (self.view(), self.past(self.side));
        let scenario = Arc::clone(&self.scenario);
        Some(Errand::run(wake, move |stop, tell| {
            advise(&scenario.tables, &past, &view, stop, tell)
        }))
    }

    /// Sets out to find the opponent's reasons, once the game is over: `None` before.
    ///
    /// # Errors
    /// If there is no thread for it.
    pub fn reasons(&self, wake: Wake) -> Option<io::Result<Reasons>> {
        self.ending()?;
        match self.opponent {
            Who::Cmd(_) => return Some(Ok(Reasons::Outside)),
            Who::Level(_) | Who::Search(_) => {}
            _ => return Some(Ok(Reasons::Rule)),
        }
        let them = self.side.other();
        let (past, met) = (self.past(them), plans(&self.past(self.side)));
        let (scenario, who, seed) = (
            Arc::clone(&self.scenario),
            self.opponent.clone(),
            self.seed(),
        );
        let errand = Errand::run(wake, move |stop: &Stop, tell| {
            let search = who.search(&Seating::new(&scenario, them, seed, stop))?;
            reasons(&scenario.tables, search, &past, &met, stop, tell)
        });
        Some(errand.map(Reasons::Thinking))
    }
}

/// The plans among decisions, with their rounds.
fn plans(past: &[(View, Decision)]) -> Vec<(u8, Plan)> {
    let plan = |(view, decided): &(View, Decision)| match *decided {
        Decision::Plan(plan) => Some((view.common.round, plan)),
        Decision::Choice(_) => None,
    };
    past.iter().filter_map(plan).collect()
}
