//! What the commands that play many games share: what the games are, how many threads play
//! them, the bar that shows how far they have come, and where the result goes.

use super::exit::{Exit, Failure, Outcome};
use super::length::LengthName;
use super::output::print;
use crate::record::write_whole;
use crate::rules::deal::Length;
use crate::scenario::{Override, Overrides, Scenario};
use indicatif::{HumanDuration, ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use serde::Serialize;
use std::fs;
use std::io::IsTerminal;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

/// The games that are played.
#[derive(Debug, clap::Args)]
pub struct Games {
    /// The id of a scenario that comes with the game, or the path of one
    #[arg(long, value_name = "ID|FILE", default_value = "gulf")]
    scenario: String,
    /// The seed of the batch
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// How long the games are
    #[arg(long, value_enum, default_value_t)]
    length: LengthName,
    /// How many games at once; one per core if not given
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Changes a number of the scenario; may be given again
    #[arg(long, value_name = "KEY=VALUE")]
    set: Vec<Override>,
}

impl Games {
    /// The scenario with what is set.
    pub fn scenario(&self) -> Result<Scenario, Failure> {
        Overrides(self.set.clone())
            .apply(Scenario::load(&self.scenario)?)
            .map_err(|error| Failure::new(Exit::Usage, error))
    }

    /// How long each is.
    pub fn length(&self) -> Length {
        self.length.into()
    }

    /// Plays: `play` runs on as many threads as were asked for and calls what it is given
    /// after each of `count` games.
    pub fn play<T: Send>(
        &self,
        count: u64,
        play: impl FnOnce(&(dyn Fn() + Sync)) -> T + Send,
    ) -> Result<T, Failure> {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(self.jobs.map_or(0, NonZeroUsize::get))
            .build()
            .map_err(|error| {
                Failure::new(Exit::Failed, format!("cannot start threads: {error}"))
            })?;
        let bar = progress(count, "{bar:40} {pos}/{len} games, {eta} left");
        let played = pool.install(|| play(&|| bar.inc(1)));
        bar.finish_and_clear();
        Ok(played)
    }
}

/// How a result is written.
#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
pub enum Format {
    /// For reading
    #[default]
    Table,
    /// One object
    Json,
}

/// A result as one object.
pub fn json(result: &impl Serialize) -> Result<String, Failure> {
    let json =
        serde_json::to_string_pretty(result).map_err(|error| Failure::new(Exit::Failed, error))?;
    Ok(json + "\n")
}

/// Writes a result to the file that was asked for, or to standard output. A file is written
/// whole or not at all.
pub fn deliver(output: Option<PathBuf>, text: &str) -> Outcome {
    let Some(path) = output else {
        print(text)?;
        return Ok(Exit::Done);
    };
    // A pipe or a device is written to; of a link, what it leads to is the file.
    let special = fs::metadata(&path).is_ok_and(|found| !found.is_file());
    let written = if special {
        fs::write(&path, text)
    } else {
        let path = fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
        write_whole(&path, text.as_bytes(), false)
    };
    written.map_err(|error| {
        let place = path.display();
        Failure::new(Exit::Failed, format!("cannot write {place}: {error}"))
    })?;
    Ok(Exit::Done)
}

/// Refuses to write a result over the file that it is made from.
pub fn spare(save: &Path, output: Option<&Path>) -> Result<(), Failure> {
    let place = |path: &Path| fs::canonicalize(path).ok();
    let same = output
        .and_then(place)
        .is_some_and(|at| place(save) == Some(at));
    if same {
        let place = save.display();
        let message = format!("-o {place}: that is the saved game itself; name another file");
        return Err(Failure::new(Exit::Usage, message));
    }
    Ok(())
}

/// How long it takes yet: not known before anything is done.
fn eta(state: &ProgressState, out: &mut dyn std::fmt::Write) {
    // A bar that cannot be written is not missed.
    let _ = match state.pos() {
        0 => out.write_str("?"),
        _ => write!(out, "{:#}", HumanDuration(state.eta())),
    };
}

/// A bar on standard error, if that is a terminal.
pub fn progress(length: u64, looks: &str) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(length), ProgressDrawTarget::stderr_with_hz(5));
    if let Ok(style) = ProgressStyle::with_template(looks) {
        bar.set_style(style.with_key("eta", eta));
    }
    bar
}
