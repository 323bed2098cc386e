//! Writing a file so that at every moment either the old one or the new one is there, whole.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use tempfile::Builder;

/// What a file is named while it is being written: `.NAME.XXXXXX.tmp`.
const SUFFIX: &str = ".tmp";

/// Writes a file whole or not at all: writes a temporary one in the same folder, has the disk
/// take it, and gives it the name; then has the disk take the name too. If `fresh`, a file of
/// that name is left alone and is an error.
///
/// # Errors
/// If the system refuses; a file of that name is then as it was.
pub fn write(path: &Path, bytes: &[u8], fresh: bool) -> io::Result<()> {
    let folder = folder(path);
    let mut builder = Builder::new();
    let prefix = prefix(path);
    builder.prefix(&prefix).suffix(SUFFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any new file: the user's mask takes away what it takes away.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    if fresh {
        file.persist_noclobber(path)?;
    } else {
        file.persist(path)?;
    }
    sync_folder(folder)
}

/// Removes what a process that was killed while writing has left. Only the holder of the
/// save's lock may do so.
pub fn sweep(path: &Path) {
    let prefix = prefix(path);
    let entries = folder(path).read_dir().into_iter().flatten();
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(&prefix) && name.ends_with(SUFFIX) {
            // What cannot be removed does no harm.
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// The folder that a file is in.
pub fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

fn prefix(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    format!(".{}.", name.to_string_lossy())
}

/// Without this, a power cut could undo the renaming.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        // Some file systems have no such thing for folders.
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
            ) =>
        {
            Ok(())
        }
        result => result,
    }
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
