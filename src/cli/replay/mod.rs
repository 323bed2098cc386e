//! `replay`: a saved game watched again, on the screen or in lines.

mod export;
mod verify;
mod watch;

use super::exit::Failure;
use super::kept::find_kept;
use super::language::Lang;
use super::screen::Looks;
use std::path::PathBuf;
use std::process::ExitCode;

/// Arguments of `replay`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The saved game
    save: PathBuf,
    /// Begins at this round, and in lines tells it alone; 0 is the deal
    #[arg(long, value_name = "ROUND")]
    at: Option<u8>,
    /// From where to watch: the id of a side, or both
    #[arg(long, value_name = "SIDE|both")]
    view: Option<String>,
    /// Sets another game of the same deal beside it instead: endings, scores, and where the
    /// two part
    #[arg(long, value_name = "SAVE", conflicts_with_all = ["at", "view", "verify", "export"])]
    compare: Option<PathBuf>,
    /// The folder of the scenario, if it does not come with the game
    #[arg(long, value_name = "FOLDER")]
    scenario: Option<String>,
    /// Plays the log again instead, and says whether the save is what was played
    #[arg(long, conflicts_with_all = ["at", "view", "plain"])]
    verify: bool,
    /// With --verify, has the negotiators of this program decide again, and says where they
    /// decide otherwise now
    #[arg(long, requires = "verify")]
    opponent: bool,
    /// Writes it to a file, or to standard output
    #[arg(long, value_enum, value_name = "FORMAT", conflicts_with_all = ["at", "verify", "plain"])]
    export: Option<export::Format>,
    /// The file for --export
    #[arg(short, value_name = "FILE", requires = "export")]
    output: Option<PathBuf>,
    /// Tells it in lines, for screen readers, dumb terminals and scripts; so does a pipe
    #[arg(long)]
    plain: bool,
    #[command(flatten)]
    looks: Looks,
}

/// Runs it.
pub fn run(mut args: Args, lang: Lang) -> Result<ExitCode, Failure> {
    for path in std::iter::once(&mut args.save).chain(&mut args.compare) {
        find_kept(path, args.looks.saves.as_deref());
    }
    if args.verify {
        return verify::run(&args, lang).map(ExitCode::from);
    }
    if let Some(format) = args.export {
        return export::run(args, format, lang).map(ExitCode::from);
    }
    watch::run(args, lang)
}
