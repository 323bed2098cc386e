//! Rows that are filled in: a choice turned with the arrows, a line of text, a button.

use super::input::Input;
use super::menu::Item;
use super::scroll::Scroll;
use super::wrap::fit;
use crate::tui::action::Action;
use crate::tui::context::Context;
use crate::tui::layer::{Act, Mouse};
use crate::tui::theme::Role;
use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// What a row holds.
#[derive(Clone, Debug)]
pub enum Field {
    /// One of several.
    Choice {
        /// What there is to choose from.
        options: Vec<Item>,
        /// Which is chosen.
        at: usize,
    },
    /// A line of text.
    Text {
        /// What was typed.
        text: String,
        /// What to show where nothing was.
        blank: String,
    },
    /// Something to do.
    Button,
}

/// One row.
#[derive(Clone, Debug)]
pub struct Row<Id> {
    /// Which it is, to the screen.
    pub id: Id,
    /// What it is called.
    pub label: String,
    /// What it is for.
    pub about: String,
    /// What it holds.
    pub field: Field,
}

/// A list of rows with a selection.
#[derive(Debug)]
pub struct Form<Id> {
    /// The rows.
    pub rows: Vec<Row<Id>>,
    selected: usize,
    typing: Option<Input>,
    scroll: Scroll,
    area: Rect,
}

/// What an event did to a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filled<Id> {
    /// It was not for a form.
    Ignored,
    /// The selection or the cursor moved.
    Moved,
    /// The value of this row is another.
    Changed(Id),
    /// This button was pressed.
    Pressed(Id),
}

impl<Id: Copy + PartialEq> Row<Id> {
    /// A row with a choice; the first option if there is no such.
    pub fn choice(
        id: Id,
        label: &str,
        about: impl Into<String>,
        options: Vec<Item>,
        at: usize,
    ) -> Self {
        let at = if at < options.len() { at } else { 0 };
        Self {
            id,
            label: label.into(),
            about: about.into(),
            field: Field::Choice { options, at },
        }
    }

    /// A row with a line of text.
    pub fn text(id: Id, label: &str, about: impl Into<String>, text: &str, blank: &str) -> Self {
        let field = Field::Text {
            text: text.into(),
            blank: blank.into(),
        };
        Self {
            id,
            label: label.into(),
            about: about.into(),
            field,
        }
    }

    /// A row that does something.
    pub fn button(id: Id, label: &str, about: impl Into<String>) -> Self {
        Self {
            id,
            label: label.into(),
            about: about.into(),
            field: Field::Button,
        }
    }
}

impl<Id: Copy + PartialEq> Form<Id> {
    /// With the first row selected.
    pub fn new(rows: Vec<Row<Id>>) -> Self {
        let (scroll, area) = (Scroll::default(), Rect::default());
        Self {
            rows,
            selected: 0,
            typing: None,
            scroll,
            area,
        }
    }

    /// Other rows in the same form. The selection stays with its row, if it is there.
    pub fn set(&mut self, rows: Vec<Row<Id>>) {
        let id = self.row().map(|row| row.id);
        self.selected = rows
            .iter()
            .position(|row| Some(row.id) == id)
            .unwrap_or(self.selected.min(rows.len().saturating_sub(1)));
        self.rows = rows;
    }

    /// The row that is selected.
    pub fn row(&self) -> Option<&Row<Id>> {
        self.rows.get(self.selected)
    }

    /// Selects a row.
    pub fn select(&mut self, id: Id) {
        if let Some(at) = self.rows.iter().position(|row| row.id == id) {
            self.selected = at;
        }
    }

    /// Which option is chosen in a row of choice; 0 if it is none.
    pub fn chosen(&self, id: Id) -> usize {
        match self
            .rows
            .iter()
            .find(|row| row.id == id)
            .map(|row| &row.field)
        {
            Some(Field::Choice { at, .. }) => *at,
            _ => 0,
        }
    }

