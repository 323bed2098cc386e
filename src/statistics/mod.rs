//! What numbers show: estimates with their intervals, and how samples are spread.

mod estimate;
mod spread;

pub use estimate::{Estimate, critical};
pub use spread::{Spread, count, moments, round};
