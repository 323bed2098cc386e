//! What a plan is known to do, in words: "Washington strikes: Tension +13, Hope -10".

use super::{Key, Line, Narrator, Tone, points, signed};
use crate::rules::clause::{ClauseId, Level};
use crate::rules::meter::{Gauge, Meter, Tenths};
use crate::rules::outcome::{Cause, Refusal};
use crate::rules::preview::{Chance, Cost, Expected, Known, Part, Preview};
use crate::rules::score::stake;
use crate::rules::side::Side;
use crate::rules::view::View;
use crate::rules::vocabulary::Timer;

impl Narrator<'_> {
    /// What the plan of `view`'s side is known to do, by its parts.
    pub fn preview(&self, view: &View, preview: &Preview) -> Vec<(Part, Line)> {
        let mut lines = Vec::new();
        for part in Part::ALL {
            let mut causes: Vec<Cause> = Vec::new();
            for expected in preview.expected.iter().filter(|e| e.part == part) {
                if !causes.contains(&expected.cause) {
                    causes.push(expected.cause);
                }
            }
            for cause in causes {
                let of_cause = |e: &&Expected| e.part == part && e.cause == cause;
                let effects: Vec<_> = preview.expected.iter().filter(of_cause).collect();
                lines.push((part, self.expected(view.side, &effects)));
            }
            for (_, known) in preview.known.iter().filter(|(of, _)| *of == part) {
                lines.push((part, self.known(view, *known)));
            }
        }
        lines
    }

    fn expected(&self, viewer: Side, effects: &[&Expected]) -> Line {
        let each: Vec<String> = effects
            .iter()
            .map(|e| self.expected_change(viewer, e))
            .collect();
        let sure = effects.iter().any(|e| e.percent == 100);
        let key = if sure {
            "preview.sure"
        } else {
            "preview.perhaps"
        };
        let cause = effects
            .first()
            .map_or_else(String::new, |e| self.cause(e.cause, e.meter));
        let effects_joined = each.join(self.words.get("preview.join"));
        let text = self
            .words
            .fill(key, &[("cause", &cause), ("effects", &effects_joined)]);
        let sum: i32 = effects.iter().map(|e| welcome(viewer, e)).sum();
        let tone = match sum {
            0 => Tone::Neutral,
            1.. => Tone::Good,
            _ => Tone::Bad,
        };
        Line {
            text,
            tone,
            side: None,
        }
    }

    fn expected_change(&self, viewer: Side, expected: &Expected) -> String {
        let meter = self.meter_of(expected.meter, Some(viewer));
        self.moves(&meter, expected.low, expected.high)
    }

    /// By how much a meter moves.
    fn moves(&self, meter: &str, low: Tenths, high: Tenths) -> String {
        let by = if low == high {
            signed(low)
        } else {
            // The nearer end first: "-2.4 to -6", "+1 to +3".
            let (near, far) = if low.0.abs() <= high.0.abs() {
                (low, high)
            } else {
                (high, low)
            };
            let values: super::Values = &[("low", &signed(near)), ("high", &signed(far))];
            self.words.fill("preview.range", values)
        };
        self.words
            .fill("preview.change", &[("meter", &meter), ("by", &by)])
    }

    /// What the ground given costs if a card of theirs puts the talks in the spotlight.
    fn spotlit(&self, view: &View, face: Cost, pressure: Cost) -> String {
        let costs = [(Gauge::Face, face), (Gauge::Pressure, pressure)];
        let moved = costs.iter().filter(|(_, cost)| cost.high != Tenths::ZERO);
        let each = moved.map(|(gauge, cost)| {
            let meter = self.meter_of(Meter::Of(view.side, *gauge), Some(view.side));
            self.moves(&meter, cost.low, cost.high)
        });
        let effects = each
            .collect::<Vec<_>>()
            .join(self.words.get("preview.join"));
        let values: super::Values = &[
            ("timer", &self.timer(Timer::Spotlight)),
            ("effects", &effects),
        ];
        self.words.fill("preview.spotlit", values)
    }

    fn known(&self, view: &View, known: Known) -> Line {
        let k = &self.scenario.tables.constants;
        let with =
            |key: &str, chance: Chance| self.words.fill(key, &[("chance", &self.chance(chance))]);
        let times = |key: &str, percent: i32| {
            let times = Tenths::of(percent / 10);
            self.words.fill(key, &[("times", &points(times))])
        };
        let (text, tone) = match known {
            Known::Seen(field, chance) => {
                let text = self.say(
                    "preview.seen.",
                    field.key(),
                    &[("chance", &self.chance(chance))],
                );
                (text, Tone::Warn)
            }
            Known::Escalates(chance) => (with("preview.escalates", chance), Tone::Warn),
            Known::Learns(chance) => (with("preview.learns", chance), Tone::Neutral),
            Known::Leaks(chance) => (with("preview.leaks", chance), Tone::Warn),
            Known::Spotlit(face, pressure) => (self.spotlit(view, face, pressure), Tone::Warn),
            Known::Breaks(percent) => (
                self.words.fill("preview.breaks", &[("chance", &percent)]),
                Tone::Warn,
            ),
            Known::First(percent) => (times("preview.first", percent), Tone::Warn),
            Known::Ahead(percent) => (times("preview.ahead", percent), Tone::Warn),
            Known::Term(rounds) => {
                let cost = points(k.unkept_face);
                let values: super::Values = &[("rounds", &rounds), ("cost", &cost)];
                (self.words.fill("preview.term", values), Tone::Warn)
            }
            Known::Due => (self.words.get("preview.due").into(), Tone::Bad),
            Known::Grip(from, to) => {
                let text = self
                    .words
                    .fill("preview.grip", &[("from", &from), ("to", &to)]);
                (text, Tone::Neutral)
            }
            Known::Patience(left) => (
                self.words.fill("preview.patience", &[("left", &left)]),
                Tone::Quiet,
            ),
            Known::Refused(why) => (self.refused(view, why), Tone::Bad),
            Known::Ratified => (self.words.get("preview.ratified").into(), Tone::Good),
            Known::Enforced(own, theirs) => return self.enforced(own, theirs),
            Known::Settles(id, level) => return self.settles(view, id, level),
            Known::Beyond(id) => {
                let values: super::Values = &[("clause", &self.clause(id).name)];
                (self.words.fill("preview.beyond", values), Tone::Bad)
            }
        };
        Line {
            text,
            tone,
            side: None,
        }
    }

    /// How well the treaty would be enforced, and whether that makes it one of paper.
    pub fn enforced(&self, own: i32, (low, high): (i32, i32)) -> Line {
        let limit = self.scenario.tables.constants.paper_enforcement;
        let theirs = Chance { low, high };
        let (key, tone) = match limit * 10 {
            paper if own.min(high) < paper => ("preview.enforced.paper", Tone::Bad),
            paper if low < paper => ("preview.enforced.perhaps", Tone::Warn),
            _ => ("preview.enforced.holds", Tone::Good),
        };
        let values: super::Values = &[
            ("own", &percent(own)),
            ("theirs", &self.chance(theirs)),
            ("limit", &limit),
        ];
        Line {
            text: self.words.fill(key, values),
            tone,
            side: None,
        }
    }

    /// At which level a grand bargain or a package settles a clause, and what that is worth to
    /// `view`'s side.
    fn settles(&self, view: &View, id: ClauseId, level: Level) -> Line {
        let worth = stake(&self.scenario.tables, view, id, level);
        let (key, tone) = match worth.get() {
            _ if view.own.crosses(view.side, id, level) => ("preview.settles.beyond", Tone::Bad),
            ..0 => ("preview.settles.within", Tone::Warn),
            _ => ("preview.settles.within", Tone::Good),
        };
        let values: super::Values = &[
            ("clause", &self.clause(id).name),
            ("level", &level.0),
            ("points", &signed(worth)),
        ];
        Line {
            text: self.words.fill(key, values),
            tone,
            side: None,
        }
    }

    /// Why a side's own capital would refuse the treaty now.
    pub fn refused(&self, view: &View, why: Refusal) -> String {
        let k = &self.scenario.tables.constants;
        let limit = match why {
            Refusal::Pressure => points(k.ratify_pressure),
            Refusal::Face => points(k.ratify_face),
            Refusal::RedLine(id) => {
                let line = view.own.red_lines().find(|line| line.clause == id);
                line.map_or_else(String::new, |line| line.limit.0.to_string())
            }
        };
        let clause = match why {
            Refusal::RedLine(id) => self.clause(id).name.as_str(),
            _ => "",
        };
        self.say(
            "preview.refused.",
            why.key(),
            &[("limit", &limit), ("clause", &clause)],
        )
    }

    /// A chance in percent: "25", "20 to 30".
    pub fn chance(&self, Chance { low, high }: Chance) -> String {
        let (low, high) = (percent(low), percent(high));
        if low == high {
            low.to_string()
        } else {
            self.words
                .fill("preview.range", &[("low", &low), ("high", &high)])
        }
    }
}

/// Per mille, to the nearest percent.
pub(super) const fn percent(per_mille: i32) -> i32 {
    (per_mille + 5) / 10
}

/// Whether a change is welcome to a side, 1, or not, -1.
fn welcome(viewer: Side, expected: &Expected) -> i32 {
    let sign = i32::from((expected.low + expected.high).0.signum());
    match expected.meter {
        Meter::Of(side, Gauge::Face | Gauge::Strength) if side == viewer => sign,
        Meter::Of(side, Gauge::Pressure | Gauge::Strain) if side == viewer => -sign,
        Meter::Of(_, Gauge::Trust) => sign,
        Meter::Tension => -sign,
        Meter::Hope | Meter::Fog | Meter::Shock | Meter::Of(..) => 0,
    }
}
