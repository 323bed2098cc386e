//! The reveal: a round as two capitals' press has it and as the wire has it, then what
//! one's own delegation knows, then every meter that moved and why.
//!
//! ```text
//! ── Washington pool ──┬── The wire ─────────┬── Tehran daily ──
//!  ...                 │  ...                │  ...
//! ── What moved ────────────────────────────────────────────────
//!  Tension   42 → 47   +5  Tehran threatens  ...
//! ```
//! Where there is no room for three columns they stand one under the other.

use super::look_up;
use super::play::{Shared, Unread};
use super::text::{cell, side as colour, span, welcome};
use crate::guide::{Place, Spot};
use crate::narrate::{Line as Told, MeterLine, Narrator, Reveal, Tone, points, signed};
use crate::rules::meter::Meter;
use crate::rules::outcome::Outcome;
use crate::rules::plan::EventId;
use crate::rules::side::Side;
use crate::tui::action::{Action, Scope};
use crate::tui::context::Context;
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::theme::Role;
use crate::tui::widget::header;
use crate::tui::widget::prose::{MEASURE, Prose};
use crate::tui::widget::scroll::Scroll;
use crate::tui::widget::wrap::wrap;
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

/// From this width on, the three voices stand side by side.
const COLUMNS: u16 = 110;

/// Where the reveal has come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// What the papers say.
    Papers,
    /// What moved.
    Ledger,
    /// The news that open the next round.
    News,
    /// The answers to an event, with all that came of them on one page.
    Answers(EventId),
}

/// A round, told.
pub struct RevealScreen {
    play: Shared,
    reveal: Reveal,
    round: u8,
    parts: Vec<Part>,
    at: usize,
    scroll: Scroll,
}

impl RevealScreen {
    /// Tells what came of a round, or of the answers to its event.
    pub fn new(play: Shared, news: &Unread, cx: &Context) -> Self {
        let spoke = |outcome: &Outcome| matches!(outcome, Outcome::Said(..));
        let is_of_plans = news.outcomes.iter().any(spoke);
        let mut reveal = {
            let play = play.borrow();
            let side = Some(play.session.side());
            let n = play.narrator(cx);
            let mut reveal = n.reveal(news.round, side, &news.outcomes);
            if !is_of_plans {
                reveal.news = n.news(news.round, side, &news.outcomes);
            }
            reveal
        };
        let answered = news.outcomes.iter().find_map(|outcome| match *outcome {
            Outcome::Answered(_, event, _) if !is_of_plans => Some(event),
            _ => None,
        });
        let parts = if let Some(event) = answered {
            // What the wire has of it and what it moved stand under the answers.
            let wire = &reveal.wire;
            (reveal.news).retain(|line| line.side.is_some() && !wire.contains(line));
            vec![Part::Answers(event)]
        } else {
            parts(&reveal)
        };
        Self {
            play,
            reveal,
            round: news.round,
            parts,
            at: 0,
            scroll: Scroll::default(),
        }
    }

    fn part(&self) -> Option<Part> {
        self.parts.get(self.at).copied()
    }

    fn turn(&mut self, to: usize) -> Flow {
        if to >= self.parts.len() {
            return Flow::Pop;
        }
        self.at = to;
        self.scroll = Scroll::default();
        Flow::Stay
    }

