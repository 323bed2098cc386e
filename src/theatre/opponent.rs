//! Whether the negotiators of this program decide again what they decided in a recorded game:
//! their dice come from the game's seed, so that they should, while neither they nor the rules
//! have changed.

use super::recording::{Recording, Source};
use crate::negotiator::{Negotiator, Outside, Seating, Stop, Who};
use crate::record::Seat;
use crate::rules::plan::Decision;
use crate::rules::side::Side;
use crate::rules::tables::Tables;
use crate::rules::view::View;
use std::sync::Arc;

/// What came of asking the negotiator of a seat again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rederived {
    /// The seat.
    pub side: Side,
    /// Who sat in it, as the save names it.
    pub name: String,
    /// What came of it.
    pub found: Found,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// It decided again; so many decisions, and those of them that differ.
    Asked {
        /// How often it was asked.
        decisions: usize,
        /// Where it decides otherwise now.
        deviations: Vec<Deviation>,
    },
    /// It is a program of its own, which no file may start.
    Outside,
    /// Nobody is called that here.
    Unknown,
    /// The log can no longer be played again, so that nobody can be asked.
    Unplayable,
}

/// A decision that is another one now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deviation {
    /// The entry.
    pub entry: u32,
    /// The moment, by its place in the recording.
    pub at: usize,
    /// What was decided then.
    pub recorded: Decision,
    /// What is decided now.
    pub now: Decision,
}

impl Recording {
    /// Asks every negotiator of the game again, on what it saw then. What it decided before
    /// is recalled as it is recorded, so that one deviation does not bring the next about.
    /// `tell` hears of each decision.
    pub fn rederive(&self, stop: &Stop, tell: &mut dyn FnMut()) -> Vec<Rederived> {
        let seats = Side::BOTH.into_iter().filter_map(|side| {
            let Seat::Opponent(name) = &self.header().seats[side] else {
                return None;
            };
            let found = if self.source() == Source::Snapshots {
                Found::Unplayable
            } else {
                match name.parse::<Who>() {
                    Ok(Who::Cmd(_)) => Found::Outside,
                    Ok(who) => self.ask(side, &who, stop, tell),
                    Err(_) => Found::Unknown,
                }
            };
            let name = name.clone();
            Some(Rederived { side, name, found })
        });
        seats.collect()
    }

    fn ask(&self, side: Side, who: &Who, stop: &Stop, tell: &mut dyn FnMut()) -> Found {
        let scenario = Arc::clone(self.scenario());
        let t = &scenario.tables;
        let seat = || {
            let seating = Seating::new(&scenario, side, self.header().seed.number(), stop);
            who.seat(&seating.with(&Outside::default()))
        };
        let mut negotiator = seat();
        let mut past: Vec<(View, Decision)> = Vec::new();
        let (mut decisions, mut deviations) = (0, Vec::new());
        for (at, moment) in self.moments().iter().enumerate() {
            let Some((_, recorded)) = moment.decision.filter(|(by, _)| *by == side) else {
                continue;
            };
            let view = View::of(t, &moment.state, side);
            if self.inherited(moment.entry) {
                negotiator.recall(t, &view, recorded);
                past.push((view, recorded));
                continue;
            }
            if stop.given() {
                break;
            }
            let now = negotiator.decide(t, &view);
            decisions += 1;
            past.push((view, recorded));
            if now != recorded {
                deviations.push(Deviation {
                    entry: moment.entry,
                    at,
                    recorded,
                    now,
                });
                negotiator = remind(seat(), t, &past);
            }
            tell();
        }
        Found::Asked {
            decisions,
            deviations,
        }
    }
}

/// A negotiator that recalls having decided this.
fn remind(
    mut negotiator: Box<dyn Negotiator>,
    t: &Tables,
    past: &[(View, Decision)],
) -> Box<dyn Negotiator> {
    for (view, decided) in past {
        negotiator.recall(t, view, *decided);
    }
    negotiator
}
