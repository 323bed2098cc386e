//! Exercises: a game set by a teacher, the same for everyone in a class.
//!
//! ```text
//!   FILE ──► source ──► check ──► Exercise ── assigned(name) ──► a new game, its save
//! ```
//! [`report`] reads the saves of a class.
//!
//! A save carries what is needed to take it up and to execute it again, so that nobody but the
//! one who begins needs the file.

mod check;
pub mod report;
mod source;

#[cfg(test)]
mod tests;

use crate::negotiator::Who;
use crate::record::{Assignment, Help, Hex, Inject, Task};
use crate::rules::deal::Length;
use crate::rules::side::Side;
use crate::scenario::{Overrides, Report, Scenario, document, document_text};
use std::path::Path;

/// What `exercise new` writes: a small complete exercise with a remark on every field.
pub const TEMPLATE: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/assets/templates/exercise/exercise.ron"
));

/// An exercise that can be played.
#[derive(Clone, Debug)]
pub struct Exercise {
    /// Short name.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What is said to the students first; may be empty.
    pub word: String,
    /// What the scenario is loaded by: its id, or its path.
    pub place: String,
    /// The scenario as it was loaded, with nothing set.
    pub scenario: Scenario,
    /// What is set in it.
    pub overrides: Overrides,
    /// What everyone's game is dealt from.
    pub seed: u64,
    /// The side that the students speak for.
    pub side: Side,
    /// Who plays the other.
    pub opponent: Who,
    /// How long it is.
    pub length: Length,
    /// The helps that are allowed.
    pub help: Vec<Help>,
    /// Events that are forced to open a round.
    pub injects: Vec<Inject>,
    /// What is asked.
    pub tasks: Vec<Task>,
    /// The score that theirs are measured against, in tenths of a point.
    pub par: Option<i32>,
}

impl Exercise {
    /// Reads the file of an exercise. There is one only if the report has no errors.
    pub fn read(path: &Path) -> (Option<Self>, Report) {
        let folder = path.parent().unwrap_or(Path::new(""));
        document(path, |source, faults| check::check(source, folder, faults))
    }

    /// The same from a text; scenarios are looked for from where the program runs.
    pub fn parse(text: &str) -> (Option<Self>, Report) {
        document_text(text, |source, faults| {
            check::check(source, Path::new(""), faults)
        })
    }

    /// The exercise as the save of a student carries it, beside what it forces to happen.
    pub fn assigned(&self, student: String) -> Assignment {
        Assignment {
            id: self.id.clone(),
            title: self.title.clone(),
            digest: self.digest(),
            student,
            help: self.help.clone(),
            tasks: self.tasks.clone(),
        }
    }

    /// Identifies what the file says, whatever its layout. A change of the scenario does not
    /// change it; a save names the content of that too.
    ///
    /// # Panics
    /// Never: numbers, texts and lists can always be encoded.
    pub fn digest(&self) -> Hex<16> {
        let set: Vec<String> = self.overrides.0.iter().map(ToString::to_string).collect();
        let injects: Vec<_> = (self.injects.iter())
            .map(|inject| (inject.round, &inject.event))
            .collect();
        let tasks: Vec<_> = (self.tasks.iter())
            .map(|task| (&task.id, task.when, &task.ask, &task.choices))
            .collect();
        let content = (
            (&self.id, &self.title, &self.word, &self.scenario.id),
            (self.seed, self.side, self.opponent.to_string(), self.length),
            (&self.help, set, injects, tasks, self.par),
        );
        #[expect(clippy::expect_used, reason = "numbers, texts and lists")]
        let bytes = postcard::to_stdvec(&content).expect("an exercise always encodes");
        let hash = blake3::hash(&bytes);
        Hex(std::array::from_fn(|at| hash.as_bytes()[at]))
    }
}