    /// The event, the answers, what was told of them, and what moved, one under the other.
    fn answers(
        &self,
        n: &Narrator,
        event: EventId,
        width: u16,
        cx: &Context,
    ) -> Vec<Line<'static>> {
        let words = n.text.event(event);
        let title = Line::from(span(words.title.clone(), Role::Title, cx));
        let flavour = Line::from(span(words.flavour.clone(), Role::Dim, cx));
        let mut page = vec![title];
        page.extend(wrap(&flavour, width, 0));
        page.push(Line::default());
        let answers = lines(&self.reveal.news, cx);
        page.extend(answers.iter().flat_map(|line| wrap(line, width, 2)));
        stack(&mut page, told(n, &self.reveal, cx), width);
        if !self.reveal.ledger.is_empty() {
            let heading = span(cx.say("game.reveal.moved"), Role::Title, cx);
            page.extend([Line::default(), Line::from(heading)]);
            let viewer = Some(self.play.borrow().session.side());
            page.extend(ledger(&self.reveal.ledger, viewer, width, cx));
        }
        page
    }

    fn papers(&mut self, n: &Narrator, area: Rect, buffer: &mut Buffer, cx: &Context) {
        let told = told(n, &self.reveal, cx);
        if area.width < COLUMNS {
            let mut lines = Vec::new();
            stack(&mut lines, told, area.width.saturating_sub(2));
            self.scroll.draw(&lines, area, buffer, cx);
            return;
        }
        let [presser, wire, holder, desk] = told;
        let width = (area.width - 6) / 3;
        let mut bottom = area.y;
        for (at, (heading, paragraphs)) in [presser, wire, holder].into_iter().enumerate() {
            let column = Rect {
                x: area.x + at as u16 * (width + 3),
                width,
                ..area
            };
            let mut lines = vec![heading, Line::default()];
            for paragraph in &paragraphs {
                lines.extend(wrap(paragraph, width, 2));
                lines.push(Line::default());
            }
            super::text::lines(column, buffer, &lines);
            bottom = bottom.max(area.y + lines.len() as u16);
        }
        let bottom = bottom.min(area.bottom());
        for y in area.y..bottom {
            for at in 1..3 {
                let x = area.x + at * (width + 3) - 2;
                buffer.set_string(x, y, cx.glyphs.wall, cx.theme[Role::Border]);
            }
        }
        let (heading, paragraphs) = desk;
        if paragraphs.is_empty() || bottom + 3 > area.bottom() {
            return;
        }
        let rule = Rect {
            y: bottom,
            height: 1,
            ..area
        };
        header::rule(rule, buffer, cx);
        let below = Rect {
            y: bottom + 1,
            height: area.bottom() - bottom - 1,
            ..area
        };
        let mut lines = vec![heading];
        lines.extend(
            paragraphs
                .iter()
                .flat_map(|line| wrap(line, area.width - 2, 2)),
        );
        self.scroll.draw(&lines, below, buffer, cx);
    }
}

/// What there is to tell of the plans of a round.
fn parts(reveal: &Reveal) -> Vec<Part> {
    let papers = !reveal.wire.is_empty()
        || reveal.press.0.iter().any(|lines| !lines.is_empty())
        || !reveal.desk.is_empty();
    let parts = [
        (Part::Papers, papers),
        (Part::Ledger, !reveal.ledger.is_empty()),
        (Part::News, !reveal.news.is_empty()),
    ];
    let told = parts.into_iter().filter(|(_, is)| *is);
    told.map(|(part, _)| part).collect()
}

/// A voice: its heading, and what it says.
type Voice = (Line<'static>, Vec<Line<'static>>);

/// Sets the voices that have something to say under what is on the page.
fn stack(page: &mut Vec<Line<'static>>, voices: [Voice; 4], width: u16) {
    for (heading, paragraphs) in voices {
        if paragraphs.is_empty() {
            continue;
        }
        if !page.is_empty() {
            page.push(Line::default());
        }
        page.push(heading);
        page.extend(paragraphs.iter().flat_map(|line| wrap(line, width, 2)));
    }
}

/// The voices with their headings: the presser's press, the wire, the holder's press, and
/// what one's own delegation knows.
pub fn told(n: &Narrator, reveal: &Reveal, cx: &Context) -> [Voice; 4] {
    let press = |side: Side| {
        let heading = Line::from(span(n.side(side).press.clone(), colour(side), cx));
        (heading, lines(&reveal.press[side], cx))
    };
    let named = |key: &str, told: &[Told]| {
        let heading = Line::from(span(cx.say(key).to_owned(), Role::Title, cx));
        (heading, lines(told, cx))
    };
    [
        press(Side::Presser),
        named("game.reveal.wire", &reveal.wire),
        press(Side::Holder),
        named("game.reveal.desk", &reveal.desk),
    ]
}

