//! The clause board: one row a clause, with a ruler of its five levels.
//!
//! ```text
//! ▸1 Enrichment   · open   » · ○ · «   they 2 vague, back channel  ! red line 2
//!  2 Stockpile    ✓ clear  · · ✓|· ·   2  All that is enriched up to 60 % leaves ...
//! ```

use super::super::text::{cell, side as colour, span};
use crate::narrate::{Narrator, points};
use crate::rules::clause::{Clause, ClauseId, Level, RedLine, Standing, Status};
use crate::rules::meter::Tenths;
use crate::rules::side::Side;
use crate::rules::view::View;
use crate::tui::context::Context;
use crate::tui::theme::Role;
use crate::tui::widget::pointer;
use crate::tui::widget::wrap::fit;
use ratatui::text::{Line, Span};

/// Columns before what is said about a clause.
const LEAD: u16 = 3 + 13 + 9 + 11;
/// Columns that an offer takes in words.
const OFFER: u16 = 30;

/// The clauses on the agenda.
pub fn clauses(n: &Narrator) -> Vec<ClauseId> {
    let t = &n.scenario.tables;
    let ids = t.clause_ids();
    ids.filter(|id| t.clauses[id.index()].on_agenda).collect()
}

/// The heading over the rows.
pub fn heading(width: u16, cx: &Context) -> Line<'static> {
    let levels = (0..Level::COUNT).fold(String::new(), |line, level| format!("{line}{level} "));
    Line::from(vec![
        Span::raw("   "),
        cell(cx.say("game.board.clause"), 13, Role::Dim, cx),
        cell(cx.say("game.board.status"), 9, Role::Dim, cx),
        cell(&levels, 11, Role::Dim, cx),
        cell(
            cx.say("game.board.says"),
            width.saturating_sub(LEAD),
            Role::Dim,
            cx,
        ),
    ])
}

/// One row.
pub fn row(
    n: &Narrator,
    cx: &Context,
    view: &View,
    at: usize,
    id: ClauseId,
    selected: bool,
    width: u16,
) -> Line<'static> {
    let clause = view.common.clause(id);
    let number = if at < 9 {
        (at + 1).to_string()
    } else {
        " ".into()
    };
    let name = if selected { Role::Selected } else { Role::Text };
    let mut line = Line::from(vec![
        pointer(selected, cx),
        span(number, Role::Dim, cx),
        Span::raw(" "),
        cell(&n.clause(id).short, 13, name, cx),
    ]);
    line.push_span(status(n, cx, clause.status));
    let walls: Vec<u8> = red_line(view, id)
        .map(|line| wall(view.side, line))
        .into_iter()
        .collect();
    line.extend(ruler(cx, clause, &walls));
    line.push_span(Span::raw("  "));
    line.extend(says(n, cx, view, id, width.saturating_sub(LEAD)));
    line
}

/// The status as a mark and a word, 9 columns wide.
pub fn status(n: &Narrator, cx: &Context, status: Status) -> Span<'static> {
    let (mark, role) = match status {
        Status::Open => (cx.glyphs.dot, Role::Dim),
        Status::Vague => (cx.glyphs.vague, Role::Fog),
        Status::Clear => (cx.glyphs.yes, Role::Good),
    };
    cell(&format!("{mark} {}", n.status(status)), 9, role, cx)
}

/// The gap between two levels, by the lower of them, at which a side's red line stands: behind
/// the last level that its capital ratifies.
pub const fn wall(side: Side, line: RedLine) -> u8 {
    match side {
        Side::Presser => line.limit.0,
        Side::Holder => line.limit.0.saturating_sub(1),
    }
}

/// The five levels with who stands where, 9 columns wide: `»` and `«` are the two public
/// positions, a ring is a standing offer, a wall is a red line that is known.
pub fn ruler(cx: &Context, clause: &Clause, walls: &[u8]) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    for level in Level::all() {
        let (mark, role) = mark(cx, clause, level);
        spans.push(span(mark, role, cx));
        if level < Level::TOP {
            let between = walls.contains(&level.0);
            let mark = if between { cx.glyphs.wall } else { " " };
            spans.push(span(mark, Role::Warn, cx));
        }
    }
    spans
}

