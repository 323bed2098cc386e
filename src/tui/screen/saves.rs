//! The saved games: a table, and what is known of the selected one.

use super::dialog::Dialog;
use super::settings::opponent_item;
use crate::theatre::Place;
use crate::tui::action::{Action, Scope};
use crate::tui::context::Context;
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::library::{Intent, SaveInfo};
use crate::tui::theme::Role;
use crate::tui::widget::about::About;
use crate::tui::widget::prose::Prose;
use crate::tui::widget::scroll::Scroll;
use crate::tui::widget::table::{self, Cell, Column};
use crate::tui::widget::{header, panes};
use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use std::path::Path;
use std::time::{Duration, SystemTime};

/// The list of saved games.
pub struct SavesScreen {
    saves: Vec<SaveInfo>,
    now: SystemTime,
    selected: usize,
    scroll: Scroll,
    rows: Rect,
    about: About,
}

impl SavesScreen {
    /// With the games that there are.
    pub fn new(cx: &Context) -> Self {
        Self {
            saves: cx.library.saves(&cx.phrases),
            now: (cx.now)(),
            selected: 0,
            scroll: Scroll::default(),
            rows: Rect::default(),
            about: About::default(),
        }
    }

    /// The same, with this game selected.
    pub fn at(path: &Path, cx: &Context) -> Self {
        let mut screen = Self::new(cx);
        let at = screen.saves.iter().position(|save| save.path == path);
        screen.selected = at.unwrap_or_default();
        screen
    }

    fn select(&mut self, at: usize) -> Flow {
        self.selected = at.min(self.saves.len().saturating_sub(1));
        Flow::Stay
    }

    fn open(&self, at: usize, cx: &Context) -> Flow {
        match self.saves.get(at) {
            None => Flow::Ignored,
            Some(SaveInfo {
                fault: Some(fault), ..
            }) => Flow::push(Dialog::message(cx.say("saves.unreadable"), fault, cx)),
            Some(save) => Flow::ask(Intent::load(&save.path)),
        }
    }

    fn watch(&self, cx: &Context) -> Flow {
        match self.saves.get(self.selected) {
            Some(save) if save.fault.is_none() => Flow::ask(Intent::watch(Place::file(&save.path))),
            _ => self.open(self.selected, cx),
        }
    }

    fn delete(&self, cx: &Context) -> Flow {
        let Some(save) = self.saves.get(self.selected) else {
            return Flow::Ignored;
        };
        let name = Context::file_name(&save.path);
        let path = save.path.clone();
        let ask = Dialog::ask(
            cx.say("saves.delete"),
            cx.phrases.fill(
                "saves.delete_text",
                &[("file", &name), ("game", &one_line(save, cx))],
            ),
        )
        .answer(cx.say("saves.keep"), |_| Flow::Stay)
        .answer(cx.say("saves.remove"), move |cx| {
            match cx.library.remove(&path) {
                Ok(()) => Flow::Stay,
                Err(e) => Flow::push(Dialog::message(
                    cx.say("saves.not_removed"),
                    e.to_string(),
                    cx,
                )),
            }
        });
        Flow::push(ask)
    }

    fn row(&self, save: &SaveInfo, cx: &Context) -> Vec<Cell> {
        let (state, role) = match (&save.fault, &save.ending) {
            (Some(_), _) => (cx.say("saves.damaged").to_owned(), Role::Bad),
            (None, Some(ending)) => (ending.clone(), Role::Dim),
            (None, None) => (cx.say("saves.open").to_owned(), Role::Accent),
        };
        vec![
            (save.title.clone(), Role::Text),
            (save.side.clone(), Role::Text),
            (opponent_item(&save.opponent, cx).label, Role::Dim),
            (format!("{}/{}", save.round, save.rounds), Role::Text),
            (state, role),
            (age(save.modified, self.now, cx), Role::Dim),
        ]
    }

    fn describe(&self, cx: &Context) -> String {
        let Some(save) = self.saves.get(self.selected) else {
            return String::new();
        };
        let file = save.path.display();
        match &save.fault {
            Some(fault) => cx
                .phrases
                .fill("saves.about_damaged", &[("file", &file), ("fault", fault)]),
            None => cx.phrases.fill(
                "saves.about",
                &[
                    ("game", &one_line(save, cx)),
                    ("opponent", &opponent_item(&save.opponent, cx).label),
                    ("age", &age(save.modified, self.now, cx)),
                    ("file", &file),
                ],
            ),
        }
    }
}

