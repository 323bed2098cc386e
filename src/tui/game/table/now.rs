//! What matters now: the news, where both capitals stand, and what is asked of the player.

use super::super::page::Page;
use super::super::play::{Play, Shared};
use super::super::reveal;
use super::super::text::{side as colour, span};
use crate::narrate::Narrator;
use crate::rules::plan::{Field, Plan};
use crate::rules::side::Side;
use crate::rules::state::Ask;
use crate::rules::view::View;
use crate::tui::context::Context;
use crate::tui::theme::Role;
use crate::tui::widget::prose::Prose;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// One thing to know about a capital.
type Fact = (String, Role);

/// What a capital did last round, and what hangs over it.
///
/// `acted` is what it truly did in the field, where that is known.
pub fn facts(n: &Narrator, view: &View, side: Side, acted: Option<Field>) -> Vec<Fact> {
    let c = &view.common;
    let mut facts: Vec<Fact> = Vec::new();
    let mut tell = |holds: bool, key: &str, number: u8, role: Role| {
        if holds {
            facts.push((n.words.fill(key, &[("number", &number)]), role));
        }
    };
    let cornered = if side == view.side {
        view.own.cornered
    } else {
        c.signal[side]
    };
    let due = c.threat[side];
    tell(cornered, "game.fact.cornered", 0, Role::Bad);
    tell(due > 0, "game.fact.threat", due, Role::Warn);
    tell(c.struck[side], "game.fact.struck", 0, Role::Warn);
    let away = c.away[side];
    tell(away > 0, "game.fact.away", away, Role::Warn);
    let bargain = c.bargain[side].is_some();
    tell(bargain, "game.fact.bargain", 0, Role::Accent);
    tell(c.signed[side], "game.fact.signed", 0, Role::Accent);
    let grip = c.grip[side];
    tell(grip > 0, "game.fact.grip", grip, Role::Text);
    let held = c.precondition[side];
    tell(held, "game.fact.precondition", 0, Role::Text);
    tell(!held, "game.fact.waived", 0, Role::Dim);
    let first = c.first == Some(side);
    tell(first, "game.fact.first", 0, Role::Dim);
    if let (Some(say), Some(field)) = (c.said[side], c.seen[side]) {
        let (did, seen) = (acted.unwrap_or(field), n.act(side, field));
        let key = if did == field {
            "game.fact.last"
        } else {
            "game.fact.last_hidden"
        };
        let last = n.words.fill(
            key,
            &[
                ("say", &n.statement(say)),
                ("act", &n.act(side, did)),
                ("seen", &seen),
            ],
        );
        facts.insert(0, (last, Role::Text));
    }
    facts
}

/// Columns between two facts.
const GAP: u16 = 3;

/// A capital and its facts on one line.
pub fn capital(n: &Narrator, cx: &Context, play: &Play, side: Side) -> Line<'static> {
    capital_within(n, cx, play, side, u16::MAX).0
}

/// The same within so many columns, and how many facts had no room: they are left out whole,
/// and `+2` says so.
pub fn capital_within(
    n: &Narrator,
    cx: &Context,
    play: &Play,
    side: Side,
    room: u16,
) -> (Line<'static>, usize) {
    let view = &play.session.view();
    let acted = (side == view.side).then(|| play.acted()).flatten();
    let facts = facts(n, view, side, acted);
    let mut line = Line::from(span(format!("{}  ", n.capital(side)), colour(side), cx));
    let lead = line.width();
    let total: usize = facts
        .iter()
        .map(|(fact, _)| fact.width() + usize::from(GAP))
        .sum();
    let whole = lead + total <= usize::from(room) + usize::from(GAP);
    let mut room = usize::from(room);
    if !whole {
        // There are never so many that the mark takes two digits.
        room = room.saturating_sub(usize::from(GAP) + 2);
    }
    let mut left = 0;
    for (fact, role) in facts {
        let gap = if line.width() > lead {
            usize::from(GAP)
        } else {
            0
        };
        if line.width() + gap + fact.width() > room {
            left += 1;
        } else {
            join(&mut line, lead, span(fact, role, cx), cx);
        }
    }
    if left > 0 {
        join(&mut line, lead, span(format!("+{left}"), Role::Dim, cx), cx);
    }
    (line, left)
}

/// Appends to a line, after a mark if there is something before it.
fn join(line: &mut Line<'static>, lead: usize, what: Span<'static>, cx: &Context) {
    if line.width() > lead {
        line.push_span(span(format!(" {} ", cx.glyphs.dot), Role::Border, cx));
    }
    line.push_span(what);
}

