//! Hints: the best few plans from what the player may know, each with what it is likely to
//! lead to. They are thought out in the background; one that is chosen becomes the draft.

use super::desk::wake;
use super::play::Shared;
use super::{look_up, plan, tasks};
use crate::guide::{Place, Spot};
use crate::negotiator::advice::Advice;
use crate::record::Help;
use crate::rules::state::Ask;
use crate::session::{Errand, Report};
use crate::tui::action::{Action, Scope};
use crate::tui::context::Context;
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::screen::dialog::Dialog;
use crate::tui::widget::about::About;
use crate::tui::widget::menu::{Item, Menu, Picked};
use crate::tui::widget::prose::Prose;
use crate::tui::widget::{header, panes};
use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use std::rc::Rc;

/// The hints for a plan.
pub struct AdviceScreen {
    play: Shared,
    /// Whether the plan builder lies below, or else the table.
    over_plan: bool,
    found: Found,
    menu: Menu,
    about: About,
}

/// How far the hints are.
enum Found {
    /// Thought out still; how far in percent, once it takes long enough to say so.
    Busy(Errand<Advice>, Option<u32>),
    /// There.
    Done(Rc<Advice>),
    /// There will be none, for this reason.
    Nothing(String),
}

/// Opens the hints, or says why there are none: the exercise does without them, or no plan is
/// due.
pub fn open(play: &Shared, over_plan: bool, cx: &Context) -> Flow {
    let screen = || Flow::push(AdviceScreen::new(play.clone(), over_plan, cx));
    let off = tasks::off(play, Help::Hints, cx);
    off.or_else(|| undue(play, cx)).unwrap_or_else(screen)
}

/// Says what is due instead of a plan, if something else is.
fn undue(play: &Shared, cx: &Context) -> Option<Flow> {
    let play = play.borrow();
    let why = match play.session.ask() {
        Some(Ask::Plan) => return None,
        Some(Ask::Choice(_)) => "advice.asked",
        None if play.session.ending().is_some() => "advice.over",
        None => "advice.wait",
    };
    let title = cx.say("advice.title");
    Some(Flow::push(Dialog::message(title, cx.say(why), cx)))
}

impl AdviceScreen {
    /// The hints for the plan that is due, thought out now or remembered.
    pub fn new(play: Shared, over_plan: bool, cx: &Context) -> Self {
        let remembered = play.borrow().advice();
        let found = match remembered {
            Some(advice) => Found::Done(advice),
            None => set_out(&play, cx),
        };
        let mut screen = Self {
            play,
            over_plan,
            found,
            menu: Menu::default(),
            about: About::default(),
        };
        screen.list(cx);
        screen
    }

    /// Lists the plans, if they are there.
    fn list(&mut self, cx: &Context) {
        let Found::Done(advice) = &self.found else {
            return;
        };
        let play = self.play.borrow();
        let n = play.narrator(cx);
        let side = play.session.side();
        let basis = n.advice_basis(side, advice).join(" ");
        let item = |advised| {
            let mut about = String::new();
            for line in n.advised(side, advised) {
                about.push_str("- ");
                about.push_str(&line);
                about.push('\n');
            }
            about.push('\n');
            about.push_str(&basis);
            Item::new(n.advised_plan(side, advised), about)
        };
        self.menu.set(advice.plans.iter().map(item).collect());
    }

    /// Makes the plan that was chosen the draft, and opens its seal.
    fn take(&self, at: usize, cx: &Context) -> Flow {
        let Found::Done(advice) = &self.found else {
            return Flow::Stay;
        };
        let Some(advised) = advice.plans.get(at) else {
            return Flow::Stay;
        };
        self.play.borrow_mut().draft.take(advised.plan);
        if self.over_plan {
            Flow::Pop
        } else {
            Flow::replace(plan::Planner::new(self.play.clone(), cx))
        }
    }

