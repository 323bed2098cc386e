//! What has happened, round by round: for the log, and to answer why a number moved.

use crate::rules::meter::Meter;
use crate::rules::outcome::{Change, Outcome};
use crate::rules::view::View;

/// One round, from its news to the decisions that ended it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundLog {
    /// Which, from 1.
    pub round: u8,
    /// What the player knew when the news was out and nothing was decided yet.
    pub opening: View,
    /// What happened, in order, hidden things too: filter by [`Outcome::visible_to`].
    pub outcomes: Vec<Outcome>,
}

impl RoundLog {
    /// Each time the meter moved in this round.
    pub fn moves(&self, meter: Meter) -> impl Iterator<Item = &Change> {
        self.outcomes
            .iter()
            .filter_map(move |outcome| match outcome {
                Outcome::Change(change) if change.meter == meter => Some(change),
                _ => None,
            })
    }
}

/// Sorts new outcomes into their rounds. What comes before the first round is the deal,
/// and belongs to it. `now` is the player's view after the last of them.
pub(super) fn append(log: &mut Vec<RoundLog>, outcomes: &[Outcome], now: &View) {
    let mut dealt = Vec::new();
    for &outcome in outcomes {
        if let Outcome::Round(round) = outcome {
            log.push(RoundLog {
                round,
                opening: *now,
                outcomes: std::mem::take(&mut dealt),
            });
        }
        match log.last_mut() {
            Some(round) => round.outcomes.push(outcome),
            None => dealt.push(outcome),
        }
    }
}
