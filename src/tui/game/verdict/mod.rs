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
use crate::rules::side::Side;
use crate::scenario::Overrides;
use crate::session::Session;
use crate::theatre::{Place, Recording, TheatreError};
use crate::tui::action::{Action, Scope};
use crate::tui::context::Context;
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::library::{Intent, NewGame};
use crate::tui::screen::dialog::Dialog;
use crate::tui::screen::new_game::NewGameScreen;
use crate::tui::screen::saves::SavesScreen;
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
    /// The game that this one answers with the sides swapped, and this one, if both are kept.
    answers: Option<(Place, Place)>,
    /// Whether the pages that tell secrets are covered yet: the deal of two persons may be played
    /// once more with the sides swapped.
    covered: bool,
    /// The pages that there are: persons keep their reasons to themselves.
    parts: Vec<Part>,
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
        let shared = play.borrow().session.is_shared();
        let covered = shared && play.borrow().session.header().swapped.is_none();
        let answers = answered(&play.borrow().session);
        let is = |part: &Part| !(shared && *part == Part::Reasons);
        let parts = Part::ALL.into_iter().filter(is).collect();
        Self {
            play,
            told,
            plane,
            reasons: Reasons::Unasked,
            review: Reviewing::Unasked,
            answers,
            covered,
            parts,
            part: 0,
            scroll: Scroll::default(),
            tabs: Vec::new(),
        }
    }

    /// Whether the page that is open is covered.
    fn is_covered(&self) -> bool {
        self.covered && self.parts[self.part] != Part::Ending
    }

    /// Whether the deal may be played again: not from an exercise, which is played once.
    fn is_free(&self) -> bool {
        self.play.borrow().session.exercise().is_none()
    }

    fn turn(&mut self, to: usize, cx: &Context) -> Flow {
        self.part = to % self.parts.len();
        self.scroll = Scroll::default();
        if self.is_covered() {
            return Flow::Stay;
        }
        match self.parts[self.part] {
            Part::Reasons => self.reasons.ask(&self.play, cx),
            Part::Review => {
                let play = self.play.borrow();
                let set_out = || play.session.review(wake(&cx.waker));
                self.review.ask(set_out, cx);
            }
            _ => {}
        }
        Flow::Stay
    }

    /// The same deal, from the start.
    fn again(&self) -> Flow {
        Flow::ask(Intent::New(Box::new(self.game()))).after_home()
    }

    /// What this game was begun with.
    fn game(&self) -> NewGame {
        let play = self.play.borrow();
        let (header, side) = (play.session.header(), play.session.side());
        NewGame {
            exercise: None,
            scenario: header.scenario.clone(),
            side,
            opponent: play.session.player(side.other()).to_string(),
            names: header.names.clone(),
            swapped: None,
            length: header.length,
            injects: header.injects.clone(),
            seed: Some(play.session.seed()),
            // They were set from these very words.
            overrides: Overrides(
                header
                    .overrides
                    .iter()
                    .filter_map(|set| set.parse().ok())
                    .collect(),
            ),
        }
    }

    /// The same deal from the other side; the new game names this one.
    fn swap(&self) -> Flow {
        let play = self.play.borrow();
        let Some(rematch) = play.session.rematch() else {
            return Flow::Stay;
        };
        let game = NewGame {
            side: rematch.side,
            opponent: rematch.opponent.to_string(),
            names: rematch.names,
            swapped: Some(rematch.swapped),
            ..self.game()
        };
        Flow::ask(Intent::New(Box::new(game))).after_home()
    }

    /// This game beside the one that it answers, seat against seat.
    fn compare(&self) -> Flow {
        match self.answers.clone() {
            Some((one, two)) => Flow::ask(Intent::Compare { one, two }),
            None => Flow::Ignored,
        }
    }

    /// The game again, in the theatre. Its save is let go first, so that notes can be pinned: the
    /// theatre does not lie over this verdict, but over the saved games, with this one selected.
    fn watch(&self, cx: &Context) -> Flow {
        let play = self.play.borrow();
        let saved = play.session.save_error().is_none();
        if let Some(path) = play.session.save_path().filter(|_| saved) {
            let watch = Flow::ask(Intent::watch(Place::file(path)));
            return watch.over(SavesScreen::at(path, cx)).after_home();
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
        let names: Vec<&str> = self.parts.iter().map(|part| cx.say(part.key())).collect();
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

/// The game that this one answers with the sides swapped, and this one, if both are kept.
fn answered(session: &Session) -> Option<(Place, Place)> {
    let path = session.save_path()?;
    let first = session.header().swapped.as_ref()?.file_name()?;
    let first = path.with_file_name(first);
    let kept = first.exists();
    kept.then(|| (Place::file(first), Place::file(path)))
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
        let score = |side: Side| {
            let score = n.score(told.sides[side].score);
            let values: [(&str, &dyn std::fmt::Display); 2] =
                [("capital", &n.capital(side)), ("score", &score)];
            cx.phrases.fill("game.verdict.score", &values)
        };
        let score = if play.session.is_shared() {
            Side::BOTH.map(score).join(cx.say("game.verdict.join"))
        } else {
            score(side)
        };
        let body = header::draw(area, buffer, cx, &told.headline, &score);
        let inner = body.inner(Margin::new(1, 0));
        self.tabs(Rect { height: 1, ..inner }, buffer, cx);
        let below = Rect {
            y: inner.y + 2,
            height: inner.height - 2,
            ..inner
        };
        let mut prose = Prose::default();
        match self.parts[self.part] {
            _ if self.is_covered() => report::cover(&mut prose, cx),
            Part::Ending => report::ending(&mut prose, &n, &told, &play, cx),
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
        if self.is_covered() {
            hints.push(Hint::says(Action::Choose, "game.hint.uncover"));
        }
        let free = self.is_free();
        if self.answers.is_some() {
            hints.push(Hint::says(Action::Compare, "game.hint.compare"));
        } else if free {
            hints.push(Hint::says(Action::Swap, "game.hint.swap"));
        }
        hints.push(Hint::says(Action::Watch, "theatre.hint.watch"));
        if free {
            hints.push(Hint::says(Action::Again, "game.hint.again"));
            hints.push(Hint::says(Action::Fresh, "game.hint.fresh"));
        }
        hints.push(Hint::of(Action::Record));
        hints.push(Hint::says(Action::Back, "game.hint.title"));
        hints
    }

    fn act(&mut self, act: Act, cx: &mut Context) -> Flow {
        let last = self.parts.len() - 1;
        match act.action {
            Action::Back => Flow::Home,
            Action::Again | Action::Swap | Action::Fresh if !self.is_free() => Flow::Ignored,
            Action::Again => self.again(),
            Action::Swap => self.swap(),
            Action::Compare => self.compare(),
            Action::Watch => self.watch(cx),
            Action::Fresh => Flow::push(NewGameScreen::new(cx)).after_home(),
            Action::Choose if self.is_covered() => {
                self.covered = false;
                self.turn(self.part, cx)
            }
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
