//! The other side's hand: which cards it may hold, by what it has played and what it has left
//! unplayed.
//!
//! Each card has a chance of its own, as if cards were held independently of each other and of
//! the instructions but for how many they are. That is nearly so; a cloud of whole hands, of
//! which few hold just the card that was played, soon tells less than the deal.

use super::Belief;
use super::columns::Worth;
use super::hypothesis::Hypothesis;
use super::options::NOISE;
use super::power::{exp2, fraction};
use super::round::Round;
use crate::rules::dice::Dice;
use crate::rules::plan::CardId;
use crate::rules::state::HAND;
use crate::rules::view::View;

/// How often odds are scaled until the chances sum to the size of the hand.
const SCALED: u32 = 8;

/// The chance of each card to be in the hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Hand {
    /// By the card's number; nil of one that was played.
    chances: Vec<f32>,
}

impl Hand {
    /// An empty one, of a deck of so many cards.
    pub fn new(cards: usize) -> Self {
        Self {
            chances: vec![0.0; cards],
        }
    }

    /// The same at the moment that a view shows: what was played has left it, and each card
    /// that is left may have been drawn since, as likely as any other.
    #[must_use]
    pub fn now(&self, view: &View) -> Self {
        let played = view.common.played[view.side.other()];
        let left = |card: usize| played >> card & 1 == 0;
        let chances = self.chances.iter().enumerate();
        let mut now = Self {
            chances: chances
                .map(|(card, chance)| if left(card) { *chance } else { 0.0 })
                .collect(),
        };
        let kept = now.sum();
        let drawn = f32::from(view.other.hand) - kept;
        let others = (0..now.chances.len()).filter(|&card| left(card)).count() as f32 - kept;
        if drawn > 0.0 && others > 0.0 {
            let share = (drawn / others).min(1.0);
            for (card, chance) in now.chances.iter_mut().enumerate() {
                if left(card) {
                    *chance += (1.0 - *chance) * share;
                }
            }
        }
        now
    }

    /// The chance of a card to be in it.
    pub fn holds(&self, card: CardId) -> f32 {
        self.chances[usize::from(card.0)]
    }

    /// Draws a hand in which each card is as often as it is likely (systematic sampling in
    /// random order: Madow 1949).
    pub fn draw(&self, dice: &mut Dice) -> [Option<CardId>; HAND] {
        let mut order: Vec<usize> = (0..self.chances.len()).collect();
        dice.shuffle(&mut order);
        let mut hand = [None; HAND];
        let mut places = hand.iter_mut();
        let mut mark = fraction(dice);
        for card in order {
            mark -= self.chances[card];
            if mark < 0.0
                && let Some(place) = places.next()
            {
                mark += 1.0;
                *place = Some(CardId(card as u8));
            }
        }
        hand
    }

    fn sum(&self) -> f32 {
        self.chances.iter().sum()
    }

    /// Learns from what was played, or from nothing: `ready` is the share of each card, if it
    /// is held, where to play none has one.
    fn learn(&mut self, ready: &[f32], played: Option<usize>) {
        let size = self.sum();
        let (seen, mut certain, mut places) = (played.map_or(1.0, |card| ready[card]), 1.0, size);
        if let Some(card) = played {
            certain += seen;
            places = (size - 1.0).max(0.0);
            self.chances[card] = 0.0;
        }
        self.scale(places);
        let weighed = self.chances.iter().zip(ready);
        let all: f32 = weighed.map(|(chance, ready)| chance * ready).sum();
        let likely = |shares: f32| (1.0 - NOISE) * seen / (certain + shares) + NOISE / (1.0 + size);
        for (chance, ready) in self.chances.iter_mut().zip(ready) {
            let room = places - *chance;
            if *chance > 0.0 && *chance < 1.0 && room > 0.0 {
                // What each other place holds on the average, whether this card is held or not.
                let other = (all - *chance * ready).max(0.0) / room;
                let held = *chance * likely(ready + other * (places - 1.0).max(0.0));
                let not = (1.0 - *chance) * likely(other * places);
                *chance = held / (held + not);
            }
        }
        self.scale(places);
    }

