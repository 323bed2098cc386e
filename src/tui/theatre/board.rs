//! The clauses at the moment that is shown: who stands where, what is offered and agreed,
//! and the red lines that the seat knows of.

use super::show::Show;
use crate::narrate::Narrator;
use crate::rules::clause::{Clause, ClauseId, RedLine};
use crate::rules::side::Side;
use crate::theatre::Scene;
use crate::tui::context::Context;
use crate::tui::game::table::{clauses, ruler, status, wall};
use crate::tui::game::text::{cell, lines, side as colour, span};
use crate::tui::theme::Role;
use crate::tui::widget::wrap::{fit, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

/// Draws the board.
pub fn draw(area: Rect, buffer: &mut Buffer, cx: &Context, show: &Show) {
    let n = show.narrator(cx);
    let mut rows = vec![Line::from(vec![
        cell(cx.say("game.board.clause"), 14, Role::Dim, cx),
        cell(cx.say("game.board.status"), 9, Role::Dim, cx),
        cell("0 1 2 3 4", 11, Role::Dim, cx),
        span(cx.say("game.board.says"), Role::Dim, cx),
    ])];
    let ids = clauses(&n);
    let told = |whole| {
        let rows = ids.iter();
        let rows = rows.flat_map(|id| row(&n, cx, show, *id, area.width, whole));
        rows.collect::<Vec<_>>()
    };
    // A text that is agreed is told whole where there are the lines for it.
    let whole = told(true);
    let fits = rows.len() + whole.len() <= area.height.into();
    rows.extend(if fits { whole } else { told(false) });
    let help = Line::from(span(cx.say("theatre.board_help"), Role::Dim, cx));
    let help = wrap(&help, area.width, 0);
    if rows.len() + 1 + help.len() <= area.height.into() {
        rows.push(Line::default());
        rows.extend(help);
    }
    lines(area, buffer, &rows);
}

/// The lines that the board takes.
pub fn height(n: &Narrator) -> u16 {
    clauses(n).len() as u16 + 1
}

/// A clause: one line, or as many as the text takes that is agreed on it if that is told whole.
fn row(
    n: &Narrator,
    cx: &Context,
    show: &Show,
    id: ClauseId,
    width: u16,
    whole: bool,
) -> Vec<Line<'static>> {
    let state = show.scene().state;
    let clause = state.common.clause(id);
    let known: Vec<(Side, RedLine)> = Scene::sides(show.vantage())
        .into_iter()
        .filter(|side| show.vantage().knows(*side))
        .flat_map(|side| state.own[side].red_lines().map(move |line| (side, line)))
        .filter(|(_, line)| line.clause == id)
        .collect();
    let walls: Vec<u8> = known
        .iter()
        .map(|(side, line)| wall(*side, *line))
        .collect();
    let mut line = Line::from(vec![
        cell(&n.clause(id).short, 14, Role::Text, cx),
        status(n, cx, clause.status),
    ]);
    line.extend(ruler(cx, clause, &walls));
    line.push_span(span("  ", Role::Text, cx));
    let lead = line.width();
    let mut room = width.saturating_sub(lead as u16);
    let mut says: Vec<(String, Role)> = Vec::new();
    if clause.agreed() {
        let text = cx.phrases.fill(
            "game.board.agreed",
            &[
                ("level", &clause.level.0),
                ("text", &n.level(id, clause.level)),
            ],
        );
        if whole && text.width() > room.into() {
            let text = Line::from(span(text, Role::Text, cx));
            let mut told = wrap(&text, room, 3).into_iter();
            line.extend(told.next().unwrap_or_default());
            let below = told.map(|rest| {
                let mut below = Line::from(" ".repeat(lead));
                below.extend(rest);
                below
            });
            return std::iter::once(line).chain(below).collect();
        }
        says.push((text, Role::Text));
    } else {
        for key in ["theatre.offer", "theatre.offer_short", "theatre.offer_bare"] {
            says = offers(n, cx, clause, key);
            let width: usize = says.iter().map(|(text, _)| text.width() + 2).sum();
            if width <= usize::from(room) + 2 {
                break;
            }
        }
    }
    let walls = known.iter().map(|(side, red)| {
        let text = cx.phrases.fill(
            "theatre.red_line",
            &[
                ("mark", &cx.glyphs.alert),
                ("capital", &n.capital(*side)),
                ("level", &red.limit.0),
            ],
        );
        (text, Role::Warn)
    });
    // The walls of the ruler say it too; in words it stands where it fits whole.
    let mut taken: u16 = says.iter().map(|(text, _)| text.width() as u16 + 2).sum();
    for (text, role) in walls {
        taken += text.width() as u16 + 2;
        if taken <= room + 2 {
            says.push((text, role));
        }
    }
    for (text, role) in says {
        let text = fit(&text, room, cx.glyphs.ellipsis);
        room = room.saturating_sub(text.width() as u16 + 2);
        line.push_span(span(text, role, cx));
        line.push_span(span("  ", Role::Text, cx));
    }
    vec![line]
}

/// What each side offers on a clause.
fn offers(n: &Narrator, cx: &Context, clause: &Clause, key: &str) -> Vec<(String, Role)> {
    let offer = |side: Side| {
        let standing = clause.standing[side]?;
        let text = cx.phrases.fill(
            key,
            &[
                ("capital", &n.capital(side)),
                ("level", &standing.level.0),
                ("wording", &n.wording(standing.wording)),
                ("channel", &n.channel(standing.channel)),
            ],
        );
        Some((text, colour(side)))
    };
    Side::BOTH.into_iter().filter_map(offer).collect()
}
