//! A whole state that a view allows: what a negotiator thinks with, since it may not look.
//!
//! All that the viewer knows is kept exactly; the rest is drawn as the deal would have dealt
//! it, narrowed by what has been seen since.

use super::clause::{ClauseSet, RedLine};
use super::deal::Instructions;
use super::dice::{Dice, Stream};
use super::meter::Tenths;
use super::news::may_come;
use super::plan::{CardId, EventId, Field};
use super::side::PerSide;
use super::state::{Chance, HAND, Private, State};
use super::tables::{EventKind, MAX_RED_LINES, Tables};
use super::view::{Meaning, Range, View, weight_class};
use super::vocabulary::Tally;

/// How often instructions are drawn again until they fit what probing has taught.
const TRIES: u32 = 64;

impl View {
    /// Draws a state in which this is what the side would see.
    pub fn sample(&self, t: &Tables, dice: &mut Dice) -> State {
        let told = self.instructions(t, dice);
        self.state(t, &told, [None; HAND], dice)
    }

    /// Draws a state in which this is what the side would see and in which the other side was
    /// told this and holds these cards, and others where it holds more. What it was told is
    /// taken as given, and must fit the view.
    pub fn state(
        &self,
        t: &Tables,
        told: &Instructions,
        held: [Option<CardId>; HAND],
        dice: &mut Dice,
    ) -> State {
        let mut own = PerSide([self.own; 2]);
        own[self.side.other()] = self.other_private(t, told, held, dice);
        let mut state = State {
            common: self.common,
            own,
            chance: Chance {
                dice: Dice::new(dice.wide(), Stream::Chance),
                next: None,
            },
        };
        state.chance.next = self
            .common
            .next_kind
            .and_then(|kind| next_event(t, &state, kind, dice));
        state
    }

    /// Draws instructions as the deal would, narrowed by what probing has taught.
    pub fn instructions(&self, t: &Tables, dice: &mut Dice) -> Instructions {
        let side = self.side.other();
        let table = &t.sides[side];
        let mut drawn = Instructions::draw(table, side, dice);
        if self.other.probed.is_empty() {
            return drawn;
        }
        for _ in 0..TRIES {
            if self.allows_mood(t, drawn.mood) {
                break;
            }
            drawn.mood = Instructions::draw(table, side, dice).mood;
        }
        for _ in 0..TRIES {
            if self.allows_red_lines(&drawn.red_lines) {
                return drawn;
            }
            drawn.red_lines = Instructions::draw(table, side, dice).red_lines;
        }
        drawn.red_lines = self.corrected(drawn.red_lines);
        drawn
    }

    /// Keeps the cards of a hand that the other side may hold still, and draws others until
    /// there are as many as it holds.
    fn refilled(
        &self,
        t: &Tables,
        held: [Option<CardId>; HAND],
        dice: &mut Dice,
    ) -> [Option<CardId>; HAND] {
        let side = self.side.other();
        let mut gone = self.common.played[side];
        let mut kept = (held.into_iter().flatten()).filter(|card| gone >> card.0 & 1 == 0);
        let count = usize::from(self.other.hand);
        let mut hand = [None; HAND];
        for slot in hand.iter_mut().take(count) {
            *slot = kept.next();
        }
        let cards = hand.iter().flatten();
        gone = cards.fold(gone, |set, card| set | 1 << card.0);
        let mut left = Cards(t.sides[side].deck() & !gone);
        for slot in hand.iter_mut().take(count).filter(|slot| slot.is_none()) {
            *slot = left.take(dice).map(CardId);
        }
        hand
    }

    fn other_private(
        &self,
        t: &Tables,
        told: &Instructions,
        held: [Option<CardId>; HAND],
        dice: &mut Dice,
    ) -> Private {
        let side = self.side.other();
        let k = &t.constants;
        let seen = &self.other;
        Private {
            pressure: self.other_pressure(t, dice),
            strain: within(seen.strain, dice),
            strength: within(seen.strength, dice),
            trust: self.other_trust(t, dice),
            drift: Tenths::of(dice.between(k.drift_min.get(), k.drift_max.get())),
            mood: told.mood,
            red_lines: told.red_lines,
            objectives: told.objectives,
            hand: self.refilled(t, held, dice),
            probed: ClauseSet::EMPTY,
            cornered: self.common.signal[side],
            desperate_spent: false,
            package: false,
            tallies: self.other_tallies(dice),
        }
    }

    /// A side that shows no sign of being cornered is under less Pressure than that takes.
    fn other_pressure(&self, t: &Tables, dice: &mut Dice) -> Tenths {
        let Range { low, high } = self.other.pressure;
        let bar = t.constants.cornered_pressure;
        let high = if self.common.signal[self.side.other()] || low >= bar {
            high
        } else {
            high.min(bar)
        };
        within(Range { low, high }, dice)
    }

    /// What this side's own conduct has made of the other's Trust, give or take.
    fn other_trust(&self, t: &Tables, dice: &mut Dice) -> Tenths {
        let k = &t.constants;
        let own = &self.own;
        let did = |what: Tally| i32::from(own.did(what));
        let start = t.sides[self.side.other()].start[4].get();
        let lost = did(Tally::Blame) * k.blame_trust.get()
            + did(Tally::Threaten) * k.threat_trust.get()
            + did(Tally::Strike) * k.strike_trust.get()
            + did(Tally::Exposed) * k.covert_trust.get()
            + did(Tally::WalkOut) * k.walk_out_trust.get()
            + did(Tally::Harden) * k.harden_trust.get()
            + did(Tally::Withdraw) * k.withdraw_trust.get() * 7 / 10;
        let won = did(Tally::Ease) * k.ease_trust.get()
            + i32::from(self.common.agreed().0) * k.agree_trust.get();
        let spread = 50 + 10 * i32::from(self.common.round);
        let about = start + won - lost + dice.between(-spread, spread);
        Tenths::of(about).clamped()
    }

