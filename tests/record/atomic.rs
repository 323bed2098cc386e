//! A save that fails leaves the one before it.

use crate::{GULF, played};
use fog_of_peace::record::{SaveFile, read};
use std::fs;

#[test]
fn without_its_folder_a_game_goes_on_and_is_saved_when_it_is_back() {
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("saves");
    let mut file = SaveFile::create(&folder, "game").unwrap();
    file.save(&played(1, 2)).unwrap();
    fs::remove_dir_all(&folder).unwrap();
    let error = file.save(&played(1, 3)).unwrap_err().to_string();
    assert!(error.contains("game-1.ron"), "{error}");
    assert!(error.contains("make the folder again"), "{error}");
    fs::create_dir(&folder).unwrap();
    file.save(&played(1, 4)).unwrap();
    let again = read(file.path()).unwrap().replay(&GULF);
    assert_eq!(again.record, Some(played(1, 4)));
}

#[test]
fn a_new_game_never_takes_the_place_of_a_file_that_came_meanwhile() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = SaveFile::create(folder.path(), "game").unwrap();
    fs::write(file.path(), "mine").unwrap();
    file.save(&played(1, 2)).unwrap_err();
    assert_eq!(fs::read_to_string(file.path()).unwrap(), "mine");
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    use std::process::Command;

    /// In the child: the save to overfill.
    const FULL: &str = "FOG_OF_PEACE_TEST_FULL";

    #[test]
    fn a_write_that_fails_midway_leaves_the_old_save_and_no_litter() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = SaveFile::create(folder.path(), "game").unwrap();
        file.save(&played(1, 2)).unwrap();
        let path = file.path().to_owned();
        drop(file);
        let before = fs::read(&path).unwrap();

        // The child may write no more than two or four blocks to any file.
        let status = Command::new("sh")
            .args(["-c", "trap '' XFSZ; ulimit -f 2; exec \"$0\" \"$@\""])
            .arg(std::env::current_exe().unwrap())
            .args(["--exact", "atomic::unix::child_that_overfills", "--ignored"])
            .env(FULL, &path)
            .output()
            .unwrap();
        assert!(status.status.success(), "{status:?}");
        assert_eq!(fs::read(&path).unwrap(), before);
        let left: Vec<_> = fs::read_dir(folder.path()).unwrap().flatten().collect();
        assert_eq!(left.len(), 1, "only the save is left: {left:?}");
    }

    #[test]
    #[ignore = "run by another test, in a process of its own"]
    fn child_that_overfills() {
        let Some(path) = std::env::var_os(FULL) else {
            return;
        };
        let opening = SaveFile::open(path.as_ref()).unwrap();
        let mut resumed = opening.resume(&GULF).unwrap();
        let error = resumed.file.save(&played(1, 1000)).unwrap_err().to_string();
        assert!(error.contains("cannot write"), "{error}");
        assert!(error.contains("--saves DIR"), "{error}");
    }

    #[test]
    fn what_a_killed_writer_left_is_swept_away() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = SaveFile::create(folder.path(), "game").unwrap();
        file.save(&played(1, 2)).unwrap();
        let path = file.path().to_owned();
        drop(file);
        let litter = folder.path().join(".game-1.ron.aBcDeF.tmp");
        let others = folder.path().join(".game-2.ron.aBcDeF.tmp");
        fs::write(&litter, "half a sa").unwrap();
        fs::write(&others, "half a sa").unwrap();
        let _opening = SaveFile::open(&path).unwrap();
        assert!(!litter.exists());
        assert!(others.exists());
    }

    #[test]
    fn a_save_has_the_mode_of_any_new_file_and_a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let plain = folder.path().join("plain");
        fs::write(&plain, "").unwrap();
        let mut file = SaveFile::create(folder.path(), "game").unwrap();
        file.save(&played(1, 2)).unwrap();
        let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(file.path()), mode(&plain));
        let path = file.path().to_owned();
        drop(file);

        let link = folder.path().join("link.ron");
        symlink(&path, &link).unwrap();
        let mut resumed = SaveFile::open(&link).unwrap().resume(&GULF).unwrap();
        let before = fs::metadata(&path).unwrap().ino();
        resumed.file.save(&resumed.record).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_ne!(fs::metadata(&path).unwrap().ino(), before);
    }
}
