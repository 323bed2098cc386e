//! `bot`: help for those who write a negotiator of their own.

mod check;
mod exchange;
mod games;
mod report;

use super::exit::{Exit, Outcome};
use super::output::print;
use crate::narrate::handbook::EXAMPLE_BOT;

/// Arguments of `bot`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Does a program speak the protocol? Asks it all that a game can ask, and plays with it
    Check(check::Args),
    /// Print a small complete negotiator in Python
    Example,
}

/// Runs it.
pub fn run(args: Args) -> Outcome {
    match args.what {
        What::Check(args) => check::run(&args),
        What::Example => {
            print(EXAMPLE_BOT)?;
            Ok(Exit::Done)
        }
    }
}
