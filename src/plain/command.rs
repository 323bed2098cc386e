//! What a player can ask for at any question.

use super::console::{Console, Leave, Step};
use super::page::{self, Page, situation};
use super::question::is_word;
use crate::guide::Place;
use crate::narrate::{Narrator, Phrases};
use crate::record::Help;
use crate::rules::meter::{Gauge, Meter};
use crate::session::Session;
use std::io::{BufRead, Write};

/// A command with what was said after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// What works here.
    Help,
    /// Where things stand.
    Situation,
    /// The clauses.
    Board,
    /// A clause in full.
    Clause(String),
    /// The cards.
    Hand,
    /// What happened in a round.
    Log(String),
    /// Why a meter moved.
    Why(String),
    /// What is known of the other side.
    Intel,
    /// The best few plans.
    Hint,
    /// The briefing.
    Brief,
    /// A chapter of the handbook.
    Handbook(String),
    /// A document for a class.
    Material(String),
    /// Where the game is kept.
    Save,
    /// Put the guide of a first game away, or bring it back.
    Guide,
    /// Leave.
    Quit,
}

impl Command {
    /// The command that the line gives, if it gives one.
    pub fn read(words: &Phrases, line: &str) -> Option<Self> {
        let line = line.to_lowercase();
        let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((&line, ""));
        let rest = rest.trim().to_owned();
        let is = |key: &str| is_word(words.of("plain.word.", key), word);
        Some(match () {
            () if is("help") => Self::Help,
            () if is("situation") => Self::Situation,
            () if is("board") => Self::Board,
            () if is("clause") => Self::Clause(rest),
            () if is("hand") => Self::Hand,
            () if is("log") => Self::Log(rest),
            () if is("why") => Self::Why(rest),
            () if is("intel") => Self::Intel,
            () if is("hint") => Self::Hint,
            () if is("brief") => Self::Brief,
            () if is("handbook") => Self::Handbook(rest),
            () if is("material") => Self::Material(rest),
            () if is("save") => Self::Save,
            () if is("guide") => Self::Guide,
            () if is("quit") => Self::Quit,
            () => return None,
        })
    }
}

impl Command {
    /// What it shows, in the terms of the guide.
    pub const fn place(&self) -> Option<Place> {
        Some(match self {
            Self::Clause(_) => Place::ClausePage,
            Self::Hand => Place::Hand,
            Self::Log(_) => Place::Record,
            Self::Why(_) => Place::WhyPressure,
            Self::Intel => Place::Intelligence,
            Self::Hint => Place::Hints,
            Self::Brief => Place::Briefing,
            Self::Handbook(_) => Place::Handbook,
            _ => return None,
        })
    }

    /// Does what is asked for; to leave is an error, so that it ends whatever goes on.
    pub fn obey<R: BufRead, W: Write>(
        &self,
        console: &mut Console<R, W>,
        words: &Phrases,
        session: &mut Session,
    ) -> Step<()> {
        if let Some(help) = self.help().filter(|help| !session.allows(*help)) {
            return console.say(words.of("exercise.off.", help.key()));
        }
        if *self == Self::Save {
            session.save();
        }
        let scenario = session.scenario().clone();
        let n = &Narrator::new(&scenario, words).salted(session.seed());
        let view = &session.view();
        let page = match self {
            Self::Help => page::help::game(n, view),
            Self::Situation => situation::full(n, session),
            Self::Board => page::board::page(n, view),
            Self::Clause(asked) => page::clause::page(n, session, asked),
            Self::Hand => page::hand::page(n, view),
            Self::Hint => hint(console, n, session)?,
            Self::Intel => page::intel::page(n, view),
            Self::Brief => page::brief::page(n, view),
            Self::Handbook(chapter) => page::help::handbook(words, chapter),
            Self::Material(document) => page::material::page(words, document),
            Self::Log(round) => log(n, session, round),
            Self::Why(meter) => why(n, session, meter),
            Self::Save => saved(words, session),
            // In a guided game it is the game that heeds it.
            Self::Guide => Page::line(words.get("guide.none")),
            Self::Quit => return Err(Leave::Quit),
        };
        console.show(&page)
    }
}

impl Command {
    /// The help that it is, which an exercise may do without.
    const fn help(&self) -> Option<Help> {
        Some(match self {
            Self::Hint => Help::Hints,
            // Rules and role sheets are the same help by another name.
            Self::Handbook(_) | Self::Material(_) => Help::Handbook,
            Self::Why(_) => Help::Why,
            Self::Intel => Help::Estimate,
            _ => return None,
        })
    }
}

/// The best few plans, once they are thought out; that is said first, since it takes a while.
fn hint<R: BufRead, W: Write>(
    console: &mut Console<R, W>,
    n: &Narrator,
    session: &Session,
) -> Step<Page> {
    let errand = match session.advise(Box::new(|| ())) {
        Some(Ok(errand)) => errand,
        Some(Err(error)) => {
            return Ok(Page::line(
                n.words.fill("advice.failed", &[("error", &error)]),
            ));
        }
        None => return Ok(Page::line(n.words.get("advice.none"))),
    };
    console.say(n.words.get("plain.hint.busy"))?;
    console.flush()?;
    let advice = errand.wait();
    let page = advice.map(|advice| page::hint::page(n, session.side(), &advice));
    Ok(page.unwrap_or_else(|| Page::line(n.words.get("advice.none"))))
}

/// The round asked for; the last that was played if none is.
fn log(n: &Narrator, session: &Session, asked: &str) -> Page {
    let log = session.log();
    let last = log.len();
    let round = if asked.is_empty() {
        Some(last.saturating_sub(1).max(1))
    } else {
        asked.parse().ok()
    };
    let found = round.and_then(|round: usize| log.get(round.checked_sub(1)?));
    found.map_or_else(
        || Page::line(n.words.fill("plain.log.none", &[("last", &last)])),
        |round| page::reveal::log(n, session.side(), round),
    )
}

/// Why the meter asked for moved; which there are, if it is none.
fn why(n: &Narrator, session: &Session, asked: &str) -> Page {
    let side = session.side();
    if let Some(meter) = page::named(n, side, asked) {
        return page::why::page(n, &session.view(), session.log(), meter);
    }
    let shared = [Meter::Tension, Meter::Fog, Meter::Hope, Meter::Shock];
    let own = Gauge::ALL.map(|gauge| Meter::Of(side, gauge));
    let names: Vec<&str> = (shared.iter().chain(&own))
        .map(|meter| n.meter(*meter))
        .collect();
    let names = names.join(n.words.get("plain.join"));
    Page::line(n.words.fill("plain.why.unknown", &[("meters", &names)]))
}

/// Where the game is kept.
fn saved(words: &Phrases, session: &Session) -> Page {
    Page::line(match (session.save_path(), session.save_error()) {
        (None, _) => words.get("plain.save.nowhere").into(),
        (Some(_), Some(error)) => words.fill("plain.save.failed", &[("error", error)]),
        (Some(path), None) => words.fill("plain.save.at", &[("path", &path.display())]),
    })
}
