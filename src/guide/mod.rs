//! The guide of a first game: what to look at, what may be done next, and what has just come
//! of it, for whichever face shows the game.
//!
//! ```text
//!   assets/guide/first.ron ──► step: when, next ─┐
//!   assets/text/…/guide.ron ─► its words ────────┼─► told ──► screen or lines
//!   session, place ──► scene: conditions, values ┘
//! ```
//! A step is shown while all its conditions hold, the first in the list that may be: nothing
//! is remembered but which screens have been met. So the guide follows a player who does
//! otherwise, and a game that is taken up again, without knowing of either.

mod place;
mod scene;
mod step;
mod value;

pub use place::{Entry, Offered, Place, Spot};
pub use scene::Scene;
pub use step::{Idea, Next, Step};

use crate::narrate::phrases::fill;
use crate::narrate::{Narrator, Phrases};
use crate::negotiator::Who;
use crate::rules::side::Side;
use crate::scenario::Overrides;
use crate::session::Session;
use serde::Deserialize;
use std::fmt::Display;

const SOURCE: &str = include_str!("../../assets/guide/first.ron");

/// The guided first game: what it is dealt from, and the steps of its guide.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct First {
    /// The scenario, by its id.
    pub scenario: String,
    /// The player's side, the presser's or the holder's.
    pub side: Side,
    /// The seed of the deal. The game is a short one.
    pub seed: u64,
    /// What is set in the scenario: how many rounds it has, among others.
    pub set: Overrides,
    /// What there is to tell, the more particular first.
    pub steps: Vec<Step>,
}

impl First {
    /// Who sits opposite.
    pub const OPPONENT: Who = Who::Tutor;

    /// The game that comes with the program; nothing if its file could not be read, which a
    /// test sees to.
    pub fn load() -> Option<Self> {
        ron::from_str(SOURCE).ok()
    }
}

/// What the guide has to say at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The step it comes from.
    pub id: String,
    /// Which of the ideas it lets the player feel, if one.
    pub idea: Option<Idea>,
    /// What there is to see.
    pub text: String,
    /// What may be done next, and how: a key or what to type, then what it does. It is only
    /// a suggestion.
    pub next: Option<(String, String)>,
    /// The suggestion itself.
    pub suggests: Next,
}

/// The guide of one game.
#[derive(Clone, Debug)]
pub struct Guide {
    steps: Vec<Step>,
    met: Vec<Place>,
    shown: bool,
}

impl Guide {
    /// The guide of this game, if it is a guided one.
    pub fn of(session: &Session) -> Option<Self> {
        let guided = session.opponent() == Some(&First::OPPONENT);
        let first = guided.then(First::load).flatten()?;
        Some(Self {
            steps: first.steps,
            met: Vec::new(),
            shown: true,
        })
    }

    /// Whether it is to be seen.
    pub const fn is_shown(&self) -> bool {
        self.shown
    }

    /// Puts it away, or brings it back.
    pub const fn toggle(&mut self) {
        self.shown = !self.shown;
    }

    /// Notes that a place has been met.
    pub fn meet(&mut self, place: Place) {
        if !self.met.contains(&place) {
            self.met.push(place);
        }
    }

    /// What has been met.
    pub fn met(&self) -> &[Place] {
        &self.met
    }

    /// What there is to say. `way` gives the key or the word for a suggestion, empty where
    /// nothing has to be done for it, and nothing where it cannot be followed: then the step
    /// is passed over.
    pub fn tell(
        &self,
        scene: &Scene<'_>,
        words: &Phrases,
        way: &dyn Fn(&Next) -> Option<(String, String)>,
    ) -> Option<Told> {
        let n = Narrator::new(scene.session.scenario(), words);
        let mut fitting = self.steps.iter().filter(|step| scene.fits(step, &self.met));
        fitting.find_map(|step| {
            let next = match &step.next {
                Next::Free => None,
                next => Some(way(next)?),
            };
            let values = value::values(scene, &n);
            let named: Vec<(&str, &dyn Display)> = (values.iter())
                .map(|(name, value)| (*name, value as &dyn Display))
                .collect();
            Some(Told {
                id: step.id.clone(),
                idea: step.idea,
                text: fill(words.of("guide.step.", &step.id), &named),
                next: next.filter(|(key, _)| !key.is_empty()),
                suggests: step.next.clone(),
            })
        })
    }
}

#[cfg(test)]
mod tests;
