//! Answers to events in words, graded as plans are.

use super::{Item, Section, scores, tone};
use crate::analysis::review::{Answered, Chair};
use crate::narrate::{Narrator, Values};
use crate::rules::plan::ChoiceId;

impl Narrator<'_> {
    /// A seat's answers to events, graded; nothing if none asked it. They are few, and so each
    /// is told, sound or not.
    pub fn review_answers(&self, chair: &Chair) -> Option<Section> {
        if chair.answers.is_empty() {
            return None;
        }
        let capital: Values = &[("capital", &self.capital(chair.side))];
        let rows = chair.answers.iter().map(|answer| {
            let costs = [answer.known.cost, answer.hindsight.cost];
            self.graded(answer.round, answer.grade, scores(&answer.known), costs)
        });
        Some(Section {
            title: self.words.fill("review.answers", capital),
            lead: vec![self.words.fill("review.answers_lead", capital)],
            table: Some(self.grades(rows.collect())),
            items: (chair.answers.iter())
                .map(|answer| self.review_answer(answer))
                .collect(),
        })
    }

    fn review_answer(&self, answer: &Answered) -> Item {
        let name = |choice: ChoiceId| self.choice(answer.event, choice).to_owned();
        let heading: Values = &[
            ("round", &answer.round),
            ("event", &self.event(answer.event)),
            ("grade", &self.grade(answer.grade)),
        ];
        let verdicts = [&answer.known, &answer.hindsight];
        let told = self.judgement(
            "review.answer.",
            answer.answer,
            answer.grade,
            verdicts,
            name,
        );
        Item {
            heading: Some(self.words.fill("review.answer.heading", heading)),
            tone: tone(answer.grade),
            paragraphs: vec![told],
        }
    }
}
