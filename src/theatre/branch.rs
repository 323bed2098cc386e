//! What if: a recorded game taken over from one of its rounds.

use super::TheatreError;
use super::recording::{Recording, Source};
use super::vantage::Vantage;
use crate::negotiator::Outside;
use crate::record::Parent;
use crate::rules::plan::Decision;
use crate::rules::side::Side;
use crate::session::{Player, WhatIf};
use std::path::PathBuf;

/// The beginning of a game, up to a round that is to be played anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginning {
    /// Where it is from.
    pub parent: Parent,
    /// What was decided in it.
    pub decided: Vec<(Side, Decision)>,
}

/// How a game is to be taken over.
#[derive(Clone, Debug)]
pub struct TakenOver {
    /// The round that is played anew.
    pub round: u8,
    /// The side that the player speaks for.
    pub side: Side,
    /// Who plays the other.
    pub opponent: Player,
    /// What the new game is called.
    pub title: String,
    /// The folder to keep it in; if none, it is not kept.
    pub saves: Option<PathBuf>,
    /// When it begins, in seconds since 1970 (UTC).
    pub created: u64,
    /// What holds for an opponent outside this program.
    pub outside: Outside,
}

impl Recording {
    /// Whether a side may be taken over: not the other side of a game that goes on, whose
    /// secrets that would open.
    pub fn may_take(&self, side: Side) -> bool {
        let free = self.vantages();
        free.contains(&Vantage::Both) || free.contains(&Vantage::Seat(side))
    }

    /// A game that begins as this one did and is played on from a round, by whoever is named.
    ///
    /// # Errors
    /// If there is no such round, the side may not be taken over, or the game cannot be played
    /// on.
    pub fn take_over(&self, how: TakenOver) -> Result<WhatIf, TheatreError> {
        // Two persons who go on from there see what both sides may know.
        let other = how.opponent != Player::Person || self.may_take(how.side.other());
        if !self.may_take(how.side) || !other {
            return Err(TheatreError::NotYours);
        }
        let Beginning { parent, decided } = self.beginning(how.round)?;
        Ok(WhatIf {
            scenario: self.scenario().clone(),
            header: self.header().clone(),
            parent,
            decided,
            side: how.side,
            opponent: how.opponent,
            saves: how.saves,
            created: how.created,
            title: how.title,
            outside: how.outside,
        })
    }

    /// Whether a side may take the game over from a round.
    ///
    /// # Errors
    /// If not, why not.
    pub fn may_begin(&self, round: u8, side: Side) -> Result<(), TheatreError> {
        if !self.may_take(side) {
            return Err(TheatreError::NotYours);
        }
        self.beginning(round).map(drop)
    }

    /// The game up to the start of a round, to be played on from there.
    ///
    /// # Errors
    /// If there is no such round, or the game cannot be played again by the rules of today.
    pub fn beginning(&self, round: u8) -> Result<Beginning, TheatreError> {
        let last = self.rounds().last().map_or(0, |round| round.number);
        let wanted = self.rounds().iter().find(|it| it.number == round);
        let wanted = wanted.ok_or(TheatreError::NoRound { round, last })?;
        if self.header().exercise.is_some() && self.ending().is_none() {
            return Err(TheatreError::Exercise);
        }
        if self.source() == Source::Snapshots {
            return Err(TheatreError::MovedOn);
        }
        // The deal belongs to the first round and stays as it was.
        let kept = &self.moments()[..wanted.moments.start.max(1)];
        let entry = kept.len() as u32;
        let chain = self.entry(entry).map(|entry| entry.chain);
        let chain = chain.ok_or(TheatreError::NoRound { round, last })?;
        Ok(Beginning {
            parent: Parent {
                save: self.name(),
                entry,
                round,
                chain,
            },
            decided: kept.iter().filter_map(|moment| moment.decision).collect(),
        })
    }

    /// Whether an entry was played in the game that this one branched off.
    pub fn inherited(&self, entry: u32) -> bool {
        let parent = self.header().parent.as_ref();
        parent.is_some_and(|parent| entry <= parent.entry)
    }
}
