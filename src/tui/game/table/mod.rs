//! The table: where the talks stand, and what is to be done next. It lies under every
//! other screen of a game.
//!
//! ```text
//!  The Gulf, 2026 · Washington                    Round 3 of 12
//! ── Both ─────────── Washington, you ─────── Tehran ──────────
//!  Tension ███░ 45 ▴  Pressure ██░░ 41 ▴      Pressure 25–50
//! ── Clause ──── Status ── 0 1 2 3 4 ── On the table ──────────
//! ▸1 Enrichment  · open    » · · · «    they offer 3, vague
//! ── Now ──────────────────────────────────────────────────────
//!  Washington  said Measured · holds its precondition
//!  News  A tanker is seized                in the air: markets
//!  ▸ Enter  Make your plan for round 3
//! ```

mod board;
mod layout;
mod now;

use super::play::Shared;
use super::{advice, choice, clause, hand_over, look_up, menu, plan, reveal, tasks, verdict};
use crate::guide::{Place, Spot};
use crate::record::Help;
use crate::rules::side::Side;
use crate::tui::action::{Action, Scope};
use crate::tui::context::Context;
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::screen::dialog::Dialog;
use crate::tui::widget::scroll::Scroll;
pub use board::{clauses, red_line, ruler, status, wall};
use layout::Places;
use now::Step;
#[cfg(test)]
pub use now::capital_within;
pub use now::{facts, page as now_page};
use ratatui::Frame;
use ratatui::layout::Rect;

/// The table of a game.
pub struct Table {
    play: Shared,
    /// The row of the board that is selected.
    selected: usize,
    /// The part that a small screen shows.
    part: usize,
    places: Places,
    scroll: Scroll,
    /// Whether the verdict has been shown.
    told: bool,
}

impl Table {
    /// The table of this game.
    pub fn new(play: Shared) -> Self {
        Self {
            play,
            selected: 0,
            part: 0,
            places: Places::default(),
            scroll: Scroll::default(),
            told: false,
        }
    }

    fn step(&mut self, cx: &Context) -> Flow {
        let step = now::step(&self.play.borrow());
        match step {
            Step::Answer => Flow::push(choice::Choice::new(self.play.clone(), cx)),
            Step::Plan => Flow::push(plan::Planner::new(self.play.clone(), cx)),
            Step::Wait => Flow::Stay,
            Step::Verdict => self.verdict(cx),
        }
    }

    /// The verdict; before it, what an exercise asks at the end.
    fn verdict(&mut self, cx: &Context) -> Flow {
        if let Some(tasks) = tasks::Tasks::due(&self.play) {
            return Flow::push(tasks);
        }
        self.told = true;
        Flow::push(verdict::Verdict::new(self.play.clone(), cx))
    }

    /// Shows what is new, if nothing lies over the table.
    fn show_news(&mut self, cx: &Context) -> Flow {
        self.play.borrow_mut().poll();
        let forfeit = self.play.borrow_mut().forfeit();
        if let Some(why) = forfeit {
            let text = cx.phrases.fill("game.desk.forfeit", &[("why", &why)]);
            let title = cx.say("game.desk.forfeit_title");
            return Flow::push(Dialog::message(title, text, cx));
        }
        let news = self.play.borrow_mut().news();
        if let Some(news) = news {
            return Flow::push(reveal::RevealScreen::new(self.play.clone(), &news, cx));
        }
        let next = self.play.borrow().hands_over_to();
        match next {
            Some(side) => self.hand_over(side),
            None if self.told || now::step(&self.play.borrow()) != Step::Verdict => Flow::Ignored,
            None => self.verdict(cx),
        }
    }

    /// Lays the hand-over to a side over the table, on which nothing stays as the other had it.
    fn hand_over(&mut self, side: Side) -> Flow {
        (self.selected, self.part) = (0, 0);
        self.scroll = Scroll::default();
        Flow::push(hand_over::HandOver::new(self.play.clone(), side))
    }

    fn count(&self, cx: &Context) -> usize {
        let play = self.play.borrow();
        board::clauses(&play.narrator(cx)).len()
    }

    fn look(&self, at: usize, cx: &Context) -> Flow {
        let play = self.play.borrow();
        let ids = board::clauses(&play.narrator(cx));
        match ids.get(at) {
            Some(&id) => Flow::push(clause::page(self.play.clone(), id)),
            None => Flow::Ignored,
        }
    }

