//! Longer texts: headings, paragraphs and lists in a light markup, wrapped and scrolled.
//!
//! A line that begins with `# ` is a heading, one with `- ` an entry of a list; `*words*`
//! are emphasised. An empty line ends a paragraph; other line breaks are the author's.

use super::scroll::Scroll;
use super::wrap::wrap;
use crate::tui::action::Action;
use crate::tui::context::Context;
use crate::tui::layer::Mouse;
use crate::tui::theme::{Role, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The widest that running text is set, in columns: longer lines are hard to follow.
pub const MEASURE: u16 = 76;

/// A text with its scroll position.
#[derive(Debug, Default)]
pub struct Prose {
    paragraphs: Vec<Paragraph>,
    /// Where it stands.
    pub scroll: Scroll,
}

/// One line before wrapping.
#[derive(Clone, Debug)]
struct Paragraph {
    line: Line<'static>,
    /// Columns by which the lines after the first are indented.
    indent: u16,
}

impl Prose {
    /// From a text with markup.
    pub fn new(text: &str, cx: &Context) -> Self {
        let mut prose = Self::default();
        prose.write(text, cx);
        prose
    }

    /// Appends a text with markup.
    pub fn write(&mut self, text: &str, cx: &Context) {
        let mut running = String::new();
        let mut lines = text.lines().map(str::trim_end).peekable();
        while let Some(line) = lines.next() {
            if running.is_empty() {
                running.push_str(line.trim_start());
            } else {
                running.push(' ');
                running.push_str(line.trim());
            }
            let ends = lines.peek().is_none_or(|next| {
                let next = next.trim_start();
                next.is_empty() || next.starts_with("- ") || next.starts_with("# ")
            });
            if ends || running.starts_with("# ") || line.is_empty() {
                self.paragraphs.push(paragraph(&running, cx));
                running.clear();
            }
        }
    }

    /// Appends a line that is already styled, its continuation indented by so much.
    pub fn push(&mut self, line: Line<'static>, indent: u16) {
        self.paragraphs.push(Paragraph { line, indent });
    }

    /// Appends a text as it is written; what is too wide is continued further in.
    pub fn verbatim(&mut self, text: &str, cx: &Context) {
        for line in text.lines() {
            let indent = line.len() - line.trim_start().len() + 8;
            self.push(
                Line::styled(line.to_owned(), cx.theme[Role::Text]),
                indent as u16,
            );
        }
    }

    /// Takes the text of another and stays where it has been scrolled to.
    pub fn renew(&mut self, text: Self) {
        self.paragraphs = text.paragraphs;
    }

    /// The lines it takes at this width.
    pub fn lines(&self, width: u16) -> Vec<Line<'static>> {
        let width = width.min(MEASURE);
        self.paragraphs
            .iter()
            .flat_map(|p| wrap(&p.line, width, p.indent))
            .collect()
    }

    /// Draws what is in view. The last two columns are for the scroll bar.
    pub fn draw(&mut self, area: Rect, buffer: &mut Buffer, cx: &Context) {
        let area = Rect {
            width: area.width.min(MEASURE + 2),
            ..area
        };
        let lines = self.lines(area.width.saturating_sub(2));
        self.scroll.draw(&lines, area, buffer, cx);
    }

    /// The same for a text that has the screen to itself: a wide one is filled column beside
    /// column.
    pub fn spread(&mut self, area: Rect, buffer: &mut Buffer, cx: &Context) {
        let width = area.width.saturating_sub(2).min(MEASURE);
        let lines = self.lines(width);
        self.scroll.spread(&lines, width, area, buffer, cx);
    }

    /// Scrolls as a key asks; whether it was such a key.
    pub fn act(&mut self, action: Action) -> bool {
        self.scroll.act(action)
    }

    /// Scrolls as the wheel asks; whether it was turned here.
    pub fn mouse(&mut self, mouse: Mouse) -> bool {
        self.scroll.mouse(mouse)
    }
}

fn paragraph(text: &str, cx: &Context) -> Paragraph {
    let theme = &cx.theme;
    if let Some(heading) = text.strip_prefix("# ") {
        return Paragraph {
            line: Line::styled(heading.to_owned(), theme[Role::Title]),
            indent: 0,
        };
    }
    if let Some(entry) = text.strip_prefix("- ") {
        let mut line = Line::from(Span::styled(cx.glyphs.bullet, theme[Role::Dim]));
        line.push_span(Span::raw(" "));
        emphasise(entry, theme[Role::Text], theme, &mut line);
        return Paragraph { line, indent: 2 };
    }
    let mut line = Line::default();
    emphasise(text, theme[Role::Text], theme, &mut line);
    Paragraph { line, indent: 0 }
}

/// Appends a text in which `*words*` are emphasised.
pub fn emphasise(text: &str, plain: Style, theme: &Theme, line: &mut Line<'static>) {
    for (at, piece) in text.split('*').enumerate() {
        if !piece.is_empty() {
            let style = if at % 2 == 1 {
                theme[Role::Accent]
            } else {
                plain
            };
            line.push_span(Span::styled(piece.to_owned(), style));
        }
    }
}
