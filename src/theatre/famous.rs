//! The games that come with the program, each with a paragraph.

/// A game that comes with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Famous {
    /// Its short name, which is its file's.
    pub name: &'static str,
    /// Its save.
    pub save: &'static str,
    /// Its title, and after the first line what there is to say of it.
    text: &'static str,
}

/// The games that come with the program, by name. A save and a text in `saves/famous` are all
/// that another one needs.
pub const FAMOUS: &[Famous] = include!(concat!(env!("OUT_DIR"), "/famous.rs"));

impl Famous {
    /// The one of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        FAMOUS.iter().find(|famous| famous.name == name)
    }

    /// What it is called.
    pub fn title(&self) -> &'static str {
        self.text.lines().next().unwrap_or(self.name)
    }

    /// What there is to say of it.
    pub fn about(&self) -> &'static str {
        self.text
            .split_once('\n')
            .map_or("", |(_, about)| about.trim())
    }
}
