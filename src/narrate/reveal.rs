//! A round told in three voices: each capital's own press, and the international wire.
//! Beside them, what a delegation knows and no paper prints, and what moved.
//!
//! The press and the wire are made from what the world could see and nothing else, so no
//! reader finds the other side's secrets in them.

mod desk;
mod news;
mod press;
mod public;
mod wire;

use super::{MeterLine, Narrator, Values, phrases};
use crate::rules::ending::{Class, Ending};
use crate::rules::outcome::Outcome;
use crate::rules::side::{PerSide, Side};
pub(super) use desk::is_exposed;
use public::Fortnight;

/// How a line strikes its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Welcome.
    Good,
    /// Unwelcome.
    Bad,
    /// Take care.
    Warn,
    /// Plain.
    Neutral,
    /// In passing.
    Quiet,
}

impl Tone {
    /// How an ending strikes the world.
    const fn of_ending(ending: Ending) -> Self {
        match ending.class() {
            Class::Comprehensive => Self::Good,
            Class::War => Self::Bad,
            Class::Continuation => Self::Neutral,
        }
    }
}

/// One line of prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The words.
    pub text: String,
    /// How they strike.
    pub tone: Tone,
    /// Whose line it is, or whom it is about; nobody's in particular.
    pub side: Option<Side>,
}

/// A round, told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reveal {
    /// What the world's wire reports, the weightiest first.
    pub wire: Vec<Line>,
    /// What each capital's press makes of it, the weightiest first.
    pub press: PerSide<Vec<Line>>,
    /// What the reader's own delegation knows beside.
    pub desk: Vec<Line>,
    /// The event that opens the next round.
    pub news: Vec<Line>,
    /// Every meter that moved, with its reasons.
    pub ledger: Vec<MeterLine>,
}

/// The most lines one voice gets.
const MOST: usize = 5;

/// A line that may be printed, if nothing weightier crowds it out.
struct Draft {
    weight: u8,
    member: String,
    line: Line,
}

/// How often a phrase has been used in these drafts, so that the next use varies.
fn uses(drafts: &[Draft], member: &str) -> usize {
    drafts.iter().filter(|draft| draft.member == member).count()
}

/// Keeps the weightiest, in that order; equals as they came.
fn edited(mut drafts: Vec<Draft>) -> Vec<Line> {
    drafts.sort_by_key(|draft| std::cmp::Reverse(draft.weight));
    let mut lines: Vec<Line> = Vec::with_capacity(MOST);
    for Draft { line, .. } in drafts {
        if lines.len() < MOST && lines.iter().all(|told| told.text != line.text) {
            lines.push(line);
        }
    }
    lines
}

impl Narrator<'_> {
    /// Tells a round to `viewer`, or to one who may know everything.
    ///
    /// `outcomes` are those of one call of the engine; what opens the next round is told
    /// as news. `round` is the round they close.
    pub fn reveal(&self, round: u8, viewer: Option<Side>, outcomes: &[Outcome]) -> Reveal {
        let (closing, opening) = super::split_round(outcomes);
        let public = Fortnight::of(closing);
        let voice = Voice {
            narrator: self,
            round,
        };
        Reveal {
            wire: voice.wire(&public),
            press: PerSide::from_fn(|side| voice.press(side, &public)),
            desk: voice.desk(viewer, outcomes),
            news: voice.news(viewer, opening),
            ledger: self.ledger(viewer, closing),
        }
    }

    /// Tells what opens a round, or what the answers to its event brought.
    pub fn news(&self, round: u8, viewer: Option<Side>, outcomes: &[Outcome]) -> Vec<Line> {
        Voice {
            narrator: self,
            round,
        }
        .news(viewer, outcomes)
    }
}

/// A narrator at work on one round.
struct Voice<'a> {
    narrator: &'a Narrator<'a>,
    round: u8,
}

impl Voice<'_> {
    /// A member of a family, or its like for what the phrase is heard against, if the family
    /// has one.
    fn suited(&self, family: &str, member: &str, against: &[&str]) -> String {
        let like = against.iter().map(|name| format!("{member}.{name}"));
        like.into_iter()
            .find(|like| {
                self.narrator
                    .words
                    .find(&format!("{family}{like}.1"))
                    .is_some()
            })
            .unwrap_or_else(|| member.into())
    }

    /// One of the variants of a phrase. It moves on by one each round, so that a phrase does
    /// not return before the others have had their turn; `offset` parts two voices that
    /// speak of the same.
    fn vary(&self, family: &str, member: &str, offset: usize, values: Values) -> String {
        let words = self.narrator.words;
        let key = |n: usize| format!("{family}{member}.{n}");
        let count = (1..=9)
            .take_while(|&n| words.find(&key(n)).is_some())
            .count();
        let start = fnv(&[family.as_bytes(), member.as_bytes()], self.narrator.salt);
        let n = (start % 64) as usize + usize::from(self.round) + offset;
        let template = words.find(&key(n % count.max(1) + 1));
        phrases::fill(template.unwrap_or_default(), values)
    }
}

/// The Fowler-Noll-Vo hash, fixed so that a game reads the same on every machine.
fn fnv(parts: &[&[u8]], salt: u64) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325 ^ salt;
    let bytes = parts.iter().flat_map(|part| part.iter());
    let hash = bytes.fold(start, |hash, &byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    hash ^ hash >> 32
}
