//! What has happened to a clause, a line for each thing.

use super::{Line, Narrator, Tone};
use crate::rules::clause::ClauseId;
use crate::rules::outcome::{By, Outcome};
use crate::rules::side::Side;

impl Narrator<'_> {
    /// An outcome as it concerns a clause.
    pub fn clause_event(&self, outcome: &Outcome, id: ClauseId) -> Option<Line> {
        let words = self.words;
        let named = |key: &str, side: Side| {
            let text = words.fill(key, &[("capital", &self.capital(side))]);
            (text, Tone::Neutral, Some(side))
        };
        let plain = |key: &str, tone: Tone| (words.get(key).to_owned(), tone, None);
        let (text, tone, side) = match *outcome {
            Outcome::Tabled(side, table) if table.clause() == Some(id) => {
                let text = words.fill(
                    "game.clause.tabled",
                    &[
                        ("capital", &self.capital(side)),
                        ("what", &self.table_short(table)),
                    ],
                );
                (text, Tone::Neutral, Some(side))
            }
            Outcome::Agreed {
                clause,
                level,
                wording,
                by,
            } if clause == id => {
                let how = match by {
                    By::Accepting(side) => self.capital(side),
                    By::Meeting => words.get("game.clause.by.meeting"),
                    By::Bargain(_) => words.get("game.clause.by.bargain"),
                    By::Arbitration => words.get("game.clause.by.arbitration"),
                };
                let text = words.fill(
                    "game.clause.settled",
                    &[
                        ("level", &level.0),
                        ("wording", &self.wording(wording)),
                        ("how", &how),
                    ],
                );
                (text, Tone::Good, None)
            }
            Outcome::Clarified { clause, .. } if clause == id => {
                plain("game.clause.clarified", Tone::Good)
            }
            Outcome::Broke(clause) if clause == id => plain("game.clause.broke", Tone::Bad),
            Outcome::Reopened(clause) if clause == id => plain("game.clause.reopened", Tone::Warn),
            Outcome::Withdrew(side, clause) if clause == id => named("game.clause.withdrew", side),
            Outcome::Leaked(side, clause) if clause == id => named("game.clause.leaked", side),
            _ => return None,
        };
        Some(Line { text, tone, side })
    }
}
