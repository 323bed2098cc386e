//! RON text into tokens, each with its place.

use super::fault::Faults;
use super::place::{FileId, Place};
use std::borrow::Cow;

/// A token of RON.
#[derive(Clone, Debug, PartialEq)]
pub enum Token<'a> {
    /// `(`, `[` or `{`.
    Open(u8),
    /// `)`, `]` or `}`.
    Close(u8),
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// An identifier.
    Name(&'a str),
    /// Something that begins like a number, as written.
    Number(&'a str),
    /// A quoted text, unescaped.
    Text(Cow<'a, str>),
    /// Something that is no token and has been reported.
    Bad,
    /// The end of the file.
    End,
}

impl Token<'_> {
    /// What to call it in a message.
    pub fn describe(&self) -> String {
        match self {
            Self::Open(b) | Self::Close(b) => format!("`{}`", *b as char),
            Self::Comma => "`,`".into(),
            Self::Colon => "`:`".into(),
            Self::Name(name) | Self::Number(name) => format!("`{name}`"),
            Self::Text(_) => "a text".into(),
            Self::Bad => "something unreadable".into(),
            Self::End => "the end of the file".into(),
        }
    }
}

/// Reads one token after the other.
pub struct Lexer<'a> {
    text: &'a str,
    file: FileId,
    at: usize,
    /// The end came inside a text or a comment, which has been reported.
    pub cut: bool,
}

impl<'a> Lexer<'a> {
    /// Starts at the beginning, past the line that enables extensions if there is one.
    pub fn new(text: &'a str, file: FileId) -> Self {
        let mut lexer = Self {
            text,
            file,
            at: 0,
            cut: false,
        };
        lexer.skip_space(&mut Faults::default());
        if text[lexer.at..].starts_with("#!") {
            lexer.at = text[lexer.at..]
                .find(']')
                .map_or(text.len(), |end| lexer.at + end + 1);
        } else {
            lexer.at = 0;
        }
        lexer
    }

    /// The next token and its place. What is no token is reported, once for each run of it.
    pub fn next(&mut self, faults: &mut Faults) -> (Token<'a>, Place) {
        self.skip_space(faults);
        let start = self.at;
        let token = match self.rest().bytes().next() {
            None => Token::End,
            Some(b @ (b'(' | b'[' | b'{')) => self.one(Token::Open(b)),
            Some(b @ (b')' | b']' | b'}')) => self.one(Token::Close(b)),
            Some(b',') => self.one(Token::Comma),
            Some(b':') => self.one(Token::Colon),
            Some(b'"') => self.quoted(faults),
            Some(b'r') if self.raw_hashes().is_some() => self.raw(faults),
            Some(b'0'..=b'9' | b'+' | b'-' | b'.') => {
                Token::Number(self.run(|c| c.is_ascii_alphanumeric() || "+-._".contains(c)))
            }
            Some(b'_' | b'a'..=b'z' | b'A'..=b'Z') => {
                Token::Name(self.run(|c| c.is_alphanumeric() || c == '_'))
            }
            Some(_) => self.bad(faults),
        };
        (token, self.place(start))
    }

    /// Whether the next token is a colon: what tells a field from a value.
    pub fn colon_follows(&self) -> bool {
        let mut ahead = Self { ..*self };
        ahead.skip_space(&mut Faults::default());
        ahead.rest().starts_with(':')
    }

