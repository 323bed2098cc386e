//! What a belief says: how likely each mood, objective, red line and card is, and how far
//! it was from the truth.

use super::hypothesis::Hypothesis;
use super::prior::Prior;
use super::{Belief, log2};
use crate::negotiator::Manner;
use crate::rules::clause::{ClauseId, Level, RedLine};
use crate::rules::plan::CardId;
use crate::rules::side::Side;
use crate::rules::state::Private;
use crate::rules::tables::{MAX_RED_LINES, Tables};
use crate::rules::view::View;

/// The share that is left to what the deal makes likely, since a cloud is only so many guesses.
const DOUBT: f32 = 0.02;

/// By how much something missed the truth, in bits: the less, the better.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Loss {
    /// On the mood.
    pub mood: f32,
    /// On which objectives there are, each a question of its own.
    pub objectives: f32,
    /// On each clause: whether a red line lies on it and where.
    pub red_lines: f32,
    /// On each card of the deck that is not yet played: whether it is in the hand now.
    pub hand: f32,
}

impl Loss {
    /// On all of them, each question by itself: of the instructions, which stay as they were
    /// dealt, and of the hand of the moment.
    pub fn total(&self) -> f32 {
        self.mood + self.objectives + self.red_lines + self.hand
    }
}

/// Something that gives chances to the instructions and the hand of a side.
pub(super) trait Chances {
    /// The chance of a mood.
    fn mood(&self, mood: u8) -> f32;
    /// The chance that an objective is one of those dealt.
    fn objective(&self, objective: u8) -> f32;
    /// The chance that a red line lies just there on a clause; for `None`, that none does.
    fn red_line(&self, id: ClauseId, limit: Option<Level>) -> f32;

    /// The chance that a card not yet played is in the hand that the view shows from behind.
    fn card(&self, view: &View, card: CardId) -> f32;

    fn miss(&self, t: &Tables, side: Side, view: &View, truth: &Private) -> Loss {
        let objectives = t.sides[side].objectives.len() as u8;
        let answer = |chance: f32, so: bool| log2(if so { chance } else { 1.0 - chance });
        let by_objective = |n: u8| answer(self.objective(n), truth.objectives.contains(&n));
        let by_clause = |id: ClauseId| log2(self.red_line(id, limit(&truth.red_lines, id)));
        let by_card =
            |card: CardId| answer(self.card(view, card), truth.hand.contains(&Some(card)));
        Loss {
            mood: -log2(self.mood(truth.mood)),
            objectives: -(0..objectives).map(by_objective).sum::<f32>(),
            red_lines: -t.clause_ids().map(by_clause).sum::<f32>(),
            hand: -unplayed(t, view).map(by_card).sum::<f32>(),
        }
    }
}

/// Where a red line lies on a clause, if one does.
fn limit(lines: &[Option<RedLine>; MAX_RED_LINES], id: ClauseId) -> Option<Level> {
    let mut lines = lines.iter().flatten();
    lines.find(|line| line.clause == id).map(|line| line.limit)
}

/// A belief beside what the deal makes likely.
struct Posterior<'a> {
    belief: &'a Belief,
    prior: Prior<'a>,
}

impl Chances for Posterior<'_> {
    fn mood(&self, mood: u8) -> f32 {
        let share = self.belief.share(|h| h.told.mood == mood);
        doubt(share, self.prior.mood(mood))
    }
    fn objective(&self, objective: u8) -> f32 {
        let share = self
            .belief
            .share(|h| h.told.objectives.contains(&objective));
        doubt(share, self.prior.objective(objective))
    }
    fn red_line(&self, id: ClauseId, at: Option<Level>) -> f32 {
        let share = self.belief.share(|h| limit(&h.told.red_lines, id) == at);
        doubt(share, self.prior.red_line(id, at))
    }
    fn card(&self, view: &View, card: CardId) -> f32 {
        let share = self.belief.hand.now(view).holds(card);
        doubt(share, self.prior.card(view, card))
    }
}

fn doubt(share: f32, prior: f32) -> f32 {
    (1.0 - DOUBT) * share.clamp(0.0, 1.0) + DOUBT * prior
}

/// The cards of the other side's deck that the view does not show as played.
fn unplayed(t: &Tables, view: &View) -> impl Iterator<Item = CardId> {
    let side = view.side.other();
    let left = t.sides[side].deck() & !view.common.played[side];
    let cards = 0..t.sides[side].cards.len() as u8;
    cards
        .map(CardId)
        .filter(move |card| left >> card.0 & 1 == 1)
}

impl Prior<'_> {
    /// By how much it misses the truth of the moment that a view shows.
    pub fn loss(&self, view: &View, truth: &Private) -> Loss {
        self.miss(self.t, self.side, view, truth)
    }
}

impl Belief {
    /// The weight of the guesses of which something is so.
    fn share(&self, so: impl Fn(&Hypothesis) -> bool) -> f32 {
        let of = self.particles.iter().filter(|p| so(&p.hypothesis));
        of.map(|p| p.weight).sum()
    }

    /// The kind of player that the other side most likely is, with its chance in per mille.
    pub fn manner(&self) -> (Manner, u32) {
        let (manner, chance) = self.manners.likeliest();
        (manner, per_mille(chance))
    }

    /// The chance of a mood, in per mille.
    pub fn mood(&self, mood: u8) -> u32 {
        per_mille(self.share(|h| h.told.mood == mood))
    }

    /// The chance that an objective is one of those dealt, in per mille.
    pub fn objective(&self, objective: u8) -> u32 {
        per_mille(self.share(|h| h.told.objectives.contains(&objective)))
    }

    /// The chance that a red line lies on a clause, in per mille.
    pub fn red_line(&self, id: ClauseId) -> u32 {
        per_mille(self.share(|h| limit(&h.told.red_lines, id).is_some()))
    }

    /// The chance that a red line lies on a clause just there, in per mille.
    pub fn limit(&self, id: ClauseId, at: Level) -> u32 {
        per_mille(self.share(|h| limit(&h.told.red_lines, id) == Some(at)))
    }

    /// The chance that a level of a clause lies beyond a red line, in per mille.
    pub fn crossing(&self, id: ClauseId, level: Level) -> u32 {
        let cell = super::hypothesis::Levels::one(id, level);
        per_mille(self.share(|h| cell.meets(h.beyond)))
    }

    /// By how much it misses the truth of the moment that a view shows.
    pub fn loss(&self, t: &Tables, view: &View, truth: &Private) -> Loss {
        let other = self.side.other();
        let prior = Prior::new(t, other);
        let posterior = Posterior {
            belief: self,
            prior,
        };
        posterior.miss(t, other, view, truth)
    }
}

fn per_mille(share: f32) -> u32 {
    (share * 1000.0 + 0.5) as u32
}
