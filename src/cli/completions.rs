//! `completions`: what a shell needs to complete the command line.

use super::exit::{Exit, Outcome};
use super::output;
use clap::CommandFactory;
use clap_complete::Shell;

/// The arguments.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The shell to write them for
    shell: Shell,
}

/// Writes the completions to standard output.
pub fn run(args: &Args) -> Outcome {
    let mut command = super::Cli::command();
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, name, &mut script);
    output::print(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Done)
}
