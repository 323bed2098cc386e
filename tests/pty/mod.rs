//! A pseudo-terminal with the program in it, and a screen that shows what it wrote.

mod panicking;

pub use panicking::panic_on_a_key;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::fs;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};
use vt100::{Color, MouseProtocolMode, Parser};

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// How many looks in a row must find nothing new for a program to be at rest.
const STILL: u32 = 15;

/// What to start.
pub struct Setup {
    command: CommandBuilder,
    size: PtySize,
    home: tempfile::TempDir,
}

impl Setup {
    /// The program, with a home of its own, in a terminal of this size.
    pub fn new(size: (u16, u16)) -> Self {
        Self::of(
            CommandBuilder::new(env!("CARGO_BIN_EXE_fog-of-peace")),
            size,
        )
    }

    /// The program of [`panic_on_a_key`].
    pub fn panicking() -> Self {
        let mut command = CommandBuilder::new(std::env::current_exe().expect("it runs"));
        command.args([
            "a_screen_that_panics",
            "--exact",
            "--ignored",
            "--nocapture",
        ]);
        Self::of(command, (80, 24))
    }

    fn of(mut command: CommandBuilder, (cols, rows): (u16, u16)) -> Self {
        let home = tempfile::tempdir().expect("a folder can be made");
        command.env("TERM", "xterm-256color");
        command.env("HOME", home.path());
        command.env("XDG_CONFIG_HOME", home.path());
        command.env("XDG_DATA_HOME", home.path());
        command.env_remove("NO_COLOR");
        command.env("LC_ALL", "C.UTF-8");
        command.cwd(home.path());
        let size = PtySize {
            rows,
            cols,
            pixel_width: 0,
            pixel_height: 0,
        };
        Self {
            command,
            size,
            home,
        }
    }

    /// With a variable set.
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// With an argument.
    pub fn arg(mut self, arg: &str) -> Self {
        self.command.arg(arg);
        self
    }

    /// Writes a file of the player's.
    pub fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("it can be made");
        fs::write(path, text).expect("it can be written");
    }

    /// Reads a file of the player's.
    pub fn config(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_default()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join("fog-of-peace").join(name)
    }

    /// Starts it.
    pub fn start(self) -> Pty {
        let pair = native_pty_system()
            .openpty(self.size)
            .expect("a terminal can be had");
        let before = modes(&*pair.master);
        let child = pair
            .slave
            .spawn_command(self.command.clone())
            .expect("it starts");
        drop(pair.slave);
        let mut from = pair.master.try_clone_reader().expect("it can be read");
        let writer = pair.master.take_writer().expect("it can be written to");
        let screen = Screen {
            parser: Parser::new(self.size.rows, self.size.cols, 0),
            written: 0,
            hung_up: false,
            read_out: false,
        };
        let screen = Arc::new(Mutex::new(screen));
        let shown = Arc::clone(&screen);
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(n @ 1..) = from.read(&mut bytes) {
                let mut screen = shown.lock().expect("no test panics while it holds it");
                screen.parser.process(&bytes[..n]);
                screen.written += n;
                if screen.hung_up {
                    break;
                }
            }
            // No program holds the other end any more.
            shown
                .lock()
                .expect("no test panics while it holds it")
                .read_out = true;
        });
        Pty {
            master: Some(pair.master),
            child,
            writer: Some(writer),
            screen,
            before,
            setup: self,
        }
    }
}

struct Screen {
    parser: Parser,
    written: usize,
    hung_up: bool,
    read_out: bool,
}

/// The program at work.
pub struct Pty {
    /// How it was started.
    pub setup: Setup,
    master: Option<Box<dyn MasterPty + Send>>,
    child: Box<dyn Child + Send + Sync>,
    writer: Option<Box<dyn Write + Send>>,
    screen: Arc<Mutex<Screen>>,
    before: String,
}

impl Pty {
    /// Types.
    pub fn send(&mut self, keys: &str) {
        let writer = self.writer.as_mut().expect("it has not hung up");
        writer.write_all(keys.as_bytes()).expect("it takes keys");
        writer.flush().expect("it takes keys");
    }

    /// Sends a signal.
    pub fn kill(&self, signal: &str) {
        let id = self.id().to_string();
        let sent = Command::new("kill").args(["-s", signal, &id]).status();
        assert!(
            sent.is_ok_and(|status| status.success()),
            "SIG{signal} cannot be sent"
        );
    }

    /// Changes the size.
    pub fn resize(&mut self, (cols, rows): (u16, u16)) {
        self.screen().parser.screen_mut().set_size(rows, cols);
        let size = PtySize {
            rows,
            cols,
            pixel_width: 0,
            pixel_height: 0,
        };
        self.master
            .as_ref()
            .expect("it has not hung up")
            .resize(size)
            .expect("it can be resized");
    }

    /// Waits until this is on the screen.
    pub fn until(&self, text: &str) {
        let shown = wait(|| self.contents().contains(text));
        assert!(shown, "no `{text}` on the screen:\n{}", self.contents());
    }

    /// Waits until the program is stopped.
    pub fn until_stopped(&self) {
        assert!(
            wait(|| self.status("State").contains('T')),
            "not stopped: {}",
            self.status("State")
        );
    }

