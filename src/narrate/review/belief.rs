//! Belief against truth: what a side had reason to think of the other, round by round.

use super::{Columns, Item, Section, amount, swing};
use crate::analysis::review::{Chair, Held, Judged, Review};
use crate::narrate::{Narrator, Tone, Values, percent};
use crate::rules::side::Side;
use crate::rules::state::Private;

/// From which chance on something is suspected, in per mille.
const SUSPECTED: u32 = 400;
/// A difference of fewer bits than this is none.
const LEVEL: f32 = 0.5;

/// The rounds in which the likeliest mood was another than before, and the last.
fn turned(plans: &[Judged]) -> Vec<&Judged> {
    let mood = |plan: &Judged| plan.held.believed.mood.0;
    let mut turned: Vec<&Judged> = Vec::new();
    for plan in plans {
        if turned.last().is_none_or(|last| mood(last) != mood(plan)) {
            turned.push(plan);
        }
    }
    if let Some(last) = plans.last().filter(|last| !turned.contains(last)) {
        turned.push(last);
    }
    turned
}

impl Narrator<'_> {
    /// What a seat had reason to believe, and what was true.
    pub fn review_belief(&self, review: &Review, chair: &Chair) -> Section {
        let them = chair.side.other();
        let told = &review.last.own[them];
        let names: Values = &[
            ("capital", &self.capital(chair.side)),
            ("other", &self.capital(them)),
            ("mood", &self.mood(them, told.mood)),
            ("lines", &self.lines_of(told)),
            ("objectives", &self.objectives_of(them, told)),
        ];
        let heads = ["round", "mood", "nearer", "foreseen"];
        let heads = heads.map(|head| self.say("review.column.", head, &[]));
        let rows = chair.plans.iter().map(|plan| {
            let held = &plan.held;
            let cells = vec![
                plan.round.to_string(),
                format!("{} %", percent(held.truth)),
                swing(f64::from(held.prior - held.missed)),
                format!("{} %", percent(held.foreseen).min(100)),
            ];
            (Tone::Neutral, cells)
        });
        let items = turned(&chair.plans).into_iter().map(|plan| Item {
            heading: Some(
                self.words
                    .fill("review.belief.heading", &[("round", &plan.round)]),
            ),
            tone: Tone::Neutral,
            paragraphs: vec![self.believing(them, &plan.held, told)],
        });
        Section {
            title: self.words.fill("review.belief", names),
            lead: vec![
                self.words.fill("review.belief_lead", names),
                self.words.fill("review.belief_table", names),
            ],
            table: Some(Columns {
                heads: heads.to_vec(),
                rows: rows.collect(),
            }),
            items: items.collect(),
        }
    }

    fn lines_of(&self, told: &Private) -> String {
        let lines = told.red_lines().map(|line| &*self.clause(line.clause).name);
        let lines: Vec<&str> = lines.collect();
        lines.join(self.words.get("review.possible.join"))
    }

    fn objectives_of(&self, side: Side, told: &Private) -> String {
        let named = told.objectives.iter();
        let named: Vec<String> = named
            .map(|&objective| format!("\"{}\"", self.objective(side, objective)))
            .collect();
        named.join(self.words.get("review.possible.join"))
    }

    fn believing(&self, them: Side, held: &Held, told: &Private) -> String {
        let (mood, chance) = held.believed.mood;
        let values: Values = &[
            ("mood", &self.mood(them, mood)),
            ("percent", &percent(chance)),
            ("truth", &percent(held.truth)),
        ];
        let key = if mood == told.mood {
            "review.belief.mood.right"
        } else {
            "review.belief.mood.wrong"
        };
        let mut sentences = vec![self.words.fill(key, values)];
        let lines = held.believed.red_lines.iter().map(|&(id, chance)| {
            let right = told.red_lines().any(|line| line.clause == id);
            (self.clause(id).name.clone(), chance, right)
        });
        sentences.extend(self.suspected("review.belief.lines", "lines", lines));
        let objectives = held.believed.objectives.iter().map(|&(objective, chance)| {
            let name = format!("\"{}\"", self.objective(them, objective));
            (name, chance, told.objectives.contains(&objective))
        });
        sentences.extend(self.suspected("review.belief.objectives", "objectives", objectives));
        sentences.push(self.nearness(held));
        sentences.push(self.surprise(them, held));
        sentences.join(" ")
    }

    /// A sentence on what is held likely enough, if anything is.
    fn suspected(
        &self,
        key: &str,
        name: &str,
        items: impl Iterator<Item = (String, u32, bool)>,
    ) -> Option<String> {
        let told: Vec<String> = items
            .filter(|&(_, chance, _)| chance >= SUSPECTED)
            .map(|(name, chance, right)| {
                let values: Values = &[("name", &name), ("percent", &percent(chance))];
                let key = if right { "right" } else { "wrong" };
                self.say("review.belief.item.", key, values)
            })
            .collect();
        let joined = told.join(self.words.get("review.possible.join"));
        (!told.is_empty()).then(|| self.words.fill(key, &[(name, &joined)]))
    }

    fn nearness(&self, held: &Held) -> String {
        let nearer = held.prior - held.missed;
        let key = match nearer {
            _ if nearer >= LEVEL => "review.belief.nearer",
            _ if nearer <= -LEVEL => "review.belief.farther",
            _ => "review.belief.level",
        };
        let bits = amount(f64::from(nearer.abs()));
        self.words.fill(key, &[("bits", &bits)])
    }

    fn surprise(&self, them: Side, held: &Held) -> String {
        let chance = percent(held.foreseen).min(100);
        let key = match chance {
            0 => "review.surprise.full",
            1..40 => "review.surprise.some",
            _ => "review.surprise.none",
        };
        let values: Values = &[("other", &self.capital(them)), ("percent", &chance)];
        self.words.fill(key, values)
    }
}
