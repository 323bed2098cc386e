//! What a side knows of the other, as a message.

use super::clause::level;
use super::decimal::Decimal;
use super::misread::{Misread, within};
use super::own::{read_tallies, write_tallies};
use crate::rules::clause::RedLine;
use crate::rules::meter::Tenths;
use crate::rules::state::HAND;
use crate::rules::view::{Estimate, Meaning, Range};
use crate::scenario::Scenario;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What one side may know of the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EstimateMessage {
    /// The least and the most that its Pressure can be.
    pub pressure: [Decimal; 2],
    /// The same of its Strain.
    pub strain: [Decimal; 2],
    /// The same of its Strength.
    pub strength: [Decimal; 2],
    /// What each probed clause means to it: `dear`, `middling`, `cheap`, or
    /// `{"red_line": LEVEL}`, the last level that its capital can live with.
    pub meaning: BTreeMap<String, MeaningMessage>,
    /// How often it was seen to do what is counted.
    pub tallies: BTreeMap<String, u8>,
    /// How many cards it holds.
    pub hand: u8,
}

/// What a clause means to the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeaningMessage {
    /// Its capital has drawn a red line on it, here.
    RedLine(u8),
    /// It weighs much.
    Dear,
    /// It weighs about as much as the others.
    Middling,
    /// It weighs little.
    Cheap,
}

impl EstimateMessage {
    /// Writes an estimate.
    pub fn write(scenario: &Scenario, estimate: &Estimate) -> Self {
        let range = |range: Range| [range.low.into(), range.high.into()];
        let probed = estimate.probed.iter();
        let meaning = probed.filter_map(|clause| {
            let meaning = match estimate.meaning(clause)? {
                Meaning::RedLine(line) => MeaningMessage::RedLine(line.limit.0),
                Meaning::Dear => MeaningMessage::Dear,
                Meaning::Middling => MeaningMessage::Middling,
                Meaning::Cheap => MeaningMessage::Cheap,
            };
            Some((scenario.text.clause(clause).id.clone(), meaning))
        });
        Self {
            pressure: range(estimate.pressure),
            strain: range(estimate.strain),
            strength: range(estimate.strength),
            meaning: meaning.collect(),
            tallies: write_tallies(estimate.tallies, &Estimate::UNSEEN),
            hand: estimate.hand,
        }
    }

    /// Reads it back.
    pub fn read(self, scenario: &Scenario) -> Result<Estimate, Misread> {
        let mut meanings = Vec::with_capacity(self.meaning.len());
        for (id, meaning) in self.meaning {
            let clause = scenario.text.read_clause(&id)?;
            let meaning = match meaning {
                MeaningMessage::RedLine(limit) => Meaning::RedLine(RedLine {
                    clause,
                    limit: level(limit)?,
                }),
                MeaningMessage::Dear => Meaning::Dear,
                MeaningMessage::Middling => Meaning::Middling,
                MeaningMessage::Cheap => Meaning::Cheap,
            };
            meanings.push((clause, meaning));
        }
        meanings.sort_by_key(|(clause, _)| *clause);
        let ranges = [
            read_range("pressure", self.pressure)?,
            read_range("strain", self.strain)?,
            read_range("strength", self.strength)?,
        ];
        let tallies = read_tallies(&self.tallies)?;
        if Estimate::UNSEEN
            .iter()
            .any(|&act| tallies[act as usize] > 0)
        {
            return Err(Misread::Range("tallies"));
        }
        let hand = within("hand", 0..=HAND as u8, self.hand)?;
        Ok(Estimate::known(ranges, meanings, tallies, hand))
    }
}

fn read_range(what: &'static str, [low, high]: [Decimal; 2]) -> Result<Range, Misread> {
    let (low, high) = (low.meter(what)?, high.meter(what)?);
    within(what, low..=Tenths::FULL, high)?;
    Ok(Range { low, high })
}
