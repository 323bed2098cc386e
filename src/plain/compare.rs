//! Two games of one deal in lines: how each ended, where they part, and the meters of both.

use super::console::{Console, Leave, Manner};
use super::page::Page;
use crate::narrate::{Narrator, Phrases, Tables, points};
use crate::record::Actor;
use crate::rules::meter::Meter;
use crate::rules::side::Side;
use crate::theatre::{Recording, sat};
use std::io::{self, Write};

/// Writes what the two have in common and what they have not.
///
/// # Errors
/// If output fails.
pub fn compare(
    output: impl Write,
    manner: Manner,
    words: &Phrases,
    games: [&Recording; 2],
) -> io::Result<()> {
    let [one, two] = games;
    let n = Narrator::new(one.scenario(), words).salted(one.header().seed.number());
    let mut page = Page::line(words.get("theatre.compare.title"));
    for (key, game) in [
        ("theatre.compare.here", one),
        ("theatre.compare.there", two),
    ] {
        page.say(words.fill(
            "plain.compare.game",
            &[("which", &words.get(key)), ("save", &game.name())],
        ));
        fate(&n, game, &mut page);
    }
    if let Some(duplicate) = one.duplicate(two) {
        page.gap();
        page.say(words.get("theatre.duplicate.title"));
        let began = |side| words.fill("theatre.duplicate.began", &[("capital", &n.capital(side))]);
        let tables = Tables {
            who: sat(
                games,
                words.get("theatre.person"),
                |name| n.opponent(name),
                began,
            ),
            scores: duplicate.scores,
            totals: duplicate.totals(),
        };
        for line in n.duplicate(&tables) {
            page.item(words.fill("plain.reveal.line", &[("text", &line)]));
        }
    }
    page.gap();
    parting(&n, games, &mut page);
    page.gap();
    let meters = one.common_meters(two);
    let last = |game: &Recording| game.rounds().last().map_or(0, |round| round.number);
    for round in 0..=last(one).max(last(two)) {
        page.item(numbers(&n, games, &meters, round));
    }
    let mut console = Console::new(io::empty(), output, manner);
    match console.show(&page).and_then(|()| console.flush()) {
        Err(Leave::Io(error)) => Err(error),
        _ => Ok(()),
    }
}

/// How a game came out, for both sides.
fn fate(n: &Narrator, game: &Recording, page: &mut Page) {
    let fate = game.fate();
    page.item(match fate.ending {
        Some(ending) => n.ending(ending),
        None => n
            .words
            .fill("theatre.compare.open", &[("round", &fate.round)]),
    });
    for side in Side::BOTH {
        let person = n.words.get("theatre.person");
        let player = game.told_player(side, person, |name| n.opponent(name));
        let told = match fate.scores {
            Some(scores) => n.words.fill(
                "theatre.compare.score",
                &[("player", &player), ("score", &points(scores[side]))],
            ),
            None => player,
        };
        page.item(n.words.fill(
            "plain.watch.player",
            &[("capital", &n.capital(side)), ("player", &told)],
        ));
    }
}

/// Where the two part, and what each did there.
fn parting(n: &Narrator, games: [&Recording; 2], page: &mut Page) {
    let parting = games[0].parting(games[1]);
    let (Some(places), Some(round)) = (parting.parts, parting.round) else {
        page.say(n.words.get("theatre.compare.same"));
        return;
    };
    page.say(n.words.fill("theatre.compare.parts", &[("round", &round)]));
    for (key, game, at) in [
        ("theatre.compare.here", games[0], places[0]),
        ("theatre.compare.there", games[1], places[1]),
    ] {
        let moment = &game.moments()[at];
        let (who, what) = match (moment.decision, moment.who) {
            (Some((side, decision)), _) if game.may_take(side) => {
                let event = moment.state.common.event;
                (n.capital(side), n.decision(side, &decision, event))
            }
            (_, Actor::Chance) => (n.words.get("theatre.chance"), moment.what.clone()),
            _ => ("", n.words.get("theatre.sealed").to_owned()),
        };
        page.item(n.words.fill(
            "plain.compare.did",
            &[("which", &n.words.get(key)), ("who", &who), ("what", &what)],
        ));
    }
}

/// The meters at the close of a round: one number where the two agree, else one of each.
fn numbers(n: &Narrator, games: [&Recording; 2], meters: &[Meter], round: u8) -> String {
    let states = games.map(|game| game.closing(round));
    let told = meters.iter().map(|meter| {
        let value = |state: Option<&_>| {
            state.map_or(
                n.words.get("plain.compare.none").to_owned(),
                |state: &crate::rules::state::State| state.meter(*meter).whole().to_string(),
            )
        };
        let [one, two] = states.map(value);
        let key = if one == two {
            "plain.compare.equal"
        } else {
            "plain.compare.other"
        };
        n.words.fill(
            key,
            &[
                ("meter", &n.meter_of(*meter, None)),
                ("one", &one),
                ("two", &two),
            ],
        )
    });
    let told: Vec<String> = told.collect();
    n.words.fill(
        "plain.compare.round",
        &[
            ("round", &round),
            ("meters", &told.join(n.words.get("plain.join"))),
        ],
    )
}
