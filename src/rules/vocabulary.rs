//! The closed vocabulary of effects and conditions that cards, events and
//! objectives are written in, compiled to flat operations without strings.

use super::clause::{ClauseId, Level};
use super::ending::Class;
use super::meter::{Gauge, Tenths};
use super::side::Side;
use serde::{Deserialize, Serialize};

/// Whom an effect or a condition is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Who {
    /// The presser, whoever acts.
    Presser,
    /// The holder, whoever acts.
    Holder,
    /// Both sides.
    Both,
    /// The side that plays the card or makes the choice.
    Own,
    /// The side across the table from it.
    Other,
}

impl Who {
    /// The sides meant, given who acts; an event that nobody acts in has the presser act.
    #[inline]
    pub fn sides(self, actor: Side) -> &'static [Side] {
        const PRESSER: &[Side] = &[Side::Presser];
        const HOLDER: &[Side] = &[Side::Holder];
        match (self, actor) {
            (Self::Both, _) => &Side::BOTH,
            (Self::Presser, _) | (Self::Own, Side::Presser) | (Self::Other, Side::Holder) => {
                PRESSER
            }
            (Self::Holder, _) | (Self::Own, Side::Holder) | (Self::Other, Side::Presser) => HOLDER,
        }
    }
}

/// A meter as data names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MeterRef {
    /// Military tension.
    Tension,
    /// Ambiguity.
    Fog,
    /// The world's expectation.
    Hope,
    /// A passing shock to the price.
    Shock,
    /// The price gauge itself; can be asked, not set.
    Price,
    /// A side's own gauge.
    Of(Who, Gauge),
}

/// A circumstance that lasts some rounds and bends a rule meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum Timer {
    /// A direct line between the commands: escalation is half as likely.
    Hotline,
    /// The back channel is shut.
    BackShut,
    /// Neutral ground: nobody pays for moving first or further.
    Neutral,
    /// Many eyes: covert acts and build-ups are always seen.
    Watched,
    /// Busy skies: covert acts are never exposed.
    Cover,
    /// The cameras are on: Fog shields no concession.
    Spotlight,
    /// The spoilers lie low: no spoiler strikes.
    Lull,
    /// The mediator is at work on the vague texts: they do not break.
    Drafting,
}

impl Timer {
    /// How many there are.
    pub const COUNT: usize = 8;
    /// Every circumstance.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Hotline,
        Self::BackShut,
        Self::Neutral,
        Self::Watched,
        Self::Cover,
        Self::Spotlight,
        Self::Lull,
        Self::Drafting,
    ];
}

/// An act that is counted for each side over a game.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[repr(u8)]
pub enum Tally {
    /// Spoke of progress.
    Progress,
    /// Laid blame.
    Blame,
    /// Threatened.
    Threaten,
    /// Did not carry out a threat in time.
    Unkept,
    /// Kept the ceasefire for a round.
    HoldFire,
    /// Rearmed, seen or not.
    BuildUp,
    /// Dealt a deniable blow, exposed or not.
    Covert,
    /// Was caught at it.
    Exposed,
    /// Dealt an open blow; going all out counts too.
    Strike,
    /// Tightened the grip.
    Squeeze,
    /// Loosened it.
    Ease,
    /// Put forward an offer.
    Offer,
    /// Took one.
    Accept,
    /// Took back a position.
    Harden,
    /// Stopped performing a clause.
    Withdraw,
    /// Left the room.
    WalkOut,
    /// Felt out a clause.
    Probe,
    /// Had a back-channel offer leak.
    Leaked,
}

impl Tally {
    /// How many are counted.
    pub const COUNT: usize = 18;
    /// Every act that is counted.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Progress,
        Self::Blame,
        Self::Threaten,
        Self::Unkept,
        Self::HoldFire,
        Self::BuildUp,
        Self::Covert,
        Self::Exposed,
        Self::Strike,
        Self::Squeeze,
        Self::Ease,
        Self::Offer,
        Self::Accept,
        Self::Harden,
        Self::Withdraw,
        Self::WalkOut,
        Self::Probe,
        Self::Leaked,
    ];
}

