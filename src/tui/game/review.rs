//! The review of a game as a page: gone through in the background when it is first turned to.
//!
//! The verdict shows it among its pages, and [`ReviewScreen`] by itself.

use super::text::span;
use crate::analysis::review::Review;
use crate::narrate::review::{Columns, Section};
use crate::narrate::{Narrator, Tone};
use crate::scenario::Scenario;
use crate::session::{Errand, Report};
use crate::tui::action::{Action, Scope};
use crate::tui::context::Context;
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::theme::Role;
use crate::tui::widget::header;
use crate::tui::widget::prose::Prose;
use crate::tui::widget::scroll::Scroll;
use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::text::Line;
use std::io;
use std::sync::Arc;
use unicode_width::UnicodeWidthStr;

/// A review, as far as it is there.
pub enum Reviewing {
    /// Nobody has asked yet.
    Unasked,
    /// Under way; how far in percent, once it takes long enough to say so.
    Busy(Errand<Review>, Option<u32>),
    /// There, in words.
    Done(Vec<Section>),
    /// All there is to say.
    Said(String),
}

/// Work that was set out on, if there is any to do.
pub type SetOut = Option<io::Result<Errand<Review>>>;

impl Reviewing {
    /// Sets out on it, the first time it is called.
    pub fn ask(&mut self, set_out: impl FnOnce() -> SetOut, cx: &Context) {
        if !matches!(self, Self::Unasked) {
            return;
        }
        *self = match set_out() {
            Some(Ok(errand)) => Self::Busy(errand, None),
            Some(Err(error)) => Self::Said(cx.phrases.fill("review.failed", &[("error", &error)])),
            None => Self::Said(cx.say("review.nothing").to_owned()),
        };
    }

    /// Looks how far it is; whether there is something new to show.
    pub fn poll(&mut self, n: &Narrator) -> bool {
        let Self::Busy(errand, shown) = self else {
            return false;
        };
        match errand.poll() {
            Report::Busy(progress) if progress == *shown => return false,
            Report::Busy(progress) => *shown = progress,
            Report::Done(review) => *self = Self::Done(n.review(&review)),
            Report::Nothing => *self = Self::Unasked,
        }
        true
    }

    /// Writes it.
    pub fn write(&self, prose: &mut Prose, cx: &Context) {
        let mut say = |text: &str, role| prose.push(Line::from(span(text, role, cx)), 0);
        match self {
            Self::Unasked => {}
            Self::Said(text) => say(text, Role::Text),
            Self::Busy(_, progress) => {
                say(cx.say("review.busy"), Role::Text);
                if let Some(percent) = progress {
                    say("", Role::Text);
                    let text = cx.phrases.fill("review.progress", &[("percent", percent)]);
                    say(&text, Role::Title);
                }
            }
            Self::Done(sections) => {
                for section in sections {
                    write_section(prose, section, cx);
                }
            }
        }
    }
}

fn write_section(prose: &mut Prose, section: &Section, cx: &Context) {
    let title = format!("{} {} {}", cx.glyphs.rule, section.title, cx.glyphs.rule);
    prose.push(Line::from(span(title, Role::Title, cx)), 0);
    for paragraph in &section.lead {
        prose.push(Line::from(span(paragraph.clone(), Role::Text, cx)), 0);
    }
    if let Some(columns) = &section.table {
        prose.push(Line::default(), 0);
        write_columns(prose, columns, cx);
    }
    for item in &section.items {
        prose.push(Line::default(), 0);
        if let Some(heading) = &item.heading {
            let role = role(item.tone).unwrap_or(Role::Accent);
            prose.push(Line::from(span(heading.clone(), role, cx)), 0);
        }
        for paragraph in &item.paragraphs {
            let role = match item.heading {
                Some(_) => Role::Text,
                None => role(item.tone).unwrap_or(Role::Text),
            };
            prose.push(Line::from(span(paragraph.clone(), role, cx)), 0);
        }
    }
    prose.push(Line::default(), 0);
}

/// The first two columns to the left, the others to the right.
fn write_columns(prose: &mut Prose, columns: &Columns, cx: &Context) {
    let heads = std::iter::once((Role::Dim, &columns.heads));
    let rows = (columns.rows.iter()).map(|(tone, row)| (role(*tone).unwrap_or(Role::Text), row));
    let all: Vec<(Role, &Vec<String>)> = heads.chain(rows).collect();
    let width = |at: usize| all.iter().map(|(_, row)| row[at].width()).max();
    let widths: Vec<usize> = (0..columns.heads.len()).filter_map(width).collect();
    for (role, row) in &all {
        let mut line = String::new();
        for (at, (cell, &width)) in row.iter().zip(&widths).enumerate() {
            let pad = " ".repeat(width - cell.width());
            let cell = if at < 2 {
                format!("{cell}{pad}  ")
            } else {
                format!("{pad}{cell}  ")
            };
            line.push_str(&cell);
        }
        prose.push(Line::from(span(line.trim_end(), *role, cx)), 0);
    }
}

