//! One clause in full: its five levels, what each would be worth, who stands where, and
//! what has happened to it.

use super::page::Page;
use super::play::{Play, Shared};
use super::table::red_line;
use super::text::{side as colour, span};
use crate::guide::Place;
use crate::narrate::{Narrator, Tone, signed};
use crate::rules::clause::{ClauseId, Level, Status};
use crate::rules::meter::Tenths;
use crate::rules::score::stake;
use crate::rules::side::Side;
use crate::rules::view::View;
use crate::tui::context::Context;
use crate::tui::theme::Role;
use crate::tui::widget::prose::Prose;
use ratatui::text::{Line, Span};

/// The clause as a page of its own.
pub fn page(play: Shared, id: ClauseId) -> Page {
    let write = move |play: &Play, cx: &Context| {
        let n = play.narrator(cx);
        let status = play.session.view().common.clause(id).status;
        let right = n.status(status).to_owned();
        (n.clause(id).name.clone(), right, prose(play, id, cx))
    };
    Page::new(play, Box::new(write)).at(Place::ClausePage)
}

/// The text of it.
pub fn prose(play: &Play, id: ClauseId, cx: &Context) -> Prose {
    let n = play.narrator(cx);
    let view = play.session.view();
    let mut prose = Prose::default();
    let mut say = |text: String, role: Role, indent| {
        prose.push(Line::from(span(text, role, cx)), indent);
    };
    say(n.clause(id).stake.clone(), Role::Text, 0);
    say(state(&n, cx, &view, id), Role::Accent, 0);
    let known = n.estimate(&view).clauses;
    if let Some((_, meaning)) = known.into_iter().find(|(of, _)| *of == id) {
        let text = cx
            .phrases
            .fill("game.clause.learned", &[("meaning", &meaning.text)]);
        say(text, Role::Accent, 0);
    }
    prose.push(Line::default(), 0);
    for level in Level::all() {
        let role = if is_current(&view, id, level) {
            Role::Title
        } else {
            Role::Text
        };
        let text = n.level(id, level).to_owned();
        let line = Line::from(vec![
            span(format!("{}  ", level.0), Role::Dim, cx),
            span(text, role, cx),
        ]);
        prose.push(line, 3);
        prose.push(tags(&n, cx, &view, id, level), 5);
    }
    let worth = cx.phrases.fill(
        "game.clause.worth",
        &[
            ("presser", &n.capital(Side::Presser)),
            ("holder", &n.capital(Side::Holder)),
        ],
    );
    prose.push(Line::default(), 0);
    prose.push(Line::from(span(worth, Role::Dim, cx)), 0);
    let history = history(&n, cx, play, id);
    if !history.is_empty() {
        prose.push(Line::default(), 0);
        let title = cx.say("game.clause.history").to_owned();
        prose.push(Line::from(span(title, Role::Title, cx)), 0);
        for line in history {
            prose.push(line, 4);
        }
    }
    prose
}

/// What a level would be worth to the player beside what holds without agreement, in
/// mission points, if it is kept.
pub fn value(n: &Narrator, view: &View, id: ClauseId, level: Level) -> Tenths {
    stake(&n.scenario.tables, view, id, level)
}

/// Open, or agreed and how.
fn state(n: &Narrator, cx: &Context, view: &View, id: ClauseId) -> String {
    let clause = view.common.clause(id);
    let quo = Tenths(i16::from(clause.quo));
    if clause.agreed() {
        cx.phrases.fill(
            "game.clause.agreed",
            &[
                ("level", &clause.level.0),
                ("status", &n.status(clause.status)),
                ("round", &clause.since),
            ],
        )
    } else {
        cx.phrases.fill("game.clause.open", &[("quo", &quo)])
    }
}

fn is_current(view: &View, id: ClauseId, level: Level) -> bool {
    let clause = view.common.clause(id);
    clause.agreed() && clause.level == level
}

/// Under a level: what it is worth, and who stands there.
fn tags(n: &Narrator, cx: &Context, view: &View, id: ClauseId, level: Level) -> Line<'static> {
    let clause = view.common.clause(id);
    let g = cx.glyphs;
    let worth = value(n, view, id, level);
    let role = match worth.0 {
        1.. => Role::Good,
        0 => Role::Text,
        _ => Role::Bad,
    };
    let mut tags = vec![(
        cx.phrases
            .fill("game.clause.value", &[("points", &signed(worth))]),
        role,
    )];
    if red_line(view, id).is_some_and(|line| line.crossed(view.side, level)) {
        let text = cx
            .phrases
            .fill("game.clause.crossed", &[("mark", &g.alert)]);
        tags.push((text, Role::Warn));
    }
    if clause.agreed() {
        if clause.level == level {
            let (mark, role) = match clause.status {
                Status::Vague => (g.vague, Role::Accent),
                _ => (g.yes, Role::Good),
            };
            let text = cx.phrases.fill(
                "game.clause.in_force",
                &[("mark", &mark), ("status", &n.status(clause.status))],
            );
            tags.push((text, role));
        }
    } else {
        for side in Side::BOTH {
            let capital = n.capital(side);
            let offer = clause.standing[side].filter(|s| s.level == level);
            if let Some(offer) = offer {
                let text = cx.phrases.fill(
                    "game.clause.offer",
                    &[
                        ("mark", &g.offer),
                        ("capital", &capital),
                        ("wording", &n.wording(offer.wording)),
                        ("channel", &n.channel(offer.channel)),
                    ],
                );
                tags.push((text, colour(side)));
            } else if clause.position[side] == level {
                let mark = match side {
                    Side::Presser => g.presser,
                    Side::Holder => g.holder,
                };
                let text = cx.phrases.fill(
                    "game.clause.position",
                    &[("mark", &mark), ("capital", &capital)],
                );
                tags.push((text, colour(side)));
            }
        }
    }
    let mut line = Line::from(Span::raw("   "));
    for (at, (text, role)) in tags.into_iter().enumerate() {
        if at > 0 {
            line.push_span(span(format!("  {}  ", g.dot), Role::Border, cx));
        }
        line.push_span(span(text, role, cx));
    }
    line
}

/// What has happened to the clause, round by round.
fn history(n: &Narrator, cx: &Context, play: &Play, id: ClauseId) -> Vec<Line<'static>> {
    let viewer = play.session.side();
    let mut lines = Vec::new();
    for round in play.session.log() {
        for outcome in &round.outcomes {
            let told = outcome
                .visible_to(viewer)
                .then(|| n.clause_event(outcome, id))
                .flatten();
            if let Some(told) = told {
                let role = match (told.side, told.tone) {
                    (Some(side), _) => colour(side),
                    (None, Tone::Good) => Role::Good,
                    (None, Tone::Bad) => Role::Bad,
                    (None, _) => Role::Warn,
                };
                lines.push(Line::from(vec![
                    span(format!("{:>2}  ", round.round), Role::Dim, cx),
                    span(told.text, role, cx),
                ]));
            }
        }
    }
    lines
}
