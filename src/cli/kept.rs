//! Saved games by name.

use crate::session::default_saves;
use std::path::{Path, PathBuf};

/// Where games are kept unless the arguments say otherwise.
pub fn usual_saves() -> Option<PathBuf> {
    default_saves(&std::env::current_dir().unwrap_or_default())
}

/// Names a saved game in full: a bare name that is no file here is looked for in the folder of
/// saved games, `saves` or the usual one.
pub fn find_kept(path: &mut PathBuf, saves: Option<&Path>) {
    if path.components().count() != 1 || path.is_file() {
        return;
    }
    let saves = saves.map(Path::to_path_buf).or_else(usual_saves);
    if let Some(kept) = saves.map(|saves| saves.join(&*path))
        && kept.is_file()
    {
        *path = kept;
    }
}
