//! What a game could have been: computed from a finished game, and never shown before.
//!
//! ```text
//!   steps of a record ──► game ──► study (what each side could know, round by round)
//!                          │         │
//!                          │         ├──► judge: each decision against the best alternative ──► grade
//!                          ├─────────┴──► course: what each round was worth, and what moved it
//!                          ├──► par: strong play in this seat on this deal
//!                          └──► frontier: the treaties that were possible
//! ```

pub mod frontier;
pub mod review;