    /// Makes the chances sum to a number of cards, all odds by one factor.
    fn scale(&mut self, cards: f32) {
        for _ in 0..SCALED {
            let sum = self.sum();
            if sum <= 0.0 || cards <= 0.0 {
                return;
            }
            let factor = cards / sum;
            for chance in self.chances.iter_mut().filter(|chance| **chance < 1.0) {
                let odds = *chance * factor;
                *chance = odds / (odds + 1.0 - *chance);
            }
        }
    }
}

impl Round {
    /// How readily a side that was told this would have played each card, if it held it, where
    /// to play none has one; nil of one that could not be played.
    fn ready(&self, hypothesis: &Hypothesis) -> impl Iterator<Item = f32> {
        let of = |card: &Option<Worth>| card.as_ref().map_or(0.0, |c| exp2(c.of(hypothesis)));
        self.cards.iter().map(of)
    }

    fn played(&self) -> Option<usize> {
        self.seen.card.map(|card| usize::from(card.0))
    }

    /// The chance that a side that was told this would have played the card it played, which it
    /// held, or none; of the rest of its hand no more is known than its chances.
    pub fn play(&self, hypothesis: &Hypothesis, hand: &Hand) -> f32 {
        let played = self.played();
        let (mut seen, mut all, mut count) = (1.0, 1.0, 1.0);
        for (card, (ready, chance)) in self.ready(hypothesis).zip(&hand.chances).enumerate() {
            let chance = if Some(card) == played {
                seen = ready;
                1.0
            } else {
                *chance
            };
            all += chance * ready;
            count += chance;
        }
        (1.0 - NOISE) * seen / all + NOISE / count
    }
}

impl Belief {
    /// Learns of the hand from a round, whatever the other side was told.
    pub(super) fn learn_hand(&mut self, round: &Round) {
        let mut ready = vec![0.0; round.cards.len()];
        for particle in &self.particles {
            for (sum, of) in ready.iter_mut().zip(round.ready(&particle.hypothesis)) {
                *sum += particle.weight * of;
            }
        }
        self.hand.learn(&ready, round.played());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::dice::Stream;

    /// Four of sixteen, all as likely.
    fn even() -> Hand {
        Hand {
            chances: vec![0.25; 16],
        }
    }

    #[test]
    fn a_card_that_was_not_played_is_the_less_likely_the_readier_it_would_have_been() {
        let mut ready = [0.5; 16];
        (ready[3], ready[5]) = (4.0, 0.0);
        for played in [None, Some(9)] {
            let mut hand = even();
            hand.learn(&ready, played);
            let [eager, plain, barred] = [3, 4, 5].map(|card| hand.holds(CardId(card)));
            assert!(eager < plain && plain < barred, "{hand:?}");
            let size = if played.is_some() { 3.0 } else { 4.0 };
            assert!((hand.sum() - size).abs() < 1e-3, "{hand:?}");
        }
    }

    #[test]
    fn a_card_that_was_played_has_left() {
        let mut hand = even();
        hand.learn(&[1.0; 16], Some(9));
        assert!(hand.holds(CardId(9)) <= 0.0);
        assert!((hand.holds(CardId(8)) - 0.2).abs() < 1e-3);
    }

    #[test]
    fn hands_are_drawn_as_they_are_likely() {
        let mut hand = even();
        let mut ready = [0.5; 16];
        (ready[3], ready[5]) = (4.0, 0.0);
        hand.learn(&ready, None);
        let mut dice = Dice::new(4, Stream::Cosmetic);
        let mut drawn = [0u16; 16];
        for _ in 0..10_000 {
            for card in hand.draw(&mut dice).into_iter().flatten() {
                drawn[usize::from(card.0)] += 1;
            }
        }
        for (chance, drawn) in hand.chances.iter().zip(drawn) {
            let share = f32::from(drawn) / 10_000.0;
            assert!((chance - share).abs() < 0.02, "{chance} {share}");
        }
    }
}
