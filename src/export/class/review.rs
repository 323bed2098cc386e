//! What the reviews say, if the games were gone through again: how the class decided, and each
//! student.

use super::html::Report;
use crate::analysis::review::{Chair, Grade, Review};
use crate::export::page::Page;
use crate::narrate::review::amount;
use crate::narrate::{Tone, points};

/// The most decisions of a student that are told as the worst.
const WORST: usize = 3;

impl Report<'_> {
    /// How everyone's decisions were graded, who lost least by them first.
    pub fn grades(&self, page: &mut Page) {
        let mut graded: Vec<_> = (self.counted.iter())
            .filter_map(|(sheet, played)| {
                let review = self.reviews.get(&sheet.file)?;
                Some((sheet, played, review, review.seats.first()?))
            })
            .collect();
        let Some((_, _, review, _)) = graded.first() else {
            return;
        };
        let simulations = review.simulations;
        page.put("h2", self.n.words.get("report.grades"));
        graded.sort_by(|a, b| {
            let lost = a.3.lost().total_cmp(&b.3.lost());
            lost.then_with(|| a.0.student.cmp(&b.0.student))
        });
        let rows: Vec<Vec<String>> = (graded.iter())
            .map(|(sheet, played, _, chair)| {
                let mut row = vec![sheet.student.clone(), points(self.score(played))];
                row.extend(all_grades(chair).map(|count| count.to_string()));
                row.push(amount(chair.lost()));
                row
            })
            .collect();
        let mut heads = self.heads(&["student", "score"]);
        heads.extend(Grade::ALL.map(|grade| self.n.grade(grade).to_owned()));
        heads.extend(self.heads(&["lost"]));
        page.people(&heads, &rows);
        let how = self.fill("report.grades.how", &[("simulations", &simulations)]);
        page.put_toned("p", Tone::Quiet, &how);
    }

    /// What the review says of a student's game.
    pub fn reviewed(&self, page: &mut Page, review: &Review) {
        let Some(chair) = review.seats.first() else {
            return;
        };
        let (n, side) = (self.n, self.side);
        page.put("p", &n.review_grades(chair));
        let turning = n.review_turning(review, chair).items;
        if turning.is_empty() {
            page.put_toned("p", Tone::Quiet, n.words.get("report.student.steady"));
        } else {
            page.put_toned("p", Tone::Quiet, n.words.get("report.student.turning"));
            let turning = turning.iter().flat_map(|item| &item.paragraphs);
            page.list(turning.map(|text| (Tone::Neutral, text.as_str())));
        }
        let mut blamed: Vec<_> = (chair.plans.iter())
            .filter(|plan| matches!(plan.grade, Grade::Mistake | Grade::Blunder))
            .collect();
        blamed.sort_by(|a, b| b.known.cost.value.total_cmp(&a.known.cost.value));
        blamed.truncate(WORST);
        blamed.sort_by_key(|plan| plan.round);
        let told = blamed.iter().filter_map(|plan| n.review_plan(side, plan));
        let told: Vec<String> = told
            .map(|item| {
                let heading = item.heading.into_iter();
                heading
                    .chain(item.paragraphs)
                    .collect::<Vec<_>>()
                    .join(". ")
            })
            .collect();
        if !told.is_empty() {
            page.put_toned("p", Tone::Quiet, n.words.get("report.student.worst"));
            page.list(told.iter().map(|text| (Tone::Neutral, text.as_str())));
        }
    }
}

/// How many plans and answers got each grade.
fn all_grades(chair: &Chair) -> [usize; Grade::ALL.len()] {
    let (plans, answers) = (chair.grades(), chair.answer_grades());
    std::array::from_fn(|grade| plans[grade] + answers[grade])
}
