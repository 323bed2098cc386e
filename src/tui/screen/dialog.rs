//! A question or a message over the screen.

use crate::tui::context::Context;
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::widget::about::About;
use crate::tui::widget::menu::{Item, Menu, Picked};
use crate::tui::widget::popup;
use crate::tui::widget::prose::Prose;
use crate::tui::{action::Action, widget::header};
use ratatui::Frame;
use ratatui::layout::Rect;

/// The widest that a dialog gets.
const WIDEST: u16 = 60;

/// What a choice does once the dialog is gone; [`Flow::Stay`] if nothing more.
type Deed = Box<dyn FnOnce(&mut Context) -> Flow>;

/// A text with one or more ways to answer it.
pub struct Dialog {
    title: String,
    text: String,
    about: About,
    menu: Menu,
    deeds: Vec<Option<Deed>>,
}

impl Dialog {
    /// A question; add the answers with [`Dialog::answer`].
    pub fn ask(title: &str, text: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            text: text.into(),
            about: About::default(),
            menu: Menu::default(),
            deeds: Vec::new(),
        }
    }

    /// A message to be read.
    pub fn message(title: &str, text: impl Into<String>, cx: &Context) -> Self {
        Self::ask(title, text).answer(cx.say("dialog.close"), |_| Flow::Stay)
    }

    /// Adds an answer and what it does.
    #[must_use]
    pub fn answer(
        mut self,
        label: &str,
        deed: impl FnOnce(&mut Context) -> Flow + 'static,
    ) -> Self {
        let mut items = self.menu.items().to_vec();
        items.push(Item::new(label, ""));
        self.menu.set(items);
        self.deeds.push(Some(Box::new(deed)));
        self
    }

    fn picked(&mut self, picked: Picked, cx: &mut Context) -> Flow {
        match picked {
            Picked::Ignored => Flow::Ignored,
            Picked::Moved => Flow::Stay,
            Picked::Chosen(at) => match self.deeds.get_mut(at).and_then(Option::take) {
                Some(deed) => deed(cx).after_pop(),
                None => Flow::Pop,
            },
        }
    }
}

impl Layer for Dialog {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let width = WIDEST.min(area.width.saturating_sub(8));
        let text = Prose::new(&self.text, cx)
            .lines(width.saturating_sub(2))
            .len() as u16;
        let answers = self.menu.items().len() as u16;
        let inside = popup::draw(
            area,
            (width, text + answers + 1),
            frame.buffer_mut(),
            cx,
            &self.title,
        );
        let answers = answers.min(inside.height);
        let text = inside.height.saturating_sub(answers + 1);
        let above = Rect {
            height: text,
            ..inside
        };
        self.about.draw(&self.text, above, frame.buffer_mut(), cx);
        let rule = Rect {
            y: inside.y + text,
            height: 1,
            ..inside
        }
        .intersection(inside);
        header::rule(rule, frame.buffer_mut(), cx);
        let below = Rect {
            y: inside.bottom() - answers,
            height: answers,
            ..inside
        };
        self.menu.draw(below, frame.buffer_mut(), cx);
    }

    fn hints(&self) -> Vec<Hint> {
        vec![Hint::of(Action::Choose), Hint::of(Action::Back)]
    }

    fn act(&mut self, act: Act, cx: &mut Context) -> Flow {
        if act.action == Action::Back {
            return Flow::Pop;
        }
        // A page turned once too often moves no selection.
        if self.about.act(act.action) || matches!(act.action, Action::PageUp | Action::PageDown) {
            return Flow::Stay;
        }
        let picked = self.menu.act(act);
        self.picked(picked, cx)
    }

    fn mouse(&mut self, mouse: Mouse, cx: &mut Context) -> Flow {
        if self.about.mouse(mouse) {
            return Flow::Stay;
        }
        let picked = self.menu.mouse(mouse);
        self.picked(picked, cx)
    }

    fn covers(&self) -> bool {
        false
    }
}
