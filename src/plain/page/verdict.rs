//! The verdict: how it ended, what each side makes of it, and what both had been told in
//! secret.

use super::Page;
use crate::narrate::{Account, Narrator, signed};
use crate::rules::side::{PerSide, Side};
use crate::rules::state::State;

/// The verdict, for a player who may now know everything; empty while the game goes on. The
/// `names` are those of the persons in the seats.
pub fn page(n: &Narrator, viewer: Side, state: &State, names: &PerSide<String>) -> Page {
    let Some(verdict) = n.verdict(state) else {
        return Page::default();
    };
    let mut page = Page::titled(
        n.words
            .fill("plain.verdict.title", &[("ending", &verdict.headline)]),
    );
    page.say(verdict.epilogue);
    page.gap();
    for fact in verdict.facts {
        page.say(fact);
    }
    for side in [viewer, viewer.other()] {
        page.gap();
        account(
            n,
            &n.seat(side, &names[side]),
            &verdict.sides[side],
            &mut page,
        );
    }
    page
}

fn account(n: &Narrator, who: &str, account: &Account, page: &mut Page) {
    let words = n.words;
    page.say(words.fill(
        "plain.verdict.score",
        &[("capital", &who), ("score", &n.score(account.score))],
    ));
    page.say(&account.view);
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
            ],
        ));
    }
}
