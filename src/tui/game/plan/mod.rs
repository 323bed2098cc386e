//! The plan builder: the four parts with what is in them, a list of what can be chosen in
//! the open part, and what the selected choice is known to do.
//!
//! ```text
//!  Your plan                                       Round 3 of 12
//! ───────────────────────────────────────────────────────────────
//!    Say    Measured
//!  ▸ Table  Offer on Missiles ...
//!    Field  Keep the ceasefire
//!    Card   none
//!    Seal
//! ── What do you do at the table? ───────────────────────────────
//!  ▸1 Hold the line  │ Move nothing.
//!   2 Offer          │ Known effects ...
//! ```

mod effects;
mod options;

use super::advice;
use super::look_up;
use super::play::Shared;
use super::text::{self, rule, span};
use crate::guide::{Entry, Offered, Place, Spot};
use crate::record::Help;
use crate::rules::plan::{Decision, Plan};
use crate::rules::preview::Preview;
use crate::session::draft::{Part, Step};
use crate::tui::action::{Action, Scope};
use crate::tui::context::Context;
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::screen::dialog::Dialog;
use crate::tui::theme::Role;
use crate::tui::widget::menu::{Item, Menu, Picked};
use crate::tui::widget::prose::Prose;
use crate::tui::widget::{header, pointer};
use options::Options;
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};
use ratatui::text::{Line, Span};

/// From this width on, the list and what is said of it stand side by side.
const BESIDE: u16 = 76;
/// Below this height there is no room for all parts of the plan.
const LOW: u16 = 18;

/// The plan builder.
pub struct Planner {
    play: Shared,
    options: Options,
    menu: Menu,
    about: Prose,
    /// The plan that was last foreseen, and what it does.
    foreseen: Option<(Plan, Preview)>,
    sheet: Rect,
    /// The part that the list is of.
    shown: Part,
}

impl Planner {
    /// The builder of this game's plan.
    pub fn new(play: Shared, cx: &Context) -> Self {
        let mut planner = Self {
            options: Options {
                question: String::new(),
                choices: Vec::new(),
                current: 0,
            },
            play,
            menu: Menu::default(),
            about: Prose::default(),
            foreseen: None,
            sheet: Rect::default(),
            shown: Part::Say,
        };
        planner.refresh(cx);
        planner
    }

    /// Lists what can be chosen now.
    fn refresh(&mut self, cx: &Context) {
        let play = self.play.borrow();
        self.options = options::options(&play, &play.draft, cx);
        let mut items: Vec<Item> = self
            .options
            .choices
            .iter()
            .map(|choice| {
                let item = Item::new(choice.label.clone(), "").numbered(choice.number);
                // Why is said beside the list.
                let barred = choice.barred.then(String::new);
                Item { barred, ..item }
            })
            .collect();
        if play.draft.part() == Part::Seal {
            // No digit seals: one too many, and a plan made by digits would be sealed unread.
            let item = |key| Item::new(cx.say(key), "").numbered(Some(0));
            items = vec![item("game.plan.seal"), item("game.plan.rethink")];
        }
        self.menu = Menu::new(items);
        self.menu.select(self.options.current);
        self.about.scroll.reset();
        self.shown = play.draft.part();
    }

    fn part(&self) -> Part {
        self.play.borrow().draft.part()
    }

    /// A decision at the table that is not complete yet.
    fn half_made(&self, cx: &Context) -> Option<String> {
        let play = self.play.borrow();
        let step = play.draft.step();
        (step != Step::Kind).then(|| half(&play.narrator(cx), cx, step))
    }

    fn seal(&mut self, cx: &Context) -> Flow {
        let plan = self.play.borrow().draft.plan();
        let sealed = self.play.borrow_mut().decide(Decision::Plan(plan));
        if sealed.is_ok() {
            return Flow::Pop;
        }
        // The list holds only what is allowed; should the rules refuse all the same, the
        // plan stays open rather than lost.
        self.refresh(cx);
        Flow::Stay
    }

