//! What the deal makes likely, before anything has been seen: what a belief must beat.

use super::query::Chances;
use crate::rules::clause::{ClauseId, Level};
use crate::rules::plan::CardId;
use crate::rules::side::Side;
use crate::rules::state::OBJECTIVES;
use crate::rules::tables::Tables;
use crate::rules::view::View;

/// The chances of a side's instructions as the deal draws them.
#[derive(Clone, Copy, Debug)]
pub struct Prior<'t> {
    pub(super) t: &'t Tables,
    pub(super) side: Side,
}

/// Two red lines or three, as likely.
const RED_LINES: f32 = 2.5;

impl<'t> Prior<'t> {
    /// For the instructions of this side.
    pub const fn new(t: &'t Tables, side: Side) -> Self {
        Self { t, side }
    }
}

impl Chances for Prior<'_> {
    fn mood(&self, mood: u8) -> f32 {
        let moods = &self.t.sides[self.side].moods;
        let all: u32 = moods.iter().map(|m| u32::from(m.share)).sum();
        f32::from(moods[usize::from(mood)].share) / all as f32
    }

    /// The same for each.
    fn objective(&self, _: u8) -> f32 {
        OBJECTIVES as f32 / self.t.sides[self.side].objectives.len() as f32
    }

    fn red_line(&self, id: ClauseId, limit: Option<Level>) -> f32 {
        let places = &self.t.sides[self.side].red_lines;
        let Some(place) = places.iter().find(|place| place.clause == id) else {
            return f32::from(u8::from(limit.is_none()));
        };
        let drawn = RED_LINES.min(places.len() as f32) / places.len() as f32;
        let Some(limit) = limit else {
            return 1.0 - drawn;
        };
        let steps = |to: Level| place.strict.concession(to, self.side);
        let range = steps(place.mild);
        if (0..=range).contains(&steps(limit)) {
            drawn / (range + 1) as f32
        } else {
            0.0
        }
    }

    /// The same for each: the deck is a set, and what was played has left it.
    fn card(&self, view: &View, _: CardId) -> f32 {
        let left = self.t.sides[self.side].deck() & !view.common.played[self.side];
        f32::from(view.other.hand) / left.count_ones().max(1) as f32
    }
}
