//! A text set in lines of a given width: what the screen and the command show.
//!
//! A table stands in columns where each has room to be read, and else row by row, each cell
//! after its heading.

use super::{Block, Table, blocks};
use unicode_width::UnicodeWidthStr;

/// The widest that running text is set, in columns: longer lines are hard to follow.
pub const MEASURE: usize = 76;

/// The widest that a table is set.
const TABLE: usize = 116;

/// A column of a table that would have to be narrower than this is no column.
const COLUMN: usize = 16;

/// Between two columns.
const GAP: usize = 2;

/// How a run of letters is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// As text.
    Plain,
    /// Emphasised.
    Strong,
    /// As a heading.
    Heading,
    /// As less than text: marks and rules.
    Dim,
}

/// Letters of one tone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The letters.
    pub text: String,
    /// How they are shown.
    pub tone: Tone,
}

/// A line on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row(pub Vec<Run>);

impl Row {
    fn push(&mut self, text: impl Into<String>, tone: Tone) {
        let text = text.into();
        match self.0.last_mut() {
            Some(run) if run.tone == tone => run.text.push_str(&text),
            _ if text.is_empty() => {}
            _ => self.0.push(Run { text, tone }),
        }
    }

    /// Its columns.
    pub fn width(&self) -> usize {
        self.0.iter().map(|run| run.text.width()).sum()
    }

    /// Its letters.
    pub fn text(&self) -> String {
        self.0.iter().map(|run| run.text.as_str()).collect()
    }
}

/// The text in lines of at most `width` columns; `bullet` stands before the items of a list.
pub fn lay_out(source: &str, width: usize, bullet: &str) -> Vec<Row> {
    let measure = width.min(MEASURE);
    let mut rows = Vec::new();
    let mut before = None;
    for block in blocks(source) {
        let listed = |b: &Block| matches!(b, Block::Item(..));
        if before.is_some() && !(before.as_ref().is_some_and(listed) && listed(&block)) {
            rows.push(Row::default());
        }
        match &block {
            Block::Title(text) | Block::Heading(text) => {
                rows.extend(wrap(&[(text.clone(), Tone::Heading)], measure));
            }
            Block::Text(text) => rows.extend(wrap(&runs(text), measure)),
            Block::Item(mark, text) => {
                let mark = if mark == "-" { bullet } else { mark };
                rows.extend(hang(mark, &runs(text), measure));
            }
            Block::Table(table) => rows.extend(lay_out_table(table, width.min(TABLE), bullet)),
        }
        before = Some(block);
    }
    rows
}

/// The text without its marks of emphasis.
pub fn plain(text: &str) -> String {
    runs(text).into_iter().map(|(text, _)| text).collect()
}

/// A text with `*emphasis*` and `` `what is typed` `` as its runs.
fn runs(text: &str) -> Vec<(String, Tone)> {
    let mut runs = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find(['*', '`']) {
        let (before, from) = rest.split_at(open);
        let mark = &from[..1];
        let Some(close) = from[1..].find(mark) else {
            break;
        };
        runs.push((before.to_owned(), Tone::Plain));
        runs.push((from[1..=close].to_owned(), Tone::Strong));
        rest = &from[close + 2..];
    }
    runs.push((rest.to_owned(), Tone::Plain));
    runs
}

/// Broken at spaces; what is wider than the line is broken where it must be.
fn wrap(runs: &[(String, Tone)], width: usize) -> Vec<Row> {
    let width = width.max(2);
    let mut rows = vec![Row::default()];
    // A word may be of several tones, and a space is not always between two runs.
    let mut word: Vec<(String, Tone)> = Vec::new();
    let mut space = None;
    let mut place = |word: &mut Vec<(String, Tone)>, space: Option<Tone>| {
        let wide: usize = word.iter().map(|(text, _)| text.width()).sum();
        let used = rows.last().map_or(0, Row::width);
        let parted = space.filter(|_| used > 0);
        if parted.is_some() && used + 1 + wide > width {
            rows.push(Row::default());
        } else if let (Some(tone), Some(row)) = (parted, rows.last_mut()) {
            row.push(" ", tone);
        }
        for (text, tone) in word.drain(..) {
            for letter in text.chars() {
                let letter = letter.to_string();
                if rows.last().map_or(0, Row::width) + letter.width() > width {
                    rows.push(Row::default());
                }
                if let Some(row) = rows.last_mut() {
                    row.push(letter, tone);
                }
            }
        }
    };
    for (text, tone) in runs {
        for (at, piece) in text.split(' ').enumerate() {
            if at > 0 {
                place(&mut word, space);
                space = Some(*tone);
            }
            if !piece.is_empty() {
                word.push((piece.to_owned(), *tone));
            }
        }
    }
    place(&mut word, space);
    rows
}

/// Wrapped beside a mark.
fn hang(mark: &str, runs: &[(String, Tone)], width: usize) -> Vec<Row> {
    let indent = mark.width() + 1;
    let lines = wrap(runs, width.saturating_sub(indent));
    let lines = lines.into_iter().enumerate().map(|(at, line)| {
        let lead = if at == 0 {
            format!("{mark} ")
        } else {
            " ".repeat(indent)
        };
        let mut row = Row::default();
        row.push(lead, Tone::Dim);
        line.0
            .into_iter()
            .for_each(|run| row.push(run.text, run.tone));
        row
    });
    lines.collect()
}

fn lay_out_table(table: &Table, width: usize, bullet: &str) -> Vec<Row> {
    match columns(table, width) {
        Some(widths) => in_columns(table, &widths),
        None => row_by_row(table, width.min(MEASURE), bullet),
    }
}

