//! A review in words: sections that a page, a file or a terminal puts out in its own way.

mod answer;
mod belief;
mod possible;
mod turning;

pub use possible::Spot;

use super::{Narrator, Tone, Values};
use crate::analysis::review::{Chair, Grade, Judged, Review, Verdict};
use crate::rules::meter::Tenths;
use crate::rules::plan::Plan;
use crate::rules::side::Side;
use crate::statistics::Estimate;

/// A part of a review.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Its title.
    pub title: String,
    /// What stands first, a paragraph each.
    pub lead: Vec<String>,
    /// What stands in columns.
    pub table: Option<Columns>,
    /// What is told item by item.
    pub items: Vec<Item>,
}

/// Something in columns: the first is to the left, the others to the right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// The heads.
    pub heads: Vec<String>,
    /// The rows, each with how it strikes.
    pub rows: Vec<(Tone, Vec<String>)>,
}

/// One item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is about, if that needs saying.
    pub heading: Option<String>,
    /// How it strikes.
    pub tone: Tone,
    /// A paragraph each.
    pub paragraphs: Vec<String>,
}

/// A difference of less than this is not worth a word in hindsight, in points.
const WORD: f64 = 2.5;

/// A number of points, to a tenth.
pub fn amount(value: f64) -> String {
    // That nothing is lost is not written with a minus.
    format!("{:.1}", if value.abs() < 0.05 { 0.0 } else { value })
}

/// The same with its sign.
fn swing(value: f64) -> String {
    if value > 0.0 {
        format!("+{}", amount(value))
    } else {
        amount(value)
    }
}

/// How far an interval reaches either way.
fn reach(estimate: Estimate) -> f64 {
    estimate.high - estimate.value
}

fn points(tenths: Tenths) -> f64 {
    f64::from(tenths.get()) / 10.0
}

const fn tone(grade: Grade) -> Tone {
    match grade {
        Grade::Sound => Tone::Neutral,
        Grade::Inaccuracy => Tone::Quiet,
        Grade::Mistake => Tone::Warn,
        Grade::Blunder => Tone::Bad,
    }
}