    fn picked(&mut self, picked: Picked, cx: &Context) -> Flow {
        let at = match picked {
            Picked::Ignored => return Flow::Ignored,
            Picked::Moved => {
                self.about.scroll.reset();
                return Flow::Stay;
            }
            Picked::Chosen(at) => at,
        };
        if self.part() == Part::Seal {
            if at == 0 {
                return self.seal(cx);
            }
            self.play.borrow_mut().draft.open(Part::Say);
        } else if let Some(choice) = self.options.choices.get(at) {
            let pick = choice.pick;
            self.play.borrow_mut().draft.choose(pick);
        }
        self.refresh(cx);
        Flow::Stay
    }

    fn back(&mut self, cx: &Context) -> Flow {
        let stepped = self.play.borrow_mut().draft.step_back();
        if !stepped {
            return Flow::Pop;
        }
        self.refresh(cx);
        Flow::Stay
    }

    fn turn(&mut self, forward: bool, cx: &Context) -> Flow {
        self.play.borrow_mut().draft.turn(forward);
        self.refresh(cx);
        Flow::Stay
    }

    /// What the parts hold now.
    fn draw_sheet(&self, area: Rect, buffer: &mut Buffer, cx: &Context) {
        let play = self.play.borrow();
        let n = play.narrator(cx);
        let draft = &play.draft;
        let parts = n.plan_seen(&play.session.view(), &draft.plan());
        let short = n.table_short(draft.plan().table);
        let all = area.height as usize >= Part::ALL.len();
        let shown = Part::ALL.into_iter().enumerate();
        let shown = shown.filter(|(_, part)| all || draft.part() == *part);
        for ((at, part), row) in shown.zip(area.rows()) {
            let open = draft.part() == part;
            let role = if open { Role::Selected } else { Role::Dim };
            let mut line = Line::from(vec![pointer(open, cx), Span::raw(" ")]);
            if let Some((label, what)) = parts.get(at) {
                line.push_span(text::cell(label, 7, role, cx));
                let what = match (part, draft.step()) {
                    // A half-made offer is not in the plan yet.
                    (Part::Table, step) if open && step != Step::Kind => half(&n, cx, step),
                    (Part::Table, _) if what.chars().count() + 12 > row.width.into() => {
                        short.clone()
                    }
                    _ => what.clone(),
                };
                line.push_span(span(what, Role::Text, cx));
            } else {
                line.push_span(text::cell(cx.say("game.plan.part.seal"), 7, role, cx));
                if !open {
                    let key = cx.keymap.key(&[Scope::Plan], Action::Seal, cx.glyphs);
                    let help = cx.phrases.fill(
                        "game.plan.part.seal_help",
                        &[("key", &key.unwrap_or_default())],
                    );
                    line.push_span(span(help, Role::Dim, cx));
                }
            }
            text::lines(row, buffer, &[line]);
        }
    }

    /// What the selected choice is, and what it is known to do.
    fn write_about(&mut self, cx: &Context) -> Prose {
        let play = self.play.clone();
        let play = play.borrow();
        let part = play.draft.part();
        let mut prose = Prose::default();
        let plan = if part == Part::Seal {
            self.write_summary(&mut prose, cx);
            Some(play.draft.plan())
        } else {
            let Some(choice) = self.options.choices.get(self.menu.selected()) else {
                return prose;
            };
            prose.write(&choice.about, cx);
            choice.plan
        };
        let Some(plan) = plan else { return prose };
        let known = self.foreseen.as_ref().is_some_and(|(of, _)| *of == plan);
        if !known {
            self.foreseen = Some((plan, effects::foresee(&play, plan)));
        }
        if let Some((_, foreseen)) = &self.foreseen {
            if part != Part::Card {
                prose.push(Line::default(), 0);
            }
            effects::write(&mut prose, &play, cx, part, foreseen);
        }
        prose
    }

