//! The last line: which keys do what here. It comes from the table of keys.

use crate::tui::action::{Action, Scope};
use crate::tui::context::Context;
use crate::tui::layer::Hint;
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// Draws as many hints as fit, the help always.
pub fn draw(area: Rect, buffer: &mut Buffer, cx: &Context, scopes: &[Scope], hints: &[Hint]) {
    let help = entry(cx, &[Scope::Anywhere], &Hint::of(Action::Help));
    let reserve = help.as_ref().map_or(0, |(key, says)| width(key, says));
    let mut x = area.x + 1;
    let end = area.right().saturating_sub(1);
    for (key, says) in hints.iter().filter_map(|hint| entry(cx, scopes, hint)) {
        if x + width(&key, says) + 3 + reserve > end {
            break;
        }
        x = put(x, end, area.y, buffer, cx, &key, says) + 3;
    }
    if let Some((key, says)) = help {
        put(x, end, area.y, buffer, cx, &key, says);
    }
}

fn entry<'c>(cx: &'c Context, scopes: &[Scope], hint: &Hint) -> Option<(String, &'c str)> {
    let mut key = cx.keymap.key(scopes, hint.action, cx.glyphs)?;
    if let Some(pair) = hint
        .pair
        .and_then(|pair| cx.keymap.key(scopes, pair, cx.glyphs))
    {
        key.push_str(if cx.glyphs.ascii { "/" } else { "" });
        key.push_str(&pair);
    }
    let says = match hint.says {
        "" => cx.phrases.of("key.", hint.action.name()),
        says => cx.phrases.get(says),
    };
    Some((key, says))
}

fn width(key: &str, says: &str) -> u16 {
    (key.width() + 1 + says.width()) as u16
}

fn put(x: u16, end: u16, y: u16, buffer: &mut Buffer, cx: &Context, key: &str, says: &str) -> u16 {
    let room = |x: u16| usize::from(end.saturating_sub(x));
    let (x, _) = buffer.set_stringn(x, y, key, room(x), cx.theme[Role::Key]);
    let (x, _) = buffer.set_stringn(x + 1, y, says, room(x + 1), cx.theme[Role::Dim]);
    x
}
