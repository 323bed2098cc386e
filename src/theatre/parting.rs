//! Two games of one deal side by side: where they part, and what became of each.

use super::recording::{Moment, Recording};
use crate::record::Header;
use crate::rules::ending::Ending;
use crate::rules::meter::{Gauge, Meter, Tenths};
use crate::rules::plan::Decision;
use crate::rules::score::scores;
use crate::rules::side::{PerSide, Side};
use crate::rules::state::State;

/// Two games of one deal, compared.
#[derive(Clone, Debug)]
pub struct Parting {
    /// The first moment that is not the same in both: its place in each recording. Nothing if
    /// one is the other's beginning, or both are the same.
    pub parts: Option<[usize; 2]>,
    /// The round in which that is.
    pub round: Option<u8>,
}

/// What became of a game.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fate {
    /// How it ended, if it did.
    pub ending: Option<Ending>,
    /// The round that it came to.
    pub round: u8,
    /// What each side scored; only at the end.
    pub scores: Option<PerSide<Tenths>>,
}

/// The deal that a game is of, with what is forced to happen in it: two games with the same
/// begin alike, and differ by what is decided in them.
pub fn deal(header: &Header) -> String {
    let seed = header.seed.number();
    let injects = header.injects.iter();
    let injects: Vec<String> = injects
        .map(|inject| format!(" {}:{}", inject.round, inject.event))
        .collect();
    let injects = injects.concat();
    format!(
        "{} {seed} {:?} {:?}{injects}",
        header.scenario, header.length, header.overrides
    )
}

impl Recording {
    /// Where two games part. The two sides of a round decide without knowing of each other, so
    /// which of them sealed first makes no difference.
    pub fn parting(&self, other: &Self) -> Parting {
        let [ours, theirs] = [self.moments(), other.moments()];
        let mut at = 0;
        let parts = loop {
            let (Some(a), Some(b)) = (ours.get(at), theirs.get(at)) else {
                break None;
            };
            if (a.who, &a.what, &a.state) == (b.who, &b.what, &b.state) {
                at += 1;
                continue;
            }
            let [one, two] = [sealed(ours, at), sealed(theirs, at)];
            if one.is_empty() || two.is_empty() {
                break Some([at, at]);
            }
            let differs = one.iter().find_map(|&(here, side, decision)| {
                let &(there, _, other) = two.iter().find(|(_, theirs, _)| *theirs == side)?;
                (other != decision).then_some([here, there])
            });
            if differs.is_some() {
                break differs;
            }
            if one.len() != two.len() {
                // The shorter game has come to its end, or they were asked differently.
                let ended = at + one.len() == ours.len() || at + two.len() == theirs.len();
                break (!ended).then_some([at, at]);
            }
            at += one.len();
        };
        Parting {
            parts,
            round: parts.map(|[at, _]| self.moments()[at].round),
        }
    }

    /// The meters that may be shown of both: a game that goes on shows none of the other
    /// side's own. The weightiest come first.
    pub fn common_meters(&self, other: &Self) -> Vec<Meter> {
        let open = |side: Side| self.may_take(side) && other.may_take(side);
        let gauges = [
            Gauge::Face,
            Gauge::Pressure,
            Gauge::Strain,
            Gauge::Strength,
            Gauge::Trust,
        ];
        let own = gauges
            .into_iter()
            .flat_map(|gauge| Side::BOTH.map(|side| (side, gauge)))
            .filter(|(side, gauge)| *gauge == Gauge::Face || open(*side))
            .map(|(side, gauge)| Meter::Of(side, gauge));
        let shared = [Meter::Tension, Meter::Fog, Meter::Hope];
        shared.into_iter().chain(own).collect()
    }

    /// The state at the close of a round, if the game came so far; of round 0, the deal.
    pub fn closing(&self, round: u8) -> Option<&State> {
        let at = match round {
            0 => 0,
            _ => self.close_of(round)?,
        };
        Some(&self.moments()[at].state)
    }

    /// What became of it.
    pub fn fate(&self) -> Fate {
        let state = &self.moments()[self.last()].state;
        let ending = state.ending();
        Fate {
            ending,
            round: state.common.round,
            scores: ending.map(|_| {
                let scores = scores(&self.scenario().tables, state);
                PerSide::from_fn(|side| scores[side].total)
            }),
        }
    }
}

/// The decisions from a moment on that are made without knowing of each other: one of each side
/// at most, with their places.
fn sealed(moments: &[Moment], from: usize) -> Vec<(usize, Side, Decision)> {
    let decided = moments[from..].iter().map_while(|moment| moment.decision);
    decided
        .take(Side::BOTH.len())
        .enumerate()
        .map(|(after, (side, decision))| (from + after, side, decision))
        .collect()
}
