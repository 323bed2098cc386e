//! What a class made of an exercise: every save executed again, and what does not count named
//! with the reason.
//!
//! ```text
//!   saves ──► Reference (the exercise, or what most of them are) ──► Sheet, one a save ──► Class
//! ```
//! The sheets are in the order of the files' names, however many threads make them.

mod flag;
mod par;
mod reference;
mod review;
mod sheet;

#[cfg(test)]
mod tests;

pub use flag::Flag;
pub use par::par;
pub use reference::Reference;
pub use review::{CLASS_SIMULATIONS, Reviews, Work};
pub use sheet::{Moved, Played, Sheet, Turn, told};

use crate::analysis::frontier::{Plane, plane};
use crate::record::{Loaded, SaveError};
use crate::rules::state::State;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// A file of the folder, read or not.
pub struct Handed {
    /// What it is called.
    pub file: String,
    /// What it says.
    pub read: Result<Loaded, SaveError>,
}

/// A class.
#[derive(Clone, Debug)]
pub struct Class {
    /// What all of them should have played.
    pub reference: Reference,
    /// What was possible on the deal.
    pub plane: Plane,
    /// One a file.
    pub sheets: Vec<Sheet>,
}

impl Class {
    /// Executes every save again, on the threads of the current pool.
    pub fn of(reference: Reference, handed: &[Handed]) -> Self {
        let sheets = handed.par_iter();
        let sheets = sheets.map(|one| Sheet::of(&reference, &one.file, &one.read));
        let (header, t) = (&reference.header, &reference.scenario.tables);
        let deal = State::deal(t, header.seed.number(), header.length, &mut ());
        let mut class = Self {
            plane: plane(t, &deal),
            sheets: sheets.collect(),
            reference,
        };
        class.flag_doubles();
        class
    }

    /// Of two games of one student that would count, the one that was begun first does.
    fn flag_doubles(&mut self) {
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        for (at, sheet) in self.sheets.iter().enumerate() {
            let Some(name) = sheet.counted().map(|_| sheet.student.to_lowercase()) else {
                continue;
            };
            let known = first.entry(name).or_insert(at);
            if sheet.created < self.sheets[*known].created {
                *known = at;
            }
        }
        for at in 0..self.sheets.len() {
            let sheet = &self.sheets[at];
            let Some(&known) = first.get(&sheet.student.to_lowercase()) else {
                continue;
            };
            if known != at && sheet.counted().is_some() {
                let file = self.sheets[known].file.clone();
                self.sheets[at].flags.push(Flag::Double { file });
            }
        }
    }

    /// The games that count, each with its sheet.
    pub fn counted(&self) -> impl Iterator<Item = (&Sheet, &Played)> {
        let sheets = self.sheets.iter();
        sheets.filter_map(|sheet| Some((sheet, sheet.counted()?)))
    }
}
