//! What works here: the table of keys, for the places where the player now is.

use crate::tui::action::{Action, Scope};
use crate::tui::context::Context;
use crate::tui::keymap::Row;
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::theme::Role;
use crate::tui::widget::popup;
use crate::tui::widget::prose::Prose;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

/// A popup with the keys that work.
pub struct Help {
    prose: Prose,
}

impl Help {
    /// For these scopes, and those that hold anywhere.
    pub fn new(scopes: &[Scope], cx: &Context) -> Self {
        let mut prose = Prose::default();
        let scopes: Vec<_> = scopes
            .iter()
            .copied()
            .filter(|s| *s != Scope::Anywhere)
            .chain([Scope::Anywhere])
            .collect();
        let rows = |at| cx.keymap.reachable(&scopes, at);
        write_keys(&mut prose, &scopes, rows, cx);
        Self { prose }
    }
}

/// Writes the table of keys for these scopes: one heading each, one line a row.
pub fn write_keys(
    prose: &mut Prose,
    scopes: &[Scope],
    rows: impl Fn(usize) -> Vec<Row>,
    cx: &Context,
) {
    let all = (0..scopes.len()).flat_map(&rows);
    let column = all
        .map(|row| row.keys(cx.glyphs).width())
        .max()
        .unwrap_or(0);
    for (at, scope) in scopes.iter().enumerate() {
        if at > 0 {
            prose.push(Line::default(), 0);
        }
        let name = cx.phrases.of("key.scope.", scope.name());
        prose.push(Line::styled(name, cx.theme[Role::Title]), 0);
        for row in rows(at) {
            let keys = row.keys(cx.glyphs);
            let pad = " ".repeat(column - keys.width() + 2);
            let line = Line::from(vec![
                Span::styled(keys + &pad, cx.theme[Role::Key]),
                Span::styled(
                    cx.phrases.of("key.", row.action.name()),
                    cx.theme[Role::Text],
                ),
            ]);
            prose.push(line, column as u16 + 2);
        }
    }
}

impl Layer for Help {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let width = 56.min(area.width.saturating_sub(8));
        let lines = self.prose.lines(width.saturating_sub(2)).len() as u16;
        let size = (width, lines.min(area.height.saturating_sub(4)));
        let inside = popup::draw(area, size, frame.buffer_mut(), cx, cx.say("app.help"));
        self.prose.draw(inside, frame.buffer_mut(), cx);
    }

    fn scopes(&self) -> &[Scope] {
        // The key that opened it closes it.
        &[Scope::Move, Scope::Anywhere]
    }

    fn hints(&self) -> Vec<Hint> {
        vec![
            Hint::pair(Action::Up, Action::Down, "app.scroll"),
            Hint::of(Action::Back),
        ]
    }

    fn act(&mut self, act: Act, _cx: &mut Context) -> Flow {
        match act.action {
            Action::Back | Action::Choose | Action::Help => Flow::Pop,
            action => Flow::taken(self.prose.act(action)),
        }
    }

    fn mouse(&mut self, mouse: Mouse, _cx: &mut Context) -> Flow {
        Flow::taken(self.prose.mouse(mouse))
    }

    fn covers(&self) -> bool {
        false
    }
}
