//! What a search remembers of a game: what it last saw and decided, and what it believes of
//! the other side from all that it has seen.

use crate::negotiator::{Belief, Imagined, Manner};
use crate::rules::dice::Dice;
use crate::rules::plan::Decision;
use crate::rules::tables::Tables;
use crate::rules::view::View;

/// What is remembered.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    belief: Option<Belief>,
    last: Option<(View, Decision)>,
}

impl Memory {
    /// Learns from what the view shows to have happened; without guesses, nothing.
    pub fn learn(&mut self, t: &Tables, view: &View, guesses: usize, dice: &mut Dice) {
        if guesses == 0 {
            return;
        }
        let belief = self
            .belief
            .get_or_insert_with(|| Belief::new(t, view.side, guesses, dice));
        if let Some((before, decided)) = self.last.take() {
            belief.learn(t, &before, decided, view, dice);
        }
    }

    /// What is believed of the other side.
    pub const fn belief(&self) -> Option<&Belief> {
        self.belief.as_ref()
    }

    /// Keeps what was seen and decided.
    pub const fn keep(&mut self, view: &View, decided: Decision) {
        self.last = Some((*view, decided));
    }

    /// So many states that the view allows: as likely as they are believed to be or, without
    /// a belief, as the deal makes them.
    pub fn states(&self, t: &Tables, view: &View, n: usize, dice: &mut Dice) -> Vec<Imagined> {
        match &self.belief {
            Some(belief) => belief.states(t, view, n, dice),
            None => (0..n)
                .map(|_| Imagined {
                    state: view.sample(t, dice),
                    manner: Manner::Weighing,
                })
                .collect(),
        }
    }
}
