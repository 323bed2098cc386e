//! The guide's panel, under whatever screen of a guided game is open.
//!
//! ```text
//! ── Guide ────────────────── x puts it away or brings it back ──
//!  Both waited: your Pressure +3. Homes lean on both, and both
//!  preconditions stand.
//!  ▸ Enter: go on
//! ```

use super::action::{Action, Scope};
use super::context::Context;
use super::game::{Shared, table};
use super::layer::Layer;
use super::library::NewGame;
use super::theme::Role;
use super::widget::header;
use super::widget::wrap::{fit, wrap};
use crate::guide::{First, Guide, Next, Place, Scene, Spot, Told};
use crate::rules::deal::Length;
use crate::rules::state::Ask;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

/// Rows of the panel: the rule, and three lines.
const ROWS: u16 = 4;

/// The guide of the game that is open.
pub struct Panel {
    play: Shared,
    guide: Guide,
    /// What it says now.
    told: Option<Told>,
}

/// The guided first game, to be begun; nothing if there is none.
pub fn game() -> Option<NewGame> {
    let first = First::load()?;
    Some(NewGame {
        scenario: first.scenario,
        side: first.side,
        opponent: First::OPPONENT.to_string(),
        names: crate::rules::side::PerSide::default(),
        swapped: None,
        injects: Vec::new(),
        length: Length::Short,
        seed: Some(first.seed),
        overrides: first.set,
        exercise: None,
    })
}

impl Panel {
    /// The guide of this game, if it is a guided one.
    pub fn of(play: &Shared) -> Option<Self> {
        let guide = Guide::of(&play.borrow().session)?;
        let play = play.clone();
        Some(Self {
            play,
            guide,
            told: None,
        })
    }

    /// Whether it is to be seen.
    pub const fn is_shown(&self) -> bool {
        self.guide.is_shown()
    }

    /// Puts it away, or brings it back.
    pub const fn toggle(&mut self) {
        self.guide.toggle();
    }

    /// What has been met so far.
    pub fn met(&self) -> &[Place] {
        self.guide.met()
    }

    /// What it says now.
    pub const fn told(&self) -> Option<&Told> {
        self.told.as_ref()
    }

    /// What it has to say on a screen with these keys.
    fn tell(&self, spot: &Spot, scopes: &[Scope], cx: &Context) -> Option<Told> {
        let play = self.play.borrow();
        let scene = Scene::new(spot.place, &play.session, play.draft.plan());
        let way = |next: &Next| self.way(next, spot, scopes, cx);
        self.guide.tell(&scene, &cx.phrases, &way)
    }

    /// The key for a suggestion, and what it does; nothing if it cannot be followed here.
    fn way(
        &self,
        next: &Next,
        spot: &Spot,
        scopes: &[Scope],
        cx: &Context,
    ) -> Option<(String, String)> {
        let play = self.play.borrow();
        let key = |action| key(action, scopes, cx);
        let say = |what: &str| cx.say(what).to_owned();
        Some(match next {
            Next::Free => return None,
            Next::On => {
                let leaves = matches!(
                    spot.place,
                    Place::Why
                        | Place::WhyPressure
                        | Place::Handbook
                        | Place::Hints
                        | Place::Hand
                        | Place::Record
                );
                let action = if leaves { Action::Back } else { Action::Choose };
                (key(action)?, say("guide.next.on"))
            }
            Next::Act => {
                let what = match play.session.ask() {
                    Some(Ask::Choice(_)) => "guide.next.event",
                    Some(Ask::Plan) => "guide.next.plan",
                    None if play.session.ending().is_some() => "guide.next.verdict",
                    None => return None,
                };
                (key(Action::Choose)?, say(what))
            }
            Next::Look(place) => {
                let (action, what) = look_up(*place)?;
                (key(action)?, say(what))
            }
            Next::LookAt(clause) => {
                let n = play.narrator(cx);
                let id = n.scenario.text.read_clause(clause).ok()?;
                let at = table::clauses(&n).iter().position(|of| *of == id)?;
                let name = n.clause(id).name.clone();
                (number(at + 1, scopes, cx)?, name)
            }
            Next::Pick(name) => {
                let text = &play.session.scenario().text;
                let entry = spot.named(name, text, play.session.side())?;
                (number(entry.number, scopes, cx)?, entry.label.clone())
            }
            Next::Seal => (key(Action::Seal)?, say("guide.next.seal")),
            Next::Fresh => (key(Action::Fresh)?, say("guide.next.fresh")),
        })
    }
}

