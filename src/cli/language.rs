//! `--lang`: the language of the game.

use super::exit::{Exit, Failure};
use crate::config::{Fault, Settings};
use crate::language::{self, Language};
use crate::narrate::Phrases;
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// What the command line says of the language.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub struct Lang {
    /// The language of the game and of a scenario that is there in it; without this, that of
    /// the settings, and without those that of the system (`LC_ALL`, `LC_MESSAGES`, `LANG`)
    #[arg(long = "lang", global = true, value_name = "LANG", value_parser = tags())]
    pub given: Option<Language>,
}

/// Understands the tags of the languages there are, and no others.
fn tags() -> impl TypedValueParser<Value = Language> {
    let known = PossibleValuesParser::new(Language::ALL.map(Language::tag));
    known.try_map(|tag| tag.parse::<Language>())
}

/// The language that the system speaks, if the game is told in it.
pub fn system() -> Option<Language> {
    language::locale(|name| std::env::var(name).ok())
}

fn unreadable(fault: Fault) -> Failure {
    Failure::new(Exit::Unreadable, fault)
}

impl Lang {
    /// The words of the language that the player wants.
    ///
    /// # Errors
    /// If that is for the settings to say, and these cannot be read.
    pub fn words(self) -> Result<Phrases, Failure> {
        let kept = match self.given {
            Some(_) => None,
            None => Settings::load().map_err(unreadable)?.language,
        };
        let wanted = language::wanted(self.given, kept, system());
        Ok(Phrases::of_language(wanted))
    }
}