impl Narrator<'_> {
    /// The whole review.
    pub fn review(&self, review: &Review) -> Vec<Section> {
        let mut sections = vec![self.review_short(review)];
        for chair in &review.seats {
            sections.push(self.review_plans(chair));
            sections.extend(self.review_answers(chair));
            sections.push(self.review_turning(review, chair));
            sections.push(self.review_belief(review, chair));
        }
        sections.push(self.review_possible(&review.plane));
        sections.push(self.review_how(review));
        sections
    }

    /// The review in a few lines.
    pub fn review_short(&self, review: &Review) -> Section {
        let c = &review.last.common;
        let ended: Values = &[
            ("ending", &self.ending(review.ending)),
            ("round", &c.round),
            ("rounds", &c.rounds),
        ];
        let mut lead = vec![self.words.fill("review.ended", ended)];
        for side in Side::BOTH {
            let chair = review.seats.iter().find(|chair| chair.side == side);
            lead.push(self.review_scored(review, side, chair));
        }
        Section {
            title: self.words.fill("review.short", &[]),
            lead,
            ..Section::default()
        }
    }

    fn review_scored(&self, review: &Review, side: Side, chair: Option<&Chair>) -> String {
        let score = points(review.scores[side]);
        let capital = self.capital(side);
        let Some(chair) = chair else {
            let values: Values = &[("capital", &capital), ("score", &amount(score))];
            return self.words.fill("review.score_only", values);
        };
        let par = &chair.par;
        let mut sentences = Vec::new();
        if par.games > 1 {
            let values: Values = &[
                ("capital", &capital),
                ("score", &amount(score)),
                ("par", &amount(par.score.value)),
                ("low", &amount(par.score.low.max(0.0))),
                ("high", &amount(par.score.high.min(100.0))),
                ("games", &par.games),
                ("against", &self.opponent(&par.against.to_string())),
            ];
            sentences.push(self.words.fill("review.score", values));
            let beside = match score {
                _ if score > par.score.high => "review.beside.above",
                _ if score < par.score.low => "review.beside.below",
                _ => "review.beside.level",
            };
            sentences.push(self.words.fill(beside, &[]));
        } else {
            let values: Values = &[("capital", &capital), ("score", &amount(score))];
            sentences.push(self.words.fill("review.score_only", values));
        }
        sentences.push(self.review_grades(chair));
        sentences.join(" ")
    }

    /// How a seat's decisions were graded, and what they cost in all.
    pub fn review_grades(&self, chair: &Chair) -> String {
        let mut sentences = vec![self.review_counted("plans", chair.grades())];
        if !chair.answers.is_empty() {
            sentences.push(self.review_counted("answers", chair.answer_grades()));
        }
        if chair.lost() > 0.0 {
            let lost: Values = &[("lost", &amount(chair.lost()))];
            sentences.push(self.words.fill("review.lost", lost));
        }
        sentences.join(" ")
    }

    /// How many decisions of a kind got which grade.
    fn review_counted(&self, kind: &str, grades: [usize; Grade::ALL.len()]) -> String {
        let [sound, inaccuracy, mistake, blunder] = grades;
        let values: Values = &[
            ("sound", &sound),
            ("inaccuracy", &inaccuracy),
            ("mistake", &mistake),
            ("blunder", &blunder),
        ];
        let how = if inaccuracy + mistake + blunder == 0 {
            "review.counted_clean."
        } else {
            "review.counted."
        };
        self.say(how, kind, values)
    }

    /// A seat's plans, graded.
    pub fn review_plans(&self, chair: &Chair) -> Section {
        let capital: Values = &[("capital", &self.capital(chair.side))];
        let rows = chair.plans.iter().map(|plan| {
            let costs = [plan.known.cost, plan.hindsight.cost];
            self.graded(plan.round, plan.grade, scores(&plan.known), costs)
        });
        Section {
            title: self.words.fill("review.plans", capital),
            lead: vec![self.words.fill("review.plans_lead", capital)],
            table: Some(self.grades(rows.collect())),
            items: (chair.plans.iter())
                .filter_map(|plan| self.review_plan(chair.side, plan))
                .collect(),
        }
    }

    /// A grade in a word.
    pub fn grade(&self, grade: Grade) -> &'static str {
        self.words.shared().of("review.grade.", grade.key())
    }

    /// What there is to say of a plan: nothing, if it was sound and hindsight agrees.
    pub fn review_plan(&self, side: Side, plan: &Judged) -> Option<Item> {
        if plan.grade == Grade::Sound && plan.hindsight.cost.low < WORD {
            return None;
        }
        let line = |plan: Plan| self.plan_line(side, &plan);
        let values: Values = &[("round", &plan.round), ("grade", &self.grade(plan.grade))];
        let verdicts = [&plan.known, &plan.hindsight];
        Some(Item {
            heading: Some(self.words.fill("review.plan.heading", values)),
            tone: tone(plan.grade),
            paragraphs: vec![self.judgement("review.plan.", plan.plan, plan.grade, verdicts, line)],
        })
    }

    /// A table of grades.
    fn grades(&self, rows: Vec<(Tone, Vec<String>)>) -> Columns {
        let heads = ["round", "grade", "before", "after", "cost", "open"];
        Columns {
            heads: heads
                .map(|head| self.say("review.column.", head, &[]))
                .to_vec(),
            rows,
        }
    }

    /// A row of it.
    fn graded(
        &self,
        round: u8,
        grade: Grade,
        [before, after]: [Estimate; 2],
        [cost, open]: [Estimate; 2],
    ) -> (Tone, Vec<String>) {
        let cells = vec![
            round.to_string(),
            self.grade(grade).to_owned(),
            amount(before.value),
            amount(after.value),
            with_reach(cost),
            with_reach(open),
        ];
        (tone(grade), cells)
    }

    /// What was decided, what would have been better, and what hindsight says to it.
    fn judgement<D: Copy>(
        &self,
        kind: &str,
        decided: D,
        grade: Grade,
        [known, open]: [&Verdict<D>; 2],
        name: impl Fn(D) -> String,
    ) -> String {
        let chosen: Values = &[
            ("decided", &name(decided)),
            ("after", &amount(known.after.value)),
            ("after_reach", &amount(reach(known.after))),
        ];
        let beside = |prefix: &str, member: &str, verdict: &Verdict<D>| {
            let values: Values = &[
                ("better", &name(verdict.alternative)),
                ("instead", &amount(verdict.instead.value)),
                ("cost", &amount(verdict.cost.value)),
                ("low", &amount(verdict.cost.low)),
                ("high", &amount(verdict.cost.high)),
            ];
            self.say(prefix, member, values)
        };
        let mut sentences = vec![self.say(kind, "chose", chosen)];
        if grade == Grade::Sound {
            if open.cost.low >= WORD {
                sentences.push(beside("review.open.", "missed", open));
            }
        } else {
            sentences.push(beside(kind, "better", known));
            let member = match open.cost {
                cost if cost.low > 0.0 => "same",
                cost if cost.value <= 0.0 => "fine",
                _ => "unsure",
            };
            sentences.push(beside("review.open.", member, open));
        }
        sentences.join(" ")
    }

    /// How a review is made, and from when on a plan is blamed.
    pub fn review_how(&self, review: &Review) -> Section {
        let threshold = |grade: Grade| grade.threshold().to_string();
        let values: Values = &[
            ("simulations", &review.simulations),
            ("inaccuracy", &threshold(Grade::Inaccuracy)),
            ("mistake", &threshold(Grade::Mistake)),
            ("blunder", &threshold(Grade::Blunder)),
        ];
        let parts = ["known", "halves", "grades", "open", "turning"];
        Section {
            title: self.words.fill("review.how", &[]),
            lead: parts
                .map(|part| self.say("review.how.", part, values))
                .to_vec(),
            ..Section::default()
        }
    }
}

/// The scores to be expected, before and after.
const fn scores<D>(verdict: &Verdict<D>) -> [Estimate; 2] {
    [verdict.before, verdict.after]
}

/// A number and how far its interval reaches: "2.4 ±0.6".
fn with_reach(estimate: Estimate) -> String {
    format!("{} ±{}", amount(estimate.value), amount(reach(estimate)))
}
