//! `scenario new`: a small complete scenario, to be changed into another.

use super::super::exit::{Exit, Outcome};
use super::super::fresh;
use super::super::output::print;
use crate::scenario::TEMPLATE;
use std::path::PathBuf;

/// Arguments of `scenario new`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder to write it to; nothing in it is overwritten
    dir: PathBuf,
}

/// Runs it.
pub fn run(args: &Args) -> Outcome {
    fresh::write(&args.dir, TEMPLATE)?;
    let wrote: Vec<&str> = TEMPLATE.iter().map(|(name, _)| *name).collect();
    let (dir, wrote) = (args.dir.display(), wrote.join(", "));
    print(&format!(
        "Wrote {wrote} in {dir}.\n\
         Check it with `fog-of-peace scenario check {dir}`,\n\
         play it with `fog-of-peace play --scenario {dir}`.\n"
    ))?;
    Ok(Exit::Done)
}
