//! A program at the other end of three pipes. Whatever it does or leaves undone, nobody waits
//! for it longer than they said they would.
//!
//! One loop serves all three pipes at once, none of which blocks, so that a program that does
//! not read, or that fills one pipe while another is awaited, holds nothing up. It is started
//! in a process group of its own, and in the end it is killed, and that group as a whole. What
//! it has started that has left the group lives on; so does all of it if its owner is killed
//! outright.

use super::command::CommandLine;
use super::lines::{Lines, Said};
use super::tail::Tail;
use crate::negotiator::Stop;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::ioctl_fionbio;
use rustix::process::{
    Pid, Signal, WaitId, WaitIdOptions, WaitIdStatus, kill_process, kill_process_group, waitid,
};
use std::io::{self, Read, Write};
use std::os::fd::AsFd;
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How often one who waits looks up.
const SLICE: Duration = Duration::from_millis(20);
/// How long a program may take to end once it is asked to.
pub const GRACE: Duration = Duration::from_millis(500);

/// What came of listening.
#[derive(Debug, PartialEq, Eq)]
pub enum Heard {
    /// It said something.
    Said(Said),
    /// Nothing, in the time that was given.
    Silence,
    /// The wait was broken off.
    Stopped,
    /// Nothing more will come, for this reason.
    Gone(String),
}

/// All programs that run and are not reaped, for [`kill_all`].
static RUNNING: Mutex<Vec<Pid>> = Mutex::new(Vec::new());

/// Kills every program that runs, each with its group: for a process that is about to be ended
/// by a signal, and drops nothing.
pub fn kill_all() {
    running().drain(..).for_each(kill);
}

fn running() -> MutexGuard<'static, Vec<Pid>> {
    // A list of numbers is whole at every moment, whoever panicked meanwhile.
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Kills a program that is not reaped yet, so that its number is still its own and that of the
/// group it was started in. It may have gone over to another group, where killing this one does
/// not reach it. Those who have ended already need no killing.
fn kill(pid: Pid) {
    let _ = kill_process_group(pid, Signal::KILL);
    let _ = kill_process(pid, Signal::KILL);
}

/// A running program.
pub struct Process {
    child: Child,
    pid: Pid,
    input: Option<ChildStdin>,
    output: Option<ChildStdout>,
    errors: Option<ChildStderr>,
    unsent: Vec<u8>,
    lines: Lines,
    tail: Tail,
}

