//! The opponent's reasons in sentences, round by round: what it believed, what it expected,
//! and what it weighed.

use super::{Narrator, Values, percent, points};
use crate::negotiator::Weighed;
use crate::negotiator::reasons::{Believed, Reason};
use crate::rules::meter::Tenths;
use crate::rules::plan::Plan;
use crate::rules::side::Side;
use crate::rules::state::State;

/// A difference of less than this is none, in tenths of a mission point.
const LEVEL: i32 = 5;
/// A share of war, in per mille, or a loss, in tenths of a point, that was feared.
const FEARED: (u32, i32) = (20, 10);
/// From this share on, in per mille, a search has settled on one answer: that is how it ends,
/// and no measure of how sure it is.
const CERTAIN: u32 = 990;
/// A belief in something less likely than this is none, in per mille.
const SUSPECTED: u32 = 250;

/// What is told of one round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The round, as a heading.
    pub heading: String,
    /// A paragraph each: what it believed, what it expected, what it chose.
    pub paragraphs: Vec<String>,
}

impl Narrator<'_> {
    /// What comes before the rounds.
    pub fn reasons_intro(&self, them: Side, reasons: &[Reason]) -> Vec<String> {
        let capital = self.capital(them);
        let mut intro = vec![self.words.fill("reasons.intro", &[("capital", &capital)])];
        if reasons.iter().any(|reason| !reason.same) {
            intro.push(self.words.get("reasons.other").into());
        }
        let unread = reasons.iter().all(|reason| reason.believed.is_none());
        if unread {
            let capital = self.capital(them.other());
            intro.push(self.words.fill("reasons.unread", &[("capital", &capital)]));
        }
        intro
    }

    /// The reasons of `them` for one plan, beside what was true.
    pub fn reason_told(&self, them: Side, reason: &Reason, truth: &State) -> Told {
        let key = if reason.same {
            "reasons.round"
        } else {
            "reasons.round_other"
        };
        let believed = reason.believed.as_ref();
        let paragraphs = [
            believed.map(|believed| self.believed(them.other(), believed, truth)),
            self.foresaw(them.other(), reason),
            Some(self.chose(them, reason)),
        ];
        Told {
            heading: self.words.fill(key, &[("round", &reason.round)]),
            paragraphs: paragraphs.into_iter().flatten().collect(),
        }
    }

    fn believed(&self, of: Side, believed: &Believed, truth: &State) -> String {
        let capital = &self.capital(of);
        let told = &truth.own[of];
        let (mood, chance) = believed.mood;
        let key = if mood == told.mood {
            "reasons.mood.right"
        } else {
            "reasons.mood.wrong"
        };
        let values: Values = &[
            ("capital", capital),
            ("mood", &self.mood(of, mood)),
            ("truth", &self.mood(of, told.mood)),
            ("percent", &percent(chance)),
        ];
        let mut sentences = vec![self.words.fill(key, values)];
        let lines = believed.red_lines.iter().filter(|line| line.1 >= SUSPECTED);
        let lines: Vec<String> = lines
            .map(|&(id, chance)| {
                let right = told.red_lines().any(|line| line.clause == id);
                let clause = &self.clause(id).name;
                let values: Values = &[("clause", clause), ("percent", &percent(chance))];
                self.say("reasons.line.", word(right), values)
            })
            .collect();
        if !lines.is_empty() {
            let lines = self.joined(&lines);
            sentences.push(self.words.fill("reasons.lines", &[("lines", &lines)]));
        }
        let after = believed.objectives.iter().filter(|one| one.1 >= SUSPECTED);
        let after: Vec<String> = after
            .map(|&(objective, chance)| {
                let right = told.objectives.contains(&objective);
                let name = &self.objective(of, objective);
                let values: Values = &[("objective", name), ("percent", &percent(chance))];
                self.say("reasons.objective.", word(right), values)
            })
            .collect();
        if !after.is_empty() {
            let after = self.joined(&after);
            let values: Values = &[("capital", capital), ("objectives", &after)];
            sentences.push(self.words.fill("reasons.objectives", values));
        }
        sentences.join(" ")
    }

    fn foresaw(&self, of: Side, reason: &Reason) -> Option<String> {
        let first = reason.thought.theirs.first()?;
        let values: Values = &[
            ("plan", &self.plan_line(of, &first.plan)),
            ("percent", &percent(first.share)),
        ];
        let key = if first.share < CERTAIN {
            "reasons.expected"
        } else {
            "reasons.expected_alone"
        };
        let mut text = self.words.fill(key, values);
        if let Some(met) = reason.met {
            let key = likeness(first.plan, met);
            let plan = self.plan_line(of, &met);
            let values: Values = &[("capital", &self.capital(of)), ("plan", &plan)];
            text.push(' ');
            text.push_str(&self.say("reasons.met.", key, values));
        }
        Some(text)
    }

    fn chose(&self, them: Side, reason: &Reason) -> String {
        let plan = self.plan_line(them, &reason.decided);
        let Some(weighed) = reason.thought.of(&reason.decided) else {
            return self
                .words
                .fill("reasons.chose_unweighed", &[("plan", &plan)]);
        };
        let values: Values = &[
            ("plan", &plan),
            ("gain", &tenths(weighed.gain.abs())),
            ("percent", &percent(weighed.share)),
        ];
        let others = reason.thought.own.iter();
        let best = others
            .filter(|w| w.plan != weighed.plan)
            .map(|w| w.gain)
            .max();
        let least = best.is_none_or(|best| best < 0 && best <= weighed.gain + LEVEL);
        let key = match weighed.gain {
            _ if weighed.share < 900 => "reasons.chose_mixed",
            ..0 if least => "reasons.chose_least",
            ..0 => "reasons.chose_less",
            _ => "reasons.chose",
        };
        let mut sentences = vec![self.words.fill(key, values)];
        sentences.extend(self.instead(them, reason, weighed));
        if weighed.war >= FEARED.0 {
            let war = percent(weighed.war);
            sentences.push(self.words.fill("reasons.war", &[("percent", &war)]));
        }
        let (at, worst) = weighed.worst;
        let less = weighed.gain - worst;
        if let Some(feared) = reason.thought.theirs.get(at).filter(|_| less >= FEARED.1) {
            let plan = self.plan_line(them.other(), &feared.plan);
            let values: Values = &[("plan", &plan), ("less", &tenths(less))];
            sentences.push(self.words.fill("reasons.feared", values));
        }
        sentences.join(" ")
    }

    /// What it would have done next best.
    fn instead(&self, them: Side, reason: &Reason, chosen: &Weighed) -> Option<String> {
        let others = reason.thought.own.iter().filter(|w| w.plan != chosen.plan);
        let next = others.max_by_key(|weighed| weighed.gain)?;
        let less = chosen.gain - next.gain;
        let plan = self.plan_line(them, &next.plan);
        Some(if less > LEVEL {
            let values: Values = &[("plan", &plan), ("less", &tenths(less))];
            self.words.fill("reasons.instead", values)
        } else {
            self.words.fill("reasons.instead_level", &[("plan", &plan)])
        })
    }

    fn joined(&self, parts: &[String]) -> String {
        parts.join(self.words.get("reasons.join"))
    }
}

fn tenths(amount: i32) -> String {
    points(Tenths::of(amount))
}

const fn word(right: bool) -> &'static str {
    if right { "right" } else { "wrong" }
}

/// How much one plan is like another: the decision at the table counts for most.
fn likeness(expected: Plan, met: Plan) -> &'static str {
    let parts = [
        expected.say == met.say,
        expected.table == met.table,
        expected.field == met.field,
    ];
    match parts {
        [true, true, true] => "just",
        [_, true, _] | [true, _, true] => "near",
        _ => "other",
    }
}
