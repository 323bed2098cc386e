//! What came of a round: what both sides did, what the world makes of it, what moved, and
//! why.

use super::Page;
use crate::narrate::{Line, MeterLine, Narrator, Part, signed, split_round};
use crate::rules::meter::Meter;
use crate::rules::outcome::Outcome;
use crate::rules::side::Side;
use crate::session::RoundLog;

/// What both plans brought, for one side, or for one who may know everything.
pub fn page(n: &Narrator, viewer: Option<Side>, round: u8, outcomes: &[Outcome]) -> Page {
    let words = n.words;
    let (closing, _) = split_round(outcomes);
    let told = n.reveal(round, viewer, closing);
    let first = viewer.unwrap_or(Side::Presser);
    let mut page = Page::titled(words.fill("plain.reveal.title", &[("round", &round)]));
    for side in [first, first.other()] {
        page.say(did(n, viewer, side, closing));
    }
    list(n, &mut page, words.get("plain.reveal.wire"), &told.wire);
    for side in [first, first.other()] {
        let heading = words.fill(
            "plain.reveal.press",
            &[("capital", &n.capital(side)), ("name", &n.side(side).press)],
        );
        list(n, &mut page, &heading, &told.press[side]);
    }
    let desk = match viewer {
        Some(_) => "plain.reveal.desk",
        None => "plain.watch.desk",
    };
    list(n, &mut page, words.get(desk), &told.desk);
    page.say(words.get("plain.reveal.meters"));
    for line in &told.ledger {
        page.item(meter(n, line));
    }
    page
}

/// What the answers to an event brought.
pub fn answers(n: &Narrator, viewer: Option<Side>, round: u8, outcomes: &[Outcome]) -> Page {
    let mut page = Page::titled(n.words.get("plain.reveal.answered"));
    for line in n.news(round, viewer, outcomes) {
        page.say(line.text);
    }
    page
}

/// A whole round again, from its news on.
pub fn log(n: &Narrator, viewer: Side, round: &RoundLog) -> Page {
    let title = n.words.fill("plain.log.title", &[("round", &round.round)]);
    let mut page = Page::titled(title);
    for line in n.news(round.round, Some(viewer), &round.outcomes) {
        page.say(line.text);
    }
    let rest = round.opened();
    if rest
        .iter()
        .any(|outcome| matches!(outcome, Outcome::Said(..)))
    {
        page.append(self::page(n, Some(viewer), round.round, rest));
    }
    page
}

fn list(n: &Narrator, page: &mut Page, heading: &str, lines: &[Line]) {
    if lines.is_empty() {
        return;
    }
    page.say(heading);
    for line in lines {
        page.item(n.words.fill("plain.reveal.line", &[("text", &line.text)]));
    }
}

/// What a side did, as far as the viewer could see it.
fn did(n: &Narrator, viewer: Option<Side>, side: Side, outcomes: &[Outcome]) -> String {
    let told = n.deeds(viewer, side, outcomes).into_iter();
    let parts: Vec<String> = told
        .map(|deed| match deed.part {
            Part::Card => n.words.fill("plain.reveal.played", &[("card", &deed.text)]),
            _ if deed.hidden && viewer.is_none() => {
                n.words.fill("plain.watch.unseen", &[("deed", &deed.text)])
            }
            _ => deed.text,
        })
        .collect();
    let theirs = viewer.is_some_and(|viewer| viewer != side);
    n.words.fill(
        if theirs {
            "plain.reveal.plan.theirs"
        } else {
            "plain.reveal.plan"
        },
        &[
            ("capital", &n.capital(side)),
            ("parts", &parts.join(n.words.get("plain.join_long"))),
        ],
    )
}

fn meter(n: &Narrator, line: &MeterLine) -> String {
    let reasons: Vec<String> = line
        .reasons
        .iter()
        .map(|reason| {
            n.words.fill(
                "plain.reveal.reason",
                &[("reason", &reason.text), ("by", &signed(reason.by))],
            )
        })
        .collect();
    // The price itself is derived; what moved is the passing shock to it.
    let key = if line.meter == Meter::Shock {
        "plain.reveal.shock"
    } else {
        "plain.reveal.meter"
    };
    n.words.fill(
        key,
        &[
            ("meter", &line.name),
            ("from", &line.from),
            ("to", &line.to),
            ("reasons", &reasons.join(n.words.get("plain.join"))),
        ],
    )
}