    /// What is typed in a row of text; empty if it is none.
    pub fn typed(&self, id: Id) -> &str {
        match self
            .rows
            .iter()
            .find(|row| row.id == id)
            .map(|row| &row.field)
        {
            Some(Field::Text { text, .. }) => text,
            _ => "",
        }
    }

    /// What the row is for, and what its choice means.
    pub fn about(&self) -> String {
        let Some(row) = self.row() else {
            return String::new();
        };
        match &row.field {
            Field::Choice { options, at } => match options.get(*at) {
                Some(option) if !option.about.is_empty() => {
                    format!("# {}\n{}\n\n{}", option.label, option.about, row.about)
                }
                _ => row.about.clone(),
            },
            _ => row.about.clone(),
        }
    }

    /// Whether a line is being typed into.
    pub const fn is_typing(&self) -> bool {
        self.typing.is_some()
    }

    /// Begins to type into the selected row, if it holds text.
    pub fn type_into(&mut self) {
        if let Some(Field::Text { text, .. }) = self.row().map(|row| &row.field) {
            self.typing = Some(Input::new(text));
        }
    }

    /// Takes a key while a line is typed into; whether it was one for typing.
    pub fn key(&mut self, key: KeyEvent) -> bool {
        self.typing.as_mut().is_some_and(|input| input.key(key))
    }

    /// Moves, turns or presses as a key asks.
    pub fn act(&mut self, act: Act) -> Filled<Id> {
        if let Some(input) = &self.typing {
            let typed = input.text();
            return match act.action {
                Action::Accept => self.keep(&typed),
                Action::Cancel => {
                    self.typing = None;
                    Filled::Moved
                }
                _ => Filled::Ignored,
            };
        }
        let last = self.rows.len().saturating_sub(1);
        match act.action {
            Action::Up | Action::Previous if self.selected == 0 => self.selected = last,
            Action::Up | Action::Previous => self.selected -= 1,
            Action::Down | Action::Next if self.selected == last => self.selected = 0,
            Action::Down | Action::Next => self.selected += 1,
            Action::First => self.selected = 0,
            Action::Last => self.selected = last,
            Action::Left => return self.turn(-1),
            Action::Right => return self.turn(1),
            Action::Choose => return self.enter(),
            Action::Pick => {
                let at = usize::from(act.digit).wrapping_sub(1);
                if at > last {
                    return Filled::Ignored;
                }
                self.selected = at;
            }
            _ => return Filled::Ignored,
        }
        Filled::Moved
    }

    /// Selects, turns or presses as the mouse asks.
    pub fn mouse(&mut self, mouse: Mouse) -> Filled<Id> {
        if self.is_typing() || !self.area.contains(mouse.at()) {
            return Filled::Ignored;
        }
        match mouse {
            Mouse::Press(at) => {
                let row = self.scroll.top() + usize::from(at.y - self.area.y);
                if row >= self.rows.len() {
                    return Filled::Ignored;
                }
                if row == self.selected {
                    return self.enter();
                }
                self.selected = row;
            }
            Mouse::Wheel(_, lines) if lines < 0 => self.selected = self.selected.saturating_sub(1),
            Mouse::Wheel(..) => {
                self.selected = (self.selected + 1).min(self.rows.len().saturating_sub(1));
            }
        }
        Filled::Moved
    }

    fn keep(&mut self, typed: &str) -> Filled<Id> {
        self.typing = None;
        let Some(row) = self.rows.get_mut(self.selected) else {
            return Filled::Ignored;
        };
        if let Field::Text { text, .. } = &mut row.field {
            typed.trim().clone_into(text);
        }
        Filled::Changed(row.id)
    }

    fn turn(&mut self, by: isize) -> Filled<Id> {
        let Some(row) = self.rows.get_mut(self.selected) else {
            return Filled::Ignored;
        };
        match &mut row.field {
            Field::Choice { options, at } if options.len() > 1 => {
                *at = at.wrapping_add_signed(by).min(options.len());
                // One before the first is the last; one after the last is the first.
                if *at == options.len() {
                    *at = if by < 0 { options.len() - 1 } else { 0 };
                }
                Filled::Changed(row.id)
            }
            _ => Filled::Moved,
        }
    }

