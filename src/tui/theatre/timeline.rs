//! The timeline: every round with its number, and under it what stands out in it.
//!
//! ```text
//!   0   1   2  ▸3   4   5   6
//!       !   ✓   ✗!      ¶   ■
//! ```

use super::show::Show;
use crate::rules::ending::Class;
use crate::theatre::Marks;
use crate::tui::context::Context;
use crate::tui::game::text::span;
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

/// The fewest and the most columns that a round takes.
const WIDTHS: (u16, u16) = (4, 12);

/// Where the rounds were drawn, for the mouse.
#[derive(Clone, Debug, Default)]
pub struct Places(Vec<(Rect, u8)>);

impl Places {
    /// The round at a place on the screen.
    pub fn round(&self, at: Position) -> Option<u8> {
        let found = self.0.iter().find(|(place, _)| place.contains(at));
        found.map(|(_, round)| *round)
    }
}

/// Draws the timeline on two lines.
pub fn draw(area: Rect, buffer: &mut Buffer, cx: &Context, show: &Show) -> Places {
    let recording = &show.recording;
    let last = recording.moments()[recording.last()].state.common.rounds;
    let played = recording.rounds().last().map_or(0, |round| round.number);
    let count = u16::from(last.max(played)) + 1;
    let width = (area.width / count).clamp(WIDTHS.0, WIDTHS.1);
    let fit = (area.width / width).max(1);
    let current = u16::from(show.round());
    // Where not all fit, the current round stands in the middle.
    let first = current
        .saturating_sub(fit / 2)
        .min(count.saturating_sub(fit));
    let mut places = Places::default();
    for (place, number) in (first..count.min(first + fit)).enumerate() {
        let cell = Rect {
            x: area.x + place as u16 * width,
            width,
            height: area.height.min(2),
            ..area
        };
        let number = number as u8;
        let round = recording.rounds().iter().find(|it| it.number == number);
        let is_current = u16::from(number) == current;
        let role = match (is_current, round) {
            (true, _) => Role::Selected,
            (false, None) if number > 0 => Role::Disabled,
            _ => Role::Text,
        };
        let mark = if is_current { cx.glyphs.pointer } else { " " };
        let text = format!("{mark}{number}");
        buffer.set_stringn(cell.x, cell.y, text, width.into(), cx.theme[role]);
        if let Some(round) = round {
            let row = Rect {
                x: cell.x + 1,
                y: cell.y + 1,
                width: width - 1,
                height: 1,
            };
            marks(round.marks, cx).render(row.intersection(area), buffer);
        }
        if round.is_some() || number == 0 {
            places.0.push((cell, number));
        }
    }
    places
}

/// The marks of a round, the weightiest first.
fn marks(marks: Marks, cx: &Context) -> Line<'static> {
    let g = cx.glyphs;
    let mut line = Line::default();
    if let Some(ending) = marks.ending {
        let role = match ending.class() {
            Class::Comprehensive => Role::Good,
            Class::War => Role::Bad,
            Class::Continuation => Role::Accent,
        };
        line.push_span(span(g.end, role, cx));
    }
    let mut put = |there: bool, mark: &'static str, role: Role| {
        if there {
            line.push_span(span(mark, role, cx));
        }
    };
    put(marks.broken > 0, g.no, Role::Bad);
    put(marks.agreed > 0, g.yes, Role::Good);
    put(marks.incidents > 0, g.alert, Role::Warn);
    put(marks.note, g.note, Role::Accent);
    line
}

/// What the marks mean, as far as it fits.
pub fn legend(width: u16, cx: &Context) -> Line<'static> {
    let g = cx.glyphs;
    let entries = [
        (g.yes, "theatre.mark.agreed", Role::Good),
        (g.no, "theatre.mark.broken", Role::Bad),
        (g.alert, "theatre.mark.incident", Role::Warn),
        (g.note, "theatre.mark.note", Role::Accent),
        (g.end, "theatre.mark.end", Role::Accent),
    ];
    let mut line = Line::default();
    for (mark, key, role) in entries {
        let word = format!(" {}  ", cx.say(key));
        let entry: [Span; 2] = [span(mark, role, cx), span(word, Role::Dim, cx)];
        let room = usize::from(width).saturating_sub(line.width());
        if entry.iter().map(Span::width).sum::<usize>() <= room {
            line.extend(entry);
        }
    }
    line
}
