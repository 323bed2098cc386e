//! What a round brings: structured, with causes. Prose is made of it elsewhere.

use super::clause::{ClauseId, Level, Wording};
use super::ending::Ending;
use super::meter::{Gauge, Meter, Tenths};
use super::plan::{CardId, ChoiceId, EventId, Field, Say, Table};
use super::side::Side;
use super::tables::EventKind;
use super::vocabulary::Timer;
use serde::{Deserialize, Serialize};

/// Why a meter moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Cause {
    /// The round's event.
    Event(EventId),
    /// A side's answer to it.
    Choice(EventId, Side),
    /// A card a side played.
    Card(Side, CardId),
    /// What a side said.
    Say(Side, Say),
    /// What a side did in the field.
    Field(Side, Field),
    /// A side's covert act or build-up came to light.
    Exposed(Side, Field),
    /// A side moved on a clause.
    Concession(Side, ClauseId),
    /// A clause was agreed.
    Agreement(ClauseId),
    /// A grand bargain was taken, with all that it settled.
    Bargain,
    /// A vague clause broke into a dispute.
    Dispute(ClauseId),
    /// A side took the other's reading of a vague clause.
    Clarified(ClauseId),
    /// A side hardened its position.
    Hardened(Side, ClauseId),
    /// A side stopped performing a clause.
    Withdrawal(Side, ClauseId),
    /// A side gave up its precondition.
    Waiver(Side),
    /// A side left the room.
    WalkOut(Side),
    /// A side signed alone.
    Jilted(Side),
    /// A side's capital refused what it had signed.
    Refused(Side),
    /// A side was struck and did not answer.
    Unanswered(Side),
    /// An incident laid at a side's door, or at nobody's.
    Incident(Option<Side>),
    /// Blame that stuck to a side.
    Blamed(Side),
    /// A threat that a side did not carry out (Fearon 1994: audience costs).
    Unkept(Side),
    /// The economic grip of a side.
    Grip(Side),
    /// The price gauge above its comfort.
    Price,
    /// What a clause in force does each round.
    InForce(ClauseId),
    /// The home front's own drift.
    Drift,
    /// Strain that a home no longer bears quietly.
    Strained,
    /// Hope that the talks have not made good.
    UnmetHope,
    /// Standing too low for a home's pride.
    LowFace,
    /// The rally after a strike.
    Rally(Side),
    /// Recovery in a quiet round.
    Recovery,
    /// The slow return to rest.
    Rest,
}

/// A meter that moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Change {
    /// Which.
    pub meter: Meter,
    /// Before.
    pub from: Tenths,
    /// After, within the meter's range.
    pub to: Tenths,
    /// Why.
    pub cause: Cause,
}

/// How an agreement came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum By {
    /// This side took the other's offer.
    Accepting(Side),
    /// Both offers met in one round: nobody moved first.
    Meeting,
    /// This side took the other's grand bargain.
    Bargain(Side),
    /// Arbitration of the last open clause.
    Arbitration,
}

/// Why a capital refuses a treaty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Refusal {
    /// Pressure is too high.
    Pressure,
    /// Face is too low.
    Face,
    /// A clause lies beyond a red line.
    RedLine(ClauseId),
}

/// One thing that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Outcome {
    /// A round opens.
    Round(u8),
    /// The news; `None` is a quiet fortnight.
    News(Option<EventId>),
    /// The sort of the next event is in the air.
    Next(EventKind),
    /// A side answered the event.
    Answered(Side, EventId, ChoiceId),
    /// A meter moved.
    Change(Change),
    /// A side played a card.
    Played(Side, CardId),
    /// A side drew a card.
    Drew(Side, CardId),
    /// A side spoke.
    Said(Side, Say),
    /// A side acted in the field; if not seen, the other took it for holding fire.
    Acted {
        /// Who.
        side: Side,
        /// What it did.
        field: Field,
        /// Whether the other side saw it.
        seen: bool,
    },
    /// A side decided at the table.
    Tabled(Side, Table),
    /// A clause is in force.
    Agreed {
        /// Which.
        clause: ClauseId,
        /// At which level.
        level: Level,
        /// In which words.
        wording: Wording,
        /// How it came about.
        by: By,
    },
    /// A vague clause is clear; a side took the other's reading, or both did.
    Clarified {
        /// Which.
        clause: ClauseId,
        /// At which level.
        level: Level,
        /// The side that gave way; nobody if both did.
        by: Option<Side>,
    },
    /// A vague clause broke into a dispute and is open.
    Broke(ClauseId),
    /// An agreed clause is open again.
    Reopened(ClauseId),
    /// A side stopped performing a clause, which is open again.
    Withdrew(Side, ClauseId),
    /// A side's back-channel offer became public.
    Leaked(Side, ClauseId),
    /// A side learned what a clause means to the other.
    Learned(Side, ClauseId),
    /// A side felt out a clause and learned nothing.
    Unlearned(Side, ClauseId),
    /// An incident, laid at a side's door or at nobody's.
    Incident(Option<Side>),
    /// The blame for this round stuck to a side, by so many steps.
    Blamed(Side, u8),
    /// A side carried out its threat.
    Kept(Side),
    /// A side did not carry out its threat in time.
    Unkept(Side),
    /// Something changed on a side: it is cornered.
    Cornered(Side),
    /// A side gave up its precondition.
    Waived(Side),
    /// A side signed alone.
    Jilted(Side),
    /// Both signed what was no longer the text: a clause of it had changed this very round.
    Overtaken,
    /// A side's grand bargain was not taken.
    Lapsed(Side),
    /// A side's capital refused the treaty.
    Refused(Side, Refusal),
    /// A circumstance began, for so many rounds.
    Started(Timer, u8),
    /// A circumstance ended.
    Stopped(Timer),
    /// The talks were extended by so many rounds.
    Extended(u8),
    /// It is over.
    Ended(Ending),
}

impl Outcome {
    /// Whether the plans of a round have begun to take effect with it: cards come first, then
    /// words. What came before belongs to the news.
    pub const fn opens_plans(&self) -> bool {
        matches!(self, Self::Said(..) | Self::Played(..))
    }

    /// Whether `viewer` learns of it when it happens.
    pub fn visible_to(&self, viewer: Side) -> bool {
        match *self {
            Self::Change(Change {
                meter: Meter::Of(side, gauge),
                cause,
                ..
            }) => {
                side == viewer
                    || gauge == Gauge::Face && !matches!(cause, Cause::Field(_, Field::Covert))
            }
            Self::Change(Change {
                cause: Cause::Field(side, Field::Covert),
                ..
            })
            | Self::Drew(side, _)
            | Self::Learned(side, _)
            | Self::Unlearned(side, _)
            | Self::Tabled(side, Table::Probe(_)) => side == viewer,
            _ => true,
        }
    }
}

/// Where outcomes go.
pub trait Sink {
    /// Whether anybody listens; a search does not.
    const LISTENS: bool = true;
    /// Takes one.
    fn put(&mut self, outcome: Outcome);
}

/// Nobody listens.
impl Sink for () {
    const LISTENS: bool = false;
    #[inline]
    fn put(&mut self, _: Outcome) {}
}

impl Sink for Vec<Outcome> {
    fn put(&mut self, outcome: Outcome) {
        self.push(outcome);
    }
}
