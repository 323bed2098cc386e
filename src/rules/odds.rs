//! The chances of the rules, in per mille: what the dice are asked, and what a player may
//! know before they are thrown.

use super::constants::Constants;
use super::meter::{Tenths, excess};
use super::plan::Field;
use super::state::Common;
use super::vocabulary::Timer;

/// The chance that an act in the field is seen, or, if it is a deniable one, exposed.
/// Deniability is Fog.
#[inline]
pub fn seen(k: &Constants, c: &Common, field: Field) -> i32 {
    let in_clear_air = match field {
        Field::BuildUp => k.build_seen,
        Field::Covert => k.covert_exposed,
        _ => return 1000,
    };
    let chance = if c.during(Timer::Watched) {
        1000
    } else if field == Field::Covert && c.during(Timer::Cover) {
        0
    } else {
        in_clear_air * 10 - c.fog.get()
    };
    chance.clamp(0, 1000)
}

/// The chance that a probe learns what it asks.
#[inline]
pub fn probe(k: &Constants, c: &Common) -> i32 {
    (k.probe_clarity * 10 - c.fog.get()).clamp(0, 1000)
}

/// The chance in a round that a side's back-channel offers leak: likelier as the game goes
/// on, and the less the side that received them trusts.
#[inline]
pub fn leak(k: &Constants, c: &Common, receiver_trust: Tenths) -> i32 {
    let distrust = 1000 - receiver_trust.get();
    let chance =
        (k.leak_base + k.leak_round * i32::from(c.round)) * 10 + k.leak_distrust * distrust / 100;
    chance.clamp(0, 1000)
}

/// The chance in a round that spoilers strike: they strike where Hope is high
/// (Stedman 1997).
#[inline]
pub fn spoiler(k: &Constants, c: &Common) -> i32 {
    if c.during(Timer::Lull) {
        0
    } else {
        (k.spoiler * c.hope.get() / 100).clamp(0, 1000)
    }
}

/// The chance in a round of an accident between the forces.
#[inline]
pub fn accident(k: &Constants, c: &Common) -> i32 {
    above_threshold(k, c, k.accident)
}

/// The chance in a round that an incident comes by itself: spoilers, an accident, or both.
pub fn incident(k: &Constants, c: &Common) -> i32 {
    let neither = (1000 - spoiler(k, c)) * (1000 - accident(k, c));
    1000 - neither / 1000
}

/// The chance that an incident gets out of hand.
#[inline]
pub fn escalation(k: &Constants, c: &Common) -> i32 {
    let fingers = if c.signal.0 == [false, false] {
        100
    } else {
        k.cornered_escalation
    };
    let chance = (above_threshold(k, c, k.escalation) * fingers / 100).min(1000);
    if c.during(Timer::Hotline) {
        chance / 2
    } else {
        chance
    }
}

/// None at the threshold, in full at full Tension.
#[inline]
fn above_threshold(k: &Constants, c: &Common, percent: i32) -> i32 {
    let threshold = k.escalation_threshold.get();
    let over = excess(c.tension, threshold);
    (percent * over * 10 / (1000 - threshold).max(1)).clamp(0, 1000)
}
