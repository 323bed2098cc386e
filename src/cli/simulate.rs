//! `simulate`: a batch of games without a screen, summed up.

use super::batch::{Games, deliver, json};
use super::exit::Outcome;
use super::outside::{Limits, end_together, present, tell_forfeits};
use crate::negotiator::Who;
use crate::rules::side::{PerSide, Side};
use crate::simulate::{About, Batch, Summary, csv, table};
use std::path::PathBuf;
use std::time::Instant;

/// Arguments of `simulate`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// How many games
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    games: u32,
    /// Who plays the side that presses
    #[arg(long = "side-a", visible_alias = "us", value_name = "WHO")]
    side_a: Who,
    /// Who plays the side that holds
    #[arg(long = "side-b", visible_alias = "iran", value_name = "WHO")]
    side_b: Who,
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

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Format {
    /// For reading
    #[default]
    Table,
    /// One object
    Json,
    /// A line a game
    Csv,
}

/// Runs it.
pub fn run(args: Args) -> Outcome {
    let scenario = args.setting.scenario()?;
    let players = PerSide([args.side_a, args.side_b]);
    let names = PerSide::from_fn(|side: Side| players[side].to_string());
    let batch = Batch {
        scenario: &scenario,
        players,
        games: args.games,
        seed: args.setting.seed,
        length: args.setting.length(),
        outside: args.limits.told(),
    };
    present(&batch.players.0)?;
    end_together(&batch.players.0)?;
    let start = Instant::now();
    let games = (args.setting).play(u64::from(args.games), |done| batch.run(done))?;
    tell_forfeits(&scenario.text, &games)?;
    let about = About {
        players: names,
        seed: args.setting.seed,
        seconds: start.elapsed().as_secs_f64(),
    };
    let text = match args.format {
        Format::Csv => csv(&scenario.text, &games),
        Format::Table => table(&Summary::of(&scenario, &games, &about)),
        Format::Json => json(&Summary::of(&scenario, &games, &about))?,
    };
    deliver(args.output, &text)
}
