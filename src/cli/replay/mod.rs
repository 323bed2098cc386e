//! `replay`: a saved game watched again, on the screen or in lines.

mod verify;
mod watch;

use super::exit::Failure;
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
    /// Tells it in lines, for screen readers, dumb terminals and scripts; so does a pipe
    #[arg(long)]
    plain: bool,
    #[command(flatten)]
    looks: Looks,
}

/// Runs it.
pub fn run(args: Args) -> Result<ExitCode, Failure> {
    if args.verify {
        return verify::run(&args).map(ExitCode::from);
    }
    watch::run(args)
}
