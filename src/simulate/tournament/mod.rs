//! Tournaments: everyone against everyone from both seats on the same deals, and what that
//! says of each.
//!
//! ```text
//!   grid (all games) ─┬─► pairing (deals won) ──► elo ─┬─► standings ──► report
//!                     └─► seats (mean scores, deviations) ┘
//! ```

mod elo;
mod grid;
mod linear;
mod pairing;
mod report;
mod seats;
mod standings;

pub use grid::{Grid, Scored, Tournament};
pub use pairing::Pairing;
pub use report::table;
pub use seats::{Best, Cell, Deviation};
pub use standings::{Rating, Standings};
