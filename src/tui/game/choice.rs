//! An event that asks for an answer.

use super::play::Shared;
use super::{advice, look_up};
use crate::guide::{Offered, Place, Spot};
use crate::rules::plan::{ChoiceId, Decision, EventId};
use crate::rules::state::Ask;
use crate::tui::action::{Action, Scope};
use crate::tui::context::Context;
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::widget::about::About;
use crate::tui::widget::menu::{Item, Menu, Picked};
use crate::tui::widget::prose::Prose;
use crate::tui::widget::{header, panes};
use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use std::fmt::Write;

/// Rows besides the story and the answers: the two rules, and the least that is said of an
/// answer.
const APART: u16 = 5;

/// The event and its answers.
pub struct Choice {
    play: Shared,
    event: Option<EventId>,
    menu: Menu,
    about: About,
    source: bool,
}

impl Choice {
    /// The event that asks the player now.
    pub fn new(play: Shared, cx: &Context) -> Self {
        let event = match play.borrow().session.ask() {
            Some(Ask::Choice(event)) => Some(event),
            _ => None,
        };
        let items = {
            let play = play.borrow();
            let n = play.narrator(cx);
            let side = play.session.side();
            let items = event.map(|event| {
                let choices = n.text.event(event).choices.iter().enumerate();
                let item = |(at, words): (usize, &crate::scenario::ChoiceText)| {
                    let id = ChoiceId(at as u8);
                    let effects = n.choice_effects(event, id, side, Some(side));
                    let mut about = if effects.is_empty() {
                        cx.say("game.choice.nothing").to_owned()
                    } else {
                        cx.phrases
                            .fill("game.choice.does", &[("effects", &effects)])
                    };
                    for line in n.together(event, id, side) {
                        // Writing to a string cannot fail.
                        let _ = write!(about, "\n- {line}");
                    }
                    Item::new(words.label.clone(), about)
                };
                choices.map(item).collect()
            });
            items.unwrap_or_default()
        };
        Self {
            play,
            event,
            menu: Menu::new(items),
            about: About::default(),
            source: false,
        }
    }

    fn answer(&self, at: usize) -> Flow {
        let decision = Decision::Choice(ChoiceId(at as u8));
        // One of the event's own answers is always allowed; if nothing is due any more, the
        // table shows what is.
        let _ = self.play.borrow_mut().decide(decision);
        Flow::Pop
    }

    fn story(&self, cx: &Context) -> String {
        let Some(event) = self.event else {
            return String::new();
        };
        let play = self.play.borrow();
        let n = play.narrator(cx);
        let words = n.text.event(event);
        let effects = n.event_effects(event, Some(play.session.side()));
        let mut text = cx.phrases.fill(
            "game.choice.event",
            &[("title", &words.title), ("flavour", &words.flavour)],
        );
        if !effects.is_empty() {
            text.push_str(
                &cx.phrases
                    .fill("game.choice.brings", &[("effects", &effects)]),
            );
        }
        let asks = n.scenario.tables.event(event).asks;
        let key = if asks.side(play.session.side().other()) {
            "game.choice.both"
        } else {
            "game.choice.one"
        };
        let them = n.capital(play.session.side().other());
        text.push_str(&cx.phrases.fill(key, &[("capital", &them)]));
        if self.source {
            text.push_str(&cx.phrases.fill("game.source", &[("source", &words.source)]));
        }
        text
    }

    fn picked(&self, picked: Picked) -> Flow {
        match picked {
            Picked::Ignored => Flow::Ignored,
            Picked::Moved => Flow::Stay,
            Picked::Chosen(at) => self.answer(at),
        }
    }
}

impl Layer for Choice {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let buffer = frame.buffer_mut();
        let story = self.story(cx);
        let play = self.play.borrow();
        let view = play.session.view();
        let when = cx.phrases.fill(
            "game.choice.round",
            &[
                ("round", &view.common.round),
                ("rounds", &view.common.rounds),
            ],
        );
        let body = header::draw(area, buffer, cx, cx.say("game.choice.title"), &when);
        let inner = body.inner(Margin::new(1, 0));
        let answers = self.menu.items().len() as u16;
        let width = inner.width.saturating_sub(2);
        let mut prose = Prose::new(&story, cx);
        if prose.lines(width).len() as u16 + answers + APART > inner.height {
            // The answers come before the breaks between the paragraphs.
            prose = Prose::new(&story.replace("\n\n", "\n"), cx);
        }
        let lines = prose.lines(width).len() as u16;
        let top = Rect {
            height: lines.min(inner.height / 2),
            ..inner
        };
        prose.draw(top, buffer, cx);
        let line = Rect {
            y: top.bottom(),
            height: 1,
            ..body
        };
        super::text::rule(
            line,
            buffer,
            cx,
            cx.say("game.choice.ask"),
            crate::tui::theme::Role::Title,
        );
        let below = Rect {
            y: line.bottom(),
            height: body.bottom() - line.bottom(),
            ..body
        };
        // A blank row after the answers, where there is room for it.
        let rows = answers + u16::from(below.height > answers + 2 * APART);
        let (list, about) = panes::split(below, rows, 60, buffer, cx);
        self.menu.draw(list, buffer, cx);
        let text = self.menu.item().map_or_else(String::new, Item::explained);
        self.about.draw(&text, about, buffer, cx);
    }

    fn spot(&self, _cx: &Context) -> Option<Spot> {
        let labels = self.menu.items().iter().map(|item| item.label.clone());
        let event = self.event?;
        let answer = |(at, label)| (Offered::Answer(event, ChoiceId(at as u8)), label);
        let offered = labels.enumerate().map(answer);
        Some(Spot::listing(Place::Event, offered))
    }

    fn scopes(&self) -> &[Scope] {
        &[Scope::Event, Scope::Read, Scope::Game, Scope::Move]
    }

    fn hints(&self) -> Vec<Hint> {
        vec![
            Hint::pair(Action::Up, Action::Down, "app.move"),
            Hint::says(Action::Choose, "game.hint.answer"),
            Hint::of(Action::Source),
            Hint::of(Action::Briefing),
            Hint::of(Action::Back),
        ]
    }

    fn act(&mut self, act: Act, cx: &mut Context) -> Flow {
        match act.action {
            Action::Back => return Flow::Pop,
            Action::Hint => return advice::open(&self.play, false, cx),
            Action::Source => {
                self.source = !self.source;
                return Flow::Stay;
            }
            _ if self.about.act(act.action) => return Flow::Stay,
            _ => {}
        }
        if let Some(flow) = look_up(act.action, &self.play, cx) {
            return flow;
        }
        let picked = self.menu.act(act);
        self.picked(picked)
    }

    fn mouse(&mut self, mouse: Mouse, _cx: &mut Context) -> Flow {
        if self.about.mouse(mouse) {
            return Flow::Stay;
        }
        let picked = self.menu.mouse(mouse);
        self.picked(picked)
    }
}
