//! Where the parts of the table stand, by the size of the screen: parts one at a time on a
//! small one, all on a middling one, and the selected clause in full on a large one.

use super::super::meters::{self, Figures, Reading};
use super::super::play::Play;
use super::super::text::{self, rule, side as colour, span};
use super::{board, now};
use crate::narrate::Narrator;
use crate::rules::clause::ClauseId;
use crate::rules::view::View;
use crate::tui::action::{Action, Scope};
use crate::tui::context::Context;
use crate::tui::game::{clause, reveal};
use crate::tui::theme::Role;
use crate::tui::widget::header;
use crate::tui::widget::prose::Prose;
use crate::tui::widget::scroll::Scroll;
use crate::tui::widget::wrap::{fit, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

/// Where things were drawn, for the mouse.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// The names of the parts, where one part is shown at a time.
    pub parts: Vec<Rect>,
    /// The rows of the board that are in view.
    pub rows: Rect,
    /// The line that says what is next.
    pub step: Rect,
}

/// From this size on, everything stands on one screen.
const WHOLE: (u16, u16) = (76, 23);
/// From this size on, the selected clause and the news are shown in full.
const WIDE: (u16, u16) = (120, 34);

/// The keys of the table.
const SCOPES: [Scope; 3] = [Scope::Table, Scope::Game, Scope::Move];

/// What is drawn, and with what.
struct Scene<'a> {
    cx: &'a Context,
    play: &'a Play,
    n: Narrator<'a>,
    view: View,
    ids: Vec<ClauseId>,
    selected: usize,
    places: Places,
}

/// Draws the table; `at` is the selected row and the part that a small screen shows.
pub fn draw(
    area: Rect,
    buffer: &mut Buffer,
    cx: &Context,
    play: &Play,
    at: (usize, usize),
    scroll: &mut Scroll,
) -> Places {
    let n = play.narrator(cx);
    let mut scene = Scene {
        cx,
        play,
        n,
        view: play.session.view(),
        ids: board::clauses(&n),
        selected: at.0,
        places: Places::default(),
    };
    let view = &scene.view;
    let key = if area.width >= WHOLE.0 {
        "game.table.title"
    } else {
        "game.table.title_short"
    };
    let name = play.session.name(view.side);
    let title = if name.is_empty() {
        let capital = n.capital(view.side);
        let scenario = &n.text.title;
        cx.phrases
            .fill(key, &[("scenario", scenario), ("capital", &capital)])
    } else {
        let who = n.seat(view.side, name);
        let values: [(&str, &dyn std::fmt::Display); 2] =
            [("scenario", &n.text.title), ("who", &who)];
        cx.phrases.fill("game.table.title_named", &values)
    };
    let when = n.clock(view.common.round, view.common.rounds);
    let body = header::draw(area, buffer, cx, &title, &when);
    let inner = body.inner(Margin::new(1, 0));
    // With many clauses the middling layout needs more rows.
    let rows = scene.ids.len() as u16;
    // The guide says what matters now; there fewer lines of it do.
    let least = WHOLE.1 - 8 + rows - if cx.is_guided() { 4 } else { 0 };
    if area.width >= WIDE.0 && area.height >= WIDE.1 {
        *scroll = Scroll::default();
        scene.wide(inner, buffer);
    } else if area.width >= WHOLE.0 && area.height >= least {
        *scroll = Scroll::default();
        scene.whole(inner, buffer);
    } else {
        scene.parts(inner, buffer, at.1, scroll);
    }
    scene.places
}

