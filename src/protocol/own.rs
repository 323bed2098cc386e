//! What a side alone knows of itself, as a message to that side.

use super::clause::level;
use super::decimal::Decimal;
use super::misread::{Misread, read};
use super::names::Named;
use crate::rules::clause::{ClauseSet, RedLine};
use crate::rules::plan::CardId;
use crate::rules::side::Side;
use crate::rules::state::{HAND, OBJECTIVES, Private};
use crate::rules::tables::MAX_RED_LINES;
use crate::rules::vocabulary::Tally;
use crate::scenario::{Scenario, Text};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What one side alone knows of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnMessage {
    /// Domestic pressure. High is bad.
    pub pressure: Decimal,
    /// Economic strain. High is bad.
    pub strain: Decimal,
    /// Strength and recovery. Low is bad.
    pub strength: Decimal,
    /// Trust in the other's word.
    pub trust: Decimal,
    /// By how much Pressure drifts up each round in this game.
    pub drift: Decimal,
    /// The capital's mood.
    pub mood: String,
    /// The capital's red lines: what it will not ratify lies beyond.
    pub red_lines: Vec<RedLineMessage>,
    /// The capital's objectives.
    pub objectives: Vec<String>,
    /// The hand: four places, each with a card or null.
    pub hand: Vec<Option<String>>,
    /// The clauses whose meaning to the other side it has learned.
    pub probed: Vec<String>,
    /// Whether Pressure, Face or Strength is beyond its threshold.
    pub cornered: bool,
    /// Whether its desperate act has been used.
    pub desperate_spent: bool,
    /// Whether what it accepts this round it accepts on every clause offered.
    pub package: bool,
    /// How often it has done what is counted: `progress`, `blame`, `threaten`, `unkept`,
    /// `hold`, `build`, `covert`, `exposed`, `strike`, `squeeze`, `ease`, `offer`, `accept`,
    /// `harden`, `withdraw`, `walk_out`, `probe`, `leaked`.
    pub tallies: BTreeMap<String, u8>,
}

/// A red line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RedLineMessage {
    /// The clause it is drawn on.
    pub clause: String,
    /// The last level that the capital can live with.
    pub limit: u8,
}

impl OwnMessage {
    /// Writes what a side knows of itself.
    pub fn write(scenario: &Scenario, side: Side, own: &Private) -> Self {
        let text = &scenario.text;
        let &Private {
            pressure,
            strain,
            strength,
            trust,
            drift,
            mood,
            red_lines,
            objectives,
            hand,
            probed,
            cornered,
            desperate_spent,
            package,
            tallies,
        } = own;
        let words = text.side(side);
        Self {
            pressure: pressure.into(),
            strain: strain.into(),
            strength: strength.into(),
            trust: trust.into(),
            drift: drift.into(),
            mood: words.moods[usize::from(mood)].id.clone(),
            red_lines: red_lines
                .into_iter()
                .flatten()
                .map(|RedLine { clause, limit }| RedLineMessage {
                    clause: text.clause(clause).id.clone(),
                    limit: limit.0,
                })
                .collect(),
            objectives: objectives
                .map(|objective| words.objectives[usize::from(objective)].id.clone())
                .into(),
            hand: hand
                .map(|card| card.map(|card| text.card(side, card).id.clone()))
                .into(),
            probed: probed
                .iter()
                .map(|clause| text.clause(clause).id.clone())
                .collect(),
            cornered,
            desperate_spent,
            package,
            tallies: write_tallies(tallies, &[]),
        }
    }

    /// Reads it back.
    pub fn read(self, scenario: &Scenario, side: Side) -> Result<Private, Misread> {
        let text = &scenario.text;
        let words = text.side(side);
        let mood = place(words.moods.iter().map(|mood| &mood.id), &self.mood, "mood")?;
        let objectives = self.objectives.iter().map(|id| {
            let known = words.objectives.iter().map(|objective| &objective.id);
            place(known, id, "objective")
        });
        let objectives = objectives.collect::<Result<Vec<u8>, _>>()?;
        let mut hand = [None; HAND];
        if self.hand.len() != HAND {
            return Err(Misread::Length("hand"));
        }
        for (place, card) in hand.iter_mut().zip(&self.hand) {
            *place = match card {
                Some(id) => text.read_card(side, id)?,
                None => None::<CardId>,
            };
        }
        let mut probed = ClauseSet::EMPTY;
        for id in &self.probed {
            probed.insert(text.read_clause(id)?);
        }
        Ok(Private {
            pressure: self.pressure.meter("pressure")?,
            strain: self.strain.meter("strain")?,
            strength: self.strength.meter("strength")?,
            trust: self.trust.meter("trust")?,
            drift: self.drift.meter("drift")?,
            mood,
            red_lines: read_red_lines(text, &self.red_lines)?,
            objectives: <[u8; OBJECTIVES]>::try_from(objectives)
                .map_err(|_| Misread::Length("objectives"))?,
            hand,
            probed,
            cornered: self.cornered,
            desperate_spent: self.desperate_spent,
            package: self.package,
            tallies: read_tallies(&self.tallies)?,
        })
    }
}

/// The place of an id in a list.
fn place<'a>(
    mut known: impl Iterator<Item = &'a String>,
    id: &str,
    what: &'static str,
) -> Result<u8, Misread> {
    let at = known.position(|other| other == id);
    at.map(|at| at as u8).ok_or_else(|| Misread::Name {
        what,
        found: id.to_owned(),
    })
}

fn read_red_lines(
    text: &Text,
    lines: &[RedLineMessage],
) -> Result<[Option<RedLine>; MAX_RED_LINES], Misread> {
    let mut drawn = [None; MAX_RED_LINES];
    if lines.len() > MAX_RED_LINES {
        return Err(Misread::Length("red_lines"));
    }
    for (place, line) in drawn.iter_mut().zip(lines) {
        *place = Some(RedLine {
            clause: text.read_clause(&line.clause)?,
            limit: level(line.limit)?,
        });
    }
    Ok(drawn)
}

/// Writes counts, all but those of the acts that are left out.
pub fn write_tallies(tallies: [u8; Tally::COUNT], but: &[Tally]) -> BTreeMap<String, u8> {
    let all = Tally::ALL.into_iter().zip(tallies);
    let told = all.filter(|(tally, _)| !but.contains(tally));
    told.map(|(tally, count)| (tally.name().to_owned(), count))
        .collect()
}

/// Reads them back; what is left out counts 0.
pub fn read_tallies(written: &BTreeMap<String, u8>) -> Result<[u8; Tally::COUNT], Misread> {
    let mut tallies = [0; Tally::COUNT];
    for (name, count) in written {
        tallies[read::<Tally>(name)? as usize] = *count;
    }
    Ok(tallies)
}
