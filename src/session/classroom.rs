//! A game that is played as an exercise: which helps are allowed, and what is asked.

use super::Session;
use crate::record::{Assignment, Help, NotTaken, Task};

impl Session {
    /// The exercise that the game is played as, if it is.
    pub const fn exercise(&self) -> Option<&Assignment> {
        self.record.header().exercise.as_ref()
    }

    /// Whether a help may be had: outside exercises every one, and when the game is over.
    pub fn allows(&self, help: Help) -> bool {
        let exercise = self.exercise().filter(|_| self.ending().is_none());
        exercise.is_none_or(|exercise| exercise.help.contains(&help))
    }

    /// Whether this is an exercise that is done: nothing is left but to hand in its save.
    pub fn is_to_be_handed_in(&self) -> bool {
        self.exercise().is_some() && self.ending().is_some() && self.tasks().is_empty()
    }

    /// What is asked now, before the game goes on or the verdict is told.
    pub fn tasks(&self) -> Vec<Task> {
        self.record.tasks().cloned().collect()
    }

    /// Takes down an answer, and saves it.
    ///
    /// # Errors
    /// If that is not asked now, or cannot be the answer.
    pub fn answer(&mut self, task: &str, text: &str) -> Result<(), NotTaken> {
        self.record.answer(task, text.trim())?;
        self.save();
        Ok(())
    }
}
