//! Tokens into a tree. A syntax error spoils the item it is in, not the file:
//! reading goes on at the next item, so that one run finds them all.

use super::fault::Faults;
use super::lexer::{Lexer, Token};
use super::place::{FileId, Place};
use super::tree::{Node, Value, Word};

/// How deep values may nest. Far more than any scenario needs, far less than the stack.
pub const MAX_DEPTH: usize = 128;

/// Reads a file that holds one value.
pub fn parse<'a>(text: &'a str, file: FileId, faults: &mut Faults) -> Node<'a> {
    let mut lexer = Lexer::new(text, file);
    let (token, place) = lexer.next(faults);
    let mut parser = Parser {
        lexer,
        faults,
        token,
        place,
        last: place,
        closers: Vec::new(),
        ended: false,
        resumed: false,
    };
    let node = parser.value();
    if parser.token != Token::End && !parser.lexer.cut {
        let found = parser.token.describe();
        parser
            .faults
            .error(parser.place, format!("{found} after the end of the value"));
    }
    node
}

struct Parser<'a, 'f> {
    lexer: Lexer<'a>,
    faults: &'f mut Faults,
    /// The token to read next.
    token: Token<'a>,
    place: Place,
    /// Where the token before it was.
    last: Place,
    /// The closing brackets that are due, outermost first.
    closers: Vec<u8>,
    /// The file ended too early, which is reported once.
    ended: bool,
    /// A forgotten bracket has just been reported, so that no comma is missed.
    resumed: bool,
}

