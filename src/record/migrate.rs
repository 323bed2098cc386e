//! Saves of older formats, turned step by step into the present one.
//!
//! ```text
//!   1 ──► 2   a game may be a branch of another: the header names its parent
//! ```
//! A step changes what a format is written with and never what was played: an entry that its
//! own format's chain holds is linked anew in the next one's, and one that it does not hold
//! stays altered. The file itself is left as it is until the game is saved again.

use super::digest::Chain;
use super::entry::Entry;
use super::header::{Header, Seat, Seed};
use super::hex::Hex;
use crate::rules::deal::Length;
use crate::rules::side::PerSide;
use serde::Deserialize;

/// The header of format 1.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Header1 {
    rules: u32,
    scenario: String,
    content: Hex<32>,
    overrides: Vec<String>,
    length: Length,
    seats: PerSide<Seat>,
    seed: Seed,
    created: u64,
    title: String,
}

impl From<Header1> for Header {
    fn from(old: Header1) -> Self {
        let Header1 {
            rules,
            scenario,
            content,
            overrides,
            length,
            seats,
            seed,
            created,
            title,
        } = old;
        Self {
            rules,
            scenario,
            content,
            overrides,
            length,
            seats,
            names: PerSide::default(),
            seed,
            parent: None,
            swapped: None,
            injects: Vec::new(),
            exercise: None,
            created,
            title,
        }
    }
}

/// Turns the log of a save of this format into one of the present format.
pub(super) fn migrate(format: u32, header: &Header, entries: &mut [Entry]) {
    if format < 2 {
        relink(
            Chain::start_of_1(header),
            Chain::start_of_2(header),
            entries,
        );
    }
}

/// Links entries anew, from another anchor, as far as they hold from the old one.
fn relink(mut old: Chain, mut new: Chain, entries: &mut [Entry]) {
    for entry in entries {
        old = old.link(entry.n, entry.who, &entry.what, entry.state);
        new = new.link(entry.n, entry.who, &entry.what, entry.state);
        if entry.chain != old.mark() {
            return;
        }
        entry.chain = new.mark();
    }
}
