//! What was possible, in words: the plane of what the clauses give each side.

use super::{Section, amount, points, swing};
use crate::analysis::frontier::{Plane, Treaty, plane};
use crate::narrate::{Narrator, Values};
use crate::rules::meter::Tenths;
use crate::rules::side::{PerSide, Side};
use crate::rules::state::State;

impl Narrator<'_> {
    /// What was possible and what was reached in a game that is over.
    pub fn possible(&self, state: &State) -> Section {
        self.review_possible(&plane(&self.scenario.tables, state))
    }

    /// The same, on a plane that is known.
    pub fn review_possible(&self, plane: &Plane) -> Section {
        let say = |key: &str, worth: PerSide<Tenths>, treaty: Option<&Treaty>| {
            let levels = treaty.map_or_else(String::new, |treaty| self.treaty(treaty));
            let values: Values = &[("worth", &self.worth(worth)), ("levels", &levels)];
            self.say("review.possible.", key, values)
        };
        let mut lead = vec![
            self.words.fill("review.possible_lead", &[]),
            say("quo", plane.quo, None),
            say("reached", plane.reached, None),
        ];
        for (key, treaty) in [("nash", &plane.nash), ("kalai", &plane.kalai)] {
            if let Some(treaty) = treaty {
                lead.push(say(key, treaty.worth, Some(treaty)));
            }
        }
        lead.push(match plane.left() {
            _ if plane.frontier.is_empty() => self.words.fill("review.possible.none", &[]),
            None => self.words.fill("review.possible.efficient", &[]),
            Some(better) => {
                let gain = |side: Side| swing(points(better.worth[side] - plane.reached[side]));
                let values: Values = &[
                    ("presser", &self.capital(Side::Presser)),
                    ("holder", &self.capital(Side::Holder)),
                    ("presser_gain", &gain(Side::Presser)),
                    ("holder_gain", &gain(Side::Holder)),
                    ("levels", &self.treaty(&better)),
                ];
                self.words.fill("review.possible.left", values)
            }
        });
        Section {
            title: self.words.fill("review.possible", &[]),
            lead,
            ..Section::default()
        }
    }

    fn worth(&self, worth: PerSide<Tenths>) -> String {
        let values: Values = &[
            ("presser", &self.capital(Side::Presser)),
            ("holder", &self.capital(Side::Holder)),
            ("presser_worth", &amount(points(worth[Side::Presser]))),
            ("holder_worth", &amount(points(worth[Side::Holder]))),
        ];
        self.words.fill("review.possible.worth", values)
    }

    /// The levels of a treaty: "Enrichment 2, Stockpile 1".
    pub fn treaty(&self, treaty: &Treaty) -> String {
        let told = self.scenario.tables.clause_ids().filter_map(|id| {
            let level = treaty.levels[id.index()]?;
            let values: Values = &[("clause", &self.clause(id).short), ("level", &level.0)];
            Some(self.words.fill("review.possible.level", values))
        });
        let told: Vec<String> = told.collect();
        told.join(self.words.get("review.possible.join"))
    }
}
