//! What a game says of the one that it came from, held against that one's file: the beginning
//! that a branch has in common with its parent, or the deal that is played once more with the
//! sides swapped.

use super::famous::Famous;
use super::place::Place;
use super::recording::Recording;
use crate::record::{Entry, Header, Loaded, Parent, Seat, Swapped, read};
use crate::rules::side::Side;
use std::path::Path;

/// Something that two games have in common if the one came from the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The scenario, by its id.
    Scenario,
    /// What the scenario and the rules say.
    Content,
    /// The number that they are dealt from.
    Seed,
    /// How long they are.
    Length,
    /// What is set in them.
    Set,
    /// The events that are forced.
    Injects,
    /// What the deal brought.
    Deal,
    /// Who sits where, with the sides swapped.
    Seats,
}

impl Ground {
    /// Its name among the phrases.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Scenario => "scenario",
            Self::Content => "content",
            Self::Seed => "seed",
            Self::Length => "length",
            Self::Set => "set",
            Self::Injects => "injects",
            Self::Deal => "deal",
            Self::Seats => "seats",
        }
    }
}

/// Whether a branch has its beginning in common with the game that it names as its parent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lineage {
    /// It has.
    Holds {
        /// The parent.
        parent: Parent,
    },
    /// The parent is not there to compare.
    Missing {
        /// The parent.
        parent: Parent,
    },
    /// The two part before they should.
    Parted {
        /// The parent.
        parent: Parent,
        /// The first entry that differs.
        entry: u32,
    },
    /// The beginning is the same, but the two are not played with the same.
    Differs {
        /// The parent.
        parent: Parent,
        /// In what they differ.
        grounds: Vec<Ground>,
    },
}

/// Whether a game plays the deal of the one that it answers, with the sides swapped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answers {
    /// It does.
    Holds {
        /// The game that it answers.
        first: Swapped,
        /// Who sat opposite there and here, if that is not the same.
        opponents: Option<[String; 2]>,
    },
    /// That game is not there to compare.
    Missing {
        /// The game that it answers.
        first: Swapped,
    },
    /// What is called that is another game, or is no longer what it was.
    Other {
        /// The game that it answers.
        first: Swapped,
    },
    /// It is that game, and this one is not the answer to it.
    Differs {
        /// The game that it answers.
        first: Swapped,
        /// In what they differ.
        grounds: Vec<Ground>,
    },
}

impl Recording {
    /// Compares the beginning of a branch with its parent's; nothing for a game that is none.
    pub fn lineage(&self) -> Option<Lineage> {
        let parent = self.header().parent.clone()?;
        let Some(theirs) = self.parent_place().and_then(|place| load(&place)) else {
            return Some(Lineage::Missing { parent });
        };
        if let Some(entry) = self.parts_from(&parent, &theirs) {
            return Some(Lineage::Parted { parent, entry });
        }
        let grounds = differ(self.header(), &theirs.header);
        Some(if grounds.is_empty() {
            Lineage::Holds { parent }
        } else {
            Lineage::Differs { parent, grounds }
        })
    }

    /// Compares a game with the one that it answers, as at duplicate bridge; nothing for a
    /// game that answers none.
    pub fn answers(&self) -> Option<Answers> {
        let first = self.header().swapped.clone()?;
        let place = first.file_name().and_then(|name| self.beside(name));
        let Some(theirs) = place.and_then(|place| load(&place)) else {
            return Some(Answers::Missing { first });
        };
        // The chain covers the header too: what ends in the entry that is named is that game.
        let whole = theirs.intact().len() == theirs.entries.len() && theirs.fault.is_none();
        let last = theirs.entries.last();
        if !whole || last.is_none_or(|last| last.chain != first.chain) {
            return Some(Answers::Other { first });
        }
        let (own, their) = (self.header(), &theirs.header);
        let mut grounds = differ(own, their);
        if (own.rules, own.content) != (their.rules, their.content) {
            grounds.push(Ground::Content);
        }
        let dealt = |entry: &Entry| (entry.what.clone(), entry.state);
        if self.entry(1).map(dealt) != theirs.entries.first().map(dealt) {
            grounds.push(Ground::Deal);
        }
        let was = their.person().filter(|was| crossed(own, their, *was));
        let Some(was) = was.filter(|_| grounds.is_empty()) else {
            grounds.extend(was.is_none().then_some(Ground::Seats));
            return Some(Answers::Differs { first, grounds });
        };
        let opponents = match (&their.seats[was.other()], &own.seats[was]) {
            (Seat::Opponent(there), Seat::Opponent(here)) if there != here => {
                Some([there.clone(), here.clone()])
            }
            _ => None,
        };
        Some(Answers::Holds { first, opponents })
    }

    /// Where the game that this one branched off should be: beside it, or among those that
    /// come with the program.
    pub fn parent_place(&self) -> Option<Place> {
        let name = self.header().parent.as_ref()?.file_name()?;
        match Famous::named(name) {
            Some(famous) => Some(Place::Famous(famous.name.to_owned())),
            None => self.beside(name),
        }
    }

    /// A file beside this one's.
    fn beside(&self, name: &str) -> Option<Place> {
        let Some(Place::File { path, scenario }) = self.place() else {
            return None;
        };
        Some(Place::File {
            path: path.with_file_name(name),
            scenario: scenario.clone(),
        })
    }

    /// The first entry of the common beginning that is another one in the parent.
    fn parts_from(&self, parent: &Parent, theirs: &Loaded) -> Option<u32> {
        let sound = theirs.intact();
        let same = |own: &Entry, their: &Entry| {
            (own.who, &own.what, own.state) == (their.who, &their.what, their.state)
        };
        let parts = (1..=parent.entry).find(|&n| {
            let their = sound.get(n as usize - 1);
            !matches!((self.entry(n), their), (Some(own), Some(their)) if same(own, their))
        });
        let mark = sound.get((parent.entry as usize).wrapping_sub(1));
        let other = || mark.is_none_or(|entry| entry.chain != parent.chain);
        parts.or_else(|| other().then_some(parent.entry))
    }
}

/// The save, if it is there and can be read.
fn load(place: &Place) -> Option<Loaded> {
    match place {
        Place::File { path, .. } => read(path).ok(),
        Place::Famous(name) => {
            let save = Famous::named(name)?.save;
            Loaded::parse(save.as_bytes(), Path::new(name)).ok()
        }
    }
}

/// In what two games differ that are to be played with the same.
fn differ(own: &Header, their: &Header) -> Vec<Ground> {
    [
        (Ground::Scenario, own.scenario != their.scenario),
        (Ground::Seed, own.seed != their.seed),
        (Ground::Length, own.length != their.length),
        (Ground::Set, own.overrides != their.overrides),
        (Ground::Injects, own.injects != their.injects),
    ]
    .into_iter()
    .filter_map(|(ground, differs)| differs.then_some(ground))
    .collect()
}

/// Whether the person who sat on a side there sits on the other here, and by the same name;
/// so does a person who sat opposite.
fn crossed(own: &Header, their: &Header, was: Side) -> bool {
    let persons = own.seats[was.other()] == Seat::Person && own.is_shared() == their.is_shared();
    let mut sides = Side::BOTH.into_iter();
    persons && sides.all(|side| own.names[side] == their.names[side.other()])
}