impl Layer for SavesScreen {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let buffer = frame.buffer_mut();
        let count = cx
            .phrases
            .fill("saves.count", &[("count", &self.saves.len())]);
        let body = header::draw(area, buffer, cx, cx.say("title.saves"), &count);
        if self.saves.is_empty() {
            let text = body.inner(Margin::new(1, 0));
            Prose::new(cx.say("saves.none"), cx).draw(text, buffer, cx);
            return;
        }
        let rows: Vec<_> = self.saves.iter().map(|save| self.row(save, cx)).collect();
        let columns = [
            Column::new(cx.say("saves.column_game"), 0),
            Column::new(cx.say("saves.column_side"), 2),
            Column::new(cx.say("saves.column_opponent"), 4),
            Column::right(cx.say("saves.column_round"), 1),
            Column::new(cx.say("saves.column_state"), 0),
            Column::new(cx.say("saves.column_age"), 3),
        ];
        let height = rows.len() as u16 + 1;
        let (list, about) = panes::split(body, height, 78, buffer, cx);
        self.rows = Rect {
            y: list.y + 1,
            height: list.height - 1,
            ..list
        };
        let selected = Some(self.selected);
        table::draw(
            list,
            buffer,
            cx,
            &columns,
            &rows,
            selected,
            &mut self.scroll,
        );
        let text = self.describe(cx);
        self.about.draw(&text, about, buffer, cx);
    }

    fn scopes(&self) -> &[Scope] {
        &[Scope::Saves, Scope::Move]
    }

    fn hints(&self) -> Vec<Hint> {
        if self.saves.is_empty() {
            return vec![Hint::of(Action::Back)];
        }
        vec![
            Hint::pair(Action::Up, Action::Down, "app.move"),
            Hint::says(Action::Choose, "saves.play_on"),
            Hint::says(Action::Watch, "saves.watch"),
            Hint::of(Action::Delete),
            Hint::of(Action::Back),
        ]
    }

    fn act(&mut self, act: Act, cx: &mut Context) -> Flow {
        if self.about.act(act.action) {
            return Flow::Stay;
        }
        let page = usize::from(self.rows.height.max(2)) - 1;
        match act.action {
            Action::Back => Flow::Pop,
            Action::Up => self.select(self.selected.saturating_sub(1)),
            Action::Down => self.select(self.selected + 1),
            Action::PageUp => self.select(self.selected.saturating_sub(page)),
            Action::PageDown => self.select(self.selected + page),
            Action::First => self.select(0),
            Action::Last => self.select(usize::MAX),
            Action::Choose => self.open(self.selected, cx),
            Action::Pick => self.open(usize::from(act.digit).wrapping_sub(1), cx),
            Action::Watch => self.watch(cx),
            Action::Delete => self.delete(cx),
            _ => Flow::Ignored,
        }
    }

    fn mouse(&mut self, mouse: Mouse, cx: &mut Context) -> Flow {
        if self.about.mouse(mouse) {
            return Flow::Stay;
        }
        if !self.rows.contains(mouse.at()) {
            return Flow::Ignored;
        }
        match mouse {
            Mouse::Press(at) => {
                let row = self.scroll.top() + usize::from(at.y - self.rows.y);
                match row {
                    row if row >= self.saves.len() => Flow::Ignored,
                    row if row == self.selected => self.open(row, cx),
                    row => self.select(row),
                }
            }
            Mouse::Wheel(_, lines) if lines < 0 => self.select(self.selected.saturating_sub(1)),
            Mouse::Wheel(..) => self.select(self.selected + 1),
        }
    }

    fn uncovered(&mut self, cx: &mut Context) -> Flow {
        self.saves = cx.library.saves(&cx.phrases);
        self.now = (cx.now)();
        self.select(self.selected)
    }
}

/// A saved game in a line: `The Gulf, as Tehran, round 6 of 12`.
pub fn one_line(save: &SaveInfo, cx: &Context) -> String {
    let values: [(&str, &dyn std::fmt::Display); 4] = [
        ("title", &save.title),
        ("side", &save.side),
        ("round", &save.round),
        ("rounds", &save.rounds),
    ];
    match &save.ending {
        Some(ending) => cx.phrases.fill(
            "saves.line_over",
            &[values[0], values[1], ("ending", ending)],
        ),
        None => cx.phrases.fill("saves.line", &values),
    }
}

/// How long ago that was, in words.
fn age(then: SystemTime, now: SystemTime, cx: &Context) -> String {
    const MINUTE: u64 = 60;
    const HOUR: u64 = 60 * MINUTE;
    const DAY: u64 = 24 * HOUR;
    // A clock that was set back makes the future; call it now.
    let seconds = now.duration_since(then).unwrap_or(Duration::ZERO).as_secs();
    let (key, count) = match seconds {
        0..MINUTE => ("saves.age_now", 0),
        MINUTE..HOUR => ("saves.age_minutes", seconds / MINUTE),
        HOUR..DAY => ("saves.age_hours", seconds / HOUR),
        DAY.. => ("saves.age_days", seconds / DAY),
    };
    cx.phrases.fill(key, &[("count", &count)])
}
