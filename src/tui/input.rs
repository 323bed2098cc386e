//! The threads that wait: one for the terminal, one for signals. Each sleeps in the
//! kernel until there is something to tell.

use super::wake::{Wake, Waker};
use crossterm::event;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use std::io;
use std::thread::Builder;
use std::time::Duration;

/// How long the terminal is looked at for more. Not at all would be too short: crossterm then
/// does not even look.
const GLANCE: Duration = Duration::from_micros(100);

/// Neither thread needs more.
const STACK: usize = 128 * 1024;

/// The signals that the program answers rather than dies of at once.
const ANSWERED: [i32; 7] = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH];

/// Starts both threads.
pub fn listen(waker: &Waker) -> io::Result<()> {
    let mut signals = Signals::new(ANSWERED)?;
    let to = waker.clone();
    Builder::new()
        .name("signals".into())
        .stack_size(STACK)
        .spawn(move || {
            for signal in signals.forever() {
                // The size itself is asked for when drawing.
                let wake = match signal {
                    SIGWINCH => Wake::Input(event::Event::Resize(0, 0)),
                    signal => Wake::Signal(signal),
                };
                if !to.send(wake) {
                    return;
                }
            }
        })?;
    let to = waker.clone();
    Builder::new()
        .name("input".into())
        .stack_size(STACK)
        .spawn(move || {
            while let Some(events) = wait() {
                for event in events {
                    if !to.send(Wake::Input(event)) {
                        return;
                    }
                }
            }
            to.send(Wake::Gone);
        })?;
    Ok(())
}

/// Waits for the terminal; nothing once it is gone. crossterm alone would spin on a
/// terminal that hung up: it takes the end of the file for "not yet".
///
/// Its feature `use-dev-tty` has it ask whether there is something to read; without that it
/// waits to be told, and if it is told of a new size at once with a key it forgets the key,
/// until the next one.
fn wait() -> Option<Vec<event::Event>> {
    let stdin = io::stdin();
    let mut fds = [PollFd::new(&stdin, PollFlags::IN)];
    match poll(&mut fds, None) {
        Ok(_) => {}
        Err(Errno::INTR) => return Some(Vec::new()),
        Err(_) => return None,
    }
    if fds[0]
        .revents()
        .intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL)
    {
        return None;
    }
    let mut events = Vec::new();
    while event::poll(GLANCE).ok()? {
        events.push(event::read().ok()?);
    }
    Some(events)
}
