//! The messages.

use super::legal::LegalMessage;
use super::scenario::ScenarioMessage;
use super::view::ViewMessage;
use super::{Decimal, GAME, Misread, Named, VERSION};
use crate::rules;
use crate::rules::ending::Ending;
use crate::rules::plan::Decision;
use crate::rules::score::Score;
use crate::rules::side::{PerSide, Side};
use crate::rules::state::{Ask, Phase};
use crate::rules::view::View;
use crate::scenario::Scenario;
use crate::scenario::notation::PlanWords;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the game says. Only `hello` and `act` are to be answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t", rename_all = "snake_case")]
pub enum ToBot {
    /// The first message; answered by the negotiator's own `hello`.
    Hello {
        /// The version of the protocol.
        proto: u32,
        /// `fog-of-peace`.
        game: String,
        /// The version of the rules.
        rules: String,
    },
    /// A game begins.
    New(Box<New>),
    /// A decision is due; answered by an `act` with the same `id`.
    Act {
        /// Counts the questions of a process, from 1.
        id: u64,
        /// The round, from 1.
        round: u8,
        /// A plan, or the answer to the event.
        ask: AskKind,
        /// All that the side may know.
        view: Box<ViewMessage>,
        /// All that may be answered.
        legal: Box<LegalMessage>,
    },
    /// What the side decided at an earlier moment of a game that is taken up again: told in
    /// order, after `new` and before the first question. Not to be answered.
    Recall {
        /// The round it was decided in.
        round: u8,
        /// A plan, or the answer to the event.
        ask: AskKind,
        /// What the side knew then.
        view: Box<ViewMessage>,
        /// What was decided.
        decided: Decided,
    },
    /// An answer could not be taken. After the first about a question the game waits once
    /// more for an `act` with this `id`; after the second the default has been recorded.
    Error {
        /// The question.
        id: u64,
        /// `late`, `malformed` or `illegal`.
        code: String,
        /// What is wrong, in words.
        msg: String,
    },
    /// The game is over.
    End {
        /// Its kind of ending, as `kind` in [`super::EndingMessage`].
        ending: String,
        /// The side whose home front broke, where one's did.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        side: Option<String>,
        /// Which of the three futures that is: `comprehensive`, `war` or `continuation`.
        class: String,
        /// The mission score of each side, by its id.
        scores: BTreeMap<String, Decimal>,
    },
    /// Nothing more will come. The process is given a moment to end.
    Quit,
    /// One that this version does not know; it is ignored.
    #[serde(other, skip_serializing)]
    Unknown,
}

/// A game that begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct New {
    /// A name for the game, for the negotiator's own log.
    #[serde(rename = "match")]
    pub game: String,
    /// The side to speak for, by its id.
    pub side: String,
    /// What is played.
    pub scenario: ScenarioMessage,
    /// How many rounds it has. Events may move it; the view has the present number.
    pub length: u8,
    /// A number to seed chance of one's own with, so that a game can be played again. Less
    /// than 2^53. It does not lead back to the seed of the game.
    pub bot_seed: u64,
    /// The time for one answer, in milliseconds.
    pub move_ms: u32,
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AskKind {
    /// A plan for the round.
    Plan,
    /// The answer to the event.
    Choice,
}

/// A decision, in the notation: the four parts of a plan, or an answer to the event. Whatever
/// else stands beside what was asked for is ignored, be it the other of the two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    #[serde(flatten)]
    plan: Option<PlanWords>,
    #[serde(flatten)]
    answer: Option<AnswerWords>,
}

/// An answer to the event, as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct AnswerWords {
    choice: String,
}

/// What a negotiator says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "t", rename_all = "snake_case")]
pub enum FromBot {
    /// Answers `hello`.
    Hello {
        /// The version of the protocol that it speaks.
        proto: u32,
        /// What it is called.
        #[serde(default)]
        name: String,
    },
    /// Answers `act`.
    Act {
        /// The question that is answered.
        id: u64,
        /// What is decided.
        #[serde(flatten)]
        decided: Decided,
    },
    /// One that this version does not know; it is ignored.
    #[serde(other, skip_serializing)]
    Unknown,
}

impl ToBot {
    /// The first message.
    pub fn hello() -> Self {
        Self::Hello {
            proto: VERSION,
            game: GAME.to_owned(),
            rules: rules::VERSION.to_string(),
        }
    }

