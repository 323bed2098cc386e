//! `exercise`: begin one, check it.

mod check;
mod new;

use super::exit::Outcome;
use clap::Subcommand;

/// Arguments of `exercise`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write a small complete exercise to start from
    New(new::Args),
    /// Find all faults in an exercise
    Check(check::Args),
}

/// Runs it.
pub fn run(args: Args) -> Outcome {
    match args.command {
        Command::New(args) => new::run(&args),
        Command::Check(args) => check::run(&args),
    }
}
