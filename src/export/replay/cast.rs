//! The account as a cast: what a terminal of eighty columns would show, screen after screen
//! and line after line, at a pace that can be read (asciicast v2: a header line, then events
//! of time, kind and data). Each chapter begins with a marker.

use super::Told;
use super::account::{Block, Chapter, account};
use crate::narrate::{Line, Tone, points, signed};
use crate::plain::wrap;
use crate::rules::meter::{Gauge, Meter};
use crate::rules::side::Side;
use crate::theatre::Scene;
use serde_json::json;
use std::fmt::Write;
use unicode_width::UnicodeWidthStr;

const COLUMNS: usize = 80;
const ROWS: usize = 24;
/// How wide a text is set.
const WIDTH: usize = 76;

/// Before a line, in milliseconds: some to begin with, and some for each letter of the last.
const PAUSE: (u64, u64) = (120, 9);
/// Of each voice, at most so many things in a round: the weightiest come first.
const MOST: usize = 3;
/// Before a screen is wiped.
const TURN: u64 = 2500;
/// Columns of a meter's bar.
const BAR: usize = 20;

const RESET: &str = "\x1b[0m";
const BOLD: &str = "\x1b[1m";
const DIM: &str = "\x1b[2m";

/// The game as a cast.
pub fn cast(told: &Told) -> String {
    let created = told.recording.header().created;
    let mut header = json!({
        "version": 2,
        "width": COLUMNS,
        "height": ROWS,
        "title": clean(told.title()),
        "env": {"TERM": "xterm-256color"},
    });
    if created > 0 {
        header["timestamp"] = created.into();
    }
    let mut reel = Reel::new(header.to_string());
    for chapter in account(told) {
        show(told, &chapter, &mut reel);
    }
    reel.out
}

/// A chapter, from the top of a fresh screen.
fn show(told: &Told, chapter: &Chapter, reel: &mut Reel) {
    reel.wipe();
    if let Some(name) = chapter.name() {
        reel.mark(name);
    }
    let in_round = chapter.close.is_some_and(|close| close > 0);
    for block in &chapter.blocks {
        match block {
            Block::Title(text) | Block::Head(text) => reel.heading(text, BOLD),
            Block::Sub(text) => reel.heading(text, DIM),
            Block::Text(line) => reel.say(line, 0),
            Block::List(lines) => {
                let most = if in_round { MOST } else { usize::MAX };
                lines.iter().take(most).for_each(|line| reel.say(line, 2));
            }
            Block::Note(text) => reel.line(text, "\x1b[33m", 2),
            // The bars below tell it shorter.
            Block::Ledger(lines) => {
                let moved: Vec<String> = (lines.iter())
                    .filter(|line| line.by().get() != 0)
                    .map(|line| format!("{} {}", line.name, signed(line.by())))
                    .collect();
                reel.line(&moved.join(", "), "", 2);
            }
            Block::Table(_, rows) => {
                for row in rows {
                    let [label, amount] = [0, 1].map(|n| row.get(n).map_or("", String::as_str));
                    reel.room(1);
                    reel.put(&clean(&format!("{label:<40}{amount:>8}")), "", 2);
                }
            }
        }
    }
    if let Some(close) = chapter.close {
        bars(told, close, reel);
    }
}

/// The meters that may be known, as bars.
fn bars(told: &Told, close: usize, reel: &mut Reel) {
    let state = &told.recording.moments()[close].state;
    let mut rows: Vec<(String, Meter, Option<Side>)> = [Meter::Tension, Meter::Fog, Meter::Hope]
        .map(|meter| (told.n.meter(meter).to_owned(), meter, None))
        .to_vec();
    for side in Scene::sides(told.vantage) {
        for gauge in [Gauge::Pressure, Gauge::Face] {
            if gauge == Gauge::Face || told.vantage.knows(side) {
                let name = told.n.gauge_of(side, gauge, None);
                rows.push((name, Meter::Of(side, gauge), Some(side)));
            }
        }
    }
    // On one screen together.
    reel.room(rows.len() + 1);
    reel.line("", "", 0);
    let width = rows
        .iter()
        .map(|(name, ..)| name.width())
        .max()
        .unwrap_or(0);
    for (name, meter, side) in rows {
        let value = state.meter(meter);
        let full = (value.get() as usize * BAR + 500) / 1000;
        let bar = "█".repeat(full.min(BAR)) + &"░".repeat(BAR.saturating_sub(full));
        let pad = " ".repeat(width - name.width());
        let text = format!("{name}{pad}  {bar} {:>5}", points(value));
        reel.put(&text, colour(side), 0);
    }
}

const fn colour(side: Option<Side>) -> &'static str {
    match side {
        Some(Side::Presser) => "\x1b[36m",
        Some(Side::Holder) => "\x1b[35m",
        None => "",
    }
}

/// A cast being made.
struct Reel {
    out: String,
    /// Milliseconds since the start.
    clock: u64,
    /// Lines on the screen.
    used: usize,
    /// Letters of the last line, to be read.
    read: u64,
}

impl Reel {
    fn new(header: String) -> Self {
        Self {
            out: header + "\n",
            clock: 0,
            used: 0,
            read: 0,
        }
    }

    fn event(&mut self, kind: &str, data: &str) {
        let data = serde_json::Value::from(data);
        let (seconds, millis) = (self.clock / 1000, self.clock % 1000);
        // Writing to a string cannot fail.
        let _ = writeln!(self.out, "[{seconds}.{millis:03}, \"{kind}\", {data}]");
    }

    /// A marker that a player of casts can jump to.
    fn mark(&mut self, name: &str) {
        self.event("m", &clean(name));
    }

    /// A fresh screen, once the last has been read.
    fn wipe(&mut self) {
        if self.used > 0 {
            self.clock += TURN;
        }
        self.event("o", "\x1b[2J\x1b[H");
        self.used = 0;
        self.read = 0;
    }

    /// Makes sure that so many lines fit on this screen.
    fn room(&mut self, lines: usize) {
        if self.used + lines > ROWS - 1 {
            self.wipe();
        }
    }

    fn heading(&mut self, text: &str, look: &str) {
        // With at least two lines of what it is a heading to.
        self.room(4);
        if self.used > 0 {
            self.line("", "", 0);
        }
        self.line(text, look, 0);
    }

    fn say(&mut self, line: &Line, indent: usize) {
        let look = match (line.tone, line.side) {
            (Tone::Bad, _) => "\x1b[31m",
            (Tone::Good, _) => "\x1b[32m",
            (Tone::Warn, _) => "\x1b[33m",
            (Tone::Quiet, _) => DIM,
            (Tone::Neutral, side) => colour(side),
        };
        self.line(&line.text, look, indent);
    }

    /// A text, wrapped.
    fn line(&mut self, text: &str, look: &str, indent: usize) {
        for line in wrap(&clean(text), WIDTH - indent, 0) {
            self.room(1);
            self.put(&line, look, indent);
        }
    }

    /// One line of the screen.
    fn put(&mut self, text: &str, look: &str, indent: usize) {
        self.clock += PAUSE.0 + self.read * PAUSE.1;
        self.read = text.chars().count() as u64;
        let reset = if look.is_empty() { "" } else { RESET };
        self.event("o", &format!("{:indent$}{look}{text}{reset}\r\n", ""));
        self.used += 1;
    }
}

/// A text without what would move a terminal's cursor.
fn clean(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}
