//! What a study comes to.

use super::claims::{self, Claim};
use super::variation::{Study, Variation};
use crate::scenario::{BySide, Overrides, SetError};
use crate::simulate::calibration::Row;
use crate::simulate::game::Played;
use crate::simulate::named::Named;
use crate::simulate::summary::futures;
use crate::statistics::Estimate;
use serde::Serialize;

/// A study, summed up. The field order is that of the JSON form; `value`, `low` and `high` of
/// an estimate are the number and its 95 % interval.
#[derive(Clone, Debug, Serialize)]
pub struct Findings {
    /// The scenario's id.
    pub scenario: String,
    /// Who played both sides.
    pub player: String,
    /// How many games a run.
    pub games: u32,
    /// The seed from which the deals were drawn.
    pub seed: u64,
    /// The game as it is, then each variation, on the same deals.
    pub runs: Vec<Run>,
    /// What they say of each claim.
    pub claims: Vec<Claim>,
    /// How near to the truth a belief comes that looks on for each side, round by round; empty
    /// if none did.
    pub belief: Vec<Row>,
}

/// The games of one run.
#[derive(Clone, Debug, Serialize)]
pub struct Run {
    /// What was set; nothing in the first run.
    pub set: Overrides,
    /// How many games ended in each of the three futures.
    pub endings: Named,
    /// The mean mission score, by side.
    pub score: BySide<Estimate>,
}

impl Findings {
    /// Sums up the runs of a study.
    ///
    /// # Errors
    /// As [`Study::scenarios`].
    pub fn of(study: &Study<'_>, runs: &[Vec<Played>]) -> Result<Self, SetError> {
        let text = &study.scenario.text;
        let sum = |(variation, games): (Variation, &Vec<Played>)| {
            Ok(Run {
                set: variation.set(study.scenario)?,
                endings: futures(games.iter().map(|g| g.ending.class())),
                score: BySide::of(text, |side| {
                    Estimate::mean(games.iter().map(|g| g.points(side)))
                }),
            })
        };
        let summed: Result<Vec<Run>, SetError> =
            Variation::ALL.into_iter().zip(runs).map(sum).collect();
        Ok(Self {
            scenario: study.scenario.id.clone(),
            player: study.player.to_string(),
            games: study.games,
            seed: study.seed,
            runs: summed?,
            claims: claims::all(text, runs),
            belief: Vec::new(),
        })
    }
}