impl Scene<'_> {
    fn readings(&self) -> [Vec<Reading>; 3] {
        let before = self.play.before();
        let before = before.as_ref();
        [
            meters::shared(&self.n, &self.view, before),
            meters::own(&self.n, &self.view, before),
            meters::other(&self.n, &self.view, before),
        ]
    }

    /// The three blocks of meters side by side; the headings go into `over`, a rule.
    fn meters(&self, over: Rect, area: Rect, buffer: &mut Buffer) {
        let [shared, own, other] = self.readings();
        let gap = if area.width >= 110 { 4 } else { 2 };
        let first = (area.width - 2 * gap) * 24 / 74;
        let second = (area.width - 2 * gap - first) / 2;
        let third = area.width - 2 * gap - first - second;
        let (you, them) = (self.view.side, self.view.side.other());
        let mut x = area.x;
        for (width, readings, title, role, figures) in [
            (
                first,
                shared,
                self.cx.say("game.table.shared").to_owned(),
                Role::Dim,
                Figures::Exact,
            ),
            (
                second,
                own,
                self.cx
                    .phrases
                    .fill("game.table.own", &[("capital", &self.n.capital(you))]),
                colour(you),
                Figures::Exact,
            ),
            (
                third,
                other,
                self.n.capital(them).to_owned(),
                colour(them),
                Figures::Ranges,
            ),
        ] {
            let title = format!(" {title} ");
            buffer.set_stringn(x, over.y, &title, width.into(), self.cx.theme[role]);
            let column = Rect { x, width, ..area };
            meters::block(column, buffer, self.cx, &readings, figures);
            x += width + gap;
        }
    }

    fn board(&mut self, area: Rect, buffer: &mut Buffer) {
        self.places.rows = Rect {
            height: area.height.min(self.ids.len() as u16),
            ..area
        };
        let first = self
            .selected
            .saturating_sub(usize::from(area.height.max(1)) - 1);
        for (row, (at, id)) in area.rows().zip(self.ids.iter().enumerate().skip(first)) {
            let line = board::row(
                &self.n,
                self.cx,
                &self.view,
                at,
                *id,
                at == self.selected,
                row.width,
            );
            text::lines(row, buffer, &[line]);
        }
    }

    fn board_heading(&self, area: Rect, buffer: &mut Buffer) {
        header::rule(area, buffer, self.cx);
        let line = board::heading(area.width, self.cx);
        // The rule shows through where the heading is blank.
        let mut x = area.x;
        for piece in &line.spans {
            let width = piece.width() as u16;
            let words = piece.content.trim_end();
            let room = area.right().saturating_sub(x);
            if !words.trim().is_empty() {
                let words = format!(" {words} ");
                buffer.set_stringn(x - 1, area.y, words, room.into(), piece.style);
            }
            x += width;
        }
    }

    /// The line that says what is next, at the bottom.
    fn step(&mut self, area: Rect, buffer: &mut Buffer) {
        self.places.step = area;
        let says = now::say_step(self.play, &self.n, self.cx);
        let waits = now::step(self.play) == now::Step::Wait;
        let key = self
            .cx
            .keymap
            .key(&SCOPES, Action::Choose, self.cx.glyphs)
            .filter(|_| !waits);
        let mut line = Line::default();
        if let Some(key) = key {
            line.push_span(span(
                format!("{} ", self.cx.glyphs.pointer),
                Role::Selected,
                self.cx,
            ));
            line.push_span(span(key, Role::Key, self.cx));
            line.push_span(span("  ", Role::Text, self.cx));
        }
        let role = if waits { Role::Dim } else { Role::Selected };
        let room = area.width.saturating_sub(line.width() as u16);
        let says = fit(&says, room, self.cx.glyphs.ellipsis);
        line.push_span(span(says, role, self.cx));
        text::lines(area, buffer, &[line]);
    }

    fn situation(&self) -> Vec<Line<'static>> {
        reveal::lines(&self.n.situation(&self.view), self.cx)
    }

    /// News, capitals and situation, wrapped to a width.
    fn now(&self, width: u16) -> Vec<Line<'static>> {
        let (you, them) = (self.view.side, self.view.side.other());
        let lines = [
            now::capital(&self.n, self.cx, self.play, you),
            now::capital(&self.n, self.cx, self.play, them),
            now::news(&self.n, self.cx, &self.view),
        ];
        let all = lines.into_iter().chain(self.situation());
        all.flat_map(|line| wrap(&line, width, 2)).collect()
    }

    fn whole(&mut self, area: Rect, buffer: &mut Buffer) {
        let over = Rect {
            y: area.y - 1,
            height: 1,
            ..area
        };
        let block = Rect { height: 5, ..area };
        self.meters(over, block, buffer);
        let heading = Rect {
            y: block.bottom(),
            height: 1,
            ..area
        };
        self.board_heading(heading, buffer);
        let rows = Rect {
            y: heading.bottom(),
            height: self.ids.len() as u16,
            ..area
        };
        self.board(rows, buffer);
        let line = Rect {
            y: rows.bottom(),
            height: 1,
            ..area
        };
        let below = area.bottom() - line.bottom();
        let now = Rect {
            y: line.bottom(),
            height: below.saturating_sub(1),
            ..area
        };
        let more = self.fit_now(now, buffer);
        self.now_rule(line, buffer, more);
        let step = Rect {
            y: area.bottom() - 1,
            height: 1,
            ..area
        };
        self.step(step, buffer);
    }

    /// As much of what matters now as fits, on too few lines each thing on one; how many things
    /// are left out.
    fn fit_now(&self, area: Rect, buffer: &mut Buffer) -> usize {
        let wrapped = self.now(area.width);
        if wrapped.len() <= usize::from(area.height) {
            text::lines(area, buffer, &wrapped);
            return 0;
        }
        let capital = |side| now::capital_within(&self.n, self.cx, self.play, side, area.width);
        let (own, own_left) = capital(self.view.side);
        let (theirs, theirs_left) = capital(self.view.side.other());
        let mut left = own_left + theirs_left;
        let mut lines = vec![now::news(&self.n, self.cx, &self.view), theirs, own];
        lines.extend(self.situation());
        // What is known of the capitals gets one line each; the rest is wrapped, and told
        // whole or not at all.
        let mut shown: Vec<Line> = Vec::new();
        for (at, line) in lines.into_iter().enumerate() {
            let told = match at {
                1 | 2 => vec![line],
                _ => wrap(&line, area.width, 2),
            };
            if shown.len() + told.len() <= area.height.into() {
                shown.extend(told);
            } else {
                left += 1;
            }
        }
        text::lines(area, buffer, &shown);
        left
    }

    fn parts(&mut self, area: Rect, buffer: &mut Buffer, part: usize, scroll: &mut Scroll) {
        let names = [
            self.cx.say("game.table.now"),
            self.cx.say("game.table.clauses"),
            self.cx.say("game.table.meters"),
        ];
        let tabs = Rect { height: 1, ..area };
        header::tabs(tabs, buffer, self.cx, &names, part);
        let mut x = tabs.x;
        self.places.parts = names
            .iter()
            .map(|name| {
                let width = name.chars().count() as u16 + 3;
                let tab = Rect { x, width, ..tabs };
                x += width;
                tab
            })
            .collect();
        let body = Rect {
            y: area.y + 2,
            height: area.height - 4,
            ..area
        };
        if part != 0 {
            *scroll = Scroll::default();
        }
        match part {
            0 => self.part_now(body, buffer, scroll),
            1 => self.part_clauses(body, buffer),
            _ => self.part_meters(body, buffer),
        }
        let more = if part == 0 { scroll.below() } else { 0 };
        let line = Rect {
            y: area.bottom() - 2,
            height: 1,
            ..area
        };
        match self.notice() {
            Some(notice) => rule(line, buffer, self.cx, &notice, Role::Warn),
            None => header::rule(line, buffer, self.cx),
        }
        self.more(line, buffer, more, Action::PageDown);
        let step = Rect {
            y: area.bottom() - 1,
            height: 1,
            ..area
        };
        self.step(step, buffer);
    }

    /// The rule over what matters now. Trouble with the save is told in it, and stops nobody.
    /// What is left out is counted at its end, with the key that shows all.
    fn now_rule(&self, area: Rect, buffer: &mut Buffer, more: usize) {
        match self.notice() {
            Some(notice) => rule(area, buffer, self.cx, &notice, Role::Warn),
            None => rule(
                area,
                buffer,
                self.cx,
                self.cx.say("game.table.now"),
                Role::Dim,
            ),
        }
        self.more(area, buffer, more, Action::Now);
    }

    /// At the end of a rule, how many things more there are, if any, and the key that shows them.
    fn more(&self, area: Rect, buffer: &mut Buffer, number: usize, action: Action) {
        if number == 0 {
            return;
        }
        let key = self.cx.keymap.key(&SCOPES, action, self.cx.glyphs);
        let key = key.unwrap_or_default();
        let says = self
            .cx
            .phrases
            .fill("game.table.more", &[("number", &number), ("key", &key)]);
        let says = format!(" {says} ");
        let x = area.right().saturating_sub(says.width() as u16 + 1);
        buffer.set_string(x.max(area.x), area.y, says, self.cx.theme[Role::Key]);
    }

    fn notice(&self) -> Option<String> {
        self.play.session.save_error()?;
        let mark = self.cx.glyphs.alert;
        Some(self.cx.phrases.fill("game.save.failed", &[("mark", &mark)]))
    }

    /// What matters now under the meters. Where it is much it takes the blank rows too, and
    /// what is left scrolls.
    fn part_now(&self, area: Rect, buffer: &mut Buffer, scroll: &mut Scroll) {
        let [shared, own, _] = self.readings();
        let strips = [
            meters::strip(&self.n, self.cx, &shared),
            meters::strip(&self.n, self.cx, &own),
        ];
        let more = self.now(area.width - 2);
        let blank = u16::from(more.len() + strips.len() < area.height.into());
        let top = area.y - (1 - blank);
        let over = Rect {
            y: top,
            height: strips.len() as u16,
            ..area
        };
        text::lines(over, buffer, &strips);
        let y = over.bottom() + blank;
        let below = Rect {
            y,
            height: area.bottom().saturating_sub(y),
            ..area
        };
        scroll.draw(&more, below, buffer, self.cx);
    }

    fn part_clauses(&mut self, area: Rect, buffer: &mut Buffer) {
        let heading = Rect { height: 1, ..area };
        self.board_heading(heading, buffer);
        let rows = Rect {
            y: area.y + 1,
            height: (self.ids.len() as u16).min(area.height - 1),
            ..area
        };
        self.board(rows, buffer);
        let below = Rect {
            y: rows.bottom() + 1,
            height: area.bottom().saturating_sub(rows.bottom() + 1),
            ..area
        };
        if let Some(&id) = self.ids.get(self.selected) {
            let stake = span(self.n.clause(id).stake.clone(), Role::Dim, self.cx);
            let lines = wrap(&Line::from(stake), below.width, 0);
            text::lines(below, buffer, &lines);
        }
    }

    fn part_meters(&self, area: Rect, buffer: &mut Buffer) {
        let [shared, own, other] = self.readings();
        let gap = 2;
        let width = (area.width - gap) / 2;
        let left = Rect { width, ..area };
        let right = Rect {
            x: area.x + width + gap,
            width: area.width - width - gap,
            ..area
        };
        let (you, them) = (self.view.side, self.view.side.other());
        let heading = |at: Rect, buffer: &mut Buffer, title: &str, role| {
            meters::heading(at, buffer, self.cx, title, role);
        };
        let own_title = self
            .cx
            .phrases
            .fill("game.table.own", &[("capital", &self.n.capital(you))]);
        heading(left, buffer, &own_title, colour(you));
        heading(right, buffer, self.n.capital(them), colour(them));
        let down = |at: Rect, by: u16| Rect {
            y: at.y + by,
            height: at.height.saturating_sub(by),
            ..at
        };
        meters::block(down(left, 1), buffer, self.cx, &own, Figures::Exact);
        meters::block(down(right, 1), buffer, self.cx, &other, Figures::Ranges);
        heading(
            down(left, 7),
            buffer,
            self.cx.say("game.table.shared"),
            Role::Dim,
        );
        meters::block(down(left, 8), buffer, self.cx, &shared, Figures::Exact);
        let help = span(
            self.cx.say("game.table.why_help").to_owned(),
            Role::Dim,
            self.cx,
        );
        let lines = wrap(&Line::from(help), right.width, 0);
        text::lines(down(right, 8), buffer, &lines);
    }

    fn wide(&mut self, area: Rect, buffer: &mut Buffer) {
        let over = Rect {
            y: area.y - 1,
            height: 1,
            ..area
        };
        self.meters(over, Rect { height: 5, ..area }, buffer);
        let lower = Rect {
            y: area.y + 5,
            height: area.height - 5,
            ..area
        };
        let left_width = (lower.width * 11 / 20).max(78);
        let left = Rect {
            width: left_width,
            ..lower
        };
        let right = Rect {
            x: lower.x + left_width + 3,
            width: lower.width - left_width - 3,
            ..lower
        };
        self.board_heading(Rect { height: 1, ..left }, buffer);
        let rows = Rect {
            y: left.y + 1,
            height: self.ids.len() as u16,
            ..left
        };
        self.board(rows, buffer);
        if let Some(&id) = self.ids.get(self.selected) {
            let line = Rect {
                y: rows.bottom() + 1,
                height: 1,
                ..left
            };
            rule(line, buffer, self.cx, &self.n.clause(id).name, Role::Title);
            let detail = Rect {
                y: line.bottom(),
                height: left.bottom().saturating_sub(line.bottom()),
                ..left
            };
            let mut prose = clause::prose(self.play, id, self.cx);
            prose.draw(detail, buffer, self.cx);
        }
        for y in lower.y..lower.bottom() {
            let x = left.right() + 1;
            buffer.set_string(x, y, self.cx.glyphs.wall, self.cx.theme[Role::Border]);
        }
        let step = Rect {
            y: right.bottom() - 1,
            height: 1,
            ..right
        };
        let body = Rect {
            y: right.y + 1,
            height: right.height.saturating_sub(3),
            ..right
        };
        let more = self.in_full(body, buffer);
        self.now_rule(Rect { height: 1, ..right }, buffer, more);
        self.step(step, buffer);
    }

    /// What matters now with room to tell it; how many lines there are still.
    fn in_full(&self, area: Rect, buffer: &mut Buffer) -> usize {
        let mut prose = Prose::default();
        now::write(&mut prose, &self.n, self.cx, self.play);
        prose.draw(area, buffer, self.cx);
        prose.scroll.below()
    }
}
