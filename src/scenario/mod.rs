//! Scenarios: from RON, checked, to the flat tables of the rules and the words by number.
//!
//! ```text
//! files -> lexer -> parser -> tree -> decode -> source -> check
//!                              |                   `----> compile, lower -> Tables, Text
//!                              `-> canonical -> hash   translation -> Text in a language
//! ```
//! Every step reports what it finds and goes on, so that `scenario check` shows all
//! faults at once. A scenario exists only if there were no errors.

mod agenda;
mod by_side;
mod canonical;
mod check;
mod compile;
mod constants;
pub(crate) mod decode;
mod document;
mod excerpt;
pub(crate) mod fault;
mod lexer;
mod library;
mod load;
mod lower;
pub mod notation;
pub(crate) mod number;
mod parser;
pub(crate) mod place;
mod report;
mod set;
pub(crate) mod shape;
mod source;
mod suggest;
mod text;
mod translation;
pub(crate) mod tree;
mod words;
mod written;

use crate::language::Language;
use crate::rules::tables::Tables;
use std::borrow::Cow;

pub use by_side::BySide;
pub(crate) use document::{document, document_text};
pub use excerpt::excerpt;
pub use fault::{Fault, Severity};
pub use library::{BUILTIN, Builtin, Origin, TEMPLATE};
pub use load::{LoadError, check, find};
pub use place::Position;
pub use report::Report;
pub use set::{Override, Overrides, SetError};
pub use suggest::{help, nearest};
pub use text::{
    CardText, ChoiceText, ClauseText, EventText, MoodText, ObjectiveText, SideText, Text,
};
pub use translation::Translations;

/// A scenario that can be played.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Short name for commands and files.
    pub id: String,
    /// Identifies the content: blake3 over what the files say, whatever their layout.
    pub hash: [u8; 32],
    /// The numbers, for the rules.
    pub tables: Tables,
    /// The words, by the same numbers, as they were written.
    pub text: Text,
    /// The words in other languages.
    pub translations: Translations,
    /// The files it was read from, by the names under which [`Self::from_files`] reads them.
    pub files: Files,
    /// What has been set in it since.
    pub set: Overrides,
}

/// Files by name.
pub type Files = Vec<(String, Cow<'static, str>)>;

impl Scenario {
    /// Loads a built-in scenario by its id, or another by the path of its folder or of
    /// its `scenario.ron`.
    ///
    /// # Errors
    /// If there is none of that name, or its files have faults, all of which are told.
    pub fn load(name_or_path: &str) -> Result<Self, LoadError> {
        let (scenario, report) = check(&find(name_or_path)?);
        scenario.ok_or_else(|| LoadError::Faulty {
            report: Box::new(report),
        })
    }

    /// Reads a scenario from its files: `scenario.ron`, `events.ron` and the decks.
    ///
    /// # Errors
    /// If they have faults, all of which are told.
    pub fn from_files(files: Files) -> Result<Self, LoadError> {
        let (scenario, report) = check(&Origin::Files(files));
        scenario.ok_or_else(|| LoadError::Faulty {
            report: Box::new(report),
        })
    }

    /// The words in this language; as they were written, if they have not been translated.
    pub fn text_in(&self, language: Language) -> &Text {
        let own = self.translations.iter().find(|(own, _)| *own == language);
        own.map_or(&self.text, |(_, text)| text)
    }

    /// The first 16 digits of the hash, to tell versions of a scenario apart at a glance.
    pub fn fingerprint(&self) -> String {
        blake3::Hash::from_bytes(self.hash).to_hex()[..16].to_owned()
    }
}