    /// What is written there.
    pub fn between(&self, place: Place) -> &'a str {
        &self.text[place.start as usize..place.end as usize]
    }

    /// How many bytes the last character of what is written there takes.
    pub fn width_of_end(&self, place: Place) -> u32 {
        let last = self.between(place).chars().next_back();
        last.map_or(0, char::len_utf8) as u32
    }

    /// Reads no further.
    pub fn cut_off(&mut self) {
        self.at = self.text.len();
        self.cut = true;
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn place(&self, start: usize) -> Place {
        Place {
            file: self.file,
            start: start as u32,
            end: self.at as u32,
        }
    }

    fn one(&mut self, token: Token<'a>) -> Token<'a> {
        self.at += 1;
        token
    }

    fn run(&mut self, belongs: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let len = rest.find(|c| !belongs(c)).unwrap_or(rest.len());
        self.at += len;
        &rest[..len]
    }

    fn skip_space(&mut self, faults: &mut Faults) {
        loop {
            self.run(char::is_whitespace);
            if self.rest().starts_with("//") {
                self.run(|c| c != '\n');
            } else if self.rest().starts_with("/*") {
                self.block_comment(faults);
            } else {
                return;
            }
        }
    }

    /// Block comments nest; a counter, not recursion, follows them.
    fn block_comment(&mut self, faults: &mut Faults) {
        let start = self.at;
        let mut depth = 0_usize;
        loop {
            let rest = self.rest();
            if rest.starts_with("/*") {
                depth += 1;
                self.at += 2;
            } else if rest.starts_with("*/") {
                depth -= 1;
                self.at += 2;
                if depth == 0 {
                    return;
                }
            } else if let Some(c) = rest.chars().next() {
                self.at += c.len_utf8();
            } else {
                let opening = Place {
                    end: start as u32 + 2,
                    ..self.place(start)
                };
                self.cut = true;
                faults
                    .error(opening, "this comment is not closed")
                    .help("close it with `*/`");
                return;
            }
        }
    }

    fn quoted(&mut self, faults: &mut Faults) -> Token<'a> {
        let start = self.at;
        self.at += 1;
        let plain = self.run(|c| c != '"' && c != '\\');
        let mut text = Cow::Borrowed(plain);
        loop {
            match self.rest().bytes().next() {
                Some(b'"') => {
                    self.at += 1;
                    return Token::Text(text);
                }
                Some(b'\\') => text.to_mut().extend(self.escape(faults)),
                Some(_) => {
                    let more = self.run(|c| c != '"' && c != '\\');
                    text.to_mut().push_str(more);
                }
                None => return self.unclosed_text(start, 1, "`\"`", faults),
            }
        }
    }

    fn unclosed_text(
        &mut self,
        start: usize,
        len: u32,
        close: &str,
        faults: &mut Faults,
    ) -> Token<'a> {
        let opening = Place {
            end: start as u32 + len,
            ..self.place(start)
        };
        self.cut = true;
        faults
            .error(opening, "this text is not closed")
            .help(format!(
                "close it with {close}; the rest of the file could not be read"
            ));
        Token::End
    }

    /// A backslash and what it stands for.
    fn escape(&mut self, faults: &mut Faults) -> Option<char> {
        let start = self.at;
        self.at += 1;
        let letter = self.rest().chars().next()?;
        self.at += letter.len_utf8();
        let character = match letter {
            'n' => Some('\n'),
            'r' => Some('\r'),
            't' => Some('\t'),
            '0' => Some('\0'),
            '"' | '\'' | '\\' => Some(letter),
            'x' => {
                let digits = self.rest().get(..2).unwrap_or("");
                self.at += digits.len();
                hex(digits)
            }
            'u' if self.rest().starts_with('{') => {
                let digits = self.rest()[1..]
                    .split('}')
                    .next()
                    .filter(|d| (1..=6).contains(&d.len()));
                self.at += digits
                    .map_or(0, |digits| digits.len() + 2)
                    .min(self.rest().len());
                digits.and_then(hex)
            }
            _ => None,
        };
        if character.is_none() {
            faults.error(self.place(start), "this escape means nothing").help(
                r#"known are \n \r \t \0 \" \' \\ \x41 \u{2014}; write a backslash itself as \\"#,
            );
        }
        character
    }

    /// How many `#` open a raw text here, if one begins here.
    fn raw_hashes(&self) -> Option<usize> {
        let after = self.rest().strip_prefix('r')?;
        let hashes = after.bytes().take_while(|b| *b == b'#').count();
        after[hashes..].starts_with('"').then_some(hashes)
    }

    fn raw(&mut self, faults: &mut Faults) -> Token<'a> {
        let start = self.at;
        let hashes = self.raw_hashes().unwrap_or(0);
        self.at += 2 + hashes;
        let close = format!("\"{}", "#".repeat(hashes));
        let rest = self.rest();
        if let Some(len) = rest.find(&close) {
            self.at += len + close.len();
            return Token::Text(Cow::Borrowed(&rest[..len]));
        }
        self.at = self.text.len();
        self.unclosed_text(start, 2 + hashes as u32, &format!("`{close}`"), faults)
    }

    fn bad(&mut self, faults: &mut Faults) -> Token<'a> {
        let start = self.at;
        let starts_token = |c: char| {
            c.is_ascii_alphanumeric() || c.is_whitespace() || "()[]{},:\"_+-./".contains(c)
        };
        if self.run(|c| !starts_token(c)).is_empty() {
            self.at += self.rest().chars().next().map_or(0, char::len_utf8);
        }
        faults.error(self.place(start), "this belongs to nothing here");
        Token::Bad
    }
}

fn hex(digits: &str) -> Option<char> {
    u32::from_str_radix(digits, 16)
        .ok()
        .and_then(char::from_u32)
}
