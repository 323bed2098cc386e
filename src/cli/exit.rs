//! How a command ends: the exit codes, and what is said when it fails.

use crate::scenario::LoadError;
use std::io;
use std::process::ExitCode;

/// The exit codes that scripts may rely on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// What was asked for failed: a scenario with faults, a save that does not verify.
    Failed = 1,
    /// The command line makes no sense.
    Usage = 2,
    /// A file is unreadable or damaged.
    Unreadable = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a command failed.
#[derive(Debug)]
pub struct Failure {
    exit: Exit,
    message: String,
}

/// How a command went.
pub type Outcome = Result<Exit, Failure>;

impl Failure {
    /// A failure with a message of one line or more, without a full stop at its end.
    #[allow(clippy::needless_pass_by_value)] // callers hand over errors and texts alike
    pub fn new(exit: Exit, message: impl ToString) -> Self {
        Self {
            exit,
            message: message.to_string(),
        }
    }

    /// Tells standard error and gives the code. An empty message is not told.
    pub fn report(self) -> ExitCode {
        if !self.message.is_empty() {
            // If standard error is closed there is nobody left to tell.
            let _ = io::Write::write_fmt(
                &mut io::stderr(),
                format_args!("fog-of-peace: {}\n", self.message),
            );
        }
        self.exit.into()
    }
}

/// A reader that has gone away is no failure: the command ends quietly.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self {
                exit: Exit::Done,
                message: String::new(),
            };
        }
        Self::new(Exit::Failed, format!("cannot write: {error}"))
    }
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        let exit = match &error {
            LoadError::Unknown { .. } => Exit::Unreadable,
            LoadError::Faulty { report } if report.unreadable() => Exit::Unreadable,
            LoadError::Faulty { .. } => Exit::Failed,
        };
        Self::new(exit, error)
    }
}
