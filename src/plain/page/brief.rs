//! The briefing: the role sheet, and what the capital tells its negotiator and nobody else.

use super::Page;
use crate::narrate::Narrator;
use crate::rules::reading::Reader;
use crate::rules::state::Private;
use crate::rules::view::View;

/// The whole briefing.
pub fn page(n: &Narrator, view: &View) -> Page {
    let text = n.text;
    let side = n.side(view.side);
    let mut page = Page::titled(n.words.fill(
        "plain.brief.title",
        &[("scenario", &text.title), ("capital", &side.capital)],
    ));
    page.say(&text.summary);
    page.gap();
    page.say(&side.role);
    page.gap();
    page.say(n.words.fill(
        "plain.brief.precondition",
        &[("precondition", &side.precondition)],
    ));
    page.say(n.words.fill(
        "plain.brief.their_precondition",
        &[
            ("capital", &n.capital(view.side.other())),
            ("precondition", &n.side(view.side.other()).precondition),
        ],
    ));
    page.gap();
    page.say(n.words.get("plain.brief.secret"));
    let reader = Reader::of(&n.scenario.tables, view);
    instructions(n, &reader, &view.own, &mut page);
    page
}

/// A capital's instructions, item by item, with how its objectives stand.
pub fn instructions(n: &Narrator, reader: &Reader, own: &Private, page: &mut Page) {
    let side = reader.side();
    let words = n.side(side);
    if let Some(mood) = words.moods.get(usize::from(own.mood)) {
        page.item(n.words.fill(
            "plain.brief.mood",
            &[("name", &mood.name), ("text", &mood.text)],
        ));
    }
    for line in own.red_lines() {
        page.item(
            n.words
                .fill("plain.brief.red_line", &[("line", &n.red_line(side, line))]),
        );
    }
    for goal in n.goals(reader, own) {
        let test = n.words.fill(
            "game.briefing.test",
            &[("test", &goal.test), ("prize", &goal.prize)],
        );
        page.item(n.words.fill(
            "plain.brief.objective",
            &[
                ("name", &goal.name),
                ("text", &goal.text),
                ("test", &test),
                ("word", &goal.word),
            ],
        ));
    }
}
