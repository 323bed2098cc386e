//! A scenario as a person writes it, in RON. Everything here is words; the
//! checker turns it into the flat tables that the rules read.
//!
//! Points are written as numbers with at most one decimal. Clauses, objectives,
//! cards, events and choices are named by their `id`. A field shown with `=` may be
//! left out and then has that value.

use super::decode::{List, Map, by_name};
use super::number::{Count, Decimal, LevelNumber, Percent, Points, Within};
use super::place::{Place, Spanned};
use super::shape::record;
use super::written::{Conditions, Effects};
use crate::rules::side;
use crate::rules::tables::EventKind;
use serde::Deserialize;

/// A text or a name, and where it stands.
pub type Words = Spanned<String>;

/// Whom an event asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[allow(missing_docs)] // as in `rules::tables::Asks`
pub enum Asks {
    Nobody,
    Presser,
    Holder,
    Both,
}

by_name!(Asks as "side", EventKind as "kind of event");

fn nobody() -> Spanned<Asks> {
    Spanned {
        value: Asks::Nobody,
        place: Place::NOWHERE,
    }
}

fn unsaid() -> Words {
    Spanned {
        value: String::new(),
        place: Place::NOWHERE,
    }
}

record! {
    /// `scenario.ron`: the agenda, the sides and the constants.
    pub struct Scenario {
        /// Short name for commands and files: lower case, digits, hyphens.
        pub id: Words,
        /// What it is called.
        pub title: Words,
        /// One paragraph for the new-game screen.
        pub summary: Words,
        /// The day at which its facts are frozen, in words.
        pub frozen: Words,
        /// The price gauge.
        pub price: Price,
        /// The agenda, 3 to 12 clauses.
        pub clauses: List<Clause>,
        /// The side that presses.
        pub presser: Side,
        /// The side that holds.
        pub holder: Side,
        /// The rule constants by name; every one must be there.
        pub rules: Map<Decimal>,
        /// Phrases of the shared text that do not fit here, by key, said as they fit.
        pub words: Map<String> = Map::empty(),
        /// For whoever runs it: what happened, what is likely here and why, sources.
        pub notes: Words = unsaid(),
    }

    /// The gauge that the scenario watches: oil, grain, a currency.
    pub struct Price {
        /// What it is called.
        pub name: Words,
        /// Its unit, as shown after the number.
        pub unit: Words,
    }

    /// A clause of the agenda.
    pub struct Clause {
        /// Short name: `missiles`.
        pub id: Words,
        /// As shown: `Missiles`.
        pub name: Words,
        /// For narrow screens, at most 12 columns.
        pub short: Words,
        /// What is at stake, in a sentence.
        pub stake: Words,
        /// Five sentences, from the presser's ideal to the holder's.
        pub levels: List<Words>,
        /// What holds without agreement, in levels with at most one decimal.
        pub status_quo: Spanned<Decimal>,
        /// The share of a performance that can be taken back, in percent.
        pub reversible: Percent,
        /// What being in force does each round; the presser counts as `Own`.
        pub in_force: Effects = List::empty(),
        /// Whether it is on the agenda at all.
        pub on_agenda: bool = true,
    }

    /// One side.
    pub struct Side {
        /// Short name: `us`.
        pub id: Words,
        /// The capital: `Washington`.
        pub capital: Words,
        /// The country as an actor: `the United States`.
        pub country: Words,
        /// Its people as an adjective: `American`.
        pub adjective: Words,
        /// Who signs, by office: `the President`.
        pub leader: Words,
        /// The role sheet: a few paragraphs in the side's own terms.
        pub role: Words,
        /// The precondition it holds in public, as a sentence.
        pub precondition: Words,
        /// Its own names for the acts in the field.
        pub field: FieldNames,
        /// Its press: how its wire service is called in the reveal.
        pub press: Words,
        /// Where its meters start.
        pub start: Start,
        /// The grip it begins with.
        pub grip: Spanned<Count>,
        /// Strength regained in a quiet round.
        pub recovery: Spanned<Points>,
        /// How much of the price above its comfort becomes Strain, in percent.
        pub price_burden: Spanned<Within<0, 1000>>,
        /// The clause that enforces what helps this side.
        pub enforced_by: Words,
        /// The weights that everybody knows.
        pub profile: Map<Percent>,
        /// Up to four moods.
        pub moods: List<Mood>,
        /// Where red lines may be drawn, each on a clause of its own; a deal draws two of
        /// them, and with even chance a third.
        pub red_lines: List<RedLine>,
        /// At least eight objectives, of which a deal gives two.
        pub objectives: List<Objective>,
    }

