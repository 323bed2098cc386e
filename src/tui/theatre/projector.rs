//! The clock of a game that runs by itself. There is one only while it runs: a still picture
//! costs nothing.

use crate::tui::wake::Waker;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

/// The time that a moment is shown, by speed.
const PERIODS: [Duration; 4] = [
    Duration::from_secs(2),
    Duration::from_secs(1),
    Duration::from_millis(500),
    Duration::from_millis(250),
];

/// Runs a game by itself, or does not.
pub struct Projector {
    speed: usize,
    running: Option<Clock>,
}

/// A thread that ticks until it is dropped.
struct Clock {
    ticks: Receiver<()>,
    /// Dropped with the clock, which ends the thread at once.
    _stop: Sender<()>,
}

impl Default for Projector {
    fn default() -> Self {
        Self {
            speed: 1,
            running: None,
        }
    }
}

impl Projector {
    /// Whether it runs.
    pub const fn runs(&self) -> bool {
        self.running.is_some()
    }

    /// The speed, from 1.
    pub const fn speed(&self) -> usize {
        self.speed + 1
    }

    /// Lets it run.
    ///
    /// # Errors
    /// If there is no thread for it.
    pub fn start(&mut self, waker: &Waker) -> io::Result<()> {
        self.running = Some(Clock::start(PERIODS[self.speed], waker.clone())?);
        Ok(())
    }

    /// Stops it; whether it ran.
    pub fn stop(&mut self) -> bool {
        self.running.take().is_some()
    }

    /// Runs it faster, or slower.
    ///
    /// # Errors
    /// If there is no thread for it.
    pub fn change(&mut self, faster: bool, waker: &Waker) -> io::Result<()> {
        self.speed = if faster {
            (self.speed + 1).min(PERIODS.len() - 1)
        } else {
            self.speed.saturating_sub(1)
        };
        if self.runs() {
            self.start(waker)?;
        }
        Ok(())
    }

    /// Whether it has ticked since this was last asked.
    pub fn ticked(&self) -> bool {
        let ticks = self.running.as_ref().map(|clock| clock.ticks.try_iter());
        ticks.is_some_and(|ticks| ticks.count() > 0)
    }
}

impl Clock {
    fn start(period: Duration, waker: Waker) -> io::Result<Self> {
        let (stop, stopped) = channel::<()>();
        let (tick, ticks) = channel();
        let run = move || {
            while stopped.recv_timeout(period) == Err(RecvTimeoutError::Timeout) {
                if tick.send(()).is_err() {
                    return;
                }
                waker.wake();
            }
        };
        thread::Builder::new().name("projector".into()).spawn(run)?;
        Ok(Self { ticks, _stop: stop })
    }
}
