//! Two games of one deal side by side: how each ended, where they part and by what, and the
//! meters of both, round by round.
//!
//! ```text
//!                  This game          The other
//!  Ending          frozen             war
//!  Washington      52.1               18.4
//! ── They part in round 4 ───────────────────────
//!         Tension   Fog      Hope     Pressure
//!      3  45        60       50       41
//!      4  45  52    60  58   50  44   41  47
//! ```

use super::show::title;
use crate::narrate::{Narrator, Tables, points};
use crate::record::Actor;
use crate::rules::meter::{Meter, Tenths};
use crate::rules::side::Side;
use crate::theatre::{Duplicate, Fate, Recording, sat};
use crate::tui::action::Action;
use crate::tui::context::Context;
use crate::tui::game::text::{cell, side as colour, span, welcome};
use crate::tui::layer::{Act, Flow, Hint, Layer, Mouse};
use crate::tui::theme::Role;
use crate::tui::widget::header;
use crate::tui::widget::scroll::Scroll;
use crate::tui::widget::wrap::wrap;
use ratatui::Frame;
use ratatui::layout::{Margin, Rect};
use ratatui::text::Line;

/// Columns of the names of rows.
const LEAD: u16 = 18;
/// Columns of a meter: two numbers and their gap.
const PAIR: u16 = 11;

/// The comparison.
pub struct Compare {
    one: Recording,
    two: Recording,
    scroll: Scroll,
}

impl Compare {
    /// Of these two.
    pub fn new(one: Recording, two: Recording) -> Self {
        Self {
            one,
            two,
            scroll: Scroll::default(),
        }
    }

    fn write(&self, width: u16, cx: &Context) -> Vec<Line<'static>> {
        let seed = self.one.header().seed.number();
        let n = Narrator::new(self.one.scenario(), &cx.phrases).salted(seed);
        let mut lines = self.fates(&n, width, cx);
        if let Some(duplicate) = self.one.duplicate(&self.two) {
            lines.push(Line::default());
            lines.extend(self.seats(&n, &duplicate, width, cx));
        }
        lines.push(Line::default());
        lines.extend(self.parting(&n, width, cx));
        lines.push(Line::default());
        lines.extend(self.table(&n, width, cx));
        lines
    }

    /// How both came out, a column each.
    fn fates(&self, n: &Narrator, width: u16, cx: &Context) -> Vec<Line<'static>> {
        let column = (width.saturating_sub(LEAD) / 2).clamp(8, 40);
        let games = [&self.one, &self.two];
        let fates = games.map(Recording::fate);
        let row = |label: &str, texts: [String; 2], role: Role| {
            Line::from(vec![
                cell(label, LEAD, Role::Dim, cx),
                cell(&texts[0], column - 2, role, cx),
                span("  ", Role::Text, cx),
                cell(&texts[1], column - 2, role, cx),
            ])
        };
        let name = |game: &Recording| title(game, &cx.phrases);
        let ended = |fate: Fate| match fate.ending {
            Some(ending) => n.ending(ending),
            None => cx
                .phrases
                .fill("theatre.compare.open", &[("round", &fate.round)]),
        };
        let called = |name: &str| n.opponent(name);
        let mut lines = vec![
            row(cx.say("theatre.compare.game"), games.map(name), Role::Title),
            row(
                cx.say("theatre.compare.save"),
                games.map(Recording::name),
                Role::Dim,
            ),
            row(
                cx.say("theatre.compare.ending"),
                fates.map(ended),
                Role::Text,
            ),
        ];
        for side in Side::BOTH {
            let told = |at: usize| {
                let person = cx.say("theatre.person");
                let player = games[at].told_player(side, person, called);
                match fates[at].scores {
                    Some(scores) => cx.phrases.fill(
                        "theatre.compare.score",
                        &[("player", &player), ("score", &points(scores[side]))],
                    ),
                    None => player,
                }
            };
            lines.push(row(n.capital(side), [told(0), told(1)], colour(side)));
        }
        lines
    }

    /// Each seat against the same seat, and over both if the same two played both.
    fn seats(
        &self,
        n: &Narrator,
        duplicate: &Duplicate,
        width: u16,
        cx: &Context,
    ) -> Vec<Line<'static>> {
        let began = |side| {
            let capital = n.capital(side);
            cx.phrases
                .fill("theatre.duplicate.began", &[("capital", &capital)])
        };
        let called = |name: &str| n.opponent(name);
        let tables = Tables {
            who: sat(
                [&self.one, &self.two],
                cx.say("theatre.person"),
                called,
                began,
            ),
            scores: duplicate.scores,
            totals: duplicate.totals(),
        };
        let title = cx.say("theatre.duplicate.title").to_owned();
        let mut lines = vec![Line::from(span(title, Role::Title, cx))];
        let roles = [colour(Side::Presser), colour(Side::Holder), Role::Text];
        for (text, role) in n.duplicate(&tables).into_iter().zip(roles) {
            lines.extend(wrap(&Line::from(span(text, role, cx)), width, 2));
        }
        lines
    }

    /// Where they part, and what each decided there.
    fn parting(&self, n: &Narrator, width: u16, cx: &Context) -> Vec<Line<'static>> {
        let parting = self.one.parting(&self.two);
        let (Some(places), Some(round)) = (parting.parts, parting.round) else {
            let text = cx.say("theatre.compare.same").to_owned();
            return wrap(&Line::from(span(text, Role::Title, cx)), width, 0);
        };
        let text = cx
            .phrases
            .fill("theatre.compare.parts", &[("round", &round)]);
        let mut lines = vec![Line::from(span(text, Role::Title, cx))];
        for (key, game, at) in [
            ("theatre.compare.here", &self.one, places[0]),
            ("theatre.compare.there", &self.two, places[1]),
        ] {
            // A decision shows in the first moment that differs; of a game that goes on, only
            // where its seat is open.
            let moment = &game.moments()[at];
            let text = match (moment.decision, moment.who) {
                (Some((side, decision)), _) if game.may_take(side) => {
                    let told = n.decision(side, &decision, moment.state.common.event);
                    format!("{}: {told}", n.capital(side))
                }
                (_, Actor::Chance) => moment.what.clone(),
                _ => cx.say("theatre.sealed").to_owned(),
            };
            let line = Line::from(vec![
                cell(cx.say(key), LEAD, Role::Dim, cx),
                span(text, Role::Text, cx),
            ]);
            lines.extend(wrap(&line, width, LEAD));
        }
        lines
    }

    /// The meters of both by round; what is the same in both stands once.
    fn table(&self, n: &Narrator, width: u16, cx: &Context) -> Vec<Line<'static>> {
        let mut meters = self.one.common_meters(&self.two);
        meters.truncate(usize::from(width.saturating_sub(6) / PAIR).max(1));
        let heading = |name: &dyn Fn(&Meter) -> (String, Role)| {
            let mut line = Line::from(cell("", 6, Role::Dim, cx));
            line.extend(meters.iter().map(|meter| {
                let (text, role) = name(meter);
                cell(&text, PAIR, role, cx)
            }));
            line
        };
        let whose = |meter: &Meter| match meter {
            Meter::Of(side, _) => (n.capital(*side).to_owned(), colour(*side)),
            _ => (String::new(), Role::Dim),
        };
        let what = |meter: &Meter| (n.meter(*meter).to_owned(), Role::Dim);
        let mut lines = vec![heading(&whose), heading(&what)];
        let rounds = |game: &Recording| game.rounds().last().map_or(0, |round| round.number);
        for round in 0..=rounds(&self.one).max(rounds(&self.two)) {
            let states = [self.one.closing(round), self.two.closing(round)];
            let label = format!("{round:>4}  ");
            let mut line = Line::from(span(label, Role::Dim, cx));
            for meter in &meters {
                let values = states.map(|state| state.map(|state| state.meter(*meter)));
                line.extend(pair(*meter, values, cx));
            }
            lines.push(line);
        }
        lines
    }
}

