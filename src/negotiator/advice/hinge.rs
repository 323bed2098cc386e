//! What a plan turns on: of all that is hidden, the one thing that sets the good games apart
//! from the bad ones.

use super::games::Game;
use crate::negotiator::Belief;
use crate::rules::clause::{ClauseId, Level};
use crate::rules::plan::{Field, Plan, Table, TableKind};
use crate::rules::side::Side;
use crate::rules::tables::Tables;
use crate::rules::view::View;
use crate::statistics::{count, moments};

/// Something hidden that is so or is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feature {
    /// This level of a clause lies beyond a red line of the other side.
    Beyond(ClauseId, Level),
    /// The other side has a red line on this clause.
    RedLine(ClauseId),
    /// The other capital is in this mood.
    Mood(u8),
    /// The other side has this objective.
    Objective(u8),
    /// The other side does this at the table now.
    Tables(TableKind),
    /// The other side does this in the field now.
    Does(Field),
}

/// What a plan turns on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hinge {
    /// What may be so.
    pub feature: Feature,
    /// How likely it is held to be, in percent.
    pub percent: u32,
    /// The mean mission score if it is so, in tenths of a point.
    pub with: i32,
    /// The mean mission score if it is not.
    pub without: i32,
}

/// In fewer games than this nothing is said about a feature.
const FEW: usize = 8;
/// A smaller difference than this does not matter, in tenths of a mission point.
const MATTERS: f64 = 40.0;
/// So many standard errors a difference must measure: of about thirty features looked at, one
/// would reach two by chance.
const SURE: f64 = 3.0;

/// The feature on which the plan turns most, if any matters.
pub fn find(
    t: &Tables,
    view: &View,
    plan: Plan,
    games: &[Game],
    belief: Option<&Belief>,
) -> Option<Hinge> {
    let them = view.side.other();
    let split = |feature: Feature| {
        let (with, without): (Vec<&Game>, Vec<&Game>) =
            games.iter().partition(|game| is_so(feature, game, them));
        if with.len() < FEW || without.len() < FEW {
            return None;
        }
        let [a, b] = [&with, &without].map(|part| mean(part));
        let difference = (a.0 - b.0).abs();
        let error = (a.1 + b.1).sqrt();
        let sure = difference / error.max(1.0);
        let hinge = Hinge {
            feature,
            percent: percent(
                believed(feature, belief).unwrap_or((with.len() * 1000 / games.len()) as u32),
            ),
            with: a.0 as i32,
            without: b.0 as i32,
        };
        (difference >= MATTERS && sure >= SURE).then_some((sure, hinge))
    };
    let found = features(t, view, plan).into_iter().filter_map(split);
    found
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, hinge)| hinge)
}

/// Of per mille the nearest percent; what may be either way is never told as sure.
fn percent(per_mille: u32) -> u32 {
    ((per_mille + 5) / 10).clamp(1, 99)
}

/// The mean of the scores, and the variance of that mean.
fn mean(games: &[&Game]) -> (f64, f64) {
    let scores: Vec<f64> = games.iter().map(|game| f64::from(game.score)).collect();
    let (mean, variance) = moments(&scores);
    (mean, variance / count(scores.len()))
}

/// What a plan may turn on, of what the view leaves open.
fn features(t: &Tables, view: &View, plan: Plan) -> Vec<Feature> {
    let them = view.side.other();
    let table = &t.sides[them];
    let unknown = |id: &ClauseId| !view.other.probed.has(*id);
    let level = match plan.table {
        Table::Offer(offer) => Some((offer.clause, offer.level)),
        Table::Accept(id) => Some((id, view.common.clause(id).on_offer(them).level)),
        _ => None,
    };
    let lined = |id: &ClauseId| table.red_lines.iter().any(|place| place.clause == *id);
    let beyond = level.filter(|(id, _)| unknown(id));
    let lines = t.clause_ids().filter(unknown).filter(lined);
    (beyond
        .into_iter()
        .map(|(id, level)| Feature::Beyond(id, level)))
    .chain(lines.map(Feature::RedLine))
    .chain((0..table.moods.len() as u8).map(Feature::Mood))
    .chain((0..table.objectives.len() as u8).map(Feature::Objective))
    .chain(TableKind::ALL.into_iter().map(Feature::Tables))
    .chain(Field::ALL.into_iter().map(Feature::Does))
    .collect()
}

fn is_so(feature: Feature, game: &Game, them: Side) -> bool {
    let own = &game.start.own[them];
    match feature {
        Feature::Beyond(id, level) => own.crosses(them, id, level),
        Feature::RedLine(id) => own.red_lines().any(|line| line.clause == id),
        Feature::Mood(mood) => own.mood == mood,
        Feature::Objective(objective) => own.objectives.contains(&objective),
        Feature::Tables(kind) => game.theirs.table.kind() == kind,
        Feature::Does(field) => game.theirs.field == field,
    }
}

/// How likely it is believed to be, in per mille; what the other side does now is not a matter
/// of belief but of the games.
fn believed(feature: Feature, belief: Option<&Belief>) -> Option<u32> {
    let belief = belief?;
    match feature {
        Feature::Beyond(id, level) => Some(belief.crossing(id, level)),
        Feature::RedLine(id) => Some(belief.red_line(id)),
        Feature::Mood(mood) => Some(belief.mood(mood)),
        Feature::Objective(objective) => Some(belief.objective(objective)),
        Feature::Tables(_) | Feature::Does(_) => None,
    }
}
