//! The record of a game: a log of decisions and of what chance brought, chained by hashes,
//! kept in one readable RON file.
//!
//! ```text
//! Record::begin ──► seal (a decision) ──► resolve (when all that were asked have sealed)
//!      │                                      │
//!      └────────────► SaveFile::save ◄────────┘       after every round
//!
//! SaveFile::open ──► Opening { header, entries } ──► resume ──► Resumed { record, steps, faults, file }
//! read ────────────► Loaded  { header, entries } ──► replay ──► Replay  { record, steps, faults }
//! ```
//! The log is the truth and the snapshots are a cache: a replay runs the recorded decisions
//! through the rules again and compares every hash, and never asks a negotiator. What no
//! longer holds is reported as a [`Fault`] that names the entry; what comes before it stays.

mod atomic;
mod branch;
mod digest;
mod entry;
mod error;
mod exercise;
mod fault;
mod file;
mod fits;
mod folder;
mod format;
mod game;
mod header;
mod hex;
mod lock;
mod migrate;
mod name;
mod reader;
mod replay;
mod snapshot;
mod words;

pub use atomic::write as write_whole;
pub use branch::{Fork, fork};
pub use digest::canonical;
pub use entry::{Actor, Entry};
pub use error::{Doing, SaveError};
pub use exercise::{
    Answer, Assignment, Forced, Help, Inject, LONGEST_ANSWER, NotTaken, Task, When, student_name,
};
pub use fault::{Fault, FaultKind};
pub use file::{Opening, Resumed, SaveFile, read};
pub use folder::{Listed, SaveInfo, default_folder, list};
pub use format::{FORMAT, MAX_SIZE, write};
pub use game::{Record, Refused};
pub use header::{Header, LONGEST_NAME, Parent, Progress, Seat, Seed, Swapped, seat_name};
pub use hex::Hex;
pub use name::stem;
pub use reader::Loaded;
pub use replay::{Replay, Step};
pub use snapshot::Snapshot;
pub use words::read_decision;
