//! Turning points in words.

use super::{Item, Section, amount, swing};
use crate::analysis::review::{Chair, Judgement, Mover, Parting, Review, Turning};
use crate::narrate::{Narrator, Tone, Values};
use crate::rules::outcome::Outcome;
use crate::rules::side::Side;

/// Of what chance brought in a round, at most so much is told.
const TOLD: usize = 3;

impl Narrator<'_> {
    /// What the game turned on for a seat.
    pub fn review_turning(&self, review: &Review, chair: &Chair) -> Section {
        let capital: Values = &[("capital", &self.capital(chair.side))];
        let key = if chair.turning.is_empty() {
            "review.turning.none"
        } else {
            "review.turning_lead"
        };
        let items = chair.turning.iter().map(|turning| Item {
            heading: None,
            // A loss that its grade does not blame is no fault.
            tone: match (turning.by.value > 0.0, turning.parting()) {
                (true, _) => Tone::Good,
                (false, None) => Tone::Bad,
                (false, Some(_)) => Tone::Neutral,
            },
            paragraphs: vec![self.turning_point(review, chair.side, turning)],
        });
        Section {
            title: self.words.fill("review.turning", capital),
            lead: vec![self.words.fill(key, capital)],
            table: None,
            items: items.collect(),
        }
    }

    /// One turning point.
    pub fn turning_point(&self, review: &Review, side: Side, turning: &Turning) -> String {
        let moved: Values = &[
            ("by", &swing(turning.by.value)),
            ("low", &amount(turning.by.low)),
            ("high", &amount(turning.by.high)),
        ];
        let by = self.words.fill("review.swing", moved);
        let stretch = review.course.iter().find(|s| s.round == turning.round);
        let what = stretch.map_or_else(String::new, |s| self.befell(&s.chance));
        let plan = |who: Side| stretch.map(|s| self.plan_line(who, &s.plans[who]));
        let reply = review.replies.iter().find(|r| r.round == turning.round);
        let answer = |who: Side| {
            let reply = reply?;
            let answer = self.choice(reply.event, reply.answers[who]?);
            Some(answer.to_owned())
        };
        let other = side.other();
        let (key, decided) = match turning.mover {
            Mover::Own => ("own", plan(side)),
            Mover::Other => ("other", plan(other)),
            Mover::OwnAnswer => ("own_answer", answer(side)),
            Mover::OtherAnswer => ("other_answer", answer(other)),
            Mover::Chance if what.is_empty() => ("unnamed", None),
            Mover::Chance => ("chance", None),
        };
        let values: Values = &[
            ("round", &turning.round),
            ("swing", &by),
            ("decided", &decided.unwrap_or_default()),
            ("event", &reply.map_or("", |reply| self.event(reply.event))),
            ("other", &self.capital(other)),
            ("what", &what),
        ];
        let told = self.say("review.turning.", key, values);
        match (turning.parting(), turning.judged) {
            (Some(parting), Some(judged)) => {
                let why = self.parting(parting, judged, other);
                let values: Values = &[("told", &told), ("why", &why)];
                self.words.fill("review.turning.but", values)
            }
            _ => told,
        }
    }

    /// Why a swing and the grade of the decision behind it point different ways.
    fn parting(&self, parting: Parting, judged: Judgement, other: Side) -> String {
        let values: Values = &[
            ("grade", &self.grade(judged.grade)),
            ("cost", &amount(judged.known.value)),
            ("low", &amount(judged.known.low)),
            ("high", &amount(judged.known.high)),
            ("other", &self.capital(other)),
        ];
        self.say("review.parting.", parting.key(), values)
    }

    /// What chance brought, the weightiest first.
    fn befell(&self, outcomes: &[Outcome]) -> String {
        let mut told: Vec<(u8, String)> = Vec::new();
        for outcome in outcomes {
            if let Some(one) = self.befallen(outcome).filter(|one| !told.contains(one)) {
                told.push(one);
            }
        }
        told.sort_by_key(|(weight, _)| *weight);
        told.truncate(TOLD);
        let told: Vec<String> = told.into_iter().map(|(_, text)| text).collect();
        told.join(self.words.get("review.join"))
    }

    fn befallen(&self, outcome: &Outcome) -> Option<(u8, String)> {
        let say = |weight: u8, member: &str, values: Values| {
            Some((weight, self.say("review.chance.", member, values)))
        };
        match *outcome {
            Outcome::Ended(ending) => say(0, "ended", &[("ending", &self.ending(ending))]),
            Outcome::Refused(side, _) => say(1, "refused", &[("capital", &self.capital(side))]),
            Outcome::Incident(Some(side)) => {
                say(2, "incident", &[("capital", &self.capital(side))])
            }
            Outcome::Incident(None) => say(2, "accident", &[]),
            Outcome::Broke(id) => say(3, "broke", &[("clause", &self.clause(id).name)]),
            Outcome::Leaked(side, id) => {
                let (capital, clause) = (self.capital(side), &self.clause(id).name);
                say(3, "leaked", &[("capital", &capital), ("clause", clause)])
            }
            Outcome::News(Some(event)) => say(4, "news", &[("event", &self.event(event))]),
            _ => None,
        }
    }
}
