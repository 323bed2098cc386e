//! The intelligence estimate: what one side may know of the other, in words.

use super::{Key, Line, Narrator, Tone, Values, points};
use crate::rules::clause::ClauseId;
use crate::rules::meter::{Gauge, Tenths};
use crate::rules::side::Side;
use crate::rules::view::{Meaning, View};
use crate::rules::vocabulary::Tally;

/// What is known of the other side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estimated {
    /// Its meters: a name, and a range or a value.
    pub meters: Vec<(String, String)>,
    /// What probing has taught, clause by clause, in the order of the agenda.
    pub clauses: Vec<(ClauseId, Line)>,
    /// What it has been seen to do.
    pub record: Vec<Line>,
    /// Who has conceded what in public.
    pub concessions: Vec<Line>,
}

impl Narrator<'_> {
    /// What `view`'s side knows of the other.
    pub fn estimate(&self, view: &View) -> Estimated {
        Estimated {
            meters: self.estimated_meters(view),
            clauses: self.meanings(view),
            record: self.record(view),
            concessions: self.concessions(view),
        }
    }

    fn estimated_meters(&self, view: &View) -> Vec<(String, String)> {
        let (other, them) = (&view.other, view.side.other());
        let name = |gauge: Gauge| self.words.of("name.meter.", gauge.key()).to_owned();
        vec![
            (name(Gauge::Face), points(view.common.face[them])),
            (
                name(Gauge::Pressure),
                self.range(other.pressure.low, other.pressure.high),
            ),
            (
                name(Gauge::Strain),
                self.range(other.strain.low, other.strain.high),
            ),
            (
                name(Gauge::Strength),
                self.range(other.strength.low, other.strength.high),
            ),
            (
                name(Gauge::Trust),
                self.words.get("estimate.unknown").into(),
            ),
        ]
    }

    fn meanings(&self, view: &View) -> Vec<(ClauseId, Line)> {
        let them = view.side.other();
        let known = view
            .other
            .probed
            .iter()
            .filter_map(|id| Some((id, view.other.meaning(id)?)));
        known
            .map(|(id, meaning)| {
                let name = &self.clause(id).name;
                let (level, text) = match meaning {
                    Meaning::RedLine(line) => (line.limit.0, self.level(id, line.limit)),
                    _ => (0, ""),
                };
                let values: Values = &[
                    ("clause", name),
                    ("beyond", &self.beyond(them)),
                    ("level", &level),
                    ("text", &text),
                ];
                let text = self.say("estimate.meaning.", meaning.key(), values);
                let tone = match meaning {
                    Meaning::RedLine(_) => Tone::Bad,
                    Meaning::Dear => Tone::Warn,
                    Meaning::Middling => Tone::Neutral,
                    Meaning::Cheap => Tone::Good,
                };
                (
                    id,
                    Line {
                        text,
                        tone,
                        side: Some(them),
                    },
                )
            })
            .collect()
    }

    fn record(&self, view: &View) -> Vec<Line> {
        let them = view.side.other();
        let capital = self.capital(them);
        let line = |text: String| Line {
            text,
            tone: Tone::Neutral,
            side: Some(them),
        };
        let mut record = Vec::new();
        if let (Some(say), Some(act)) = (view.common.said[them], view.common.seen[them]) {
            let values: Values = &[
                ("capital", &capital),
                ("say", &self.statement(say)),
                ("act", &self.act(them, act)),
            ];
            record.push(line(self.words.fill("estimate.last", values)));
        }
        let done = Tally::ALL.into_iter().filter_map(|tally| {
            let times = view.other.tallies[tally as usize];
            let values: Values = &[("tally", &self.tally(tally)), ("times", &times)];
            (times > 0).then(|| self.words.fill("estimate.tally", values))
        });
        let done: Vec<String> = done.collect();
        if !done.is_empty() {
            let list = done.join(self.words.get("estimate.join"));
            record.push(line(self.words.fill("estimate.record", &[("list", &list)])));
        }
        let values: Values = &[("capital", &capital), ("count", &view.other.hand)];
        record.push(line(self.words.fill("estimate.hand", values)));
        let signal = if view.common.signal[them] {
            "changed"
        } else {
            "steady"
        };
        record.push(line(self.say(
            "estimate.signal.",
            signal,
            &[("capital", &capital)],
        )));
        record
    }

    fn concessions(&self, view: &View) -> Vec<Line> {
        let c = &view.common;
        let mut lines: Vec<Line> = Side::BOTH
            .into_iter()
            .filter(|&side| c.conceded[side] > 0)
            .map(|side| {
                let conceded = points(Tenths::of(i32::from(c.conceded[side])));
                let values: Values = &[("capital", &self.capital(side)), ("levels", &conceded)];
                let text = self.words.fill("estimate.conceded", values);
                Line {
                    text,
                    tone: Tone::Neutral,
                    side: Some(side),
                }
            })
            .collect();
        let text = match c.first {
            Some(side) => self
                .words
                .fill("estimate.first", &[("capital", &self.capital(side))]),
            None if c.conceded.0 == [0; 2] => self.words.get("estimate.nobody_first").into(),
            None => self.words.get("estimate.nobody_alone").into(),
        };
        lines.push(Line {
            text,
            tone: Tone::Quiet,
            side: c.first,
        });
        lines
    }
}
