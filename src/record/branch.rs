//! Branching: a game that begins as another one did, up to a moment, and then goes its own
//! way.

use super::game::{Record, Refused};
use super::header::Header;
use super::replay::Step;
use crate::rules::plan::Decision;
use crate::rules::side::Side;
use crate::scenario::Scenario;

/// A game that has branched off another and waits at the parting.
#[derive(Clone, Debug)]
pub struct Fork {
    /// The new game.
    pub record: Record,
    /// What each entry of it did so far.
    pub steps: Vec<Step>,
}

/// Begins a game and plays into it what was decided in another up to a moment. Chance falls
/// as it did there, since the deal is the same.
///
/// # Errors
/// If a decision cannot be taken down, because the rules are others now.
pub fn fork(
    header: Header,
    scenario: &Scenario,
    decided: impl IntoIterator<Item = (Side, Decision)>,
) -> Result<Fork, Refused> {
    let (record, outcomes) = Record::begin(header, scenario);
    let step = |record: &Record, decision, outcomes| Step {
        entry: record.entries().len() as u32,
        decision,
        outcomes,
        state: *record.state(),
    };
    let mut fork = Fork {
        steps: vec![step(&record, None, outcomes)],
        record,
    };
    for (side, decision) in decided {
        let record = &mut fork.record;
        record.seal(scenario, side, decision)?;
        fork.steps
            .push(step(record, Some((side, decision)), Vec::new()));
        if let Some(outcomes) = record.resolve(scenario) {
            fork.steps.push(step(record, None, outcomes));
        }
    }
    Ok(fork)
}
