//! `play`: a game, on the screen or in lines.

pub mod exercise;
mod lines;
mod opening;
mod swap;
mod take_over;

use super::exit::Failure;
use super::kept::find_kept;
use super::language::Lang;
use super::length::LengthName;
use super::outside::Limits;
use super::screen::{self, Looks};
use crate::guide::First;
use crate::rules::side::Side;
use crate::scenario::{BUILTIN, Override};
use crate::session::Player;
use std::path::PathBuf;
use std::process::ExitCode;

/// Arguments of `play`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The id of a scenario that comes with the game, or the path of one; gulf if not given
    #[arg(long, value_name = "ID|FILE")]
    scenario: Option<String>,
    /// The side that you speak for: us or iran in gulf, or its capital
    #[arg(long, value_name = "SIDE")]
    side: Option<String>,
    /// Who plays the other side: easy, normal, hard, expert, another negotiator by name,
    /// cmd:COMMAND, a program that speaks the protocol, or person, who takes turns with you at
    /// this keyboard
    #[arg(long, value_name = "LEVEL")]
    opponent: Option<Player>,
    /// What you want to be called, alone or as a pair, in the report of an exercise too, which
    /// asks for it if it is not given; with the id of a side and = before it, what those on
    /// that side do. May be given again
    #[arg(long, value_name = "[SIDE=]NAME", conflicts_with_all = ["load", "from"])]
    name: Vec<String>,
    /// Deals this very game; drawn by chance if not given
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// How long the game is
    #[arg(long, value_enum)]
    length: Option<LengthName>,
    /// Changes a number of the scenario; may be given again
    #[arg(long, value_name = "KEY=VALUE")]
    set: Vec<Override>,
    /// Plays an exercise, whose file sets all the rest
    #[arg(long, value_name = "FILE", conflicts_with_all = ["load", "from"])]
    exercise: Option<PathBuf>,
    /// Takes a saved game up again; one on a scenario of your own needs --scenario beside it,
    /// one against a command --opponent
    #[arg(
        long,
        value_name = "SAVE",
        conflicts_with_all = ["side", "seed", "length", "set"]
    )]
    load: Option<PathBuf>,
    /// What if: takes a recorded game over from the round that --at names, as --side against
    /// --opponent; the new game is a save of its own
    #[arg(
        long,
        value_name = "SAVE",
        requires = "at",
        conflicts_with_all = ["load", "seed", "length", "set"]
    )]
    from: Option<PathBuf>,
    /// The deal of a game that is over once more, from the other side, as at duplicate bridge;
    /// the two can then be compared seat by seat
    #[arg(
        long,
        value_name = "SAVE",
        conflicts_with_all = ["load", "from", "exercise", "side", "seed", "length", "set", "name"]
    )]
    swap: Option<PathBuf>,
    /// The round that is played anew, with --from
    #[arg(long, value_name = "ROUND", requires = "from")]
    at: Option<u8>,
    /// A first game: three rounds of five minutes in all, with a guide beside it, against a
    /// script made to teach
    #[arg(
        long,
        conflicts_with_all = ["scenario", "side", "opponent", "seed", "length", "set", "load", "from", "exercise"]
    )]
    guided: bool,
    /// Plays in numbered lines, for screen readers, dumb terminals and scripts
    #[arg(long)]
    plain: bool,
    #[command(flatten)]
    limits: Limits,
    #[command(flatten)]
    looks: Looks,
}

impl Args {
    /// With what the guided first game is dealt from, if that is asked for.
    fn guided(self) -> Self {
        let Some(first) = First::load().filter(|_| self.guided) else {
            return self;
        };
        Self {
            scenario: Some(first.scenario),
            side: Some(match first.side {
                Side::Presser => "presser".into(),
                Side::Holder => "holder".into(),
            }),
            opponent: Some(First::OPPONENT.into()),
            seed: Some(first.seed),
            length: Some(LengthName::Short),
            set: first.set.0,
            ..self
        }
    }

    /// The scenario to begin a game on: the first that comes with the game unless given.
    fn scenario(&self) -> &str {
        self.scenario.as_deref().unwrap_or(BUILTIN[0].id)
    }
}

/// Runs it.
pub fn run(args: Args, lang: Lang) -> Result<ExitCode, Failure> {
    let mut args = args.guided();
    let named = [&mut args.load, &mut args.from, &mut args.swap];
    for path in named.into_iter().flatten() {
        find_kept(path, args.looks.saves.as_deref());
    }
    if args.plain {
        return lines::play(args, lang).map(ExitCode::from);
    }
    let looks = args.looks.clone();
    let outside = args.limits.silent();
    let intent = opening::intent(args)?;
    Ok(screen::open(&looks, lang, Some(intent), outside))
}
