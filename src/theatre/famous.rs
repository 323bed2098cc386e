//! The games that come with the program.

/// A game that comes with the program. What it is called and what there is to say of it are
/// phrases under its name, `famous.title.` and `famous.about.`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Famous {
    /// Its short name, which is its file's.
    pub name: &'static str,
    /// Its save.
    pub save: &'static str,
}

/// The games that come with the program, by name. A save in `saves/famous`, and the two phrases
/// in every language, are all that another one needs.
pub const FAMOUS: &[Famous] = include!(concat!(env!("OUT_DIR"), "/famous.rs"));

impl Famous {
    /// The one of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        FAMOUS.iter().find(|famous| famous.name == name)
    }
}
