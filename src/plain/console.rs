//! Lines in and lines out: nothing that a screen reader or a pipe could not follow.

use super::wrap::wrap;
use crate::language::ascii::{tame, to_ascii};
use std::io::{self, BufRead, Write};

/// The longest line that is read; the rest of it is dropped.
const LONGEST: u64 = 4096;

/// Lines that push everything off a screen.
const SCREEN: usize = 100;
/// Has a terminal forget what has scrolled off its screen (xterm's "erase saved lines"); it
/// moves no cursor and draws nothing.
const FORGET: &str = "\x1b[3J";

/// Why the dialogue ends before the game does.
#[derive(Debug)]
pub enum Leave {
    /// The player asked for it.
    Quit,
    /// There is no more input.
    End,
    /// Input or output failed.
    Io(io::Error),
}

impl From<io::Error> for Leave {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// What a step of the dialogue gives, unless the player leaves.
pub type Step<T> = Result<T, Leave>;

/// Both ends of the dialogue.
pub struct Console<R, W> {
    input: R,
    output: W,
    manner: Manner,
}

/// How a dialogue is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manner {
    /// The width of a line, in columns.
    pub width: usize,
    /// Repeats what is read, so that a transcript of a piped game shows both parts.
    pub echo: bool,
    /// Writes ASCII alone.
    pub ascii: bool,
    /// Has a terminal forget what has scrolled away when the keyboard changes hands.
    pub forgets: bool,
}

impl<R: BufRead, W: Write> Console<R, W> {
    /// A dialogue between these two.
    pub const fn new(input: R, output: W, manner: Manner) -> Self {
        Self {
            input,
            output,
            manner,
        }
    }

    /// Says something, in as many lines as it takes.
    pub fn say(&mut self, text: &str) -> Step<()> {
        self.lines(text, 0)
    }

    /// Says one item of a list; its further lines are indented.
    pub fn item(&mut self, text: &str) -> Step<()> {
        self.lines(text, 3)
    }

    /// Leaves a line empty.
    pub fn gap(&mut self) -> Step<()> {
        Ok(writeln!(self.output)?)
    }

    /// Puts everything that was said out of sight.
    pub fn hide(&mut self) -> Step<()> {
        write!(self.output, "{}", "\n".repeat(SCREEN))?;
        if self.manner.forgets {
            write!(self.output, "{FORGET}")?;
        }
        Ok(())
    }

    /// Shows the prompt and reads a line, without what surrounds it.
    pub fn ask(&mut self, prompt: &str) -> Step<String> {
        write!(self.output, "{prompt} ")?;
        self.output.flush()?;
        let line = self.read();
        if !matches!(line, Ok(Some(_))) {
            // Whatever comes next begins on a line of its own.
            writeln!(self.output)?;
        }
        let line = line?.ok_or(Leave::End)?;
        if self.manner.echo {
            writeln!(self.output, "{line}")?;
        }
        Ok(line)
    }

    /// Sends out what was said.
    pub fn flush(&mut self) -> Step<()> {
        Ok(self.output.flush()?)
    }

    fn lines(&mut self, text: &str, hang: usize) -> Step<()> {
        let text = tame(text);
        let text = if self.manner.ascii {
            to_ascii(&text)
        } else {
            text
        };
        for line in wrap(&text, self.manner.width, hang) {
            writeln!(self.output, "{line}")?;
        }
        Ok(())
    }

    fn read(&mut self) -> io::Result<Option<String>> {
        let mut line = Vec::new();
        let read = io::Read::take(&mut self.input, LONGEST).read_until(b'\n', &mut line)?;
        if read == 0 {
            return Ok(None);
        }
        if read as u64 == LONGEST && line.last() != Some(&b'\n') {
            self.input.skip_until(b'\n')?;
        }
        let text = String::from_utf8_lossy(&line);
        // What could move a cursor is never echoed.
        Ok(Some(
            text.trim().chars().filter(|c| !c.is_control()).collect(),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(input: &[u8]) -> (Vec<String>, String) {
        let mut output = Vec::new();
        let manner = Manner {
            width: 20,
            echo: true,
            ascii: false,
            forgets: false,
        };
        let mut console = Console::new(input, &mut output, manner);
        let mut lines = Vec::new();
        while let Ok(line) = console.ask(">") {
            lines.push(line);
        }
        (
            lines,
            String::from_utf8(output).expect("only text is written"),
        )
    }

    #[test]
    fn what_is_read_is_echoed_without_control_characters() {
        let (lines, output) = heard(b" one\x1b[2J \r\ntwo");
        assert_eq!(lines, ["one[2J", "two"]);
        assert_eq!(output, "> one[2J\n> two\n> \n");
    }

    #[test]
    fn a_line_without_end_is_cut_and_a_line_that_is_no_text_is_still_a_line() {
        let mut input = vec![b'x'; 3 * LONGEST as usize];
        input.extend(b"\n\xff\xfe\n");
        let (lines, _) = heard(&input);
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0].len(), LONGEST as usize);
    }
}
