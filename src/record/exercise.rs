//! What a game in a class is played under, as its save carries it: so that it can be taken up,
//! executed again and read without the file of the exercise.

use super::game::Record;
use super::header::{Header, LONGEST_NAME};
use super::hex::Hex;
use crate::rules::plan::EventId;
use crate::rules::state::{Phase, State};
use crate::scenario::Scenario;
use serde::{Deserialize, Serialize};

/// A help that an exercise may allow or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Help {
    /// The best few plans, from what the player may know.
    Hints,
    /// The handbook, while the game goes on.
    Handbook,
    /// Why a meter moved.
    Why,
    /// What is known of the other side.
    Estimate,
}

impl Help {
    /// Every help there is.
    pub const ALL: [Self; 4] = [Self::Hints, Self::Handbook, Self::Why, Self::Estimate];

    /// Its name in the phrases.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Hints => "hints",
            Self::Handbook => "handbook",
            Self::Why => "why",
            Self::Estimate => "estimate",
        }
    }
}

/// When a task is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum When {
    /// After the briefing, before anything is decided.
    Start,
    /// When the game is over, before anything secret is told.
    End,
}

/// Something that a student is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Short name.
    pub id: String,
    /// When it is asked.
    pub when: When,
    /// The question.
    pub ask: String,
    /// What to choose from; if nothing, the answer is in the student's own words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
}

/// An event that opens a round, whatever would have. Nobody is told before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inject {
    /// The round, from 2: the news of the first come with the deal.
    pub round: u8,
    /// The event, by its id in the scenario.
    pub event: String,
}

/// An exercise as one student plays it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// The exercise's short name.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Identifies what its file says, whatever the layout.
    pub digest: Hex<16>,
    /// What the student is called in the report: a pseudonym.
    pub student: String,
    /// The helps that are allowed.
    pub help: Vec<Help>,
    /// What is asked.
    pub tasks: Vec<Task>,
}

/// What a student answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// The task.
    pub task: String,
    /// The words, or the choice.
    pub text: String,
    /// The last entry of the log when it was given.
    pub entry: u32,
    /// The first bytes of the hash that covers it, the answers before it and the log so far.
    pub chain: Hex<16>,
}

/// The most letters that an answer takes.
pub const LONGEST_ANSWER: usize = 2000;

/// Why an answer is not taken down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// The exercise asks nothing of that name, or not now, or not again.
    #[error("nothing of that name is asked now")]
    NotAsked,
    /// It is none of the choices.
    #[error("it is none of the choices")]
    NoChoice,
    /// There is nothing in it.
    #[error("it is empty")]
    Empty,
    /// It is too long.
    #[error("it is longer than {LONGEST_ANSWER} letters")]
    TooLong,
}

/// A student's name without what surrounds it, if it can be one.
pub fn student_name(name: &str) -> Option<String> {
    let name = name.trim();
    let fits = (1..=LONGEST_NAME).contains(&name.chars().count());
    (fits && !name.chars().any(char::is_control)).then(|| name.to_owned())
}

impl Task {
    /// Whether this can be the answer.
    ///
    /// # Errors
    /// Says why not.
    pub fn takes(&self, text: &str) -> Result<(), NotTaken> {
        if text.trim().is_empty() {
            return Err(NotTaken::Empty);
        }
        if text.chars().count() > LONGEST_ANSWER {
            return Err(NotTaken::TooLong);
        }
        let choice = self.choices.is_empty() || self.choices.iter().any(|choice| choice == text);
        choice.then_some(()).ok_or(NotTaken::NoChoice)
    }
}

impl Record {
    /// The tasks that are to be answered now: those of the start while the game goes on, those
    /// of the end once it is over.
    pub fn tasks(&self) -> impl Iterator<Item = &Task> {
        let now = match self.state().ending() {
            None => When::Start,
            Some(_) => When::End,
        };
        let tasks = self.header().exercise.iter().flat_map(|it| &it.tasks);
        tasks.filter(move |task| task.when == now && self.answer_to(&task.id).is_none())
    }

    /// What was answered to a task.
    pub fn answer_to(&self, task: &str) -> Option<&Answer> {
        self.answers().iter().find(|answer| answer.task == task)
    }
}

/// The events that a game forces, as its scenario numbers them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forced(Vec<(u8, EventId)>);

impl Forced {
    /// What the header of a game says.
    pub fn of(header: &Header, scenario: &Scenario) -> Self {
        let known = |inject: &Inject| {
            let event = scenario.text.read_event(&inject.event).ok()?;
            Some((inject.round, event))
        };
        Self(header.injects.iter().filter_map(known).collect())
    }

    /// Has the next round open with the event that is forced to open it, if one is. This is
    /// done when both plans are made, and never before: no view holds which event comes next,
    /// only of what sort it was to be. What is displaced goes back to the deck.
    pub fn place(&self, state: &mut State) {
        if state.common.phase == Phase::Plans
            && let Some(event) = self.opening(state.common.round + 1)
        {
            state.chance.next = Some(event);
        }
    }

    /// The event that is forced to open a round.
    pub fn opening(&self, round: u8) -> Option<EventId> {
        let forced = self.0.iter().find(|(at, _)| *at == round);
        forced.map(|(_, event)| *event)
    }
}
