//! The material for a class: a list with how each document begins, and a document to read.
//!
//! ```text
//!  In a class                     12 documents      In a class                      1 of 12
//! ─────────────────────────────────────────────    ─────────────────────────────────────────
//! ▸ 1  Facilitator's guide                          Facilitator's guide
//!   2  The rules on one page
//!   ...                                             One lesson, one deal, one debrief. ...
//! ──────────────────────────────────────
//! One lesson, one deal, one debrief. ...
//! ```

use crate::narrate::markdown::{Row, Tone, lay_out};
use crate::narrate::material::{Document, documents};
use crate::tui::action::Action;
use crate::tui::context::Context;
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::theme::Role;
use crate::tui::widget::catalogue::Catalogue;
use crate::tui::widget::header;
use crate::tui::widget::menu::Picked;
use crate::tui::widget::prose::Prose;
use crate::tui::widget::scroll::Scroll;
use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::text::{Line, Span};

/// What there is, for the handbook.
pub fn contents(cx: &Context) -> Prose {
    let mut text = String::from(cx.say("material.about"));
    text.push('\n');
    for document in documents(cx.phrases.language()) {
        text.push_str("\n- ");
        text.push_str(document.title());
    }
    Prose::new(&text, cx)
}

/// The list of documents.
pub struct MaterialScreen {
    documents: &'static [Document],
    list: Catalogue,
}

impl MaterialScreen {
    /// With all documents in the language of the words.
    pub fn new(cx: &Context) -> Self {
        let documents = documents(cx.phrases.language());
        Self {
            documents,
            list: Catalogue::new(documents.iter().map(|d| (d.title(), d.about()))),
        }
    }

    fn picked(&self, picked: Picked) -> Flow {
        match picked {
            Picked::Ignored => Flow::Ignored,
            Picked::Moved => Flow::Stay,
            Picked::Chosen(at) => Flow::push(Reader {
                documents: self.documents,
                at,
                scroll: Scroll::default(),
            }),
        }
    }
}

impl Layer for MaterialScreen {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let buffer = frame.buffer_mut();
        let count = self.list.count();
        let right = cx.phrases.fill("material.count", &[("count", &count)]);
        let body = header::draw(area, buffer, cx, cx.say("material.title"), &right);
        self.list.draw(body, buffer, cx);
    }

    fn hints(&self) -> Vec<Hint> {
        Catalogue::hints("material.read")
    }

    fn act(&mut self, act: Act, _cx: &mut Context) -> Flow {
        if act.action == Action::Back {
            return Flow::Pop;
        }
        let picked = self.list.act(act);
        self.picked(picked)
    }

    fn mouse(&mut self, mouse: Mouse, _cx: &mut Context) -> Flow {
        let picked = self.list.mouse(mouse);
        self.picked(picked)
    }
}

/// A document, and the way to its neighbours.
struct Reader {
    documents: &'static [Document],
    at: usize,
    scroll: Scroll,
}

impl Reader {
    fn turn(&mut self, to: Option<usize>) -> Flow {
        if let Some(to) = to.filter(|to| *to < self.documents.len()) {
            self.at = to;
            self.scroll.reset();
        }
        Flow::Stay
    }
}

impl Layer for Reader {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let buffer = frame.buffer_mut();
        let (number, count) = (self.at + 1, self.documents.len());
        let values: [(&str, &dyn std::fmt::Display); 2] = [("number", &number), ("count", &count)];
        let right = cx.phrases.fill("material.place", &values);
        let body = header::draw(area, buffer, cx, cx.say("material.title"), &right);
        let inner = body.inner(Margin::new(1, 0));
        // The last two columns are for the scroll bar.
        let width = usize::from(inner.width.saturating_sub(2));
        let text = self.documents.get(self.at).map_or("", |d| &d.text);
        let rows = lay_out(text, width, cx.glyphs.bullet);
        let widest = rows.iter().map(Row::width).max().unwrap_or(0);
        let lines: Vec<Line> = rows.into_iter().map(|row| line(row, cx)).collect();
        let area = Rect {
            width: inner.width.min(widest as u16 + 2),
            ..inner
        };
        self.scroll.draw(&lines, area, buffer, cx);
    }

    fn hints(&self) -> Vec<Hint> {
        vec![
            Hint::pair(Action::Up, Action::Down, "app.scroll"),
            Hint::pair(Action::Left, Action::Right, "material.another"),
            Hint::of(Action::Back),
            Hint::of(Action::PageDown),
        ]
    }

    fn act(&mut self, act: Act, _cx: &mut Context) -> Flow {
        match act.action {
            Action::Back => Flow::Pop,
            Action::Right | Action::Next | Action::Choose => self.turn(Some(self.at + 1)),
            Action::Left | Action::Previous => self.turn(self.at.checked_sub(1)),
            action => Flow::taken(self.scroll.act(action)),
        }
    }

    fn mouse(&mut self, mouse: Mouse, _cx: &mut Context) -> Flow {
        Flow::taken(self.scroll.mouse(mouse))
    }
}

fn line(row: Row, cx: &Context) -> Line<'static> {
    let spans = row.0.into_iter().map(|run| {
        let role = match run.tone {
            Tone::Plain => Role::Text,
            Tone::Strong => Role::Accent,
            Tone::Heading => Role::Title,
            Tone::Dim => Role::Dim,
        };
        Span::styled(run.text, cx.theme[role])
    });
    Line::from(spans.collect::<Vec<_>>())
}
