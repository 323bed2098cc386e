//! What is wrong with a scenario, and where.

use super::place::{FileId, Place};
use super::suggest;

/// How bad a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The scenario cannot be played.
    Error,
    /// It can be played, but something will look or work worse than meant.
    Warning,
}

/// Something wrong in a file of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Whether it stops the scenario from being played.
    pub severity: Severity,
    /// The file it is in.
    pub file: FileId,
    /// Where in the file; nothing if the file as a whole is meant.
    pub place: Option<Place>,
    /// What is wrong, in one line.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl Fault {
    /// Adds what to do about it.
    pub fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = Some(help.into());
        self
    }
}

/// The most faults that are kept: enough to mend a file, and a bound on what a hostile
/// one can make us print.
pub const MAX_FAULTS: usize = 500;

/// The faults found so far.
///
/// A fault that lies [`Place::NOWHERE`] is about a value that stands in for one which
/// has been reported already: it is not kept.
#[derive(Clone, Debug, Default)]
pub struct Faults {
    all: Vec<Fault>,
    spill: Option<Fault>,
}

impl Faults {
    /// Notes an error.
    pub fn error(&mut self, place: Place, message: impl Into<String>) -> &mut Fault {
        self.put(Severity::Error, place.file, Some(place), message.into())
    }

    /// Notes a name that is not known, with the nearest one that is.
    pub fn unknown<'k>(
        &mut self,
        place: Place,
        what: &str,
        name: &str,
        known: impl Iterator<Item = &'k str> + Clone,
    ) {
        // Among so many faults nobody reads a suggestion, and looking for one takes time.
        let help = if self.all.len() < MAX_FAULTS {
            suggest::help(name, known)
        } else {
            None
        };
        self.error(place, format!("unknown {what} `{name}`")).help = help;
    }

    /// Notes a warning.
    pub fn warning(&mut self, place: Place, message: impl Into<String>) -> &mut Fault {
        self.put(Severity::Warning, place.file, Some(place), message.into())
    }

    /// Notes an error of a whole file.
    pub fn file_error(&mut self, file: FileId, message: impl Into<String>) -> &mut Fault {
        self.put(Severity::Error, file, None, message.into())
    }

    /// Notes a warning about a whole file.
    pub fn file_warning(&mut self, file: FileId, message: impl Into<String>) -> &mut Fault {
        self.put(Severity::Warning, file, None, message.into())
    }

    fn put(
        &mut self,
        severity: Severity,
        file: FileId,
        place: Option<Place>,
        message: String,
    ) -> &mut Fault {
        let fault = Fault {
            severity,
            file,
            place,
            message,
            help: None,
        };
        if file == Place::NOWHERE.file {
            return self.spill.insert(fault);
        }
        // One more than the most is kept, to tell that there were more.
        self.all.truncate(MAX_FAULTS);
        let last = self.all.len();
        self.all.push(fault);
        &mut self.all[last]
    }

    /// How many of them are errors.
    pub fn errors(&self) -> usize {
        self.all
            .iter()
            .filter(|fault| fault.severity == Severity::Error)
            .count()
    }

    /// Whether a file is free of errors so far.
    pub fn is_sound(&self, file: FileId) -> bool {
        let broken = |fault: &Fault| fault.file == file && fault.severity == Severity::Error;
        !self.all.iter().any(broken)
    }

    /// All of them by file and place.
    pub fn sorted(mut self) -> Vec<Fault> {
        self.all
            .sort_by_key(|fault| (fault.file, fault.place, fault.severity));
        self.all
    }
}
