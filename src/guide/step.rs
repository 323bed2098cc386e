//! The steps of a guide, as they are written in `assets/guide`.

use super::Place;
use serde::Deserialize;

/// One thing to tell. Its words are in the string table under `guide.step.` and its id.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its name.
    pub id: String,
    /// The places where it is told; anywhere if none is named.
    #[serde(default)]
    pub at: Vec<Place>,
    /// The round in which, if in one only.
    #[serde(default)]
    pub round: Option<u8>,
    /// What must be so as well, all of it.
    #[serde(default)]
    pub when: Vec<When>,
    /// What it suggests.
    #[serde(default)]
    pub next: Next,
    /// The idea that it lets the player feel, if one.
    #[serde(default)]
    pub idea: Option<Idea>,
}

/// The ideas of the essay that a first game goes through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Idea {
    /// A show of progress while fighting goes on.
    Show,
    /// Pressure at home, and preconditions.
    Home,
    /// Who concedes first looks beaten.
    First,
    /// Ambiguity shields, and lets each blame, use force and spring a breakthrough.
    Ambiguity,
    /// Maximal demands against commitments that cannot be reversed.
    Irreversible,
    /// It lasts until one is cornered.
    Cornered,
    /// The three futures.
    Futures,
}

impl Idea {
    /// Every one.
    pub const ALL: [Self; 7] = [
        Self::Show,
        Self::Home,
        Self::First,
        Self::Ambiguity,
        Self::Irreversible,
        Self::Cornered,
        Self::Futures,
    ];
}

/// What a step suggests.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Next {
    /// Nothing: the choice is the player's.
    #[default]
    Free,
    /// To go on from what was read.
    On,
    /// To what is asked: the event, or the plan.
    Act,
    /// To look something up.
    Look(Place),
    /// To look at this clause.
    LookAt(String),
    /// To choose this, in the notation of decisions.
    Pick(String),
    /// To seal the plan.
    Seal,
    /// To begin a game of one's own.
    Fresh,
}

/// What the player can see to be so.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub enum When {
    /// One of these is not so.
    Not(Vec<When>),
    /// One of these is so.
    Any(Vec<When>),
    /// The place has been met.
    Met(Place),
    /// A plan is due.
    Planning,
    /// An answer to the event is due.
    Asked,
    /// The game is over.
    Over,
    /// The game is over, in this class.
    Ended(Class),
    /// A side said this in the round that is told.
    Said(Whose, String),
    /// A side was seen to do this in the field in that round.
    Did(Whose, String),
    /// A side did this unseen in that round; of the other side nobody knows.
    Hid(String),
    /// A side was seen to do this at the table in that round.
    Tabled(Whose, String),
    /// A side gave this answer to an event in the round that is told.
    Answered(Whose, String),
    /// A clause was agreed in that round.
    Agreed,
    /// So many clauses are in force.
    InForce(u8),
    /// A side has an offer on the table on this clause.
    Offers(Whose, String),
    /// A side has a grand bargain on the table.
    Bargains(Whose),
    /// A side is cornered.
    Cornered(Whose),
    /// A side made the first concession of the game.
    First(Whose),
    /// A side still holds its precondition.
    Holds(Whose),
    /// The draft has this kind of decision at the table.
    Drafted(String),
}

/// Whose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Whose {
    /// The player's.
    Own,
    /// The other side's.
    Other,
}

/// A class of endings, as steps name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Class {
    /// A treaty.
    Comprehensive,
    /// War.
    War,
    /// Neither.
    Continuation,
}