    fn enter(&mut self) -> Filled<Id> {
        let Some(row) = self.row() else {
            return Filled::Ignored;
        };
        match row.field {
            Field::Choice { .. } => self.turn(1),
            Field::Button => Filled::Pressed(row.id),
            Field::Text { .. } => {
                self.type_into();
                Filled::Moved
            }
        }
    }

    /// Draws the rows.
    pub fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        self.area = area;
        let width = area.width.saturating_sub(2);
        let names = self
            .rows
            .iter()
            .filter(|row| !matches!(row.field, Field::Button));
        let column = names
            .map(|row| row.label.width() as u16)
            .max()
            .unwrap_or(0)
            .min(width / 2);
        let lines: Vec<_> = self
            .rows
            .iter()
            .enumerate()
            .map(|(at, row)| self.line(at, row, column, cx))
            .collect();
        self.scroll
            .show(self.selected, self.selected + 1, area.height);
        self.scroll.draw(&lines, area, frame.buffer_mut(), cx);
        if let Some(input) = &self.typing {
            let x = area.x + LEAD + column + 2;
            let y = area.y + (self.selected - self.scroll.top()) as u16;
            let row = Rect {
                x,
                y,
                width: width.saturating_sub(LEAD + column + 2),
                height: 1,
            };
            input.draw(row.intersection(area), frame, cx);
        }
    }

    fn line(&self, at: usize, row: &Row<Id>, column: u16, cx: &Context) -> Line<'static> {
        let width = self.area.width.saturating_sub(2);
        let selected = at == self.selected;
        let role = if selected { Role::Selected } else { Role::Text };
        let style = cx.theme[role];
        let number = if at < 9 {
            (at + 1).to_string()
        } else {
            " ".into()
        };
        let mut line = Line::from(vec![
            super::pointer(selected, cx),
            Span::styled(format!("{number}  "), cx.theme[Role::Dim]),
        ]);
        if matches!(row.field, Field::Button) {
            let label = fit(&row.label, width.saturating_sub(LEAD), cx.glyphs.ellipsis);
            line.push_span(Span::styled(label, style));
            return line;
        }
        let label = fit(&row.label, column, cx.glyphs.ellipsis);
        let pad = usize::from(column).saturating_sub(label.width()) + 2;
        line.push_span(Span::styled(label, cx.theme[Role::Text]));
        line.push_span(Span::raw(" ".repeat(pad)));
        let room = width.saturating_sub(LEAD + column + 2);
        match &row.field {
            Field::Choice { options, at } => {
                let label = options.get(*at).map_or("", |option| option.label.as_str());
                let label = fit(label, room.saturating_sub(4), cx.glyphs.ellipsis);
                let turn = |mark: &'static str| if selected { mark } else { " " };
                let (left, right) = if cx.glyphs.ascii {
                    ("<", ">")
                } else {
                    ("‹", "›")
                };
                line.push_span(Span::styled(turn(left), cx.theme[Role::Selected]));
                line.push_span(Span::styled(format!(" {label} "), style));
                line.push_span(Span::styled(turn(right), cx.theme[Role::Selected]));
            }
            Field::Text { .. } if selected && self.is_typing() => {}
            Field::Text { text, blank } => {
                let (text, style) = if text.is_empty() {
                    (blank, cx.theme[Role::Dim])
                } else {
                    (text, style)
                };
                let text = fit(text, room.saturating_sub(2), cx.glyphs.ellipsis);
                line.push_span(Span::styled(format!("  {text}"), style));
            }
            Field::Button => {}
        }
        line
    }
}

/// Columns before the label: the pointer, the number, two blanks.
const LEAD: u16 = 4;
