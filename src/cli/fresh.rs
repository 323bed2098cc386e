//! Writing files that were not there before: nothing is overwritten.

use super::exit::{Exit, Failure};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// Writes these texts by name into a folder, which is made if need be. If one of them is there
/// already, nothing is written.
pub fn write(dir: &Path, files: &[(&str, &str)]) -> Result<(), Failure> {
    if let Some((name, _)) = files.iter().find(|(name, _)| dir.join(name).exists()) {
        let there = dir.join(name);
        let message = format!("{} is there already; nothing was written", there.display());
        return Err(Failure::new(Exit::Failed, message));
    }
    fs::create_dir_all(dir).map_err(|error| failure(dir, &error))?;
    for (name, text) in files {
        let path = dir.join(name);
        write_new(&path, text).map_err(|error| failure(&path, &error))?;
    }
    Ok(())
}

/// Writes a file that is not there yet.
pub fn write_new(path: &Path, text: &str) -> io::Result<()> {
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)?
        .write_all(text.as_bytes())
}

/// A file that could not be written.
pub fn failure(path: &Path, error: &io::Error) -> Failure {
    Failure::new(
        Exit::Failed,
        format!("cannot write {}: {error}", path.display()),
    )
}
