//! Meters as a player reads them: the number or the range that is known, a word for it,
//! and how it has moved since the last round.

use super::text::cell;
use crate::narrate::Narrator;
use crate::rules::meter::{Gauge, Meter, Tenths};
use crate::rules::view::View;
use crate::tui::context::Context;
use crate::tui::theme::Role;
use crate::tui::widget::bar::{Bar, arrow};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// One meter, as far as it is known.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Which.
    pub meter: Meter,
    name: String,
    low: Tenths,
    high: Tenths,
    trend: Option<Tenths>,
    figures: String,
    word: &'static str,
    role: Role,
}

/// How many columns the figures of a block take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figures {
    /// One number each.
    Exact,
    /// Ranges among them.
    Ranges,
}

/// The meters that both sides share, and the price.
pub fn shared(n: &Narrator, view: &View, before: Option<&View>) -> Vec<Reading> {
    let shared = [Meter::Tension, Meter::Fog, Meter::Hope, Meter::Shock];
    shared.map(|meter| exact(n, view, before, meter)).to_vec()
}

/// The player's own.
pub fn own(n: &Narrator, view: &View, before: Option<&View>) -> Vec<Reading> {
    let own = Gauge::ALL.map(|gauge| exact(n, view, before, Meter::Of(view.side, gauge)));
    own.to_vec()
}

/// What is known of the other side's.
pub fn other(n: &Narrator, view: &View, before: Option<&View>) -> Vec<Reading> {
    let them = view.side.other();
    let range = |gauge| match gauge {
        Gauge::Pressure => Some(view.other.pressure),
        Gauge::Strain => Some(view.other.strain),
        Gauge::Strength => Some(view.other.strength),
        Gauge::Face | Gauge::Trust => None,
    };
    let read = |gauge| {
        let meter = Meter::Of(them, gauge);
        match (gauge, range(gauge)) {
            (Gauge::Face, _) => exact(n, view, before, meter),
            (_, Some(range)) => Reading {
                word: "",
                figures: between(range.low, range.high, n),
                low: range.low,
                high: range.high,
                ..unknown(n, meter)
            },
            _ => unknown(n, meter),
        }
    };
    Gauge::ALL.map(read).to_vec()
}

/// The value of a meter that the viewer knows exactly.
pub fn value(n: &Narrator, view: &View, meter: Meter) -> Tenths {
    match meter {
        Meter::Tension => view.common.tension,
        Meter::Fog => view.common.fog,
        Meter::Hope => view.common.hope,
        Meter::Shock => view.common.price(&n.scenario.tables.constants),
        Meter::Of(side, Gauge::Face) => view.common.face[side],
        Meter::Of(_, Gauge::Pressure) => view.own.pressure,
        Meter::Of(_, Gauge::Strain) => view.own.strain,
        Meter::Of(_, Gauge::Strength) => view.own.strength,
        Meter::Of(_, Gauge::Trust) => view.own.trust,
    }
}

/// "40-60", with the dash of the language.
fn between(low: Tenths, high: Tenths, n: &Narrator) -> String {
    let (low, high) = (low.whole(), high.whole());
    let values: [(&str, &dyn std::fmt::Display); 2] = [("low", &low), ("high", &high)];
    n.words.fill("game.between", &values)
}

fn exact(n: &Narrator, view: &View, before: Option<&View>, meter: Meter) -> Reading {
    let now = value(n, view, meter);
    let (shown, step) = match meter {
        // The price has no top; twice its comfort fills the bar.
        Meter::Shock => {
            let full = 2 * n.scenario.tables.constants.price_comfort.get();
            let share = Tenths::of(now.get() * 1000 / full.max(1)).clamped();
            (share, step_of_price(share))
        }
        _ => (now, (now.get() / 250).clamp(0, 3)),
    };
    let figures = now.whole().to_string();
    Reading {
        meter,
        name: n.meter(meter).to_owned(),
        low: shown,
        high: shown,
        trend: Some(before.map_or(Tenths::ZERO, |before| now - value(n, before, meter))),
        figures,
        word: n
            .words
            .shared()
            .of(word_family(meter), WORDS[step as usize]),
        role: role(meter, step),
    }
}

const WORDS: [&str; 4] = ["lowest", "low", "high", "highest"];