/// The two values of a meter, in the columns of a pair.
fn pair(
    meter: Meter,
    values: [Option<Tenths>; 2],
    cx: &Context,
) -> Vec<ratatui::text::Span<'static>> {
    let text = |value: Option<Tenths>| match value {
        Some(value) => format!("{:>3}", value.whole()),
        None => format!("{:>3}", cx.glyphs.dot),
    };
    if values[0] == values[1] {
        return vec![cell(&text(values[0]), PAIR, Role::Dim, cx)];
    }
    let role = match values {
        [Some(one), Some(two)] => welcome(meter, two - one, None),
        _ => Role::Text,
    };
    vec![
        span(text(values[0]), Role::Text, cx),
        cell(&format!(" {}", text(values[1])), PAIR - 3, role, cx),
    ]
}

impl Layer for Compare {
    fn draw(&mut self, area: Rect, frame: &mut Frame, cx: &Context) {
        let buffer = frame.buffer_mut();
        let title = cx.say("theatre.compare.title");
        let text = self.one.scenario().text_in(cx.phrases.language());
        let body = header::draw(area, buffer, cx, title, &text.title);
        let inner = body.inner(Margin::new(1, 0));
        let lines = self.write(inner.width.saturating_sub(2), cx);
        self.scroll.draw(&lines, inner, buffer, cx);
    }

    fn hints(&self) -> Vec<Hint> {
        let mut hints = vec![Hint::of(Action::Back)];
        if !self.scroll.is_whole() {
            hints.push(Hint::pair(Action::Up, Action::Down, "app.scroll"));
        }
        hints
    }

    fn act(&mut self, act: Act, _cx: &mut Context) -> Flow {
        match act.action {
            Action::Back | Action::Choose => Flow::Pop,
            action => Flow::taken(self.scroll.act(action)),
        }
    }

    fn mouse(&mut self, mouse: Mouse, _cx: &mut Context) -> Flow {
        Flow::taken(self.scroll.mouse(mouse))
    }
}
