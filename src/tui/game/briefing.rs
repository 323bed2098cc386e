//! The briefing: the role, and what the capital tells its negotiator and nobody else.

use super::page::Page;
use super::play::{Play, Shared};
use super::reveal::mark;
use super::text::span;
use crate::guide::Place;
use crate::narrate::{Narrator, points};
use crate::rules::reading::Reader;
use crate::rules::state::Private;
use crate::tui::context::Context;
use crate::tui::theme::Role;
use crate::tui::widget::prose::Prose;
use ratatui::text::Line;

/// The briefing as a page.
pub fn page(play: Shared) -> Page {
    Page::new(play, Box::new(write)).at(Place::Briefing)
}

fn write(play: &Play, cx: &Context) -> (String, String, Prose) {
    let n = play.narrator(cx);
    let view = play.session.view();
    let text = n.text;
    let (side, them) = (n.side(view.side), n.side(view.side.other()));
    let mut prose = Prose::default();
    let speak = cx
        .phrases
        .fill("game.briefing.speak", &[("leader", &side.leader)]);
    heading(&mut prose, &speak, cx);
    for paragraph in side.role.split("\n\n") {
        prose.push(Line::from(span(paragraph.to_owned(), Role::Text, cx)), 0);
        prose.push(Line::default(), 0);
    }
    heading(&mut prose, cx.say("game.briefing.secret"), cx);
    let reader = Reader::of(&n.scenario.tables, &view);
    instructions(&mut prose, &n, &reader, &view.own, cx);
    prose.push(Line::default(), 0);
    heading(&mut prose, cx.say("game.briefing.first"), cx);
    for (capital, precondition) in [
        (&side.capital, &side.precondition),
        (&them.capital, &them.precondition),
    ] {
        entry(&mut prose, capital, precondition, cx);
    }
    let help = cx.say("game.briefing.first_help").to_owned();
    prose.push(Line::from(span(help, Role::Dim, cx)), 0);
    prose.push(Line::default(), 0);
    heading(&mut prose, cx.say("game.briefing.situation"), cx);
    prose.push(Line::from(span(text.summary.clone(), Role::Text, cx)), 0);
    let rounds = view.common.rounds;
    let how = cx.phrases.fill(
        "game.briefing.how",
        &[
            ("rounds", &rounds),
            ("span", &n.span()),
            ("clear", &n.scenario.tables.constants.clauses_to_sign),
            (
                "dividend",
                &points(n.scenario.tables.constants.peace_dividend),
            ),
        ],
    );
    prose.push(Line::default(), 0);
    prose.write(&how, cx);
    let frozen = cx
        .phrases
        .fill("game.briefing.frozen", &[("date", &text.frozen)]);
    prose.push(Line::default(), 0);
    prose.push(Line::from(span(frozen, Role::Dim, cx)), 0);
    let title = cx
        .phrases
        .fill("game.briefing.title", &[("capital", &side.capital)]);
    (title, text.title.clone(), prose)
}

/// A capital's instructions: its mood, its red lines and its objectives, as they stand.
pub fn instructions(prose: &mut Prose, n: &Narrator, reader: &Reader, own: &Private, cx: &Context) {
    let side = reader.side();
    let words = n.side(side);
    if let Some(mood) = words.moods.get(usize::from(own.mood)) {
        let label = cx
            .phrases
            .fill("game.briefing.mood", &[("mood", &mood.name)]);
        entry(prose, &label, &mood.text, cx);
    }
    for line in own.red_lines() {
        let label = cx
            .phrases
            .fill("game.briefing.red_line", &[("mark", &cx.glyphs.alert)]);
        entry(prose, &label, &n.red_line(side, line), cx);
    }
    for goal in n.goals(reader, own) {
        entry(prose, &goal.name, &goal.text, cx);
        let (mark, role) = mark(goal.tone(), cx);
        let stands = cx.phrases.fill(
            "game.briefing.stands",
            &[("mark", &mark), ("word", &goal.word)],
        );
        let test = cx.phrases.fill(
            "game.briefing.test",
            &[("test", &goal.test), ("prize", &goal.prize)],
        );
        let line = Line::from(vec![
            span("  ", Role::Text, cx),
            span(stands, role, cx),
            span(" ", Role::Text, cx),
            span(test, Role::Dim, cx),
        ]);
        prose.push(line, 4);
    }
}

/// A heading.
pub fn heading(prose: &mut Prose, text: &str, cx: &Context) {
    prose.push(Line::from(span(text.to_owned(), Role::Title, cx)), 0);
}

/// An entry of a list: what it is called, and what it says. A name that ends in a full
/// stop or a colon parts itself from the words; another takes a wider gap.
pub fn entry(prose: &mut Prose, label: &str, text: &str, cx: &Context) {
    let gap = if label.ends_with(['.', ':']) {
        " "
    } else {
        "  "
    };
    let line = Line::from(vec![
        span(format!("{} ", cx.glyphs.bullet), Role::Dim, cx),
        span(label.to_owned(), Role::Accent, cx),
        span(gap, Role::Text, cx),
        span(text.to_owned(), Role::Text, cx),
    ]);
    prose.push(line, 2);
}
