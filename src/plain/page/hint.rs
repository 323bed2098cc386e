//! Hints: the best few plans, and what each is likely to lead to.

use super::Page;
use crate::narrate::Narrator;
use crate::negotiator::advice::Advice;
use crate::rules::side::Side;

/// The plans that are advised to a side, each with the notation to type it in.
pub fn page(n: &Narrator, side: Side, advice: &Advice) -> Page {
    let words = n.words;
    let mut page = Page::titled(words.get("plain.hint.title"));
    for (number, advised) in (1..).zip(&advice.plans) {
        let plan = n.plan_line(side, &advised.plan);
        page.gap();
        page.say(words.fill("plain.hint.plan", &[("number", &number), ("plan", &plan)]));
        for line in n.advised(side, advised) {
            page.item(words.fill("plain.hint.line", &[("line", &line)]));
        }
        let typed = n.scenario.text.write_plan(side, &advised.plan);
        page.item(words.fill("plain.hint.type", &[("plan", &typed)]));
    }
    page.gap();
    page.say(words.fill("advice.how", &[("games", &advice.games)]));
    page
}
