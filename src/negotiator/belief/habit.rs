//! How much of what a side does follows from what it was told, and what it does by habit: in
//! doublings of likelihood, measured on self-play as a conditional logit (`McFadden` 1974).

use super::columns::Weights;
use crate::rules::plan::{Field, Say, Table};

/// Words.
pub const SAY: Weights = Weights {
    common: 0.1,
    mood: 1.0,
    objective: 0.6,
};
/// Deeds.
pub const FIELD: Weights = Weights {
    common: 0.9,
    mood: 0.3,
    objective: 1.0,
};
/// The table.
pub const TABLE: Weights = Weights {
    common: 0.6,
    mood: 0.6,
    objective: 0.25,
};
/// Cards.
pub const CARD: Weights = Weights {
    common: 0.35,
    mood: 0.0,
    objective: 0.15,
};

/// By how much a step beyond a red line is unlikelier.
pub const BEYOND: f32 = 3.0;

/// How readily a card is played that changes nothing now.
pub const PLAY: f32 = -0.9;

/// How readily a statement is made.
pub const fn say(say: Say) -> f32 {
    match say {
        Say::Progress => 1.6,
        Say::Measured => 0.0,
        Say::Blame => 1.9,
        Say::Threaten => -3.2,
        Say::NoComment => -0.3,
    }
}

/// How readily a thing is done.
pub const fn field(field: Field) -> f32 {
    match field {
        Field::HoldFire => 2.2,
        Field::BuildUp => 1.2,
        Field::Covert => -0.8,
        Field::Strike => -3.2,
        Field::Squeeze => -0.5,
        Field::Ease => 2.5,
        Field::AllOut => -2.3,
    }
}

/// How readily a thing is tabled, each clause and level by itself.
pub const fn table(table: Table) -> f32 {
    match table {
        Table::Bargain(_) | Table::AcceptBargain => 3.0,
        Table::Harden(_) => 1.7,
        Table::Probe(_) => 1.5,
        Table::Hold | Table::Withdraw(_) => 0.3,
        Table::Accept(_) | Table::WalkOut => 0.0,
        Table::Offer(_) => -0.9,
        Table::Sign => -0.6,
        Table::Clarify(_) => -1.7,
        Table::Waive => -2.0,
    }
}