fn mark(cx: &Context, clause: &Clause, level: Level) -> (&'static str, Role) {
    let g = cx.glyphs;
    if clause.agreed() {
        return match (clause.level == level, clause.status) {
            (true, Status::Vague) => (g.vague, Role::Accent),
            (true, _) => (g.yes, Role::Good),
            _ => (g.dot, Role::Border),
        };
    }
    let offered = |side: Side| clause.standing[side].is_some_and(|s| s.level == level);
    if let Some(side) = Side::BOTH.into_iter().find(|side| offered(*side)) {
        return (g.offer, colour(side));
    }
    let position = |side: Side| clause.position[side] == level;
    match Side::BOTH.into_iter().find(|side| position(*side)) {
        Some(Side::Presser) => (g.presser, Role::Presser),
        Some(Side::Holder) => (g.holder, Role::Holder),
        None => (g.dot, Role::Border),
    }
}

/// One's own red line on a clause.
pub fn red_line(view: &View, id: ClauseId) -> Option<RedLine> {
    view.own.red_lines().find(|line| line.clause == id)
}

/// What there is to say: the text in force, or what is on the table, and the red line.
fn says(n: &Narrator, cx: &Context, view: &View, id: ClauseId, width: u16) -> Vec<Span<'static>> {
    let clause = view.common.clause(id);
    let warning = red_line(view, id).map(|line| {
        cx.phrases.fill(
            "game.board.red_line",
            &[("mark", &cx.glyphs.alert), ("level", &line.limit.0)],
        )
    });
    let reserve = |warning: &String| warning.chars().count() as u16 + 2;
    let busy = clause.agreed() || clause.standing.0.iter().any(Option::is_some);
    // On a narrow board the wall between the levels says it alone.
    let warning = warning.filter(|warning| !busy || width >= reserve(warning) + OFFER);
    let room = width.saturating_sub(warning.as_ref().map_or(0, reserve));
    let mut spans = Vec::new();
    if clause.agreed() {
        let text = cx.phrases.fill(
            "game.board.agreed",
            &[
                ("level", &clause.level.0),
                ("text", &n.level(id, clause.level)),
            ],
        );
        let text = fit(&text, room, cx.glyphs.ellipsis);
        spans.push(span(text, Role::Text, cx));
    } else {
        let mut used = 0;
        for side in [view.side.other(), view.side] {
            let Some(standing) = clause.standing[side] else {
                continue;
            };
            let text = offer(n, cx, view, side, standing, used > 0);
            let width = (text.chars().count() as u16).min(room.saturating_sub(used));
            spans.push(cell(&text, width, colour(side), cx));
            used += width;
        }
    }
    if !busy {
        let quo = Tenths(i16::from(clause.quo));
        let text = cx.phrases.fill("game.board.quo", &[("quo", &points(quo))]);
        if text.chars().count() <= usize::from(room) {
            spans.push(span(text, Role::Dim, cx));
        }
    }
    if let Some(warning) = warning {
        let gap = if spans.is_empty() { "" } else { "  " };
        spans.push(span(format!("{gap}{warning}"), Role::Warn, cx));
    }
    spans
}

/// "they offer 3, vague, back channel".
fn offer(
    n: &Narrator,
    cx: &Context,
    view: &View,
    side: Side,
    standing: Standing,
    second: bool,
) -> String {
    let key = match (side == view.side, second) {
        (true, false) => "game.board.offer.own",
        (true, true) => "game.board.offer.own_too",
        (false, _) => "game.board.offer.theirs",
    };
    cx.phrases.fill(
        key,
        &[
            ("level", &standing.level.0),
            ("wording", &n.wording(standing.wording)),
            ("channel", &n.channel(standing.channel)),
        ],
    )
}
