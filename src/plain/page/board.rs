//! The clauses, one after another: how far each has come, and who stands where.

use super::Page;
use crate::narrate::Narrator;
use crate::rules::clause::{ClauseId, Standing, Status};
use crate::rules::meter::Tenths;
use crate::rules::side::Side;
use crate::rules::view::View;

/// The board.
pub fn page(n: &Narrator, view: &View) -> Page {
    let mut page = Page::titled(n.words.get("plain.board.title"));
    for id in n.scenario.tables.clause_ids() {
        if n.scenario.tables.clauses[id.index()].on_agenda {
            clause(n, view, id, &mut page);
        }
    }
    page
}

fn clause(n: &Narrator, view: &View, id: ClauseId, page: &mut Page) {
    let clause = view.common.clause(id);
    let number = id.0 + 1;
    let name = &n.clause(id).name;
    // A level and what it says, as one value after another.
    let level = clause.level;
    match clause.status {
        Status::Open => {
            let quo = Tenths(i16::from(clause.quo));
            page.item(n.words.fill(
                "plain.board.open",
                &[
                    ("number", &number),
                    ("clause", name),
                    ("stake", &n.clause(id).stake),
                    ("quo", &quo),
                ],
            ));
            for side in Side::BOTH {
                page.item(n.words.fill(
                    "plain.board.position",
                    &[
                        ("capital", &n.capital(side)),
                        ("level", &clause.position[side].0),
                        ("text", &n.level(id, clause.position[side])),
                    ],
                ));
                if let Some(standing) = clause.standing[side] {
                    page.item(n.words.fill(
                        "plain.board.offer",
                        &[
                            ("capital", &n.capital(side)),
                            ("offer", &self::standing(n, id, standing)),
                            ("text", &n.level(id, standing.level)),
                        ],
                    ));
                }
            }
        }
        status @ (Status::Vague | Status::Clear) => page.item(n.words.fill(
            "plain.board.agreed",
            &[
                ("number", &number),
                ("clause", name),
                ("status", &n.status(status)),
                ("level", &level.0),
                ("text", &n.level(id, level)),
                ("since", &clause.since),
            ],
        )),
    }
}

/// An offer that stands: "Missiles 3, vague, back channel".
pub fn standing(n: &Narrator, id: ClauseId, standing: Standing) -> String {
    n.words.fill(
        "plain.standing",
        &[
            ("clause", &n.clause(id).name),
            ("level", &standing.level.0),
            ("wording", &n.wording(standing.wording)),
            ("channel", &n.channel(standing.channel)),
        ],
    )
}
