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

mod ask;
mod board;
mod compare;
mod curves;
mod draw;
mod open;
mod pages;
mod projector;
mod prompt;
mod show;
mod timeline;
mod what_if;

#[cfg(test)]
mod tests;

use crate::tui::action::{Action, Scope};
use crate::tui::context::Context;
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::widget::prose::Prose;
pub use compare::Compare;
pub use open::{branch_title, open};
use projector::Projector;
pub use prompt::Prompt;
use ratatui::Frame;
use ratatui::layout::Rect;
pub use show::{Shared, Show};

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
}

impl Layer for Theatre {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        self.paint(area, frame.buffer_mut(), cx);
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
            Hint::says(Action::Analyse, "theatre.hint.analyse"),
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
            Action::Faster => self.change_speed(true, cx),
            Action::Slower => self.change_speed(false, cx),
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
            Action::Analyse => self.analyse(cx),
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
