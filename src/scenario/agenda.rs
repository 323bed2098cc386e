//! The clauses by name, for everything that refers to one.

use super::decode::List;
use super::fault::Faults;
use super::source::{Clause, Words};
use crate::rules::clause::{ClauseId, MAX_CLAUSES};

/// The names of the clauses.
pub struct Agenda {
    ids: Vec<String>,
    lost: Vec<String>,
}

impl Agenda {
    /// The agenda of a scenario; clauses that could not be read count as known names.
    pub fn new(clauses: &List<Clause>) -> Self {
        Self {
            ids: clauses
                .iter()
                .map(|clause| clause.id.value.clone())
                .take(MAX_CLAUSES)
                .collect(),
            lost: clauses.lost.iter().flatten().cloned().collect(),
        }
    }

    /// How many clauses there are.
    pub fn len(&self) -> usize {
        self.ids.len() + self.lost.len()
    }

    /// The names, in agenda order.
    pub fn ids(&self) -> impl Iterator<Item = &str> + Clone {
        self.ids.iter().map(String::as_str)
    }

    /// The clause of that name. If there is none it is reported, and the first one
    /// stands in, so that checking can go on.
    pub fn find(&self, name: &Words, faults: &mut Faults) -> ClauseId {
        if let Some(at) = self.ids.iter().position(|id| *id == name.value) {
            return ClauseId(at as u8);
        }
        if !self.lost.contains(&name.value) {
            faults.unknown(name.place, "clause", name, self.ids());
        }
        ClauseId(0)
    }
}
