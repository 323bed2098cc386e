//! `play --exercise`: a game that a file sets.

use super::Args;
use crate::cli::exit::{Exit, Failure};
use crate::cli::output::complain;
use crate::exercise::Exercise;
use crate::record::{LONGEST_NAME, student_name};
use std::path::Path;

/// Reads the exercise, whose faults are told, and looks that the arguments set nothing that it
/// sets.
pub fn read(args: &Args, path: &Path) -> Result<Exercise, Failure> {
    let set = [
        ("--scenario", args.scenario.is_some()),
        ("--side", args.side.is_some()),
        ("--opponent", args.opponent.is_some()),
        ("--seed", args.seed.is_some()),
        ("--length", args.length.is_some()),
        ("--set", !args.set.is_empty()),
    ];
    if let Some((flag, _)) = set.iter().find(|(_, given)| *given) {
        let message = format!(
            "{flag} is set by the exercise, the same for everyone; leave it out, or play without \
             --exercise"
        );
        return Err(Failure::new(Exit::Usage, message));
    }
    load(path)
}

/// Reads an exercise; its faults go to standard error.
pub fn load(path: &Path) -> Result<Exercise, Failure> {
    let (exercise, report) = Exercise::read(path);
    exercise.ok_or_else(|| {
        // If standard error is closed there is nobody left to tell.
        let _ = complain(&report.to_string());
        let exit = if report.unreadable() {
            Exit::Unreadable
        } else {
            Exit::Failed
        };
        let summary = report.summary();
        Failure::new(exit, format!("the exercise cannot be played: {summary}"))
    })
}

/// The student's name, if it was given.
pub fn student(name: Option<&str>) -> Result<Option<String>, Failure> {
    let Some(name) = name else { return Ok(None) };
    match student_name(name) {
        Some(name) => Ok(Some(name)),
        None => Err(Failure::new(
            Exit::Usage,
            format!("--name: write 1 to {LONGEST_NAME} letters"),
        )),
    }
}
