//! What an exercise asks, one question after the other, and which helps it does without.

use super::briefing;
use super::play::Shared;
use crate::record::{Help, LONGEST_ANSWER, LONGEST_NAME, Task, student_name};
use crate::tui::action::{Action, Scope};
use crate::tui::context::Context;
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::library::{Intent, NewGame};
use crate::tui::screen::dialog::Dialog;
use crate::tui::theatre::Prompt;
use crate::tui::theme::Role;
use crate::tui::widget::header;
use crate::tui::widget::input::Input;
use crate::tui::widget::menu::{Item, Menu, Picked};
use crate::tui::widget::prose::Prose;
use crossterm::event::KeyEvent;
use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

/// Asks what a student is to be called, and then begins the game.
pub fn ask_name(game: NewGame, says: &'static str, cx: &Context) -> Prompt {
    let help = cx.phrases.fill(says, &[("most", &LONGEST_NAME)]);
    Prompt::new(cx.say("exercise.name.title"), &help, "", move |name, cx| {
        let (mut game, Some(name)) = (game.clone(), student_name(name)) else {
            return Flow::push(ask_name(game, "exercise.name.again", cx));
        };
        if let Some(exercise) = &mut game.exercise {
            exercise.assigned.student = name;
        }
        Flow::ask(Intent::New(Box::new(game)))
    })
}

/// Says that the exercise does without a help, if it does.
pub fn off(play: &Shared, help: Help, cx: &Context) -> Option<Flow> {
    if play.borrow().session.allows(help) {
        return None;
    }
    let text = cx.phrases.of("exercise.off.", help.key());
    let title = cx.say("exercise.off.title");
    Some(Flow::push(Dialog::message(title, text, cx)))
}

/// The questions that are to be answered now.
pub struct Tasks {
    play: Shared,
    task: Task,
    /// Which of how many.
    number: (usize, usize),
    menu: Menu,
    input: Input,
    refused: Option<String>,
}

impl Tasks {
    /// What is to be answered now, if anything is.
    pub fn due(play: &Shared) -> Option<Self> {
        let tasks = play.borrow().session.tasks();
        let count = tasks.len();
        let task = tasks.into_iter().next()?;
        Some(Self::of(play.clone(), task, (1, count)))
    }

    fn of(play: Shared, task: Task, number: (usize, usize)) -> Self {
        let items = task.choices.iter().map(|choice| Item::new(choice, ""));
        Self {
            play,
            menu: Menu::new(items.collect()),
            task,
            number,
            input: Input::of("", LONGEST_ANSWER),
            refused: None,
        }
    }

    /// Takes an answer, and goes on to the next question or back to the game.
    fn give(&mut self, text: &str, cx: &Context) -> Flow {
        let taken = self.play.borrow_mut().session.answer(&self.task.id, text);
        if let Err(why) = taken {
            let text = cx.phrases.fill("exercise.tasks.refused", &[("why", &why)]);
            self.refused = Some(text);
            return Flow::Stay;
        }
        let next = self.play.borrow().session.tasks().into_iter().next();
        let Some(next) = next else { return Flow::Pop };
        let (number, count) = self.number;
        *self = Self::of(self.play.clone(), next, (number + 1, count));
        Flow::Stay
    }

    /// The game is left with the question open.
    fn leave(cx: &Context) -> Flow {
        let text = cx.say("exercise.tasks.leave_text");
        Flow::push(
            Dialog::ask(cx.say("exercise.tasks.leave"), text)
                .answer(cx.say("exercise.tasks.stay"), |_| Flow::Stay)
                .answer(cx.say("exercise.tasks.go"), |_| Flow::Home),
        )
    }

    fn own_words(&self) -> bool {
        self.task.choices.is_empty()
    }

    fn picked(&mut self, picked: Picked, cx: &Context) -> Flow {
        match picked {
            Picked::Ignored => Flow::Ignored,
            Picked::Moved => Flow::Stay,
            Picked::Chosen(at) => {
                let text = self.task.choices[at].clone();
                self.give(&text, cx)
            }
        }
    }
}

impl Layer for Tasks {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let title = {
            let play = self.play.borrow();
            let exercise = play.session.exercise();
            exercise.map_or_else(String::new, |exercise| exercise.title.clone())
        };
        let (number, count) = self.number;
        let right = cx.phrases.fill(
            "exercise.tasks.number",
            &[("number", &number), ("count", &count)],
        );
        let body = header::draw(area, frame.buffer_mut(), cx, &title, &right);
        let inner = body.inner(Margin::new(1, 0));
        let mut text = self.task.ask.clone();
        if let Some(refused) = &self.refused {
            text.push_str("\n\n");
            text.push_str(refused);
        }
        let mut prose = Prose::new(&text, cx);
        let lines = prose.lines(inner.width.saturating_sub(2)).len() as u16;
        let top = Rect {
            height: lines.min(inner.height / 2),
            ..inner
        };
        prose.draw(top, frame.buffer_mut(), cx);
        let line = Rect {
            y: top.bottom() + 1,
            height: 1,
            ..body
        };
        let how = if self.own_words() {
            "exercise.tasks.write"
        } else {
            "exercise.tasks.choose"
        };
        super::text::rule(line, frame.buffer_mut(), cx, cx.say(how), Role::Title);
        let below = Rect {
            y: line.bottom(),
            height: body.bottom().saturating_sub(line.bottom()),
            ..inner
        };
        if self.own_words() {
            self.input.draw_wrapped(below, frame, cx);
        } else {
            self.menu.draw(below, frame.buffer_mut(), cx);
        }
    }

    fn scopes(&self) -> &[Scope] {
        if self.own_words() {
            &[Scope::Typing]
        } else {
            &[Scope::Game, Scope::Move]
        }
    }

    fn hints(&self) -> Vec<Hint> {
        if self.own_words() {
            return vec![
                Hint::says(Action::Accept, "exercise.tasks.give"),
                Hint::says(Action::Cancel, "exercise.tasks.later"),
            ];
        }
        vec![
            Hint::says(Action::Choose, "exercise.tasks.give"),
            Hint::pair(Action::Up, Action::Down, "app.move"),
            Hint::of(Action::Briefing),
            Hint::says(Action::Back, "exercise.tasks.later"),
        ]
    }

    fn key(&mut self, key: KeyEvent, _cx: &mut Context) -> Flow {
        Flow::taken(self.own_words() && self.input.key(key))
    }

    fn act(&mut self, act: Act, cx: &mut Context) -> Flow {
        match act.action {
            Action::Cancel | Action::Back => return Self::leave(cx),
            Action::Accept => {
                let text = self.input.text();
                return self.give(&text, cx);
            }
            Action::Briefing => return Flow::push(briefing::page(self.play.clone())),
            _ => {}
        }
        let picked = self.menu.act(act);
        self.picked(picked, cx)
    }

    fn mouse(&mut self, mouse: Mouse, cx: &mut Context) -> Flow {
        if self.own_words() {
            return Flow::Ignored;
        }
        let picked = self.menu.mouse(mouse);
        self.picked(picked, cx)
    }
}
