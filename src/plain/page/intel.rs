//! What is known of the other side.

use super::Page;
use crate::narrate::Narrator;
use crate::rules::view::View;

/// The intelligence estimate.
pub fn page(n: &Narrator, view: &View) -> Page {
    let capital = n.capital(view.side.other());
    let known = n.estimate(view);
    let mut page = Page::titled(n.words.fill("plain.intel.title", &[("capital", &capital)]));
    for (name, value) in &known.meters {
        page.item(
            n.words
                .fill("plain.intel.meter", &[("name", name), ("value", value)]),
        );
    }
    if known.clauses.is_empty() {
        page.say(n.words.get("plain.intel.unprobed"));
    }
    for (_, line) in known.clauses {
        page.item(line.text);
    }
    for line in known.record.into_iter().chain(known.concessions) {
        page.say(line.text);
    }
    page
}
