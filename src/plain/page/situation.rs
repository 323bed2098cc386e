//! Where things stand when a round's plans are due.

use super::{Page, meters};
use crate::narrate::{Line, Narrator};
use crate::rules::clause::Status;
use crate::rules::side::Side;
use crate::rules::state::Phase;
use crate::rules::view::View;
use crate::rules::vocabulary::Timer;
use crate::session::Session;

/// The news of the round, and what has come of it so far.
pub fn news(n: &Narrator, session: &Session) -> Page {
    let c = &session.view().common;
    let mut page = Page::titled(
        n.words
            .fill("plain.round", &[("round", &c.round), ("rounds", &c.rounds)]),
    );
    for line in news_lines(n, session) {
        page.say(line.text);
    }
    page
}

fn news_lines(n: &Narrator, session: &Session) -> Vec<Line> {
    let latest = session.log().last();
    latest.map_or_else(Vec::new, |log| {
        n.news(log.round, Some(session.side()), &log.outcomes)
    })
}

/// Where things stand, and what matters now.
pub fn brief(n: &Narrator, session: &Session) -> Page {
    let view = &session.view();
    let mut page = meters(n, session);
    page.say(agreed(n, view));
    let told = news_lines(n, session);
    for line in n.situation(view) {
        if !told.contains(&line) {
            page.say(line.text);
        }
    }
    goals(n, view, &mut page);
    page
}

/// How the side's own objectives stand.
fn goals(n: &Narrator, view: &View, page: &mut Page) {
    for line in n.goal_lines(view) {
        page.say(n.words.fill("plain.goal", &[("goal", &line.text)]));
    }
}

/// Where things stand, with every offer and circumstance.
pub fn full(n: &Narrator, session: &Session) -> Page {
    let view = &session.view();
    let mut page = meters(n, session);
    page.say(agreed(n, view));
    for side in [view.side.other(), view.side] {
        page.say(offers(n, view, side));
    }
    for side in [view.side, view.side.other()] {
        standing(n, view, side, &mut page);
    }
    circumstances(n, view, &mut page);
    goals(n, view, &mut page);
    page
}

/// The meters, compared with what was shown when the last plan was due.
fn meters(n: &Narrator, session: &Session) -> Page {
    let log = session.log();
    let before = log.len().checked_sub(2).map(|at| log[at].planned());
    let before = before.as_ref();
    let view = &session.view();
    let mut page = Page::default();
    page.gap();
    page.say(meters::shared(n, view, before));
    page.say(meters::own(n, view, before));
    page.say(meters::other(n, view, before));
    page
}

fn agreed(n: &Narrator, view: &View) -> String {
    let (all, clear) = view.common.agreed();
    if all == 0 {
        return n.words.get("plain.agreed.none").into();
    }
    let agenda = n.scenario.tables.clauses.iter().filter(|c| c.on_agenda);
    let of = agenda.count();
    n.words.fill(
        "plain.agreed",
        &[("all", &all), ("of", &of), ("clear", &clear)],
    )
}

fn offers(n: &Narrator, view: &View, side: Side) -> String {
    let offers: Vec<String> = n
        .scenario
        .tables
        .clause_ids()
        .filter(|id| view.common.clause(*id).status == Status::Open)
        .filter_map(|id| {
            let standing = view.common.clause(id).standing[side]?;
            Some(super::board::standing(n, id, standing))
        })
        .collect();
    if offers.is_empty() {
        return String::new();
    }
    let key = whose("plain.offers.", side, view);
    let offers = offers.join(n.words.get("plain.join_long"));
    n.words
        .fill(&key, &[("capital", &n.capital(side)), ("offers", &offers)])
}

/// A phrase of which there is one for one's own side and one for the other.
fn whose(key: &str, side: Side, view: &View) -> String {
    let whose = if side == view.side { "own" } else { "other" };
    format!("{key}{whose}")
}

fn standing(n: &Narrator, view: &View, side: Side, page: &mut Page) {
    let c = &view.common;
    let capital = n.capital(side);
    let mut tell = |holds: bool, key: &str, number: u8| {
        if holds {
            let key = whose(key, side, view);
            page.say(
                n.words
                    .fill(&key, &[("capital", &capital), ("number", &number)]),
            );
        }
    };
    tell(c.precondition[side], "plain.precondition.", 0);
    tell(c.away[side] > 0, "plain.away.", c.away[side]);
    tell(c.threat[side] > 0, "plain.threat.", c.threat[side]);
    tell(c.grip[side] > 0, "plain.grip.", c.grip[side]);
    tell(c.struck[side], "plain.struck.", 0);
    tell(c.bargain[side].is_some(), "plain.bargain.", 0);
    tell(c.signed[side], "plain.signed.", 0);
    let cornered = if side == view.side {
        view.own.cornered
    } else {
        c.signal[side]
    };
    let cornered = cornered && !matches!(c.phase, Phase::Over(_));
    let spent = side == view.side && view.own.desperate_spent;
    tell(cornered && !spent, "plain.cornered.", 0);
    tell(cornered && spent, "plain.spent.", 0);
}

fn circumstances(n: &Narrator, view: &View, page: &mut Page) {
    let patience = &view.common.patience;
    page.say(n.words.fill("plain.patience", &[("number", patience)]));
    for timer in Timer::ALL.into_iter().filter(|t| view.common.during(*t)) {
        let rounds = view.common.timers[timer as usize];
        page.say(n.words.fill(
            "plain.timer",
            &[
                ("name", &n.timer(timer)),
                ("help", &n.timer_help(timer)),
                ("rounds", &rounds),
            ],
        ));
    }
}
