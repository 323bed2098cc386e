//! `agent`: a negotiator of this program on standard input and output, for whoever wants to
//! play against it from outside.

use super::exit::{Exit, Failure, Outcome};
use crate::negotiator::Who;
use crate::negotiator::agent::{AgentError, serve};
use std::io;

/// Arguments of `agent`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Who plays: easy, normal, hard, expert, or another negotiator by name
    #[arg(long, value_name = "LEVEL")]
    level: Who,
}

/// Runs it.
pub fn run(args: &Args) -> Outcome {
    if matches!(args.level, Who::Cmd(_)) {
        let message = "an agent speaks for a negotiator of this program, not for a command";
        return Err(Failure::new(Exit::Usage, message));
    }
    match serve(&args.level, io::stdin().lock(), io::stdout().lock()) {
        Ok(()) => Ok(Exit::Done),
        Err(AgentError::Io(error)) => Err(error.into()),
        Err(error) => Err(Failure::new(Exit::Failed, error)),
    }
}
