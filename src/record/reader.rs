//! Reading a save file, as far as it can be read.
//!
//! The file is parsed into typed parts as it comes, and each part is kept as soon as it is
//! whole. So a file that breaks off, or is damaged, still gives its header and the entries
//! before the damage.

use super::entry::Entry;
use super::error::SaveError;
use super::exercise::Answer;
use super::fault::{Fault, FaultKind};
use super::format::{FORMAT, options};
use super::header::{Header, Progress};
use super::migrate::{Header1, migrate};
use super::snapshot::{Snapshot, Written};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, de};
use std::fmt;
use std::path::Path;

/// A save as its file tells it, not yet verified.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The format that it was written in; what follows is of the present one.
    pub format: u32,
    /// What the game is played with.
    pub header: Header,
    /// How far it says it has come.
    pub progress: Option<Progress>,
    /// The log.
    pub entries: Vec<Entry>,
    /// What was answered to the tasks of an exercise.
    pub answers: Vec<Answer>,
    /// Its snapshots, of which those that are no states are left out.
    pub snapshots: Vec<Snapshot>,
    /// Where the file cannot be read any further, if it ends in damage.
    pub fault: Option<Fault>,
}

/// How much of a file is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Extent {
    /// All of it.
    #[default]
    Whole,
    /// The header and the progress, from the first part of the text.
    Head,
}

impl Loaded {
    /// Reads a save from the bytes of a file; `path` is for messages.
    ///
    /// # Errors
    /// If not even the header can be read.
    pub fn parse(bytes: &[u8], path: &Path) -> Result<Self, SaveError> {
        parse(bytes, path, Extent::Whole)
    }
}

/// Reads as much of the bytes of a save as is wanted.
pub(super) fn parse(bytes: &[u8], path: &Path, extent: Extent) -> Result<Loaded, SaveError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let (text, garbled) = match str::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let (valid, _) = bytes.split_at(error.valid_up_to());
            let text = str::from_utf8(valid).unwrap_or_default();
            (text, Some(end_of(text)))
        }
    };
    let mut parts = Parts {
        extent,
        ..Parts::default()
    };
    let result = read_parts(text, &mut parts);
    if let Some(format) = parts.format.filter(|&format| format > FORMAT) {
        return Err(SaveError::Newer {
            path: path.to_owned(),
            format,
        });
    }
    let fault = match (result, garbled) {
        (Ok(()), None) => None,
        (Err(_), None) if parts.enough() => None,
        (_, Some((line, column))) => Some((line, column, "this is not UTF-8 text".to_owned())),
        (Err((line, column, message)), None) => Some((line, column, message)),
    };
    let plain = parts.header.filter(Header::names_plainly);
    let (Some(header), Some(format)) = (plain, parts.format) else {
        let (line, column, message) = fault.unwrap_or((
            1,
            1,
            "the header is missing, or names its scenario with more than a plain id".to_owned(),
        ));
        return Err(SaveError::Syntax {
            path: path.to_owned(),
            line,
            column,
            message,
        });
    };
    migrate(format, &header, &mut parts.entries);
    Ok(Loaded {
        format,
        header,
        progress: parts.progress,
        answers: parts.answers,
        snapshots: parts.snapshots.iter().filter_map(Written::read).collect(),
        fault: fault.map(|(line, column, message)| Fault {
            entry: parts.entries.len() as u32 + 1,
            kind: FaultKind::Syntax {
                line,
                column,
                message,
            },
        }),
        entries: parts.entries,
    })
}

/// The line and column, from 1, just after the text; columns count characters.
fn end_of(text: &str) -> (usize, usize) {
    let line = text.matches('\n').count() + 1;
    let last = text.rsplit('\n').next().unwrap_or_default();
    (line, last.chars().count() + 1)
}

fn read_parts(text: &str, parts: &mut Parts) -> Result<(), (usize, usize, String)> {
    let options = options();
    let placed = |error: &ron::error::SpannedError| {
        let at = error.span.start;
        (at.line, at.col, error.code.to_string())
    };
    let mut deserializer =
        ron::Deserializer::from_str_with_options(text, &options).map_err(|e| placed(&e))?;
    let read = parts
        .deserialize(&mut deserializer)
        .and_then(|()| deserializer.end());
    read.map_err(|code| placed(&deserializer.span_error(code)))
}

/// What has been read so far.
#[derive(Default)]
struct Parts {
    extent: Extent,
    format: Option<u32>,
    header: Option<Header>,
    progress: Option<Progress>,
    entries: Vec<Entry>,
    answers: Vec<Answer>,
    snapshots: Vec<Written>,
}

impl Parts {
    /// Whether nothing more is wanted.
    fn enough(&self) -> bool {
        self.extent == Extent::Head && self.header.is_some() && self.progress.is_some()
    }
}

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum Key {
    Format,
    Header,
    Progress,
    Entries,
    Answers,
    Snapshots,
}

impl<'de> DeserializeSeed<'de> for &mut Parts {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        const FIELDS: &[&str] = &[
            "format",
            "header",
            "progress",
            "entries",
            "answers",
            "snapshots",
        ];
        deserializer.deserialize_struct("Save", FIELDS, self)
    }
}

impl<'de> Visitor<'de> for &mut Parts {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a saved game")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key()? {
            match key {
                Key::Format => {
                    let format = map.next_value()?;
                    self.format = Some(format);
                    if !(1..=FORMAT).contains(&format) {
                        return Err(A::Error::custom(format_args!("format {format} is unknown")));
                    }
                }
                _ if self.format.is_none() => {
                    return Err(A::Error::custom("a save begins with its format"));
                }
                // An older format is read into its own parts, which then become those of
                // the next one.
                Key::Header if self.format == Some(1) && self.header.is_none() => {
                    self.header = Some(Header::from(map.next_value::<Header1>()?));
                }
                Key::Header => once(&mut self.header, "header", &mut map)?,
                Key::Progress => once(&mut self.progress, "progress", &mut map)?,
                Key::Entries => map.next_value_seed(Items(&mut self.entries))?,
                Key::Answers => map.next_value_seed(Items(&mut self.answers))?,
                Key::Snapshots => map.next_value_seed(Items(&mut self.snapshots))?,
            }
            if self.enough() {
                return Err(A::Error::custom("no more is wanted"));
            }
        }
        let missing = [
            ("header", self.header.is_none()),
            ("progress", self.progress.is_none()),
            ("entries", self.entries.is_empty()),
        ];
        match missing.into_iter().find(|(_, missing)| *missing) {
            Some((name, _)) => Err(A::Error::missing_field(name)),
            None => Ok(()),
        }
    }
}

fn once<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
    place: &mut Option<T>,
    name: &'static str,
    map: &mut A,
) -> Result<(), A::Error> {
    if place.is_some() {
        return Err(de::Error::duplicate_field(name));
    }
    *place = Some(map.next_value()?);
    Ok(())
}

/// A list whose items are kept as they come.
struct Items<'a, T>(&'a mut Vec<T>);

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for Items<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Items<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        while let Some(item) = seq.next_element()? {
            self.0.push(item);
        }
        Ok(())
    }
}
