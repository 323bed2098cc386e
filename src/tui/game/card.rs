//! The hand: the cards with what each does, what it needs, and what it rests on.

use super::look_up;
use super::page::replaced;
use super::play::{Play, Shared};
use crate::guide::{Place, Spot};
use crate::rules::plan::CardId;
use crate::tui::action::{Action, Scope};
use crate::tui::context::Context;
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::widget::about::About;
use crate::tui::widget::header;
use crate::tui::widget::menu::{Item, Menu, Picked};
use crate::tui::widget::panes;
use ratatui::Frame;
use ratatui::layout::{Margin, Rect};

/// The hand.
pub struct Hand {
    play: Shared,
    cards: Vec<CardId>,
    menu: Menu,
    about: About,
    source: bool,
}

impl Hand {
    /// The hand of this game.
    pub fn new(play: Shared, cx: &Context) -> Self {
        let cards: Vec<CardId> = {
            let own = play.borrow().session.view().own;
            own.hand.into_iter().flatten().collect()
        };
        let items = {
            let play = play.borrow();
            let n = play.narrator(cx);
            let legal = play.session.legal();
            let item = |&id: &CardId| {
                let ready = legal.allows_card(Some(id));
                let mark = if ready { cx.glyphs.yes } else { cx.glyphs.no };
                let title = n.card(play.session.side(), id);
                Item::new(format!("{mark} {title}"), "")
            };
            cards.iter().map(item).collect()
        };
        Self {
            play,
            cards,
            menu: Menu::new(items),
            about: About::default(),
            source: false,
        }
    }
}

/// What there is to know of a card, as text with markup.
pub fn describe(play: &Play, id: CardId, source: bool, cx: &Context) -> String {
    let n = play.narrator(cx);
    let side = play.session.side();
    let words = n.text.card(side, id);
    let effects = n.card_effects(side, id, Some(side));
    let needs = n.card_needs(side, id, Some(side));
    let ready = play.session.legal().allows_card(Some(id));
    let needs = match (&needs, ready) {
        (None, _) => cx.say("game.card.needs_nothing").to_owned(),
        (Some(needs), true) => cx.phrases.fill(
            "game.card.ready",
            &[("mark", &cx.glyphs.yes), ("needs", needs)],
        ),
        (Some(needs), false) => cx.phrases.fill(
            "game.card.not_ready",
            &[("mark", &cx.glyphs.no), ("needs", needs)],
        ),
    };
    let mut text = cx.phrases.fill(
        "game.card.about",
        &[
            ("title", &words.title),
            ("flavour", &words.flavour),
            ("effects", &effects),
            ("needs", &needs),
        ],
    );
    if source {
        text.push_str(&cx.phrases.fill("game.source", &[("source", &words.source)]));
    }
    text
}

impl Layer for Hand {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let buffer = frame.buffer_mut();
        let play = self.play.borrow();
        let right = play.narrator(cx).capital(play.session.side());
        let body = header::draw(area, buffer, cx, cx.say("game.card.title"), right);
        let Some(&id) = self.cards.get(self.menu.selected()) else {
            let inner = body.inner(Margin::new(1, 0));
            self.about.draw(cx.say("game.card.none"), inner, buffer, cx);
            return;
        };
        let lines = self.cards.len() as u16;
        let (list, about) = panes::split(body, lines, 44, buffer, cx);
        self.menu.draw(list, buffer, cx);
        let text = describe(&play, id, self.source, cx);
        self.about.draw(&text, about, buffer, cx);
    }

    fn spot(&self, _cx: &Context) -> Option<Spot> {
        Some(Spot::at(Place::Hand))
    }

    fn scopes(&self) -> &[Scope] {
        &[Scope::Read, Scope::Game, Scope::Move]
    }

    fn hints(&self) -> Vec<Hint> {
        vec![
            Hint::pair(Action::Up, Action::Down, "app.move"),
            Hint::of(Action::Source),
            Hint::of(Action::Back),
        ]
    }

    fn act(&mut self, act: Act, cx: &mut Context) -> Flow {
        match act.action {
            Action::Back | Action::Cards => return Flow::Pop,
            Action::Source => {
                self.source = !self.source;
                return Flow::Stay;
            }
            _ if self.about.act(act.action) => return Flow::Stay,
            _ => {}
        }
        if let Some(flow) = look_up(act.action, &self.play, cx) {
            return replaced(flow);
        }
        match self.menu.act(act) {
            Picked::Ignored => Flow::Ignored,
            // There is nothing to choose here: a card is played as part of a plan.
            Picked::Moved | Picked::Chosen(_) => Flow::Stay,
        }
    }

    fn mouse(&mut self, mouse: Mouse, _cx: &mut Context) -> Flow {
        Flow::taken(self.about.mouse(mouse) || self.menu.mouse(mouse) != Picked::Ignored)
    }
}
