//! The cards in hand.

use super::Page;
use crate::narrate::Narrator;
use crate::rules::plan::CardId;
use crate::rules::view::View;

/// The hand.
pub fn page(n: &Narrator, view: &View) -> Page {
    let mut page = Page::titled(n.words.get("plain.hand.title"));
    let legal = view.legal(&n.scenario.tables);
    let mut empty = true;
    for card in view.own.hand.into_iter().flatten() {
        empty = false;
        let title = n.card(view.side, card);
        page.item(n.words.fill(
            "plain.hand.card",
            &[("title", &title), ("id", &n.text.card(view.side, card).id)],
        ));
        for note in notes(n, view, card) {
            page.item(n.words.fill("plain.note", &[("note", &note)]));
        }
        if !legal.allows_card(Some(card)) {
            page.item(n.words.get("plain.hand.not_now"));
        }
    }
    if empty {
        page.say(n.words.get("plain.hand.empty"));
    }
    page
}

/// What there is to know about a card of the hand.
pub fn notes(n: &Narrator, view: &View, card: CardId) -> Vec<String> {
    let mut notes = vec![n.text.card(view.side, card).flavour.clone()];
    notes.push(n.card_effects(view.side, card, Some(view.side)));
    if let Some(needs) = n.card_needs(view.side, card, Some(view.side)) {
        notes.push(n.words.fill("plain.hand.needs", &[("needs", &needs)]));
    }
    notes
}
