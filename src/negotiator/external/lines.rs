//! Lines out of what a pipe brings in pieces, none longer than a fair message.

/// The longest line that is taken, in bytes.
const MAX_LINE: usize = 1 << 16;

/// A line, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// A line without its end.
    Line(String),
    /// One that was too long; the rest of it is passed over.
    TooLong,
    /// One that is not UTF-8, as it came.
    NotText(Vec<u8>),
}

/// What has come in and is not yet a line.
#[derive(Debug, Default)]
pub struct Lines {
    bytes: Vec<u8>,
    /// Passing over the rest of a line that was too long.
    skips: bool,
}

impl Lines {
    /// Takes in what was read.
    pub fn feed(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// The next whole line.
    pub fn take(&mut self) -> Option<Said> {
        while let Some(end) = self.bytes.iter().position(|byte| *byte == b'\n') {
            let rest = self.bytes.split_off(end + 1);
            let mut line = std::mem::replace(&mut self.bytes, rest);
            if std::mem::take(&mut self.skips) {
                continue;
            }
            line.pop();
            if line.last() == Some(&b'\r') {
                line.pop();
            }
            if line.len() > MAX_LINE {
                return Some(Said::TooLong);
            }
            let text = String::from_utf8(line);
            return Some(text.map_or_else(|no| Said::NotText(no.into_bytes()), Said::Line));
        }
        if self.bytes.len() > MAX_LINE {
            self.bytes.clear();
            return (!std::mem::replace(&mut self.skips, true)).then_some(Said::TooLong);
        }
        None
    }

    /// What was left when the pipe closed.
    pub fn rest(&mut self) -> Option<Said> {
        if self.bytes.is_empty() {
            return None;
        }
        self.feed(b"\n");
        self.take()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(lines: &mut Lines) -> Vec<Said> {
        std::iter::from_fn(|| lines.take()).collect()
    }

    #[test]
    fn lines_come_out_whole_however_they_came_in() {
        let mut lines = Lines::default();
        for byte in b"one\r\ntwo\n\nthr" {
            lines.feed(&[*byte]);
        }
        let line = |text: &str| Said::Line(text.to_owned());
        assert_eq!(all(&mut lines), [line("one"), line("two"), line("")]);
        lines.feed(b"ee");
        assert_eq!(all(&mut lines), []);
        assert_eq!(lines.rest(), Some(line("three")));
        assert_eq!(lines.rest(), None);
    }

    #[test]
    fn a_line_without_end_is_told_once_and_holds_no_memory() {
        let mut lines = Lines::default();
        let mut told = 0;
        for _ in 0..1000 {
            lines.feed(&[b'x'; 4096]);
            told += all(&mut lines).len();
            assert!(lines.bytes.len() <= MAX_LINE + 4096);
        }
        assert_eq!(told, 1);
        lines.feed(b"\nnext\n\xff\xfe\n");
        assert_eq!(
            all(&mut lines),
            [
                Said::Line("next".to_owned()),
                Said::NotText(b"\xff\xfe".to_vec())
            ]
        );
    }
}
