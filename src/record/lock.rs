//! One process per save.
//!
//! The lock is on a file beside the save, `.NAME.lock`, since the save itself is replaced by
//! every write. The system drops it when its holder dies, however that comes about, so a
//! file that was left behind locks nothing.

use super::atomic::folder;
use super::error::{Doing, SaveError};
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

/// The right to write a save, until it is dropped.
#[derive(Debug)]
pub struct Lock {
    file: File,
    path: PathBuf,
}

impl Lock {
    /// Takes the lock of the save.
    ///
    /// # Errors
    /// If another holds it, or the file beside the save cannot be made.
    pub fn take(save: &Path) -> Result<Self, SaveError> {
        let name = save.file_name().unwrap_or_default().to_string_lossy();
        let path = folder(save).join(format!(".{name}.lock"));
        loop {
            let file = OpenOptions::new()
                .create(true)
                .write(true)
                .truncate(false)
                .open(&path)
                .map_err(SaveError::io(Doing::Lock, &path))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    return Err(SaveError::Locked {
                        path: save.to_owned(),
                    });
                }
                Err(TryLockError::Error(error)) => {
                    return Err(SaveError::io(Doing::Lock, &path)(error));
                }
            }
            // Its last holder may have removed the file between the opening and the locking.
            if is_still(&path, &file) {
                return Ok(Self { file, path });
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while held, so that nobody else's file is. If it cannot be, it stays and
        // locks nothing.
        if cfg!(unix) && is_still(&self.path, &self.file) {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// Whether the path still names the open file.
#[cfg(unix)]
fn is_still(path: &Path, file: &File) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (std::fs::metadata(path), file.metadata()) {
        (Ok(there), Ok(here)) => (there.dev(), there.ino()) == (here.dev(), here.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_still(_: &Path, _: &File) -> bool {
    true
}
