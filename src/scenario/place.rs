//! Where something stands in the files of a scenario.

use std::borrow::Cow;
use std::cell::OnceCell;

/// One of the files of a scenario, by its place in [`Sources`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u8);

/// A stretch of one file, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Place {
    /// Where a value stands that nobody wrote: a default, or one that stands in for
    /// what could not be read.
    pub const NOWHERE: Self = Self {
        file: FileId(u8::MAX),
        start: 0,
        end: 0,
    };
}

/// A line and a column, both counted from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// A value, and where it was written.
#[derive(Clone, Debug)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it was written.
    pub place: Place,
}

impl<T> std::ops::Deref for Spanned<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

/// A file as it was read.
#[derive(Clone, Debug)]
pub struct File {
    /// What to call it in messages: its path.
    pub name: String,
    /// Its text, without a byte-order mark.
    pub text: Cow<'static, str>,
    /// Whether it could not be read at all.
    pub unreadable: bool,
    /// Where its lines begin; found when first asked for.
    lines: OnceCell<Vec<usize>>,
}

/// The files of a scenario.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<File>,
}

impl Sources {
    /// Takes a file in.
    pub fn add(&mut self, name: String, text: impl Into<Cow<'static, str>>) -> FileId {
        let mut text = text.into();
        if text.starts_with('\u{feff}') {
            text = match text {
                Cow::Borrowed(text) => Cow::Borrowed(&text['\u{feff}'.len_utf8()..]),
                Cow::Owned(text) => Cow::Owned(text['\u{feff}'.len_utf8()..].to_owned()),
            };
        }
        self.files.push(File {
            name,
            text,
            unreadable: false,
            lines: OnceCell::new(),
        });
        FileId((self.files.len() - 1) as u8)
    }

    /// Takes note of a file that could not be read.
    pub fn add_unreadable(&mut self, name: String) -> FileId {
        let id = self.add(name, "");
        self.files[id.0 as usize].unreadable = true;
        id
    }

    /// All files.
    pub fn files(&self) -> &[File] {
        &self.files
    }

    /// The file.
    pub fn file(&self, id: FileId) -> &File {
        &self.files[id.0 as usize]
    }

    /// The line and column at which the place begins.
    pub fn position(&self, place: Place) -> Position {
        let file = self.file(place.file);
        let lines = file.lines.get_or_init(|| {
            let breaks = file.text.match_indices('\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(breaks).collect()
        });
        let start = place.start as usize;
        let line = lines.partition_point(|line| *line <= start);
        Position {
            line,
            column: file.text[lines[line - 1]..start].chars().count() + 1,
        }
    }
}
