//! `scenario new`: a small complete scenario, to be changed into another.

use super::super::exit::{Exit, Failure, Outcome};
use super::super::output::print;
use crate::scenario::TEMPLATE;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Arguments of `scenario new`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder to write it to; nothing in it is overwritten
    dir: PathBuf,
}

/// Runs it.
pub fn run(args: &Args) -> Outcome {
    let dir = &args.dir;
    if let Some((name, _)) = TEMPLATE.iter().find(|(name, _)| dir.join(name).exists()) {
        let there = dir.join(name);
        let message = format!("{} is there already; nothing was written", there.display());
        return Err(Failure::new(Exit::Failed, message));
    }
    fs::create_dir_all(dir).map_err(|error| failure(dir, &error))?;
    let mut wrote = Vec::new();
    for (name, text) in TEMPLATE {
        let path = dir.join(name);
        write_new(&path, text).map_err(|error| failure(&path, &error))?;
        wrote.push(*name);
    }
    let (dir, wrote) = (dir.display(), wrote.join(", "));
    print(&format!(
        "Wrote {wrote} in {dir}.\n\
         Check it with `fog-of-peace scenario check {dir}`,\n\
         play it with `fog-of-peace play --scenario {dir}`.\n"
    ))?;
    Ok(Exit::Done)
}

fn write_new(path: &Path, text: &str) -> io::Result<()> {
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)?
        .write_all(text.as_bytes())
}

fn failure(path: &Path, error: &io::Error) -> Failure {
    Failure::new(
        Exit::Failed,
        format!("cannot write {}: {error}", path.display()),
    )
}
