//! Breaking a styled line at its spaces to fit a width, in columns of the terminal.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The lines that `line` takes at this width, the ones after the first indented. A word
/// that is wider than the line is broken where it has to be.
pub fn wrap(line: &Line<'_>, width: u16, indent: u16) -> Vec<Line<'static>> {
    let width = usize::from(width.max(1));
    let indent = usize::from(indent).min(width.saturating_sub(1) / 2);
    let letters: Vec<(char, Style)> = line
        .spans
        .iter()
        .flat_map(|span| {
            span.content
                .chars()
                .map(|c| (c, line.style.patch(span.style)))
        })
        .collect();
    let mut lines = Vec::new();
    let mut start = 0;
    while start < letters.len() {
        let lead = if lines.is_empty() { 0 } else { indent };
        let (end, next) = break_at(&letters, start, width - lead);
        lines.push(gather(&letters[start..end], lead));
        start = next;
    }
    if lines.is_empty() {
        lines.push(Line::default());
    }
    lines
}

/// Plain text, wrapped.
pub fn wrap_text(text: &str, style: Style, width: u16) -> Vec<Line<'static>> {
    text.lines()
        .flat_map(|line| wrap(&Line::styled(line, style), width, 0))
        .collect()
}

/// The text cut to fit the width, with `ellipsis` where it was cut.
pub fn fit(text: &str, width: u16, ellipsis: &str) -> String {
    let width = usize::from(width);
    if text.width() <= width {
        return text.into();
    }
    let room = width.saturating_sub(ellipsis.width());
    let mut used = 0;
    let mut cut: String = text
        .chars()
        .take_while(|c| {
            used += c.width().unwrap_or(0);
            used <= room
        })
        .collect();
    cut.truncate(cut.trim_end().len());
    if ellipsis.width() <= width {
        cut.push_str(ellipsis);
    }
    cut
}

/// Where the line that begins at `start` ends, and where the next one begins.
fn break_at(letters: &[(char, Style)], start: usize, width: usize) -> (usize, usize) {
    let mut used = 0;
    let mut space = None;
    for (at, (c, _)) in letters.iter().enumerate().skip(start) {
        if *c == ' ' {
            space = Some(at);
        }
        used += c.width().unwrap_or(0);
        if used > width {
            return match space {
                Some(space) if space > start => (space, space + 1),
                // A word longer than the line, or a letter wider than it: move on all the same.
                _ => (at.max(start + 1), at.max(start + 1)),
            };
        }
    }
    (letters.len(), letters.len())
}

/// The letters as a line, neighbours of one style together.
fn gather(letters: &[(char, Style)], lead: usize) -> Line<'static> {
    let mut spans = Vec::new();
    if lead > 0 {
        spans.push(Span::raw(" ".repeat(lead)));
    }
    for run in letters.chunk_by(|a, b| a.1 == b.1) {
        spans.push(Span::styled(
            run.iter().map(|(c, _)| c).collect::<String>(),
            run[0].1,
        ));
    }
    Line::from(spans)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Stylize;

    fn texts(lines: &[Line]) -> Vec<String> {
        lines.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn lines_break_at_spaces_and_never_exceed_the_width() {
        let line = Line::from(vec![
            "Talks ".into(),
            "and fire".bold(),
            ", both at once".into(),
        ]);
        for width in 1..40 {
            let lines = wrap(&line, width, 2);
            for line in &lines {
                assert!(line.width() <= usize::from(width), "{line} at {width}");
            }
            let words = |text: String| text.split_whitespace().collect::<String>();
            assert_eq!(
                words(texts(&lines).concat()),
                words(line.to_string()),
                "at {width}"
            );
        }
        assert_eq!(
            texts(&wrap(&line, 16, 2)),
            ["Talks and fire,", "  both at once"]
        );
    }

    #[test]
    fn wide_letters_count_two_columns() {
        let lines = wrap(&Line::from("和平的雾 霧"), 5, 0);
        assert_eq!(texts(&lines), ["和平", "的雾", "霧"]);
    }

    #[test]
    fn an_empty_line_stays_a_line() {
        assert_eq!(wrap(&Line::default(), 10, 0).len(), 1);
    }

    #[test]
    fn what_does_not_fit_is_cut_with_a_mark() {
        assert_eq!(fit("enforcement", 11, "…"), "enforcement");
        assert_eq!(fit("enforcement", 6, "…"), "enfor…");
        assert_eq!(fit("enforcement", 6, "..."), "enf...");
        assert_eq!(fit("enforcement", 2, "..."), "");
        assert_eq!(fit("", 0, "…"), "");
    }
}
