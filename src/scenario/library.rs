//! Where the files of a scenario come from: the binary, or a folder.

use super::Files;
use super::fault::Faults;
use super::place::{FileId, Sources};
use std::borrow::Cow;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The largest file that is read at all.
pub const MAX_FILE: u64 = 1 << 20;

/// A scenario that the binary carries.
#[derive(Clone, Copy, Debug)]
pub struct Builtin {
    /// Its id.
    pub id: &'static str,
    /// The names and contents of its files.
    pub files: &'static [(&'static str, &'static str)],
}

macro_rules! builtin {
    ($id:literal: $($file:literal),* $(,)?) => {
        Builtin {
            id: $id,
            files: &[$((
                $file,
                include_str!(concat!(
                    env!("CARGO_MANIFEST_DIR"), "/assets/scenarios/", $id, "/", $file
                )),
            )),*],
        }
    };
}

macro_rules! template {
    ($file:literal) => {
        (
            $file,
            include_str!(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/assets/templates/scenario/",
                $file
            )),
        )
    };
}

/// The scenarios that the binary carries, the first of which is played by default.
pub const BUILTIN: &[Builtin] = &[
    builtin!("gulf": "scenario.ron", "events.ron", "deck-us.ron", "deck-iran.ron", "vi.ron"),
    builtin!("orsa-tavan": "scenario.ron", "events.ron", "deck-orsa.ron", "deck-tavan.ron", "vi.ron"),
    builtin!("korea": "scenario.ron", "events.ron", "deck-un.ron", "deck-cn.ron", "vi.ron"),
    builtin!("jcpoa": "scenario.ron", "events.ron", "deck-p6.ron", "deck-ir.ron", "vi.ron"),
];

/// The built-in scenario of that id.
pub fn builtin(id: &str) -> Option<&'static Builtin> {
    BUILTIN.iter().find(|builtin| builtin.id == id)
}

/// What `scenario new` writes: the names and contents of its files.
pub const TEMPLATE: &[(&str, &str)] = &[
    template!("scenario.ron"),
    template!("events.ron"),
    template!("deck-orsa.ron"),
    template!("deck-tavan.ron"),
];

/// Where the files of one scenario are.
#[derive(Clone, Debug)]
pub enum Origin {
    /// In the binary.
    Builtin(&'static Builtin),
    /// In a folder.
    Folder {
        /// The folder.
        folder: PathBuf,
        /// The file in it that names the sides: `scenario.ron`, unless another was given.
        main: PathBuf,
    },
    /// At hand, as they were sent or made.
    Files(Files),
}

impl Origin {
    /// The folder of a scenario, given itself or one of its files.
    pub fn at(path: &Path) -> Self {
        if path.is_dir() {
            return Self::Folder {
                folder: path.to_owned(),
                main: "scenario.ron".into(),
            };
        }
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        let name = path.file_name().unwrap_or_default();
        let is_deck = name == "events.ron" || name.as_encoded_bytes().starts_with(b"deck-");
        let main = if is_deck {
            "scenario.ron".into()
        } else {
            PathBuf::from(name)
        };
        Self::Folder { folder, main }
    }

    /// Whether there is such a file.
    pub fn has(&self, file: &str) -> bool {
        match self {
            Self::Builtin(builtin) => builtin.files.iter().any(|(name, _)| *name == file),
            Self::Files(files) => files.iter().any(|(name, _)| name == file),
            Self::Folder { folder, .. } => folder.join(file).exists(),
        }
    }

    /// Reads one of the files; what goes wrong is reported as a fault of that file.
    pub fn read(&self, file: &str, sources: &mut Sources, faults: &mut Faults) -> Option<FileId> {
        let (name, text) = match self {
            Self::Builtin(builtin) => {
                let text = builtin.files.iter().find(|(name, _)| *name == file);
                let text = text.map(|(_, text)| Cow::Borrowed(*text));
                let missing = || io::Error::from(io::ErrorKind::NotFound).to_string();
                (format!("{}/{file}", builtin.id), text.ok_or_else(missing))
            }
            Self::Files(files) => {
                let text = files.iter().find(|(name, _)| name == file);
                let text = text.map(|(_, text)| text.clone());
                let missing = || io::Error::from(io::ErrorKind::NotFound).to_string();
                (file.to_owned(), text.ok_or_else(missing))
            }
            Self::Folder { folder, main } => {
                let is_main = file == "scenario.ron";
                let path = if is_main {
                    folder.join(main)
                } else {
                    folder.join(file)
                };
                (path.display().to_string(), read_text(&path).map(Cow::Owned))
            }
        };
        match text {
            Ok(text) => Some(sources.add(name, text)),
            Err(why) => {
                let id = sources.add_unreadable(name);
                faults.file_error(id, why);
                None
            }
        }
    }
}

/// Reads a text file of bounded size.
fn read_text(path: &Path) -> Result<String, String> {
    let unreadable = |error: io::Error| format!("cannot be read: {error}");
    let metadata = fs::metadata(path).map_err(unreadable)?;
    if !metadata.is_file() {
        return Err("is not a file".into());
    }
    if metadata.len() > MAX_FILE {
        return Err(format!(
            "is {} bytes; at most {MAX_FILE} are read",
            metadata.len()
        ));
    }
    let mut bytes = Vec::with_capacity(metadata.len() as usize);
    let file = fs::File::open(path).map_err(unreadable)?;
    file.take(MAX_FILE)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = valid.split(|byte| *byte == b'\n').count();
        format!("is not UTF-8 text (line {line})")
    })
}
