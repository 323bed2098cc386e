//! The verdict: how it ended, what each side makes of it, and what both had been told in
//! secret.

use super::Page;
use crate::narrate::{Account, Narrator, Verdict, signed};
use crate::rules::side::{PerSide, Side};
use crate::rules::state::State;

/// The verdict, for a player who may now know everything; empty while the game goes on. The
/// `names` are those of the persons in the seats.
pub fn page(n: &Narrator, viewer: Side, state: &State, names: &PerSide<String>) -> Page {
    let Some(verdict) = n.verdict(state) else {
        return Page::default();
    };
    let mut page = told(n, &verdict);
    for side in [viewer, viewer.other()] {
        page.gap();
        score(n, side, &verdict, names, &mut page);
        account(n, &verdict.sides[side], &mut page);
    }
    possible(n, state, &mut page);
    page
}

/// The verdict as far as it tells no secret, for those who may yet swap the sides.
pub fn discreet(n: &Narrator, state: &State, names: &PerSide<String>) -> Page {
    let Some(verdict) = n.verdict(state) else {
        return Page::default();
    };
    let mut page = told(n, &verdict);
    for side in Side::BOTH {
        page.gap();
        score(n, side, &verdict, names, &mut page);
    }
    page
}

/// What it leaves out.
pub fn secrets(n: &Narrator, state: &State, names: &PerSide<String>) -> Page {
    let mut page = Page::default();
    let Some(verdict) = n.verdict(state) else {
        return page;
    };
    for side in Side::BOTH {
        page.gap();
        page.say(n.seat(side, &names[side]));
        account(n, &verdict.sides[side], &mut page);
    }
    possible(n, state, &mut page);
    page
}

/// How close the two of them came to what could have been had together.
fn possible(n: &Narrator, state: &State, page: &mut Page) {
    let section = n.possible(state);
    page.gap();
    page.say(section.title);
    for line in section.lead {
        page.item(line);
    }
}

/// How it ended.
fn told(n: &Narrator, verdict: &Verdict) -> Page {
    let mut page = Page::titled(
        n.words
            .fill("plain.verdict.title", &[("ending", &verdict.headline)]),
    );
    page.say(&verdict.epilogue);
    page.gap();
    for fact in &verdict.facts {
        page.say(fact);
    }
    page
}

fn score(n: &Narrator, side: Side, verdict: &Verdict, names: &PerSide<String>, page: &mut Page) {
    let account = &verdict.sides[side];
    let who = n.seat(side, &names[side]);
    page.say(n.words.fill(
        "plain.verdict.score",
        &[("capital", &who), ("score", &n.score(account.score))],
    ));
    page.say(&account.view);
}

fn account(n: &Narrator, account: &Account, page: &mut Page) {
    let words = n.words;
    for part in &account.parts {
        page.item(words.fill(
            "plain.verdict.part",
            &[("label", &part.label), ("amount", &signed(part.amount))],
        ));
    }
    page.say(words.get("plain.verdict.secret"));
    page.item(words.fill(
        "plain.brief.mood",
        &[("name", &account.mood), ("text", &account.instructions)],
    ));
    for line in &account.red_lines {
        let key = if line.crossed {
            "plain.verdict.crossed"
        } else {
            "plain.brief.red_line"
        };
        page.item(words.fill(key, &[("line", &line.text)]));
    }
    for objective in &account.objectives {
        page.item(words.fill(
            "plain.verdict.objective",
            &[
                ("name", &objective.name),
                ("word", &objective.word),
                ("text", &objective.text),
                ("test", &objective.test),
            ],
        ));
    }
}