/// The width of each column: as much as it needs, or an equal share of what is left by those
/// that need less. Nothing if a share is too little to be read.
fn columns(table: &Table, width: usize) -> Option<Vec<usize>> {
    let all = |at: usize| {
        let cells = table.rows.iter().map(move |row| &row[at]);
        cells.chain([&table.head[at]])
    };
    let needs: Vec<usize> = (0..table.head.len())
        .map(|at| all(at).map(|cell| plain(cell).width()).max().unwrap_or(0))
        .collect();
    let mut room = width.checked_sub(GAP * needs.len().saturating_sub(1))?;
    let mut order: Vec<usize> = needs.clone();
    order.sort_unstable();
    let mut share = 0;
    for (at, need) in order.iter().enumerate() {
        share = room / (order.len() - at);
        if *need > share {
            break;
        }
        share = *need;
        room -= need;
    }
    let widest = order.last().copied().unwrap_or(0);
    let readable = widest <= share || share >= COLUMN;
    readable.then(|| needs.iter().map(|need| (*need).min(share)).collect())
}

fn in_columns(table: &Table, widths: &[usize]) -> Vec<Row> {
    let mut rows = lines(&table.head, widths, Some(Tone::Heading));
    let mut rule = Row::default();
    for (at, width) in widths.iter().enumerate() {
        let gap = if at > 0 { GAP } else { 0 };
        rule.push(" ".repeat(gap) + &"─".repeat(*width), Tone::Dim);
    }
    rows.push(rule);
    let cells: Vec<Vec<Row>> = (table.rows.iter())
        .map(|row| lines(row, widths, None))
        .collect();
    let tall = cells.iter().any(|lines| lines.len() > 1);
    for (at, lines) in cells.into_iter().enumerate() {
        if at > 0 && tall {
            rows.push(Row::default());
        }
        rows.extend(lines);
    }
    rows
}

/// One row of a table, as many lines as its tallest cell.
fn lines(cells: &[String], widths: &[usize], tone: Option<Tone>) -> Vec<Row> {
    let wrapped: Vec<Vec<Row>> = (cells.iter().zip(widths))
        .map(|(cell, width)| match tone {
            Some(tone) => wrap(&[(plain(cell), tone)], *width),
            None => wrap(&runs(cell), *width),
        })
        .collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    let line = |at: usize| {
        let mut row = Row::default();
        let mut column = 0;
        for (cell, width) in wrapped.iter().zip(widths) {
            if let Some(line) = cell.get(at).filter(|line| line.width() > 0) {
                row.push(" ".repeat(column - row.width()), Tone::Plain);
                let runs = line.0.iter().cloned();
                runs.for_each(|run| row.push(run.text, run.tone));
            }
            column += width + GAP;
        }
        row
    };
    (0..height).map(line).collect()
}

/// Each row under its first cell, the others after their headings.
fn row_by_row(table: &Table, width: usize, bullet: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    for (at, row) in table.rows.iter().enumerate() {
        if at > 0 {
            rows.push(Row::default());
        }
        let mut cells = row.iter().zip(&table.head);
        if let Some((first, _)) = cells.next() {
            rows.extend(wrap(&[(plain(first), Tone::Strong)], width));
        }
        for (cell, head) in cells.filter(|(cell, _)| !cell.is_empty()) {
            let mut text = vec![(format!("{head}: "), Tone::Dim)];
            text.extend(runs(cell));
            rows.extend(hang(bullet, &text, width));
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str, width: usize) -> Vec<String> {
        let rows = lay_out(source, width, "•");
        rows.iter().map(Row::text).collect()
    }

    const TABLE: &str = "| What | Why it is so |\n|--|--|\n| One | Because *somebody* wrote it down and nobody has asked |\n| Two | No |\n";

    #[test]
    fn headings_paragraphs_and_items_are_set_apart_and_items_hang() {
        assert_eq!(
            texts(
                "# Fog\n\nA *thick* one.\n\n- hides much of it\n- helps\n",
                14
            ),
            [
                "Fog",
                "",
                "A thick one.",
                "",
                "• hides much",
                "  of it",
                "• helps"
            ]
        );
    }

    #[test]
    fn a_table_stands_in_columns_where_they_can_be_read() {
        assert_eq!(
            texts(TABLE, 40),
            [
                "What  Why it is so",
                "────  ──────────────────────────────────",
                "One   Because somebody wrote it down and",
                "      nobody has asked",
                "",
                "Two   No",
            ]
        );
        assert_eq!(
            texts(TABLE, 20),
            [
                "One",
                "• Why it is so:",
                "  Because somebody",
                "  wrote it down and",
                "  nobody has asked",
                "",
                "Two",
                "• Why it is so: No",
            ]
        );
    }

    #[test]
    fn emphasis_changes_the_tone_and_not_the_letters() {
        let rows = lay_out("Say *no* to `*`, at 5 * 3.", 80, "-");
        let strong = rows[0].0.iter().filter(|run| run.tone == Tone::Strong);
        assert_eq!(
            strong.map(|run| run.text.as_str()).collect::<Vec<_>>(),
            ["no", "*"]
        );
        assert_eq!(rows[0].text(), "Say no to *, at 5 * 3.");
        assert_eq!(plain("*a* `b` c"), "a b c");
    }

    #[test]
    fn no_line_is_wider_than_asked_and_no_letter_is_lost() {
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        let source =
            "A word*s*worth of `incomprehensibilities`, (*all* of them), và tiếng Việt 和平.";
        for width in 2..60 {
            let rows = lay_out(source, width, "•");
            assert!(rows.iter().all(|row| row.width() <= width), "at {width}");
            let all: String = rows.iter().map(Row::text).collect();
            assert_eq!(letters(&all), letters(&plain(source)), "at {width}");
        }
    }
}
