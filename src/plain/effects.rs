//! What a choice is known to do, in a phrase.

use crate::narrate::{Narrator, points};
use crate::rules::meter::Tenths;
use crate::rules::outcome::Cause;
use crate::rules::plan::Plan;
use crate::rules::view::View;
use crate::session::{Foreseen, preview};

/// The part of a plan that effects are asked of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What is said.
    Say,
    /// What is done at the table.
    Table,
    /// What is done in the field.
    Field,
}

impl Part {
    const fn brings(self, cause: Cause) -> bool {
        match cause {
            Cause::Say(..) => matches!(self, Self::Say),
            Cause::Field(..) | Cause::Exposed(..) => matches!(self, Self::Field),
            Cause::Card(..) => false,
            _ => matches!(self, Self::Table),
        }
    }
}

/// What one part of the plan is known to do; empty if nothing.
pub fn of_part(n: &Narrator, view: &View, plan: Plan, part: Part) -> String {
    let seen = preview(&n.scenario.tables, view, plan);
    let told: Vec<String> = seen
        .iter()
        .filter(|foreseen| part.brings(foreseen.cause))
        .map(|foreseen| tell(n, view, foreseen))
        .collect();
    if told.is_empty() {
        return String::new();
    }
    let effects = told.join(n.words.get("plain.join"));
    n.words.fill("plain.effects", &[("effects", &effects)])
}

/// What the whole plan is known to do, each effect with its cause.
pub fn of_plan(n: &Narrator, view: &View, plan: Plan) -> Vec<String> {
    preview(&n.scenario.tables, view, plan)
        .iter()
        .map(|foreseen| {
            n.words.fill(
                "plain.effect.because",
                &[
                    ("effect", &tell(n, view, foreseen)),
                    ("cause", &n.cause(foreseen.cause, foreseen.meter)),
                ],
            )
        })
        .collect()
}

/// "Hope up 7", "your Pressure down 2 to 3", "Tension up to 8", "Trust between -2 and +3".
fn tell(n: &Narrator, view: &View, foreseen: &Foreseen) -> String {
    let &Foreseen {
        meter, low, high, ..
    } = foreseen;
    let name = n.meter_of(meter, Some(view.side));
    let zero = Tenths::ZERO;
    let (key, low, high) = match () {
        () if low == high && low > zero => ("up", low, high),
        () if low == high => ("down", -high, -low),
        () if low == zero => ("up_to", low, high),
        () if high == zero => ("down_to", -high, -low),
        () if low > zero => ("up_range", low, high),
        () if high < zero => ("down_range", -high, -low),
        () => ("between", low, high),
    };
    let key = n.words.of("plain.effect.", key);
    crate::narrate::phrases::fill(
        key,
        &[
            ("meter", &name),
            ("low", &points(low)),
            ("high", &points(high)),
        ],
    )
}
