//! `exercise new`: a small complete exercise, to be changed into another.

use crate::cli::exit::{Exit, Failure, Outcome};
use crate::cli::fresh::{failure, write_new};
use crate::cli::output::print;
use crate::exercise::TEMPLATE;
use std::io::ErrorKind;
use std::path::PathBuf;

/// Arguments of `exercise new`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The file to write; one that is there already is left as it is
    file: PathBuf,
}

/// Runs it.
pub fn run(args: &Args) -> Outcome {
    let file = &args.file;
    if let Err(error) = write_new(file, TEMPLATE) {
        if error.kind() == ErrorKind::AlreadyExists {
            let message = format!("{} is there already; nothing was written", file.display());
            return Err(Failure::new(Exit::Failed, message));
        }
        return Err(failure(file, &error));
    }
    let file = file.display();
    print(&format!(
        "Wrote {file}.\n\
         Change it, check it with `fog-of-peace exercise check {file}`,\n\
         play it with `fog-of-peace play --exercise {file}`.\n"
    ))?;
    Ok(Exit::Done)
}
