//! `scenario`: list, show, check or begin one.

pub mod check;
mod list;
mod new;
mod show;

use super::exit::Outcome;
use clap::Subcommand;

/// Arguments of `scenario`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// The scenarios that come with the game
    List,
    /// One scenario as a sheet: agenda, sides, decks, constants
    Show(show::Args),
    /// Find all faults in a scenario's files
    Check(check::Args),
    /// Write a small complete scenario to start from
    New(new::Args),
}

/// Runs it.
pub fn run(args: Args) -> Outcome {
    match args.command {
        Command::List => list::run(),
        Command::Show(args) => show::run(&args),
        Command::Check(args) => check::run(&args),
        Command::New(args) => new::run(&args),
    }
}
