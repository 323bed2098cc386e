//! Plans and answers judged: each against the best alternative, from what its side could know.

use super::game::{Game, Question, Round};
use super::grade::Grade;
use super::progress::Progress;
use super::study::{Asked, Held, Studies, Study};
use super::weigh::{Effort, Moment, Verdict, verdict, weigh};
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
    let rounds: Vec<(&Round, &Study)> = game.rounds.iter().zip(&studies.plans).collect();
    let plans: Vec<Vec<Plan>> = (rounds.iter())
        .map(|(round, study)| candidates(t, round, side, study))
        .collect();
    let moments: Vec<Moment<'_>> = (rounds.iter().zip(&plans))
        .map(|((round, study), plans)| Moment {
            round: round.number,
            side,
            truth: &round.state,
            met: Some(Decision::Plan(round.plans[side.other()])),
            states: &study.states,
            forced: &game.forced,
            options: plans.iter().copied().map(Decision::Plan).collect(),
        })
        .collect();
    let weighed = weigh(t, &moments, effort, progress);
    (rounds.iter().zip(weighed).zip(&plans))
        .map(|(((round, study), weighed), plans)| {
            let known = verdict(&weighed.known, plans);
            Judged {
                round: round.number,
                plan: round.plans[side],
                grade: Grade::of(known.cost),
                known,
                hindsight: verdict(&weighed.open, plans),
                held: study.held.clone(),
            }
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
    let asked: Vec<(&Question, ChoiceId, &Asked)> = (game.put_to(side).zip(&studies.answers))
        .map(|((question, answer), asked)| (question, answer, asked))
        .collect();
    let answers: Vec<Vec<ChoiceId>> = (asked.iter())
        .map(|&(question, answer, asked)| {
            let all = (0..t.event(question.event).choices.len() as u8).map(ChoiceId);
            let mut answers = vec![answer];
            for other in std::iter::once(asked.strong).chain(all) {
                if !answers.contains(&other) {
                    answers.push(other);
                }
            }
            answers
        })
        .collect();
    let moments: Vec<Moment<'_>> = (asked.iter().zip(&answers))
        .map(|(&(question, _, asked), answers)| Moment {
            round: question.round,
            side,
            truth: &question.state,
            met: question.answers[side.other()].map(Decision::Choice),
            states: &asked.states,
            forced: &game.forced,
            options: answers.iter().copied().map(Decision::Choice).collect(),
        })
        .collect();
    let weighed = weigh(t, &moments, effort, progress);
    (asked.iter().zip(weighed).zip(&answers))
        .map(|((&(question, answer, _), weighed), answers)| {
            let known = verdict(&weighed.known, answers);
            Answered {
                round: question.round,
                event: question.event,
                answer,
                grade: Grade::of(known.cost),
                known,
                hindsight: verdict(&weighed.open, answers),
            }
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