/// Lines of prose, with a mark for their tone.
pub fn lines(told: &[Told], cx: &Context) -> Vec<Line<'static>> {
    let line = |told: &Told| {
        let (mark, role) = mark(told.tone, cx);
        let text = if told.tone == Tone::Quiet {
            Role::Dim
        } else {
            Role::Text
        };
        Line::from(vec![
            span(format!("{mark} "), role, cx),
            span(told.text.clone(), text, cx),
        ])
    };
    told.iter().map(line).collect()
}

/// The mark before what strikes its reader so, and its colour.
pub const fn mark(tone: Tone, cx: &Context) -> (&'static str, Role) {
    let g = cx.glyphs;
    match tone {
        Tone::Good => (g.yes, Role::Good),
        Tone::Bad => (g.no, Role::Bad),
        Tone::Warn => (g.alert, Role::Warn),
        Tone::Neutral => (g.bullet, Role::Text),
        Tone::Quiet => (g.dot, Role::Dim),
    }
}

/// Columns of a ledger before the causes, beside the name.
const FIGURES: u16 = 25;

/// The ledger: each meter from where to where, with the causes beside it or, where there
/// is no room, under it.
pub fn ledger(
    moved: &[MeterLine],
    viewer: Option<Side>,
    width: u16,
    cx: &Context,
) -> Vec<Line<'static>> {
    let names = moved.iter().map(|line| line.name.width() as u16);
    let lead = names.max().unwrap_or(0) + FIGURES;
    let mut lines = Vec::new();
    for line in moved {
        let mut head = head(line, lead - FIGURES, viewer, cx);
        let causes = causes(line, viewer, cx);
        if lead + 30 <= width {
            let mut wrapped = wrap(&causes, width - lead, 0).into_iter();
            head.extend(wrapped.next().unwrap_or_default());
            lines.push(head);
            for more in wrapped {
                let mut line = Line::from(" ".repeat(lead.into()));
                line.extend(more);
                lines.push(line);
            }
        } else {
            lines.push(head);
            for more in wrap(&causes, width.saturating_sub(4), 0) {
                let mut line = Line::from("    ");
                line.extend(more);
                lines.push(line);
            }
        }
    }
    lines
}

/// The meter, by how much it moved, and from where to where.
fn head(line: &MeterLine, name: u16, viewer: Option<Side>, cx: &Context) -> Line<'static> {
    let by = line.by();
    let arrow = crate::tui::widget::bar::arrow(by, cx.glyphs);
    // A price shock has no place of its own on the price.
    let from_to = match line.meter {
        Meter::Shock => String::new(),
        _ => cx.phrases.fill(
            "game.ledger.from_to",
            &[("from", &points(line.from)), ("to", &points(line.to))],
        ),
    };
    Line::from(vec![
        cell(&line.name, name, Role::Title, cx),
        span(
            format!(" {:>6} {arrow} ", signed(by)),
            welcome(line.meter, by, viewer),
            cx,
        ),
        cell(&from_to, FIGURES - 10, Role::Dim, cx),
    ])
}

/// The causes of a move, with what each did if there is more than one.
fn causes(line: &MeterLine, viewer: Option<Side>, cx: &Context) -> Line<'static> {
    let mut told = Line::default();
    for (at, reason) in line.reasons.iter().enumerate() {
        if at > 0 {
            told.push_span(span(format!(" {} ", cx.glyphs.dot), Role::Border, cx));
        }
        told.push_span(span(reason.text.clone(), Role::Text, cx));
        if line.reasons.len() > 1 {
            let by = format!(" {}", signed(reason.by));
            told.push_span(span(by, welcome(line.meter, reason.by, viewer), cx));
        }
    }
    told
}

