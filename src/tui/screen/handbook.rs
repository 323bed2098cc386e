//! The handbook: chapters on the left, the text of one on the right. The last entry leads to the
//! material for a class.
//!
//! ```text
//!  Handbook                                   A round
//! ──────────────────────────────────────────────────────
//! ▸ 1  What it is about │ # A round
//!   2  A round          │ A round is a fortnight. ...
//! ```

use super::help::write_keys;
use super::material::{self, MaterialScreen};
use crate::guide::{Place, Spot};
use crate::narrate::handbook::{BOT, Chapter, EXAMPLE_BOT, KEYS, chapters};
use crate::tui::action::{Action, Scope};
use crate::tui::context::Context;
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::theme::Role;
use crate::tui::widget::header;
use crate::tui::widget::menu::{Item, Menu, Picked};
use crate::tui::widget::prose::Prose;
use ratatui::Frame;
use ratatui::layout::Rect;

/// The handbook, open at a chapter.
pub struct Handbook {
    chapters: Vec<Chapter>,
    menu: Menu,
    prose: Prose,
}

impl Handbook {
    /// Open at the first chapter.
    pub fn new(cx: &Context) -> Self {
        let chapters = chapters(cx.phrases.language());
        let mut items: Vec<Item> = chapters.iter().map(|c| Item::new(&c.short, "")).collect();
        items.push(Item::new(cx.say("material.title"), ""));
        let mut book = Self {
            chapters,
            menu: Menu::new(items),
            prose: Prose::default(),
        };
        book.open(cx);
        book
    }

    /// Sets the text of the chapter that is selected.
    fn open(&mut self, cx: &Context) {
        self.prose = Prose::default();
        let Some(chapter) = self.chapters.get(self.menu.selected()) else {
            self.prose = material::contents(cx);
            return;
        };
        let mut text = String::new();
        for line in chapter.text.lines() {
            if line != KEYS && line != BOT {
                text.push_str(line);
                text.push('\n');
                continue;
            }
            self.prose.write(&std::mem::take(&mut text), cx);
            if line == KEYS {
                let rows = |at: usize| cx.keymap.rows(Scope::ALL[at]).cloned().collect();
                write_keys(&mut self.prose, Scope::ALL, rows, cx);
            } else {
                self.prose.verbatim(EXAMPLE_BOT, cx);
            }
        }
        self.prose.write(&text, cx);
    }

    /// Whether the material for a class is selected, and no chapter.
    fn is_material(&self) -> bool {
        self.menu.selected() == self.chapters.len()
    }

    fn turn(&mut self, action: Action, cx: &Context) -> Flow {
        self.menu.act(Act { action, digit: 0 });
        self.open(cx);
        Flow::Stay
    }
}

impl Layer for Handbook {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let buffer = frame.buffer_mut();
        let chapter = self.chapters.get(self.menu.selected());
        let title = chapter.map_or(cx.say("material.title"), |chapter| chapter.title.as_str());
        let body = header::draw(area, buffer, cx, cx.say("app.handbook"), title);
        let width = if area.width >= 100 { 24 } else { 20 };
        let list = Rect { width, ..body };
        let text = Rect {
            x: body.x + width + 1,
            width: body.width - width - 1,
            ..body
        };
        for y in body.y..body.bottom() {
            buffer.set_string(
                body.x + width - 1,
                y,
                cx.glyphs.wall,
                cx.theme[Role::Border],
            );
        }
        self.menu.draw(list, buffer, cx);
        self.prose.draw(text, buffer, cx);
    }

    fn spot(&self, _cx: &Context) -> Option<Spot> {
        Some(Spot::at(Place::Handbook))
    }

    fn scopes(&self) -> &[Scope] {
        // The key that opened it closes it.
        &[Scope::Move, Scope::Anywhere]
    }

    fn hints(&self) -> Vec<Hint> {
        let mut hints = vec![
            Hint::pair(Action::Up, Action::Down, "app.scroll"),
            Hint::pair(Action::Left, Action::Right, "app.chapter"),
            Hint::of(Action::Back),
            Hint::of(Action::PageDown),
        ];
        if self.is_material() {
            hints.insert(0, Hint::says(Action::Choose, "material.open"));
        }
        hints
    }

    fn act(&mut self, act: Act, cx: &mut Context) -> Flow {
        match act.action {
            Action::Back | Action::Handbook => Flow::Pop,
            Action::Choose if self.is_material() => Flow::push(MaterialScreen::new(cx)),
            Action::Right | Action::Next | Action::Choose => self.turn(Action::Down, cx),
            Action::Left | Action::Previous => self.turn(Action::Up, cx),
            Action::Pick => {
                self.menu.act(act);
                self.open(cx);
                Flow::Stay
            }
            action => Flow::taken(self.prose.act(action)),
        }
    }

    fn mouse(&mut self, mouse: Mouse, cx: &mut Context) -> Flow {
        if self.prose.mouse(mouse) {
            return Flow::Stay;
        }
        match self.menu.mouse(mouse) {
            Picked::Ignored => return Flow::Ignored,
            Picked::Chosen(_) if self.is_material() => {
                return Flow::push(MaterialScreen::new(cx));
            }
            Picked::Moved | Picked::Chosen(_) => self.open(cx),
        }
        Flow::Stay
    }
}
