//! How far a clause has come, as a message.

use super::decimal::Decimal;
use super::misread::{Misread, read, within};
use super::names::Named;
use super::pair::Pair;
use crate::rules::clause::{Clause, ClauseId, Level, Standing};
use crate::rules::side::Side;
use crate::scenario::Text;
use serde::{Deserialize, Serialize};

/// The state of one clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClauseMessage {
    /// Which.
    pub id: String,
    /// `open`, `vague` or `clear`.
    pub status: String,
    /// The agreed level; of no meaning while the clause is open.
    pub level: u8,
    /// What holds without agreement, in levels with at most one decimal.
    pub quo: Decimal,
    /// The position each side defends in public.
    pub position: Pair<u8>,
    /// What each side has put forward, or null.
    pub standing: Pair<Option<StandingMessage>>,
    /// The round in which the present status was reached.
    pub since: u8,
}

/// What a side has put forward on a clause and not taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandingMessage {
    /// The level.
    pub level: u8,
    /// `clear` or `vague`.
    pub wording: String,
    /// `open`, `back` or `mediator`; an offer that has leaked is `open`.
    pub channel: String,
}

impl ClauseMessage {
    /// Writes a clause.
    pub fn write(id: &str, side: Side, clause: &Clause) -> Self {
        let &Clause {
            status,
            level,
            quo,
            position,
            standing,
            since,
        } = clause;
        Self {
            id: id.to_owned(),
            status: status.name().to_owned(),
            level: level.0,
            quo: Decimal(quo.into()),
            position: Pair::of(side, |of| position[of].0),
            standing: Pair::of(side, |of| standing[of].map(StandingMessage::write)),
            since,
        }
    }

    /// Reads it back, as the clause of that place on the agenda.
    pub fn read(self, text: &Text, side: Side, place: ClauseId) -> Result<Clause, Misread> {
        if text.read_clause(&self.id)? != place {
            return Err(Misread::Name {
                what: "clause of that place on the agenda",
                found: self.id,
            });
        }
        Ok(Clause {
            status: read(&self.status)?,
            level: level(self.level)?,
            quo: quo(self.quo)?,
            position: self.position.per_side(side, |_, at| level(at))?,
            standing: self.standing.per_side(side, |_, offer| {
                offer.map(StandingMessage::read).transpose()
            })?,
            since: self.since,
        })
    }
}

impl StandingMessage {
    fn write(standing: Standing) -> Self {
        let Standing {
            level,
            wording,
            channel,
        } = standing;
        Self {
            level: level.0,
            wording: wording.name().to_owned(),
            channel: channel.name().to_owned(),
        }
    }

    fn read(self) -> Result<Standing, Misread> {
        Ok(Standing {
            level: level(self.level)?,
            wording: read(&self.wording)?,
            channel: read(&self.channel)?,
        })
    }
}

/// What may hold without agreement.
fn quo(tenths: Decimal) -> Result<u8, Misread> {
    within("quo", 0..=Level::TOP.tenths() as u8, tenths.fit("quo")?)
}

/// A level that there is.
pub fn level(number: u8) -> Result<Level, Misread> {
    within("level", Level(0)..=Level::TOP, Level(number))
}
