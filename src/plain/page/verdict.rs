//! The verdict: how it ended, what each side makes of it, and what the other side had been
//! told in secret.

use super::{Page, brief};
use crate::narrate::{Narrator, signed};
use crate::rules::ending::Ending;
use crate::rules::score::Score;
use crate::rules::side::{PerSide, Side};
use crate::rules::state::State;

/// The verdict, for a player who may now know everything.
pub fn page(
    n: &Narrator,
    side: Side,
    ending: Ending,
    scores: &PerSide<Score>,
    state: &State,
) -> Page {
    let headline = n.ending(ending);
    let mut page = Page::titled(
        n.words
            .fill("plain.verdict.title", &[("ending", &headline)]),
    );
    for who in [side, side.other()] {
        score(n, who, &scores[who], &mut page);
    }
    page.gap();
    let capital = n.capital(side.other());
    page.say(
        n.words
            .fill("plain.verdict.theirs", &[("capital", &capital)]),
    );
    brief::instructions(n, side.other(), &state.own[side.other()], &mut page);
    page
}

fn score(n: &Narrator, side: Side, score: &Score, page: &mut Page) {
    page.say(n.words.fill(
        "plain.verdict.score",
        &[("capital", &n.capital(side)), ("total", &score.total)],
    ));
    let objectives = score.objectives[0] + score.objectives[1];
    page.item(n.words.fill(
        "plain.verdict.parts",
        &[
            ("clauses", &signed(score.clauses)),
            ("face", &signed(score.face)),
            ("home", &signed(score.home)),
            ("economy", &signed(score.economy)),
            ("strength", &signed(score.strength)),
            ("ending", &signed(score.ending)),
            ("objectives", &signed(objectives)),
            ("rivalry", &signed(score.rivalry)),
        ],
    ));
}
