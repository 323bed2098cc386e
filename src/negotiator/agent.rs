//! A negotiator of this program that speaks the protocol: the other end of
//! [`external`](super::external).

use super::{Negotiator, Outside, Seating, Stop, Who};
use crate::protocol::{FromBot, Misread, New, ToBot, VERSION};
use crate::scenario::Scenario;
use std::io::{self, BufRead, Write};

/// Why an agent cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum AgentError {
    /// A pipe is broken.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// A line is no message.
    #[error("line {line} is no message: {why}")]
    Malformed {
        /// Which, from 1.
        line: usize,
        /// What is wrong with it.
        why: serde_json::Error,
    },
    /// A message says what cannot be.
    #[error("line {line}: {why}")]
    Misread {
        /// Which, from 1.
        line: usize,
        /// What is wrong with it.
        why: Misread,
    },
    /// A message that only makes sense in a game came before there was one.
    #[error("line {0} asks before a game has begun")]
    NoGame(usize),
    /// A question with a view that leaves nothing to decide.
    #[error("line {0} asks where there is nothing to decide")]
    NothingAsked(usize),
    /// The game speaks another protocol.
    #[error("the game speaks version {0} of the protocol, and this is version {VERSION}")]
    Version(u32),
}

/// A game under way.
struct Game {
    scenario: Scenario,
    negotiator: Box<dyn Negotiator>,
    /// The last question and its answer, to be given again if the game asks for that.
    answered: Option<(u64, String)>,
}

/// Answers until the game says `quit` or closes the pipe.
///
/// # Errors
/// If a pipe breaks or the game says what makes no sense.
pub fn serve(who: &Who, input: impl BufRead, mut output: impl Write) -> Result<(), AgentError> {
    let mut game: Option<Game> = None;
    for (n, text) in (1..).zip(input.lines()) {
        let text = text?;
        if text.trim().is_empty() {
            continue;
        }
        let malformed = |why| AgentError::Malformed { line: n, why };
        let misread = |why| AgentError::Misread { line: n, why };
        let answer = match serde_json::from_str(&text).map_err(malformed)? {
            ToBot::Hello { proto, .. } if proto == VERSION => {
                let name = format!("{} {who}", env!("CARGO_PKG_NAME"));
                FromBot::Hello { proto, name }.line()
            }
            ToBot::Hello { proto, .. } => return Err(AgentError::Version(proto)),
            ToBot::New(new) => {
                game = Some(begin(who, *new).map_err(misread)?);
                continue;
            }
            ToBot::Act { id, view, .. } => {
                let game = game.as_mut().ok_or(AgentError::NoGame(n))?;
                let view = view.read(&game.scenario).map_err(misread)?;
                if view.ask(&game.scenario.tables).is_none() {
                    return Err(AgentError::NothingAsked(n));
                }
                let decision = game.negotiator.decide(&game.scenario.tables, &view);
                let answer = FromBot::act(&game.scenario, &view, id, decision).line();
                game.answered = Some((id, answer.clone()));
                answer
            }
            ToBot::Recall { view, decided, .. } => {
                let game = game.as_mut().ok_or(AgentError::NoGame(n))?;
                let view = view.read(&game.scenario).map_err(misread)?;
                let decided = decided.read(&game.scenario, &view).map_err(misread)?;
                game.negotiator
                    .recall(&game.scenario.tables, &view, decided);
                continue;
            }
            ToBot::Error { id, .. } => {
                let answered = game.as_ref().and_then(|game| game.answered.as_ref());
                match answered.filter(|(last, _)| *last == id) {
                    Some((_, answer)) => answer.clone(),
                    None => continue,
                }
            }
            ToBot::Quit => return Ok(()),
            ToBot::End { .. } | ToBot::Unknown => continue,
        };
        output.write_all(answer.as_bytes())?;
        output.flush()?;
    }
    Ok(())
}

fn begin(who: &Who, new: New) -> Result<Game, Misread> {
    let scenario = new.scenario.read()?;
    let side = scenario.text.read_side(&new.side)?;
    let negotiator = who.seat(&Seating {
        scenario: &scenario,
        side,
        bot_seed: new.bot_seed,
        stop: &Stop::default(),
        outside: Outside::default(),
    });
    Ok(Game {
        scenario,
        negotiator,
        answered: None,
    })
}
