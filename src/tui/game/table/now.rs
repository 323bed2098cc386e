//! What matters now: the news, where both capitals stand, and what is asked of the player.

use super::super::play::Play;
use super::super::text::{side as colour, span};
use crate::narrate::Narrator;
use crate::rules::plan::{Field, Plan};
use crate::rules::side::Side;
use crate::rules::state::Ask;
use crate::rules::view::View;
use crate::tui::context::Context;
use crate::tui::theme::Role;
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

/// A capital and its facts on one line; what has no room is left out whole.
pub fn capital(
    n: &Narrator,
    cx: &Context,
    play: &Play,
    side: Side,
    room: Option<u16>,
) -> Line<'static> {
    let view = &play.session.view();
    let acted = (side == view.side).then(|| play.acted()).flatten();
    let mut line = Line::from(span(format!("{}  ", n.capital(side)), colour(side), cx));
    for (at, (fact, role)) in facts(n, view, side, acted).into_iter().enumerate() {
        let gap = if at == 0 { 0 } else { 3 };
        if room.is_some_and(|room| line.width() + gap + fact.width() > room.into()) {
            continue;
        }
        if at > 0 {
            line.push_span(span(format!(" {} ", cx.glyphs.dot), Role::Border, cx));
        }
        line.push_span(span(fact, role, cx));
    }
    line
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
