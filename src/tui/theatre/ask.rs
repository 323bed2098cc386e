//! What the theatre asks of its reader, and what it can be asked for beside watching: to run,
//! another seat, a note, a round, a game to play on, one to compare, and a review.

use super::Theatre;
use super::compare::Compare;
use super::prompt::Prompt;
use super::show::title;
use super::what_if::WhatIfScreen;
use crate::theatre::{Place, Recording, TheatreError, deal};
use crate::tui::context::Context;
use crate::tui::game::desk::wake;
use crate::tui::game::review::ReviewScreen;
use crate::tui::layer::Flow;
use crate::tui::screen::dialog::Dialog;
use crate::tui::screen::saves::one_line;

impl Theatre {
    /// Lets it run by itself, or stops it.
    pub(super) fn run(&mut self, cx: &Context) -> Flow {
        if self.projector.stop() {
            return Flow::Stay;
        }
        {
            let mut show = self.show.borrow_mut();
            if show.at() == show.recording.last() {
                show.go(0);
            }
        }
        self.prose.scroll.reset();
        ran(self.projector.start(&cx.waker), cx)
    }

    /// Runs it faster or slower.
    pub(super) fn change_speed(&mut self, faster: bool, cx: &Context) -> Flow {
        ran(self.projector.change(faster, &cx.waker), cx)
    }

    /// Turns to another seat, or says why there is none.
    pub(super) fn turn_seat(&mut self, cx: &Context) -> Flow {
        self.prose.scroll.reset();
        if self.show.borrow_mut().turn_seat() {
            return Flow::Stay;
        }
        let text = cx.say("theatre.still_open");
        Flow::push(Dialog::message(cx.say("theatre.notice"), text, cx))
    }

    /// Asks for a note on the round that is shown.
    pub(super) fn note(&mut self, cx: &Context) -> Flow {
        self.projector.stop();
        let show = self.show.borrow();
        if show.recording.path().is_none() {
            let text = TheatreError::NoFile.to_string();
            return Flow::push(Dialog::message(cx.say("theatre.not_pinned"), text, cx));
        }
        let (_, note) = show.note();
        let title = cx
            .phrases
            .fill("theatre.note_title", &[("round", &show.round())]);
        let shared = self.show.clone();
        let pin = move |text: &str, cx: &mut Context| match shared.borrow_mut().pin(text) {
            Ok(()) => Flow::Stay,
            Err(error) => Flow::push(Dialog::message(
                cx.say("theatre.not_pinned"),
                error.to_string(),
                cx,
            )),
        };
        let help = cx.say("theatre.note_help");
        Flow::push(Prompt::new(&title, help, note.unwrap_or_default(), pin))
    }

    /// Asks for a round to go to.
    pub(super) fn jump(&mut self, cx: &Context) -> Flow {
        self.projector.stop();
        let last = {
            let show = self.show.borrow();
            show.recording.rounds().last().map_or(0, |it| it.number)
        };
        let help = cx.phrases.fill("theatre.jump_help", &[("last", &last)]);
        let shared = self.show.clone();
        let go = move |text: &str, cx: &mut Context| {
            let round = text.trim().parse::<u8>().ok();
            if round.is_some_and(|round| shared.borrow_mut().go_round(round)) {
                return Flow::Stay;
            }
            let text = cx
                .phrases
                .fill("theatre.no_round", &[("text", &text), ("last", &last)]);
            Flow::push(Dialog::message(cx.say("theatre.notice"), text, cx))
        };
        Flow::push(Prompt::new(cx.say("theatre.jump"), &help, "", go))
    }

    /// Asks how the game is to be taken over.
    pub(super) fn take_over(&mut self, cx: &Context) -> Flow {
        self.projector.stop();
        let show = self.show.borrow();
        let refused = match show.recording.place() {
            None => Some(TheatreError::NotKept),
            Some(_) => show.recording.beginning(show.round().max(1)).err(),
        };
        if let Some(error) = refused {
            let title = cx.say("theatre.what_if.title");
            return Flow::push(Dialog::message(title, error.to_string(), cx));
        }
        Flow::push(WhatIfScreen::new(self.show.clone(), cx))
    }

    /// Asks which game of the same deal to set beside this one.
    pub(super) fn compare(&mut self, cx: &Context) -> Flow {
        self.projector.stop();
        let show = self.show.borrow();
        let title = cx.say("theatre.compare.title");
        let others = others(&show.recording, cx);
        if others.is_empty() {
            let text = cx.say("theatre.compare.none");
            return Flow::push(Dialog::message(title, text, cx));
        }
        let mut ask = Dialog::ask(title, cx.say("theatre.compare.which"));
        for (label, place) in others {
            let shared = self.show.clone();
            ask = ask.answer(&label, move |cx| match place.open() {
                Ok(other) => Flow::push(Compare::new(shared.borrow().recording.clone(), other)),
                Err(error) => {
                    let title = cx.say("theatre.failed");
                    Flow::push(Dialog::message(title, error.to_string(), cx))
                }
            });
        }
        Flow::push(ask)
    }

    /// The review of the game, gone through in the background.
    pub(super) fn analyse(&mut self, cx: &Context) -> Flow {
        self.projector.stop();
        let show = self.show.borrow();
        let recording = &show.recording;
        if recording.ending().is_none() {
            let text = cx.say("theatre.not_over");
            return Flow::push(Dialog::message(cx.say("theatre.notice"), text, cx));
        }
        let scenario = recording.scenario().clone();
        let title = title(recording, &cx.phrases);
        let set_out = || recording.review(wake(&cx.waker));
        Flow::push(ReviewScreen::new(scenario, title, set_out, cx))
    }
}

/// What comes of letting it run.
fn ran(started: std::io::Result<()>, cx: &Context) -> Flow {
    match started {
        Ok(()) => Flow::Stay,
        Err(error) => {
            let title = cx.say("theatre.notice");
            Flow::push(Dialog::message(title, error.to_string(), cx))
        }
    }
}

/// The games of the same deal that are at hand, with what to call them: the parent first, and
/// no more than can be picked by a digit.
fn others(recording: &Recording, cx: &Context) -> Vec<(String, Place)> {
    let mut others: Vec<(String, Place)> = Vec::new();
    if let Some(place) = recording.parent_place().filter(|it| it.open().is_ok()) {
        let text = cx
            .phrases
            .fill("theatre.compare.parent", &[("save", &place.name())]);
        others.push((text, place));
    }
    let deal = deal(recording.header());
    for save in cx.library.saves(&cx.phrases) {
        let place = Place::file(&save.path);
        let known = recording.path() == Some(&save.path)
            || others.iter().any(|(_, other)| other.name() == place.name());
        if save.deal == deal && save.fault.is_none() && !known && others.len() < 9 {
            let label = format!("{} ({})", one_line(&save, cx), place.name());
            others.push((label, place));
        }
    }
    others
}
