//! `simulate`: a batch of games without a screen, summed up.

use super::exit::{Exit, Failure, Outcome};
use super::length::LengthName;
use super::output::print;
use crate::negotiator::Who;
use crate::rules::side::{PerSide, Side};
use crate::scenario::{Override, Overrides, Scenario};
use crate::simulate::{About, Batch, Summary, csv, table};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::fs;
use std::io::IsTerminal;
use std::num::NonZeroUsize;
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
    /// The id of a scenario that comes with the game, or the path of one
    #[arg(long, value_name = "ID|FILE", default_value = "gulf")]
    scenario: String,
    /// The seed of the batch
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// How long the games are
    #[arg(long, value_enum, default_value_t)]
    length: LengthName,
    /// How many games at once; one per core if not given
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Changes a number of the scenario; may be given again
    #[arg(long, value_name = "KEY=VALUE")]
    set: Vec<Override>,
    /// How the result is written
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Writes the result to a file
    #[arg(short, value_name = "FILE")]
    output: Option<PathBuf>,
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
    let scenario = Overrides(args.set)
        .apply(Scenario::load(&args.scenario)?)
        .map_err(|error| Failure::new(Exit::Usage, error))?;
    let players = PerSide([args.side_a, args.side_b]);
    let names = PerSide::from_fn(|side: Side| players[side].to_string());
    let batch = Batch {
        scenario: &scenario,
        players,
        games: args.games,
        seed: args.seed,
        length: args.length.into(),
    };
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(args.jobs.map_or(0, NonZeroUsize::get))
        .build()
        .map_err(|error| Failure::new(Exit::Failed, format!("cannot start threads: {error}")))?;
    let bar = progress(u64::from(args.games));
    let start = Instant::now();
    let games = pool.install(|| batch.run(|| bar.inc(1)));
    let seconds = start.elapsed().as_secs_f64();
    bar.finish_and_clear();
    let about = About {
        players: names,
        seed: args.seed,
        seconds,
    };
    let text = match args.format {
        Format::Csv => csv(&scenario.text, &games),
        Format::Table => table(&Summary::of(&scenario, &games, &about)),
        Format::Json => {
            let summary = Summary::of(&scenario, &games, &about);
            let json = serde_json::to_string_pretty(&summary)
                .map_err(|error| Failure::new(Exit::Failed, error))?;
            json + "\n"
        }
    };
    match args.output {
        None => print(&text)?,
        Some(path) => fs::write(&path, text).map_err(|error| {
            Failure::new(
                Exit::Failed,
                format!("cannot write {}: {error}", path.display()),
            )
        })?,
    }
    Ok(Exit::Done)
}

/// A bar on standard error, if that is a terminal.
fn progress(games: u64) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(games), ProgressDrawTarget::stderr_with_hz(5));
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} games, {eta} left") {
        bar.set_style(style);
    }
    bar
}
