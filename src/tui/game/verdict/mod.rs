//! The verdict: how it ended and how each capital tells it, the report card, what the other
//! side had been told in secret, why it did what it did, what one's own plans were worth, and
//! what was possible.

mod chart;
mod reasons;
mod report;

use super::desk::wake;
use super::look_up;
use super::play::Shared;
use super::review::Reviewing;
use crate::analysis::frontier::{Plane, plane};
use crate::guide::{self, Spot};
use crate::narrate::Verdict as Told;
use crate::record::Loaded;
use crate::scenario::Overrides;
use crate::theatre::{Place, Recording, TheatreError};
use crate::tui::action::{Action, Scope};
use crate::tui::context::Context;
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::library::{Intent, NewGame};
use crate::tui::screen::dialog::Dialog;
use crate::tui::screen::new_game::NewGameScreen;
use crate::tui::theatre;
use crate::tui::widget::header;
use crate::tui::widget::prose::Prose;
use crate::tui::widget::scroll::Scroll;
use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use reasons::Reasons;
use std::path::Path;

/// The pages of a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Ending,
    Report,
    Secrets,
    Reasons,
    Review,
    Plane,
}

impl Part {
    const ALL: [Self; 6] = [
        Self::Ending,
        Self::Report,
        Self::Secrets,
        Self::Reasons,
        Self::Review,
        Self::Plane,
    ];

    const fn key(self) -> &'static str {
        match self {
            Self::Ending => "game.verdict.ending",
            Self::Report => "game.verdict.report",
            Self::Secrets => "game.verdict.secrets",
            Self::Reasons => "game.verdict.reasons",
            Self::Review => "game.verdict.review",
            Self::Plane => "game.verdict.plane",
        }
    }
}

/// The verdict on a game.
pub struct Verdict {
    play: Shared,
    told: Option<Told>,
    plane: Option<Plane>,
    reasons: Reasons,
    review: Reviewing,
    part: usize,
    scroll: Scroll,
    tabs: Vec<Rect>,
}

impl Verdict {
    /// Of this game, which is over.
    pub fn new(play: Shared, cx: &Context) -> Self {
        let (told, plane) = {
            let play = play.borrow();
            let n = play.narrator(cx);
            let state = play.session.revealed();
            let told = state.and_then(|state| n.verdict(state));
            let plane = state.map(|state| plane(&n.scenario.tables, state));
            (told, plane)
        };
        Self {
            play,
            told,
            plane,
            reasons: Reasons::Unasked,
            review: Reviewing::Unasked,
            part: 0,
            scroll: Scroll::default(),
            tabs: Vec::new(),
        }
    }

    fn turn(&mut self, to: usize, cx: &Context) -> Flow {
        self.part = to % Part::ALL.len();
        match Part::ALL[self.part] {
            Part::Reasons => self.reasons.ask(&self.play, cx),
            Part::Review => {
                let play = self.play.borrow();
                let set_out = || play.session.review(wake(&cx.waker));
                self.review.ask(set_out, cx);
            }
            _ => {}
        }
        self.scroll = Scroll::default();
        Flow::Stay
    }

    /// The same deal, from the start.
    fn again(&self) -> Flow {
        let play = self.play.borrow();
        let header = play.session.header();
        let game = NewGame {
            exercise: None,
            scenario: header.scenario.clone(),
            side: play.session.side(),
            opponent: play.session.opponent().to_string(),
            length: header.length,
            seed: Some(play.session.seed()),
            // They were set from these very words.
            overrides: Overrides(
                header
                    .overrides
                    .iter()
                    .filter_map(|set| set.parse().ok())
                    .collect(),
            ),
        };
        Flow::Do(Intent::New(game)).after_home()
    }

    /// The game again, in the theatre. Its save is let go first, so that notes can be pinned.
    fn watch(&self, cx: &Context) -> Flow {
        let play = self.play.borrow();
        let saved = play.session.save_error().is_none();
        if let Some(path) = play.session.save_path().filter(|_| saved) {
            return Flow::Do(Intent::watch(Place::file(path))).after_home();
        }
        let scenario = play.session.scenario().clone();
        let loaded = Loaded::parse(play.session.written().as_bytes(), Path::new(""));
        let recording = loaded
            .map_err(TheatreError::from)
            .and_then(|loaded| Recording::of(loaded, scenario, None));
        match recording {
            Ok(recording) => theatre::open(recording, None, None, cx),
            Err(error) => {
                let title = cx.say("theatre.failed");
                Flow::push(Dialog::message(title, error.to_string(), cx))
            }
        }
    }

