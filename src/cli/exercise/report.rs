//! `exercise report`: the saves of a class, executed again and set side by side.

use crate::analysis::review::{self, Game, PAR_GAMES, Request, SIMULATIONS};
use crate::cli::batch::{deliver, progress};
use crate::cli::exit::{Exit, Failure, Outcome};
use crate::cli::language::Lang;
use crate::cli::output::{complain, print};
use crate::cli::play::exercise::load;
use crate::exercise::report::{Class, Handed, Reference, par};
use crate::export;
use crate::export::class::Reviews;
use crate::narrate::{Narrator, Phrases};
use crate::negotiator::{Stop, Who};
use crate::record::{Forced, Seat, read};
use crate::rules::side::{PerSide, Side};
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
    /// Has strong players play so many games for par
    #[arg(long, value_name = "N")]
    par: Option<u32>,
    /// Goes through every game again, as `analyse` does; this takes a while for each
    #[arg(long)]
    analyse: bool,
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
    if let Some(games) = args.par {
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
        pool.install(|| reviews(&class, &handed, &words))
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

/// What a review says in short of each game that counts.
fn reviews(class: &Class, handed: &[Handed], words: &Phrases) -> Reviews {
    let reference = &class.reference;
    let n = Narrator::new(&reference.scenario, words);
    let counted: Vec<&str> = class.counted().map(|(sheet, _)| &*sheet.file).collect();
    let bar = progress(
        counted.len() as u64,
        "{bar:40} {pos}/{len} games, {eta} left",
    );
    let mut reviews = Reviews::new();
    for one in handed.iter().filter(|one| counted.contains(&&*one.file)) {
        let Ok(loaded) = &one.read else { continue };
        let steps = loaded.replay(&reference.scenario).steps;
        let forced = Forced::of(&loaded.header, &reference.scenario);
        let Some(game) = Game::of(&reference.scenario.tables, &steps, forced) else {
            continue;
        };
        let player = |side: Side| match &loaded.header.seats[side] {
            Seat::Person => None,
            Seat::Opponent(name) => name.parse::<Who>().ok(),
        };
        let request = Request {
            scenario: &reference.scenario,
            game: &game,
            seats: vec![reference.side],
            players: PerSide::from_fn(player),
            simulations: SIMULATIONS,
            games: PAR_GAMES,
        };
        let found = review::review(&request, &Stop::default(), &mut |_| ());
        if let Some(section) = found.and_then(|found| n.review(&found).into_iter().next()) {
            let told = section.items.into_iter().flat_map(|item| item.paragraphs);
            let lines = section.lead.into_iter().chain(told).collect();
            reviews.insert(one.file.clone(), lines);
        }
        bar.inc(1);
    }
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
