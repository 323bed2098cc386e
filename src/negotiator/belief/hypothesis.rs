//! What the other side may have been told: one guess at its instructions.

use crate::rules::clause::{ClauseId, Level, RedLine};
use crate::rules::deal::Instructions;
use crate::rules::dice::Dice;
use crate::rules::side::Side;
use crate::rules::tables::{MAX_RED_LINES, Tables};
use crate::rules::view::View;

/// A set of levels of clauses, five bits for each clause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Levels(u64);

impl Levels {
    /// One level of one clause.
    pub const fn one(id: ClauseId, level: Level) -> Self {
        Self(1 << (id.0 * Level::COUNT + level.0))
    }

    /// The levels that lie beyond a side's red lines.
    pub fn beyond(side: Side, lines: &[Option<RedLine>; MAX_RED_LINES]) -> Self {
        let mut set = Self::default();
        for line in lines.iter().flatten() {
            for level in Level::all().filter(|&level| line.crossed(side, level)) {
                set.add(Self::one(line.clause, level));
            }
        }
        set
    }

    /// Adds those of another set.
    pub const fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Whether they have one in common.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// One guess at the instructions of a side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hypothesis {
    /// The instructions.
    pub told: Instructions,
    /// What lies beyond their red lines.
    pub beyond: Levels,
}

impl Hypothesis {
    /// That a side was told this.
    pub fn new(side: Side, told: Instructions) -> Self {
        let beyond = Levels::beyond(side, &told.red_lines);
        Self { told, beyond }
    }

    /// Whether probing has left it possible.
    pub fn fits(&self, t: &Tables, view: &View) -> bool {
        view.allows_mood(t, self.told.mood) && view.allows_red_lines(&self.told.red_lines)
    }

    /// The same with what probing contradicts drawn anew, as the deal would have dealt it.
    #[must_use]
    pub fn corrected(&self, t: &Tables, view: &View, dice: &mut Dice) -> Self {
        let drawn = view.instructions(t, dice);
        let mut told = self.told;
        if !view.allows_mood(t, told.mood) {
            told.mood = drawn.mood;
        }
        if !view.allows_red_lines(&told.red_lines) {
            told.red_lines = drawn.red_lines;
        }
        Self::new(view.side.other(), told)
    }

    /// The same with one part drawn anew, as the deal would have dealt it: the mood, an
    /// objective, or the red lines.
    #[must_use]
    pub fn varied(&self, t: &Tables, view: &View, part: u32, dice: &mut Dice) -> Self {
        let drawn = view.instructions(t, dice);
        let mut told = self.told;
        match part {
            0 => told.mood = drawn.mood,
            1 => told.red_lines = drawn.red_lines,
            _ => {
                let [kept, other] = told.objectives;
                let kept = if part == 2 { kept } else { other };
                let [a, b] = drawn.objectives;
                let new = if a == kept { b } else { a };
                told.objectives = [kept.min(new), kept.max(new)];
            }
        }
        Self::new(view.side.other(), told)
    }
}
