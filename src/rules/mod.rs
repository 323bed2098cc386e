//! The rules of the game: pure, integer, deterministic. Nothing here knows of terminals,
//! files, clocks, threads or words.
//!
//! ```text
//!   tables (a scenario)      dice (chance)
//!        │                     │
//!   deal ┴──► state ──► view ──► legal ──► plan
//!               ▲                            │
//!               └── resolve ◄────────────────┘
//!                     └──► outcome (what changed, by how much, why)
//! ```
#![forbid(unsafe_code)]

mod bits;
pub mod clause;
mod condition;
pub mod constants;
pub mod deal;
pub mod dice;
mod effect;
pub mod ending;
pub mod legal;
pub mod meter;
mod news;
pub mod odds;
pub mod outcome;
pub mod plan;
pub mod preview;
pub mod reading;
mod resolve;
mod sample;
pub mod score;
pub mod side;
pub mod state;
pub mod tables;
pub mod treaty;
mod turn;
pub mod view;
pub mod vocabulary;

pub use resolve::{refusal, refuses};

/// The version of the rules. A change that makes an old log lead elsewhere raises it.
pub const VERSION: u32 = 3;
