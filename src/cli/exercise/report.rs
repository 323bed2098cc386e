//! `exercise report`: the saves of a class, executed again and set side by side.

use crate::analysis::review::PAR_GAMES;
use crate::cli::batch::{deliver, progress};
use crate::cli::exit::{Exit, Failure, Outcome};
use crate::cli::language::Lang;
use crate::cli::output::{complain, print};
use crate::cli::play::exercise::load;
use crate::exercise::report::{CLASS_SIMULATIONS, Class, Handed, Reference, Reviews, Work, par};
use crate::export;
use crate::narrate::Narrator;
use crate::record::read;
use crate::scenario::Scenario;
use rayon::prelude::*;
use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

/// Arguments of `exercise report`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of the saves
    dir: PathBuf,
    /// The page to write; without it and --csv, a summary is printed
    #[arg(short, long, value_name = "FILE.html")]
    output: Option<PathBuf>,
    /// The grade book to write
    #[arg(long, value_name = "FILE")]
    csv: Option<PathBuf>,
    /// The exercise, to hold the saves against; without it they are held against what most of
    /// them are
    #[arg(long, value_name = "FILE")]
    exercise: Option<PathBuf>,
    /// The scenario, if it does not come with the game and no --exercise names it
    #[arg(long, value_name = "FOLDER")]
    scenario: Option<String>,
    /// Has strong players play so many games for par; with --analyse it is 16 unless the exercise
    /// says its par, 0 for none
    #[arg(long, value_name = "N")]
    par: Option<u32>,
    /// Goes through every game that counts again, as `analyse` does: a minute or two for a class
    #[arg(long)]
    analyse: bool,
    /// With --analyse: how many games each plan or answer is tried in
    #[arg(
        long, value_name = "N", default_value_t = CLASS_SIMULATIONS, requires = "analyse",
        value_parser = clap::value_parser!(u32).range(1..=1_000_000)
    )]
    simulations: u32,
    /// How many threads; one per core if not given
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
}

/// Runs it.
pub fn run(args: &Args, lang: Lang) -> Outcome {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(args.jobs.map_or(0, NonZeroUsize::get))
        .build()
        .map_err(|error| Failure::new(Exit::Failed, format!("cannot start threads: {error}")))?;
    let files = files(args)?;
    let handed: Vec<Handed> = pool.install(|| files.par_iter().map(|path| hand(path)).collect());
    let mut reference = reference(args, &handed)?;
    let games = match args.par {
        None if args.analyse && reference.par.is_none() => Some(PAR_GAMES),
        games => games,
    };
    if let Some(games) = games.filter(|&games| games > 0) {
        let bar = progress(
            u64::from(games),
            "{bar:40} {pos}/{len} games for par, {eta} left",
        );
        reference.par = pool.install(|| par(&reference, games, &|| bar.inc(1)));
        bar.finish_and_clear();
    }
    let class = pool.install(|| Class::of(reference, &handed));
    let words = lang.words()?;
    let reviews = if args.analyse {
        let work = Work::of(&class, &handed, args.simulations);
        pool.install(|| go_through(&work))
    } else {
        Reviews::new()
    };
    let scenario = class.reference.scenario.clone();
    let n = Narrator::new(&scenario, &words);
    summary(&class)?;
    if let Some(path) = &args.csv {
        deliver(Some(path.clone()), &export::class::csv(&n, &class))?;
    }
    if let Some(path) = &args.output {
        let page = export::class::html(&n, &class, &reviews);
        deliver(Some(path.clone()), &page)?;
    }
    Ok(Exit::Done)
}

/// What is in the folder, by name: no other folders, nothing hidden, not the exercise, and not
/// what is about to be written.
fn files(args: &Args) -> Result<Vec<PathBuf>, Failure> {
    let dir = &args.dir;
    let unreadable = |error: std::io::Error| {
        let place = dir.display();
        Failure::new(Exit::Unreadable, format!("cannot read {place}: {error}"))
    };
    let place = |path: &Path| fs::canonicalize(path).ok();
    let ours: Vec<PathBuf> = [&args.output, &args.csv, &args.exercise]
        .into_iter()
        .flatten()
        .filter_map(|path| place(path))
        .collect();
    let mut files = Vec::new();
    for entry in fs::read_dir(dir).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let hidden = name(&path).starts_with('.');
        if !hidden && !path.is_dir() && !place(&path).is_some_and(|at| ours.contains(&at)) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn hand(path: &Path) -> Handed {
    Handed {
        file: name(path),
        read: read(path),
    }
}

/// What the saves are held against.
fn reference(args: &Args, handed: &[Handed]) -> Result<Reference, Failure> {
    let none = |why: &str| Failure::new(Exit::Failed, why.to_owned());
    if let Some(path) = &args.exercise {
        let reference = Reference::of(&load(path)?);
        return reference.ok_or_else(|| none("what the exercise sets cannot be set"));
    }
    let header = Reference::most(handed).ok_or_else(|| {
        let place = args.dir.display();
        let message = format!(
            "none of the files in {place} is a save of an exercise; if there are none yet, name \
             the exercise with --exercise FILE"
        );
        Failure::new(Exit::Failed, message)
    })?;
    let scenario = Scenario::load(args.scenario.as_deref().unwrap_or(&header.scenario))?;
    Reference::from(header, scenario)
        .ok_or_else(|| none("what is set in the saves cannot be set; name the exercise"))
}

/// Goes through the games again, with a bar that shows how far it is.
fn go_through(work: &Work) -> Reviews {
    let bar = progress(work.parts(), "{bar:40} {percent} % of {msg}, {eta} left");
    bar.set_message(format!("{} games", work.games()));
    let reviews = work.review(&|parts| bar.inc(parts));
    bar.finish_and_clear();
    reviews
}

/// How many of the files count, and on standard error how many do not.
fn summary(class: &Class) -> Result<(), Failure> {
    let (files, counted) = (class.sheets.len(), class.counted().count());
    let title = &class.reference.exercise.title;
    print(&format!(
        "{title}: {files} files, {counted} games that count\n"
    ))?;
    let out = files - counted;
    if out > 0 {
        complain(&format!(
            "fog-of-peace: {out} of {files} files do not count; the report says why\n"
        ))?;
    }
    Ok(())
}
