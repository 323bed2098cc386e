//! What was possible, in words: the plane of what the clauses give each side.

use super::{Section, amount, points, swing};
use crate::analysis::frontier::{Plane, Treaty, plane};
use crate::narrate::{Narrator, Values};
use crate::rules::meter::Tenths;
use crate::rules::side::{PerSide, Side};
use crate::rules::state::State;

/// A spot of the plane that is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// What holds without agreement.
    Quo,
    /// What was reached.
    Reached,
    /// The bargain of Nash.
    Nash,
    /// That of Kalai and Smorodinsky.
    Kalai,
}

impl Spot {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 4] = [Self::Quo, Self::Reached, Self::Nash, Self::Kalai];

    /// The end of the keys of its words.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Quo => "quo",
            Self::Reached => "reached",
            Self::Nash => "nash",
            Self::Kalai => "kalai",
        }
    }
}

impl Narrator<'_> {
    /// What was possible and what was reached in a game that is over.
    pub fn possible(&self, state: &State) -> Section {
        self.review_possible(&plane(&self.scenario.tables, state))
    }

    /// The same, on a plane that is known.
    pub fn review_possible(&self, plane: &Plane) -> Section {
        let mut lead = vec![self.words.fill("review.possible_lead", &[])];
        lead.extend(
            Spot::ALL
                .into_iter()
                .filter_map(|spot| self.spot(plane, spot)),
        );
        lead.push(self.left_over(plane));
        Section {
            title: self.words.fill("review.possible", &[]),
            lead,
            ..Section::default()
        }
    }

    /// What one spot of the plane gives each side; none where there is no such treaty.
    pub fn spot(&self, plane: &Plane, spot: Spot) -> Option<String> {
        let (worth, treaty) = match spot {
            Spot::Quo => (plane.quo, None),
            Spot::Reached => (plane.reached, None),
            Spot::Nash => (plane.nash?.worth, plane.nash),
            Spot::Kalai => (plane.kalai?.worth, plane.kalai),
        };
        let levels = treaty.map_or_else(String::new, |treaty| self.treaty(&treaty));
        let values: Values = &[("worth", &self.worth(worth)), ("levels", &levels)];
        Some(self.say("review.possible.", spot.key(), values))
    }

    /// What both sides left on the table.
    pub fn left_over(&self, plane: &Plane) -> String {
        match plane.left() {
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
    fn treaty(&self, treaty: &Treaty) -> String {
        let told = self.scenario.tables.clause_ids().filter_map(|id| {
            let level = treaty.levels[id.index()]?;
            let values: Values = &[("clause", &self.clause(id).short), ("level", &level.0)];
            Some(self.words.fill("review.possible.level", values))
        });
        let told: Vec<String> = told.collect();
        told.join(self.words.get("review.possible.join"))
    }
}