    fn write_summary(&self, prose: &mut Prose, cx: &Context) {
        let play = self.play.borrow();
        let n = play.narrator(cx);
        for (label, what) in n.plan_seen(&play.session.view(), &play.draft.plan()) {
            let line = Line::from(vec![
                text::cell(label, 7, Role::Accent, cx),
                span(what, Role::Text, cx),
            ]);
            prose.push(line, 7);
        }
    }
}

/// An offer that is not complete yet.
fn half(n: &crate::narrate::Narrator, cx: &Context, step: Step) -> String {
    let kind = |kind| n.table_kind(kind).to_owned();
    let offer = kind(crate::rules::plan::TableKind::Offer);
    let so_far = match step {
        Step::Kind => String::new(),
        Step::Clause(what) => kind(what),
        Step::Terms => kind(crate::rules::plan::TableKind::Bargain),
        Step::Level(clause) => format!("{offer} {}", n.clause(clause).short),
        Step::Wording(clause, level) => {
            format!("{offer} {} {}", n.clause(clause).short, level.0)
        }
        Step::Channel(clause, level, wording) => format!(
            "{offer} {} {} {}",
            n.clause(clause).short,
            level.0,
            n.wording(wording)
        ),
    };
    format!("{so_far} {}", cx.glyphs.ellipsis)
}

impl Layer for Planner {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let buffer = frame.buffer_mut();
        let common = self.play.borrow().session.view().common;
        let when = cx.phrases.fill(
            "game.choice.round",
            &[("round", &common.round), ("rounds", &common.rounds)],
        );
        let body = header::draw(area, buffer, cx, cx.say("game.plan.title"), &when);
        let inner = body.inner(Margin::new(1, 0));
        // Where there is little room, of the parts only the open one is shown.
        let rows = if area.height < LOW { 1 } else { 5 };
        self.sheet = Rect {
            height: rows,
            ..inner
        };
        self.draw_sheet(self.sheet, buffer, cx);
        let line = Rect {
            y: inner.y + rows,
            height: 1,
            ..body
        };
        rule(line, buffer, cx, &self.options.question, Role::Title);
        let below = Rect {
            y: line.bottom(),
            height: inner.bottom() - line.bottom(),
            ..inner
        };
        let (list, about) = split(below, &self.menu, buffer, cx);
        self.menu.draw(list, buffer, cx);
        let text = self.write_about(cx);
        self.about.renew(text);
        self.about.draw(about, buffer, cx);
    }

    fn spot(&self, _cx: &Context) -> Option<Spot> {
        let play = self.play.borrow();
        let choices = self.options.choices.iter();
        let entry = |(at, choice): (usize, &options::Choice)| Entry {
            number: choice.number.unwrap_or(at),
            offered: Offered::Pick(choice.pick),
            label: choice.label.clone(),
        };
        Some(Spot {
            place: Place::of(play.draft.part(), play.draft.step()),
            offered: (1..)
                .zip(choices)
                .filter(|(_, choice)| !choice.barred)
                .map(entry)
                .collect(),
        })
    }

    fn scopes(&self) -> &[Scope] {
        &[Scope::Plan, Scope::Game, Scope::Move]
    }

    fn hints(&self) -> Vec<Hint> {
        let choose = if self.part() == Part::Seal {
            "game.hint.seal"
        } else {
            "key.choose"
        };
        let mut hints = vec![
            Hint::says(Action::Choose, choose),
            Hint::pair(Action::Up, Action::Down, "app.move"),
            Hint::pair(Action::Left, Action::Right, "game.hint.plan_part"),
            Hint::says(Action::Seal, "game.hint.seal"),
        ];
        if self.play.borrow().session.allows(Help::Hints) {
            hints.push(Hint::says(Action::Hint, "game.hint.advice"));
        }
        hints.extend([
            Hint::says(Action::Undo, "game.hint.undo"),
            Hint::says(Action::Back, "game.hint.leave"),
        ]);
        hints
    }

    fn act(&mut self, act: Act, cx: &mut Context) -> Flow {
        if let Some(flow) = look_up(act.action, &self.play, cx) {
            return flow;
        }
        // What is half made is finished or taken back, and not lost on the way.
        if matches!(act.action, Action::Seal | Action::Right | Action::Next)
            && let Some(half) = self.half_made(cx)
        {
            let text = cx.say("game.plan.unfinished");
            return Flow::push(Dialog::message(&half, text, cx));
        }
        match act.action {
            Action::Back => return self.back(cx),
            Action::Hint => {
                return advice::open(&self.play, true, cx);
            }
            Action::Undo => {
                let undone = self.play.borrow_mut().draft.undo();
                self.refresh(cx);
                return Flow::taken(undone);
            }
            Action::Seal if self.part() == Part::Seal || !cx.settings.confirm_seal => {
                return self.seal(cx);
            }
            Action::Seal => {
                self.play.borrow_mut().draft.open(Part::Seal);
                self.refresh(cx);
                return Flow::Stay;
            }
            Action::Right | Action::Next => return self.turn(true, cx),
            Action::Left | Action::Previous => return self.turn(false, cx),
            // A page turned once too often moves no selection.
            Action::PageUp | Action::PageDown => {
                return Flow::taken(self.about.act(act.action));
            }
            _ => {}
        }
        let picked = self.menu.act(act);
        self.picked(picked, cx)
    }

    fn mouse(&mut self, mouse: Mouse, cx: &mut Context) -> Flow {
        if self.about.mouse(mouse) {
            return Flow::Stay;
        }
        if let Mouse::Press(at) = mouse
            && self.sheet.contains(at)
        {
            let row = usize::from(at.y - self.sheet.y);
            let whole = usize::from(self.sheet.height) == Part::ALL.len();
            if let Some(part) = Part::ALL.get(row).filter(|_| whole) {
                self.play.borrow_mut().draft.open(*part);
                self.refresh(cx);
            }
            return Flow::Stay;
        }
        let picked = self.menu.mouse(mouse);
        self.picked(picked, cx)
    }

    fn uncovered(&mut self, cx: &mut Context) -> Flow {
        // What was changed in the settings shows here too.
        let (selected, part) = (self.menu.selected(), self.shown);
        self.refresh(cx);
        // A hint that was taken over has opened the seal.
        if part == self.shown {
            self.menu.select(selected);
        }
        Flow::Stay
    }
}

