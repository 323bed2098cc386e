//! `bot check`: does a program speak the protocol?

use super::exchange::Exchange;
use super::games;
use super::report::Report;
use crate::cli::exit::{Exit, Failure, Outcome};
use crate::cli::output::print;
use crate::cli::outside::{Limits, end_together, present};
use crate::negotiator::Who;
use crate::negotiator::external::CommandLine;
use crate::scenario::Scenario;

/// Arguments of `bot check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The command line that starts it, as one word: 'python3 bot.py'
    #[arg(value_name = "COMMAND")]
    command: String,
    /// The id of a scenario that comes with the game, or the path of one
    #[arg(long, value_name = "ID|FILE", default_value = "gulf")]
    scenario: String,
    /// The seed of the games
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    #[command(flatten)]
    limits: Limits,
}

/// Runs it.
pub fn run(args: &Args) -> Outcome {
    let scenario = Scenario::load(&args.scenario)?;
    let command = args.command.strip_prefix("cmd:").unwrap_or(&args.command);
    let usage = |error| Failure::new(Exit::Usage, error);
    let line = CommandLine::read(command).map_err(usage)?;
    let who = Who::Cmd(line.clone());
    present([&who])?;
    end_together([&who])?;
    let outside = args.limits.told();
    let mut report = Report::default();
    Exchange::run(&scenario, &line, args.seed, &outside, &mut report);
    if report.passed() {
        games::play(&scenario, &line, args.seed, &outside, &mut report);
    }
    print(&report.text())?;
    Ok(if report.passed() {
        Exit::Done
    } else {
        Exit::Failed
    })
}
