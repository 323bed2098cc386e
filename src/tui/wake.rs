//! What can rouse the program: a key, a signal, work that is done. One channel carries
//! them all, so that an idle game waits in one place and never polls.

use crossterm::event::Event;
use std::sync::mpsc::{Receiver, Sender, channel};

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wake {
    /// From the terminal.
    Input(Event),
    /// Work in the background has something to show.
    Ready,
    /// A signal that was caught.
    Signal(i32),
    /// The terminal is gone.
    Gone,
    /// A thread panicked; its message is on the restored terminal.
    Panicked,
}

/// Rouses the screens from any thread. Cheap to clone.
#[derive(Clone)]
pub struct Waker(Sender<Wake>);

impl Waker {
    /// A waker and the end that waits.
    pub fn channel() -> (Self, Receiver<Wake>) {
        let (sender, receiver) = channel();
        (Self(sender), receiver)
    }

    /// Calls `wake` on every layer, on the interface's own thread. What the work
    /// produced travels by the layer's own channel.
    pub fn wake(&self) {
        self.send(Wake::Ready);
    }

    /// Whether anyone still listens.
    pub(super) fn send(&self, wake: Wake) -> bool {
        self.0.send(wake).is_ok()
    }
}
