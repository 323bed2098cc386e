//! Why a meter moved: every change with its cause and amount, round by round, the latest
//! first.

use super::look_up;
use super::meters::value;
use super::page::replaced;
use super::play::Shared;
use super::text::{span, welcome};
use crate::guide::{Offered, Place, Spot};
use crate::narrate::{points, signed};
use crate::rules::meter::{Gauge, Meter};
use crate::tui::action::{Action, Scope};
use crate::tui::context::Context;
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::theme::Role;
use crate::tui::widget::menu::{Item, Menu, Picked};
use crate::tui::widget::prose::Prose;
use crate::tui::widget::{header, panes};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// The meters, and the history of the one that is selected.
pub struct WhyScreen {
    play: Shared,
    meters: Vec<Meter>,
    menu: Menu,
    prose: Prose,
}

impl WhyScreen {
    /// With a meter selected, or the first.
    pub fn new(play: Shared, meter: Option<Meter>, cx: &Context) -> Self {
        let (meters, items) = {
            let play = play.borrow();
            let n = play.narrator(cx);
            let side = play.session.side();
            let shared = [Meter::Tension, Meter::Fog, Meter::Hope, Meter::Shock];
            let own = Gauge::ALL.map(|gauge| Meter::Of(side, gauge));
            let theirs = [Meter::Of(side.other(), Gauge::Face)];
            let meters: Vec<Meter> = shared.into_iter().chain(own).chain(theirs).collect();
            let view = play.session.view();
            let item = |meter: &Meter| {
                let name = n.meter_of(*meter, Some(side));
                let value = value(&n, &view, *meter).whole();
                let label = cx
                    .phrases
                    .fill("game.why.item", &[("name", &name), ("value", &value)]);
                Item::new(label, "")
            };
            let items = meters.iter().map(item).collect();
            (meters, items)
        };
        let mut menu = Menu::new(items);
        if let Some(at) = meters.iter().position(|m| Some(*m) == meter) {
            menu.select(at);
        }
        Self {
            play,
            meters,
            menu,
            prose: Prose::default(),
        }
    }

    fn history(&self, cx: &Context) -> Prose {
        let mut prose = Prose::default();
        let Some(&meter) = self.meters.get(self.menu.selected()) else {
            return prose;
        };
        let play = self.play.borrow();
        let n = play.narrator(cx);
        let side = play.session.side();
        let help = n.meter_help(meter).to_owned();
        prose.push(Line::from(span(help, Role::Dim, cx)), 0);
        let amount = |by| {
            let role = welcome(meter, by, Some(side));
            span(format!("{:>6}  ", signed(by)), role, cx)
        };
        if meter == Meter::Shock {
            let made = n.price_made(&play.session.view().common);
            prose.push(Line::default(), 0);
            prose.push(Line::from(span(made.now, Role::Text, cx)), 0);
            for (part, by) in made.parts {
                let part = span(part, Role::Text, cx);
                prose.push(Line::from(vec![amount(by), part]), 8);
            }
            prose.push(Line::default(), 0);
            prose.push(Line::from(span(made.moves, Role::Text, cx)), 0);
        }
        let mut still = true;
        for round in play.session.log().iter().rev() {
            let Some(line) = n.why(meter, Some(side), &round.outcomes) else {
                continue;
            };
            still = false;
            prose.push(Line::default(), 0);
            let title = cx.phrases.fill(
                "game.why.round",
                &[
                    ("round", &round.round),
                    ("from", &points(line.from)),
                    ("to", &points(line.to)),
                ],
            );
            prose.push(Line::from(span(title, Role::Title, cx)), 0);
            for reason in line.reasons {
                let text = span(reason.text, Role::Text, cx);
                prose.push(Line::from(vec![amount(reason.by), text]), 8);
            }
        }
        if still {
            prose.push(Line::default(), 0);
            let text = cx.say("game.why.still").to_owned();
            prose.push(Line::from(span(text, Role::Text, cx)), 0);
        }
        prose
    }

    fn picked(&mut self, picked: Picked) -> Flow {
        if picked == Picked::Ignored {
            return Flow::Ignored;
        }
        self.prose.scroll.reset();
        Flow::Stay
    }
}

impl Layer for WhyScreen {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let buffer = frame.buffer_mut();
        let name = self.menu.item().map_or("", |item| item.label.as_str());
        let body = header::draw(area, buffer, cx, cx.say("game.why.title"), name);
        let (list, about) = panes::split(body, 5, 36, buffer, cx);
        self.menu.draw(list, buffer, cx);
        self.prose.renew(self.history(cx));
        self.prose.draw(about, buffer, cx);
    }

    fn spot(&self, _cx: &Context) -> Option<Spot> {
        let own = Meter::Of(self.play.borrow().session.side(), Gauge::Pressure);
        let is_own = self.meters.get(self.menu.selected()) == Some(&own);
        let labels = self.menu.items().iter().map(|item| item.label.clone());
        let meters = self.meters.iter().map(|meter| Offered::Meter(*meter));
        let place = if is_own {
            Place::WhyPressure
        } else {
            Place::Why
        };
        Some(Spot::listing(place, meters.zip(labels)))
    }

    fn scopes(&self) -> &[Scope] {
        &[Scope::Game, Scope::Move]
    }

    fn hints(&self) -> Vec<Hint> {
        vec![
            Hint::pair(Action::Up, Action::Down, "game.hint.meter"),
            Hint::of(Action::PageDown),
            Hint::of(Action::Back),
        ]
    }

    fn act(&mut self, act: Act, cx: &mut Context) -> Flow {
        match act.action {
            Action::Back | Action::Why => return Flow::Pop,
            Action::PageUp | Action::PageDown => {
                return Flow::taken(self.prose.act(act.action));
            }
            _ => {}
        }
        if let Some(flow) = look_up(act.action, &self.play, cx) {
            return replaced(flow);
        }
        let picked = self.menu.act(act);
        self.picked(picked)
    }

    fn mouse(&mut self, mouse: Mouse, _cx: &mut Context) -> Flow {
        if self.prose.mouse(mouse) {
            return Flow::Stay;
        }
        let picked = self.menu.mouse(mouse);
        self.picked(picked)
    }
}
