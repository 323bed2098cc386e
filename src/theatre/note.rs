//! Notes that a reader pins to a recorded game, kept in its save.

use super::TheatreError;
use crate::record::SaveFile;
use crate::scenario::Scenario;
use std::path::Path;

/// Pins a note to an entry of a save, or takes it off, and writes the save.
///
/// # Errors
/// If another process plays the game, or the save does not verify or cannot be written; it
/// is as it was then.
pub fn annotate(
    path: &Path,
    scenario: &Scenario,
    entry: u32,
    note: Option<String>,
) -> Result<(), TheatreError> {
    let opening = SaveFile::open(path)?;
    let faults = opening.loaded.replay(scenario).faults;
    if let Some(fault) = faults.into_iter().next() {
        return Err(TheatreError::Unsound {
            path: path.to_owned(),
            fault: Box::new(fault),
        });
    }
    let mut resumed = opening.resume(scenario)?;
    resumed.record.annotate(entry, note);
    Ok(resumed.file.save(&resumed.record)?)
}