    /// Waits until nothing more is written and nobody wakes: for a while, since on a busy
    /// machine a thread may be late.
    pub fn rest(&self) {
        let (mut last, mut still) = ((0, 0), 0);
        wait(|| {
            let now = (self.written(), self.wakeups());
            let same = std::mem::replace(&mut last, now) == now;
            still = if same { still + 1 } else { 0 };
            still == STILL
        });
    }

    /// Waits for the end and the last byte before it, and tells how it came.
    pub fn end(&mut self) -> String {
        let mut status = None;
        wait(|| {
            status = self.child.try_wait().expect("it can be waited for");
            status.is_some()
        });
        let status = status.unwrap_or_else(|| panic!("it goes on:\n{}", self.contents()));
        // Its last words may still be on their way.
        wait(|| self.screen().read_out);
        match status.signal() {
            Some(signal) => format!("signal {signal}"),
            None => format!("code {}", status.exit_code()),
        }
    }

    /// Closes the terminal; whether the program ended within two seconds.
    pub fn hang_up(&mut self) -> bool {
        // The reader holds the terminal open too, until it has something to read.
        self.screen().hung_up = true;
        self.send("?");
        drop(self.writer.take());
        drop(self.master.take());
        let end = Instant::now() + Duration::from_secs(2);
        while Instant::now() < end {
            if self.child.try_wait().is_ok_and(|status| status.is_some()) {
                return true;
            }
            thread::sleep(Duration::from_millis(20));
        }
        false
    }

    /// Whether the program holds the terminal.
    pub fn is_taken(&self) -> bool {
        wait(|| {
            let screen = self.screen();
            screen.parser.screen().alternate_screen() && screen.parser.screen().hide_cursor()
        })
    }

    /// Whether the terminal is as it was before the program.
    pub fn is_as_before(&self) -> bool {
        wait(|| {
            let screen = self.screen();
            let screen = screen.parser.screen();
            !screen.alternate_screen()
                && !screen.hide_cursor()
                && !screen.bracketed_paste()
                && screen.mouse_protocol_mode() == MouseProtocolMode::None
                && modes(&**self.master.as_ref().expect("it has not hung up")) == self.before
        })
    }

    /// The modes, for a test that fails.
    pub fn state(&self) -> String {
        let screen = self.screen();
        let screen = screen.parser.screen();
        format!(
            "alternate screen {}, cursor hidden {}, mouse {:?}\nbefore {}\nnow    {}",
            screen.alternate_screen(),
            screen.hide_cursor(),
            screen.mouse_protocol_mode(),
            self.before,
            modes(&**self.master.as_ref().expect("it has not hung up"))
        )
    }

    /// Whether the mouse is listened to.
    pub fn has_mouse(&self) -> bool {
        self.screen().parser.screen().mouse_protocol_mode() != MouseProtocolMode::None
    }

    /// Whether any cell has a colour.
    pub fn has_colour(&self) -> bool {
        let screen = self.screen();
        let screen = screen.parser.screen();
        let (rows, columns) = screen.size();
        let mut cells = (0..rows).flat_map(|y| (0..columns).map(move |x| (y, x)));
        cells.any(|(y, x)| {
            let cell = screen.cell(y, x);
            cell.is_some_and(|c| (c.fgcolor(), c.bgcolor()) != (Color::Default, Color::Default))
        })
    }

    /// The text on the screen.
    pub fn contents(&self) -> String {
        self.screen().parser.screen().contents()
    }

    /// Empties the screen that shows it, as another program would.
    pub fn forget(&self) {
        self.screen().parser.process(b"\x1b[2J");
    }

    /// Bytes written so far.
    pub fn written(&self) -> usize {
        self.screen().written
    }

    /// How often any of its threads has woken so far.
    pub fn wakeups(&self) -> u64 {
        let Ok(tasks) = fs::read_dir(format!("/proc/{}/task", self.id())) else {
            return 0;
        };
        let switches = tasks.flatten().map(|task| {
            let status = fs::read_to_string(task.path().join("status")).unwrap_or_default();
            let line = status
                .lines()
                .find(|line| line.starts_with("voluntary_ctxt_switches"));
            line.and_then(|line| line.split_whitespace().last()?.parse::<u64>().ok())
                .unwrap_or(0)
        });
        switches.sum()
    }

    fn status(&self, field: &str) -> String {
        let status = fs::read_to_string(format!("/proc/{}/status", self.id())).unwrap_or_default();
        status
            .lines()
            .find(|line| line.starts_with(field))
            .unwrap_or_default()
            .to_owned()
    }

    fn id(&self) -> u32 {
        self.child.process_id().expect("it was started")
    }

    fn screen(&self) -> std::sync::MutexGuard<'_, Screen> {
        self.screen
            .lock()
            .expect("no test panics while it holds it")
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        // It may have ended long ago.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Whether this comes true while one is patient.
fn wait(mut is: impl FnMut() -> bool) -> bool {
    let end = Instant::now() + PATIENCE;
    while Instant::now() < end {
        if is() {
            return true;
        }
        thread::sleep(Duration::from_millis(30));
    }
    false
}

/// The modes of the line discipline, as text to be compared.
fn modes(master: &dyn MasterPty) -> String {
    master.get_termios().map_or_else(String::new, |t| {
        format!(
            "{:?} {:?} {:?}",
            t.input_flags, t.output_flags, t.local_flags
        )
    })
}
