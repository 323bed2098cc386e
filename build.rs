//! Lists what the program carries of folders to which files are added: the famous games in
//! `saves/famous`, each a save beside the list of how they were made; and the material for
//! classes in `assets/material`, a folder for each language.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("famous.rs"), famous(&root.join("saves/famous"))?)?;
    let material = material(&root.join("assets/material"))?;
    fs::write(out.join("material.rs"), material)
}

/// What is in a folder, by name.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<_>>()?;
    paths.sort();
    Ok(paths)
}

fn is_kind(path: &Path, kind: &str) -> bool {
    path.extension().is_some_and(|it| it == kind)
}

fn include(path: &Path) -> String {
    format!("include_str!({:?})", path.display().to_string())
}

fn famous(folder: &Path) -> io::Result<String> {
    let mut saves = entries(folder)?;
    saves.retain(|path| is_kind(path, "ron") && !path.ends_with("list.ron"));
    let mut list = String::from("&[\n");
    for save in saves {
        let name = save.file_stem().unwrap_or_default().to_string_lossy();
        let save = include(&save);
        // Writing to a string cannot fail.
        let _ = writeln!(list, "Famous {{ name: {name:?}, save: {save} }},");
    }
    list.push(']');
    Ok(list)
}

/// The documents of each language: `01-guide.md` is the first, and called `guide`.
fn material(folder: &Path) -> io::Result<String> {
    let mut list = String::from("&[\n");
    for language in entries(folder)?.into_iter().filter(|path| path.is_dir()) {
        let code = language.file_name().unwrap_or_default().to_string_lossy();
        let _ = writeln!(list, "({code:?}, &[");
        for path in entries(&language)?
            .iter()
            .filter(|path| is_kind(path, "md"))
        {
            let file = path.file_name().unwrap_or_default().to_string_lossy();
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            let name = stem.split_once('-').map_or(&*stem, |(_, name)| name);
            let text = include(path);
            let _ = writeln!(
                list,
                "Document {{ name: Cow::Borrowed({name:?}), file: Cow::Borrowed({file:?}), \
                 text: Cow::Borrowed({text}) }},"
            );
        }
        list.push_str("]),\n");
    }
    list.push(']');
    Ok(list)
}
