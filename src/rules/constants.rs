//! The rule constants. A scenario sets them all; `--set KEY=VALUE` changes one.
//!
//! One list makes the struct, the names, the ranges and the handbook's table.

use super::meter::Tenths;

/// What a constant counts, and so how it is written and stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Points of a meter; written with at most one decimal, stored in tenths.
    Points,
    /// Hundredths.
    Percent,
    /// Things or rounds.
    Count,
}

impl Unit {
    /// How many stored units make one written unit.
    pub const fn scale(self) -> i32 {
        match self {
            Self::Points => 10,
            Self::Percent | Self::Count => 1,
        }
    }
}

/// A constant's name, unit, range and meaning.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// As written in a scenario and after `--set`.
    pub name: &'static str,
    /// What it counts.
    pub unit: Unit,
    /// The least that makes sense, as written.
    pub min: i32,
    /// The most that makes sense, as written.
    pub max: i32,
    /// What it does.
    pub doc: &'static str,
}

macro_rules! unit_type {
    (Points) => {
        Tenths
    };
    (Percent) => {
        i32
    };
    (Count) => {
        i32
    };
}

macro_rules! read {
    (Points, $v:expr) => {
        Tenths::of($v)
    };
    (Percent, $v:expr) => {
        $v
    };
    (Count, $v:expr) => {
        $v
    };
}

macro_rules! write {
    (Points, $v:expr) => {
        $v.get()
    };
    (Percent, $v:expr) => {
        $v
    };
    (Count, $v:expr) => {
        $v
    };
}

macro_rules! constants {
    ($( $(#[$section:meta])* $name:ident: $unit:ident $min:literal..=$max:literal, $doc:literal; )*) => {
        /// The constants of the rules, all set by the scenario.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct Constants { $( #[doc = $doc] pub $name: unit_type!($unit), )* }

        impl Constants {
            /// Every constant, in the order of the struct.
            pub const KEYS: &'static [Key] = &[ $( Key {
                name: stringify!($name), unit: Unit::$unit, min: $min, max: $max, doc: $doc,
            }, )* ];

            /// Builds them from stored units: tenths for points.
            ///
            /// # Errors
            /// Passes on the first error of `value`, which is asked for each key in order.
            pub fn build<E>(mut value: impl FnMut(&'static Key) -> Result<i32, E>) -> Result<Self, E> {
                let mut keys = Self::KEYS.iter();
                $( let $name = match keys.next() {
                    Some(key) => read!($unit, value(key)?),
                    None => read!($unit, 0),
                }; )*
                Ok(Self { $( $name, )* })
            }

            /// The stored value of each key, in the order of [`Self::KEYS`].
            pub fn values(&self) -> Vec<i32> {
                vec![ $( write!($unit, self.$name), )* ]
            }
        }
    };
}

