//! What has happened, round by round: for the log, and to answer why a number moved.

use crate::rules::meter::{Gauge, Meter};
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
    /// What the player knew when the plans of the round were due, as far as the meters go: the
    /// answers to the news may have moved them.
    pub fn planned(&self) -> View {
        let mut view = self.opening;
        let (side, common) = (view.side, &mut view.common);
        let news = self.outcomes.iter();
        for outcome in news.take_while(|outcome| !outcome.opens_plans()) {
            let Outcome::Change(Change { meter, to, .. }) = *outcome else {
                continue;
            };
            match meter {
                Meter::Tension => common.tension = to,
                Meter::Fog => common.fog = to,
                Meter::Hope => common.hope = to,
                Meter::Shock => common.shock = to,
                Meter::Of(of, Gauge::Face) => common.face[of] = to,
                Meter::Of(of, gauge) if of == side => match gauge {
                    Gauge::Pressure => view.own.pressure = to,
                    Gauge::Strain => view.own.strain = to,
                    Gauge::Strength => view.own.strength = to,
                    Gauge::Trust => view.own.trust = to,
                    Gauge::Face => {}
                },
                Meter::Of(..) => {}
            }
        }
        view
    }

    /// What happened once the round was open, from its news on.
    pub fn opened(&self) -> &[Outcome] {
        let opens = |outcome: &Outcome| matches!(outcome, Outcome::Round(_));
        let at = self.outcomes.iter().position(opens);
        &self.outcomes[at.map_or(0, |at| at + 1)..]
    }

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
