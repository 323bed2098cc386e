//! A scenario as a person writes it, in RON. Everything here is words; the
//! checker turns it into the flat tables that the rules read.
//!
//! Points are written as numbers with at most one decimal. Clauses, objectives,
//! cards, events and choices are named by their `id`.

use crate::rules::ending::Class;
use crate::rules::side::Side;
use crate::rules::tables::EventKind;
use crate::rules::vocabulary::{Tally, Timer, Who};
use serde::Deserialize;
use std::collections::BTreeMap;

/// `scenario.ron`: the agenda, the sides and the constants.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Short name for commands and files: lower case, digits, hyphens.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// One paragraph for the new-game screen.
    pub summary: String,
    /// The day at which its facts are frozen, in words.
    pub frozen: String,
    /// The price gauge.
    pub price: Price,
    /// The agenda, 3 to 12 clauses.
    pub clauses: Vec<Clause>,
    /// The side that presses.
    pub presser: SideSource,
    /// The side that holds.
    pub holder: SideSource,
    /// The rule constants by name; every one must be there.
    pub rules: BTreeMap<String, f64>,
}

/// The gauge that the scenario watches: oil, grain, a currency.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Price {
    /// What it is called.
    pub name: String,
    /// Its unit, as shown after the number.
    pub unit: String,
}

/// A clause of the agenda.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Short name: `missiles`.
    pub id: String,
    /// As shown: `Missiles`.
    pub name: String,
    /// For narrow screens, at most 12 columns.
    pub short: String,
    /// What is at stake, in a sentence.
    pub stake: String,
    /// Five sentences, from the presser's ideal to the holder's.
    pub levels: Vec<String>,
    /// What holds without agreement, in levels with at most one decimal.
    pub status_quo: f64,
    /// The share of a performance that can be taken back, in percent.
    pub reversible: u8,
    /// What being in force does each round; the presser counts as `Own`.
    #[serde(default)]
    pub in_force: Vec<Effect>,
    /// Whether it is on the agenda at all.
    #[serde(default = "yes")]
    pub on_agenda: bool,
}

fn yes() -> bool {
    true
}

/// One side.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SideSource {
    /// Short name: `us`.
    pub id: String,
    /// The capital: `Washington`.
    pub capital: String,
    /// The country as an actor: `the United States`.
    pub country: String,
    /// Its people as an adjective: `American`.
    pub adjective: String,
    /// Who signs, by office: `the President`.
    pub leader: String,
    /// The role sheet: a few paragraphs in the side's own terms.
    pub role: String,
    /// The precondition it holds in public, as a sentence.
    pub precondition: String,
    /// Its own names for the acts in the field.
    pub field: FieldNames,
    /// Its press: how its wire service is called in the reveal.
    pub press: String,
    /// Where its meters start.
    pub start: Start,
    /// The grip it begins with.
    pub grip: u8,
    /// Strength regained in a quiet round.
    pub recovery: f64,
    /// How much of the price above its comfort becomes Strain, in percent.
    pub price_burden: i16,
    /// The clause that enforces what helps this side.
    pub enforced_by: String,
    /// The weights that everybody knows.
    pub profile: BTreeMap<String, i16>,
    /// Up to four moods.
    pub moods: Vec<MoodSource>,
    /// Where red lines may be drawn, each on a clause of its own; a deal draws two of
    /// them, and with even chance a third.
    pub red_lines: Vec<RedLineSource>,
    /// At least eight objectives, of which a deal gives two.
    pub objectives: Vec<ObjectiveSource>,
}

/// A side's own names for the acts in the field.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)] // each is documented at the `Field` variant of the same name
pub struct FieldNames {
    pub hold_fire: String,
    pub build_up: String,
    pub covert: String,
    pub strike: String,
    pub squeeze: String,
    pub ease: String,
    pub all_out: String,
}

/// Where a side's meters start, in points.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)] // each is documented at the `Gauge` variant of the same name
pub struct Start {
    pub pressure: f64,
    pub face: f64,
    pub strain: f64,
    pub strength: f64,
    pub trust: f64,
}

/// A mood that a capital may be in.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MoodSource {
    /// Short name: `dealer`.
    pub id: String,
    /// As shown.
    pub name: String,
    /// What the instructions say, in a sentence or two.
    pub text: String,
    /// The weight of each clause; about 100 in all.
    pub weights: BTreeMap<String, i16>,
    /// How much the other's score counts against one's own, in percent.
    pub rivalry: i16,
    /// How often it is dealt, relative to the others.
    pub share: u8,
}

/// A place where a capital may draw a red line.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RedLineSource {
    /// The clause.
    pub clause: String,
    /// The strictest limit that may be dealt, as a level.
    pub strict: u8,
    /// The mildest.
    pub mild: u8,
}

/// Something a capital may want beside the text.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObjectiveSource {
    /// Short name.
    pub id: String,
    /// As shown: an imperative.
    pub name: String,
    /// What it asks and why, in a sentence or two; states its test plainly.
    pub text: String,
    /// Met at the end if these all hold; `Own` is the side itself.
    pub met: Vec<Condition>,
    /// Mission points if met.
    pub reward: f64,
    /// Mission points lost if not.
    pub penalty: f64,
}

