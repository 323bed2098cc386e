//! `study`: the essay's claims, put to the game.

use super::batch::{Format, Games, deliver, json};
use super::exit::{Exit, Failure, Outcome};
use super::outside::{Limits, end_together, present, tell_forfeits};
use crate::negotiator::Who;
use crate::scenario::SetError;
use crate::simulate::study::{Findings, Study, table};
use crate::simulate::{Batch, Calibration};
use std::path::PathBuf;

/// Arguments of `study`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// How many games a run; there are four runs, of the same deals
    #[arg(
        long, value_name = "N", default_value_t = 1000,
        value_parser = clap::value_parser!(u32).range(2..=10_000_000)
    )]
    games: u32,
    /// Who plays both sides: a level, or anyone else
    #[arg(long, value_name = "LEVEL", default_value = "normal")]
    level: Who,
    #[command(flatten)]
    setting: Games,
    /// How the result is written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Writes the result to a file
    #[arg(short, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    limits: Limits,
}

/// Games that a belief looks on at, at most: they are played for it once more.
const LOOKED_ON: u32 = 200;

/// Runs it.
pub fn run(args: Args) -> Outcome {
    present([&args.level])?;
    end_together([&args.level])?;
    let scenario = args.setting.scenario()?;
    let study = Study {
        scenario: &scenario,
        player: &args.level,
        games: args.games,
        seed: args.setting.seed,
        length: args.setting.length(),
        outside: args.limits.told(),
    };
    let impossible = |error: SetError| {
        let message = format!("{} does not allow this experiment: {error}", scenario.id);
        Failure::new(Exit::Usage, message)
    };
    let scenarios = study.scenarios().map_err(impossible)?;
    let runs = (args.setting).play(study.count(), |done| study.run(&scenarios, done))?;
    for run in &runs {
        tell_forfeits(&scenario.text, run)?;
    }
    let looked_on = Calibration {
        batch: Batch {
            games: args.games.min(LOOKED_ON),
            ..study.batch(&scenario)
        },
        particles: Calibration::PARTICLES,
    };
    let count = u64::from(looked_on.batch.games);
    let belief = (args.setting).play(count, |done| looked_on.run(done))?;
    let mut findings = Findings::of(&study, &runs).map_err(impossible)?;
    findings.belief = belief;
    let text = match args.format {
        Format::Table => table(&findings),
        Format::Json => json(&findings)?,
    };
    deliver(args.output, &text)
}
