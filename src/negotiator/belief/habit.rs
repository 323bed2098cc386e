//! How much of what a side does follows from what it was told, and what it does by habit: in
//! doublings of likelihood, measured on self-play as a conditional logit (`McFadden` 1974).

use super::columns::Weights;
use crate::rules::plan::{Field, Say, Table};

/// Words: the mood does not choose them.
pub const SAY: Weights = Weights {
    common: 0.0,
    mood: 0.0,
    objective: 0.6,
};
/// Deeds.
pub const FIELD: Weights = Weights {
    common: 0.2,
    mood: 0.5,
    objective: 0.7,
};
/// The table.
pub const TABLE: Weights = Weights {
    common: 0.2,
    mood: 0.45,
    objective: 0.3,
};
/// Cards.
pub const CARD: Weights = Weights {
    common: 0.2,
    mood: 0.2,
    objective: 0.2,
};

/// A step beyond a red line.
pub const BEYOND: f32 = 2.1;

/// How readily a card is played that changes nothing now.
pub const PLAY: f32 = 0.0;

/// How readily a statement is made.
pub const fn say(say: Say) -> f32 {
    match say {
        Say::Progress => 2.1,
        Say::Measured => 1.5,
        Say::Blame => 1.8,
        Say::Threaten => -2.5,
        Say::NoComment => 1.1,
    }
}

/// How readily a thing is done.
pub const fn field(field: Field) -> f32 {
    match field {
        Field::HoldFire => 2.8,
        Field::BuildUp => 2.2,
        Field::Covert | Field::Squeeze => 0.4,
        Field::Strike => -4.7,
        Field::Ease => 3.2,
        Field::AllOut => -0.5,
    }
}

/// How readily a thing is tabled, each clause and level by itself.
pub const fn table(table: Table) -> f32 {
    match table {
        Table::Offer(_) => 1.2,
        Table::Bargain(_) => 0.6,
        Table::Sign => 0.3,
        Table::AcceptBargain => 0.1,
        Table::Waive => -0.4,
        Table::Accept(_)
        | Table::Clarify(_)
        | Table::Harden(_)
        | Table::Withdraw(_)
        | Table::Probe(_) => -0.9,
        Table::Hold => -1.5,
        Table::WalkOut => -2.2,
    }
}