    /// A side's own names for the acts in the field.
    #[allow(missing_docs)] // each is documented at the `Field` variant of the same name
    pub struct FieldNames {
        pub hold_fire: Words,
        pub build_up: Words,
        pub covert: Words,
        pub strike: Words,
        pub squeeze: Words,
        pub ease: Words,
        pub all_out: Words,
    }

    /// Where a side's meters start, in points.
    #[allow(missing_docs)] // each is documented at the `Gauge` variant of the same name
    pub struct Start {
        pub pressure: Spanned<Points>,
        pub face: Spanned<Points>,
        pub strain: Spanned<Points>,
        pub strength: Spanned<Points>,
        pub trust: Spanned<Points>,
    }

    /// A mood that a capital may be in.
    pub struct Mood {
        /// Short name: `dealer`.
        pub id: Words,
        /// As shown.
        pub name: Words,
        /// What the instructions say, in a sentence or two.
        pub text: Words,
        /// The weight of each clause; about 100 in all.
        pub weights: Map<Percent>,
        /// How much the other's score counts against one's own, in percent.
        pub rivalry: Percent,
        /// How often it is dealt, relative to the others.
        pub share: Spanned<Count>,
    }

    /// A place where a capital may draw a red line.
    pub struct RedLine {
        /// The clause.
        pub clause: Words,
        /// The strictest limit that may be dealt, as a level.
        pub strict: Spanned<LevelNumber>,
        /// The mildest.
        pub mild: Spanned<LevelNumber>,
    }

    /// Something a capital may want beside the text.
    pub struct Objective {
        /// Short name.
        pub id: Words,
        /// As shown: an imperative.
        pub name: Words,
        /// What it asks and why, in a sentence or two; states its test plainly.
        pub text: Words,
        /// Met at the end if these all hold; `Own` is the side itself.
        pub met: Conditions,
        /// Mission points if met.
        pub reward: Points,
        /// Mission points lost if not.
        pub penalty: Points,
    }

    /// `events.ron`: the shared deck.
    pub struct Event {
        /// Short name.
        pub id: Words,
        /// A headline.
        pub title: Words,
        /// One line of flavour.
        pub flavour: Words,
        /// The fact or claim it rests on.
        pub source: Words,
        /// Its sort, which is known a round ahead.
        pub kind: EventKind,
        /// Drawn only while these all hold.
        pub when: Conditions = List::empty(),
        /// What happens in any case. `Own` is the presser here: prefer roles.
        pub effects: Effects = List::empty(),
        /// Whom it asks to choose.
        pub asks: Spanned<Asks> = nobody(),
        /// Two to four answers, if it asks.
        pub choices: List<Choice> = List::empty(),
        /// What pairs of answers bring beside; only if it asks both.
        pub together: List<Together> = List::empty(),
    }

    /// An answer to an event.
    pub struct Choice {
        /// Short name.
        pub id: Words,
        /// As shown: an imperative.
        pub label: Words,
        /// What it brings; `Own` is the side that answers.
        pub effects: Effects = List::empty(),
    }

    /// What a pair of answers brings.
    pub struct Together {
        /// The presser's answer.
        pub presser: Words,
        /// The holder's answer.
        pub holder: Words,
        /// What follows; prefer roles to `Own`.
        pub effects: Effects,
    }

    /// `deck-<side>.ron`: a side's cards.
    pub struct Card {
        /// Short name.
        pub id: Words,
        /// What it is called.
        pub title: Words,
        /// One line of flavour.
        pub flavour: Words,
        /// The fact or claim it rests on.
        pub source: Words,
        /// Can be played only while these all hold.
        pub when: Conditions = List::empty(),
        /// What it does; `Own` is its player. Cards act before anything else in a round.
        pub effects: Effects,
    }
}

impl Scenario {
    /// The block of the side.
    pub fn side(&self, side: side::Side) -> &Side {
        match side {
            side::Side::Presser => &self.presser,
            side::Side::Holder => &self.holder,
        }
    }
}
