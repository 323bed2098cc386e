//! Reading and writing small RON files, with faults that name their place.

use etcetera::BaseStrategy;
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;
use std::fmt;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// The most that a configuration file may hold, in bytes.
const LARGEST: u64 = 256 * 1024;

/// What is wrong with a configuration file, and where.
#[derive(Debug, thiserror::Error)]
pub struct Fault {
    /// The file, once known.
    pub path: PathBuf,
    /// Line and column, both from 1, if the fault lies at one place.
    pub place: Option<(usize, usize)>,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

impl Fault {
    /// A fault at a place of a text whose file is not known yet.
    pub fn new(place: Option<(usize, usize)>, what: impl Into<String>) -> Self {
        Self {
            path: PathBuf::new(),
            place,
            what: what.into(),
            remedy: String::new(),
        }
    }

    /// The same fault, in this file, with this way out.
    #[must_use]
    pub fn in_file(mut self, path: &Path, remedy: impl Into<String>) -> Self {
        self.path = path.to_path_buf();
        self.remedy = remedy.into();
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.path.display())?;
        if let Some((line, column)) = self.place {
            write!(f, "{line}:{column}:")?;
        }
        write!(f, " {}", self.what)?;
        if !self.remedy.is_empty() {
            write!(f, "\n  {}", self.remedy)?;
        }
        Ok(())
    }
}

/// The folder of the player's own configuration, if the system has such a place.
pub fn config_dir() -> Option<PathBuf> {
    let base = etcetera::choose_base_strategy().ok()?;
    Some(base.config_dir().join("fog-of-peace"))
}

/// The text of a file, or nothing if there is no such file.
pub fn read(path: &Path) -> Result<Option<String>, Fault> {
    let fault = |e: io::Error| Fault::new(None, e.to_string()).in_file(path, "");
    let file = match std::fs::File::open(path) {
        Ok(file) => file,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(e) => return Err(fault(e)),
    };
    let mut text = String::new();
    file.take(LARGEST + 1)
        .read_to_string(&mut text)
        .map_err(fault)?;
    if text.len() as u64 > LARGEST {
        let what = format!(
            "larger than {} KB, which no such file needs",
            LARGEST / 1024
        );
        return Err(Fault::new(None, what).in_file(path, ""));
    }
    Ok(Some(text))
}

/// Writes a file whole or not at all: to a temporary file beside it, then renamed.
pub fn write(path: &Path, text: &str) -> io::Result<()> {
    let dir = path
        .parent()
        .filter(|dir| !dir.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    std::fs::create_dir_all(dir)?;
    let mut file = tempfile::NamedTempFile::new_in(dir)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|e| e.error)?;
    Ok(())
}

/// A value from RON text, with the place of the first fault.
pub fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    let options = ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES);
    options
        .from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|e| {
            let start = e.span.start;
            Fault::new(Some((start.line, start.col)), e.code.to_string())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_names_its_line_and_column() {
        let fault = parse::<Vec<u8>>("[\n  1,\n  x,\n]").unwrap_err();
        assert_eq!(fault.place, Some((3, 3)));
        let shown = fault
            .in_file(Path::new("keys.ron"), "Write a number.")
            .to_string();
        assert!(shown.starts_with("keys.ron:3:3: "), "{shown}");
        assert!(shown.ends_with("\n  Write a number."), "{shown}");
    }

    #[test]
    fn a_file_is_replaced_whole_and_one_that_is_not_there_is_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("deep/settings.ron");
        assert!(read(&path).unwrap().is_none());
        write(&path, "one").unwrap();
        write(&path, "two").unwrap();
        assert_eq!(read(&path).unwrap().as_deref(), Some("two"));
        assert_eq!(
            std::fs::read_dir(path.parent().unwrap()).unwrap().count(),
            1
        );
    }

    #[test]
    fn a_huge_file_is_refused_unread() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("big.ron");
        std::fs::write(&path, vec![b' '; LARGEST as usize + 1]).unwrap();
        assert!(
            read(&path)
                .unwrap_err()
                .to_string()
                .contains("larger than 256 KB")
        );
    }
}