    /// Whether a mood agrees with what probing has taught of its weights.
    pub fn allows_mood(&self, t: &Tables, mood: u8) -> bool {
        let mood = &t.sides[self.side.other()].moods[usize::from(mood)];
        self.other.probed.iter().all(|id| {
            let known = self.other.meaning(id);
            matches!(known, Some(Meaning::RedLine(_))) || known == Some(weight_class(t, mood, id))
        })
    }

    /// Whether red lines agree with those that probing has found, and not found.
    pub fn allows_red_lines(&self, lines: &[Option<RedLine>; MAX_RED_LINES]) -> bool {
        self.other.probed.iter().all(|id| {
            let drawn = lines.iter().flatten().find(|line| line.clause == id);
            match self.other.meaning(id) {
                Some(Meaning::RedLine(line)) => drawn == Some(&line),
                _ => drawn.is_none(),
            }
        })
    }

    /// The red lines known, and of those drawn the ones on clauses not yet probed.
    fn corrected(
        &self,
        drawn: [Option<RedLine>; MAX_RED_LINES],
    ) -> [Option<RedLine>; MAX_RED_LINES] {
        let known = self.other.red_lines.iter().flatten();
        let unknown = drawn.iter().flatten();
        let mut lines = known.chain(unknown.filter(|line| !self.other.probed.has(line.clause)));
        let mut corrected = [(); MAX_RED_LINES].map(|()| lines.next().copied());
        corrected.sort_by_key(|line| line.map_or(u8::MAX, |line| line.clause.0));
        corrected
    }

    /// What the other side has done unseen, guessed from the rounds not otherwise spent.
    fn other_tallies(&self, dice: &mut Dice) -> [u8; Tally::COUNT] {
        let mut tallies = self.other.tallies;
        let did = |what: Tally| self.other.tallies[what as usize];
        let open = [Tally::Strike, Tally::Squeeze, Tally::Ease].map(did);
        let spent = open.into_iter().fold(0, u8::saturating_add);
        let exposed = did(Tally::Exposed);
        let rounds = self.common.round.saturating_sub(1);
        tallies[Tally::Covert as usize] = exposed;
        for _ in 0..rounds.saturating_sub(spent).saturating_sub(exposed) {
            let act = match dice.below(10) {
                0..6 => Tally::HoldFire,
                6..9 => Tally::BuildUp,
                _ => Tally::Covert,
            };
            tallies[act as usize] += 1;
        }
        if self.common.seen[self.side.other()] == Some(Field::BuildUp) {
            tallies[Tally::BuildUp as usize] = tallies[Tally::BuildUp as usize].max(1);
        }
        tallies
    }
}

/// A value that would be known to lie in just this range: the top belongs to the next one,
/// unless there is none.
fn within(range: Range, dice: &mut Dice) -> Tenths {
    let last = i32::from(range.high < Tenths::FULL && range.high > range.low);
    Tenths::of(dice.between(range.low.get(), range.high.get() - last))
}

/// An event of the kind in the air; any that may come, if one is to be found.
fn next_event(t: &Tables, state: &State, kind: EventKind, dice: &mut Dice) -> Option<EventId> {
    let n = t.events.len() as u8;
    let first = dice.below(u32::from(n)) as u8;
    let from_there =
        || (0..n).map(|step| EventId(((u16::from(first) + u16::from(step)) % u16::from(n)) as u8));
    let of_kind = |id: &EventId| t.event(*id).kind == kind && !state.common.is_past(*id);
    from_there()
        .find(|&id| t.event(id).kind == kind && may_come(t, state, id))
        .or_else(|| from_there().find(of_kind))
}

/// A set of cards to draw from.
struct Cards(u64);

impl Cards {
    fn take(&mut self, dice: &mut Dice) -> Option<u8> {
        let mut set = self.0;
        for _ in 0..dice.below(set.count_ones()) {
            set &= set - 1;
        }
        if set == 0 {
            return None;
        }
        self.0 &= !(1 << set.trailing_zeros());
        Some(set.trailing_zeros() as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::deal::Length;
    use crate::rules::plan::ChoiceId;
    use crate::rules::side::Side;
    use crate::rules::state::Phase;
    use crate::scenario::Scenario;

    #[test]
    fn whatever_is_sampled_looks_the_same_to_the_viewer() {
        let t = Scenario::load("gulf").unwrap().tables;
        let mut dice = Dice::new(1, Stream::Presser);
        for seed in 0..60 {
            let mut state = State::deal(&t, seed, Length::Standard, &mut ());
            while state.ending().is_none() {
                for side in Side::BOTH {
                    let view = View::of(&t, &state, side);
                    let sampled = view.sample(&t, &mut dice);
                    let again = View::of(&t, &sampled, side);
                    assert_eq!(view, again, "seed {seed} round {}", state.common.round);
                }
                if state.common.phase == Phase::Choices {
                    state.choose(&t, PerSide([Some(ChoiceId(0)); 2]), &mut ());
                } else {
                    let plans = PerSide::from_fn(|side| {
                        View::of(&t, &state, side).legal(&t).random(&mut dice)
                    });
                    state.resolve(&t, plans, &mut ());
                }
            }
        }
    }
}
