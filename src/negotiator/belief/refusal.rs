//! What a refusal tells: a capital that sent back a treaty has drawn a red line that it
//! crossed, and one that did not has drawn none there.

use super::hypothesis::{Hypothesis, Levels};
use crate::rules::clause::{ClauseId, ClauseSet};
use crate::rules::view::View;

/// The chance of what the guess does not foresee: news may open a clause again too.
const OTHERWISE: f32 = 0.02;

/// A treaty that both sides signed and that did not end the game.
#[derive(Clone, Debug)]
pub struct Signing {
    /// Each clause of it, with its level.
    text: Vec<(ClauseId, Levels)>,
    /// Those that are open again since, and not for this side's own red lines.
    reopened: ClauseSet,
}

impl Signing {
    /// Of what was signed on one view, with what another shows of it.
    pub fn new(before: &View, after: &View) -> Self {
        let (old, new) = (&before.common.clauses, &after.common.clauses);
        let clear = old.clear();
        let own = Levels::beyond(before.side, &before.own.red_lines);
        let text: Vec<_> = (clear.iter())
            .map(|id| (id, Levels::one(id, old[id.index()].level)))
            .collect();
        let mut reopened = clear - new.agreed();
        if let Some((id, _)) = text.iter().find(|(_, level)| level.meets(own)) {
            reopened.remove(*id);
        }
        Self { text, reopened }
    }

    /// The chance that it would have come back as it did.
    pub fn likelihood(&self, hypothesis: &Hypothesis) -> f32 {
        let crossed = (self.text.iter()).find(|(_, level)| level.meets(hypothesis.beyond));
        let foreseen = match crossed {
            Some((id, _)) => self.reopened.has(*id),
            None => self.reopened.is_empty(),
        };
        if foreseen { 1.0 } else { OTHERWISE }
    }
}
