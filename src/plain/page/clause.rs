//! One clause in full: its five levels, what each would be worth, who stands where, and
//! what has happened to it.

use super::{Page, plainly};
use crate::narrate::{Narrator, signed};
use crate::rules::clause::{ClauseId, Level};
use crate::rules::meter::Tenths;
use crate::rules::score::stake;
use crate::rules::side::Side;
use crate::rules::view::View;
use crate::session::Session;

/// The clause that a player means, by its number on the board, its name or its short word,
/// with its marks or without.
pub fn named(n: &Narrator, asked: &str) -> Option<ClauseId> {
    let asked = plainly(asked);
    n.scenario.tables.clause_ids().find(|id| {
        let words = n.clause(*id);
        let names = [&words.id, &words.name, &words.short];
        names.iter().any(|name| plainly(name) == asked) || asked == (id.0 + 1).to_string()
    })
}

/// The clause, or which there are if none is meant.
pub fn page(n: &Narrator, session: &Session, asked: &str) -> Page {
    let Some(id) = named(n, asked) else {
        let clauses: Vec<&str> = (n.text.clauses.iter())
            .map(|clause| clause.id.as_str())
            .collect();
        let clauses = clauses.join(n.words.get("plain.join"));
        return Page::line(
            n.words
                .fill("plain.clause.unknown", &[("clauses", &clauses)]),
        );
    };
    let view = &session.view();
    let mut page = Page::titled(n.words.fill(
        "plain.clause.title",
        &[("number", &(id.0 + 1)), ("clause", &n.clause(id).name)],
    ));
    page.say(&n.clause(id).stake);
    page.say(state(n, view, id));
    let known = n.estimate(view).clauses.into_iter();
    for (_, meaning) in known.filter(|(of, _)| *of == id) {
        let values: crate::narrate::Values = &[("meaning", &meaning.text)];
        page.say(n.words.fill("game.clause.learned", values));
    }
    for level in Level::all() {
        page.item(self::level(n, view, id, level));
        for note in notes(n, view, id, level) {
            page.item(n.words.fill("plain.note", &[("note", &note)]));
        }
    }
    page.say(n.words.fill(
        "game.clause.worth",
        &[
            ("presser", &n.capital(Side::Presser)),
            ("holder", &n.capital(Side::Holder)),
        ],
    ));
    history(n, session, id, &mut page);
    page
}

fn state(n: &Narrator, view: &View, id: ClauseId) -> String {
    let clause = view.common.clause(id);
    if clause.agreed() {
        let values: crate::narrate::Values = &[
            ("level", &clause.level.0),
            ("status", &n.status(clause.status)),
            ("round", &clause.since),
        ];
        return n.words.fill("game.clause.agreed", values);
    }
    let quo = Tenths(i16::from(clause.quo));
    n.words.fill("game.clause.open", &[("quo", &quo)])
}

/// A level with what it would be worth to the viewer: "level 2 (-4.8 for you): ...".
pub fn level(n: &Narrator, view: &View, id: ClauseId, level: Level) -> String {
    let worth = stake(&n.scenario.tables, view, id, level);
    n.words.fill(
        "plain.level",
        &[
            ("level", &level.0),
            ("points", &signed(worth)),
            ("text", &n.level(id, level)),
        ],
    )
}

/// Who stands at a level, and what speaks against it.
fn notes(n: &Narrator, view: &View, id: ClauseId, level: Level) -> Vec<String> {
    let clause = view.common.clause(id);
    let mut notes: Vec<String> = crosses(n, view, id, level).into_iter().collect();
    if clause.agreed() {
        return notes;
    }
    for side in Side::BOTH {
        let capital = n.capital(side);
        if let Some(offer) = clause.standing[side].filter(|offer| offer.level == level) {
            let values: crate::narrate::Values = &[
                ("capital", &capital),
                ("wording", &n.wording(offer.wording)),
                ("channel", &n.channel(offer.channel)),
            ];
            notes.push(n.words.fill("plain.clause.offer", values));
        } else if clause.position[side] == level {
            let values: crate::narrate::Values = &[("capital", &capital)];
            notes.push(n.words.fill("plain.clause.position", values));
        }
    }
    notes
}

/// That a level lies beyond the viewer's own red line, if it does.
pub fn crosses(n: &Narrator, view: &View, id: ClauseId, level: Level) -> Option<String> {
    let line = view.own.red_lines().find(|line| line.clause == id)?;
    let values: crate::narrate::Values = &[
        ("clause", &n.clause(id).name),
        ("level", &level.0),
        ("limit", &line.limit.0),
    ];
    line.crossed(view.side, level)
        .then(|| n.words.fill("plain.crosses", values))
}

fn history(n: &Narrator, session: &Session, id: ClauseId, page: &mut Page) {
    let viewer = session.side();
    let mut told = Vec::new();
    for round in session.log() {
        let seen = (round.outcomes.iter()).filter(|outcome| outcome.visible_to(viewer));
        for line in seen.filter_map(|outcome| n.clause_event(outcome, id)) {
            let values: crate::narrate::Values = &[("round", &round.round), ("text", &line.text)];
            told.push(n.words.fill("plain.clause.event", values));
        }
    }
    if !told.is_empty() {
        page.say(n.words.get("game.clause.history"));
        for line in told {
            page.item(line);
        }
    }
}
