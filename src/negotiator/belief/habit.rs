//! How much of what a side does follows from what it was told, and what it does by habit: in
//! doublings of likelihood, measured on self-play as a conditional logit (`McFadden` 1974).

use super::columns::Weights;
use crate::rules::plan::{Field, Say, Table};

/// Words: the mood does not choose them.
pub const SAY: Weights = Weights {
    common: 0.0,
    mood: 0.0,
    objective: 0.5,
};
/// Deeds.
pub const FIELD: Weights = Weights {
    common: 0.1,
    mood: 0.1,
    objective: 0.6,
};
/// The table.
pub const TABLE: Weights = Weights {
    common: 0.2,
    mood: 0.5,
    objective: 0.25,
};
/// Cards.
pub const CARD: Weights = Weights {
    common: 0.2,
    mood: 0.2,
    objective: 0.2,
};

/// A step beyond a red line.
pub const BEYOND: f32 = 3.0;

/// How readily a card is played that changes nothing now.
pub const PLAY: f32 = 0.0;

/// How readily a statement is made.
pub const fn say(say: Say) -> f32 {
    match say {
        Say::Progress => 2.0,
        Say::Measured => 1.3,
        Say::Blame => 1.5,
        Say::Threaten => -2.4,
        Say::NoComment => 0.8,
    }
}

/// How readily a thing is done.
pub const fn field(field: Field) -> f32 {
    match field {
        Field::HoldFire => 2.8,
        Field::BuildUp => 2.0,
        Field::Covert | Field::Squeeze => 0.0,
        Field::Strike => -4.5,
        Field::Ease => 3.2,
        Field::AllOut => -1.5,
    }
}

/// How readily a thing is tabled, each clause and level by itself.
pub const fn table(table: Table) -> f32 {
    match table {
        Table::Hold => -1.3,
        Table::Offer(_) | Table::Sign | Table::Waive => 0.7,
        Table::Accept(_) | Table::Harden(_) | Table::Withdraw(_) => -0.5,
        Table::Clarify(_) => -1.1,
        Table::Probe(_) => -0.2,
        Table::WalkOut => -1.9,
        Table::Bargain(_) => 0.4,
        Table::AcceptBargain => 1.3,
    }
}
