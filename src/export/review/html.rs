//! A review for a browser.

use crate::analysis::review::Review;
use crate::export::chart::{COLOURS, Course, Spot, courses, plane};
use crate::export::page::Page;
use crate::narrate::Narrator;
use crate::narrate::review::Section;
use crate::rules::meter::Tenths;
use crate::rules::side::{PerSide, Side};

/// The review as a page.
pub fn html(n: &Narrator, title: &str, review: &Review) -> String {
    let mut page = Page::default();
    page.put("h1", title);
    let sections = n.review(review);
    // The course stands after what is said in short, and the plane where it is told.
    let possible = sections.len().saturating_sub(2);
    for (at, section) in sections.iter().enumerate() {
        put(&mut page, section);
        if at == 0 {
            let caption = n.words.get("review.chart.course");
            page.figure(&course(n, review, caption), caption);
        }
        if at == possible {
            let caption = n.words.get("review.chart.possible");
            page.figure(&possibilities(n, review, caption), caption);
        }
    }
    page.finish(title, n.words.language())
}

fn put(page: &mut Page, section: &Section) {
    page.put("h2", &section.title);
    for paragraph in &section.lead {
        page.put("p", paragraph);
    }
    if let Some(table) = &section.table {
        let rows = table.rows.iter().map(|(tone, row)| (*tone, row.as_slice()));
        page.table(&table.heads, rows);
    }
    for item in &section.items {
        if let Some(heading) = &item.heading {
            page.put_toned("h3", item.tone, heading);
        }
        for paragraph in &item.paragraphs {
            if item.heading.is_some() {
                page.put("p", paragraph);
            } else {
                page.put_toned("p", item.tone, paragraph);
            }
        }
    }
}

/// The score that each side could expect, round by round, and what it came to.
fn course(n: &Narrator, review: &Review, label: &str) -> String {
    let of = |side: Side| {
        let rounds = review.course.iter();
        let mut points: Vec<(f64, f64)> = rounds
            .map(|s| (f64::from(s.round), s.worth[side].value))
            .collect();
        let mut band: Vec<(f64, f64)> = (review.course.iter())
            .map(|s| (s.worth[side].low.max(0.0), s.worth[side].high.min(100.0)))
            .collect();
        let score = points_of(review.scores[side]);
        points.push((points.last().map_or(1.0, |last| last.0 + 1.0), score));
        band.push((score, score));
        Course {
            name: n.capital(side).to_owned(),
            colour: COLOURS[side.index()],
            points,
            band,
        }
    };
    let mut marks: Vec<(f64, String)> = (review.course.iter())
        .map(|s| (f64::from(s.round), s.round.to_string()))
        .collect();
    let end = n.words.get("review.chart.end").to_owned();
    marks.push((marks.last().map_or(1.0, |last| last.0 + 1.0), end));
    courses(label, &Side::BOTH.map(of), &marks)
}

/// The treaties that were possible, and what was reached.
fn possibilities(n: &Narrator, review: &Review, label: &str) -> String {
    let places = &review.plane;
    let at = |worth: PerSide<Tenths>| {
        (
            points_of(worth[Side::Presser]),
            points_of(worth[Side::Holder]),
        )
    };
    let known = [
        ("quo", Some(places.quo), COLOURS[2]),
        ("reached", Some(places.reached), COLOURS[1]),
        ("nash", places.nash.map(|treaty| treaty.worth), COLOURS[0]),
        ("kalai", places.kalai.map(|treaty| treaty.worth), COLOURS[3]),
    ];
    let spots: Vec<Spot> = known
        .into_iter()
        .filter_map(|(key, worth, colour)| {
            Some(Spot {
                name: n.words.of("review.chart.", key).to_owned(),
                colour,
                at: at(worth?),
            })
        })
        .collect();
    let frontier: Vec<(f64, f64)> = places.frontier.iter().map(|t| at(t.worth)).collect();
    let axis = |key: &str, side: Side| {
        let capital = n.capital(side);
        n.words.fill(key, &[("capital", &capital)])
    };
    let axes = (
        axis("review.chart.across", Side::Presser),
        axis("review.chart.up", Side::Holder),
    );
    plane(label, (&axes.0, &axes.1), &frontier, &spots)
}

fn points_of(tenths: Tenths) -> f64 {
    f64::from(tenths.get()) / 10.0
}
