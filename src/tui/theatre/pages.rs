//! The parts of the theatre that are text: the story of a round, both plans, the capitals'
//! secrets, and the notes.

use super::show::Show;
use crate::narrate::{Deed, Narrator};
use crate::rules::plan::{Decision, Plan};
use crate::rules::reading::Reader;
use crate::rules::side::Side;
use crate::rules::view::View;
use crate::theatre::{Scene, Source};
use crate::tui::context::Context;
use crate::tui::game::briefing::{entry, heading, instructions};
use crate::tui::game::reveal::{ledger, lines, told};
use crate::tui::game::text::{side as colour, span};
use crate::tui::theme::Role;
use crate::tui::widget::prose::{MEASURE, Prose};
use ratatui::text::Line;

/// The story of the round so far.
pub fn story(show: &Show, cx: &Context) -> Prose {
    let n = show.narrator(cx);
    let scene = show.scene();
    let viewer = show.vantage().viewer();
    let mut prose = Prose::default();
    if let (_, Some(note)) = show.note() {
        let mark = span(format!("{} ", cx.glyphs.note), Role::Accent, cx);
        let line = Line::from(vec![mark, span(note.to_owned(), Role::Accent, cx)]);
        prose.push(line, 2);
        gap(&mut prose);
    }
    if show.recording.source() == Source::Snapshots {
        log(&mut prose, &n, show, &scene, cx);
        return prose;
    }
    let news = n.news(scene.round, viewer, scene.opening);
    if !news.is_empty() {
        heading(&mut prose, cx.say("theatre.news"), cx);
        push(&mut prose, lines(&news, cx));
    }
    if !scene.answered.is_empty() {
        gap(&mut prose);
        heading(&mut prose, cx.say("theatre.answers"), cx);
        let answers = n.news(scene.round, viewer, scene.answered);
        push(&mut prose, lines(&answers, cx));
    }
    if !scene.revealed() {
        sealed(&mut prose, &n, show, &scene, cx);
        return prose;
    }
    let reveal = n.reveal(scene.round, viewer, scene.came);
    let [presser, wire, holder, (mut desk, notes)] = told(&n, &reveal, cx);
    if viewer.is_none() {
        desk = Line::from(span(cx.say("theatre.desk").to_owned(), Role::Title, cx));
    }
    for (title, paragraphs) in [wire, presser, holder, (desk, notes)] {
        if paragraphs.is_empty() {
            continue;
        }
        gap(&mut prose);
        prose.push(title, 0);
        push(&mut prose, paragraphs);
    }
    let last = n.news(scene.round, viewer, scene.last);
    if !last.is_empty() {
        gap(&mut prose);
        heading(&mut prose, cx.say("theatre.last_news"), cx);
        push(&mut prose, lines(&last, cx));
    }
    if let Some(verdict) = n.verdict(scene.state) {
        gap(&mut prose);
        heading(&mut prose, &verdict.headline, cx);
        prose.push(Line::from(span(verdict.epilogue, Role::Text, cx)), 0);
        for side in Scene::sides(show.vantage()) {
            let line = Line::from(vec![
                span(format!("{}  ", n.capital(side)), colour(side), cx),
                span(n.score(verdict.sides[side].score), Role::Title, cx),
            ]);
            prose.push(line, 0);
        }
    }
    prose
}

/// What is decided and has not taken effect.
fn sealed(prose: &mut Prose, n: &Narrator, show: &Show, scene: &Scene, cx: &Context) {
    for moment in scene.log {
        let Some((side, decision)) = moment.decision else {
            continue;
        };
        // The answers have been told.
        if matches!(decision, Decision::Choice(_)) && !scene.answered.is_empty() {
            continue;
        }
        let known = show.vantage().knows(side);
        let text = if known {
            n.decision(side, &decision, scene.event)
        } else {
            cx.say("theatre.sealed").to_owned()
        };
        let line = Line::from(vec![
            span(format!("{}  ", n.capital(side)), colour(side), cx),
            span(text, if known { Role::Text } else { Role::Dim }, cx),
        ]);
        gap(prose);
        prose.push(line, 2);
    }
    if scene.log.len() == 1 && scene.log[0].entry == 1 {
        gap(prose);
        prose.write(cx.say("theatre.deal"), cx);
    }
}

/// What the log says of a round that can no longer be played again.
fn log(prose: &mut Prose, n: &Narrator, show: &Show, scene: &Scene, cx: &Context) {
    heading(prose, cx.say("theatre.from_log"), cx);
    let over = show.recording.ending().is_some();
    for moment in scene.log {
        let side = moment.who.side();
        // Of a game that goes on, only one's own decisions are read from it.
        if side.is_some_and(|side| !over && !show.vantage().knows(side)) {
            continue;
        }
        let who = side.map_or(cx.say("theatre.chance"), |side| n.capital(side));
        let line = Line::from(vec![
            span(format!("{who}  "), side.map_or(Role::Dim, colour), cx),
            span(moment.what.clone(), Role::Text, cx),
        ]);
        prose.push(line, 2);
    }
}

