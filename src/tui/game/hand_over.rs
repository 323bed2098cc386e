//! The hand-over: between two persons at one keyboard, a screen that tells nothing of either.
//!
//! ```text
//!  The Gulf, 2026                                 Round 3 of 12
//! ──────────────────────────────────────────────────────────────
//!
//!   The keyboard goes to Chi & Dung, for Tehran.
//!   ...
//!   ▸ Space  Take the seat
//! ```
//! The seat is taken by a key that seals nothing, so that a plan sealed with one stroke too
//! many opens nobody's papers.

use super::briefing;
use super::play::Shared;
use super::text::{side as colour, span};
use crate::rules::side::Side;
use crate::tui::action::{Action, Scope};
use crate::tui::context::Context;
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::screen::dialog::Dialog;
use crate::tui::theme::Role;
use crate::tui::widget::prose::Prose;
use crate::tui::widget::{header, pointer};
use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::text::{Line, Span};

/// The hand-over to the person of a side.
pub struct HandOver {
    play: Shared,
    side: Side,
    /// Where the step can be clicked.
    step: Rect,
}

impl HandOver {
    /// Whoever speaks for this side is to take the keyboard.
    pub fn new(play: Shared, side: Side) -> Self {
        Self {
            play,
            side,
            step: Rect::default(),
        }
    }

    /// Gives that person the keyboard, and the briefing if it was not read yet.
    fn sit(&self) -> Flow {
        if self.play.borrow_mut().sit(self.side) {
            return Flow::Pop;
        }
        Flow::Replace(Box::new(briefing::page(self.play.clone())))
    }
}

/// What can be done before anyone sits: nothing that looks into the game.
fn menu(cx: &Context) -> Dialog {
    Dialog::ask(cx.say("game.menu.title"), cx.say("game.hand_over.kept"))
        .answer(cx.say("game.menu.resume"), |_| Flow::Stay)
        .answer(cx.say("game.menu.title_screen"), |_| Flow::Home)
        .answer(cx.say("game.menu.quit"), |_| Flow::Quit)
}

impl Layer for HandOver {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let buffer = frame.buffer_mut();
        let play = self.play.borrow();
        let n = play.narrator(cx);
        // Of what the one who sits there may know, what both do.
        let common = play.session.view().common;
        let when = cx.phrases.fill(
            "game.choice.round",
            &[("round", &common.round), ("rounds", &common.rounds)],
        );
        let title = &n.scenario.text.title;
        let inner = header::draw(area, buffer, cx, title, &when).inner(Margin::new(2, 1));
        let who = n.seat(self.side, play.session.name(self.side));
        let mut prose = Prose::default();
        let line = Line::from(vec![
            span(
                format!("{} ", cx.say("game.hand_over.goes_to")),
                Role::Text,
                cx,
            ),
            span(who, colour(self.side), cx),
        ]);
        prose.push(line, 0);
        prose.push(Line::default(), 0);
        let capital = n.capital(self.side);
        let alone = cx
            .phrases
            .fill("game.hand_over.alone", &[("capital", &capital)]);
        prose.write(&alone, cx);
        let height = prose.lines(inner.width.saturating_sub(2)).len() as u16;
        let text = Rect {
            height: height.min(inner.height.saturating_sub(2)),
            ..inner
        };
        prose.draw(text, buffer, cx);
        self.step = Rect {
            y: text.bottom() + 1,
            height: 1,
            ..inner
        };
        let key = cx.keymap.key(self.scopes(), Action::Sit, cx.glyphs);
        let step = Line::from(vec![
            pointer(true, cx),
            Span::raw(" "),
            span(key.unwrap_or_default(), Role::Accent, cx),
            Span::raw("  "),
            span(cx.say("game.hand_over.sit"), Role::Selected, cx),
        ]);
        super::text::lines(self.step, buffer, &[step]);
    }

    fn scopes(&self) -> &[Scope] {
        &[Scope::HandOver, Scope::Move]
    }

    fn hints(&self) -> Vec<Hint> {
        vec![
            Hint::says(Action::Sit, "game.hint.sit"),
            Hint::says(Action::Back, "game.hint.menu"),
        ]
    }

    fn act(&mut self, act: Act, cx: &mut Context) -> Flow {
        match act.action {
            Action::Sit => self.sit(),
            Action::Back => Flow::push(menu(cx)),
            _ => Flow::Ignored,
        }
    }

    fn mouse(&mut self, mouse: Mouse, _cx: &mut Context) -> Flow {
        match mouse {
            Mouse::Press(at) if self.step.contains(at) => self.sit(),
            _ => Flow::Ignored,
        }
    }
}
