//! Batches of games without a screen: the same result on however many cores.
//!
//! ```text
//!   batch ──► game (one deal, two negotiators) ──► watch (what was decided) ──► summary ──► report
//!     ├─────► tournament (all pairs, both seats, the same deals) ──► ratings, deviations
//!     └─────► study (the same deals with one thing changed) ──► claims
//! ```

mod batch;
mod calibration;
mod counts;
mod game;
mod named;
mod report;
pub mod study;
mod summary;
pub mod tournament;

pub use batch::{Batch, Players, seeds};
pub use calibration::{Beside, Calibration, Row};
pub use counts::Counts;
pub use game::{Played, play};
pub use named::Named;
pub use report::{csv, table};
pub use summary::{About, Cornered, Decisions, Future, Meters, Summary};
