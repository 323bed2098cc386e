//! The pages of a verdict that are text: the ending, the report card, and both sides'
//! instructions.

use super::super::briefing::{entry, heading};
use super::super::play::Play;
use super::super::text::{side as colour, span};
use crate::narrate::{Narrator, Verdict, signed};
use crate::rules::meter::Tenths;
use crate::rules::side::Side;
use crate::tui::context::Context;
use crate::tui::theme::Role;
use crate::tui::widget::prose::Prose;
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

/// How it ended, what became of it, and how each capital tells it.
pub fn ending(prose: &mut Prose, n: &Narrator, told: &Verdict, play: &Play, cx: &Context) {
    let side = play.session.side();
    hand_in(prose, play, cx);
    let mut say = |text: &str, role| {
        prose.push(Line::from(span(text.to_owned(), role, cx)), 0);
        prose.push(Line::default(), 0);
    };
    say(&told.epilogue, Role::Text);
    for who in [side, side.other()] {
        say(&told.sides[who].view, colour(who));
    }
    for fact in &told.facts {
        entry_plain(prose, fact, cx);
    }
    prose.push(Line::default(), 0);
    let seat = |side: Side| n.seat(side, play.session.name(side));
    for who in [side, side.other()] {
        let line = Line::from(vec![
            span(format!("{}  ", seat(who)), colour(who), cx),
            span(n.score(told.sides[who].score), Role::Title, cx),
        ]);
        prose.push(line, 0);
    }
}

/// Which file a student hands in.
fn hand_in(prose: &mut Prose, play: &Play, cx: &Context) {
    if !play.session.is_to_be_handed_in() {
        return;
    }
    let (text, role) = match (play.session.save_path(), play.session.save_error()) {
        (Some(path), None) => {
            let path: (&str, &dyn std::fmt::Display) = ("path", &path.display());
            (cx.phrases.fill("exercise.hand_in", &[path]), Role::Title)
        }
        (_, Some(error)) => {
            let why: (&str, &dyn std::fmt::Display) = ("why", error);
            (cx.phrases.fill("exercise.not_kept", &[why]), Role::Bad)
        }
        (None, None) => (cx.say("exercise.no_file").to_owned(), Role::Bad),
    };
    prose.push(Line::from(span(text, role, cx)), 0);
    prose.push(Line::default(), 0);
}

/// Stands where a page would tell what a game with the sides swapped had better not know.
pub fn cover(prose: &mut Prose, cx: &Context) {
    prose.write(cx.say("game.verdict.cover"), cx);
}

fn entry_plain(prose: &mut Prose, text: &str, cx: &Context) {
    let line = Line::from(vec![
        span(format!("{} ", cx.glyphs.bullet), Role::Dim, cx),
        span(text.to_owned(), Role::Text, cx),
    ]);
    prose.push(line, 2);
}

/// One row of the report card.
struct Row<'a> {
    label: &'a str,
    own: Option<Tenths>,
    theirs: Option<Tenths>,
}

/// What each scored, and for what.
pub fn card(prose: &mut Prose, n: &Narrator, told: &Verdict, side: Side, cx: &Context) {
    let (own, theirs) = (&told.sides[side], &told.sides[side.other()]);
    let mut rows: Vec<Row> = own
        .parts
        .iter()
        .map(|part| Row {
            label: &part.label,
            own: Some(part.amount),
            theirs: None,
        })
        .collect();
    for part in &theirs.parts {
        if let Some(row) = rows.iter_mut().find(|row| row.label == part.label) {
            row.theirs = Some(part.amount);
        } else {
            // What only one side was asked stands before what both made of each other.
            let at = rows.len().saturating_sub(1);
            let row = Row {
                label: &part.label,
                own: None,
                theirs: Some(part.amount),
            };
            rows.insert(at, row);
        }
    }
    let width = rows.iter().map(|row| row.label.width()).max().unwrap_or(0);
    let width = width.min(36);
    let names = [n.capital(side), n.capital(side.other())];
    let columns = names.map(|name| name.width().max(7) + 2);
    let mut line = Line::from(span(" ".repeat(width), Role::Dim, cx));
    for (name, (column, who)) in names.iter().zip(columns.iter().zip([side, side.other()])) {
        line.push_span(span(format!("{name:>column$}"), colour(who), cx));
    }
    prose.push(line, 0);
    for row in &rows {
        let label = super::super::text::cell(row.label, width as u16, Role::Text, cx);
        let mut line = Line::from(label);
        for (amount, column) in [row.own, row.theirs].into_iter().zip(columns) {
            let text = amount.map_or_else(String::new, signed);
            let role = match amount {
                Some(amount) if amount < Tenths::ZERO => Role::Bad,
                Some(amount) if amount > Tenths::ZERO => Role::Good,
                _ => Role::Text,
            };
            line.push_span(span(format!("{text:>column$}"), role, cx));
        }
        prose.push(line, 0);
    }
    let total =
        super::super::text::cell(cx.say("game.verdict.total"), width as u16, Role::Title, cx);
    let mut line = Line::from(total);
    for (score, column) in [own.score, theirs.score].into_iter().zip(columns) {
        let text = crate::narrate::points(score);
        line.push_span(span(format!("{text:>column$}"), Role::Title, cx));
    }
    prose.push(line, 0);
    prose.push(Line::default(), 0);
    prose.push(
        Line::from(span(cx.say("game.verdict.help").to_owned(), Role::Dim, cx)),
        0,
    );
}

/// What each side had been told in secret, the other side's first.
pub fn secrets(prose: &mut Prose, n: &Narrator, told: &Verdict, side: Side, cx: &Context) {
    for (at, who) in [side.other(), side].into_iter().enumerate() {
        if at > 0 {
            prose.push(Line::default(), 0);
        }
        let account = &told.sides[who];
        let title = cx
            .phrases
            .fill("game.verdict.told", &[("capital", &n.capital(who))]);
        heading(prose, &title, cx);
        let mood = cx
            .phrases
            .fill("game.briefing.mood", &[("mood", &account.mood)]);
        entry(prose, &mood, &account.instructions, cx);
        for line in &account.red_lines {
            let label = if line.crossed {
                cx.phrases
                    .fill("game.verdict.crossed", &[("mark", &cx.glyphs.no)])
            } else {
                cx.phrases
                    .fill("game.verdict.held", &[("mark", &cx.glyphs.yes)])
            };
            entry(prose, &label, &line.text, cx);
        }
        for mission in &account.objectives {
            let mark = if mission.met {
                cx.glyphs.yes
            } else {
                cx.glyphs.no
            };
            let label = cx.phrases.fill(
                "game.verdict.objective",
                &[
                    ("mark", &mark),
                    ("name", &mission.name),
                    ("word", &mission.word),
                    ("amount", &signed(mission.amount)),
                ],
            );
            entry(prose, &label, &mission.text, cx);
            let test = span(format!("  {}", mission.test), Role::Dim, cx);
            prose.push(Line::from(test), 4);
        }
    }
}
