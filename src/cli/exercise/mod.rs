//! `exercise`: begin one, check it, and report on what a class made of it.

mod check;
mod new;
mod report;

use super::exit::Outcome;
use super::language::Lang;
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
    /// Execute the saves of a class again, and write a page and a grade book
    Report(report::Args),
}

/// Runs it.
pub fn run(args: Args, lang: Lang) -> Outcome {
    match args.command {
        Command::New(args) => new::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Report(args) => report::run(&args, lang),
    }
}