/// What both sides did, and what moved.
pub fn plans(show: &Show, width: u16, cx: &Context) -> Prose {
    let n = show.narrator(cx);
    let scene = show.scene();
    let viewer = show.vantage().viewer();
    let mut prose = Prose::default();
    for side in Scene::sides(show.vantage()) {
        if side != show.vantage().first() {
            gap(&mut prose);
        }
        let title = Line::from(span(n.capital(side).to_owned(), colour(side), cx));
        prose.push(title, 0);
        if scene.revealed() {
            deeds(&mut prose, &n.deeds(viewer, side, scene.came), cx);
        } else if let Some(plan) = scene.plans[side] {
            parts(&mut prose, &n, side, plan, cx);
        } else {
            let text = cx.say("theatre.no_plan").to_owned();
            prose.push(Line::from(span(text, Role::Dim, cx)), 0);
        }
    }
    let moved = if scene.revealed() {
        scene.came
    } else {
        scene.answered
    };
    let reveal = n.reveal(scene.round, viewer, moved);
    if !reveal.ledger.is_empty() {
        gap(&mut prose);
        heading(&mut prose, cx.say("game.reveal.moved"), cx);
        for line in ledger(&reveal.ledger, viewer, width.min(MEASURE), cx) {
            prose.push(line, 4);
        }
    }
    prose
}

fn deeds(prose: &mut Prose, deeds: &[Deed], cx: &Context) {
    let width = deeds.iter().map(|deed| deed.label.chars().count()).max();
    for deed in deeds {
        let pad = width.unwrap_or(0) + 2;
        let mut line = Line::from(vec![
            span(format!("  {:pad$}", deed.label), Role::Dim, cx),
            span(deed.text.clone(), Role::Text, cx),
        ]);
        if deed.hidden {
            line.push_span(span(cx.say("theatre.unseen").to_owned(), Role::Fog, cx));
        }
        prose.push(line, pad as u16 + 2);
    }
}

fn parts(prose: &mut Prose, n: &Narrator, side: Side, plan: Plan, cx: &Context) {
    let parts = n.plan(side, &plan);
    let width = parts.iter().map(|(label, _)| label.chars().count()).max();
    let pad = width.unwrap_or(0) + 2;
    for (label, text) in parts {
        let line = Line::from(vec![
            span(format!("  {label:pad$}"), Role::Dim, cx),
            span(text, Role::Text, cx),
        ]);
        prose.push(line, pad as u16 + 2);
    }
}

/// The instructions of the capitals, and what their negotiators hold.
pub fn secrets(show: &Show, cx: &Context) -> Prose {
    let n = show.narrator(cx);
    let state = show.scene().state;
    let mut prose = Prose::default();
    for (at, side) in Scene::sides(show.vantage()).into_iter().enumerate() {
        if at > 0 {
            gap(&mut prose);
        }
        let title = cx
            .phrases
            .fill("game.verdict.told", &[("capital", &n.capital(side))]);
        prose.push(Line::from(span(title, colour(side), cx)), 0);
        if !show.vantage().knows(side) {
            let text = cx.say("theatre.hidden").to_owned();
            prose.push(Line::from(span(text, Role::Dim, cx)), 0);
            continue;
        }
        let own = &state.own[side];
        let tables = &n.scenario.tables;
        let seat = show
            .vantage()
            .viewer()
            .map(|seat| View::of(tables, state, seat));
        let reader = match &seat {
            Some(view) => Reader::of(tables, view),
            None => Reader::open(tables, state, side),
        };
        instructions(&mut prose, &n, &reader, own, cx);
        let cards = own.hand.iter().flatten().map(|card| n.card(side, *card));
        let cards: Vec<&str> = cards.collect();
        let cards = match cards[..] {
            [] => cx.say("theatre.no_cards").to_owned(),
            _ => cards.join(cx.say("theatre.join")),
        };
        entry(&mut prose, cx.say("theatre.hand"), &cards, cx);
        if own.desperate() {
            let line = span(cx.say("theatre.cornered").to_owned(), Role::Bad, cx);
            prose.push(Line::from(line), 0);
        }
    }
    prose
}

/// All notes, by round.
pub fn notes(show: &Show, cx: &Context) -> Prose {
    let mut prose = Prose::default();
    for moment in show.recording.moments() {
        let Some(note) = &moment.note else {
            continue;
        };
        let title = cx
            .phrases
            .fill("game.record.round", &[("round", &moment.round)]);
        heading(&mut prose, &title, cx);
        prose.push(Line::from(span(note.clone(), Role::Text, cx)), 2);
        gap(&mut prose);
    }
    prose.write(cx.say("theatre.notes_help"), cx);
    prose
}

fn push(prose: &mut Prose, lines: Vec<Line<'static>>) {
    for line in lines {
        prose.push(line, 2);
    }
}

fn gap(prose: &mut Prose) {
    prose.push(Line::default(), 0);
}
