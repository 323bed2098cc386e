//! Why a meter moved, round by round.

use super::Page;
use crate::narrate::{Narrator, signed};
use crate::rules::meter::Meter;
use crate::rules::view::View;
use crate::session::RoundLog;

/// What the meter is made of, if it is the price, and the last rounds in which it moved, the
/// latest first.
pub fn page(n: &Narrator, view: &View, log: &[RoundLog], meter: Meter) -> Page {
    let side = view.side;
    let name = n.meter_of(meter, Some(side));
    let mut page = Page::titled(n.words.fill("plain.why.title", &[("meter", &name)]));
    page.say(n.meter_help(meter));
    if meter == Meter::Shock {
        let made = n.price_made(&view.common);
        page.say(made.now);
        for (part, by) in made.parts {
            page.item(n.words.fill(
                "plain.why.reason",
                &[("by", &signed(by)), ("reason", &part)],
            ));
        }
        page.say(made.moves);
    }
    let mut still = true;
    for round in log.iter().rev().take(ROUNDS) {
        let Some(line) = n.why(meter, Some(side), &round.outcomes) else {
            continue;
        };
        still = false;
        let key = if meter == Meter::Shock {
            "plain.why.shock"
        } else {
            "plain.why.round"
        };
        page.say(n.words.fill(
            key,
            &[
                ("round", &round.round),
                ("from", &line.from),
                ("to", &line.to),
            ],
        ));
        for reason in line.reasons {
            page.item(n.words.fill(
                "plain.why.reason",
                &[("by", &signed(reason.by)), ("reason", &reason.text)],
            ));
        }
    }
    if still {
        page.say(n.words.get("plain.why.still"));
    }
    page
}

/// How many rounds are told.
const ROUNDS: usize = 3;
