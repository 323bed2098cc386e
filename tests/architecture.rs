//! The drawing in `src/lib.rs`, held: which room may know of which, who opens files, who prints.

#![allow(clippy::unwrap_used)] // the sources are there to be read

use std::fs;
use std::path::{Path, PathBuf};

/// Each room with the rooms it may know of.
const ROOMS: [(&str, &[&str]); 20] = [
    ("rules", &[]),
    ("statistics", &[]),
    ("language", &[]),
    ("phrases", &["language"]),
    ("scenario", &["language", "phrases", "rules"]),
    ("config", &["language"]),
    ("protocol", &["rules", "scenario"]),
    (
        "negotiator",
        &["protocol", "rules", "scenario", "statistics"],
    ),
    ("record", &["language", "rules", "scenario"]),
    (
        "narrate",
        &[
            "analysis",
            "language",
            "negotiator",
            "phrases",
            "rules",
            "scenario",
            "statistics",
        ],
    ),
    (
        "analysis",
        &["negotiator", "record", "rules", "scenario", "statistics"],
    ),
    (
        "session",
        &["analysis", "negotiator", "record", "rules", "scenario"],
    ),
    (
        "exercise",
        &["analysis", "negotiator", "record", "rules", "scenario"],
    ),
    (
        "simulate",
        &["negotiator", "rules", "scenario", "statistics"],
    ),
    (
        "theatre",
        &[
            "analysis",
            "negotiator",
            "phrases",
            "record",
            "rules",
            "scenario",
            "session",
        ],
    ),
    (
        "guide",
        &["narrate", "negotiator", "rules", "scenario", "session"],
    ),
    (
        "plain",
        &[
            "guide",
            "language",
            "narrate",
            "negotiator",
            "record",
            "rules",
            "scenario",
            "session",
            "theatre",
        ],
    ),
    (
        "export",
        &[
            "analysis",
            "exercise",
            "language",
            "narrate",
            "plain",
            "record",
            "rules",
            "scenario",
            "statistics",
            "theatre",
        ],
    ),
    (
        "tui",
        &[
            "analysis",
            "config",
            "guide",
            "language",
            "narrate",
            "negotiator",
            "record",
            "rules",
            "scenario",
            "session",
            "theatre",
        ],
    ),
    (
        "cli",
        &[
            "analysis",
            "config",
            "exercise",
            "export",
            "guide",
            "language",
            "narrate",
            "negotiator",
            "plain",
            "protocol",
            "record",
            "rules",
            "scenario",
            "session",
            "simulate",
            "theatre",
            "tui",
        ],
    ),
];

fn files(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap().map(Result::unwrap) {
        let path = entry.path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && name != "tests" {
            files(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") && name != "tests" {
            found.push(path);
        }
    }
}

/// The code of a room, file by file, without its tests.
fn room(name: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    files(&Path::new("src").join(name), &mut found);
    assert!(!found.is_empty(), "there is no room `{name}`");
    found
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]\nmod tests {").next();
            let code = code.unwrap_or_default().to_owned();
            (path, code)
        })
        .collect()
}

/// The code without its comments.
fn code_lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
}

#[test]
fn every_room_is_in_the_drawing() {
    for entry in fs::read_dir("src").unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            let name = entry.file_name().into_string().unwrap();
            assert!(ROOMS.iter().any(|(room, _)| *room == name), "{name}");
        }
    }
}

#[test]
fn arrows_point_one_way() {
    for (name, may) in ROOMS {
        for (path, text) in room(name) {
            for line in code_lines(&text) {
                for (at, _) in line.match_indices("crate::") {
                    let rest = &line[at + "crate::".len()..];
                    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
                    let other = &rest[..end.unwrap_or(rest.len())];
                    assert!(
                        other == name || may.contains(&other),
                        "{} knows of `{other}`: {line}",
                        path.display()
                    );
                }
            }
        }
    }
}

/// Asserts that no room but the named ones has any of these words in its code.
fn only(rooms: &[&str], words: &[&str]) {
    for (name, _) in ROOMS.iter().filter(|(name, _)| !rooms.contains(name)) {
        for (path, text) in room(name) {
            for line in code_lines(&text) {
                let found = words.iter().find(|word| line.contains(**word));
                assert!(found.is_none(), "{}: {line}", path.display());
            }
        }
    }
}

#[test]
fn only_the_faces_print() {
    only(
        &["cli", "tui", "plain"],
        &["println!", "print!(", "stdout()", "stderr()"],
    );
}

#[test]
fn only_a_negotiator_is_another_program() {
    only(&["negotiator"], &["process::Command"]);
}

#[test]
fn only_a_few_open_files() {
    only(
        &["record", "scenario", "config", "cli"],
        &["std::fs", "fs::read", "fs::write"],
    );
}

#[test]
fn the_rules_know_no_clock_thread_terminal_or_hash_map() {
    let words = [
        "std::time",
        "std::thread",
        "std::env",
        "HashMap",
        "String",
        "f32",
        "f64",
    ];
    for (path, text) in room("rules") {
        for line in code_lines(&text) {
            let found = words.iter().find(|word| line.contains(**word));
            assert!(found.is_none(), "{}: {line}", path.display());
        }
    }
}