impl Process {
    /// Starts a program; what it writes to its standard error goes to `tail`.
    pub fn start(line: &CommandLine, tail: Tail) -> io::Result<Self> {
        let mut child = line
            .command()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .process_group(0)
            .spawn()?;
        let pid = Pid::from_child(&child);
        running().push(pid);
        let (input, output, errors) =
            (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let process = Self {
            pid,
            child,
            input,
            output,
            errors,
            unsent: Vec::new(),
            lines: Lines::default(),
            tail,
        };
        let pipes = [
            process.input.as_ref().map(AsFd::as_fd),
            process.output.as_ref().map(AsFd::as_fd),
            process.errors.as_ref().map(AsFd::as_fd),
        ];
        for pipe in pipes.into_iter().flatten() {
            ioctl_fionbio(pipe, true)?;
        }
        Ok(process)
    }

    /// Says a line, or the part of it that the pipe has room for; the rest goes while it is
    /// listened to.
    pub fn say(&mut self, line: &str) {
        if self.input.is_some() {
            self.unsent.extend_from_slice(line.as_bytes());
            self.send();
        }
    }

    /// Listens for one line.
    pub fn hear(&mut self, until: Instant, stop: &Stop) -> Heard {
        let mut ended = false;
        loop {
            // First, so that one who never falls silent is late as well.
            let now = Instant::now();
            if now >= until {
                return Heard::Silence;
            }
            if let Some(said) = self.lines.take() {
                return Heard::Said(said);
            }
            if stop.given() {
                return Heard::Stopped;
            }
            if self.output.is_none() || ended {
                return match self.lines.rest() {
                    Some(said) => Heard::Said(said),
                    None => Heard::Gone(self.farewell()),
                };
            }
            // Who forks leaves its pipe open to others: it is gone when it has ended itself,
            // and what it wrote before has been read.
            ended = !self.pump(SLICE.min(until - now)) && self.status().is_some();
        }
    }

    /// The last lines of its standard error.
    pub fn last(&self) -> Vec<String> {
        self.tail.last()
    }

    /// How it ended, if it has. It is not reaped, so that its group keeps its number.
    pub fn status(&self) -> Option<WaitIdStatus> {
        let look = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
        waitid(WaitId::Pid(self.pid), look).ok().flatten()
    }

    /// Asks it to end with these words, and says how long that took, if it did in time.
    pub fn quit(&mut self, words: &str) -> Option<Duration> {
        let asked = Instant::now();
        self.say(words);
        let took = loop {
            if self.unsent.is_empty() {
                self.input = None;
            }
            if self.status().is_some() {
                break Some(asked.elapsed());
            }
            if asked.elapsed() >= GRACE {
                break None;
            }
            self.pump(Duration::from_millis(5));
            while self.lines.take().is_some() {}
        };
        self.last_words(asked + GRACE);
        took
    }

    /// Reads what it has yet to say to its log, waiting no longer than until then for its end.
    fn last_words(&mut self, until: Instant) {
        while Instant::now() < until && (self.errors.is_some() || self.status().is_none()) {
            if !self.pump(Duration::from_millis(10)) && self.status().is_some() {
                break;
            }
            while self.lines.take().is_some() {}
        }
        self.tail.end();
    }

    /// Why nothing more will come, once its last words have been read.
    fn farewell(&mut self) -> String {
        self.last_words(Instant::now() + Duration::from_millis(200));
        match self.status() {
            None => "it closed its standard output".to_owned(),
            Some(status) => match (status.exit_status(), status.terminating_signal()) {
                (Some(code), _) => format!("it ended with exit code {code}"),
                (_, Some(signal)) => format!("it was ended by signal {signal}"),
                _ => "it ended".to_owned(),
            },
        }
    }

    /// Sends and reads what can be, waiting at most so long for the first; whether anything
    /// was read.
    fn pump(&mut self, wait: Duration) -> bool {
        let mut pipes = Vec::with_capacity(3);
        let sends = (!self.unsent.is_empty()).then_some(&self.input);
        pipes.extend(
            sends
                .and_then(Option::as_ref)
                .map(|pipe| PollFd::new(pipe, PollFlags::OUT)),
        );
        pipes.extend(
            self.output
                .as_ref()
                .map(|pipe| PollFd::new(pipe, PollFlags::IN)),
        );
        pipes.extend(
            self.errors
                .as_ref()
                .map(|pipe| PollFd::new(pipe, PollFlags::IN)),
        );
        let wait = Timespec {
            tv_sec: wait.as_secs() as i64,
            tv_nsec: i64::from(wait.subsec_nanos()),
        };
        // An interrupted wait is one that was too short.
        let _ = poll(&mut pipes, Some(&wait));
        self.send();
        let mut bytes = [0; 8192];
        let mut heard = false;
        if let Some(read) = piece(&mut self.output, &mut bytes) {
            self.lines.feed(read);
            heard = true;
        }
        if let Some(read) = piece(&mut self.errors, &mut bytes) {
            self.tail.feed(read);
            heard = true;
        }
        heard
    }

    fn send(&mut self) {
        let Some(input) = &mut self.input else { return };
        while !self.unsent.is_empty() {
            match input.write(&self.unsent) {
                Ok(sent) => drop(self.unsent.drain(..sent)),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return,
                Err(_) => {
                    // It reads no more. Whether that matters shows when it is listened to.
                    self.unsent.clear();
                    self.input = None;
                    return;
                }
            }
        }
    }
}

/// What can be read at once, if anything; a pipe at its end is closed.
fn piece<'b, R: Read>(pipe: &mut Option<R>, bytes: &'b mut [u8]) -> Option<&'b [u8]> {
    match pipe.as_mut()?.read(bytes) {
        Ok(0) => {
            *pipe = None;
            None
        }
        Ok(read) => Some(&bytes[..read]),
        Err(error) => {
            let kind = error.kind();
            if !matches!(kind, io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted) {
                *pipe = None;
            }
            None
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        kill(self.pid);
        running().retain(|pid| *pid != self.pid);
        let _ = self.child.wait();
    }
}
