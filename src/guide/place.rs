//! Where the player is, in the terms of the guide: the same for a screen and for lines.

use crate::narrate::Key;
use crate::rules::meter::Meter;
use crate::rules::plan::{ChoiceId, EventId};
use crate::rules::side::Side;
use crate::scenario::Text;
use crate::session::draft::{Part, Pick, Step};
use serde::Deserialize;

/// A place of a game: what the player has before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Place {
    /// The briefing.
    Briefing,
    /// The table, where everything is looked up from.
    Table,
    /// An event that asks.
    Event,
    /// What to say.
    Say,
    /// What to do about the clauses.
    Deal,
    /// On which clause.
    Clause,
    /// At which level.
    Level,
    /// In which words.
    Wording,
    /// By which way.
    Channel,
    /// How far a grand bargain goes.
    Terms,
    /// What to do in the field.
    Field,
    /// Which card to play.
    Card,
    /// The plan, to be sealed.
    Seal,
    /// What came of the answers to an event.
    Answers,
    /// What came of the plans.
    Reveal,
    /// One clause in full.
    ClausePage,
    /// Why a meter moved.
    Why,
    /// Why the player's own Pressure moved.
    WhyPressure,
    /// What is known of the other side.
    Intelligence,
    /// The hand of cards.
    Hand,
    /// What has happened so far.
    Record,
    /// The hints.
    Hints,
    /// The handbook.
    Handbook,
    /// How it ended.
    Verdict,
    /// What it was worth, and the rest of the verdict.
    Report,
}

impl Place {
    /// Every place.
    pub const ALL: [Self; 25] = [
        Self::Briefing,
        Self::Table,
        Self::Event,
        Self::Say,
        Self::Deal,
        Self::Clause,
        Self::Level,
        Self::Wording,
        Self::Channel,
        Self::Terms,
        Self::Field,
        Self::Card,
        Self::Seal,
        Self::Answers,
        Self::Reveal,
        Self::ClausePage,
        Self::Why,
        Self::WhyPressure,
        Self::Intelligence,
        Self::Hand,
        Self::Record,
        Self::Hints,
        Self::Handbook,
        Self::Verdict,
        Self::Report,
    ];

    /// The place where a part of a plan is made.
    pub const fn of(part: Part, step: Step) -> Self {
        match (part, step) {
            (Part::Say, _) => Self::Say,
            (Part::Table, Step::Kind) => Self::Deal,
            (Part::Table, Step::Clause(_)) => Self::Clause,
            (Part::Table, Step::Level(_)) => Self::Level,
            (Part::Table, Step::Wording(..)) => Self::Wording,
            (Part::Table, Step::Channel(..)) => Self::Channel,
            (Part::Table, Step::Terms) => Self::Terms,
            (Part::Field, _) => Self::Field,
            (Part::Card, _) => Self::Card,
            (Part::Seal, _) => Self::Seal,
        }
    }
}

/// What can be chosen at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offered {
    /// A part of the plan.
    Pick(Pick),
    /// An answer to an event.
    Answer(EventId, ChoiceId),
    /// A meter, to see why it moved.
    Meter(Meter),
}

impl Offered {
    /// Whether the steps mean this one by `name`.
    pub fn is(self, name: &str, text: &Text, side: Side) -> bool {
        match self {
            Self::Answer(event, choice) => text.write_choice(event, choice) == name,
            Self::Meter(Meter::Of(of, gauge)) => of == side && gauge.key() == name,
            Self::Meter(meter) => meter.key() == name,
            Self::Pick(pick) => match pick {
                Pick::Say(say) => say.key() == name,
                Pick::Kind(kind) => kind.key() == name,
                Pick::Clause(clause) => text.clause(clause).id == name,
                Pick::Level(level) => level.0.to_string() == name,
                Pick::Wording(wording) => wording.key() == name,
                Pick::Channel(channel) => channel.key() == name,
                Pick::Terms(terms) => terms.key() == name,
                Pick::Field(field) => field.key() == name,
                Pick::Card(card) => text.write_card(side, card) == name,
            },
        }
    }
}

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The number that chooses it.
    pub number: usize,
    /// What it is.
    pub offered: Offered,
    /// What it is called.
    pub label: String,
}

/// Where a face has the player, and what can be chosen there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The place.
    pub place: Place,
    /// What can be chosen.
    pub offered: Vec<Entry>,
}

impl Spot {
    /// A place with nothing to choose from.
    pub const fn at(place: Place) -> Self {
        Self {
            place,
            offered: Vec::new(),
        }
    }

    /// A place with these things to choose from, each with what it is called, numbered from 1.
    pub fn listing(place: Place, offered: impl Iterator<Item = (Offered, String)>) -> Self {
        let entry = |(number, (offered, label))| Entry {
            number,
            offered,
            label,
        };
        Self {
            place,
            offered: (1..).zip(offered).map(entry).collect(),
        }
    }

    /// What is meant by `name`.
    pub fn named(&self, name: &str, text: &Text, side: Side) -> Option<&Entry> {
        let mut offered = self.offered.iter();
        offered.find(|entry| entry.offered.is(name, text, side))
    }
}