/// The key that looks a place up, and what it is called.
const fn look_up(place: Place) -> Option<(Action, &'static str)> {
    Some(match place {
        Place::Why => (Action::Why, "guide.next.why"),
        Place::Intelligence => (Action::Intelligence, "guide.next.intelligence"),
        Place::Record => (Action::Record, "guide.next.record"),
        Place::Hand => (Action::Cards, "guide.next.hand"),
        Place::Hints => (Action::Hint, "guide.next.hints"),
        Place::Handbook => (Action::Handbook, "guide.next.handbook"),
        _ => return None,
    })
}

/// The key of an action where these scopes hold.
fn key(action: Action, scopes: &[Scope], cx: &Context) -> Option<String> {
    let here = cx.keymap.key(scopes, action, cx.glyphs);
    here.or_else(|| cx.keymap.key(&[Scope::Anywhere], action, cx.glyphs))
}

/// The keys that choose the entry of this number: the digit, or else the way down to it.
fn number(at: usize, scopes: &[Scope], cx: &Context) -> Option<String> {
    if at < 10 {
        return Some(at.to_string());
    }
    let (down, choose) = (
        key(Action::Down, scopes, cx)?,
        key(Action::Choose, scopes, cx)?,
    );
    Some(format!("{down} {choose}"))
}

/// Draws the panel, if there is something to tell, and gives the area that it leaves. `layers`
/// are those that are seen, the lowest first.
pub fn draw(area: Rect, buffer: &mut Buffer, cx: &mut Context, layers: &[Box<dyn Layer>]) -> Rect {
    let Some(base) = layers.first().filter(|_| cx.guide.is_some()) else {
        return area;
    };
    let Some(spot) = base.spot(cx) else {
        if let Some(panel) = &mut cx.guide {
            panel.told = None;
        }
        return area;
    };
    let told = cx.guide.as_ref().filter(|panel| panel.is_shown());
    let mut told = told.and_then(|panel| panel.tell(&spot, base.scopes(), cx));
    if layers.len() > 1
        && let Some(told) = &mut told
    {
        // Under a popup the keys are the popup's.
        told.next = None;
    }
    let shown = cx.is_guided();
    if shown {
        draw_told(told.as_ref(), below(area), buffer, cx);
    }
    if let Some(panel) = &mut cx.guide {
        panel.guide.meet(spot.place);
        panel.told = told;
    }
    let rows = if shown { below(area).height } else { 0 };
    Rect {
        height: area.height - rows,
        ..area
    }
}

/// Where the panel stands.
const fn below(area: Rect) -> Rect {
    let height = if area.height < ROWS {
        area.height
    } else {
        ROWS
    };
    Rect {
        y: area.y + area.height - height,
        height,
        ..area
    }
}

fn draw_told(told: Option<&Told>, area: Rect, buffer: &mut Buffer, cx: &Context) {
    heading(area, buffer, cx);
    let Some(told) = told else { return };
    let inner = Rect {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(1),
    };
    for (line, row) in lines(told, inner.width, cx).into_iter().zip(inner.rows()) {
        line.render(row, buffer);
    }
}

/// The lines of the panel at a width.
fn lines(told: &Told, width: u16, cx: &Context) -> Vec<Line<'static>> {
    let text = Line::styled(told.text.clone(), cx.theme[Role::Text]);
    let mut lines = wrap(&text, width, 0);
    if let Some((key, what)) = &told.next {
        let says = cx
            .phrases
            .fill("guide.key", &[("key", key), ("what", what)]);
        let says = fit(&says, width.saturating_sub(2), cx.glyphs.ellipsis);
        lines.push(Line::from(vec![
            Span::styled(format!("{} ", cx.glyphs.pointer), cx.theme[Role::Selected]),
            Span::styled(says, cx.theme[Role::Key]),
        ]));
    }
    lines
}

/// The rule over the panel, with what it is and the key that puts it away.
fn heading(area: Rect, buffer: &mut Buffer, cx: &Context) {
    let row = Rect { height: 1, ..area };
    header::rule(row, buffer, cx);
    let title = format!(" {} ", cx.say("guide.title"));
    buffer.set_string(row.x + 2, row.y, &title, cx.theme[Role::Accent]);
    let Some(key) = key(Action::Guide, &[], cx) else {
        return;
    };
    let away = cx.phrases.fill("guide.away", &[("key", &key)]);
    let room = row.width.saturating_sub(title.width() as u16 + 8);
    let away = format!(" {} ", fit(&away, room, cx.glyphs.ellipsis));
    let x = row.right().saturating_sub(away.width() as u16 + 2);
    buffer.set_string(x, row.y, &away, cx.theme[Role::Dim]);
}

#[cfg(test)]
mod tests;
