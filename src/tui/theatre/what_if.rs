//! What if: the form by which a recorded game is taken over from one of its rounds.

use super::show::{Shared, title};
use crate::record::Seat;
use crate::rules::side::Side;
use crate::tui::action::{Action, Scope};
use crate::tui::context::Context;
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::library::Intent;
use crate::tui::screen::new_game::opponents;
use crate::tui::screen::settings::opponent_item;
use crate::tui::widget::about::About;
use crate::tui::widget::form::{Filled, Form, Row};
use crate::tui::widget::menu::Item;
use crate::tui::widget::{header, panes};
use ratatui::Frame;
use ratatui::layout::Rect;

/// The rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Id {
    Round,
    Side,
    Opponent,
    Begin,
}

/// The form.
pub struct WhatIfScreen {
    show: Shared,
    /// The rounds that can be played anew.
    rounds: Vec<u8>,
    /// The sides that can be taken over.
    sides: Vec<Side>,
    opponents: Vec<String>,
    form: Form<Id>,
    about: About,
}

impl WhatIfScreen {
    /// Filled in with the round and the seat that are shown, and whoever sat opposite.
    pub fn new(shared: Shared, cx: &Context) -> Self {
        let show = shared.borrow();
        let n = show.narrator(cx);
        let recording = &show.recording;
        let rounds: Vec<u8> = recording.rounds().iter().map(|it| it.number).collect();
        let free = Side::BOTH.into_iter().filter(|it| recording.may_take(*it));
        let sides: Vec<Side> = free.collect();
        let opponents = opponents(cx);
        let at = rounds
            .iter()
            .position(|round| *round == show.round().max(1));
        let usual = show.vantage().viewer().or(recording.header().person());
        let side = sides.iter().position(|side| Some(*side) == usual);
        let side = side.unwrap_or(0);
        let named = |name: &str| opponents.iter().position(|it| it == name);
        let before = sides
            .get(side)
            .map(|it| &recording.header().seats[it.other()]);
        let opponent = before.and_then(|seat| match seat {
            Seat::Opponent(name) => named(name),
            Seat::Person => None,
        });
        let opponent = opponent.or_else(|| named(&cx.settings.opponent));
        let round = |round: &u8| {
            let label = cx.phrases.fill("game.record.round", &[("round", round)]);
            Item::new(label, cx.say("theatre.what_if.round_about"))
        };
        let rows = vec![
            Row::choice(
                Id::Round,
                cx.say("theatre.what_if.round"),
                "",
                rounds.iter().map(round).collect(),
                at.unwrap_or(0),
            ),
            Row::choice(
                Id::Side,
                cx.say("theatre.what_if.side"),
                "",
                sides
                    .iter()
                    .map(|it| Item::new(n.capital(*it), cx.say("theatre.what_if.side_about")))
                    .collect(),
                side,
            ),
            Row::choice(
                Id::Opponent,
                cx.say("new_game.opponent"),
                cx.say("new_game.opponent_about"),
                opponents.iter().map(|it| opponent_item(it, cx)).collect(),
                opponent.unwrap_or(0),
            ),
            Row::button(
                Id::Begin,
                cx.say("theatre.what_if.begin"),
                cx.say("theatre.what_if.about"),
            ),
        ];
        let mut form = Form::new(rows);
        form.select(Id::Begin);
        drop(show);
        Self {
            show: shared,
            rounds,
            sides,
            opponents,
            form,
            about: About::default(),
        }
    }

    fn filled(&self, filled: Filled<Id>) -> Flow {
        match filled {
            Filled::Ignored => Flow::Ignored,
            Filled::Pressed(Id::Begin) => self.begin(),
            _ => Flow::Stay,
        }
    }

    fn begin(&self) -> Flow {
        let show = self.show.borrow();
        let chosen = |id| self.form.chosen(id);
        let (Some(place), Some(round), Some(side), Some(opponent)) = (
            show.recording.place(),
            self.rounds.get(chosen(Id::Round)),
            self.sides.get(chosen(Id::Side)),
            self.opponents.get(chosen(Id::Opponent)),
        ) else {
            return Flow::Stay;
        };
        let intent = Intent::TakeOver {
            place: place.clone(),
            round: *round,
            side: *side,
            opponent: opponent.clone(),
        };
        // The new game lies over the theatre, which is there again when it is left.
        Flow::ask(intent).after_pop()
    }
}

impl Layer for WhatIfScreen {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let right = title(&self.show.borrow().recording, &cx.phrases);
        let what = cx.say("theatre.what_if.title");
        let body = header::draw(area, frame.buffer_mut(), cx, what, &right);
        let height = self.form.rows.len() as u16;
        let (list, about) = panes::split(body, height, 56, frame.buffer_mut(), cx);
        self.form.draw(list, frame, cx);
        let text = self.form.about();
        self.about.draw(&text, about, frame.buffer_mut(), cx);
    }

    fn scopes(&self) -> &[Scope] {
        &[Scope::Form, Scope::Move]
    }

    fn hints(&self) -> Vec<Hint> {
        vec![
            Hint::pair(Action::Up, Action::Down, "app.move"),
            Hint::pair(Action::Left, Action::Right, "app.change"),
            Hint::of(Action::Begin),
            Hint::of(Action::Back),
        ]
    }

    fn act(&mut self, act: Act, _cx: &mut Context) -> Flow {
        if self.about.act(act.action) {
            return Flow::Stay;
        }
        match act.action {
            Action::Back => Flow::Pop,
            Action::Begin => self.begin(),
            _ => {
                let filled = self.form.act(act);
                self.filled(filled)
            }
        }
    }

    fn mouse(&mut self, mouse: Mouse, _cx: &mut Context) -> Flow {
        if self.about.mouse(mouse) {
            return Flow::Stay;
        }
        let filled = self.form.mouse(mouse);
        self.filled(filled)
    }
}
