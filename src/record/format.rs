//! The file's text: its format, its bounds, and how it is written.

use super::entry::Entry;
use super::exercise::Answer;
use super::game::Record;
use super::header::{Header, Progress};
use super::snapshot::Written;
use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::Serialize;

/// The format that is written. It changes with the file's fields, the notation, and the
/// fields of a [`State`](crate::rules::state::State), of which the hashes and snapshots are
/// made; a field that is left out where nothing is said, as those of exercises are, does not
/// change it. A reader of an older one turns it into the next, step by step, in `migrate`.
pub const FORMAT: u32 = 2;

/// The largest file that is read at all, in bytes: a hundred times a long game.
pub const MAX_SIZE: u64 = 4 << 20;

/// How all save files are read and written. The recursion limit stays as it is by default.
pub(super) fn options() -> ron::Options {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_default_extension(Extensions::UNWRAP_NEWTYPES)
}

#[derive(Serialize)]
struct File<'a> {
    format: u32,
    header: &'a Header,
    progress: Progress,
    entries: &'a [Entry],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    answers: &'a [Answer],
    snapshots: Vec<Written>,
}

/// The record as the text of a save file, an entry a line.
///
/// # Panics
/// Never: a record holds nothing that RON cannot say.
pub fn write(record: &Record) -> String {
    let file = File {
        format: FORMAT,
        header: record.header(),
        progress: record.progress(),
        entries: record.entries(),
        answers: record.answers(),
        snapshots: record.snapshots().iter().map(Written::from).collect(),
    };
    let layout = PrettyConfig::new()
        .new_line("\n")
        .indentor(" ")
        .depth_limit(2);
    #[expect(
        clippy::expect_used,
        reason = "numbers, strings, lists and plain enums"
    )]
    let mut text = options()
        .to_string_pretty(&file, layout)
        .expect("a record always serializes");
    text.push('\n');
    text
}
