//! The theatre: a recorded game watched again.
//!
//! ```text
//!  The Gulf, 2026                     both seats · Round 5 of 12
//! ───────────────────────────────────────────────────────────────
//!   0   1   2   3   4  ▸5   6   7   8        the timeline
//!       !   ✓       ✗!  ¶           ■
//! ── 3 of 4: what came of the plans ──────── ✓ agreed ✗ broken ──
//! ▸Story   Plans   Meters   Clauses   Secrets   Notes
//!  ...
//! ```
//! On a large screen the meters and the clauses stand beside the text all the time.

mod board;
mod compare;
mod curves;
mod pages;
mod projector;
mod prompt;
mod show;
mod timeline;
mod what_if;

#[cfg(test)]
mod tests;

use crate::narrate::phrases::fill;
use crate::narrate::{Narrator, Phrases};
use crate::rules::side::Side;
use crate::theatre::{Lineage, Moment, Place, Recording, Source, TheatreError, Vantage, deal};
use crate::tui::action::{Action, Scope};
use crate::tui::context::Context;
use crate::tui::game::text::rule;
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::screen::dialog::Dialog;
use crate::tui::screen::saves::one_line;
use crate::tui::theme::Role;
use crate::tui::widget::header;
use crate::tui::widget::prose::Prose;
use compare::Compare;
use projector::Projector;
use prompt::Prompt;
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};
use ratatui::widgets::Widget;
pub use show::{Shared, Show};
use unicode_width::UnicodeWidthStr;
use what_if::WhatIfScreen;

/// From this size on, meters and clauses stand beside the text.
const WIDE: (u16, u16) = (130, 34);

/// What is shown of a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Story,
    Plans,
    Meters,
    Clauses,
    Secrets,
    Notes,
}

impl Part {
    const ALL: [Self; 6] = [
        Self::Story,
        Self::Plans,
        Self::Meters,
        Self::Clauses,
        Self::Secrets,
        Self::Notes,
    ];
    /// Those that are text, where the others are always in view.
    const TEXT: [Self; 4] = [Self::Story, Self::Plans, Self::Secrets, Self::Notes];

    const fn key(self) -> &'static str {
        match self {
            Self::Story => "theatre.story",
            Self::Plans => "theatre.plans",
            Self::Meters => "game.table.meters",
            Self::Clauses => "game.table.clauses",
            Self::Secrets => "theatre.secrets",
            Self::Notes => "theatre.notes",
        }
    }
}

/// A recorded game, watched.
pub struct Theatre {
    show: Shared,
    part: Part,
    prose: Prose,
    projector: Projector,
    rounds: timeline::Places,
    tabs: Vec<(Rect, Part)>,
    wide: bool,
}

/// Opens the theatre on a game, with a word on what does not hold in its save. `round` is
/// where to begin, `vantage` from where.
pub fn open(
    recording: Recording,
    round: Option<u8>,
    vantage: Option<Vantage>,
    cx: &Context,
) -> Flow {
    let notice = notice(&recording, cx);
    let mut show = Show::new(recording);
    let gives = vantage.is_none_or(|vantage| show.take_seat(vantage));
    if let Some(round) = round {
        show.go_round(round);
    }
    let mut layers: Vec<Box<dyn Layer>> = vec![Box::new(Theatre::new(show.share()))];
    let notice = notice.or_else(|| (!gives).then(|| cx.say("theatre.still_open").to_owned()));
    if let Some(text) = notice {
        let title = cx.say("theatre.notice");
        layers.push(Box::new(Dialog::message(title, text, cx)));
    }
    Flow::Stack(layers)
}

/// What a game that branches off another is called. A branch of a branch is named after the
/// scenario.
pub fn branch_title(recording: &Recording, round: u8, words: &Phrases) -> String {
    let own = show::title(recording).filter(|_| recording.header().parent.is_none());
    let title = own.unwrap_or_else(|| recording.scenario().text.title.clone());
    words.fill("theatre.branch", &[("round", &round), ("title", &title)])
}

