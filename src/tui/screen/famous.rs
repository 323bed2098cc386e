//! The famous games: a list, and a paragraph on the one that is selected.

use crate::theatre::{FAMOUS, Famous, Place};
use crate::tui::action::Action;
use crate::tui::context::Context;
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::library::Intent;
use crate::tui::widget::about::About;
use crate::tui::widget::menu::{Item, Menu, Picked};
use crate::tui::widget::{header, panes};
use ratatui::Frame;
use ratatui::layout::Rect;

/// The list of famous games.
#[derive(Default)]
pub struct FamousScreen {
    menu: Menu,
    about: About,
}

impl FamousScreen {
    /// With all that the program carries.
    pub fn new() -> Self {
        let item = |famous: &Famous| Item::new(famous.title(), famous.about());
        let mut screen = Self::default();
        screen.menu.set(FAMOUS.iter().map(item).collect());
        screen
    }

    fn picked(picked: Picked) -> Flow {
        match picked {
            Picked::Ignored => Flow::Ignored,
            Picked::Moved => Flow::Stay,
            Picked::Chosen(at) => match FAMOUS.get(at) {
                Some(famous) => {
                    let place = Place::Famous(famous.name.to_owned());
                    Flow::ask(Intent::watch(place))
                }
                None => Flow::Stay,
            },
        }
    }
}

impl Layer for FamousScreen {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let buffer = frame.buffer_mut();
        let count = cx.phrases.fill("saves.count", &[("count", &FAMOUS.len())]);
        let body = header::draw(area, buffer, cx, cx.say("title.famous"), &count);
        let (list, about) = panes::split(body, FAMOUS.len() as u16, 44, buffer, cx);
        self.menu.draw(list, buffer, cx);
        let selected = FAMOUS.get(self.menu.selected());
        let text = selected.map_or_else(String::new, |famous| {
            format!("# {}\n{}", famous.title(), famous.about())
        });
        self.about.draw(&text, about, buffer, cx);
    }

    fn hints(&self) -> Vec<Hint> {
        vec![
            Hint::pair(Action::Up, Action::Down, "app.move"),
            Hint::says(Action::Choose, "saves.watch"),
            Hint::of(Action::Back),
        ]
    }

    fn act(&mut self, act: Act, _cx: &mut Context) -> Flow {
        if act.action == Action::Back {
            return Flow::Pop;
        }
        if self.about.act(act.action) {
            return Flow::Stay;
        }
        Self::picked(self.menu.act(act))
    }

    fn mouse(&mut self, mouse: Mouse, _cx: &mut Context) -> Flow {
        if self.about.mouse(mouse) {
            return Flow::Stay;
        }
        Self::picked(self.menu.mouse(mouse))
    }
}
