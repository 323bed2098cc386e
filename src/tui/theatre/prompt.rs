//! A line of text to be typed over the theatre.

use crate::tui::action::{Action, Scope};
use crate::tui::context::Context;
use crate::tui::layer::{Act, Flow, Hint, Layer};
use crate::tui::widget::input::Input;
use crate::tui::widget::popup;
use crate::tui::widget::prose::Prose;
use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::layout::Rect;

/// The widest that it gets.
const WIDEST: u16 = 64;

/// What becomes of the typed text once the prompt is gone.
type Deed = Box<dyn FnOnce(&str, &mut Context) -> Flow>;

/// Asks for a line of text.
pub struct Prompt {
    title: String,
    help: String,
    input: Input,
    deed: Option<Deed>,
}

impl Prompt {
    /// With this text to begin from.
    pub fn new(
        title: &str,
        help: &str,
        text: &str,
        deed: impl FnOnce(&str, &mut Context) -> Flow + 'static,
    ) -> Self {
        Self {
            title: title.into(),
            help: help.into(),
            input: Input::new(text),
            deed: Some(Box::new(deed)),
        }
    }
}

impl Layer for Prompt {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let width = WIDEST.min(area.width.saturating_sub(8));
        let help = Prose::new(&self.help, cx).lines(width);
        let size = (width, help.len() as u16 + 2);
        let inside = popup::draw(area, size, frame.buffer_mut(), cx, &self.title);
        crate::tui::game::text::lines(inside, frame.buffer_mut(), &help);
        let row = Rect {
            y: inside.bottom().saturating_sub(1),
            height: inside.height.min(1),
            ..inside
        };
        self.input.draw(row, frame, cx);
    }

    fn scopes(&self) -> &[Scope] {
        &[Scope::Typing]
    }

    fn hints(&self) -> Vec<Hint> {
        vec![Hint::of(Action::Accept), Hint::of(Action::Cancel)]
    }

    fn key(&mut self, key: KeyEvent, _cx: &mut Context) -> Flow {
        Flow::taken(self.input.key(key))
    }

    fn act(&mut self, act: Act, cx: &mut Context) -> Flow {
        match (act.action, self.deed.take()) {
            (Action::Accept, Some(deed)) => deed(&self.input.text(), cx).after_pop(),
            _ => Flow::Pop,
        }
    }

    fn covers(&self) -> bool {
        false
    }
}
