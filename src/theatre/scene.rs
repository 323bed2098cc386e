//! What is to be seen of a round at one moment of it.

use super::recording::{Kind, Moment, Recording};
use super::vantage::Vantage;
use crate::rules::outcome::Outcome;
use crate::rules::plan::{ChoiceId, Decision, EventId, Plan};
use crate::rules::side::{PerSide, Side};
use crate::rules::state::State;

/// What is to be seen of a round at one moment of it: what has not happened yet is left out.
#[derive(Clone, Debug)]
pub struct Scene<'a> {
    /// The round, from 1.
    pub round: u8,
    /// What opened it: its news, and before the first round the deal.
    pub opening: &'a [Outcome],
    /// The event of its news, if it is not a quiet fortnight.
    pub event: Option<EventId>,
    /// The answers to its event.
    pub choices: PerSide<Option<ChoiceId>>,
    /// What the answers brought.
    pub answered: &'a [Outcome],
    /// The plans of both sides, as far as they are made and may be seen.
    pub plans: PerSide<Option<Plan>>,
    /// What came of the plans, up to the end of the round.
    pub came: &'a [Outcome],
    /// The news that came then, if they ended the game: no round began with them.
    pub last: &'a [Outcome],
    /// The moments up to this one, as the log has them.
    pub log: &'a [Moment],
    /// The state after the moment.
    pub state: &'a State,
}

impl Recording {
    /// What is to be seen at a moment. What a side has sealed and is not revealed yet is seen
    /// only by whom it belongs to.
    pub fn scene(&self, at: usize, vantage: Vantage) -> Scene<'_> {
        let moments = self.moments();
        let round = &self.rounds()[self.round_of(at)];
        let log = &moments[round.moments.start..=at];
        let before = round.moments.start.checked_sub(1);
        let mut scene = Scene {
            round: round.number,
            opening: before.map_or(&[], |before| moments[before].parted().1),
            event: before.and_then(|before| moments[before].state.common.event),
            choices: PerSide([None, None]),
            answered: &[],
            plans: PerSide([None, None]),
            came: &[],
            last: &[],
            log,
            state: &moments[at].state,
        };
        let answered = log.iter().any(|moment| moment.kind() == Kind::Answers);
        for moment in log {
            match (moment.kind(), moment.decision) {
                (_, Some((side, Decision::Plan(plan)))) if vantage.knows(side) => {
                    scene.plans[side] = Some(plan);
                }
                (_, Some((side, Decision::Choice(choice)))) if vantage.knows(side) || answered => {
                    scene.choices[side] = Some(choice);
                }
                (Kind::Deal, _) => {
                    scene.opening = &moment.outcomes;
                    scene.event = moment.state.common.event;
                }
                (Kind::Answers, _) => scene.answered = &moment.outcomes,
                (Kind::Round, _) => {
                    let (came, next) = moment.parted();
                    scene.came = came;
                    if moment.state.ending().is_some() {
                        scene.last = next;
                    }
                }
                _ => {}
            }
        }
        scene
    }
}

impl Scene<'_> {
    /// Whether the plans have taken effect.
    pub fn revealed(&self) -> bool {
        !self.came.is_empty()
    }

    /// The sides, the first of a vantage first.
    pub fn sides(vantage: Vantage) -> [Side; 2] {
        [vantage.first(), vantage.first().other()]
    }
}
