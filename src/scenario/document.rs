//! A file of another sort, such as an exercise, read with what scenarios are read with, so that
//! its faults are told in the same way: all at once, each with its place and a remedy.

use super::decode::Decode;
use super::fault::Faults;
use super::library::Origin;
use super::parser::parse;
use super::place::Sources;
use super::report::Report;
use std::path::{Path, PathBuf};

/// Reads a file of one value and makes of it what `check` makes of it. There is something only
/// if the report has no errors.
pub fn document<T: Decode, U>(
    path: &Path,
    check: impl FnOnce(&T, &mut Faults) -> Option<U>,
) -> (Option<U>, Report) {
    let folder = path.parent().unwrap_or(Path::new("")).to_owned();
    let main = PathBuf::from(path.file_name().unwrap_or_default());
    read(&Origin::Folder { folder, main }, check)
}

/// The same with a text that is at hand.
pub fn document_text<T: Decode, U>(
    text: &str,
    check: impl FnOnce(&T, &mut Faults) -> Option<U>,
) -> (Option<U>, Report) {
    let file = (MAIN.to_owned(), text.to_owned().into());
    read(&Origin::Files(vec![file]), check)
}

/// What the main file of a folder is asked for by.
const MAIN: &str = "scenario.ron";

fn read<T: Decode, U>(
    origin: &Origin,
    check: impl FnOnce(&T, &mut Faults) -> Option<U>,
) -> (Option<U>, Report) {
    let mut sources = Sources::default();
    let mut faults = Faults::default();
    let read = origin.read(MAIN, &mut sources, &mut faults);
    let made = read.and_then(|id| {
        let text = sources.file(id).text.clone();
        let tree = parse(&text, id, &mut faults);
        check(&T::decode(&tree, &mut faults)?, &mut faults)
    });
    let sound = faults.errors() == 0;
    (made.filter(|_| sound), Report::new(sources, faults))
}
