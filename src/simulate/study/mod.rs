//! The essay's claims, put to the game: each level against itself as the game is, and again on
//! the same deals with one thing changed.
//!
//! ```text
//!   variation (what is changed) ──► runs (games) ──► measure ──► claims ──► report
//! ```

mod claims;
mod findings;
mod landmark;
mod measure;
mod report;
mod variation;

pub use claims::Claim;
pub use findings::{Findings, Run};
pub use measure::{Claimed, Measure, Verdict};
pub use report::table;
pub use variation::{Study, Variation};