/// Something that is true or not of a state of the game.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Fact {
    /// The meter stands at this or more.
    AtLeast(MeterRef, Tenths),
    /// The meter stands at this or less.
    AtMost(MeterRef, Tenths),
    /// The clause is in force, vague or clear.
    Agreed(ClauseId),
    /// The clause is in force in vague words.
    Vague(ClauseId),
    /// The clause is in force in clear words.
    Clear(ClauseId),
    /// In force at this level or one better for the presser.
    LevelAtMost(ClauseId, Level),
    /// In force at this level or one better for the holder.
    LevelAtLeast(ClauseId, Level),
    /// So many clauses or more are in force.
    AgreedCount(u8),
    /// So many clauses or more are in force in vague words.
    VagueCount(u8),
    /// So many clauses or more are in force in clear words.
    ClearCount(u8),
    /// The side still holds its precondition.
    Holds(Who),
    /// The side made the first concession of the game.
    MovedFirst(Who),
    /// The side has conceded more than the other.
    Ahead(Who),
    /// The side has done this so often or oftener.
    Did(Who, Tally, u8),
    /// There have been so many incidents or more.
    Incidents(u8),
    /// The game has come to this round.
    Round(u8),
    /// This many rounds or fewer are left after this one.
    Left(u8),
    /// The side squeezes at this grip or a tighter one.
    Grip(Who, u8),
    /// The circumstance holds.
    During(Timer),
    /// The side has an offer in the back channel.
    BackOffer(Who),
    /// The game has ended in this class.
    Ended(Class),
}

/// A fact, or its contrary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Test {
    /// What is asked.
    pub fact: Fact,
    /// The answer that satisfies: `false` turns the fact round.
    pub wanted: bool,
}

/// A run of entries in one of the flat tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The first entry.
    pub start: u16,
    /// How many.
    pub len: u16,
}

impl Span {
    /// The run as indices.
    #[inline]
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.start as usize + self.len as usize
    }
}

/// One effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Op {
    /// Moves a meter.
    Change(MeterRef, Tenths),
    /// Moves the mediator's patience, in uses.
    Patience(i8),
    /// With this chance in percent, an incident laid at the side's door.
    Incident(Who, u8),
    /// With this chance in percent, an incident that nobody owns.
    Accident(u8),
    /// The world blames the side a little more this round.
    Blame(Who),
    /// The side's back-channel offers become public.
    Leak(Who),
    /// A circumstance holds for this many rounds.
    Start(Timer, u8),
    /// A circumstance ends.
    Stop(Timer),
    /// Tightens or loosens the side's economic grip.
    Grip(Who, i8),
    /// This clause, if vague, breaks into a dispute.
    Break(ClauseId),
    /// One vague clause, by chance, breaks.
    BreakOne,
    /// One vague clause, by chance, becomes clear at no cost.
    ClarifyOne,
    /// This clause, if in force, is open again.
    Reopen(ClauseId),
    /// If one clause alone is open, it is settled half way in vague words.
    Arbitrate,
    /// The side learns what one clause means to the other.
    Learn(Who),
    /// The side draws a card, if it has room.
    Draw(Who),
    /// This round, what the side accepts it accepts on every clause offered.
    Package(Who),
    /// What helps the side is the better enforced from now on, in percent.
    Enforce(Who, i8),
    /// The side's precondition falls, at no cost.
    DropPrecondition(Who),
    /// The talks last longer, in rounds.
    Extend(u8),
    /// Skips the next operations unless all the tests hold.
    Unless {
        /// What must hold.
        tests: Span,
        /// How many operations are skipped otherwise.
        skip: u8,
    },
    /// Skips the next operations, always: the end of the first branch of a choice.
    Skip(u8),
    /// Skips the next operations unless chance, in percent, allows them.
    Chance {
        /// In percent.
        percent: u8,
        /// How many operations are skipped otherwise.
        skip: u8,
    },
}
