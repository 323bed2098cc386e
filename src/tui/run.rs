//! The loop on a real terminal.

use super::app::{App, Exit, Turn};
use super::context::Context;
use super::guard::{self, Guard};
use super::input;
use super::layer::Layer;
use super::library::{Host, Intent};
use super::thrift::Thrift;
use super::wake::Wake;
use crate::config::Fault;
use signal_hook::consts::SIGTSTP;
use signal_hook::low_level::emulate_default_handler;
use std::io::{self, BufWriter, IsTerminal, stdin, stdout};
use std::sync::mpsc::Receiver;

/// A frame fits, and goes out in one piece.
const FRAME: usize = 16 * 1024;

/// Why the interface could not be shown.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Input or output is not a terminal.
    #[error(
        "this needs a terminal on both standard input and output\n  Try `fog-of-peace play --plain`, which reads and writes lines."
    )]
    NoTerminal,
    /// The terminal says of itself that it has no screen.
    #[error(
        "TERM is dumb: this terminal cannot draw screens\n  Try `fog-of-peace play --plain`, which reads and writes lines."
    )]
    Dumb,
    /// A file of the player's is unreadable or wrong.
    #[error(transparent)]
    Config(#[from] Fault),
    /// The terminal refused.
    #[error("the terminal does not answer: {0}\n  Try `fog-of-peace play --plain`.")]
    Terminal(#[from] io::Error),
}

/// Fails unless a person sits at both ends, before a terminal that can draw.
pub fn need_terminal() -> Result<(), Error> {
    if !(stdin().is_terminal() && stdout().is_terminal()) {
        return Err(Error::NoTerminal);
    }
    if std::env::var_os("TERM").is_some_and(|term| term == "dumb") {
        return Err(Error::Dumb);
    }
    Ok(())
}

/// Shows the screens, beginning with `first`, until the player leaves. If there is an
/// intent, it is carried out before the first frame.
pub fn run(
    cx: Context,
    wakes: &Receiver<Wake>,
    host: Box<dyn Host>,
    first: Box<dyn Layer>,
    intent: Option<Intent>,
) -> Result<Exit, Error> {
    need_terminal()?;
    let waker = cx.waker.clone();
    guard::on_panic(waker.clone());
    let mut guard = Guard::enter(cx.settings.mouse)?;
    let backend = Thrift::new(BufWriter::with_capacity(FRAME, stdout()));
    let mut app = App::new(backend, cx, host, first)?;
    input::listen(&waker)?;
    let left = match intent.map_or(Turn::On, |intent| app.intend(intent)) {
        Turn::Leave(exit) => Ok(exit),
        Turn::On | Turn::Suspend => turn_around(&mut app, &mut guard, wakes),
    };
    // Given back here even if what follows should die of a signal.
    drop(guard);
    let left = match left {
        Err(e) if is_gone(&e) => Ok(Exit::Gone),
        left => left,
    };
    if !matches!(left, Ok(Exit::Quit)) {
        // To drop it would show the cursor once more, and complain to a standard error
        // that may be as gone as the terminal; and the process ends here anyway.
        std::mem::forget(app);
    }
    Ok(left?)
}

fn turn_around(
    app: &mut App<Thrift<BufWriter<io::Stdout>>>,
    guard: &mut Guard,
    wakes: &Receiver<Wake>,
) -> io::Result<Exit> {
    app.draw()?;
    // The waker that the app itself holds keeps the channel open.
    while let Ok(wake) = wakes.recv() {
        let mut next = Some(wake);
        // All that has come in by now is taken before anything is drawn.
        while let Some(wake) = next {
            match app.feed(wake) {
                Turn::On => {}
                Turn::Leave(exit) => return Ok(exit),
                Turn::Suspend => {
                    guard.release();
                    emulate_default_handler(SIGTSTP)?;
                    guard.take(app.context().settings.mouse)?;
                    app.redraw();
                }
            }
            next = wakes.try_recv().ok();
        }
        guard.mouse(app.context().settings.mouse)?;
        app.draw()?;
    }
    Ok(Exit::Gone)
}

/// Whether there is no terminal to write to any more.
fn is_gone(e: &io::Error) -> bool {
    use rustix::io::Errno;
    e.kind() == io::ErrorKind::BrokenPipe
        || [Errno::IO, Errno::NXIO, Errno::BADF]
            .iter()
            .any(|errno| e.raw_os_error() == Some(errno.raw_os_error()))
}

/// Ends the process as the reason for leaving says: the exit code, unless it dies by a
/// signal.
pub fn leave(exit: Exit) -> u8 {
    match exit {
        Exit::Quit => 0,
        Exit::Signal(signal) => {
            // Dies here; if the signal is ignored, the shell's convention says the same.
            let _ = emulate_default_handler(signal);
            128_u8.saturating_add(signal as u8)
        }
        Exit::Gone => 129,
        Exit::Panicked => 101,
    }
}
