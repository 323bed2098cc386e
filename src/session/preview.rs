//! What a plan is known to do, before it is sealed: ranges with their causes.
//!
//! The rules themselves are asked, on states that the view allows: what differs between
//! them becomes a range. Nothing but a [`View`] goes in, so nothing hidden can come out.

use crate::rules::dice::{Dice, Stream};
use crate::rules::meter::{Meter, Tenths};
use crate::rules::outcome::{Cause, Outcome};
use crate::rules::plan::Plan;
use crate::rules::side::{PerSide, Side};
use crate::rules::state::{Phase, State};
use crate::rules::tables::Tables;
use crate::rules::view::View;

/// How many states are tried. Enough that a chance of one in ten is seldom missed.
const TRIALS: u32 = 40;

/// One effect of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Foreseen {
    /// The meter that moves.
    pub meter: Meter,
    /// By how much at least, if the other side only holds its line.
    pub low: Tenths,
    /// By how much at most.
    pub high: Tenths,
    /// Through which part of the plan.
    pub cause: Cause,
}

/// What the plan does of itself, in the order in which it happens. What the other side
/// and the news bring on top of it is not known yet.
pub fn preview(t: &Tables, view: &View, plan: Plan) -> Vec<Foreseen> {
    // Always the same states, so that two plans are compared on equal terms.
    let mut dice = Dice::new(0, Stream::Cosmetic);
    let mut found: Vec<(Foreseen, u32)> = Vec::new();
    for _ in 0..TRIALS {
        let mut state = view.sample(t, &mut dice);
        state.common.phase = Phase::Plans;
        for (meter, cause, by) in trial(t, state, view.side, plan) {
            let same = |(f, _): &&mut (Foreseen, u32)| (f.meter, f.cause) == (meter, cause);
            if let Some((foreseen, times)) = found.iter_mut().find(same) {
                foreseen.low = foreseen.low.min(by);
                foreseen.high = foreseen.high.max(by);
                *times += 1;
            } else {
                let foreseen = Foreseen {
                    meter,
                    low: by,
                    high: by,
                    cause,
                };
                found.push((foreseen, 1));
            }
        }
    }
    for (foreseen, times) in &mut found {
        if *times < TRIALS {
            foreseen.low = foreseen.low.min(Tenths::ZERO);
            foreseen.high = foreseen.high.max(Tenths::ZERO);
        }
    }
    found.retain(|(f, _)| f.low != Tenths::ZERO || f.high != Tenths::ZERO);
    found.into_iter().map(|(foreseen, _)| foreseen).collect()
}

/// One try: the sum of what moves each meter through each part of the plan.
fn trial(t: &Tables, mut state: State, side: Side, plan: Plan) -> Vec<(Meter, Cause, Tenths)> {
    let mut plans = PerSide([Plan::DEFAULT; 2]);
    plans[side] = plan;
    let mut outcomes = Vec::new();
    state.resolve(t, plans, &mut outcomes);
    let mut sums: Vec<(Meter, Cause, Tenths)> = Vec::new();
    for outcome in outcomes {
        let change = match outcome {
            Outcome::Round(_) => break,
            Outcome::Change(change) if comes_of(side, change.cause) => change,
            _ => continue,
        };
        let by = change.to - change.from;
        let key = (change.meter, change.cause);
        match sums
            .iter_mut()
            .find(|(meter, cause, _)| (*meter, *cause) == key)
        {
            Some((_, _, sum)) => *sum += by,
            None => sums.push((change.meter, change.cause, by)),
        }
    }
    sums
}

/// Whether such a change comes of the side's own plan.
fn comes_of(side: Side, cause: Cause) -> bool {
    match cause {
        Cause::Card(who, _)
        | Cause::Say(who, _)
        | Cause::Field(who, _)
        | Cause::Exposed(who, _)
        | Cause::Concession(who, _)
        | Cause::Hardened(who, _)
        | Cause::Withdrawal(who, _)
        | Cause::Waiver(who)
        | Cause::WalkOut(who) => who == side,
        Cause::Agreement(_) | Cause::Clarified(_) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::deal::Length;
    use crate::rules::meter::Gauge;
    use crate::rules::plan::{Field, Say};
    use crate::scenario::Scenario;

    fn view() -> (Tables, View) {
        let t = Scenario::load("gulf").unwrap().tables;
        let state = State::deal(&t, 7, Length::Standard, &mut ());
        let view = View::of(&t, &state, Side::Presser);
        (t, view)
    }

    #[test]
    fn speaking_of_progress_is_foreseen_to_lift_hope_and_to_quiet_home() {
        let (t, view) = view();
        let plan = Plan {
            say: Say::Progress,
            ..Plan::DEFAULT
        };
        let seen = preview(&t, &view, plan);
        let cause = Cause::Say(Side::Presser, Say::Progress);
        let of = |meter| seen.iter().find(|f| f.meter == meter && f.cause == cause);
        assert!(of(Meter::Hope).is_some_and(|f| f.low > Tenths::ZERO));
        let home = Meter::Of(Side::Presser, Gauge::Pressure);
        assert!(of(home).is_some_and(|f| f.high < Tenths::ZERO));
    }

    #[test]
    fn what_chance_decides_is_foreseen_as_a_range() {
        let (t, view) = view();
        let plan = Plan {
            field: Field::Covert,
            ..Plan::DEFAULT
        };
        let seen = preview(&t, &view, plan);
        let exposed = Cause::Exposed(Side::Presser, Field::Covert);
        let tension = seen
            .iter()
            .find(|f| f.meter == Meter::Tension && f.cause == exposed)
            .expect("it may come to light");
        assert!(tension.low == Tenths::ZERO && tension.high > Tenths::ZERO);
    }

    #[test]
    fn the_same_plan_is_foreseen_the_same_each_time() {
        let (t, view) = view();
        let plan = Plan {
            field: Field::Strike,
            ..Plan::DEFAULT
        };
        assert_eq!(preview(&t, &view, plan), preview(&t, &view, plan));
    }
}
