//! Where a recorded game is kept.

use super::TheatreError;
use super::famous::Famous;
use super::recording::Recording;
use std::path::{Path, PathBuf};

/// Where a recorded game is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a file.
    File {
        /// The save.
        path: PathBuf,
        /// Its scenario, if it does not come with the game: the path of its folder.
        scenario: Option<String>,
    },
    /// In the program: a famous game, by its name.
    Famous(String),
}

impl Place {
    /// A save on a scenario that comes with the game.
    pub fn file(path: impl Into<PathBuf>) -> Self {
        Self::File {
            path: path.into(),
            scenario: None,
        }
    }

    /// The save, if it is a file.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File { path, .. } => Some(path),
            Self::Famous(_) => None,
        }
    }

    /// What the save is called.
    pub fn name(&self) -> String {
        match self {
            Self::File { path, .. } => path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default(),
            Self::Famous(name) => name.clone(),
        }
    }

    /// Opens it to look at.
    ///
    /// # Errors
    /// If it cannot be read, its scenario is not to be had, or nothing of it can be shown.
    pub fn open(&self) -> Result<Recording, TheatreError> {
        match self {
            Self::File { path, scenario } => Recording::open(path, scenario.as_deref()),
            Self::Famous(name) => {
                let famous = Famous::named(name);
                let famous = famous.ok_or_else(|| TheatreError::NotFamous(name.clone()))?;
                Recording::famous(famous)
            }
        }
    }
}
