//! Two games of one deal in words, as at duplicate bridge: each seat against the same seat.

use super::{Narrator, points};
use crate::rules::meter::Tenths;
use crate::rules::side::{PerSide, Side};

/// Two games of one deal, to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tables {
    /// Who sat in each seat, in the first game and in the second.
    pub who: PerSide<[String; 2]>,
    /// What they scored there.
    pub scores: PerSide<[Tenths; 2]>,
    /// What each of two who played both games scored over both seats, by the seat in the first.
    pub totals: Option<PerSide<Tenths>>,
}

/// Who is ahead in a seat, or that nobody is.
const SEAT: [&str; 2] = [
    "theatre.duplicate.seat.ahead",
    "theatre.duplicate.seat.level",
];
/// The same over both seats.
const BOTH: [&str; 2] = [
    "theatre.duplicate.both.ahead",
    "theatre.duplicate.both.level",
];

impl Narrator<'_> {
    /// What each scored against the other in the same seat, seat by seat, and over both if the
    /// same two played both games.
    pub fn duplicate(&self, tables: &Tables) -> Vec<String> {
        let mut lines: Vec<String> = Side::BOTH
            .map(|side| {
                let capital = self.capital(side);
                let seat = self.ahead(&tables.who[side], tables.scores[side], SEAT);
                (self.words).fill(
                    "theatre.duplicate.seat",
                    &[("capital", &capital), ("told", &seat)],
                )
            })
            .into();
        if let Some(PerSide(totals)) = tables.totals {
            let who = Side::BOTH.map(|side| tables.who[side][0].clone());
            lines.push(self.ahead(&who, totals, BOTH));
        }
        lines
    }

    /// Who scored more, and by how much.
    fn ahead(&self, who: &[String; 2], scores: [Tenths; 2], keys: [&str; 2]) -> String {
        let by = scores[0] - scores[1];
        let (first, second) = if by < Tenths::ZERO { (1, 0) } else { (0, 1) };
        let key = keys[usize::from(by == Tenths::ZERO)];
        let by = if by < Tenths::ZERO { -by } else { by };
        self.words.fill(
            key,
            &[
                ("first", &who[first]),
                ("second", &who[second]),
                ("one", &points(scores[first])),
                ("two", &points(scores[second])),
                ("by", &points(by)),
            ],
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::narrate::Phrases;
    use crate::scenario::Scenario;

    #[test]
    fn each_seat_is_held_against_the_same_seat_and_both_are_summed() {
        let scenario = Scenario::load("gulf").unwrap();
        let words = Phrases::english();
        let n = Narrator::new(&scenario, &words);
        let pair = |one: &str, two: &str| [one.to_owned(), two.to_owned()];
        let tables = Tables {
            who: PerSide([pair("Ana", "Chi"), pair("Chi", "Ana")]),
            scores: PerSide([[520, 480], [440, 440]].map(|it| it.map(Tenths))),
            totals: Some(PerSide([Tenths(960), Tenths(920)])),
        };
        assert_eq!(
            n.duplicate(&tables),
            [
                "Washington: Ana 52, Chi 48. Ana is ahead in this seat by 4.",
                "Tehran: Chi 44, Ana 44. Level in this seat.",
                "Over both seats: Ana 96, Chi 92. Ana is ahead by 4.",
            ]
        );
    }
}