impl Layer for RevealScreen {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let buffer = frame.buffer_mut();
        let shared = self.play.clone();
        let play = shared.borrow();
        let n = play.narrator(cx);
        let part = self.part();
        let title = match part {
            Some(Part::Papers) | None => "game.reveal.papers",
            Some(Part::Ledger) => "game.reveal.ledger",
            Some(Part::News) => "game.reveal.news",
            Some(Part::Answers(_)) => "game.reveal.answers",
        };
        let title = cx.phrases.fill(title, &[("round", &self.round)]);
        let steps = cx.phrases.fill(
            "game.reveal.step",
            &[("at", &(self.at + 1)), ("of", &self.parts.len().max(1))],
        );
        let body = header::draw(area, buffer, cx, &title, &steps);
        let inner = body.inner(Margin::new(1, 0));
        match part {
            Some(Part::Papers) => self.papers(&n, inner, buffer, cx),
            Some(Part::Ledger) => {
                let width = inner.width.saturating_sub(2);
                let viewer = Some(play.session.side());
                let lines = ledger(&self.reveal.ledger, viewer, width, cx);
                self.scroll.draw(&lines, inner, buffer, cx);
            }
            Some(Part::News) => {
                let mut prose = Prose::default();
                for line in lines(&self.reveal.news, cx) {
                    prose.push(line, 2);
                    prose.push(Line::default(), 0);
                }
                prose.scroll = self.scroll;
                prose.draw(inner, buffer, cx);
                self.scroll = prose.scroll;
            }
            Some(Part::Answers(event)) => {
                // Running text is set no wider than this.
                let width = inner.width.saturating_sub(2).min(MEASURE);
                let page = self.answers(&n, event, width, cx);
                self.scroll.draw(&page, inner, buffer, cx);
            }
            None => {}
        }
    }

    fn spot(&self, _cx: &Context) -> Option<Spot> {
        Some(Spot::at(match self.part() {
            Some(Part::Answers(_)) => Place::Answers,
            _ => Place::Reveal,
        }))
    }

    fn scopes(&self) -> &[Scope] {
        &[Scope::Game, Scope::Move]
    }

    fn hints(&self) -> Vec<Hint> {
        let on = if self.at + 1 < self.parts.len() {
            "game.hint.on"
        } else if self.play.borrow().session.ending().is_some() {
            "game.hint.to_verdict"
        } else {
            "game.hint.to_table"
        };
        let mut hints = vec![Hint::says(Action::Choose, on)];
        if !self.scroll.is_whole() {
            hints.push(Hint::pair(Action::Up, Action::Down, "app.scroll"));
        }
        if self.parts.len() > 1 {
            hints.push(Hint::pair(Action::Left, Action::Right, "game.hint.turn"));
            hints.push(Hint::says(Action::Back, "game.hint.skip"));
        }
        hints
    }

    fn act(&mut self, act: Act, cx: &mut Context) -> Flow {
        match act.action {
            Action::Back => Flow::Pop,
            Action::Choose | Action::Right | Action::Next => self.turn(self.at + 1),
            Action::Left | Action::Previous => self.turn(self.at.saturating_sub(1)),
            // A page down at the end goes on, so that one key reads it all.
            Action::PageDown if self.scroll.is_at_end() => self.turn(self.at + 1),
            action if self.scroll.act(action) => Flow::Stay,
            action => look_up(action, &self.play, cx).unwrap_or(Flow::Ignored),
        }
    }

    fn mouse(&mut self, mouse: Mouse, _cx: &mut Context) -> Flow {
        match mouse {
            Mouse::Press(_) => self.turn(self.at + 1),
            Mouse::Wheel(..) => Flow::taken(self.scroll.mouse(mouse)),
        }
    }
}
