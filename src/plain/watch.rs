//! A recorded game in lines: the same as the theatre shows, from the deal to the end.

use super::console::{Console, Leave, Manner};
use super::page::{Page, brief, reveal, verdict};
use crate::narrate::{Narrator, Phrases};
use crate::rules::plan::Decision;
use crate::rules::reading::Reader;
use crate::rules::side::Side;
use crate::rules::view::View;
use crate::theatre::{Kind, Recording, Scene, Source, Vantage};
use std::io::{self, Write};

/// Writes a recorded game, all of it or one round; round 0 is the deal.
///
/// # Errors
/// If output fails.
pub fn watch(
    output: impl Write,
    manner: Manner,
    words: &Phrases,
    recording: &Recording,
    vantage: Vantage,
    round: Option<u8>,
) -> io::Result<()> {
    let seed = recording.header().seed.number();
    let n = Narrator::new(recording.scenario(), words).salted(seed);
    let mut console = Console::new(io::empty(), output, manner);
    let told = (|| {
        if round.is_none() {
            console.show(&head(&n, recording, vantage))?;
        }
        if round.is_none_or(|round| round == 0) {
            console.show(&deal(&n, recording, vantage))?;
        }
        for (at, played) in recording.rounds().iter().enumerate() {
            if round.is_none_or(|round| round == played.number) {
                let close = recording.rounds()[at].moments.end - 1;
                console.show(&one(&n, recording, vantage, close))?;
            }
        }
        console.flush()
    })();
    match told {
        Err(Leave::Io(error)) => Err(error),
        _ => Ok(()),
    }
}

/// Who played what, how it ended, and what does not hold.
fn head(n: &Narrator, recording: &Recording, vantage: Vantage) -> Page {
    let header = recording.header();
    let person = n.words.get("theatre.person");
    let title = match header.title.as_str() {
        "" => &n.text.title,
        title => title,
    };
    let mut page = Page::line(title);
    for side in Side::BOTH {
        page.say(n.words.fill(
            "plain.watch.player",
            &[
                ("capital", &n.capital(side)),
                (
                    "player",
                    &recording.told_player(side, person, |name| n.opponent(name)),
                ),
            ],
        ));
    }
    page.say(match vantage {
        Vantage::Both => n.words.get("plain.watch.both").to_owned(),
        Vantage::Seat(side) => n
            .words
            .fill("plain.watch.seat", &[("capital", &n.capital(side))]),
    });
    for doubt in recording.doubts(n.words.shared()) {
        page.say(doubt);
    }
    page
}

/// What was dealt, as far as it may be known.
fn deal(n: &Narrator, recording: &Recording, vantage: Vantage) -> Page {
    let mut page = Page::titled(n.words.get("plain.watch.deal"));
    let state = &recording.moments()[0].state;
    for side in Scene::sides(vantage) {
        if vantage.knows(side) {
            page.say(
                n.words
                    .fill("game.verdict.told", &[("capital", &n.capital(side))]),
            );
            let tables = &n.scenario.tables;
            let seat = vantage.viewer().map(|seat| View::of(tables, state, seat));
            let reader = match &seat {
                Some(view) => Reader::of(tables, view),
                None => Reader::open(tables, state, side),
            };
            brief::instructions(n, &reader, &state.own[side], &mut page);
        }
    }
    page
}

/// A round, from its news to what came of it.
fn one(n: &Narrator, recording: &Recording, vantage: Vantage, close: usize) -> Page {
    let scene = recording.scene(close, vantage);
    let viewer = vantage.viewer();
    let rounds = scene.state.common.rounds;
    let mut page = Page::titled(n.words.fill(
        "plain.round",
        &[("round", &scene.round), ("rounds", &rounds)],
    ));
    for moment in scene.log {
        if let Some(note) = &moment.note {
            page.say(n.words.fill("plain.watch.note", &[("note", note)]));
        }
    }
    if recording.source() == Source::Snapshots {
        log(n, recording, vantage, &scene, &mut page);
        return page;
    }
    for line in n.news(scene.round, viewer, scene.opening) {
        page.say(line.text);
    }
    if !scene.answered.is_empty() {
        page.append(reveal::answers(n, viewer, scene.round, scene.answered));
    }
    if scene.revealed() {
        page.append(reveal::page(n, viewer, scene.round, scene.came));
    } else {
        sealed(n, vantage, &scene, &mut page);
    }
    let last = n.news(scene.round, viewer, scene.last);
    if !last.is_empty() {
        page.gap();
        page.say(n.words.get("theatre.last_news"));
        for line in last {
            page.say(line.text);
        }
    }
    let names = &recording.header().names;
    page.append(verdict::page(n, vantage.first(), scene.state, names));
    page
}

/// What is decided and has not taken effect.
fn sealed(n: &Narrator, vantage: Vantage, scene: &Scene, page: &mut Page) {
    for moment in scene.log {
        let Some((side, decision)) = moment.decision else {
            continue;
        };
        let told = matches!(decision, Decision::Choice(_)) && !scene.answered.is_empty();
        if vantage.knows(side) && !told {
            let parts = n.decision(side, &decision, scene.event);
            page.say(n.words.fill(
                "plain.reveal.plan",
                &[("capital", &n.capital(side)), ("parts", &parts)],
            ));
        }
    }
}

/// What the log says of a round that can no longer be played again.
fn log(n: &Narrator, recording: &Recording, vantage: Vantage, scene: &Scene, page: &mut Page) {
    let over = recording.ending().is_some();
    for moment in scene.log {
        let side = moment.who.side();
        if moment.kind() == Kind::Deal || side.is_some_and(|it| !over && !vantage.knows(it)) {
            continue;
        }
        let who = side.map_or(n.words.get("theatre.chance"), |side| n.capital(side));
        page.item(
            n.words
                .fill("plain.watch.log", &[("who", &who), ("what", &moment.what)]),
        );
    }
}
