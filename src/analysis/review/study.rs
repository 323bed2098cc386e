//! What each side could know, round by round: a strong player is seated in its chair, sees
//! what it saw, and thinks about every plan and every answer that was due.

use super::STUDY;
use super::game::Game;
use super::progress::Progress;
use crate::negotiator::reasons::Believed;
use crate::negotiator::{Level, Loss, OwnDice, Prior, Search, Thought};
use crate::rules::dice::Dice;
use crate::rules::plan::{ChoiceId, Decision, Plan};
use crate::rules::side::Side;
use crate::rules::state::{Private, State};
use crate::rules::tables::Tables;
use crate::rules::view::View;

/// What the thought draws its chance from: always the same, so that it does not depend on how
/// the game was dealt.
const SEED: u64 = 11;

/// What a side could know when it made a plan.
#[derive(Clone, Debug)]
pub(super) struct Study {
    /// States that it could hold to be possible, as likely as it had reason to believe.
    pub states: Vec<State>,
    /// What a strong player thought in its place.
    pub thought: Thought,
    /// What it could believe of the other side.
    pub held: Held,
}

/// What a side had reason to believe of the other, beside the truth.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// What was likeliest.
    pub believed: Believed,
    /// How likely it held the mood that was true, in per mille.
    pub truth: u32,
    /// By how much the belief missed the truth, in bits.
    pub missed: f32,
    /// By how much the deal alone misses it.
    pub prior: f32,
    /// How likely it held the kind of thing that the other side did this round at the table
    /// and in the field, in per mille; of the plans that it reckoned with.
    pub foreseen: u32,
}

/// What a side could know when an event asked it.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// States that it could hold to be possible.
    pub states: Vec<State>,
    /// What a strong player would have answered in its place.
    pub strong: ChoiceId,
}

/// All that a side could know, moment by moment.
#[derive(Clone, Debug, Default)]
pub(super) struct Studies {
    /// When it made its plans.
    pub plans: Vec<Study>,
    /// When events asked it.
    pub answers: Vec<Asked>,
}

/// Thinks every decision of a side through; `None` if it was stopped.
pub(super) fn study(
    t: &Tables,
    game: &Game,
    side: Side,
    states: usize,
    progress: &Progress,
) -> Option<Studies> {
    let source = OwnDice::new(SEED, side);
    let mut search = Search::new(Level::Hard.profile(), source, progress.stop().clone());
    let mut rounds = game.rounds.iter();
    let mut studies = Studies::default();
    for (view, decided) in &game.past[side] {
        let strong = search.revisit(t, view, *decided);
        let states = search.imagine(t, view, states);
        let states = states.into_iter().map(|held| held.state).collect();
        if progress.given_up() {
            return None;
        }
        progress.done(STUDY);
        if let Decision::Choice(strong) = strong {
            studies.answers.push(Asked { states, strong });
            continue;
        }
        let round = rounds.next()?;
        let them = side.other();
        let thought = search.thought().clone();
        let held = held(
            t,
            &search,
            view,
            &round.state.own[them],
            &thought,
            round.plans[them],
        )?;
        studies.plans.push(Study {
            states,
            thought,
            held,
        });
    }
    Some(studies)
}

fn held(
    t: &Tables,
    search: &Search,
    view: &View,
    truth: &Private,
    thought: &Thought,
    met: Plan,
) -> Option<Held> {
    let belief = search.belief()?;
    let them = view.side.other();
    let like = |plan: &Plan| plan.table.kind() == met.table.kind() && plan.field == met.field;
    let foreseen = thought.theirs.iter().filter(|one| like(&one.plan));
    let total = |loss: Loss| loss.total();
    Some(Held {
        believed: Believed::new(t, belief, them),
        truth: belief.mood(truth.mood),
        missed: total(belief.loss(t, view, truth)),
        prior: total(Prior::new(t, them).loss(view, truth)),
        foreseen: foreseen.map(|one| one.share).sum(),
    })
}

/// The plan that a strong player would have made: one of those it mixed, drawn as it draws.
pub(super) fn drawn(thought: &Thought, dice: &mut Dice) -> Plan {
    let whole = thought.own.iter().map(|weighed| weighed.share).sum();
    let mut at = dice.below(whole);
    for weighed in &thought.own {
        if at < weighed.share {
            return weighed.plan;
        }
        at -= weighed.share;
    }
    thought
        .own
        .first()
        .map_or(Plan::DEFAULT, |first| first.plan)
}
