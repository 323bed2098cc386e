//! Folders of saves.

use super::error::{Doing, SaveError};
use super::file::read_head;
use super::header::{Header, Progress};
use crate::rules::side::Side;
use etcetera::BaseStrategy;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// One file in a folder of saves.
#[derive(Debug)]
pub struct Listed {
    /// Where it is.
    pub path: PathBuf,
    /// When it was last written, if the system knows.
    pub modified: Option<SystemTime>,
    /// What it says at its head, or why that cannot be read.
    pub info: Result<SaveInfo, SaveError>,
}

/// What a save says at its head. It is taken at its word; only opening it verifies it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveInfo {
    /// What the game is played with, its title too.
    pub header: Header,
    /// How far it has come.
    pub progress: Progress,
}

impl SaveInfo {
    /// The side that a person plays: the presser if both, none if neither.
    pub fn side(&self) -> Option<Side> {
        self.header.person()
    }
}

/// The saves in a folder, the last written first; none if there is no such folder.
///
/// # Errors
/// If the folder cannot be read. A file that cannot is listed with its error.
pub fn list(folder: &Path) -> Result<Vec<Listed>, SaveError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(SaveError::io(Doing::List, folder)(error)),
    };
    let mut listed: Vec<Listed> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| is_save(path))
        .map(|path| Listed {
            modified: fs::metadata(&path).and_then(|meta| meta.modified()).ok(),
            info: info(&path),
            path,
        })
        .collect();
    listed.sort_by(|a, b| (b.modified, &a.path).cmp(&(a.modified, &b.path)));
    Ok(listed)
}

fn is_save(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    !name.starts_with('.') && path.extension().is_some_and(|ext| ext == "ron") && !path.is_dir()
}

fn info(path: &Path) -> Result<SaveInfo, SaveError> {
    let head = read_head(path)?;
    match head.progress {
        Some(progress) => Ok(SaveInfo {
            header: head.header,
            progress,
        }),
        None => Err(SaveError::Syntax {
            path: path.to_owned(),
            line: 1,
            column: 1,
            message: "the save breaks off after its header".into(),
        }),
    }
}

/// Where saves are kept unless the player says otherwise: `saves/` of the game's own
/// checkout when run from inside it, or else the user's data folder.
///
/// # Errors
/// If the system names no home for the user.
pub fn default_folder(current: &Path) -> Result<PathBuf, etcetera::HomeDirError> {
    if let Some(checkout) = current.ancestors().find(|folder| is_checkout(folder)) {
        return Ok(checkout.join("saves"));
    }
    let data = etcetera::choose_base_strategy()?.data_dir();
    Ok(data.join("fog-of-peace").join("saves"))
}

fn is_checkout(folder: &Path) -> bool {
    let manifest = fs::read_to_string(folder.join("Cargo.toml"));
    manifest.is_ok_and(|text| {
        let name = concat!("name = \"", env!("CARGO_PKG_NAME"), "\"");
        text.lines().any(|line| line.trim() == name)
    })
}
