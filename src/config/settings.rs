//! What the player has chosen once and for all games.

use super::{Fault, config_dir, file};
use crate::language::Language;
use serde::{Deserialize, Serialize};
use std::io;
use std::path::PathBuf;

/// The settings, as they stand in `settings.ron`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language; what the system speaks if absent.
    pub language: Option<Language>,
    /// A theme by name, or the path of a theme file.
    pub theme: String,
    /// Draw with ASCII alone.
    pub ascii: bool,
    /// Let the mouse point, click and scroll.
    pub mouse: bool,
    /// The opponent that a new game begins with.
    pub opponent: String,
    /// Simulations for each of the opponent's decisions; what its level says if absent.
    pub simulations: Option<u32>,
    /// Ask before a plan is sealed.
    pub confirm_seal: bool,
    /// Where they are kept; nowhere in a test.
    #[serde(skip)]
    path: Option<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            theme: "default".into(),
            ascii: false,
            mouse: true,
            opponent: "normal".into(),
            simulations: None,
            confirm_seal: true,
            path: None,
        }
    }
}

impl Settings {
    /// The player's settings, or the defaults where nothing was chosen yet.
    pub fn load() -> Result<Self, Fault> {
        let Some(path) = config_dir().map(|dir| dir.join("settings.ron")) else {
            return Ok(Self::default());
        };
        let mut settings = match file::read(&path)? {
            Some(text) => file::parse::<Self>(&text).map_err(|fault| {
                fault.in_file(
                    &path,
                    "Mend the line, or remove the file to have the defaults.",
                )
            })?,
            None => Self::default(),
        };
        settings.path = Some(path);
        Ok(settings)
    }

    /// Writes them where they were loaded from.
    pub fn save(&self) -> io::Result<()> {
        let Some(path) = &self.path else {
            return Ok(());
        };
        let text = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default())
            .map_err(io::Error::other)?;
        file::write(path, &(text + "\n"))
    }

    /// The same, kept at this path.
    #[must_use]
    pub fn kept_at(mut self, path: PathBuf) -> Self {
        self.path = Some(path);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_saved_is_what_is_loaded() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("settings.ron");
        let mut settings = Settings::default().kept_at(path.clone());
        settings.language = Some(Language::Vietnamese);
        settings.theme = "light".into();
        settings.simulations = Some(2000);
        settings.save().unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        let loaded: Settings = file::parse(&text).unwrap();
        assert_eq!(loaded.kept_at(path), settings);
    }

    #[test]
    fn a_file_that_names_one_setting_leaves_the_others() {
        let settings: Settings = file::parse("(mouse: false)").unwrap();
        assert_eq!(
            settings,
            Settings {
                mouse: false,
                ..Settings::default()
            }
        );
    }
}
