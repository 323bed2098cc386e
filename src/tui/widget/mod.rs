//! The pieces that screens are made of.

pub mod about;
pub mod bar;
pub mod catalogue;
pub mod footer;
pub mod form;
pub mod header;
pub mod input;
pub mod menu;
pub mod panes;
pub mod popup;
pub mod prose;
pub mod scroll;
pub mod table;
pub mod wrap;

use super::context::Context;
use super::theme::Role;
use ratatui::text::Span;

/// The mark before an entry of a list: the pointer if it is selected, else a blank. A blank
/// has no style, because a theme may mark what is selected by its background.
pub fn pointer(selected: bool, cx: &Context) -> Span<'static> {
    if selected {
        Span::styled(cx.glyphs.pointer, cx.theme[Role::Selected])
    } else {
        Span::raw(" ")
    }
}
