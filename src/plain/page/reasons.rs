//! The opponent's reasons, after the game.

use super::Page;
use crate::narrate::Narrator;
use crate::negotiator::reasons::Reason;
use crate::rules::side::Side;
use crate::rules::state::State;

/// The heading, and a line under it.
pub fn opening(n: &Narrator, them: Side, line: &str) -> Page {
    let capital = n.capital(them);
    let mut page = Page::titled(n.words.fill("reasons.title", &[("capital", &capital)]));
    page.say(line);
    page
}

/// What `them` believed, expected and weighed, round by round, beside what was true.
pub fn page(n: &Narrator, them: Side, reasons: &[Reason], truth: &State) -> Page {
    let mut page = Page::default();
    for line in n.reasons_intro(them, reasons) {
        page.say(line);
    }
    for told in n.reasons_told(them, reasons, truth) {
        page.gap();
        page.say(told.heading);
        for paragraph in told.paragraphs {
            page.say(paragraph);
        }
    }
    page
}
