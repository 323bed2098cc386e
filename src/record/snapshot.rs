//! Snapshots: the state at the start of each round, so that stepping back is instant and a
//! game of older rules can still be looked at.

use super::digest::{canonical, from_canonical};
use super::hex;
use crate::rules::state::State;
use serde::{Deserialize, Serialize};

/// The state at the start of a round, or at the end of the game.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The number of the entry that led to it.
    pub entry: u32,
    /// The state.
    pub state: State,
}

/// The same as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    /// The round, for the reader's eye.
    round: u8,
    entry: u32,
    /// The state's canonical bytes in hexadecimal.
    state: String,
}

impl From<&Snapshot> for Written {
    fn from(snapshot: &Snapshot) -> Self {
        Self {
            round: snapshot.state.common.round,
            entry: snapshot.entry,
            state: hex::encode(&canonical(&snapshot.state)),
        }
    }
}

impl Written {
    /// The snapshot, if the bytes are a state's.
    pub fn read(&self) -> Option<Snapshot> {
        let state = from_canonical(&hex::decode(&self.state)?)?;
        (state.common.round == self.round).then_some(Snapshot {
            entry: self.entry,
            state,
        })
    }
}
