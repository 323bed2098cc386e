//! An exercise as a teacher writes it, in RON. What is named elsewhere by a word on the command
//! line is named by the same word here.

use crate::record::{Help, When};
use crate::rules::deal::Length;
use crate::scenario::decode::{Decode, List, by_name, mismatch};
use crate::scenario::fault::Faults;
use crate::scenario::number::{Decimal, Rounds};
use crate::scenario::place::{Place, Spanned};
use crate::scenario::shape::record;
use crate::scenario::tree::{Node, Value};

/// A text or a name, and where it stands.
pub type Words = Spanned<String>;

by_name!(Help as "help", When as "moment", Length as "length");

/// A number to deal from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seed(pub u64);

impl Decode for Seed {
    fn decode(node: &Node<'_>, faults: &mut Faults) -> Option<Self> {
        let Value::Number(text) = node.value else {
            mismatch(node, "a number", faults);
            return None;
        };
        if let Ok(seed) = text.replace('_', "").parse() {
            return Some(Self(seed));
        }
        faults
            .error(node.place, format!("`{text}` is no seed"))
            .help("write a whole number that is not negative, such as 7");
        None
    }

    fn blank() -> Option<Self> {
        Some(Self(0))
    }
}

fn nothing() -> Words {
    Words {
        value: String::new(),
        place: Place::NOWHERE,
    }
}

fn all() -> List<Spanned<Help>> {
    List {
        items: Help::ALL
            .map(|value| Spanned {
                value,
                place: Place::NOWHERE,
            })
            .into(),
        ..List::empty()
    }
}

record! {
    /// The file: what every student plays.
    pub struct Exercise {
        /// Short name: lower case, digits, hyphens.
        pub id: Words,
        /// What it is called.
        pub title: Words,
        /// The id of a scenario that comes with the game, or the path of one from here.
        pub scenario: Words,
        /// What everyone's game is dealt from.
        pub seed: Seed,
        /// The side that the students speak for.
        pub side: Words,
        /// Who plays the other.
        pub opponent: Words,
        /// How long it is.
        pub length: Length = Length::Standard,
        /// The helps that are allowed; all of them if it is left out.
        pub help: List<Spanned<Help>> = all(),
        /// Numbers of the scenario that are changed, as `KEY=VALUE`.
        pub set: List<Words> = List::empty(),
        /// Events that are forced to open a round.
        pub injects: List<Inject> = List::empty(),
        /// What is said to the students before the briefing.
        pub word: Words = nothing(),
        /// What is asked of them.
        pub tasks: List<Task> = List::empty(),
        /// The score that the report measures theirs against.
        pub par: Option<Spanned<Decimal>> = None,
    }

    /// An event that is forced to open a round.
    pub struct Inject {
        /// Which round, from 2.
        pub round: Spanned<Rounds>,
        /// Which event, by its id in the scenario.
        pub event: Words,
    }

    /// Something that is asked.
    pub struct Task {
        /// Short name, the heading of its column in the grade book.
        pub id: Words,
        /// `Start` or `End`.
        pub when: When,
        /// The question.
        pub ask: Words,
        /// What to choose from; own words if it is left out.
        pub choices: List<Words> = List::empty(),
    }
}
