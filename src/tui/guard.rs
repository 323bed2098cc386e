//! The terminal's modes: entered once, and left on every way out.

use super::wake::{Wake, Waker};
use crossterm::cursor::{Hide, Show};
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};
use std::io::{self, Write, stdout};
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the terminal is in our hands. A panic may come on any thread.
static HELD: AtomicBool = AtomicBool::new(false);

/// Presses and the wheel, in cells beyond 223 too. Not the mouse's every motion, which
/// would wake an idle game.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";
/// Pasted text comes as keys, and those are few.
const PASTE_OFF: &[u8] = b"\x1b[?2004l";

/// Holds the terminal; lets it go when dropped.
pub struct Guard {
    mouse: bool,
}

impl Guard {
    /// Raw mode, the alternate screen, no cursor; the mouse if wanted.
    pub fn enter(mouse: bool) -> io::Result<Self> {
        let mut guard = Self { mouse: false };
        guard.take(mouse)?;
        Ok(guard)
    }

    /// Takes the terminal again after it was let go.
    pub fn take(&mut self, mouse: bool) -> io::Result<()> {
        enable_raw_mode()?;
        HELD.store(true, Ordering::SeqCst);
        let mut out = stdout();
        // A terminal without an alternate screen shows what was there: the first frame, which
        // paints only what it has to say, is to find nothing.
        queue!(out, EnterAlternateScreen, Clear(ClearType::All), Hide)?;
        out.write_all(PASTE_OFF)?;
        out.flush()?;
        self.mouse = false;
        self.mouse(mouse)
    }

    /// Listens to the mouse or not.
    pub fn mouse(&mut self, on: bool) -> io::Result<()> {
        if self.mouse != on {
            self.mouse = on;
            let mut out = stdout();
            out.write_all(if on { MOUSE_ON } else { MOUSE_OFF })?;
            out.flush()?;
        }
        Ok(())
    }

    /// Lets the terminal go, as it was before.
    pub fn release(&mut self) {
        self.mouse = false;
        restore();
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back, once, whoever asks. There may be no terminal any more:
/// what fails, fails in silence.
fn restore() {
    if HELD.swap(false, Ordering::SeqCst) {
        let mut out = stdout();
        let _ = out.write_all(MOUSE_OFF);
        let _ = execute!(out, LeaveAlternateScreen, Show);
        let _ = disable_raw_mode();
    }
}

/// Has a panic on any thread give the terminal back before it speaks, and end the
/// program.
pub fn on_panic(waker: Waker) {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        restore();
        before(info);
        waker.send(Wake::Panicked);
    }));
}
