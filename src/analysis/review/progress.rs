//! How far a review is: told in percent, from whatever thread has come further.

use crate::negotiator::Stop;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

/// Hears how far a review is, in percent.
pub type Tell<'a> = &'a mut (dyn FnMut(u32) + Send);

/// How far a review is.
pub(super) struct Progress<'a> {
    stop: &'a Stop,
    tell: Mutex<Tell<'a>>,
    done: AtomicU64,
    all: u64,
}

impl<'a> Progress<'a> {
    /// Of so much work, in whatever unit.
    pub fn of(all: u64, stop: &'a Stop, tell: Tell<'a>) -> Self {
        Self {
            stop,
            tell: Mutex::new(tell),
            done: AtomicU64::new(0),
            all: all.max(1),
        }
    }

    /// So much of it is done.
    pub fn done(&self, work: u64) {
        let done = self.done.fetch_add(work, Ordering::Relaxed) + work;
        // Whoever panicked while telling has said so already.
        if let Ok(mut tell) = self.tell.try_lock() {
            tell((done.min(self.all) * 100 / self.all) as u32);
        }
    }

    /// What tells a search to stop.
    pub const fn stop(&self) -> &Stop {
        self.stop
    }

    /// Whether to give it up.
    pub fn given_up(&self) -> bool {
        self.stop.given()
    }
}