/// How a tone looks; nothing in particular if it is plain.
const fn role(tone: Tone) -> Option<Role> {
    match tone {
        Tone::Good => Some(Role::Good),
        Tone::Bad => Some(Role::Bad),
        Tone::Warn => Some(Role::Warn),
        Tone::Neutral | Tone::Quiet => None,
    }
}

/// The review by itself.
pub struct ReviewScreen {
    scenario: Arc<Scenario>,
    title: String,
    review: Reviewing,
    scroll: Scroll,
}

impl ReviewScreen {
    /// Of a game that is called so; `set_out` begins the work.
    pub fn new(
        scenario: Arc<Scenario>,
        title: String,
        set_out: impl FnOnce() -> SetOut,
        cx: &Context,
    ) -> Self {
        let mut review = Reviewing::Unasked;
        review.ask(set_out, cx);
        Self {
            scenario,
            title,
            review,
            scroll: Scroll::default(),
        }
    }
}

impl Layer for ReviewScreen {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let buffer = frame.buffer_mut();
        let body = header::draw(area, buffer, cx, cx.say("review.title"), &self.title);
        let mut prose = Prose::default();
        self.review.write(&mut prose, cx);
        prose.scroll = self.scroll;
        prose.spread(body.inner(Margin::new(1, 0)), buffer, cx);
        self.scroll = prose.scroll;
    }

    fn scopes(&self) -> &[Scope] {
        &[Scope::Move]
    }

    fn hints(&self) -> Vec<Hint> {
        let mut hints = Vec::new();
        if !self.scroll.is_whole() {
            hints.push(Hint::pair(Action::Up, Action::Down, "app.scroll"));
        }
        hints.push(Hint::of(Action::Back));
        hints
    }

    fn act(&mut self, act: Act, _cx: &mut Context) -> Flow {
        match act.action {
            Action::Back => Flow::Pop,
            action => Flow::taken(self.scroll.act(action)),
        }
    }

    fn mouse(&mut self, mouse: Mouse, _cx: &mut Context) -> Flow {
        Flow::taken(self.scroll.mouse(mouse))
    }

    fn wake(&mut self, _top: bool, cx: &mut Context) -> Flow {
        let n = Narrator::new(&self.scenario, &cx.phrases);
        Flow::taken(self.review.poll(&n))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::review::{Game, Request, review};
    use crate::negotiator::Stop;
    use crate::record::{FORMAT, Forced, read};
    use crate::rules::side::{PerSide, Side};
    use crate::session::recorded;
    use crate::tui::context::Given;
    use crate::tui::stage::{Shelf, Stage, context};
    use std::path::Path;

    #[test]
    fn a_review_is_read_from_top_to_bottom_on_every_screen() {
        let loaded = read(Path::new(&format!("saves/fixtures/format-{FORMAT}.ron"))).unwrap();
        let scenario = Arc::new(recorded(&loaded.header, None).unwrap());
        let steps = loaded.replay(&scenario).steps;
        let request = Request {
            scenario: &scenario,
            game: &Game::of(&scenario.tables, &steps, Forced::default()).unwrap(),
            seats: vec![Side::Presser],
            players: PerSide([None, None]),
            simulations: 16,
            games: 0,
        };
        let review = review(&request, &Stop::default(), &mut |_| ()).unwrap();
        for size in [(60, 20), (80, 24), (200, 60)] {
            let cx = context(Shelf::default(), Given::default());
            let n = Narrator::new(&scenario, &cx.phrases);
            let screen = ReviewScreen {
                scenario: Arc::clone(&scenario),
                title: "The Gulf".into(),
                review: Reviewing::Done(n.review(&review)),
                scroll: Scroll::default(),
            };
            let mut stage = Stage::new(cx, size, Box::new(screen));
            let mut seen = String::new();
            for _ in 0..40 {
                seen.push_str(&stage.text());
                stage.press("pgdn");
            }
            for text in [
                "In short",
                "grade",
                "The answers of",
                "What was possible",
                "How this was found",
            ] {
                assert!(seen.contains(text), "{text} at {size:?}");
            }
            // No row of a table is broken at its end, nor where two stand beside each other.
            let whole = |line: &str| line.matches('±').count().is_multiple_of(2);
            assert!(seen.lines().all(whole), "{seen}");
        }
    }
}
