//! Effects and conditions as a person writes them: the closed vocabulary that cards,
//! events and objectives are made of.

use super::decode::{List, by_name};
use super::number::{Count, LevelNumber, Percent, Points, Rounds, Within};
use super::place::Spanned;
use super::shape::variants;
use super::source::Words;
use crate::rules::ending::Class;
use crate::rules::vocabulary::{Tally, Timer, Who};

/// Effects, in the order in which they happen.
pub type Effects = List<Spanned<Effect>>;
/// Conditions that must all hold.
pub type Conditions = List<Spanned<Condition>>;

by_name!(Class as "ending", Tally as "act", Timer as "circumstance", Who as "side");

variants! {
    /// An effect, as written: `Tension(4)`, `Face(Own, -2.5)`, `If([Holds(Other)], [..])`.
    pub enum Effect as "effect" {
        /// Moves Tension, in points.
        Tension(points: Points),
        /// Moves Fog.
        Fog(points: Points),
        /// Moves Hope.
        Hope(points: Points),
        /// A passing shock to the price, in its unit.
        Price(points: Points),
        /// Moves a side's Pressure.
        Pressure(who: Who, points: Points),
        /// Moves a side's Face.
        Face(who: Who, points: Points),
        /// Moves a side's Strain.
        Strain(who: Who, points: Points),
        /// Moves a side's Strength.
        Strength(who: Who, points: Points),
        /// Moves a side's Trust in the other.
        Trust(who: Who, points: Points),
        /// Moves the mediator's patience, in uses.
        Patience(uses: Within<-20, 20>),
        /// With this chance in percent, an incident laid at the side's door.
        Incident(who: Who, percent: Percent),
        /// With this chance in percent, an incident that nobody owns.
        Accident(percent: Percent),
        /// The world blames the side a little more this round.
        Blame(who: Who),
        /// The side's back-channel offers become public.
        Leak(who: Who),
        /// A circumstance holds for this many rounds.
        Start(timer: Timer, rounds: Rounds),
        /// A circumstance ends.
        Stop(timer: Timer),
        /// Tightens (or, negative, loosens) the side's economic grip by steps.
        Grip(who: Who, steps: Within<-8, 8>),
        /// This clause, if vague, breaks into a dispute.
        Break(clause: Words),
        /// One vague clause, by chance, breaks.
        BreakOne,
        /// One vague clause, by chance, becomes clear at no cost.
        ClarifyOne,
        /// This clause, if in force, is open again.
        Reopen(clause: Words),
        /// If one clause alone is open, it is settled half way in vague words.
        Arbitrate,
        /// The side learns what one clause means to the other.
        Learn(who: Who),
        /// The side draws a card, if it has room.
        Draw(who: Who),
        /// This round, what the side accepts it accepts on every clause offered.
        Package(who: Who),
        /// What helps the side is the better enforced from now on, in percent.
        Enforce(who: Who, percent: Within<-100, 100>),
        /// The side's precondition falls, at no cost.
        DropPrecondition(who: Who),
        /// The talks last longer, in rounds.
        Extend(rounds: Rounds),
        /// The effects, if all the conditions hold.
        If(conditions: Conditions, then: Effects),
        /// The first effects if all the conditions hold, else the second.
        IfElse(conditions: Conditions, then: Effects, otherwise: Effects),
        /// The effects, with this chance in percent.
        Chance(percent: Percent, then: Effects),
    }
}

variants! {
    /// A meter that a condition can ask about.
    #[allow(missing_docs)] // as in `rules::meter`
    pub enum MeterName as "meter" {
        Tension,
        Fog,
        Hope,
        Price,
        Pressure(who: Who),
        Face(who: Who),
        Strain(who: Who),
        Strength(who: Who),
        Trust(who: Who),
    }
}

variants! {
    /// A condition, as written: `AtLeast(Tension, 60)`, `Not(Agreed("missiles"))`.
    pub enum Condition as "condition" {
        /// The contrary.
        Not(condition: Box<Condition>),
        /// The meter stands at this many points or more.
        AtLeast(meter: MeterName, points: Points),
        /// The meter stands at this many points or less.
        AtMost(meter: MeterName, points: Points),
        /// The clause is in force, vague or clear.
        Agreed(clause: Words),
        /// The clause is in force in vague words.
        Vague(clause: Words),
        /// The clause is in force in clear words.
        Clear(clause: Words),
        /// In force at this level or one better for the presser.
        LevelAtMost(clause: Words, level: LevelNumber),
        /// In force at this level or one better for the holder.
        LevelAtLeast(clause: Words, level: LevelNumber),
        /// So many clauses or more are in force.
        AgreedCount(count: Count),
        /// So many clauses or more are in force in vague words.
        VagueCount(count: Count),
        /// So many clauses or more are in force in clear words.
        ClearCount(count: Count),
        /// The side still holds its precondition.
        Holds(who: Who),
        /// The side made the first concession of the game.
        MovedFirst(who: Who),
        /// The side has conceded more than the other.
        Ahead(who: Who),
        /// The side has done this so often or oftener in the game.
        Did(who: Who, act: Tally, count: Count),
        /// There have been so many incidents or more.
        Incidents(count: Count),
        /// The game has come to this round.
        Round(round: Rounds),
        /// This many rounds or fewer are left after this one.
        Left(rounds: Within<0, 40>),
        /// The side squeezes at this grip or a tighter one.
        Grip(who: Who, steps: Within<0, 8>),
        /// The circumstance holds.
        During(timer: Timer),
        /// The side has an offer in the back channel.
        BackOffer(who: Who),
        /// The game has ended in this class.
        Ended(class: Class),
    }
}