constants! {
    // The length of a game.
    rounds_short: Count 3..=40, "Rounds of a short game.";
    rounds_standard: Count 4..=40, "Rounds of a standard game.";
    rounds_long: Count 4..=40, "Rounds of a long game.";

    // The deal.
    deal_spread: Points 0..=20, "The most by which the deal moves a starting meter either way.";
    drift_min: Points 0..=10, "The least by which Pressure drifts up each round.";
    drift_max: Points 0..=10, "The most by which Pressure drifts up each round; the deal picks one.";
    start_tension: Points 0..=100, "Tension at the start.";
    start_fog: Points 0..=100, "Fog at the start.";
    start_hope: Points 0..=100, "Hope at the start.";
    start_patience: Count 0..=20, "How often the mediator lends its name before it tires.";

    // Conceding.
    shield_base: Percent 100..=200, "The price of a concession in clear air, before surcharges.";
    shield_fog: Percent 0..=150, "How much of the Fog comes off that price.";
    concede_face: Points 0..=10, "Face lost by conceding one level of a clause of mean weight.";
    concede_pressure: Points 0..=10, "Pressure gained by it.";
    concede_other_face: Percent 0..=100, "The share of that Face which the other side gains.";
    first_mover: Percent 100..=500, "The price of the first concession of the game.";
    ahead: Percent 100..=300, "The price while one has conceded more than the other.";
    vague_price: Percent 0..=100, "The price of conceding in vague words.";

    // Agreeing.
    agree_face: Points 0..=10, "Face a side gains by a clause agreed half way or better; half of it one level from the other side's ideal, none there.";
    agree_pressure: Points 0..=10, "Pressure it sheds by it, in the same way.";
    agree_trust: Points 0..=20, "Trust each side gains by it.";
    agree_hope: Points 0..=20, "Hope it brings.";
    vague_fog: Points 0..=20, "Fog that a vague text adds.";
    clear_fog: Points 0..=20, "Fog that a clear text lifts.";
    vague_breaks: Percent 0..=100, "The chance each round that a vague text breaks into a dispute.";
    break_trust: Points 0..=20, "Trust each side loses then.";
    break_tension: Points 0..=20, "Tension it adds.";
    break_hope: Points 0..=20, "Hope it costs.";

    // Other decisions at the table.
    harden_face: Points 0..=10, "Face gained by hardening a position.";
    harden_pressure: Points 0..=10, "Pressure shed by it.";
    harden_trust: Points 0..=20, "The other side's Trust lost by it.";
    harden_hope: Points 0..=20, "Hope it costs.";
    withdraw_trust: Points 0..=40, "The other side's Trust lost by withdrawing from a clause, at full enforcement.";
    withdraw_hope: Points 0..=40, "Hope it costs.";
    withdraw_face: Points 0..=20, "Face it costs, at full enforcement.";
    withdraw_pressure: Points 0..=20, "Pressure it sheds at home.";
    withdraw_back: Count 0..=1, "Levels that the side's position goes back by it: 0 none, so that it can be taken up again for nothing.";
    late_exits: Count 0..=1, "Whether a side may still walk out or withdraw in the last round: 0 no, 1 yes.";
    waive_face: Points 0..=20, "Face lost by waiving the precondition alone.";
    waive_pressure: Points 0..=20, "Pressure gained by it.";
    waive_trust: Points 0..=20, "The other side's Trust gained by it; doubled when both waive together.";
    waive_hope: Points 0..=20, "Hope it brings.";
    bargain_waives: Count 1..=2, "Preconditions that fall with a grand bargain that is taken: 1 that of the side that offered it, 2 both.";
    probe_clarity: Percent 0..=150, "The chance that a probe learns something in clear air; Fog comes off it.";
    walk_out_face: Points 0..=20, "Face gained by walking out.";
    walk_out_pressure: Points 0..=20, "Pressure shed by it.";
    walk_out_hope: Points 0..=40, "Hope it costs.";
    walk_out_tension: Points 0..=20, "Tension it adds.";
    walk_out_trust: Points 0..=20, "The other side's Trust lost by it.";
    clauses_to_sign: Count 1..=12, "Clear clauses that a treaty needs.";
    jilted_face: Points 0..=20, "Face lost by a side that signs alone.";
    unratified_face: Points 0..=40, "Face lost by a side whose capital refuses what it signed.";
    unratified_hope: Points 0..=60, "Hope lost with it.";
    unratified_trust: Points 0..=40, "The other side's Trust lost with it.";

    // The back channel and the mediator.
    leak_base: Percent 0..=100, "The chance each round that a back-channel offer leaks.";
    leak_round: Percent 0..=20, "Added for each round of the game gone by.";
    leak_distrust: Percent 0..=100, "Added in full when the other side has no Trust, in part when it has some.";
    patience_idle: Percent 0..=100, "The chance each round without a new clause that the mediator's patience falls.";

    // Saying.
    progress_hope: Points 0..=20, "Hope that talk of progress brings.";
    progress_fog: Points 0..=20, "Fog it adds.";
    progress_pressure: Points 0..=20, "Own Pressure it sheds.";
    measured_fog: Points 0..=20, "Fog that measured words lift.";
    measured_trust: Points 0..=20, "The other side's Trust they earn.";
    threat_tension: Points 0..=20, "Tension a threat adds.";
    threat_face: Points 0..=20, "Own Face it adds.";
    threat_pressure: Points 0..=20, "Pressure it puts on the other side.";
    threat_trust: Points 0..=20, "The other side's Trust it costs.";
    threat_rounds: Count 1..=10, "Rounds within which a threat must be carried out.";
    unkept_face: Points 0..=40, "Face lost when it is not (audience cost).";
    blame_pressure: Points 0..=20, "Own Pressure shed by blaming.";
    blame_trust: Points 0..=20, "The other side's Trust it costs.";
    blame_face: Points 0..=20, "Face lost per step by the side that the blame sticks to, in clear air.";
    no_comment_fog: Points 0..=20, "Fog that silence adds.";

    // The field.
    hold_tension: Points 0..=20, "Tension that holding fire lets off.";
    build_strength: Points 0..=20, "Strength gained by building up.";
    build_tension: Points 0..=20, "Tension it adds if seen.";
    build_trust: Points 0..=20, "The other side's Trust lost if it is seen.";
    build_seen: Percent 0..=150, "The chance that it is seen in clear air; Fog comes off it.";
    covert_strength: Points 0..=40, "Strength the victim of a covert act loses.";
    covert_exposed: Percent 0..=150, "The chance that it is exposed in clear air; Fog comes off it.";
    covert_tension: Points 0..=40, "Tension it adds if exposed.";
    covert_trust: Points 0..=40, "The victim's Trust lost if exposed.";
    covert_face: Points 0..=20, "The culprit's Face lost if exposed.";
    strike_strength: Points 0..=60, "Strength the victim of a strike loses.";
    strike_pressure: Points 0..=20, "Pressure it puts on the victim's capital.";
    strike_face: Points 0..=20, "Face the victim loses if it does not answer.";
    strike_strain: Points 0..=20, "Strain it puts on the victim.";
    strike_own_face: Points 0..=20, "Face the striker gains.";
    strike_tension: Points 0..=60, "Tension it adds.";
    strike_trust: Points 0..=60, "The victim's Trust it costs.";
    strike_hope: Points 0..=60, "Hope it costs.";
    rally_rounds: Count 0..=10, "Rounds for which a strike rallies the striker's home.";
    rally_pressure: Points 0..=20, "Pressure the rally sheds each round under full Fog.";
    all_out: Percent 100..=500, "An all-out act against a strike.";
    all_out_pressure: Points 0..=60, "Pressure that going all out sheds at home at once.";
    squeeze_strain: Points 0..=30, "Strain that tightening the grip puts on the other side at once.";
    squeeze_tension: Points 0..=20, "Tension it adds.";
    grip_max: Count 1..=8, "The tightest grip.";
    grip_strain: Points 0..=10, "Strain that each step of the grip puts on the other side every round.";
    ease_strain: Points 0..=30, "Strain that loosening takes off the other side at once.";
    ease_tension: Points 0..=20, "Tension it lets off.";
    ease_trust: Points 0..=20, "The other side's Trust it earns.";
    ease_face: Points 0..=20, "Face it costs, in clear air.";

    // Incidents.
    spoiler: Percent 0..=100, "The chance each round of a spoiler's attack when Hope is full; less with less Hope.";
    spoiler_tension: Points 0..=40, "Tension an incident adds.";
    spoiler_trust: Points 0..=40, "Trust the other side loses in the side whose people did it.";
    accident: Percent 0..=100, "The chance each round of an accident when Tension is full; none at the threshold.";
    escalation_threshold: Points 0..=100, "Tension above which an incident may escalate.";
    escalation: Percent 0..=100, "The chance that an incident escalates at full Tension.";

    // The home front.
    strain_pressure: Percent 0..=50, "The share of Strain above its threshold that becomes Pressure each round.";
    strain_threshold: Points 0..=100, "Strain that a home bears quietly.";
    hope_pressure: Percent 0..=50, "The share of unmet Hope that becomes Pressure each round.";
    hope_clause: Points 0..=50, "Hope that each clause in force makes good.";
    hope_floor: Points 0..=100, "Hope that nobody minds.";
    face_pressure: Percent 0..=50, "The share of Face below its threshold that becomes Pressure each round.";
    face_threshold: Points 0..=100, "Face below which a home grows restless.";
    relax: Percent 0..=50, "The share of their distance from rest that Tension, Fog and Hope give back each round.";
    rest_tension: Points 0..=100, "Where Tension comes to rest.";
    rest_fog: Points 0..=100, "Where Fog comes to rest.";
    rest_hope: Points 0..=100, "Where Hope comes to rest.";
    face_relax: Percent 0..=50, "The share of its distance from 50 that Face gives back each round.";
    strain_relax: Percent 0..=50, "The share of itself that Strain gives back each round.";

    // The price gauge.
    price_base: Points 0..=500, "The price when Tension is nil and nobody squeezes.";
    price_tension: Percent 0..=200, "The share of Tension that is added to it.";
    price_grip: Points 0..=50, "What each step of either grip adds to it.";
    price_comfort: Points 0..=500, "The price above which it hurts.";
    shock_decay: Percent 0..=100, "The share of a price shock that wears off each round.";

    // Cornered sides and endings.
    cornered_pressure: Points 0..=100, "Pressure at which a side is cornered.";
    cornered_face: Points 0..=100, "Face at which it is.";
    cornered_strength: Points 0..=100, "Strength at which it is.";
    cornered_escalation: Percent 0..=400, "The chance that an incident escalates while a side is cornered, of what it is otherwise.";
    recall_pressure: Points 50..=100, "Pressure at which a negotiator is recalled.";
    recall_face: Points 0..=50, "Face at which one is.";
    collapse_tension: Points 0..=100, "Tension from which a recall means war.";
    ratify_pressure: Points 0..=100, "The most Pressure at which a capital ratifies.";
    ratify_face: Points 0..=100, "The least Face at which it does.";
    interim_clauses: Count 1..=12, "Clauses in force that make an interim accord of a game whose time has run out.";
    paper_enforcement: Percent 0..=100, "Enforcement for either side below which a treaty is paper.";

    // The score.
    enforcement_floor: Percent 0..=100, "The share of a performance that counts without any enforcement.";
    enforcement_clause: Percent 0..=100, "How much of enforcement comes from the guarding clause; Trust gives the rest.";
    vague_worth: Percent 0..=100, "The share of a performance that counts while the words are vague.";
    provisional_worth: Percent 0..=100, "The share of a performance that counts at the end if no treaty holds it.";
    score_clauses: Percent 0..=100, "The share of the mission score that the clauses make.";
    score_face: Percent 0..=100, "The share that Face makes.";
    score_pressure: Percent 0..=100, "The share that a quiet home makes.";
    score_strain: Percent 0..=100, "The share that the economy makes.";
    score_strength: Percent 0..=100, "The share that Strength makes.";
    peace_dividend: Points 0..=50, "Mission points a comprehensive agreement adds for both.";
    paper_dividend: Points 0..=50, "Mission points a paper peace adds instead.";
    war_cost: Points 0..=60, "Mission points war takes from both.";
    war_blow: Points 0..=60, "Mission points it takes besides from a side whose last act was a blow.";
    recall_cost: Points 0..=60, "Mission points a recall takes from the side recalled.";
    rivalry: Percent 0..=200, "A factor on how much the other side's score counts against one's own.";
}
