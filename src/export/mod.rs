//! Files made of a game: for reading, for a browser, and for other programs.
//!
//! ```text
//!   analysis::review ──► narrate (sections) ──► text, markdown, html
//!                   └──► json
//!   theatre::recording ──► account ──► markdown, html, cast
//!                      └─► rows ──► csv, json
//!   exercise::report ──► class ──► html, csv
//! ```
//! Everything here is a text made of what is given; the command line writes it to a file.

mod chart;
pub mod class;
mod markdown;
mod page;
mod pairs;
pub mod replay;
pub mod review;
