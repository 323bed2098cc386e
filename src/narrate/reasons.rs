//! The opponent's reasons in sentences, round by round: what it believed, what it expected,
//! and what it weighed.

use super::{Narrator, Values, percent, points};
use crate::negotiator::reasons::{Believed, Reason};
use crate::negotiator::{Manner, Weighed};
use crate::rules::clause::ClauseId;
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
/// A belief that has moved by less than this since it was last told is the same, in per mille.
const SAME: u32 = 100;

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

    /// The reasons of `them` for each plan, beside what was true. What it believed is told
    /// where it changed since it was last told.
    pub fn reasons_told(&self, them: Side, reasons: &[Reason], truth: &State) -> Vec<Told> {
        let mut last = Last::default();
        reasons
            .iter()
            .map(|reason| self.reason_told(them, reason, truth, &mut last))
            .collect()
    }

    fn reason_told(&self, them: Side, reason: &Reason, truth: &State, last: &mut Last) -> Told {
        let key = if reason.same {
            "reasons.round"
        } else {
            "reasons.round_other"
        };
        let believed = reason.believed.as_ref();
        let paragraphs = [
            believed.and_then(|believed| self.believed(them.other(), believed, truth, last)),
            self.foresaw(them.other(), reason),
            Some(self.chose(them, reason)),
        ];
        Told {
            heading: self.words.fill(key, &[("round", &reason.round)]),
            paragraphs: paragraphs.into_iter().flatten().collect(),
        }
    }

    /// What has changed of a belief, if anything.
    fn believed(
        &self,
        of: Side,
        believed: &Believed,
        truth: &State,
        last: &mut Last,
    ) -> Option<String> {
        let mut sentences = Vec::new();
        let (manner, chance) = believed.manner;
        if last.manner != manner {
            last.manner = manner;
            let values: Values = &[
                ("capital", &self.capital(of)),
                ("percent", &percent(chance)),
            ];
            sentences.push(self.say("reasons.manner.", manner.key(), values));
        }
        // Who does not weigh what it does shows nothing of what it was told.
        if manner != Manner::Weighing {
            return sentences.pop();
        }
        if let Some(mood) = news(&mut last.mood, vec![believed.mood]) {
            sentences.extend(mood.iter().map(|&mood| self.mood_believed(of, mood, truth)));
        }
        if let Some(lines) = news(&mut last.red_lines, suspected(&believed.red_lines)) {
            sentences.push(self.lines_suspected(of, &lines, truth));
        }
        if let Some(objectives) = news(&mut last.objectives, suspected(&believed.objectives)) {
            sentences.push(self.objectives_suspected(of, &objectives, truth));
        }
        (!sentences.is_empty()).then(|| sentences.join(" "))
    }

    fn mood_believed(&self, of: Side, (mood, chance): (u8, u32), truth: &State) -> String {
        let told = &truth.own[of];
        let key = if mood == told.mood {
            "reasons.mood.right"
        } else {
            "reasons.mood.wrong"
        };
        let values: Values = &[
            ("capital", &self.capital(of)),
            ("mood", &self.mood(of, mood)),
            ("truth", &self.mood(of, told.mood)),
            ("percent", &percent(chance)),
        ];
        self.words.fill(key, values)
    }

    fn lines_suspected(&self, of: Side, lines: &[(ClauseId, u32)], truth: &State) -> String {
        if lines.is_empty() {
            return self.words.get("reasons.lines.none").into();
        }
        let told = &truth.own[of];
        let lines: Vec<String> = lines
            .iter()
            .map(|&(id, chance)| {
                let right = told.red_lines().any(|line| line.clause == id);
                let clause = &self.clause(id).name;
                let values: Values = &[("clause", clause), ("percent", &percent(chance))];
                self.say("reasons.line.", word(right), values)
            })
            .collect();
        let lines = self.joined(&lines);
        self.words.fill("reasons.lines", &[("lines", &lines)])
    }

    fn objectives_suspected(&self, of: Side, after: &[(u8, u32)], truth: &State) -> String {
        let capital = &self.capital(of);
        if after.is_empty() {
            let values: Values = &[("capital", capital)];
            return self.words.fill("reasons.objectives.none", values);
        }
        let told = &truth.own[of];
        let after: Vec<String> = after
            .iter()
            .map(|&(objective, chance)| {
                let right = told.objectives.contains(&objective);
                let name = &self.objective(of, objective);
                let values: Values = &[("objective", name), ("percent", &percent(chance))];
                self.say("reasons.objective.", word(right), values)
            })
            .collect();
        let after = self.joined(&after);
        let values: Values = &[("capital", capital), ("objectives", &after)];
        self.words.fill("reasons.objectives", values)
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

/// What was last told of a belief; nothing yet, at first.
#[derive(Default)]
struct Last {
    manner: Manner,
    mood: Vec<(u8, u32)>,
    red_lines: Vec<(ClauseId, u32)>,
    objectives: Vec<(u8, u32)>,
}

/// What of a belief is likely enough to be told.
fn suspected<T: Copy>(belief: &[(T, u32)]) -> Vec<(T, u32)> {
    let likely = belief.iter().filter(|one| one.1 >= SUSPECTED);
    likely.copied().collect()
}

/// What is believed now, if that is not what was last told, by name or by chance. From then on
/// it is what was last told.
fn news<T: Copy + PartialEq>(
    last: &mut Vec<(T, u32)>,
    now: Vec<(T, u32)>,
) -> Option<Vec<(T, u32)>> {
    let known = |&(name, chance): &(T, u32)| {
        let mut before = last.iter();
        before.any(|&(told, before)| told == name && before.abs_diff(chance) < SAME)
    };
    if now.len() == last.len() && now.iter().all(known) {
        return None;
    }
    last.clone_from(&now);
    Some(now)
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
