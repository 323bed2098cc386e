//! Meters in a sentence: where each stands, and how it has moved since the last round.

use super::plainly;
use crate::narrate::{Key, Narrator};
use crate::rules::meter::{Gauge, Meter, Tenths};
use crate::rules::side::Side;
use crate::rules::view::{Range, View};

/// The meters that both sides share, and the price.
pub fn shared(n: &Narrator, view: &View, before: Option<&View>) -> String {
    let of = |view: &View, meter| match meter {
        Meter::Tension => view.common.tension,
        Meter::Fog => view.common.fog,
        Meter::Hope => view.common.hope,
        _ => view.common.price(&n.scenario.tables.constants),
    };
    let meters = [Meter::Tension, Meter::Fog, Meter::Hope, Meter::Shock];
    let told = meters.map(|meter| {
        let unit = match meter {
            Meter::Shock => n.text.price_unit.as_str(),
            _ => "",
        };
        let before = before.map(|before| of(before, meter));
        moved(n, n.meter(meter), of(view, meter), before, unit)
    });
    list(n, "plain.meters.shared", n.capital(view.side), &told)
}

/// The viewer's own meters.
pub fn own(n: &Narrator, view: &View, before: Option<&View>) -> String {
    let told = Gauge::ALL.map(|gauge| {
        let before = before.map(|before| gauge_of(before, gauge));
        let name = n.meter(Meter::Of(view.side, gauge));
        moved(n, name, gauge_of(view, gauge), before, "")
    });
    list(n, "plain.meters.own", n.capital(view.side), &told)
}

/// What is known of the other side's.
pub fn other(n: &Narrator, view: &View, before: Option<&View>) -> String {
    let side = view.side.other();
    let name = |gauge| n.meter(Meter::Of(side, gauge));
    let face = |view: &View| view.common.face[side];
    let told = [
        moved(n, name(Gauge::Face), face(view), before.map(face), ""),
        within(n, name(Gauge::Pressure), view.other.pressure),
        within(n, name(Gauge::Strain), view.other.strain),
        within(n, name(Gauge::Strength), view.other.strength),
        n.words
            .fill("plain.meter.unknown", &[("name", &name(Gauge::Trust))]),
    ];
    list(n, "plain.meters.other", n.capital(side), &told)
}

/// A side's own gauge as its view has it.
pub fn gauge_of(view: &View, gauge: Gauge) -> Tenths {
    match gauge {
        Gauge::Pressure => view.own.pressure,
        Gauge::Face => view.common.face[view.side],
        Gauge::Strain => view.own.strain,
        Gauge::Strength => view.own.strength,
        Gauge::Trust => view.own.trust,
    }
}

/// The meter that a player means, one's own where both sides have it.
pub fn named(n: &Narrator, side: Side, name: &str) -> Option<Meter> {
    let shared = [Meter::Tension, Meter::Fog, Meter::Hope, Meter::Shock];
    let own = Gauge::ALL.map(|gauge| Meter::Of(side, gauge));
    let name = plainly(name);
    shared
        .into_iter()
        .chain(own)
        .find(|meter| plainly(n.meter(*meter)) == name || meter.key() == name)
}

fn moved(n: &Narrator, name: &str, now: Tenths, before: Option<Tenths>, unit: &str) -> String {
    let value = if unit.is_empty() {
        now.to_string()
    } else {
        n.words
            .fill("plain.meter.unit", &[("value", &now), ("unit", &unit)])
    };
    let by = before.map_or(Tenths::ZERO, |before| now - before);
    let key = match by.0 {
        0 => "plain.meter.still",
        1.. => "plain.meter.up",
        _ => "plain.meter.down",
    };
    let by = Tenths(by.0.abs());
    n.words
        .fill(key, &[("name", &name), ("value", &value), ("by", &by)])
}

fn within(n: &Narrator, name: &str, range: Range) -> String {
    let low = &range.low.whole();
    let high = &range.high.whole();
    n.words.fill(
        "plain.meter.range",
        &[("name", &name), ("low", low), ("high", high)],
    )
}

fn list(n: &Narrator, key: &str, capital: &str, told: &[String]) -> String {
    let meters = told.join(n.words.get("plain.join"));
    n.words
        .fill(key, &[("capital", &capital), ("meters", &meters)])
}
