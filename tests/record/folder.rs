//! Folders of saves.

use crate::{header, played};
use fog_of_peace::record::{SaveError, SaveFile, default_folder, list, write};
use fog_of_peace::rules::side::Side;
use std::fs;
use std::path::Path;

#[test]
fn a_list_shows_every_save_and_every_file_that_is_none() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = SaveFile::create(folder.path(), "game").unwrap();
    let record = played(1, 1000);
    file.save(&record).unwrap();
    fs::write(folder.path().join("bad.ron"), "(format: 1, header: 3)").unwrap();
    fs::write(folder.path().join("new.ron"), "(format: 9)").unwrap();
    fs::write(folder.path().join("notes.txt"), "not a save").unwrap();
    fs::create_dir(folder.path().join("fixtures.ron")).unwrap();

    let listed = list(folder.path()).unwrap();
    assert_eq!(listed.len(), 3);
    let find = |name: &str| listed.iter().find(|l| l.path.ends_with(name)).unwrap();
    let info = find("game-1.ron").info.as_ref().unwrap();
    assert_eq!(info.header.title, "A \"quiet\" fortnight");
    assert_eq!(info.side(), Some(Side::Presser));
    assert_eq!(info.progress, record.progress());
    assert!(info.progress.ending.is_some());
    assert!(find("game-1.ron").modified.is_some());
    let bad = find("bad.ron").info.as_ref().unwrap_err();
    assert!(bad.to_string().contains("bad.ron:1:"), "{bad}");
    let new = find("new.ron").info.as_ref().unwrap_err();
    assert!(matches!(new, SaveError::Newer { format: 9, .. }));
}

#[test]
fn a_list_reads_only_heads() {
    let folder = tempfile::tempdir().unwrap();
    let text = write(&played(1, 1000));
    let head = text.find("entries").unwrap();
    // No log at all, or one that is longer than what is read of it.
    fs::write(folder.path().join("cut.ron"), &text[..head]).unwrap();
    let long = format!("{}entries: [{}", &text[..head], "?".repeat(1 << 20));
    fs::write(folder.path().join("long.ron"), long).unwrap();
    // A header longer than what is read at first.
    let title = "t".repeat(40_000);
    let wide = text.replacen("A \\\"quiet\\\" fortnight", &title, 1);
    fs::write(folder.path().join("wide.ron"), wide).unwrap();
    let listed = list(folder.path()).unwrap();
    assert_eq!(listed.len(), 3);
    assert!(listed.iter().all(|listed| listed.info.is_ok()));
}

#[test]
fn a_folder_that_is_not_there_yet_has_no_saves() {
    let folder = tempfile::tempdir().unwrap();
    assert!(list(&folder.path().join("none")).unwrap().is_empty());
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    assert!(list(&file).is_err());
}

#[test]
fn saves_are_kept_in_the_checkout_or_with_the_users_data() {
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR"));
    let inside = checkout.join("src/record");
    assert_eq!(default_folder(&inside).unwrap(), checkout.join("saves"));
    let elsewhere = tempfile::tempdir().unwrap();
    let data = default_folder(elsewhere.path()).unwrap();
    assert!(data.ends_with("fog-of-peace/saves"), "{}", data.display());
    fs::write(elsewhere.path().join("Cargo.toml"), "name = \"other\"").unwrap();
    assert_eq!(default_folder(elsewhere.path()).unwrap(), data);
}

#[test]
fn the_person_is_known_by_the_seats() {
    let mut header = header(1, fog_of_peace::rules::deal::Length::Short);
    assert_eq!(header.person(), Some(Side::Presser));
    header.seats.0.swap(0, 1);
    assert_eq!(header.person(), Some(Side::Holder));
}
