//! Positions with a known good or bad answer, put to the strong opponent.
//!
//! A claim about a last round is held against the rules first, by trying everything; of the
//! others the tests say why the answer is known.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test that cannot be set up has failed
#![allow(clippy::wildcard_imports)] // the clauses by their names

mod asked;
mod bargain;
mod card;
mod channel;
mod event;
mod field;
mod gulf;
mod oracle;
mod position;
mod say;
mod setting;
mod table;
mod treaty;