/// `events.ron`: the shared deck.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Short name.
    pub id: String,
    /// A headline.
    pub title: String,
    /// One line of flavour.
    pub flavour: String,
    /// The fact or claim it rests on.
    pub source: String,
    /// Its sort, which is known a round ahead.
    pub kind: EventKind,
    /// Drawn only while these all hold.
    #[serde(default)]
    pub when: Vec<Condition>,
    /// What happens in any case. `Own` is the presser here: prefer roles.
    #[serde(default)]
    pub effects: Vec<Effect>,
    /// Whom it asks to choose.
    #[serde(default)]
    pub asks: AsksSource,
    /// Two to four answers, if it asks.
    #[serde(default)]
    pub choices: Vec<Choice>,
    /// What pairs of answers bring beside; only if it asks both.
    #[serde(default)]
    pub together: Vec<TogetherSource>,
}

/// Whom an event asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[allow(missing_docs)] // as in `rules::tables::Asks`
pub enum AsksSource {
    #[default]
    Nobody,
    Presser,
    Holder,
    Both,
}

/// An answer to an event.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Short name.
    pub id: String,
    /// As shown: an imperative.
    pub label: String,
    /// What it brings; `Own` is the side that answers.
    #[serde(default)]
    pub effects: Vec<Effect>,
}

/// What a pair of answers brings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TogetherSource {
    /// The presser's answer.
    pub presser: String,
    /// The holder's answer.
    pub holder: String,
    /// What follows; prefer roles to `Own`.
    pub effects: Vec<Effect>,
}

/// `deck-<side>.ron`: a side's cards.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Short name.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// One line of flavour.
    pub flavour: String,
    /// The fact or claim it rests on.
    pub source: String,
    /// Can be played only while these all hold.
    #[serde(default)]
    pub when: Vec<Condition>,
    /// What it does; `Own` is its player. Cards act before anything else in a round.
    pub effects: Vec<Effect>,
}

/// An effect, as written: `Tension(4)`, `Face(Own, -2.5)`, `If([Holds(Other)], [..])`.
#[derive(Clone, Debug, Deserialize)]
pub enum Effect {
    /// Moves Tension, in points.
    Tension(f64),
    /// Moves Fog.
    Fog(f64),
    /// Moves Hope.
    Hope(f64),
    /// A passing shock to the price, in its unit.
    Price(f64),
    /// Moves a side's Pressure.
    Pressure(Who, f64),
    /// Moves a side's Face.
    Face(Who, f64),
    /// Moves a side's Strain.
    Strain(Who, f64),
    /// Moves a side's Strength.
    Strength(Who, f64),
    /// Moves a side's Trust in the other.
    Trust(Who, f64),
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
    /// Tightens (or, negative, loosens) the side's economic grip by steps.
    Grip(Who, i8),
    /// This clause, if vague, breaks into a dispute.
    Break(String),
    /// One vague clause, by chance, breaks.
    BreakOne,
    /// One vague clause, by chance, becomes clear at no cost.
    ClarifyOne,
    /// This clause, if in force, is open again.
    Reopen(String),
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
    /// The effects, if all the conditions hold.
    If(Vec<Condition>, Vec<Effect>),
    /// The first effects if all the conditions hold, else the second.
    IfElse(Vec<Condition>, Vec<Effect>, Vec<Effect>),
    /// The effects, with this chance in percent.
    Chance(u8, Vec<Effect>),
}

/// A meter that a condition can ask about.
#[derive(Clone, Copy, Debug, Deserialize)]
#[allow(missing_docs)] // as in `rules::meter`
pub enum MeterName {
    Tension,
    Fog,
    Hope,
    Price,
    Pressure(Who),
    Face(Who),
    Strain(Who),
    Strength(Who),
    Trust(Who),
}

/// A condition, as written: `AtLeast(Tension, 60)`, `Not(Agreed("missiles"))`.
#[derive(Clone, Debug, Deserialize)]
pub enum Condition {
    /// The contrary.
    Not(Box<Condition>),
    /// The meter stands at this many points or more.
    AtLeast(MeterName, f64),
    /// The meter stands at this many points or less.
    AtMost(MeterName, f64),
    /// The clause is in force, vague or clear.
    Agreed(String),
    /// The clause is in force in vague words.
    Vague(String),
    /// The clause is in force in clear words.
    Clear(String),
    /// In force at this level or one better for the presser.
    LevelAtMost(String, u8),
    /// In force at this level or one better for the holder.
    LevelAtLeast(String, u8),
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
    /// The side has done this so often or oftener in the game.
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

impl Scenario {
    /// The block of the side.
    pub fn side(&self, side: Side) -> &SideSource {
        match side {
            Side::Presser => &self.presser,
            Side::Holder => &self.holder,
        }
    }
}
