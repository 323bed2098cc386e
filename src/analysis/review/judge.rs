//! Plans and answers judged: each against the best alternative, from what its side could know.

use super::game::{Game, Question, Round};
use super::grade::Grade;
use super::progress::Progress;
use super::study::{Asked, Held, Studies, Study};
use super::weigh::{Effort, Moment, Verdict, weigh};
use crate::rules::plan::{ChoiceId, Decision, EventId, Plan};
use crate::rules::side::Side;
use crate::rules::tables::Tables;
use crate::rules::view::View;

/// How many of a strong player's plans the one chosen is held against.
const RIVALS: usize = 5;

/// A plan, judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// The round.
    pub round: u8,
    /// The plan.
    pub plan: Plan,
    /// How good it was, by what its side could know.
    pub grade: Grade,
    /// That judgement.
    pub known: Verdict<Plan>,
    /// The same with all cards open, the other side's plan too: what no one could know.
    pub hindsight: Verdict<Plan>,
    /// What the side had reason to believe.
    pub held: Held,
}

/// The answer to an event that asked, judged as plans are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answered {
    /// The round that the event opened.
    pub round: u8,
    /// The event.
    pub event: EventId,
    /// The answer.
    pub answer: ChoiceId,
    /// How good it was, by what its side could know.
    pub grade: Grade,
    /// That judgement.
    pub known: Verdict<ChoiceId>,
    /// The same with all cards open, the other side's answer too.
    pub hindsight: Verdict<ChoiceId>,
}

/// Judges every plan of a side.
pub(super) fn plans(
    t: &Tables,
    game: &Game,
    side: Side,
    studies: &Studies,
    effort: Effort,
    progress: &Progress,
) -> Vec<Judged> {
    let moments: Vec<Moment<'_, Plan>> = (game.rounds.iter().zip(&studies.plans))
        .map(|(round, study)| Moment {
            round: round.number,
            side,
            truth: &round.state,
            met: Some(round.plans[side.other()].into()),
            states: &study.states,
            forced: &game.forced,
            options: candidates(t, round, side, study),
        })
        .collect();
    let weighed = weigh(t, &moments, effort, progress);
    (game.rounds.iter().zip(&studies.plans).zip(weighed))
        .map(|((round, study), weighed)| Judged {
            round: round.number,
            plan: round.plans[side],
            grade: Grade::of(weighed.known.cost),
            known: weighed.known,
            hindsight: weighed.open,
            held: study.held.clone(),
        })
        .collect()
}

/// Judges every answer of a side to an event.
pub(super) fn answers(
    t: &Tables,
    game: &Game,
    side: Side,
    studies: &Studies,
    effort: Effort,
    progress: &Progress,
) -> Vec<Answered> {
    let moments: Vec<Moment<'_, ChoiceId>> = (game.put_to(side).zip(&studies.answers))
        .map(|((question, answer), asked)| Moment {
            round: question.round,
            side,
            truth: &question.state,
            met: question.answers[side.other()].map(Decision::from),
            states: &asked.states,
            forced: &game.forced,
            options: alternatives(t, question, answer, asked),
        })
        .collect();
    let weighed = weigh(t, &moments, effort, progress);
    (game.put_to(side).zip(weighed))
        .map(|((question, answer), weighed)| Answered {
            round: question.round,
            event: question.event,
            answer,
            grade: Grade::of(weighed.known.cost),
            known: weighed.known,
            hindsight: weighed.open,
        })
        .collect()
}

/// The plan chosen, and those that it is held against: a strong player's best few, and the
/// quiet one.
fn candidates(t: &Tables, round: &Round, side: Side, study: &Study) -> Vec<Plan> {
    let legal = View::of(t, &round.state, side).legal(t);
    let mut plans = vec![round.plans[side]];
    let best = study.thought.ranked();
    let best = best.iter().take(RIVALS).map(|weighed| weighed.plan);
    for plan in best.chain([Plan::DEFAULT]) {
        if legal.allows(&plan) && !plans.contains(&plan) {
            plans.push(plan);
        }
    }
    plans
}

/// The answer given, and all others: what a strong player would have answered first.
fn alternatives(t: &Tables, question: &Question, answer: ChoiceId, asked: &Asked) -> Vec<ChoiceId> {
    let all = (0..t.event(question.event).choices.len() as u8).map(ChoiceId);
    let mut answers = vec![answer];
    for other in std::iter::once(asked.strong).chain(all) {
        if !answers.contains(&other) {
            answers.push(other);
        }
    }
    answers
}
