//! `analyse`: a finished game gone through again, decision by decision.

use super::batch::{deliver, json, progress, spare};
use super::exit::{Exit, Failure, Outcome};
use super::kept::find_kept;
use super::language::Lang;
use crate::analysis::review::{self, Game, PAR_GAMES, Request, Review, SIMULATIONS, negotiators};
use crate::export::{self, review::About};
use crate::narrate::Narrator;
use crate::negotiator::Stop;
use crate::record::{FaultKind, Forced, Header, Seat, read};
use crate::rules::side::{PerSide, Side};
use crate::scenario::Scenario;
use crate::session::{SessionError, recorded, reviewed};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

/// Arguments of `analyse`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The saved game, which has to be over
    save: PathBuf,
    /// How many games each plan or answer is tried in
    #[arg(
        long, value_name = "N", default_value_t = SIMULATIONS,
        value_parser = clap::value_parser!(u32).range(1..=1_000_000)
    )]
    simulations: u32,
    /// How many games a strong player plays for par; 0 for none
    #[arg(
        long, value_name = "N", default_value_t = PAR_GAMES,
        value_parser = clap::value_parser!(u32).range(0..=10_000)
    )]
    par: u32,
    /// Whose decisions are judged, by the side's id, or both; a person's if not given
    #[arg(long, value_name = "SIDE|both")]
    view: Option<String>,
    /// The folder of the scenario, if it does not come with the game
    #[arg(long, value_name = "FOLDER")]
    scenario: Option<String>,
    /// How many threads; one per core if not given
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
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
    Text,
    /// Markdown
    Md,
    /// One object
    Json,
    /// A page for a browser, in one file
    Html,
}

/// Runs it.
pub fn run(mut args: Args, lang: Lang) -> Outcome {
    let words = lang.words()?;
    find_kept(&mut args.save, None);
    spare(&args.save, args.output.as_deref())?;
    let saved = Saved::open(&args.save, args.scenario.as_deref())?;
    let seats = saved.seats(args.view.as_deref())?;
    let review = saved.review(&args, seats)?;
    let n = Narrator::new(&saved.scenario, &words);
    let title = saved.title(&n);
    let text = match args.format {
        Format::Text => export::review::text(&n, &title, &review),
        Format::Md => export::review::markdown(&n, &title, &review),
        Format::Html => export::review::html(&n, &title, &review),
        Format::Json => json(&export::review::json(&saved.about(&title), &review))?,
    };
    deliver(args.output, &text)
}

/// A finished game from a file.
struct Saved {
    header: Header,
    scenario: Scenario,
    game: Game,
}

impl Saved {
    fn open(path: &Path, scenario: Option<&str>) -> Result<Self, Failure> {
        let loaded = read(path).map_err(SessionError::from)?;
        let scenario = recorded(&loaded.header, scenario)?;
        let replay = loaded.replay(&scenario);
        if let Some(fault) = replay.faults.first() {
            let place = path.display();
            let message = format!("{place}: {fault}; only a game that verifies is analysed");
            // As `replay --verify` has it: a log that is played by other rules is whole.
            let damaged = match fault.kind {
                FaultKind::Syntax { .. } => true,
                FaultKind::Rules { .. } | FaultKind::Scenario { .. } | FaultKind::Set(_) => false,
                _ => replay.steps.is_empty(),
            };
            let exit = if damaged {
                Exit::Unreadable
            } else {
                Exit::Failed
            };
            return Err(Failure::new(exit, message));
        }
        let forced = Forced::of(&loaded.header, &scenario);
        let game = Game::of(&scenario.tables, &replay.steps, forced).ok_or_else(|| {
            let place = path.display();
            let message = format!(
                "{place}: this game is not over, and an analysis would tell its secrets; play it \
                 to its end first"
            );
            Failure::new(Exit::Failed, message)
        })?;
        Ok(Self {
            header: loaded.header,
            scenario,
            game,
        })
    }

    /// Whose plans are judged: those of the persons who played; of both, if none did.
    fn seats(&self, view: Option<&str>) -> Result<Vec<Side>, Failure> {
        match view {
            None => Ok(reviewed(&self.header)),
            Some("both") => Ok(Side::BOTH.to_vec()),
            Some(name) => {
                let side = self.scenario.text.read_side(name).map_err(|error| {
                    Failure::new(Exit::Usage, format!("--view: {error}, or `both`"))
                })?;
                Ok(vec![side])
            }
        }
    }

    fn review(&self, args: &Args, seats: Vec<Side>) -> Result<Review, Failure> {
        let request = Request {
            scenario: &self.scenario,
            game: &self.game,
            seats,
            players: negotiators(&self.header),
            simulations: args.simulations,
            games: args.par,
        };
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(args.jobs.map_or(0, NonZeroUsize::get))
            .build()
            .map_err(|error| {
                Failure::new(Exit::Failed, format!("cannot start threads: {error}"))
            })?;
        let bar = progress(100, "{bar:40} {pos} %, {eta} left");
        let mut tell = |percent: u32| bar.set_position(u64::from(percent));
        let review = pool.install(|| review::review(&request, &Stop::default(), &mut tell));
        bar.finish_and_clear();
        review.ok_or_else(|| Failure::new(Exit::Failed, "the analysis was given up"))
    }

    fn about<'a>(&'a self, title: &'a str) -> About<'a> {
        let player = |side: Side| match &self.header.seats[side] {
            Seat::Person if self.header.names[side].is_empty() => "person".to_owned(),
            Seat::Person => self.header.names[side].clone(),
            Seat::Opponent(name) => name.clone(),
        };
        About {
            scenario: &self.scenario,
            title,
            players: PerSide::from_fn(player),
        }
    }

    fn title(&self, n: &Narrator) -> String {
        let title = &self.header.title;
        let title = if title.is_empty() {
            &n.text.title
        } else {
            title
        };
        let seat = |side: Side| match &self.header.seats[side] {
            Seat::Person if self.header.names[side].is_empty() => n.capital(side).to_owned(),
            Seat::Person => format!("{} ({})", n.capital(side), self.header.names[side]),
            Seat::Opponent(name) => format!("{} ({})", n.capital(side), n.opponent(name)),
        };
        n.words.fill(
            "review.of",
            &[
                ("title", title),
                ("presser", &seat(Side::Presser)),
                ("holder", &seat(Side::Holder)),
            ],
        )
    }
}
