//! Work in the background that the interface waits for without stopping: it says how far it
//! is once it takes long enough to be noticed, and is given up when nobody wants it any more.

use super::Wake;
use crate::negotiator::Stop;
use std::io;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// How long work may go on unnoticed, and how often it then says how far it is.
const NOTICEABLE: Duration = Duration::from_millis(250);

/// Hears how far work is, in percent, from whatever thread does it.
pub(super) type Tell<'a> = &'a mut (dyn FnMut(u32) + Send);

/// Work in a thread of its own. To drop it gives it up.
#[derive(Debug)]
pub struct Errand<T> {
    found: Receiver<Option<T>>,
    stop: Stop,
    /// How far it is in percent, plus one; 0 until there is something to show.
    told: Arc<AtomicU32>,
}

/// Where an errand has come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report<T> {
    /// On its way; how far in percent, if it has taken long enough to say so.
    Busy(Option<u32>),
    /// Done.
    Done(T),
    /// It came to nothing.
    Nothing,
}

impl<T: Send + 'static> Errand<T> {
    /// Sets out. `wake` is called from its thread when there is something new to show.
    pub(super) fn run(
        wake: Wake,
        work: impl FnOnce(&Stop, Tell<'_>) -> Option<T> + Send + 'static,
    ) -> io::Result<Self> {
        let (answer, found) = channel();
        let stop = Stop::default();
        let told = Arc::new(AtomicU32::new(0));
        let (heeded, shown) = (stop.clone(), Arc::clone(&told));
        // It may be told from several threads.
        let wake = Mutex::new(wake);
        let call = move || wake.lock().map_or((), |wake| wake());
        let errand = move || {
            let mut last = Instant::now();
            let mut tell = |percent: u32| {
                if last.elapsed() >= NOTICEABLE && !heeded.given() {
                    last = Instant::now();
                    shown.store(percent + 1, Ordering::Relaxed);
                    call();
                }
            };
            let came = work(&heeded, &mut tell);
            if !heeded.given() && answer.send(came).is_ok() {
                call();
            }
        };
        thread::Builder::new().name("errand".into()).spawn(errand)?;
        Ok(Self { found, stop, told })
    }

    /// How far it is, at once.
    pub fn poll(&self) -> Report<T> {
        match self.found.try_recv() {
            Ok(Some(found)) => Report::Done(found),
            Err(TryRecvError::Empty) => {
                Report::Busy(self.told.load(Ordering::Relaxed).checked_sub(1))
            }
            Ok(None) | Err(TryRecvError::Disconnected) => Report::Nothing,
        }
    }

    /// Waits for what it brings, if it brings anything.
    pub fn wait(&self) -> Option<T> {
        self.found.recv().unwrap_or_default()
    }
}

impl<T> Drop for Errand<T> {
    fn drop(&mut self) {
        // It ends by itself, soon, and nobody waits for that.
        self.stop.give();
    }
}