const fn step_of_price(share: Tenths) -> i32 {
    match share.0 {
        ..400 => 0,
        400..500 => 1,
        500..650 => 2,
        _ => 3,
    }
}

fn unknown(n: &Narrator, meter: Meter) -> Reading {
    Reading {
        meter,
        name: n.meter(meter).to_owned(),
        low: Tenths::ZERO,
        high: Tenths::FULL,
        trend: None,
        figures: "?".to_owned(),
        word: n.words.shared().of("game.", "unknown"),
        role: Role::Text,
    }
}

fn word_family(meter: Meter) -> &'static str {
    match meter {
        Meter::Tension => "game.word.tension.",
        Meter::Fog => "game.word.fog.",
        Meter::Hope => "game.word.hope.",
        Meter::Shock => "game.word.price.",
        Meter::Of(_, Gauge::Pressure) => "game.word.pressure.",
        Meter::Of(_, Gauge::Face) => "game.word.face.",
        Meter::Of(_, Gauge::Strain) => "game.word.strain.",
        Meter::Of(_, Gauge::Strength) => "game.word.strength.",
        Meter::Of(_, Gauge::Trust) => "game.word.trust.",
    }
}

const fn role(meter: Meter, step: i32) -> Role {
    let danger = match meter {
        Meter::Fog => return Role::Fog,
        Meter::Hope => return Role::Text,
        Meter::Tension | Meter::Shock | Meter::Of(_, Gauge::Pressure | Gauge::Strain) => step,
        Meter::Of(..) => 3 - step,
    };
    match danger {
        3 => Role::Bad,
        2 => Role::Warn,
        _ => Role::Text,
    }
}

impl Reading {
    /// What it is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The number or the range, as written.
    pub fn figures(&self) -> &str {
        &self.figures
    }

    /// How it looks.
    pub const fn role(&self) -> Role {
        self.role
    }

    /// By how much it moved, if that is known.
    pub const fn trend(&self) -> Option<Tenths> {
        self.trend
    }

    /// The middle of what it may be, of 1000; none if nothing is known of it.
    pub fn middle(&self) -> Option<i32> {
        let (low, high) = (self.low.get(), self.high.get());
        (high - low < Tenths::FULL.get()).then_some(i32::midpoint(low, high))
    }

    /// Draws it on one line.
    pub fn draw(&self, area: Rect, buffer: &mut Buffer, cx: &Context, figures: Figures) {
        let columns = match figures {
            Figures::Exact => 3,
            Figures::Ranges => 6,
        };
        Bar {
            name: &self.name,
            name_width: 8,
            low: self.low,
            high: self.high,
            figures: &self.figures,
            figures_width: columns,
            trend: self.trend,
            word: self.word,
            role: self.role,
        }
        .draw(area, buffer, cx);
    }

    /// The same in a few columns: a short name, the number and the arrow.
    pub fn short(&self, n: &Narrator, cx: &Context) -> Vec<Span<'static>> {
        let arrow = self.trend.map_or("", |by| arrow(by, cx.glyphs));
        let name = match self.meter {
            Meter::Shock => &self.name,
            _ => n.meter_short(self.meter),
        };
        vec![
            super::text::span(format!("{name} "), Role::Dim, cx),
            super::text::span(self.figures.clone(), self.role, cx),
            super::text::span(arrow, Role::Text, cx),
        ]
    }
}

/// Several short readings on one line.
pub fn strip(n: &Narrator, cx: &Context, readings: &[Reading]) -> Line<'static> {
    let mut line = Line::default();
    for (at, reading) in readings.iter().enumerate() {
        if at > 0 {
            line.push_span(Span::raw("  "));
        }
        line.extend(reading.short(n, cx));
    }
    line
}

/// A block of readings under each other.
pub fn block(
    area: Rect,
    buffer: &mut Buffer,
    cx: &Context,
    readings: &[Reading],
    figures: Figures,
) {
    for (row, reading) in area.rows().zip(readings) {
        reading.draw(row, buffer, cx, figures);
    }
}

/// A heading over a block.
pub fn heading(area: Rect, buffer: &mut Buffer, cx: &Context, title: &str, role: Role) {
    let line = Line::from(cell(title, area.width, role, cx));
    super::text::lines(area, buffer, &[line]);
}
