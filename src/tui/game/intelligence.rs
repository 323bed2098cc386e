//! What is known of the other side: its meters as ranges, what its clauses mean to it, and
//! its public record.

use super::briefing::{entry, heading};
use super::clause::meant;
use super::meters;
use super::page::Page;
use super::play::{Play, Shared};
use super::table::{clauses, facts};
use super::text::span;
use crate::narrate::{Narrator, points};
use crate::rules::meter::{Gauge, Meter, Tenths};
use crate::rules::outcome::Outcome;
use crate::rules::side::Side;
use crate::rules::view::View;
use crate::rules::vocabulary::Tally;
use crate::tui::context::Context;
use crate::tui::theme::Role;
use crate::tui::widget::prose::Prose;
use ratatui::text::Line;

/// The estimate as a page.
pub fn page(play: Shared) -> Page {
    Page::new(play, Box::new(write))
}

fn write(play: &Play, cx: &Context) -> (String, String, Prose) {
    let n = play.narrator(cx);
    let view = play.session.view();
    let them = view.side.other();
    let mut prose = Prose::default();
    heading(&mut prose, cx.say("game.intelligence.meters"), cx);
    known(&mut prose, &n, &view, cx);
    prose.push(Line::default(), 0);
    heading(&mut prose, cx.say("game.intelligence.stand"), cx);
    for (fact, role) in facts(&n, &view, them) {
        let line = Line::from(vec![
            span(format!("{} ", cx.glyphs.bullet), Role::Dim, cx),
            span(fact, role, cx),
        ]);
        prose.push(line, 2);
    }
    let hand = cx
        .phrases
        .fill("game.intelligence.hand", &[("number", &view.other.hand)]);
    entry(&mut prose, cx.say("game.intelligence.cards"), &hand, cx);
    conceded(&mut prose, &view, cx);
    prose.push(Line::default(), 0);
    heading(&mut prose, cx.say("game.intelligence.clauses"), cx);
    probed(&mut prose, &n, &view, cx);
    prose.push(Line::default(), 0);
    heading(&mut prose, cx.say("game.intelligence.record"), cx);
    counted(&mut prose, &n, &view, cx);
    rounds(&mut prose, &n, play, them, cx);
    let title = cx
        .phrases
        .fill("game.intelligence.title", &[("capital", &n.capital(them))]);
    let fog = n.words.fill(
        "game.intelligence.fog",
        &[("fog", &view.common.fog.whole())],
    );
    (title, fog, prose)
}

fn known(prose: &mut Prose, n: &Narrator, view: &View, cx: &Context) {
    let them = view.side.other();
    let ranges = [
        (Gauge::Pressure, view.other.pressure),
        (Gauge::Strain, view.other.strain),
        (Gauge::Strength, view.other.strength),
    ];
    let face = view.common.face[them];
    entry(
        prose,
        n.meter(Meter::Of(them, Gauge::Face)),
        &cx.phrases
            .fill("game.intelligence.exact", &[("value", &points(face))]),
        cx,
    );
    for (gauge, range) in ranges {
        let text = cx.phrases.fill(
            "game.intelligence.range",
            &[("range", &meters::between(range.low, range.high, n))],
        );
        entry(prose, n.meter(Meter::Of(them, gauge)), &text, cx);
    }
    let trust = cx.say("game.intelligence.trust");
    entry(prose, n.meter(Meter::Of(them, Gauge::Trust)), trust, cx);
}

/// Who has given how much in public.
fn conceded(prose: &mut Prose, view: &View, cx: &Context) {
    let levels = |side: Side| points(Tenths::of(i32::from(view.common.conceded[side])));
    let text = cx.phrases.fill(
        "game.intelligence.conceded_text",
        &[
            ("own", &levels(view.side)),
            ("theirs", &levels(view.side.other())),
        ],
    );
    entry(prose, cx.say("game.intelligence.conceded"), &text, cx);
}

fn probed(prose: &mut Prose, n: &Narrator, view: &View, cx: &Context) {
    let mut none = true;
    for id in clauses(n) {
        if let Some(meaning) = view.other.meaning(id) {
            none = false;
            entry(prose, &n.clause(id).name, &meant(n, cx, view, meaning), cx);
        }
    }
    if none {
        let text = cx.say("game.intelligence.unprobed").to_owned();
        prose.push(Line::from(span(text, Role::Dim, cx)), 0);
    }
}

/// What it has been seen to do, by count.
fn counted(prose: &mut Prose, n: &Narrator, view: &View, cx: &Context) {
    let told: Vec<String> = Tally::ALL
        .into_iter()
        .filter(|tally| view.other.tallies[*tally as usize] > 0)
        .map(|tally| format!("{} {}", view.other.tallies[tally as usize], n.tally(tally)))
        .collect();
    let text = if told.is_empty() {
        cx.say("game.intelligence.nothing").to_owned()
    } else {
        told.join(&format!(" {} ", cx.glyphs.dot))
    };
    prose.push(Line::from(span(text, Role::Text, cx)), 2);
}

/// What it said, did and tabled in public, round by round, the latest first.
fn rounds(prose: &mut Prose, n: &Narrator, play: &Play, them: Side, cx: &Context) {
    let viewer = play.session.side();
    for round in play.session.log().iter().rev() {
        let mut said = Vec::new();
        for outcome in round.outcomes.iter().filter(|o| o.visible_to(viewer)) {
            match *outcome {
                Outcome::Said(side, say) if side == them => said.push(n.statement(say).to_owned()),
                Outcome::Acted { side, field, seen } if side == them => {
                    let held = crate::rules::plan::Field::HoldFire;
                    said.push(n.act(them, if seen { field } else { held }).to_owned());
                }
                Outcome::Tabled(side, table) if side == them => said.push(n.table_short(table)),
                Outcome::Played(side, card) if side == them => {
                    said.push(n.card(them, card).to_owned());
                }
                _ => {}
            }
        }
        if !said.is_empty() {
            let line = Line::from(vec![
                span(format!("{:>2}  ", round.round), Role::Dim, cx),
                span(said.join(&format!(" {} ", cx.glyphs.dot)), Role::Text, cx),
            ]);
            prose.push(line, 4);
        }
    }
}
