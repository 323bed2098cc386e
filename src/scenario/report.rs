//! Faults as a person reads them: place, message, the line, what to do.

use super::fault::{Fault, Faults, MAX_FAULTS, Severity};
use super::place::{Place, Position, Sources};
use std::fmt;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How much of a long line is shown, in columns.
const SHOWN: usize = 100;

/// What was found in a scenario, with the files it was found in.
#[derive(Clone, Debug)]
pub struct Report {
    sources: Sources,
    /// The faults, by file and place.
    pub faults: Vec<Fault>,
}

impl Report {
    /// Puts the faults in order.
    pub fn new(sources: Sources, faults: Faults) -> Self {
        Self {
            sources,
            faults: faults.sorted(),
        }
    }

    /// How many faults are so bad.
    pub fn count(&self, severity: Severity) -> usize {
        self.faults
            .iter()
            .filter(|fault| fault.severity == severity)
            .count()
    }

    /// Whether one of the files could not be read at all.
    pub fn unreadable(&self) -> bool {
        self.sources.files().iter().any(|file| file.unreadable)
    }

    /// The file the fault is in.
    pub fn file(&self, fault: &Fault) -> &str {
        &self.sources.file(fault.file).name
    }

    /// The line and column the fault begins at, if it is not about a whole file.
    pub fn position(&self, fault: &Fault) -> Option<Position> {
        fault.place.map(|place| self.sources.position(place))
    }

    /// `file:line:column: error: message`.
    pub fn headline(&self, fault: &Fault) -> String {
        let severity = match fault.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let message = visible(&fault.message);
        let file = visible(self.file(fault));
        match self.position(fault) {
            Some(Position { line, column }) => {
                format!("{file}:{line}:{column}: {severity}: {message}")
            }
            None => format!("{file}: {severity}: {message}"),
        }
    }

    /// The summary line: how many of each.
    pub fn summary(&self) -> String {
        let errors = plural(self.count(Severity::Error), "error");
        let warnings = plural(self.count(Severity::Warning), "warning");
        let more = if self.faults.len() > MAX_FAULTS {
            ", and more not shown"
        } else {
            ""
        };
        format!("{errors}, {warnings}{more}")
    }

    /// The line that the place is in, and what is underlined of it.
    fn excerpt(&self, place: Place) -> (String, String) {
        let text = &self.sources.file(place.file).text;
        let (start, end) = (place.start as usize, place.end as usize);
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let (from, to) = (end.clamp(start, line_end), line_end);
        let marked = visible(head(&text[start..from], SHOWN).trim_end());
        let room = SHOWN - marked.width().min(SHOWN / 2);
        let before = visible(tail(text[line_start..start].trim_start(), room).as_str());
        let room = SHOWN.saturating_sub(before.width() + marked.width());
        let after = visible(head(&text[from..to], room).trim_end());
        let line = format!("{before}{marked}{after}");
        let underline = format!(
            "{}{}",
            " ".repeat(before.width()),
            "^".repeat(marked.width().max(1))
        );
        (line, underline)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for fault in &self.faults {
            writeln!(f, "{}", self.headline(fault))?;
            let mut margin = String::new();
            if let Some(place) = fault.place {
                let (line, underline) = self.excerpt(place);
                let number = self.sources.position(place).line.to_string();
                margin = " ".repeat(number.len());
                writeln!(f, " {number} | {line}")?;
                writeln!(f, " {margin} | {underline}")?;
            }
            if let Some(help) = &fault.help {
                writeln!(f, " {margin} = {}", visible(help))?;
            }
        }
        Ok(())
    }
}

fn plural(count: usize, what: &str) -> String {
    match count {
        0 => format!("no {what}s"),
        1 => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    }
}

/// The text without anything that would move a cursor or change a colour.
fn visible(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\t' | '\n' | '\r' => ' ',
            c if c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c) => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// The first columns of a text, with a mark where it was cut.
fn head(text: &str, columns: usize) -> String {
    let mut width = 0;
    for (at, c) in text.char_indices() {
        width += c.width().unwrap_or(1);
        if width > columns {
            let kept = text[..at].chars().count().saturating_sub(1);
            return text.chars().take(kept).chain(['…']).collect();
        }
    }
    text.to_owned()
}

/// The last columns of a text, with a mark where it was cut.
fn tail(text: &str, columns: usize) -> String {
    let mut width = 0;
    for (at, c) in text.char_indices().rev() {
        width += c.width().unwrap_or(1);
        if width > columns {
            let kept = text[at..].chars().skip(2);
            return std::iter::once('…').chain(kept).collect();
        }
    }
    text.to_owned()
}
