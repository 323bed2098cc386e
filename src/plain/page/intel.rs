//! What is known of the other side.

use super::{Page, meters};
use crate::narrate::{Key, Narrator};
use crate::rules::view::{Meaning, View};
use crate::rules::vocabulary::Tally;

/// The intelligence estimate.
pub fn page(n: &Narrator, view: &View) -> Page {
    let other = view.side.other();
    let capital = n.capital(other);
    let mut page = Page::titled(n.words.fill("plain.intel.title", &[("capital", &capital)]));
    page.say(meters::other(n, view, None));
    page.say(n.words.fill(
        "plain.intel.hand",
        &[("capital", &capital), ("number", &view.other.hand)],
    ));
    if view.other.probed.is_empty() {
        page.say(n.words.get("plain.intel.unprobed"));
    }
    for id in view.other.probed.iter() {
        let Some(meaning) = view.other.meaning(id) else {
            continue;
        };
        page.item(match meaning {
            Meaning::RedLine(line) => n
                .words
                .fill("plain.brief.red_line", &[("line", &n.red_line(line))]),
            _ => n.words.fill(
                "plain.intel.meaning",
                &[
                    ("clause", &n.clause(id).name),
                    ("meaning", &n.words.of("plain.meaning.", meaning.key())),
                ],
            ),
        });
    }
    let done: Vec<String> = Tally::ALL
        .into_iter()
        .filter(|tally| view.other.tallies[*tally as usize] > 0)
        .map(|tally| {
            let times = &view.other.tallies[tally as usize];
            n.words.fill(
                "plain.intel.tally",
                &[("what", &n.tally(tally)), ("times", times)],
            )
        })
        .collect();
    if !done.is_empty() {
        let done = done.join(n.words.get("plain.join"));
        page.say(n.words.fill("plain.intel.done", &[("done", &done)]));
    }
    page
}