/// The list and what is said of its selection.
fn split(area: Rect, menu: &Menu, buffer: &mut Buffer, cx: &Context) -> (Rect, Rect) {
    let longest = menu
        .items()
        .iter()
        .map(|item| item.label.chars().count())
        .max()
        .unwrap_or(0) as u16;
    if area.width + 2 >= BESIDE {
        let width = (longest + 7).clamp(24, area.width * 9 / 20);
        let list = Rect { width, ..area };
        for y in area.y..area.bottom() {
            let x = area.x + width;
            buffer.set_string(x, y, cx.glyphs.wall, cx.theme[Role::Border]);
        }
        let about = Rect {
            x: area.x + width + 2,
            width: area.width - width - 2,
            ..area
        };
        return (list, about);
    }
    // Long entries take two lines each.
    let lines: u16 = menu
        .items()
        .iter()
        .map(|item| 1 + item.label.chars().count() as u16 / area.width.saturating_sub(7).max(1))
        .sum();
    let height = lines.min(area.height.saturating_sub(5)).max(1);
    let list = Rect { height, ..area };
    let line = Rect {
        y: list.bottom(),
        height: 1,
        ..area
    };
    header::rule(line, buffer, cx);
    let about = Rect {
        y: line.bottom(),
        height: area.bottom().saturating_sub(line.bottom()),
        ..area
    };
    (list, about)
}