/// The news of the round, and what is in the air.
pub fn news(n: &Narrator, cx: &Context, view: &View) -> Line<'static> {
    let title = view.common.event.map_or(n.no_news(), |id| n.event(id));
    let mut line = Line::from(vec![
        span(cx.say("game.news"), Role::Dim, cx),
        Span::raw(" "),
        span(title.to_owned(), Role::Title, cx),
    ]);
    if let Some(kind) = view.common.next_kind {
        let kind = n.event_kind(kind);
        let air = cx.phrases.fill("game.news.next", &[("kind", &kind)]);
        line.push_span(span(format!("  {air}"), Role::Dim, cx));
    }
    line
}

/// All that matters now: the news, both capitals, what is asked of the player, how its objectives
/// stand, and what the wire had of the round before.
pub fn write(prose: &mut Prose, n: &Narrator, cx: &Context, play: &Play) {
    let view = &play.session.view();
    let c = &view.common;
    match c.event {
        Some(id) => {
            let event = n.text.event(id);
            prose.push(Line::from(span(event.title.clone(), Role::Title, cx)), 0);
            prose.push(Line::from(span(event.flavour.clone(), Role::Text, cx)), 0);
            let effects = n.event_effects(id, Some(view.side));
            if !effects.is_empty() {
                prose.push(Line::from(span(effects, Role::Dim, cx)), 2);
            }
        }
        None => prose.push(Line::from(span(n.no_news().to_owned(), Role::Title, cx)), 0),
    }
    if let Some(kind) = c.next_kind {
        let kind = n.event_kind(kind);
        let air = cx.phrases.fill("game.news.next", &[("kind", &kind)]);
        prose.push(Line::from(span(air, Role::Dim, cx)), 0);
    }
    prose.push(Line::default(), 0);
    for side in [view.side, view.side.other()] {
        prose.push(capital(n, cx, play, side), 2);
    }
    prose.push(Line::default(), 0);
    for line in reveal::lines(&n.situation(view), cx) {
        prose.push(line, 2);
    }
    prose.push(Line::default(), 0);
    let goals = cx.say("game.now.goals").to_owned();
    prose.push(Line::from(span(goals, Role::Title, cx)), 0);
    for line in reveal::lines(&n.goal_lines(view), cx) {
        prose.push(line, 2);
    }
    for line in last_round(n, cx, play) {
        prose.push(line, 2);
    }
}

/// What the wire had of the round before.
fn last_round(n: &Narrator, cx: &Context, play: &Play) -> Vec<Line<'static>> {
    let log = play.session.log();
    let Some(round) = log.len().checked_sub(2).and_then(|at| log.get(at)) else {
        return Vec::new();
    };
    let told = n.reveal(round.round, Some(play.session.side()), round.opened());
    let title = cx
        .phrases
        .fill("game.table.last", &[("round", &round.round)]);
    let mut lines = vec![Line::default(), Line::from(span(title, Role::Title, cx))];
    lines.extend(reveal::lines(&told.wire, cx));
    lines
}

/// All that matters now, as a page.
pub fn page(play: Shared) -> Page {
    let write = |play: &Play, cx: &Context| {
        let n = play.narrator(cx);
        let common = play.session.view().common;
        let mut prose = Prose::default();
        write(&mut prose, &n, cx, play);
        let when = n.clock(common.round, common.rounds);
        (cx.say("game.now.title").to_owned(), when, prose)
    };
    Page::new(play, Box::new(write))
}

/// What Enter does now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Answers the event.
    Answer,
    /// Makes or goes on with the plan.
    Plan,
    /// Nothing: the opponent is thinking.
    Wait,
    /// Shows the verdict.
    Verdict,
}

/// What the player is to do next.
pub fn step(play: &Play) -> Step {
    match play.session.ask() {
        Some(Ask::Choice(_)) => Step::Answer,
        Some(Ask::Plan) => Step::Plan,
        None if play.session.ending().is_some() => Step::Verdict,
        None => Step::Wait,
    }
}

/// The same in words.
pub fn say_step(play: &Play, n: &Narrator, cx: &Context) -> String {
    let view = play.session.view();
    let them = n.capital(view.side.other());
    match step(play) {
        Step::Answer => {
            let event = view.common.event.map_or("", |id| n.event(id));
            cx.phrases.fill("game.step.answer", &[("event", &event)])
        }
        Step::Plan if play.draft.plan() == Plan::DEFAULT => {
            let round = view.common.round;
            cx.phrases.fill("game.step.plan", &[("round", &round)])
        }
        Step::Plan => {
            let plan = n.plan_line(view.side, &play.draft.plan());
            cx.phrases.fill("game.step.draft", &[("plan", &plan)])
        }
        Step::Wait => cx.phrases.fill("game.step.wait", &[("capital", &them)]),
        Step::Verdict => cx.say("game.step.verdict").to_owned(),
    }
}
