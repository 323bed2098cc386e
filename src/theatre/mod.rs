//! The theatre: a recorded game looked at again, from either seat or from both.
//!
//! ```text
//!   a save ── open ──► Recording { moments, rounds }      every state is kept, so that
//!                          │                              stepping back costs nothing
//!                          └── scene (a moment, a vantage) ──► what a screen or a page shows
//! ```
//! A [`Recording`] is a log that was played again; what no longer holds is named in its
//! faults, and what the rules of today cannot play again is shown from the snapshots that the
//! file keeps. Of a game that is still being played, the other side's secrets stay secret: a
//! [`Vantage`] is given only to whom it belongs.

mod branch;
mod duplicate;
mod error;
mod famous;
mod lineage;
mod note;
mod opponent;
mod parting;
mod place;
mod recording;
mod round;
mod scene;
mod told;
mod vantage;

pub use branch::{Beginning, TakenOver};
pub use duplicate::{Duplicate, sat};
pub use error::TheatreError;
pub use famous::{FAMOUS, Famous};
pub use lineage::{Answers, Ground, Lineage};
pub use note::annotate;
pub use opponent::{Deviation, Found, Rederived};
pub use parting::{Fate, Parting, deal};
pub use place::Place;
pub use recording::{Condition, Kind, Moment, Recording, Source};
pub use round::{Marks, Round};
pub use scene::Scene;
pub use vantage::Vantage;
