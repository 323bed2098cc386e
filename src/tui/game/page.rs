//! A page to read: a heading and a text that scrolls, made anew each time it is drawn.

use super::look_up;
use super::play::{Play, Shared};
use crate::guide::{Place, Spot};
use crate::tui::action::{Action, Scope};
use crate::tui::context::Context;
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::widget::header;
use crate::tui::widget::prose::Prose;
use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

/// Writes the text: what it is called, what it is about, and the words.
pub type Write = Box<dyn Fn(&Play, &Context) -> (String, String, Prose)>;

/// A page.
pub struct Page {
    play: Shared,
    write: Write,
    prose: Prose,
    place: Option<Place>,
}

impl Page {
    /// A page of this game.
    pub fn new(play: Shared, write: Write) -> Self {
        Self {
            play,
            write,
            prose: Prose::default(),
            place: None,
        }
    }

    /// The same, known to the guide as this place.
    #[must_use]
    pub fn at(self, place: Place) -> Self {
        Self {
            place: Some(place),
            ..self
        }
    }
}

impl Layer for Page {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let buffer = frame.buffer_mut();
        let (title, right, prose) = (self.write)(&self.play.borrow(), cx);
        self.prose.renew(prose);
        let body = header::draw(area, buffer, cx, &title, &right);
        let inner = body.inner(Margin::new(1, 0));
        self.prose.draw(inner, buffer, cx);
    }

    fn spot(&self, _cx: &Context) -> Option<Spot> {
        self.place.map(Spot::at)
    }

    fn scopes(&self) -> &[Scope] {
        &[Scope::Game, Scope::Move]
    }

    fn hints(&self) -> Vec<Hint> {
        let mut hints = vec![Hint::says(Action::Choose, "game.hint.back")];
        if !self.prose.scroll.is_whole() {
            hints.push(Hint::pair(Action::Up, Action::Down, "app.scroll"));
            hints.push(Hint::of(Action::PageDown));
        }
        hints
    }

    fn act(&mut self, act: Act, cx: &mut Context) -> Flow {
        if self.prose.act(act.action) {
            return Flow::Stay;
        }
        match act.action {
            Action::Back | Action::Choose => Flow::Pop,
            action => look_up(action, &self.play, cx).map_or(Flow::Ignored, replaced),
        }
    }

    fn mouse(&mut self, mouse: Mouse, _cx: &mut Context) -> Flow {
        Flow::taken(self.prose.mouse(mouse))
    }
}

/// From one page to the next without piling them up.
pub fn replaced(flow: Flow) -> Flow {
    match flow {
        Flow::Push(layer) => Flow::Replace(layer),
        other => other,
    }
}