    fn turn(&mut self, forward: bool) -> Flow {
        let parts = self.places.parts.len().max(1);
        let by = if forward { 1 } else { parts - 1 };
        self.part = (self.part + by) % parts;
        Flow::taken(parts > 1)
    }
}

impl Layer for Table {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let play = self.play.borrow();
        self.places = layout::draw(
            area,
            frame.buffer_mut(),
            cx,
            &play,
            (self.selected, self.part),
            &mut self.scroll,
        );
    }

    fn spot(&self, _cx: &Context) -> Option<Spot> {
        Some(Spot::at(Place::Table))
    }

    fn scopes(&self) -> &[Scope] {
        &[Scope::Table, Scope::Game, Scope::Move]
    }

    fn hints(&self) -> Vec<Hint> {
        let step = match now::step(&self.play.borrow()) {
            Step::Answer => "game.hint.answer",
            Step::Plan => "game.hint.plan",
            Step::Wait => "game.hint.wait",
            Step::Verdict => "game.hint.verdict",
        };
        let mut hints = vec![Hint::says(Action::Choose, step)];
        if self.places.parts.len() > 1 {
            hints.push(Hint::says(Action::Next, "game.hint.part"));
        }
        if !self.scroll.is_whole() {
            hints.push(Hint::of(Action::PageDown));
        }
        if now::step(&self.play.borrow()) == Step::Plan
            && self.play.borrow().session.allows(Help::Hints)
        {
            hints.push(Hint::says(Action::Hint, "game.hint.advice"));
        }
        hints.extend([
            Hint::pair(Action::Up, Action::Down, "game.hint.clause"),
            Hint::says(Action::Look, "game.hint.look"),
            Hint::says(Action::Why, "game.hint.why"),
            Hint::says(Action::Back, "game.hint.menu"),
            Hint::of(Action::Briefing),
            Hint::of(Action::Cards),
            Hint::of(Action::Record),
            Hint::of(Action::Intelligence),
            Hint::says(Action::Now, "game.hint.now"),
        ]);
        hints
    }

    fn act(&mut self, act: Act, cx: &mut Context) -> Flow {
        if let Some(flow) = look_up(act.action, &self.play, cx) {
            return flow;
        }
        let last = self.count(cx).saturating_sub(1);
        match act.action {
            Action::Choose => return self.step(cx),
            Action::Back => return Flow::push(menu::menu(&self.play, cx)),
            Action::Up => self.selected = self.selected.checked_sub(1).unwrap_or(last),
            Action::Down if self.selected >= last => self.selected = 0,
            Action::Down => self.selected += 1,
            Action::First => self.selected = 0,
            Action::Last => self.selected = last,
            Action::Hint => return advice::open(&self.play, false, cx),
            Action::Look => return self.look(self.selected, cx),
            Action::Pick => {
                let at = usize::from(act.digit).wrapping_sub(1);
                if at <= last {
                    self.selected = at;
                }
                return self.look(at, cx);
            }
            Action::Right | Action::Next => return self.turn(true),
            Action::Left | Action::Previous => return self.turn(false),
            action @ (Action::PageDown | Action::PageUp) => {
                return Flow::taken(self.scroll.act(action));
            }
            _ => return Flow::Ignored,
        }
        Flow::Stay
    }

    fn mouse(&mut self, mouse: Mouse, cx: &mut Context) -> Flow {
        let Mouse::Press(at) = mouse else {
            return Flow::Ignored;
        };
        if let Some(part) = self.places.parts.iter().position(|tab| tab.contains(at)) {
            self.part = part;
            return Flow::Stay;
        }
        if self.places.step.contains(at) {
            return self.step(cx);
        }
        if self.places.rows.contains(at) {
            let row = usize::from(at.y - self.places.rows.y);
            if row == self.selected {
                return self.look(row, cx);
            }
            self.selected = row;
            return Flow::Stay;
        }
        Flow::Ignored
    }

    fn bars(&self, action: Action, cx: &Context) -> Option<Flow> {
        (action == Action::Handbook)
            .then(|| tasks::off(&self.play, Help::Handbook, cx))
            .flatten()
    }

    fn wake(&mut self, top: bool, cx: &mut Context) -> Flow {
        self.play.borrow_mut().poll();
        if top {
            self.show_news(cx)
        } else {
            Flow::Ignored
        }
    }

    fn uncovered(&mut self, cx: &mut Context) -> Flow {
        self.show_news(cx)
    }
}
