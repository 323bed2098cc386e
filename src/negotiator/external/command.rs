//! A command line that starts a negotiator.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

/// A command line, split into words as a shell splits them, with its quotes and backslashes,
/// but run without one: no variable, wildcard, pipe or `~` means anything. Whoever wants a
/// shell asks for one: `sh -c '...'`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CommandLine {
    line: Arc<str>,
    words: Arc<[String]>,
}

/// Why a line starts nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommandError {
    /// A quote is not closed.
    #[error("the command line `{0}` has a quote that is not closed")]
    Quote(String),
    /// There is nothing on it.
    #[error("there is no command after `cmd:`; write for example cmd:'python3 bot.py'")]
    Empty,
    /// The program is not there.
    #[error("no program `{0}` is there to be started; give its path, or put it on the PATH")]
    Missing(String),
}

impl CommandLine {
    /// Reads a command line.
    ///
    /// # Errors
    /// If there is nothing on it, or a quote is not closed.
    pub fn read(line: &str) -> Result<Self, CommandError> {
        let words = shell_words::split(line).map_err(|_| CommandError::Quote(line.to_owned()))?;
        if words.first().is_none_or(String::is_empty) {
            return Err(CommandError::Empty);
        }
        Ok(Self {
            line: line.trim().into(),
            words: words.into(),
        })
    }

    /// Looks whether there is such a program, without starting it.
    ///
    /// # Errors
    /// If there is none.
    pub fn look(&self) -> Result<(), CommandError> {
        let program = Path::new(&self.words[0]);
        let there = if program.components().count() > 1 {
            program.is_file()
        } else {
            let path = std::env::var_os("PATH").unwrap_or_default();
            let mut places =
                std::env::split_paths(&path).map(|folder: PathBuf| folder.join(program));
            places.any(|place| place.is_file())
        };
        let missing = || CommandError::Missing(self.words[0].clone());
        there.then_some(()).ok_or_else(missing)
    }

    /// What starts it.
    pub fn command(&self) -> Command {
        let mut command = Command::new(&self.words[0]);
        command.args(&self.words[1..]);
        command
    }
}

impl fmt::Display for CommandLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_split_as_a_shell_splits_it() {
        let line = CommandLine::read(r#" python3 'my bot.py' --name "a b" c\ d $HOME "#);
        let words = line.expect("its quotes are closed").words;
        let expected = ["python3", "my bot.py", "--name", "a b", "c d", "$HOME"];
        assert_eq!(*words, expected);
    }

    #[test]
    fn what_starts_nothing_is_told() {
        assert_eq!(CommandLine::read("  "), Err(CommandError::Empty));
        assert_eq!(CommandLine::read("''"), Err(CommandError::Empty));
        let open = CommandLine::read("python3 'bot.py");
        assert!(matches!(open, Err(CommandError::Quote(_))));
        let look = |line: &str| CommandLine::read(line).expect("it has words").look();
        assert_eq!(look("sh -c true"), Ok(()));
        for nowhere in ["no-such-program-anywhere", "./no/such", "/"] {
            assert!(matches!(look(nowhere), Err(CommandError::Missing(_))));
        }
    }
}