    /// The start of a game.
    pub fn new(scenario: &Scenario, view: &View, bot_seed: u64, move_ms: u32) -> Self {
        let side = scenario.text.side(view.side).id.clone();
        Self::New(Box::new(New {
            game: format!("{}-{side}-{bot_seed:x}", scenario.id),
            side,
            scenario: ScenarioMessage::write(scenario),
            length: view.common.rounds,
            bot_seed,
            move_ms,
        }))
    }

    /// A question, if the view asks one.
    pub fn act(scenario: &Scenario, view: &View, id: u64) -> Option<Self> {
        let ask = view.ask(&scenario.tables)?;
        Some(Self::Act {
            id,
            round: view.common.round,
            ask: ask.into(),
            view: Box::new(ViewMessage::write(scenario, view)),
            legal: Box::new(LegalMessage::write(scenario, view, ask)),
        })
    }

    /// What was decided before.
    pub fn recall(scenario: &Scenario, view: &View, decided: Decision) -> Self {
        Self::Recall {
            round: view.common.round,
            ask: match view.common.phase {
                Phase::Choices => AskKind::Choice,
                _ => AskKind::Plan,
            },
            view: Box::new(ViewMessage::write(scenario, view)),
            decided: Decided::write(scenario, view, decided),
        }
    }

    /// The end of a game.
    pub fn end(scenario: &Scenario, ending: Ending, scores: &PerSide<Score>) -> Self {
        let super::EndingMessage { kind, side } = super::EndingMessage::write(scenario, ending);
        let score = |side: Side| {
            (
                scenario.text.side(side).id.clone(),
                scores[side].total.into(),
            )
        };
        Self::End {
            ending: kind,
            side,
            class: ending.class().name().to_owned(),
            scores: Side::BOTH.map(score).into(),
        }
    }

    /// The message as a line, with its end.
    pub fn line(&self) -> String {
        line(self)
    }
}

impl FromBot {
    /// An answer.
    pub fn act(scenario: &Scenario, view: &View, id: u64, decision: Decision) -> Self {
        Self::Act {
            id,
            decided: Decided::write(scenario, view, decision),
        }
    }

    /// The message as a line, with its end.
    pub fn line(&self) -> String {
        line(self)
    }
}

impl Decided {
    /// Writes a decision on what the view asks.
    pub fn write(scenario: &Scenario, view: &View, decision: Decision) -> Self {
        let (plan, answer) = match decision {
            Decision::Plan(plan) => (Some(scenario.text.write_plan(view.side, &plan)), None),
            Decision::Choice(choice) => {
                let choice = (view.common.event)
                    .map(|event| scenario.text.write_choice(event, choice).to_owned())
                    .unwrap_or_default();
                (None, Some(AnswerWords { choice }))
            }
        };
        Self { plan, answer }
    }

    /// Reads what the view asks for.
    pub fn read(&self, scenario: &Scenario, view: &View) -> Result<Decision, Misread> {
        let text = &scenario.text;
        let missing = match (view.ask(&scenario.tables), &self.plan, &self.answer) {
            (Some(Ask::Plan), Some(words), _) => {
                return Ok(Decision::Plan(text.read_plan(view.side, words)?));
            }
            (Some(Ask::Choice(event)), _, Some(words)) => {
                return Ok(Decision::Choice(text.read_choice(event, &words.choice)?));
            }
            (Some(Ask::Plan), None, Some(_)) => "a plan is asked for, not a `choice`",
            (Some(Ask::Choice(_)), Some(_), None) => "a `choice` is asked for, not a plan",
            (Some(_), None, None) => {
                "an `act` has either `say`, `table`, `field` and `card`, or `choice`, each a string"
            }
            (None, ..) => "nothing is asked for",
        };
        Err(Misread::Undecided(missing))
    }
}

impl From<Ask> for AskKind {
    fn from(ask: Ask) -> Self {
        match ask {
            Ask::Plan => Self::Plan,
            Ask::Choice(_) => Self::Choice,
        }
    }
}

fn line(message: &impl Serialize) -> String {
    // Strings, numbers and maps by name are always JSON; a line of nothing would be ignored.
    let mut line = serde_json::to_string(message).unwrap_or_default();
    line.push('\n');
    line
}