    fn tabs(&mut self, area: Rect, buffer: &mut ratatui::buffer::Buffer, cx: &Context) {
        let names = Part::ALL.map(|part| cx.say(part.key()));
        header::tabs(area, buffer, cx, &names, self.part);
        let mut x = area.x;
        self.tabs = names
            .iter()
            .map(|name| {
                let width = name.chars().count() as u16 + 3;
                let tab = Rect { x, width, ..area };
                x += width;
                tab
            })
            .collect();
    }
}

impl Layer for Verdict {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let buffer = frame.buffer_mut();
        let shared = self.play.clone();
        let play = shared.borrow();
        let n = play.narrator(cx);
        let side = play.session.side();
        let Some(told) = self.told.clone() else {
            return;
        };
        let score = cx.phrases.fill(
            "game.verdict.score",
            &[
                ("capital", &n.capital(side)),
                ("score", &n.score(told.sides[side].score)),
            ],
        );
        let body = header::draw(area, buffer, cx, &told.headline, &score);
        let inner = body.inner(Margin::new(1, 0));
        self.tabs(Rect { height: 1, ..inner }, buffer, cx);
        let below = Rect {
            y: inner.y + 2,
            height: inner.height - 2,
            ..inner
        };
        let mut prose = Prose::default();
        match Part::ALL[self.part] {
            Part::Ending => report::ending(&mut prose, &n, &told, side, cx),
            Part::Report => report::card(&mut prose, &n, &told, side, cx),
            Part::Secrets => report::secrets(&mut prose, &n, &told, side, cx),
            Part::Reasons => self.reasons.write(&mut prose, &n, &play, cx),
            Part::Review => self.review.write(&mut prose, cx),
            Part::Plane => {
                if let Some(plane) = &self.plane {
                    chart::draw(below, buffer, cx, &n, plane, side, &mut self.scroll);
                }
                return;
            }
        }
        prose.scroll = self.scroll;
        prose.draw(below, buffer, cx);
        self.scroll = prose.scroll;
    }

    fn spot(&self, _cx: &Context) -> Option<Spot> {
        Some(Spot::at(match Part::ALL[self.part] {
            Part::Ending => guide::Place::Verdict,
            _ => guide::Place::Report,
        }))
    }

    fn scopes(&self) -> &[Scope] {
        &[Scope::Verdict, Scope::Game, Scope::Move]
    }

    fn hints(&self) -> Vec<Hint> {
        let mut hints = vec![Hint::pair(Action::Left, Action::Right, "game.hint.turn")];
        if !self.scroll.is_whole() {
            hints.push(Hint::pair(Action::Up, Action::Down, "app.scroll"));
        }
        hints.extend([
            Hint::says(Action::Watch, "theatre.hint.watch"),
            Hint::says(Action::Again, "game.hint.again"),
            Hint::says(Action::Fresh, "game.hint.fresh"),
            Hint::of(Action::Record),
            Hint::says(Action::Back, "game.hint.title"),
        ]);
        hints
    }

    fn act(&mut self, act: Act, cx: &mut Context) -> Flow {
        let last = Part::ALL.len() - 1;
        match act.action {
            Action::Back => Flow::Home,
            Action::Again => self.again(),
            Action::Watch => self.watch(cx),
            Action::Fresh => Flow::push(NewGameScreen::new(cx)).after_home(),
            Action::Choose | Action::Right | Action::Next => self.turn(self.part + 1, cx),
            Action::Left | Action::Previous => self.turn(self.part + last, cx),
            Action::Pick => self.turn(usize::from(act.digit - 1).min(last), cx),
            action if self.scroll.act(action) => Flow::Stay,
            action => look_up(action, &self.play, cx).unwrap_or(Flow::Ignored),
        }
    }

    fn mouse(&mut self, mouse: Mouse, cx: &mut Context) -> Flow {
        if let Mouse::Press(at) = mouse
            && let Some(part) = self.tabs.iter().position(|tab| tab.contains(at))
        {
            return self.turn(part, cx);
        }
        Flow::taken(self.scroll.mouse(mouse))
    }

    fn wake(&mut self, _top: bool, cx: &mut Context) -> Flow {
        let reasons = self.reasons.poll();
        let play = self.play.borrow();
        Flow::taken(self.review.poll(&play.narrator(cx)) || reasons)
    }
}
