//! A negotiator outside this program, that speaks the protocol.
//!
//! ```text
//!   external ──► process (three pipes, one loop) ──► lines
//!      │            └──► tail (its log)
//!      └──► protocol
//! ```
//! An answer that is late, malformed or illegal is told to it and awaited once more; after a
//! second bad one the default is recorded, which is a fault. Three faults, an end of the
//! program or an unknown protocol forfeit the game: the side then takes the default always.

mod command;
mod lines;
mod process;
mod tail;

pub use command::{CommandError, CommandLine};
pub use lines::Said;
pub use process::{GRACE, Heard, Process, kill_all};
pub use tail::Tail;

use super::seating::{Outside, Seating};
use super::{Negotiator, Stop};
use crate::protocol::{Answer, BadAnswer, FromBot, ToBot, VERSION};
use crate::rules::ending::Ending;
use crate::rules::plan::{ChoiceId, Decision, Plan};
use crate::rules::score::Score;
use crate::rules::side::PerSide;
use crate::rules::state::Ask;
use crate::rules::tables::Tables;
use crate::rules::view::View;
use crate::scenario::{Scenario, excerpt};
use std::fmt;
use std::time::{Duration, Instant};

/// So many faults forfeit a game.
pub const FAULTS: u32 = 3;

/// Why a negotiator decides nothing any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forfeit {
    /// What it did.
    pub reason: String,
    /// The last lines that it wrote to its standard error.
    pub last: Vec<String>,
}

impl fmt::Display for Forfeit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)?;
        self.last
            .iter()
            .try_for_each(|line| write!(f, "\n  | {line}"))
    }
}

/// A negotiator outside this program.
pub struct External {
    line: CommandLine,
    scenario: Scenario,
    whose: String,
    bot_seed: u64,
    stop: Stop,
    outside: Outside,
    link: Link,
    asked: u64,
    faults: u32,
    slowest: Duration,
}

/// How it can be reached.
enum Link {
    /// It is started when it is first needed.
    Unborn,
    /// It runs and knows its game.
    Up(Process),
    /// It decides nothing any more.
    Lost(Forfeit),
}

impl External {
    /// For a seat. The program is started when it is first needed.
    pub fn new(line: CommandLine, at: &Seating<'_>) -> Self {
        Self {
            line,
            scenario: at.scenario.clone(),
            whose: at.scenario.text.side(at.side).id.clone(),
            bot_seed: at.bot_seed,
            stop: at.stop.clone(),
            outside: at.outside.clone(),
            link: Link::Unborn,
            asked: 0,
            faults: 0,
            slowest: Duration::ZERO,
        }
    }

    /// The longest that it has taken for an answer.
    pub const fn slowest(&self) -> Duration {
        self.slowest
    }

    /// For how many questions the default was recorded.
    pub const fn faults(&self) -> u32 {
        self.faults
    }

    /// Starts it if need be, and tells it of the game that this view is the first of.
    fn process(&mut self, view: &View) -> Option<&mut Process> {
        if matches!(self.link, Link::Unborn) {
            let tail = Tail::new(self.whose.clone(), self.outside.clone());
            self.link = match Process::start(&self.line, tail) {
                Ok(process) => Link::Up(process),
                Err(error) => Link::Lost(Forfeit {
                    reason: format!("`{}` cannot be started: {error}", self.line),
                    last: Vec::new(),
                }),
            };
            self.greet();
            let (seed, limit) = (self.bot_seed, self.outside.move_ms);
            if let Link::Up(process) = &mut self.link {
                process.say(&ToBot::new(&self.scenario, view, seed, limit).line());
            }
        }
        match &mut self.link {
            Link::Up(process) => Some(process),
            _ => None,
        }
    }

    fn greet(&mut self) {
        let Link::Up(process) = &mut self.link else {
            return;
        };
        process.say(&ToBot::hello().line());
        let limit = self.outside.start_ms;
        let until = Instant::now() + Duration::from_millis(limit.into());
        let why = loop {
            match process.hear(until, &self.stop) {
                Heard::Said(Said::Line(line)) => match serde_json::from_str(&line) {
                    Ok(FromBot::Hello { proto, .. }) if proto == VERSION => return,
                    Ok(FromBot::Hello { proto, .. }) => {
                        break format!("it speaks version {proto} of the protocol, not {VERSION}");
                    }
                    _ if line.trim().is_empty() => {}
                    _ => {
                        let line = excerpt(&line, 60);
                        break format!("it did not begin with hello, but with \"{line}\"");
                    }
                },
                Heard::Said(_) => break "it did not begin with hello".to_owned(),
                Heard::Silence => {
                    break format!("it said no hello within {limit} ms");
                }
                // The game is being left: it is asked nothing.
                Heard::Stopped => return,
                Heard::Gone(why) => break format!("{why} before it said hello"),
            }
        };
        self.forfeits(why);
    }

