//! The other side's hand: which card it would have played of those it may hold.

use super::Particle;
use super::hypothesis::Hypothesis;
use super::options::NOISE;
use super::power::exp2;
use super::round::Round;
use crate::rules::dice::Dice;
use crate::rules::plan::CardId;
use crate::rules::state::HAND;
use crate::rules::tables::Tables;
use crate::rules::view::View;

impl Particle {
    /// The chance that a card not yet played is in the hand now, if the guess is true: one of
    /// those it thinks held is, and any other may have been drawn since.
    pub(super) fn holds(&self, t: &Tables, view: &View, card: CardId) -> f32 {
        let side = view.side.other();
        let gone = view.common.played[side];
        let kept = |slot: &Option<CardId>| slot.filter(|card| gone >> card.0 & 1 == 0);
        let kept = self.hand.iter().filter_map(kept);
        let known = kept.fold(0u64, |set, card| set | 1 << card.0);
        if known >> card.0 & 1 == 1 {
            return 1.0;
        }
        let drawn = u32::from(view.other.hand).saturating_sub(known.count_ones());
        let left = (t.sides[side].deck() & !gone & !known).count_ones();
        drawn as f32 / left.max(1) as f32
    }
}

impl Round {
    /// The chance that a side that was told this would have played the card it played, or
    /// none, from this hand; the card leaves it. A hand that lacked the card is mended: every
    /// card is as likely to be in a hand, so that tells nothing of the rest of the guess.
    pub fn play(
        &self,
        hypothesis: &Hypothesis,
        hand: &mut [Option<CardId>; HAND],
        dice: &mut Dice,
    ) -> f32 {
        if let Some(card) = self.seen.card
            && !hand.contains(&Some(card))
        {
            let held = hand.iter().flatten().count().max(1) as u32;
            hand[dice.below(held) as usize] = Some(card);
        }
        let value = |card: CardId| {
            self.cards[usize::from(card.0)]
                .as_ref()
                .map(|c| c.of(hypothesis))
        };
        let none = (None, 0.0);
        let mut all = 0.0;
        let mut seen = 0.0;
        let mut count = 0.0;
        let cards = hand.iter().flatten();
        let options = cards.filter_map(|&card| Some((Some(card), value(card)?)));
        for (card, dear) in options.chain([none]) {
            let share = exp2(dear);
            all += share;
            count += 1.0;
            if card == self.seen.card {
                seen += share;
            }
        }
        for slot in hand
            .iter_mut()
            .filter(|slot| slot.is_some() && **slot == self.seen.card)
        {
            *slot = None;
        }
        (1.0 - NOISE) * seen / all + NOISE / count
    }
}
