//! The rule constants of a scenario: all there, known, in range, and agreeing with
//! each other.

use super::decode::Map;
use super::fault::Faults;
use super::number::{Decimal, written};
use super::suggest;
use crate::rules::constants::{Constants, Key, Unit};

/// What to say about a name that is no key.
pub fn suggestion(name: &str) -> Option<String> {
    suggest::help(name, names())
}

fn names() -> impl Iterator<Item = &'static str> + Clone {
    Constants::KEYS.iter().map(|key| key.name)
}

/// The stored value for a number as written, in tenths.
///
/// # Errors
/// Says what is wrong with the number.
pub fn stored(key: &Key, tenths: i32) -> Result<i32, String> {
    let shown = written(tenths);
    if key.unit != Unit::Points && tenths % 10 != 0 {
        return Err(format!(
            "`{}` is counted whole, and {shown} is not",
            key.name
        ));
    }
    if !(key.min * 10..=key.max * 10).contains(&tenths) {
        return Err(format!(
            "`{}` is {shown}, but must be {} to {}",
            key.name, key.min, key.max
        ));
    }
    Ok(tenths * key.unit.scale() / 10)
}

/// Reads the `rules` block. What is missing or wrong is reported and counts as its minimum.
pub fn read(rules: &Map<Decimal>, faults: &mut Faults) -> Constants {
    let mut values: Vec<Option<i32>> = vec![None; Constants::KEYS.len()];
    for (name, value) in &rules.entries {
        let at = Constants::KEYS
            .iter()
            .position(|key| key.name == name.value);
        let Some(at) = at else {
            faults.unknown(name.place, "constant", name, names());
            continue;
        };
        let key = &Constants::KEYS[at];
        values[at] = Some(stored(key, value.value.0).unwrap_or_else(|why| {
            faults.error(value.place, why).help(key.doc);
            key.min * key.unit.scale()
        }));
    }
    let missing: Vec<&str> = Constants::KEYS
        .iter()
        .zip(&values)
        .filter(|(key, value)| value.is_none() && !rules.lost.iter().any(|lost| lost == key.name))
        .map(|(key, _)| key.name)
        .collect();
    if !missing.is_empty() {
        let start = super::place::Place {
            end: rules.place.start + 1,
            ..rules.place
        };
        faults.error(
            start,
            format!("constants are missing: {}", missing.join(", ")),
        );
    }
    let mut values = values.into_iter();
    let built = Constants::build(|key| {
        let value = values.next().flatten();
        Ok::<_, std::convert::Infallible>(value.unwrap_or(key.min * key.unit.scale()))
    });
    let Ok(constants) = built;
    if missing.is_empty() && rules.lost.is_empty() {
        let place = |name: &str| {
            let entry = rules.entries.iter().find(|(key, _)| key.value == name);
            entry.map_or(rules.place, |(key, _)| key.place)
        };
        for (name, message) in conflicts(&constants) {
            faults.error(place(name), message);
        }
        let c = &constants;
        let shares = c.score_clauses + c.score_face + c.score_pressure;
        let shares = shares + c.score_strain + c.score_strength;
        if shares != 100 {
            let message = format!("the five shares of the score sum to {shares}, not 100");
            faults.warning(place("score_clauses"), message);
        }
    }
    constants
}

/// Constants that contradict each other, each with what is wrong.
pub fn conflicts(c: &Constants) -> Vec<(&'static str, &'static str)> {
    [
        (
            c.drift_min > c.drift_max,
            "drift_max",
            "`drift_max` is less than `drift_min`",
        ),
        (
            c.rounds_short > c.rounds_standard,
            "rounds_standard",
            "`rounds_standard` is less than `rounds_short`",
        ),
        (
            c.rounds_standard > c.rounds_long,
            "rounds_long",
            "`rounds_long` is less than `rounds_standard`",
        ),
        (
            c.cornered_pressure > c.recall_pressure,
            "cornered_pressure",
            "`cornered_pressure` is above `recall_pressure`: nobody would ever be cornered by it",
        ),
        (
            c.cornered_face < c.recall_face,
            "cornered_face",
            "`cornered_face` is below `recall_face`: nobody would ever be cornered by it",
        ),
    ]
    .into_iter()
    .filter_map(|(broken, key, message)| broken.then_some((key, message)))
    .collect()
}