/// What does not hold in the save of a game, in a few words.
fn notice(recording: &Recording, cx: &Context) -> Option<String> {
    if let Some(Lineage::Parted { parent, entry }) = recording.lineage() {
        let values: [(&str, &dyn std::fmt::Display); 3] = [
            ("parent", &parent.save),
            ("round", &parent.round),
            ("entry", &entry),
        ];
        return Some(cx.phrases.fill("theatre.verify.parted", &values));
    }
    let fault = recording.faults().last()?;
    let key = match recording.source() {
        Source::Snapshots => "theatre.moved_on",
        Source::Log => "theatre.damaged",
    };
    let last = recording.moments()[recording.last()].entry;
    Some(cx.phrases.fill(key, &[("fault", fault), ("last", &last)]))
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
    for save in cx.library.saves() {
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

/// What a moment is, in a few words.
fn moment_words(n: &Narrator, moment: &Moment, cx: &Context) -> String {
    let family = "theatre.moment.";
    let member = moment.kind().key();
    let capital = moment.who.side().map_or("", |side| n.capital(side));
    fill(cx.phrases.of(family, member), &[("capital", &capital)])
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

impl Theatre {
    /// Watches this game.
    pub fn new(show: Shared) -> Self {
        Self {
            show,
            part: Part::Story,
            prose: Prose::default(),
            projector: Projector::default(),
            rounds: timeline::Places::default(),
            tabs: Vec::new(),
            wide: false,
        }
    }

    fn parts(&self) -> &'static [Part] {
        if self.wide { &Part::TEXT } else { &Part::ALL }
    }

    /// The part that is shown as text where the others have places of their own.
    fn shown(&self) -> Part {
        if self.parts().contains(&self.part) {
            self.part
        } else {
            Part::Story
        }
    }

    fn turn(&mut self, by: isize) -> Flow {
        let parts = self.parts();
        let at = parts.iter().position(|part| *part == self.shown());
        let count = parts.len() as isize;
        let to = (at.unwrap_or(0) as isize + by).rem_euclid(count);
        self.open_part(parts[to as usize])
    }

    fn open_part(&mut self, part: Part) -> Flow {
        self.part = part;
        self.prose.scroll.reset();
        Flow::Stay
    }

    /// Goes to a moment, by hand: what runs by itself stops.
    fn go(&mut self, at: usize) -> Flow {
        self.projector.stop();
        self.prose.scroll.reset();
        self.show.borrow_mut().go(at);
        Flow::Stay
    }

    fn run(&mut self, cx: &Context) -> Flow {
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

    fn turn_seat(&mut self, cx: &Context) -> Flow {
        self.prose.scroll.reset();
        if self.show.borrow_mut().turn_seat() {
            return Flow::Stay;
        }
        let text = cx.say("theatre.still_open");
        Flow::push(Dialog::message(cx.say("theatre.notice"), text, cx))
    }

    /// Asks for a note on the round that is shown.
    fn note(&mut self, cx: &Context) -> Flow {
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
    fn jump(&mut self, cx: &Context) -> Flow {
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
    fn take_over(&mut self, cx: &Context) -> Flow {
        self.projector.stop();
        let show = self.show.borrow();
        let refused = match show.recording.place() {
            None => Some(TheatreError::NoFile),
            Some(_) => show.recording.beginning(show.round().max(1)).err(),
        };
        if let Some(error) = refused {
            let title = cx.say("theatre.what_if.title");
            return Flow::push(Dialog::message(title, error.to_string(), cx));
        }
        Flow::push(WhatIfScreen::new(self.show.clone(), cx))
    }

    /// Asks which game of the same deal to set beside this one.
    fn compare(&mut self, cx: &Context) -> Flow {
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

    fn header(&self, area: Rect, buffer: &mut Buffer, cx: &Context) -> Rect {
        let show = self.show.borrow();
        let n = show.narrator(cx);
        let seat = match show.vantage() {
            Vantage::Both => cx.say("theatre.seat.both").to_owned(),
            Vantage::Seat(side) => cx
                .phrases
                .fill("theatre.seat.one", &[("capital", &n.capital(side))]),
        };
        let common = &show.recording.moments()[show.recording.last()].state.common;
        let when = cx.phrases.fill(
            "theatre.when",
            &[
                ("seat", &seat),
                ("round", &show.round()),
                ("rounds", &common.rounds),
            ],
        );
        let title = show.title.as_ref().unwrap_or(&n.scenario.text.title);
        let player = |side| show.player(side, cx);
        let full = cx.phrases.fill(
            "theatre.title",
            &[
                ("title", title),
                ("presser", &player(Side::Presser)),
                ("holder", &player(Side::Holder)),
            ],
        );
        // Who played is left out where it would push out what is shown.
        let fits = full.width() + when.width() + 4 <= usize::from(area.width);
        let title = if fits { &full } else { title };
        header::draw(area, buffer, cx, title, &when)
    }

    /// What is shown at this moment, and how it runs.
    fn moment(&self, cx: &Context) -> String {
        let show = self.show.borrow();
        let n = show.narrator(cx);
        let moment = &show.recording.moments()[show.at()];
        let round = &show.recording.rounds()[show.recording.round_of(show.at())];
        let what = moment_words(&n, moment, cx);
        let told = cx.phrases.fill(
            "theatre.moment",
            &[
                ("at", &(show.at() - round.moments.start + 1)),
                ("of", &round.moments.len()),
                ("what", &what),
            ],
        );
        if !self.projector.runs() {
            return told;
        }
        let speed = self.projector.speed();
        cx.phrases
            .fill("theatre.running", &[("told", &told), ("speed", &speed)])
    }

    fn draw_tabs(&mut self, area: Rect, buffer: &mut Buffer, cx: &Context) {
        let parts = self.parts();
        let names: Vec<&str> = parts.iter().map(|part| cx.say(part.key())).collect();
        let at = parts.iter().position(|part| *part == self.shown());
        header::tabs(area, buffer, cx, &names, at.unwrap_or(0));
        let mut x = area.x;
        self.tabs = names
            .iter()
            .zip(parts)
            .map(|(name, part)| {
                let width = name.width() as u16 + 3;
                let tab = Rect { x, width, ..area };
                x += width;
                (tab, *part)
            })
            .collect();
    }

    fn draw_part(&mut self, area: Rect, buffer: &mut Buffer, cx: &Context) {
        let shared = self.show.clone();
        let show = shared.borrow();
        let prose = match self.shown() {
            Part::Story => pages::story(&show, cx),
            Part::Plans => pages::plans(&show, area.width.saturating_sub(2), cx),
            Part::Secrets => pages::secrets(&show, cx),
            Part::Notes => pages::notes(&show, cx),
            Part::Meters => return curves::draw(area, buffer, cx, &show),
            Part::Clauses => return board::draw(area, buffer, cx, &show),
        };
        self.prose.renew(prose);
        self.prose.draw(area, buffer, cx);
    }

    /// Meters and clauses, to the right of the text.
    fn draw_beside(&self, area: Rect, buffer: &mut Buffer, cx: &Context) {
        let show = self.show.borrow();
        let clauses = board::height(&show.narrator(cx)) + 2;
        let above = Rect {
            height: area.height.saturating_sub(clauses + 1),
            ..area
        };
        curves::draw(above, buffer, cx, &show);
        let line = Rect {
            y: above.bottom(),
            height: 1,
            ..area
        };
        rule(line, buffer, cx, cx.say("game.table.clauses"), Role::Dim);
        let below = Rect {
            y: above.bottom() + 1,
            height: clauses,
            ..area
        };
        board::draw(below.intersection(area), buffer, cx, &show);
    }
}

impl Layer for Theatre {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let buffer = frame.buffer_mut();
        self.wide = area.width >= WIDE.0 && area.height >= WIDE.1;
        let body = self.header(area, buffer, cx);
        let inner = body.inner(Margin::new(1, 0));
        let line = Rect { height: 2, ..inner };
        self.rounds = timeline::draw(line, buffer, cx, &self.show.borrow());
        let under = Rect {
            y: line.bottom(),
            height: 1,
            ..inner
        };
        let moment = self.moment(cx);
        rule(under, buffer, cx, &moment, Role::Title);
        let used = moment.width() as u16 + 6;
        let legend = timeline::legend(under.width.saturating_sub(used), cx);
        let width = legend.width() as u16;
        if width > 0 {
            let place = Rect {
                x: under.right() - width - 1,
                width: width + 1,
                ..under
            };
            buffer.set_string(place.x - 1, place.y, " ", cx.theme[Role::Text]);
            legend.render(place, buffer);
        }
        let rest = Rect {
            y: under.bottom(),
            height: inner.bottom().saturating_sub(under.bottom()),
            ..inner
        };
        let text = if self.wide {
            let width = (rest.width * 2 / 5).clamp(64, 82);
            let beside = Rect {
                x: rest.x + width + 3,
                width: rest.width - width - 3,
                ..rest
            };
            for y in rest.y..rest.bottom() {
                let x = rest.x + width + 1;
                buffer.set_string(x, y, cx.glyphs.wall, cx.theme[Role::Border]);
            }
            self.draw_beside(beside, buffer, cx);
            Rect { width, ..rest }
        } else {
            rest
        };
        self.draw_tabs(Rect { height: 1, ..text }, buffer, cx);
        let part = Rect {
            y: text.y + 1,
            height: text.height.saturating_sub(1),
            ..text
        };
        self.draw_part(part, buffer, cx);
    }

    fn scopes(&self) -> &[Scope] {
        &[Scope::Theatre, Scope::Move]
    }

    fn hints(&self) -> Vec<Hint> {
        let run = if self.projector.runs() {
            "theatre.hint.pause"
        } else {
            "theatre.hint.run"
        };
        let mut hints = vec![
            Hint::pair(Action::Left, Action::Right, "theatre.hint.round"),
            Hint::pair(Action::StepBack, Action::StepOn, "theatre.hint.step"),
            Hint::says(Action::Run, run),
            Hint::says(Action::Next, "theatre.hint.part"),
            Hint::says(Action::Seat, "theatre.hint.seat"),
            Hint::says(Action::TakeOver, "theatre.hint.take_over"),
            Hint::says(Action::Note, "theatre.hint.note"),
            Hint::says(Action::Compare, "theatre.hint.compare"),
        ];
        if !self.prose.scroll.is_whole() {
            hints.push(Hint::pair(Action::Up, Action::Down, "app.scroll"));
        }
        if self.projector.runs() {
            hints.push(Hint::pair(
                Action::Slower,
                Action::Faster,
                "theatre.hint.speed",
            ));
        }
        hints.extend([
            Hint::says(Action::Jump, "theatre.hint.jump"),
            Hint::of(Action::Back),
        ]);
        hints
    }

    fn act(&mut self, act: Act, cx: &mut Context) -> Flow {
        let (at, last) = {
            let show = self.show.borrow();
            (show.at(), show.recording.last())
        };
        match act.action {
            Action::Back => Flow::Pop,
            Action::Right | Action::Choose => {
                let to = self.show.borrow().recording.forward(at);
                self.go(to)
            }
            Action::Left => {
                let to = self.show.borrow().recording.back(at);
                self.go(to)
            }
            Action::StepOn => self.go(at + 1),
            Action::StepBack => self.go(at.saturating_sub(1)),
            Action::First => self.go(0),
            Action::Last => self.go(last),
            Action::Run => self.run(cx),
            Action::Faster | Action::Slower => {
                let faster = act.action == Action::Faster;
                let changed = self.projector.change(faster, &cx.waker);
                ran(changed, cx)
            }
            Action::Next => self.turn(1),
            Action::Previous => self.turn(-1),
            Action::Pick => match self.parts().get(usize::from(act.digit) - 1) {
                Some(part) => self.open_part(*part),
                None => Flow::Ignored,
            },
            Action::Seat => self.turn_seat(cx),
            Action::Note => self.note(cx),
            Action::Jump => self.jump(cx),
            Action::TakeOver => self.take_over(cx),
            Action::Compare => self.compare(cx),
            action => Flow::taken(self.prose.act(action)),
        }
    }

    fn mouse(&mut self, mouse: Mouse, _cx: &mut Context) -> Flow {
        let Mouse::Press(at) = mouse else {
            return Flow::taken(self.prose.mouse(mouse));
        };
        if let Some(round) = self.rounds.round(at) {
            self.projector.stop();
            self.prose.scroll.reset();
            return Flow::taken(self.show.borrow_mut().go_round(round));
        }
        match self.tabs.iter().find(|(tab, _)| tab.contains(at)) {
            Some((_, part)) => self.open_part(*part),
            None => Flow::Ignored,
        }
    }

    fn wake(&mut self, top: bool, _cx: &mut Context) -> Flow {
        if !self.projector.ticked() {
            return Flow::Ignored;
        }
        if !top {
            return Flow::taken(self.projector.stop());
        }
        let mut show = self.show.borrow_mut();
        let next = show.at() + 1;
        show.go(next);
        if show.at() == show.recording.last() {
            self.projector.stop();
        }
        self.prose.scroll.reset();
        Flow::Stay
    }
}
