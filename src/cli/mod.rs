//! The command line: one file per command. Each takes its arguments and says how it
//! went; only here does that become a process's exit.

mod agent;
mod analyse;
mod batch;
mod bot;
mod completions;
mod exercise;
mod exit;
mod fresh;
mod kept;
mod language;
mod length;
mod manual;
mod material;
mod output;
mod outside;
mod play;
mod replay;
mod scenario;
mod screen;
mod simulate;
mod study;
mod tournament;

use crate::negotiator::Outside;
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};
use exit::Failure;
use std::process::ExitCode;

/// A terminal wargame of talks under a ceasefire that both sides keep breaking a little.
#[derive(Debug, Parser)]
#[command(name = "fog-of-peace", version)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    looks: screen::Looks,
    #[command(flatten)]
    lang: language::Lang,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Play a game
    Play(play::Args),
    /// Watch a saved game again
    Replay(replay::Args),
    /// Go through a finished game again: what each plan was worth, and what would have been better
    Analyse(analyse::Args),
    /// List, show, check or begin a scenario
    Scenario(scenario::Args),
    /// Begin or check an exercise for a class, and report on what the class made of it
    Exercise(exercise::Args),
    /// What a class needs on paper: list, show or export it
    Material(material::Args),
    /// Play a batch of games without a screen
    Simulate(simulate::Args),
    /// Play everyone against everyone from both seats, and rate them
    Tournament(tournament::Args),
    /// Put the claims that the game is made of to the game
    Study(study::Args),
    /// Let a negotiator of this program speak the protocol on standard input and output
    Agent(agent::Args),
    /// Help with a negotiator of one's own: check it, or print a small one
    Bot(bot::Args),
    /// Write what a shell needs to complete this command line
    Completions(completions::Args),
    /// Write the manual page
    Man,
}

/// Runs the command that the process was started with.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let Some(command) = cli.command else {
        return screen::open(&cli.looks, cli.lang, None, Outside::default());
    };
    if let Some(option) = cli.looks.given() {
        let misplaced = format!("`{option}` does nothing here: it goes after the command");
        Cli::command()
            .error(ErrorKind::ArgumentConflict, misplaced)
            .exit();
    }
    run(command, cli.lang).unwrap_or_else(Failure::report)
}

fn run(command: Command, lang: language::Lang) -> Result<ExitCode, Failure> {
    let exit = match command {
        Command::Play(args) => return play::run(args, lang),
        Command::Replay(args) => return replay::run(args, lang),
        Command::Analyse(args) => analyse::run(args, lang)?,
        Command::Scenario(args) => scenario::run(args)?,
        Command::Exercise(args) => exercise::run(args, lang)?,
        Command::Material(args) => material::run(args, lang)?,
        Command::Simulate(args) => simulate::run(args)?,
        Command::Tournament(args) => tournament::run(args)?,
        Command::Study(args) => study::run(args)?,
        Command::Agent(args) => agent::run(&args)?,
        Command::Bot(args) => bot::run(args)?,
        Command::Completions(args) => completions::run(&args)?,
        Command::Man => manual::run()?,
    };
    Ok(exit.into())
}
