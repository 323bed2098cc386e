//! Two games of one deal as duplicate bridge has them: what a seat scored is held against what
//! the same seat scored at the other table, so that the luck of the deal counts for nobody.

use super::parting::deal;
use super::recording::Recording;
use crate::record::{Header, Hex};
use crate::rules::meter::Tenths;
use crate::rules::side::{PerSide, Side};

/// Two games of one deal that are both over, seat against seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duplicate {
    /// What each seat scored in the first game and in the second.
    pub scores: PerSide<[Tenths; 2]>,
    /// Whether the same two played both, with the sides swapped.
    pub swapped: bool,
}

impl Duplicate {
    /// What each player scored over both seats, by the seat in the first game, if the same two
    /// played both.
    pub fn totals(&self) -> Option<PerSide<Tenths>> {
        let total = |side: Side| self.scores[side][0] + self.scores[side.other()][1];
        self.swapped.then(|| PerSide::from_fn(total))
    }
}

/// Who sat in each seat of two games, in the first and in the second. `person` is what one
/// without a name is called, and `opponent` what one of this program is; of two persons who have
/// no names, each is known by the seat in the first game, as `began` says it.
pub fn sat(
    games: [&Recording; 2],
    person: &str,
    opponent: impl Fn(&str) -> String,
    began: impl Fn(Side) -> String,
) -> PerSide<[String; 2]> {
    let swapped = games[0].is_swapped(games[1]);
    let who = |game: usize, side: Side| {
        let header = games[game].header();
        let nameless = header.is_shared() && header.names[side].is_empty();
        match (nameless && swapped, game) {
            (false, _) => games[game].told_player(side, person, &opponent),
            (true, 0) => began(side),
            (true, _) => began(side.other()),
        }
    };
    PerSide::from_fn(|side| [who(0, side), who(1, side)])
}

impl Recording {
    /// The two games, seat against seat; nothing unless both are over, of one deal, and played
    /// by others or from other seats.
    pub fn duplicate(&self, other: &Self) -> Option<Duplicate> {
        let (first, second) = (self.header(), other.header());
        let same = (&first.seats, &first.names) == (&second.seats, &second.names);
        if deal(first) != deal(second) || same && !self.is_swapped(other) {
            return None;
        }
        let (one, two) = (self.fate().scores?, other.fate().scores?);
        Some(Duplicate {
            scores: PerSide::from_fn(|side| [one[side], two[side]]),
            swapped: self.is_swapped(other),
        })
    }

    /// The last entry of the log, by which the whole of it is known.
    pub fn seal(&self) -> Option<Hex<16>> {
        let last = self.entry(self.moments().len() as u32)?;
        Some(last.chain)
    }

    /// Whether whoever sat on a side of the one game sat on the other side of the other.
    fn is_swapped(&self, other: &Self) -> bool {
        let (one, two) = (self.header(), other.header());
        let player = |header: &Header, side: Side| {
            let seat = header.seats[side].clone();
            (seat, header.names[side].clone())
        };
        let mut sides = Side::BOTH.into_iter();
        let crossed = sides.all(|side| player(one, side) == player(two, side.other()));
        // Two without names are told apart only if the one game says that it answers the other.
        let told_apart = player(one, Side::Presser) != player(one, Side::Holder);
        let answers = |header: &Header, first: &Self| {
            let named = header.swapped.as_ref().map(|it| it.chain);
            named.is_some() && named == first.seal()
        };
        crossed && (told_apart || answers(two, self) || answers(one, other))
    }
}
