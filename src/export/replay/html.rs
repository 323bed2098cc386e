//! The account as a page for a browser, with the meters as charts.

use super::Told;
use super::account::{Block, account};
use crate::export::chart::{COLOURS, Course, courses};
use crate::export::page::Page;
use crate::narrate::{Narrator, Tone, Values, points};
use crate::rules::meter::{Gauge, Meter};
use crate::theatre::Scene;

/// The account as a page.
pub fn html(told: &Told) -> String {
    let mut page = Page::default();
    for (at, chapter) in account(told).iter().enumerate() {
        for block in &chapter.blocks {
            put(told, block, &mut page);
        }
        if at == 0 {
            page.put("h2", told.n.words.get("account.meters"));
            charts(told, &mut page);
        }
    }
    page.finish(told.title(), told.n.words.language())
}

fn put(told: &Told, block: &Block, page: &mut Page) {
    match block {
        Block::Title(text) => page.put("h1", text),
        Block::Head(text) => page.put("h2", text),
        Block::Sub(text) => page.put("h3", text),
        Block::Text(line) => page.put("p", &line.text),
        Block::Note(text) => page.put("blockquote", text),
        Block::List(lines) => {
            page.list(lines.iter().map(|line| (line.tone, line.text.as_str())));
        }
        Block::Ledger(lines) => {
            let rows: Vec<Vec<String>> = (lines.iter())
                .map(|line| {
                    vec![
                        line.name.clone(),
                        points(line.from),
                        points(line.to),
                        told.why(line),
                    ]
                })
                .collect();
            page.ledger(&told.ledger_heads(), &rows);
        }
        Block::Table(heads, rows) => {
            page.table(
                heads,
                rows.iter().map(|row| (Tone::Neutral, row.as_slice())),
            );
        }
    }
}

/// The meters that may be known, round by round: one chart for those that both know, one for
/// each side's own.
fn charts(told: &Told, page: &mut Page) {
    let shared = [Meter::Tension, Meter::Fog, Meter::Hope];
    let caption = told.n.words.get("account.shared");
    page.figure(&chart(told, &shared, caption), caption);
    for side in Scene::sides(told.vantage) {
        let known: Vec<Meter> = Gauge::ALL
            .into_iter()
            .filter(|&gauge| gauge == Gauge::Face || told.vantage.knows(side))
            .map(|gauge| Meter::Of(side, gauge))
            .collect();
        let capital: Values = &[("capital", &told.n.capital(side))];
        let caption = told.n.words.fill("account.own", capital);
        page.figure(&chart(told, &known, &caption), &caption);
    }
}

fn chart(told: &Told, meters: &[Meter], label: &str) -> String {
    let moments = told.recording.moments();
    let closes = told.recording.rounds().iter();
    let mut places = vec![(0.0, 0)];
    places.extend(closes.map(|round| (f64::from(round.number), round.moments.end - 1)));
    let course = |(meter, colour): (&Meter, &'static str)| Course {
        name: name(told.n, *meter),
        colour,
        points: (places.iter())
            .map(|&(round, at)| {
                let value = moments[at].state.meter(*meter);
                (round, f64::from(value.get()) / 10.0)
            })
            .collect(),
        band: Vec::new(),
    };
    let all: Vec<Course> = meters.iter().zip(COLOURS).map(course).collect();
    let marks: Vec<(f64, String)> = (places.iter())
        .map(|&(round, _)| (round, format!("{round:.0}")))
        .collect();
    courses(label, &all, &marks)
}

fn name(n: &Narrator, meter: Meter) -> String {
    n.meter(meter).to_owned()
}
