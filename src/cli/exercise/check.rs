//! `exercise check`: every fault in an exercise, at once.

use crate::cli::exit::Outcome;
use crate::cli::scenario::check::{Format, tell};
use crate::exercise::Exercise;
use std::path::PathBuf;

/// Arguments of `exercise check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The exercise
    file: PathBuf,
    /// How to print the faults
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Runs it.
pub fn run(args: &Args) -> Outcome {
    let (exercise, report) = Exercise::read(&args.file);
    let name = args.file.display().to_string();
    tell("exercise", &name, exercise.is_some(), &report, args.format)
}