    fn forfeits(&mut self, reason: String) {
        let last = match &mut self.link {
            Link::Up(process) => {
                process.quit(&ToBot::Quit.line());
                process.last()
            }
            _ => Vec::new(),
        };
        self.outside
            .tell(&self.whose, &format!("forfeits: {reason}"));
        self.link = Link::Lost(Forfeit { reason, last });
    }

    /// Asks, and asks again after a bad answer; nothing if the default is to be recorded.
    fn ask(&mut self, view: &View) -> Option<Decision> {
        let id = self.asked + 1;
        let question = ToBot::act(&self.scenario, view, id)?.line();
        self.process(view)?.say(&question);
        self.asked = id;
        for again in [false, true] {
            let bad = match self.listen(view, id)? {
                Ok(decision) => return Some(decision),
                Err(bad) => bad,
            };
            let BadAnswer { code, message } = bad;
            self.outside
                .tell(&self.whose, &format!("question {id}: {code}: {message}"));
            let code = code.to_owned();
            let msg = if again {
                format!("{message}; the default is recorded")
            } else {
                message
            };
            if let Link::Up(process) = &mut self.link {
                process.say(&ToBot::Error { id, code, msg }.line());
            }
        }
        self.faults += 1;
        if self.faults == FAULTS {
            self.forfeits(format!(
                "no answer that could be taken to {FAULTS} questions"
            ));
        }
        None
    }

    /// Listens for one answer, good or bad; nothing if none is to be waited for.
    fn listen(&mut self, view: &View, id: u64) -> Option<Result<Decision, BadAnswer>> {
        let limit = self.outside.move_ms;
        let asked = Instant::now();
        let until = asked + Duration::from_millis(limit.into());
        let answer = loop {
            let Link::Up(process) = &mut self.link else {
                return None;
            };
            match process.hear(until, &self.stop) {
                Heard::Said(Said::Line(line)) => {
                    match Answer::judge(&self.scenario, view, id, &line) {
                        Answer::Decided(decision) => break Ok(decision),
                        Answer::Bad(bad) => break Err(bad),
                        Answer::Beside => {}
                    }
                }
                Heard::Said(Said::TooLong) => {
                    break Err(BadAnswer::malformed(&"the line is longer than 64 KiB"));
                }
                Heard::Said(Said::NotText(_)) => {
                    break Err(BadAnswer::malformed(&"the line is not UTF-8"));
                }
                Heard::Silence => break Err(BadAnswer::late(limit)),
                Heard::Stopped => return None,
                Heard::Gone(why) => {
                    self.forfeits(why);
                    return None;
                }
            }
        };
        self.slowest = self.slowest.max(asked.elapsed());
        Some(answer)
    }
}

impl Negotiator for External {
    fn decide(&mut self, t: &Tables, view: &View) -> Decision {
        self.ask(view).unwrap_or_else(|| match view.ask(t) {
            Some(Ask::Plan) => Decision::Plan(Plan::DEFAULT),
            _ => Decision::Choice(ChoiceId(0)),
        })
    }

    fn recall(&mut self, _t: &Tables, view: &View, decided: Decision) {
        let line = ToBot::recall(&self.scenario, view, decided).line();
        if let Some(process) = self.process(view) {
            process.say(&line);
        }
    }

    fn end(&mut self, ending: Ending, scores: &PerSide<Score>) {
        if let Link::Up(process) = &mut self.link {
            process.say(&ToBot::end(&self.scenario, ending, scores).line());
        }
    }

    fn forfeit(&self) -> Option<&Forfeit> {
        match &self.link {
            Link::Lost(forfeit) => Some(forfeit),
            _ => None,
        }
    }
}

impl Drop for External {
    fn drop(&mut self) {
        if let Link::Up(process) = &mut self.link {
            process.quit(&ToBot::Quit.line());
        }
    }
}
