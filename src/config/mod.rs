//! The player's own files: settings, keys and themes in the XDG config folder.

mod file;
mod settings;

pub use file::{Fault, config_dir, parse, read, write};
pub use settings::Settings;