    fn picked(&self, picked: Picked, cx: &Context) -> Flow {
        match picked {
            Picked::Ignored => Flow::Ignored,
            Picked::Moved => Flow::Stay,
            Picked::Chosen(at) => self.take(at, cx),
        }
    }

    /// What stands in the place of the hints while there are none.
    fn waiting(&self, cx: &Context) -> String {
        match &self.found {
            Found::Nothing(why) => why.clone(),
            Found::Busy(_, progress) => {
                let mut text = cx.say("advice.busy").to_owned();
                if let Some(percent) = progress {
                    text.push_str("\n\n");
                    text.push_str(&cx.phrases.fill("advice.progress", &[("percent", percent)]));
                }
                text
            }
            Found::Done(_) => String::new(),
        }
    }
}

/// Sets out to think the hints out.
fn set_out(play: &Shared, cx: &Context) -> Found {
    match play.borrow().session.advise(wake(&cx.waker)) {
        Some(Ok(errand)) => Found::Busy(errand, None),
        Some(Err(error)) => Found::Nothing(cx.phrases.fill("advice.failed", &[("error", &error)])),
        None => Found::Nothing(cx.say("advice.none").to_owned()),
    }
}

impl Layer for AdviceScreen {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let buffer = frame.buffer_mut();
        let common = self.play.borrow().session.view().common;
        let when = cx.phrases.fill(
            "advice.round",
            &[("round", &common.round), ("rounds", &common.rounds)],
        );
        let body = header::draw(area, buffer, cx, cx.say("advice.title"), &when);
        if !matches!(self.found, Found::Done(_)) {
            let inner = body.inner(Margin::new(1, 0));
            Prose::new(&self.waiting(cx), cx).draw(inner, buffer, cx);
            return;
        }
        let (list, about) = panes::split(body, 6, 60, buffer, cx);
        self.menu.draw(list, buffer, cx);
        let text = self.menu.item().map_or_else(String::new, Item::explained);
        self.about.draw(&text, about, buffer, cx);
    }

    fn spot(&self, _cx: &Context) -> Option<Spot> {
        Some(Spot::at(Place::Hints))
    }

    fn scopes(&self) -> &[Scope] {
        &[Scope::Game, Scope::Move]
    }

    fn hints(&self) -> Vec<Hint> {
        if !matches!(self.found, Found::Done(_)) {
            return vec![Hint::of(Action::Back)];
        }
        vec![
            Hint::says(Action::Choose, "game.hint.take"),
            Hint::pair(Action::Up, Action::Down, "app.move"),
            Hint::of(Action::PageDown),
            Hint::of(Action::Back),
        ]
    }

    fn act(&mut self, act: Act, cx: &mut Context) -> Flow {
        if act.action == Action::Back {
            return Flow::Pop;
        }
        if self.about.act(act.action) {
            return Flow::Stay;
        }
        if let Some(flow) = look_up(act.action, &self.play, cx) {
            return flow;
        }
        let picked = self.menu.act(act);
        self.picked(picked, cx)
    }

    fn mouse(&mut self, mouse: Mouse, cx: &mut Context) -> Flow {
        if self.about.mouse(mouse) {
            return Flow::Stay;
        }
        let picked = self.menu.mouse(mouse);
        self.picked(picked, cx)
    }

    fn wake(&mut self, _top: bool, cx: &mut Context) -> Flow {
        let Found::Busy(errand, shown) = &mut self.found else {
            return Flow::Ignored;
        };
        match errand.poll() {
            Report::Busy(progress) if progress == *shown => return Flow::Ignored,
            Report::Busy(progress) => *shown = progress,
            Report::Done(advice) => {
                let advice = Rc::new(advice);
                self.play.borrow_mut().remember(Rc::clone(&advice));
                self.found = Found::Done(advice);
                self.list(cx);
            }
            Report::Nothing => self.found = Found::Nothing(cx.say("advice.none").to_owned()),
        }
        Flow::Stay
    }
}
