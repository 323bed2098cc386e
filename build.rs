//! Lists the famous games in `saves/famous`, so that the program carries them: of each, a save
//! and a text of the same name, the first line of which is its title.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let folder = root.join("saves/famous");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut texts: Vec<PathBuf> = fs::read_dir(&folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<_>>()?;
    texts.retain(|path| path.extension().is_some_and(|kind| kind == "txt"));
    texts.sort();
    let mut list = String::from("&[\n");
    for text in texts {
        let save = text.with_extension("ron");
        let name = text.file_stem().unwrap_or_default().to_string_lossy();
        if !save.is_file() {
            // A test says so too; to fail here would keep that test from making the save.
            println!("cargo::warning={} has no save beside it", text.display());
            continue;
        }
        let include = |path: &Path| format!("include_str!({:?})", path.display().to_string());
        // Writing to a string cannot fail.
        let _ = writeln!(
            list,
            "Famous {{ name: {name:?}, save: {}, text: {} }},",
            include(&save),
            include(&text)
        );
    }
    list.push(']');
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("famous.rs"), list)
}
