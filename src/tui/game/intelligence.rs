//! What is known of the other side: its meters as ranges, what its clauses mean to it, and
//! its public record.

use super::briefing::{entry, heading};
use super::page::Page;
use super::play::{Play, Shared};
use super::reveal::lines;
use super::table::facts;
use super::text::span;
use crate::guide::Place;
use crate::narrate::{Line as Told, Narrator};
use crate::rules::outcome::Outcome;
use crate::rules::plan::Field;
use crate::rules::side::Side;
use crate::tui::context::Context;
use crate::tui::theme::Role;
use crate::tui::widget::prose::Prose;
use ratatui::text::Line;

/// The estimate as a page.
pub fn page(play: Shared) -> Page {
    Page::new(play, Box::new(write)).at(Place::Intelligence)
}

fn write(play: &Play, cx: &Context) -> (String, String, Prose) {
    let n = play.narrator(cx);
    let view = play.session.view();
    let them = view.side.other();
    let known = n.estimate(&view);
    let mut prose = Prose::default();
    heading(&mut prose, cx.say("game.intelligence.meters"), cx);
    for (meter, value) in &known.meters {
        entry(&mut prose, meter, value, cx);
    }
    let help = cx.say("game.intelligence.meters_help").to_owned();
    prose.push(Line::from(span(help, Role::Dim, cx)), 0);
    next(&mut prose, cx.say("game.intelligence.stand"), cx);
    for (fact, role) in facts(&n, &view, them, None) {
        let line = Line::from(vec![
            span(format!("{} ", cx.glyphs.bullet), Role::Dim, cx),
            span(fact, role, cx),
        ]);
        prose.push(line, 2);
    }
    next(&mut prose, cx.say("game.intelligence.clauses"), cx);
    if known.clauses.is_empty() {
        let text = cx.say("game.intelligence.unprobed").to_owned();
        prose.push(Line::from(span(text, Role::Dim, cx)), 0);
    }
    let meanings: Vec<Told> = known.clauses.into_iter().map(|(_, line)| line).collect();
    all(&mut prose, &meanings, cx);
    next(&mut prose, cx.say("game.intelligence.record"), cx);
    all(&mut prose, &known.record, cx);
    all(&mut prose, &known.concessions, cx);
    rounds(&mut prose, &n, play, them, cx);
    let title = cx
        .phrases
        .fill("game.intelligence.title", &[("capital", &n.capital(them))]);
    let fog = view.common.fog.whole();
    let fog = cx.phrases.fill("game.intelligence.fog", &[("fog", &fog)]);
    (title, fog, prose)
}

fn next(prose: &mut Prose, title: &str, cx: &Context) {
    prose.push(Line::default(), 0);
    heading(prose, title, cx);
}

fn all(prose: &mut Prose, told: &[Told], cx: &Context) {
    for line in lines(told, cx) {
        prose.push(line, 2);
    }
}

/// What it said, did and tabled in public, round by round, the latest first.
fn rounds(prose: &mut Prose, n: &Narrator, play: &Play, them: Side, cx: &Context) {
    let viewer = play.session.side();
    for round in play.session.log().iter().rev() {
        let seen = round.outcomes.iter().filter(|o| o.visible_to(viewer));
        let said: Vec<String> = seen.filter_map(|outcome| deed(n, outcome, them)).collect();
        if !said.is_empty() {
            let line = Line::from(vec![
                span(format!("{:>2}  ", round.round), Role::Dim, cx),
                span(said.join(&format!(" {} ", cx.glyphs.dot)), Role::Text, cx),
            ]);
            prose.push(line, 4);
        }
    }
}

/// One thing that the side was seen to do.
fn deed(n: &Narrator, outcome: &Outcome, them: Side) -> Option<String> {
    match *outcome {
        Outcome::Said(side, say) if side == them => Some(n.statement(say).to_owned()),
        Outcome::Acted { side, field, seen } if side == them => {
            // What was not seen passes for held fire.
            let field = if seen { field } else { Field::HoldFire };
            Some(n.act(them, field).to_owned())
        }
        Outcome::Tabled(side, table) if side == them => Some(n.table_short(table)),
        Outcome::Played(side, card) if side == them => Some(n.card(them, card).to_owned()),
        _ => None,
    }
}
