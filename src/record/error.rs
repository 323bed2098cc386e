//! What can go wrong with a save's file: where, why, and what to do about it.

use super::fault::Fault;
use super::format::{FORMAT, MAX_SIZE};
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// What was being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// Reading a save.
    Read,
    /// Writing a save.
    Write,
    /// Making the folder of saves.
    MakeFolder,
    /// Taking the lock of a save.
    Lock,
    /// Listing a folder of saves.
    List,
}

impl fmt::Display for Doing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::MakeFolder => "make",
            Self::Lock => "lock",
            Self::List => "list",
        })
    }
}

/// Why a save cannot be read or written.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The system refused. A save that cannot be written leaves the one before it as it was.
    #[error("cannot {doing} {}: {source}; {}", .path.display(), remedy(*.doing, .source))]
    Io {
        /// What was being done.
        doing: Doing,
        /// To which file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Another process plays it.
    #[error(
        "{} is being played in another window; end that game first",
        .path.display()
    )]
    Locked {
        /// The save.
        path: PathBuf,
    },
    /// A folder, a pipe or a device.
    #[error("{} is not a file; name a saved game", .path.display())]
    NotAFile {
        /// What was named.
        path: PathBuf,
    },
    /// Larger than any save.
    #[error(
        "{} has {size} bytes, but a save has at most {MAX_SIZE}; it is not a saved game",
        .path.display()
    )]
    TooBig {
        /// The file.
        path: PathBuf,
        /// Its size in bytes.
        size: u64,
    },
    /// Its format is of a later program.
    #[error(
        "{} has format {format}, but this version reads formats up to {FORMAT}; open it with \
         a newer version of the game",
        .path.display()
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its format.
        format: u32,
    },
    /// Not even its header can be read.
    #[error(
        "{}:{line}:{column}: {message}; nothing of the game can be read from this file",
        .path.display()
    )]
    Syntax {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
        /// What was expected there.
        message: String,
    },
    /// Not even the deal holds, so that there is no game to go on with.
    #[error(
        "{}: {fault}; the game cannot be played on. The file is left as it is",
        .path.display()
    )]
    Nothing {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        fault: Box<Fault>,
    },
}

impl SaveError {
    /// For `map_err`: the system refused to do this to that path.
    pub(super) fn io(doing: Doing, path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |source| Self::Io {
            doing,
            path,
            source,
        }
    }
}

/// What to do about it.
fn remedy(doing: Doing, source: &io::Error) -> &'static str {
    let reading = matches!(doing, Doing::Read | Doing::List);
    match source.kind() {
        ErrorKind::NotFound if reading => "check the name",
        ErrorKind::NotFound => "make the folder again, or choose another with --saves DIR",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "free some space, or choose another folder with --saves DIR"
        }
        _ if reading => "check that you may read it",
        _ => "check that you may write there, or choose another folder with --saves DIR",
    }
}
