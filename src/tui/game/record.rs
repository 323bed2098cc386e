//! The record: what has happened, round by round, told or in numbers.

use super::look_up;
use super::page::replaced;
use super::play::{Play, Shared};
use super::reveal::{ledger, told};
use super::text::span;
use crate::guide::{Place, Spot};
use crate::tui::action::{Action, Scope};
use crate::tui::context::Context;
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::theme::Role;
use crate::tui::widget::header;
use crate::tui::widget::prose::{MEASURE, Prose};
use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::text::Line;

/// What is shown of each round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Show {
    /// Everything.
    All,
    /// What was said and done.
    Told,
    /// What moved, and why.
    Moved,
}

impl Show {
    const fn key(self) -> &'static str {
        match self {
            Self::All => "game.record.all",
            Self::Told => "game.record.told",
            Self::Moved => "game.record.moved",
        }
    }

    const fn next(self) -> Self {
        match self {
            Self::All => Self::Told,
            Self::Told => Self::Moved,
            Self::Moved => Self::All,
        }
    }
}

/// The record of a game.
pub struct RecordScreen {
    play: Shared,
    show: Show,
    prose: Prose,
}

impl RecordScreen {
    /// The record of this game.
    pub fn new(play: Shared) -> Self {
        Self {
            play,
            show: Show::All,
            prose: Prose::default(),
        }
    }
}

fn write(play: &Play, show: Show, width: u16, cx: &Context) -> Prose {
    let n = play.narrator(cx);
    let mut prose = Prose::default();
    for (at, round) in play.session.log().iter().rev().enumerate() {
        if at > 0 {
            prose.push(Line::default(), 0);
        }
        let title = cx
            .phrases
            .fill("game.record.round", &[("round", &round.round)]);
        prose.push(Line::from(span(title, Role::Title, cx)), 0);
        let viewer = Some(play.session.side());
        let reveal = n.reveal(round.round, viewer, round.opened());
        if show != Show::Moved {
            for (heading, lines) in told(&n, &reveal, cx) {
                if lines.is_empty() {
                    continue;
                }
                prose.push(heading, 0);
                for line in lines {
                    prose.push(line, 2);
                }
            }
        }
        if show != Show::Told {
            for line in ledger(&reveal.ledger, viewer, width, cx) {
                prose.push(line, 0);
            }
        }
    }
    prose
}

impl Layer for RecordScreen {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let buffer = frame.buffer_mut();
        // Running text is set no wider than this.
        let width = (area.width - 4).min(MEASURE);
        let prose = write(&self.play.borrow(), self.show, width, cx);
        self.prose.renew(prose);
        let title = cx.say("game.record.title");
        let body = header::draw(area, buffer, cx, title, cx.say(self.show.key()));
        let inner = body.inner(Margin::new(1, 0));
        self.prose.draw(inner, buffer, cx);
    }

    fn spot(&self, _cx: &Context) -> Option<Spot> {
        Some(Spot::at(Place::Record))
    }

    fn scopes(&self) -> &[Scope] {
        &[Scope::Read, Scope::Game, Scope::Move]
    }

    fn hints(&self) -> Vec<Hint> {
        vec![
            Hint::pair(Action::Up, Action::Down, "app.scroll"),
            Hint::of(Action::PageDown),
            Hint::of(Action::Filter),
            Hint::of(Action::Back),
        ]
    }

    fn act(&mut self, act: Act, cx: &mut Context) -> Flow {
        match act.action {
            Action::Back | Action::Choose | Action::Record => return Flow::Pop,
            Action::Filter => {
                self.show = self.show.next();
                self.prose.scroll.reset();
                return Flow::Stay;
            }
            _ => {}
        }
        if self.prose.act(act.action) {
            return Flow::Stay;
        }
        look_up(act.action, &self.play, cx).map_or(Flow::Ignored, replaced)
    }

    fn mouse(&mut self, mouse: Mouse, _cx: &mut Context) -> Flow {
        Flow::taken(self.prose.mouse(mouse))
    }
}
