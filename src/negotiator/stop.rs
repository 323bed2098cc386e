//! A way to tell a negotiator that thinks elsewhere to come to a close.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Shared with a thinking negotiator; once given, it decides with what it has.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Asks it to stop.
    pub fn give(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Takes the request back, before the next decision.
    pub fn clear(&self) {
        self.0.store(false, Ordering::Relaxed);
    }

    /// Whether it was asked to.
    pub fn given(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
