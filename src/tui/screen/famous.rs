//! The famous games: a list, and a paragraph on the one that is selected.

use crate::theatre::{FAMOUS, Famous, Place};
use crate::tui::action::Action;
use crate::tui::context::Context;
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::library::Intent;
use crate::tui::widget::catalogue::Catalogue;
use crate::tui::widget::header;
use crate::tui::widget::menu::Picked;
use ratatui::Frame;
use ratatui::layout::Rect;

/// The list of famous games.
pub struct FamousScreen {
    list: Catalogue,
}

impl FamousScreen {
    /// With all that the program carries.
    pub fn new(cx: &Context) -> Self {
        let words = &cx.phrases;
        let entry = |famous: &'static Famous| {
            let about = words.of("famous.about.", famous.name);
            (words.of("famous.title.", famous.name), about.to_owned())
        };
        Self {
            list: Catalogue::new(FAMOUS.iter().map(entry)),
        }
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
        let count = cx
            .phrases
            .fill("saves.count", &[("count", &self.list.count())]);
        let body = header::draw(area, buffer, cx, cx.say("title.famous"), &count);
        self.list.draw(body, buffer, cx);
    }

    fn hints(&self) -> Vec<Hint> {
        Catalogue::hints("saves.watch")
    }

    fn act(&mut self, act: Act, _cx: &mut Context) -> Flow {
        match act.action {
            Action::Back => Flow::Pop,
            _ => Self::picked(self.list.act(act)),
        }
    }

    fn mouse(&mut self, mouse: Mouse, _cx: &mut Context) -> Flow {
        Self::picked(self.list.mouse(mouse))
    }
}
