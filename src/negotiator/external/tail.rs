//! What a negotiator writes to its standard error: passed on line by line, and the last of it
//! kept, to be told with the reason if it forfeits.

use super::lines::{Lines, Said};
use crate::negotiator::seating::Outside;
use std::collections::VecDeque;

/// How many lines are kept.
const KEPT: usize = 5;
/// How much of each, in characters.
const WIDTH: usize = 200;

/// The end of a log.
pub struct Tail {
    whose: String,
    outside: Outside,
    lines: Lines,
    last: VecDeque<String>,
}

impl Tail {
    /// For the negotiator that is called so.
    pub fn new(whose: String, outside: Outside) -> Self {
        Self {
            whose,
            outside,
            lines: Lines::default(),
            last: VecDeque::new(),
        }
    }

    /// Takes in what was written.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.lines.feed(bytes);
        while let Some(said) = self.lines.take() {
            self.keep(said);
        }
    }

    /// Takes what is left for a line, once nothing more is to be written.
    pub fn end(&mut self) {
        if let Some(said) = self.lines.rest() {
            self.keep(said);
        }
    }

    /// The last lines.
    pub fn last(&self) -> Vec<String> {
        self.last.iter().cloned().collect()
    }

    fn keep(&mut self, said: Said) {
        let line = match said {
            Said::Line(line) => line,
            // What is not text is shown as far as it is: this is for eyes only.
            Said::NotText(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Said::TooLong => "...".to_owned(),
        };
        // Control characters would take hold of the terminal that shows it.
        let plain = line.chars().map(|c| if c.is_control() { ' ' } else { c });
        let line: String = plain.take(WIDTH).collect();
        self.outside.tell(&self.whose, &line);
        if self.last.len() == KEPT {
            self.last.pop_front();
        }
        self.last.push_back(line);
    }
}
