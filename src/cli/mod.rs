//! The command line: one file per command. Each takes its arguments and says how it
//! went; only here does that become a process's exit.

mod exit;
mod output;
mod scenario;
mod simulate;

use clap::{Parser, Subcommand};
use exit::{Exit, Outcome};
use std::process::ExitCode;

/// A terminal wargame of talks under a ceasefire that both sides keep breaking a little.
#[derive(Debug, Parser)]
#[command(name = "fog-of-peace", version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List, show, check or begin a scenario
    Scenario(scenario::Args),
    /// Play a batch of games without a screen
    Simulate(simulate::Args),
}

/// Runs the command that the process was started with.
pub fn main() -> ExitCode {
    match run(Cli::parse()) {
        Ok(exit) => exit.into(),
        Err(failure) => failure.report(),
    }
}

fn run(cli: Cli) -> Outcome {
    match cli.command {
        Some(Command::Scenario(args)) => scenario::run(args),
        Some(Command::Simulate(args)) => simulate::run(args),
        None => Ok(Exit::Done),
    }
}
