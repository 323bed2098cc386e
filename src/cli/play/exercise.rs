//! `play --exercise`: a game that a file sets.

use super::Args;
use super::opening::named;
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

/// The student's name, if it was given: alone, or as that of the exercise's seat.
pub fn student(names: &[String], exercise: &Exercise) -> Result<Option<String>, Failure> {
    let usage = |message: String| Failure::new(Exit::Usage, message);
    let mut student = None;
    for given in names {
        let (seat, name) = named(&exercise.scenario, given).map_err(usage)?;
        if seat.is_some_and(|seat| seat != exercise.side) {
            let id = &exercise.scenario.text.side(exercise.side).id;
            let message =
                format!("--name: nobody but the student of `{id}` plays in this exercise");
            return Err(usage(message));
        }
        let name = student_name(name);
        let name = name.ok_or_else(|| usage(format!("--name: write 1 to {LONGEST_NAME} letters")));
        student = Some(name?);
    }
    Ok(student)
}
