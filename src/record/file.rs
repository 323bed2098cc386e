//! A save's file: reading it, and the right to write it.

use super::atomic;
use super::error::{Doing, SaveError};
use super::fault::Fault;
use super::format::{MAX_SIZE, write};
use super::game::Record;
use super::header::Header;
use super::lock::Lock;
use super::name::plain;
use super::reader::{Extent, Loaded, parse};
use super::replay::Step;
use crate::scenario::Scenario;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

/// A save that this process may write, and no other.
#[derive(Debug)]
pub struct SaveFile {
    path: PathBuf,
    /// Nothing has been written to it yet.
    fresh: bool,
    _lock: Lock,
}

/// A save that was opened to be played on, before it is verified.
#[derive(Debug)]
pub struct Opening {
    file: SaveFile,
    /// What the file says.
    pub loaded: Loaded,
}

/// A game to be played on.
#[derive(Debug)]
pub struct Resumed {
    /// The game, as far as it holds.
    pub record: Record,
    /// What each entry did.
    pub steps: Vec<Step>,
    /// What did not hold. If anything, `file` is a new one beside the original.
    pub faults: Vec<Fault>,
    /// Where the game is saved from now on.
    pub file: SaveFile,
}

impl SaveFile {
    /// Takes a free name in the folder, which is made if need be. Nothing is written yet
    /// but the lock.
    ///
    /// # Errors
    /// If the folder or the lock in it cannot be made.
    pub fn create(folder: &Path, stem: &str) -> Result<Self, SaveError> {
        fs::create_dir_all(folder).map_err(SaveError::io(Doing::MakeFolder, folder))?;
        let stem = plain(stem);
        let mut number = 1u32;
        loop {
            let path = folder.join(format!("{stem}-{number}.ron"));
            number += 1;
            if path.symlink_metadata().is_ok() {
                continue;
            }
            let lock = match Lock::take(&path) {
                Ok(lock) => lock,
                Err(SaveError::Locked { .. }) => continue,
                Err(error) => return Err(error),
            };
            if path.symlink_metadata().is_err() {
                atomic::sweep(&path);
                return Ok(Self {
                    path,
                    fresh: true,
                    _lock: lock,
                });
            }
        }
    }

    /// Opens a save to play on.
    ///
    /// # Errors
    /// If another process plays it, or not even its header can be read.
    pub fn open(path: &Path) -> Result<Opening, SaveError> {
        // Of a link, what it leads to is the save: renaming would replace the link.
        let path = fs::canonicalize(path).map_err(SaveError::io(Doing::Read, path))?;
        regular(&path)?;
        let lock = Lock::take(&path)?;
        atomic::sweep(&path);
        let loaded = read(&path)?;
        let file = Self {
            path,
            fresh: false,
            _lock: lock,
        };
        Ok(Opening { file, loaded })
    }

    /// Writes the record. Until that has succeeded the file is as it was before.
    ///
    /// # Errors
    /// If the system refuses; the game can go on, and be saved later.
    pub fn save(&mut self, record: &Record) -> Result<(), SaveError> {
        let text = write(record);
        atomic::write(&self.path, text.as_bytes(), self.fresh)
            .map_err(SaveError::io(Doing::Write, &self.path))?;
        self.fresh = false;
        Ok(())
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A new save beside this one, named after it; after the first of them, if it was itself
    /// restored from another.
    fn beside(&self) -> Result<Self, SaveError> {
        const RESTORED: &str = "-restored";
        let stem = self.path.file_stem().unwrap_or_default().to_string_lossy();
        let first = stem.split(RESTORED).next().unwrap_or_default();
        Self::create(atomic::folder(&self.path), &format!("{first}{RESTORED}"))
    }
}

impl Opening {
    /// What the game is played with: says which scenario to load.
    pub const fn header(&self) -> &Header {
        &self.loaded.header
    }

    /// Verifies the save and makes ready to play on. One that does not hold is played on as
    /// far as it does, into a new file beside it; the original is never written again.
    ///
    /// # Errors
    /// If nothing of it holds, or the new file cannot be made.
    pub fn resume(self, scenario: &Scenario) -> Result<Resumed, SaveError> {
        let replay = self.loaded.replay(scenario);
        let Some(record) = replay.record else {
            return Err(nothing(self.file.path, replay.faults));
        };
        let file = if replay.faults.is_empty() {
            self.file
        } else {
            self.file.beside()?
        };
        Ok(Resumed {
            record,
            steps: replay.steps,
            faults: replay.faults,
            file,
        })
    }
}

/// Without a record there is a fault; the last one is the one that stopped it.
fn nothing(path: PathBuf, faults: Vec<Fault>) -> SaveError {
    let fault = faults.into_iter().next_back().unwrap_or(Fault {
        entry: 1,
        kind: super::FaultKind::TooEarly,
    });
    SaveError::Nothing {
        path,
        fault: Box::new(fault),
    }
}

/// Reads a save to look at; it may be in play.
///
/// # Errors
/// If it cannot be read, or not even its header can be understood.
pub fn read(path: &Path) -> Result<Loaded, SaveError> {
    let size = regular(path)?;
    let bytes = first_bytes(path, size)?;
    Loaded::parse(&bytes, path)
}

/// Reads the head of a save.
pub(super) fn read_head(path: &Path) -> Result<Loaded, SaveError> {
    /// More than any header needs.
    const HEAD: u64 = 16 << 10;
    let size = regular(path)?;
    let head = parse(&first_bytes(path, size.min(HEAD))?, path, Extent::Head);
    match head {
        // An endless list of overrides, perhaps.
        Err(_) if size > HEAD => parse(&first_bytes(path, size)?, path, Extent::Head),
        head => head,
    }
}

/// The size of a file that is one, and not too large.
fn regular(path: &Path) -> Result<u64, SaveError> {
    let meta = fs::metadata(path).map_err(SaveError::io(Doing::Read, path))?;
    let path = path.to_owned();
    match meta.len() {
        _ if !meta.is_file() => Err(SaveError::NotAFile { path }),
        size if size > MAX_SIZE => Err(SaveError::TooBig { path, size }),
        size => Ok(size),
    }
}

fn first_bytes(path: &Path, size: u64) -> Result<Vec<u8>, SaveError> {
    let mut bytes = Vec::with_capacity(size as usize);
    File::open(path)
        .and_then(|file| file.take(size).read_to_end(&mut bytes))
        .map_err(SaveError::io(Doing::Read, path))?;
    Ok(bytes)
}
