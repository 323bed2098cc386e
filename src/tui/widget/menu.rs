//! A list to choose from: numbered, one selected, each entry wrapped and all scrolled.

use super::scroll::Scroll;
use super::wrap::wrap;
use crate::tui::action::Action;
use crate::tui::context::Context;
use crate::tui::layer::{Act, Mouse};
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// An entry of a menu.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// What it is called.
    pub label: String,
    /// What it is, for the pane beside the list.
    pub about: String,
    /// Why it cannot be chosen, if it cannot.
    pub barred: Option<String>,
    /// The number that it keeps wherever it stands; its place, from 1, if not given. Those of
    /// more than one digit, and 0, are not shown.
    pub number: Option<usize>,
}

impl Item {
    /// An entry that can be chosen.
    pub fn new(label: impl Into<String>, about: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            about: about.into(),
            barred: None,
            number: None,
        }
    }

    /// The same, under this number.
    #[must_use]
    pub const fn numbered(mut self, number: Option<usize>) -> Self {
        self.number = number;
        self
    }

    /// What to show beside the list: what it is, and why it is barred if it is.
    pub fn explained(&self) -> String {
        match &self.barred {
            Some(why) if self.about.is_empty() => why.clone(),
            Some(why) => format!("{}\n\n{why}", self.about),
            None => self.about.clone(),
        }
    }
}

/// A list with a selection.
#[derive(Debug, Default)]
pub struct Menu {
    items: Vec<Item>,
    selected: usize,
    scroll: Scroll,
    area: Rect,
    /// For each line that was drawn last, the entry it belongs to.
    owners: Vec<usize>,
}

/// What an event did to a menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picked {
    /// It was not for a menu.
    Ignored,
    /// The selection may have moved.
    Moved,
    /// This entry was chosen.
    Chosen(usize),
}

impl Menu {
    /// With the first entry selected.
    pub fn new(items: Vec<Item>) -> Self {
        Self {
            items,
            ..Self::default()
        }
    }

    /// Other entries in the same list; the selection stays where it can.
    pub fn set(&mut self, items: Vec<Item>) {
        self.items = items;
        self.select(self.selected);
    }

    /// The entries.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Which entry is selected; 0 in an empty list.
    pub const fn selected(&self) -> usize {
        self.selected
    }

    /// The entry that is selected.
    pub fn item(&self) -> Option<&Item> {
        self.items.get(self.selected)
    }

    /// Selects an entry, the last if there are not so many.
    pub fn select(&mut self, at: usize) {
        self.selected = at.min(self.items.len().saturating_sub(1));
    }

    /// Moves or chooses as a key asks.
    pub fn act(&mut self, act: Act) -> Picked {
        let page = usize::from(self.area.height.max(2)) - 1;
        let last = self.items.len().saturating_sub(1);
        match act.action {
            // Around the ends, so that the last entry is one key away.
            Action::Up if self.selected == 0 => self.selected = last,
            Action::Up => self.selected -= 1,
            Action::Down if self.selected == last => self.selected = 0,
            Action::Down => self.selected += 1,
            Action::PageUp => self.selected = self.selected.saturating_sub(page),
            Action::PageDown => self.select(self.selected + page),
            Action::First => self.selected = 0,
            Action::Last => self.selected = last,
            Action::Choose => return self.choose(self.selected),
            Action::Pick => {
                let mut numbers = self.items.iter().enumerate();
                let digit = usize::from(act.digit);
                let at = numbers.position(|(at, item)| number(at, item) == Some(digit));
                return at.map_or(Picked::Ignored, |at| self.choose(at));
            }
            _ => return Picked::Ignored,
        }
        Picked::Moved
    }

    /// Selects or chooses as the mouse asks: a click on what is selected chooses it.
    pub fn mouse(&mut self, mouse: Mouse) -> Picked {
        if !self.area.contains(mouse.at()) {
            return Picked::Ignored;
        }
        match mouse {
            Mouse::Press(at) => {
                let line = self.scroll.top() + usize::from(at.y - self.area.y);
                match self.owners.get(line) {
                    Some(&owner) if owner == self.selected => self.choose(owner),
                    Some(&owner) => {
                        self.selected = owner;
                        Picked::Moved
                    }
                    None => Picked::Ignored,
                }
            }
            Mouse::Wheel(_, lines) if lines < 0 => {
                self.selected = self.selected.saturating_sub(1);
                Picked::Moved
            }
            Mouse::Wheel(..) => {
                self.select(self.selected + 1);
                Picked::Moved
            }
        }
    }

    fn choose(&mut self, at: usize) -> Picked {
        let Some(item) = self.items.get(at) else {
            return Picked::Ignored;
        };
        self.selected = at;
        if item.barred.is_some() {
            Picked::Moved
        } else {
            Picked::Chosen(at)
        }
    }

    /// Draws the list.
    pub fn draw(&mut self, area: Rect, buffer: &mut Buffer, cx: &Context) {
        self.area = area;
        self.owners.clear();
        let width = area.width.saturating_sub(2);
        let digits = if self.items.len() > 9 { 2 } else { 1 };
        let mut lines: Vec<Line> = Vec::new();
        let mut selected = (0, 0);
        for (at, item) in self.items.iter().enumerate() {
            let line = line(at, item, at == self.selected, digits, cx);
            let wrapped = wrap(&line, width, digits as u16 + 3);
            if at == self.selected {
                selected = (lines.len(), lines.len() + wrapped.len());
            }
            self.owners.extend(std::iter::repeat_n(at, wrapped.len()));
            lines.extend(wrapped);
        }
        self.scroll.show(selected.0, selected.1, area.height);
        self.scroll.draw(&lines, area, buffer, cx);
    }
}

/// The digit that picks an entry, if one does.
fn number(at: usize, item: &Item) -> Option<usize> {
    Some(item.number.unwrap_or(at + 1)).filter(|number| (1..=9).contains(number))
}

fn line(at: usize, item: &Item, selected: bool, digits: usize, cx: &Context) -> Line<'static> {
    let role = match (selected, &item.barred) {
        (_, Some(_)) => Role::Disabled,
        (true, None) => Role::Selected,
        (false, None) => Role::Text,
    };
    let number = number(at, item).map_or_else(String::new, |number| number.to_string());
    Line::from(vec![
        super::pointer(selected, cx),
        Span::styled(format!("{number:>digits$}  "), cx.theme[Role::Dim]),
        Span::styled(item.label.clone(), cx.theme[role]),
    ])
}