impl<'a> Parser<'a, '_> {
    fn bump(&mut self) -> Token<'a> {
        let (token, place) = self.lexer.next(self.faults);
        self.last = std::mem::replace(&mut self.place, place);
        std::mem::replace(&mut self.token, token)
    }

    fn value(&mut self) -> Node<'a> {
        let start = self.place;
        let value = match self.token {
            Token::Open(_) if self.closers.len() == MAX_DEPTH => {
                let message = format!("nested more than {MAX_DEPTH} deep");
                self.faults.error(start, message);
                self.skip();
                Value::Broken
            }
            Token::Open(b'[') => self.list(),
            Token::Open(b'{') => self.map(),
            Token::Open(_) => self.body(None),
            Token::Name(text) => self.named(Word { place: start, text }),
            Token::Number(text) => {
                self.bump();
                Value::Number(text)
            }
            Token::Text(_) => match self.bump() {
                Token::Text(text) => Value::Text(text),
                _ => Value::Broken,
            },
            Token::Bad => {
                self.bump();
                Value::Broken
            }
            _ => {
                self.unexpected("a value");
                Value::Broken
            }
        };
        Node {
            place: Place {
                end: self.last.end.max(start.start),
                ..start
            },
            value,
        }
    }

    fn named(&mut self, word: Word<'a>) -> Value<'a> {
        self.bump();
        match (word.text, &self.token) {
            ("true", _) => Value::Bool(true),
            ("false", _) => Value::Bool(false),
            (_, Token::Open(b'(')) if self.closers.len() < MAX_DEPTH => self.body(Some(word)),
            (_, Token::Open(b'(')) => {
                self.faults
                    .error(word.place, format!("nested more than {MAX_DEPTH} deep"));
                self.skip();
                Value::Broken
            }
            _ => Value::Name(word.text),
        }
    }

    fn list(&mut self) -> Value<'a> {
        let mut items = Vec::new();
        self.items(b']', |parser| {
            items.push(parser.value());
            true
        });
        Value::List(items)
    }

    fn map(&mut self) -> Value<'a> {
        let mut entries = Vec::new();
        self.items(b'}', |parser| {
            let key = parser.value();
            if parser.colon("the key") {
                entries.push((key, parser.value()));
            }
            true
        });
        Value::Map(entries)
    }

    /// What stands in round brackets: fields if a colon follows the first name.
    fn body(&mut self, name: Option<Word<'a>>) -> Value<'a> {
        let mut fields = Vec::new();
        let mut items = Vec::new();
        let mut is_struct = None;
        self.items(b')', |parser| {
            let is_field = matches!(parser.token, Token::Name(_)) && parser.lexer.colon_follows();
            match (*is_struct.get_or_insert(is_field), &parser.token) {
                (true, &Token::Name(text)) => {
                    let place = parser.place;
                    parser.bump();
                    if parser.colon("the field's name") {
                        fields.push((Word { place, text }, parser.value()));
                    }
                }
                // A block where a field was due: the bracket before it was forgotten.
                (true, Token::Open(b'(')) => return false,
                (true, _) => {
                    parser.unexpected("the name of a field");
                    parser.skip();
                }
                (false, _) => items.push(parser.value()),
            }
            true
        });
        match is_struct {
            Some(true) => Value::Struct(name, fields),
            _ => Value::Tuple(name, items),
        }
    }

    /// What is between brackets, item by item. An item that cannot be one says so, and
    /// with it the closing bracket counts as forgotten.
    fn items(&mut self, close: u8, mut item: impl FnMut(&mut Self) -> bool) {
        let opening = self.place;
        self.bump();
        self.closers.push(close);
        loop {
            match self.token {
                Token::Close(found) if found == close => {
                    self.bump();
                    break;
                }
                Token::Close(found) if !self.closers.contains(&found) => {
                    self.unexpected(&format!("`{}`", close as char));
                    self.bump();
                }
                Token::Close(_) | Token::End => {
                    self.unclosed(opening, close);
                    break;
                }
                Token::Comma => {
                    self.unexpected("an item");
                    self.bump();
                }
                _ => {
                    let before = (self.place, self.token == Token::Bad);
                    if !item(self) {
                        self.unclosed(opening, close);
                        self.resumed = true;
                        break;
                    }
                    self.separator(before);
                }
            }
        }
        self.closers.pop();
    }

    /// What comes after an item, of which the place and whether it was bad are given.
    fn separator(&mut self, (item, bad): (Place, bool)) {
        let resumed = std::mem::take(&mut self.resumed);
        match self.token {
            Token::Comma => {
                self.bump();
            }
            Token::Close(_) | Token::End | Token::Bad => {}
            Token::Open(_) | Token::Name(_) | Token::Number(_) | Token::Text(_)
                if self.place != item =>
            {
                if !bad && !resumed && !self.open_quote() {
                    let gap = Place {
                        start: self.last.end - self.lexer.width_of_end(self.last),
                        ..self.last
                    };
                    let found = self.token.describe();
                    self.faults
                        .error(gap, format!("a `,` is missing between this and {found}"));
                }
            }
            _ => {
                if self.place == item {
                    self.bump();
                } else {
                    self.unexpected("`,`");
                }
                self.skip();
            }
        }
    }

    /// Where a text of several lines ends in the middle of something, its closing quote
    /// was forgotten, and all that follows is the wrong way round: it is not read.
    fn open_quote(&mut self) -> bool {
        let text = self.lexer.between(self.last);
        if !text.starts_with('"') || !text.contains('\n') {
            return false;
        }
        let quote = Place {
            end: self.last.start + 1,
            ..self.last
        };
        self.faults
            .error(quote, "this text runs on into the next lines")
            .help("close it with `\"`; the rest of the file was not read");
        self.lexer.cut_off();
        self.bump();
        true
    }

    fn colon(&mut self, after: &str) -> bool {
        if self.token == Token::Colon {
            self.bump();
            return true;
        }
        self.unexpected(&format!("`:` after {after}"));
        self.skip();
        false
    }

    fn unexpected(&mut self, wanted: &str) {
        if self.ended || self.lexer.cut || self.token == Token::Bad {
            return;
        }
        self.ended = self.token == Token::End;
        let found = self.token.describe();
        self.faults
            .error(self.place, format!("expected {wanted}, found {found}"));
    }

    fn unclosed(&mut self, opening: Place, close: u8) {
        if !self.ended && !self.lexer.cut {
            self.ended = self.token == Token::End;
            self.faults
                .error(opening, "this bracket is not closed")
                .help(format!("close it with `{}`", close as char));
        }
    }

    /// Passes over tokens up to a comma or a closing bracket of this level. Only counts
    /// brackets, so it never recurses.
    fn skip(&mut self) {
        let mut depth = 0_usize;
        loop {
            match self.token {
                Token::End => return,
                Token::Comma | Token::Close(_) if depth == 0 => return,
                Token::Open(_) => depth += 1,
                Token::Close(_) => depth -= 1,
                _ => {}
            }
            self.bump();
        }
    }
}
