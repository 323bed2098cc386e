//! A finished game, taken apart into what was decided, by whom, and on what knowledge.

use crate::record::{Forced, Step};
use crate::rules::ending::Ending;
use crate::rules::outcome::Outcome;
use crate::rules::plan::{ChoiceId, Decision, EventId, Plan};
use crate::rules::side::{PerSide, Side};
use crate::rules::state::State;
use crate::rules::tables::Tables;
use crate::rules::view::View;

/// A finished game.
#[derive(Clone, Debug)]
pub struct Game {
    /// The state as it was dealt, with the first round's news.
    pub(super) deal: State,
    /// Its rounds.
    pub(super) rounds: Vec<Round>,
    /// The events that asked, and what was answered.
    pub(super) questions: Vec<Question>,
    /// What each side saw and decided, answers to events too.
    pub(super) past: PerSide<Vec<(View, Decision)>>,
    /// How it ended.
    pub(super) ending: Ending,
    /// The state in which it ended.
    pub(super) last: State,
    /// The events that it forces, which come however it is played on.
    pub(super) forced: Forced,
}

/// One round.
#[derive(Clone, Debug)]
pub(super) struct Round {
    /// Which, from 1.
    pub number: u8,
    /// The state in which both sides made their plans.
    pub state: State,
    /// The plans.
    pub plans: PerSide<Plan>,
    /// What came of them, up to where the next plans were made.
    pub outcomes: Vec<Outcome>,
}

/// An event that asked one side or both.
#[derive(Clone, Debug)]
pub(super) struct Question {
    /// The round that it opened.
    pub round: u8,
    /// The event.
    pub event: EventId,
    /// The state in which it was answered.
    pub state: State,
    /// What was answered; nothing by a side that was not asked.
    pub answers: PerSide<Option<ChoiceId>>,
}

impl Game {
    /// The game that these steps of a record tell, in which these events are forced; `None` if
    /// it is not over.
    pub fn of(t: &Tables, steps: &[Step], forced: Forced) -> Option<Self> {
        let (deal, last) = (steps.first()?.state, steps.last()?.state);
        let mut rounds: Vec<Round> = Vec::new();
        let mut questions: Vec<Question> = Vec::new();
        let mut planned = PerSide([None; 2]);
        let mut answered = PerSide([None; 2]);
        for step in steps {
            match step.decision {
                Some((side, Decision::Plan(plan))) => planned[side] = Some(plan),
                Some((side, Decision::Choice(choice))) => {
                    if answered == PerSide([None; 2]) {
                        questions.extend(Question::of(&step.state));
                    }
                    answered[side] = Some(choice);
                    if let Some(question) = questions.last_mut() {
                        question.answers = answered;
                    }
                }
                None => {
                    answered = PerSide([None; 2]);
                    if let Some(round) = rounds.last_mut() {
                        round.outcomes.extend(&step.outcomes);
                    }
                }
            }
            if let PerSide([Some(a), Some(b)]) = planned {
                planned = PerSide([None; 2]);
                rounds.push(Round {
                    number: step.state.common.round,
                    // To seal a decision changes nothing.
                    state: step.state,
                    plans: PerSide([a, b]),
                    outcomes: Vec::new(),
                });
            }
        }
        let past = |side| {
            steps
                .iter()
                .filter_map(move |step| step.decided_by(t, side))
        };
        Some(Self {
            deal,
            rounds,
            questions,
            past: PerSide::from_fn(|side: Side| past(side).collect()),
            ending: last.ending()?,
            last,
            forced,
        })
    }

    /// What one side was asked, and what it answered.
    pub(super) fn put_to(&self, side: Side) -> impl Iterator<Item = (&Question, ChoiceId)> {
        let asked = move |question: &'_ Question| question.answers[side];
        (self.questions.iter()).filter_map(move |question| Some((question, asked(question)?)))
    }
}

impl Question {
    /// What a state asks, not answered yet.
    fn of(state: &State) -> Option<Self> {
        Some(Self {
            round: state.common.round,
            event: state.common.event?,
            // To seal an answer changes nothing.
            state: *state,
            answers: PerSide([None; 2]),
        })
    }
}
