//! Writing a recorded game to a file.

use super::Args;
use super::watch::vantage;
use crate::cli::batch::{deliver, json, spare};
use crate::cli::exit::Outcome;
use crate::cli::language::Lang;
use crate::cli::output::complain;
use crate::export::replay::{self, Told};
use crate::narrate::Narrator;
use crate::theatre::{Condition, Recording};

/// What a recorded game is written as.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub enum Format {
    /// An account in Markdown
    Md,
    /// An account as a page for a browser, with charts, in one file
    Html,
    /// A recording for a player of casts (asciicast v2)
    Cast,
    /// A row a round
    Csv,
    /// One object, with every round
    Json,
}

/// Writes it.
pub fn run(args: Args, format: Format, lang: Lang) -> Outcome {
    spare(&args.save, args.output.as_deref())?;
    let recording = Recording::open(&args.save, args.scenario.as_deref())?;
    if recording.condition() == Condition::Damaged
        && let Some(fault) = recording.faults().last()
    {
        let (save, last) = (args.save.display(), recording.moments().len());
        // Rows and objects have no place to say it in.
        let text = format!(
            "fog-of-peace: {save}: {fault}; written is what comes before, up to entry {last}\n"
        );
        complain(&text)?;
    }
    let words = lang.words()?;
    let seed = recording.header().seed.number();
    let narrator = Narrator::new(recording.scenario(), &words).salted(seed);
    let told = Told {
        n: &narrator,
        recording: &recording,
        vantage: vantage(&recording, args.view.as_deref(), &words)?,
    };
    let text = match format {
        Format::Md => replay::markdown(&told),
        Format::Html => replay::html(&told),
        Format::Cast => replay::cast(&told),
        Format::Csv => replay::csv(&told),
        Format::Json => json(&replay::json(&told))?,
    };
    deliver(args.output, &text)
}
