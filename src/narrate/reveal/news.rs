//! The event that opens a round, the answers to it, and what they brought.

use super::{Line, Tone, Voice};
use crate::narrate::{Values, signed};
use crate::rules::meter::{Meter, Tenths};
use crate::rules::outcome::Outcome;
use crate::rules::side::Side;

impl Voice<'_> {
    /// The news in `outcomes`, as far as `viewer` may know.
    pub(super) fn news(&self, viewer: Option<Side>, outcomes: &[Outcome]) -> Vec<Line> {
        let narrator = self.narrator;
        let line = |text: String, tone, side| Line { text, tone, side };
        let mut lines = Vec::new();
        let mut next = None;
        // What the plans of the round brought is told with them.
        let end = outcomes.iter().position(Outcome::opens_plans);
        let end = end.unwrap_or(outcomes.len());
        let outcomes = &outcomes[..end];
        for outcome in outcomes {
            match *outcome {
                Outcome::News(Some(id)) => {
                    let event = narrator.text.event(id);
                    lines.push(line(event.title.clone(), Tone::Neutral, None));
                    lines.push(line(event.flavour.clone(), Tone::Quiet, None));
                    let rest = narrator.event_privileges(id, viewer);
                    if !rest.is_empty() {
                        lines.push(line(rest, Tone::Neutral, None));
                    }
                }
                Outcome::News(None) => {
                    lines.push(line(self.vary("news.", "quiet", 0, &[]), Tone::Quiet, None));
                }
                Outcome::Answered(side, event, choice) => {
                    let values: Values = &[
                        ("capital", &narrator.capital(side)),
                        ("choice", &narrator.choice(event, choice)),
                    ];
                    let text = narrator.words.fill("news.answered", values);
                    lines.push(line(text, Tone::Neutral, Some(side)));
                }
                Outcome::Leaked(side, clause) => {
                    let values: Values = &[
                        ("capital", &narrator.capital(side)),
                        ("clause", &narrator.clause(clause).name),
                    ];
                    let text = narrator.words.fill("news.leaked", values);
                    lines.push(line(text, Tone::Warn, Some(side)));
                }
                Outcome::Started(timer, rounds) => {
                    let values: Values = &[
                        ("timer", &narrator.timer(timer)),
                        ("help", &narrator.timer_help(timer)),
                        ("rounds", &rounds),
                    ];
                    let text = narrator.words.fill("news.started", values);
                    lines.push(line(text, Tone::Neutral, None));
                }
                Outcome::Stopped(timer) => {
                    let values: Values = &[("timer", &narrator.timer(timer))];
                    let text = narrator.words.fill("news.stopped", values);
                    lines.push(line(text, Tone::Quiet, None));
                }
                Outcome::Next(kind) => next = Some(narrator.event_kind(kind)),
                other => {
                    let told = self.bulletin(other).filter(|told| !lines.contains(told));
                    lines.extend(told);
                }
            }
        }
        let effects = self.brought(viewer, outcomes);
        if !effects.is_empty() {
            lines.push(line(effects, Tone::Quiet, None));
        }
        if let Some(kind) = next {
            let text = narrator.words.fill("news.next", &[("kind", &kind)]);
            lines.push(line(text, Tone::Quiet, None));
        }
        lines
    }

    /// What the event and the answers moved, with all that came of them, on one line.
    fn brought(&self, viewer: Option<Side>, outcomes: &[Outcome]) -> String {
        let mut moved: Vec<(Meter, Tenths)> = Vec::new();
        for outcome in outcomes {
            let Outcome::Change(change) = outcome else {
                continue;
            };
            if viewer.is_some_and(|side| !outcome.visible_to(side)) {
                continue;
            }
            let by = change.to - change.from;
            match moved.iter_mut().find(|(meter, _)| *meter == change.meter) {
                Some((_, sum)) => *sum += by,
                None => moved.push((change.meter, by)),
            }
        }
        let words = self.narrator.words;
        let told: Vec<String> = moved
            .into_iter()
            .map(|(meter, by)| {
                let meter = self.narrator.meter_of(meter, viewer);
                words.fill("news.effect", &[("meter", &meter), ("by", &signed(by))])
            })
            .collect();
        told.join(words.get("news.effect_join"))
    }
}
