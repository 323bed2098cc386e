//! A list beside a paragraph: what there is, and what is said of the entry that is selected.

use super::about::About;
use super::menu::{Item, Menu, Picked};
use super::panes;
use crate::tui::action::Action;
use crate::tui::context::Context;
use crate::tui::layer::{Act, Hint, Mouse};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// How wide the list would like to be.
const WIDTH: u16 = 44;

/// A list of things, and a paragraph on the one that is selected.
#[derive(Debug, Default)]
pub struct Catalogue {
    menu: Menu,
    about: About,
}

impl Catalogue {
    /// Of these things, each by its title and what is said of it.
    pub fn new<'a>(entries: impl Iterator<Item = (&'a str, String)>) -> Self {
        let item = |(title, about): (&str, String)| Item::new(title, format!("# {title}\n{about}"));
        Self {
            menu: Menu::new(entries.map(item).collect()),
            about: About::default(),
        }
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.menu.items().len()
    }

    /// Draws both.
    pub fn draw(&mut self, area: Rect, buffer: &mut Buffer, cx: &Context) {
        let (list, about) = panes::split(area, self.count() as u16, WIDTH, buffer, cx);
        self.menu.draw(list, buffer, cx);
        let text = self.menu.item().map_or("", |item| item.about.as_str());
        self.about.draw(text, about, buffer, cx);
    }

    /// What works here, with what choosing does.
    pub fn hints(choose: &'static str) -> Vec<Hint> {
        vec![
            Hint::pair(Action::Up, Action::Down, "app.move"),
            Hint::says(Action::Choose, choose),
            Hint::of(Action::Back),
        ]
    }

    /// Moves, chooses or turns the paragraph's page as a key asks.
    pub fn act(&mut self, act: Act) -> Picked {
        if self.about.act(act.action) {
            return Picked::Moved;
        }
        self.menu.act(act)
    }

    /// The same for the mouse.
    pub fn mouse(&mut self, mouse: Mouse) -> Picked {
        if self.about.mouse(mouse) {
            return Picked::Moved;
        }
        self.menu.mouse(mouse)
    }
}
