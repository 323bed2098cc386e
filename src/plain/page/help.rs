//! What can be typed, and the handbook.

use super::Page;
use crate::narrate::handbook::{BOT, EXAMPLE_BOT, KEYS, chapters};
use crate::narrate::{Narrator, Phrases};
use crate::rules::view::View;

/// Help before a game has begun.
pub fn setup(words: &Phrases) -> Page {
    let mut page = Page::titled(words.get("plain.help.title"));
    page.say(words.get("plain.help.setup"));
    page
}

/// Help within a game, with the names that a plan in notation is made of.
pub fn game(n: &Narrator, view: &View) -> Page {
    let words = n.words;
    let text = n.text;
    let join = words.get("plain.join");
    let clauses: Vec<&str> = text.clauses.iter().map(|c| c.id.as_str()).collect();
    let cards: Vec<&str> = (view.own.hand.into_iter().flatten())
        .map(|card| text.card(view.side, card).id.as_str())
        .collect();
    let mut page = Page::titled(words.get("plain.help.title"));
    for key in ["number", "commands", "notation", "say", "table", "field"] {
        page.say(words.of("plain.help.", key));
    }
    page.say(words.fill("plain.help.clauses", &[("clauses", &clauses.join(join))]));
    if !cards.is_empty() {
        page.say(words.fill("plain.help.hand", &[("cards", &cards.join(join))]));
    }
    page
}

/// The chapter of the handbook that is asked for by number; which there are, if none is.
pub fn handbook(words: &Phrases, asked: &str) -> Page {
    let chapters = chapters(words.language());
    let at = asked.parse().ok().and_then(|n: usize| n.checked_sub(1));
    if let Some(chapter) = at.and_then(|at| chapters.get(at)) {
        let mut page = Page::titled(&chapter.title);
        for line in chapter.text.lines().filter(|line| *line != KEYS) {
            if line == BOT {
                EXAMPLE_BOT.lines().for_each(|line| page.verbatim(line));
                continue;
            }
            match line.strip_prefix("# ") {
                Some(heading) => page.say(heading),
                None if line.is_empty() => page.gap(),
                None => page.item(line.replace('*', "")),
            }
        }
        return page;
    }
    let mut page = Page::titled(words.get("plain.handbook.title"));
    for (at, chapter) in chapters.iter().enumerate() {
        page.item(words.fill(
            "plain.choice",
            &[("number", &(at + 1)), ("label", &chapter.title)],
        ));
    }
    page
}
