//! How the theatre is drawn.

use super::show::title;
use super::{Part, Theatre, board, curves, pages, timeline};
use crate::narrate::Narrator;
use crate::narrate::phrases::fill;
use crate::rules::side::Side;
use crate::theatre::{Moment, Vantage};
use crate::tui::context::Context;
use crate::tui::game::text::rule;
use crate::tui::theme::Role;
use crate::tui::widget::header;
use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Rect};
use ratatui::widgets::Widget;
use unicode_width::UnicodeWidthStr;

/// From this size on, meters and clauses stand beside the text.
const WIDE: (u16, u16) = (130, 34);

impl Theatre {
    /// Draws all of it.
    pub(super) fn paint(&mut self, area: Rect, buffer: &mut Buffer, cx: &Context) {
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
        let title = &title(&show.recording, &cx.phrases);
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

/// What a moment is, in a few words.
fn moment_words(n: &Narrator, moment: &Moment, cx: &Context) -> String {
    let family = "theatre.moment.";
    let member = moment.kind().key();
    let capital = moment.who.side().map_or("", |side| n.capital(side));
    fill(cx.phrases.of(family, member), &[("capital", &capital)])
}
