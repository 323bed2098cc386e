//! The text about what is selected. It scrolls by pages, since the arrows move the
//! selection.

use super::prose::Prose;
use crate::tui::action::Action;
use crate::tui::context::Context;
use crate::tui::layer::Mouse;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A text that changes with the selection.
#[derive(Debug, Default)]
pub struct About {
    text: String,
    prose: Prose,
}

impl About {
    /// Draws this text, from its beginning if it is another than before.
    pub fn draw(&mut self, text: &str, area: Rect, buffer: &mut Buffer, cx: &Context) {
        if self.text != text {
            self.prose.scroll.reset();
            text.clone_into(&mut self.text);
        }
        // Made anew each time: the theme may have changed.
        self.prose.renew(Prose::new(text, cx));
        self.prose.draw(area, buffer, cx);
    }

    /// Scrolls by a page if that was asked and there is more than one; whether it was.
    pub fn act(&mut self, action: Action) -> bool {
        matches!(action, Action::PageUp | Action::PageDown)
            && !self.prose.scroll.is_whole()
            && self.prose.act(action)
    }

    /// Scrolls as the wheel asks; whether it was turned here.
    pub fn mouse(&mut self, mouse: Mouse) -> bool {
        self.prose.mouse(mouse)
    }
}
