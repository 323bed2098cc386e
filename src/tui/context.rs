//! What every screen shares: words, looks, keys, settings, and the way to the games.

use super::glyphs::{self, Glyphs};
use super::guide::Panel;
use super::keymap::Keymap;
use super::library::Library;
use super::theme::Theme;
use super::wake::Waker;
use crate::config::{Fault, Settings};
use crate::language::{self, Language};
use crate::narrate::Phrases;
use crate::rules::deal::Length;
use crate::rules::side::Side;
use std::path::Path;
use std::time::SystemTime;

/// What every screen shares.
pub struct Context {
    /// The words.
    pub phrases: Phrases,
    /// The looks.
    pub theme: Theme,
    /// The marks.
    pub glyphs: &'static Glyphs,
    /// The keys.
    pub keymap: Keymap,
    /// What the player has chosen.
    pub settings: Settings,
    /// Rouses the screens when work in the background is done.
    pub waker: Waker,
    /// The scenarios and the saved games.
    pub library: Box<dyn Library>,
    /// The time of day, for the age of a saved game.
    pub now: fn() -> SystemTime,
    /// What was said on the command line, which goes before the settings.
    pub given: Given,
    /// The guide of the game that is open, if it is a guided one.
    pub guide: Option<Panel>,
    /// What the form for a new game was last begun with. It is kept for this run alone.
    pub chosen: Option<Chosen>,
}

/// What a new game is most often begun with again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The scenario's short name.
    pub scenario: String,
    /// The side that the player speaks for.
    pub side: Side,
    /// The opponent, by the name that the form lists.
    pub opponent: String,
    /// How long.
    pub length: Length,
}

/// What the command line and the environment say about the words and the looks. It holds for this run
/// and is not kept.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// A language by name.
    pub language: Option<Language>,
    /// The language that the system speaks, if the game is told in it.
    pub system: Option<Language>,
    /// A theme by name or path.
    pub theme: Option<String>,
    /// ASCII alone.
    pub ascii: bool,
    /// Colour was refused (`NO_COLOR`), whatever the theme.
    pub no_color: bool,
}

impl Context {
    /// From the player's settings and keys. Fails if the theme cannot be read.
    pub fn new(
        settings: Settings,
        given: Given,
        keymap: Keymap,
        waker: Waker,
        library: Box<dyn Library>,
    ) -> Result<Self, Fault> {
        Ok(Self {
            phrases: phrases(&settings, &given),
            theme: theme(&settings, &given)?,
            glyphs: glyphs::glyphs(settings.ascii || given.ascii),
            keymap,
            settings,
            waker,
            library,
            now: SystemTime::now,
            given,
            guide: None,
            chosen: None,
        })
    }

    /// Speaks and looks as the settings now say, and keeps them on disk; what went wrong, if
    /// something did.
    pub fn settle(&mut self) -> Option<String> {
        self.phrases = phrases(&self.settings, &self.given);
        self.glyphs = glyphs::glyphs(self.settings.ascii || self.given.ascii);
        let unread = match theme(&self.settings, &self.given) {
            Ok(theme) => {
                self.theme = theme;
                None
            }
            Err(fault) => Some(fault.to_string()),
        };
        unread.or(self.settings.save().err().map(|e| e.to_string()))
    }

    /// Whether the guide of a first game takes a part of the screen.
    pub fn is_guided(&self) -> bool {
        self.guide.as_ref().is_some_and(Panel::is_shown)
    }

    /// A phrase by key.
    pub fn say<'k>(&self, key: &'k str) -> &'k str {
        self.phrases.get(key)
    }

    /// Name of a file for display: its last part.
    pub fn file_name(path: &Path) -> String {
        path.file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default()
    }
}

fn phrases(settings: &Settings, given: &Given) -> Phrases {
    let wanted = language::wanted(given.language, settings.language, given.system);
    Phrases::of_language(wanted)
}

fn theme(settings: &Settings, given: &Given) -> Result<Theme, Fault> {
    if given.no_color {
        return Theme::mono();
    }
    Theme::load(given.theme.as_deref().unwrap_or(&settings.theme))
}
