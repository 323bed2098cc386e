//! What identifies a scenario: a hash over what its files say, whatever their layout,
//! comments, line endings and the order of their fields.

use super::number;
use super::tree::{Node, Value};

/// Trees in a little-endian, length-prefixed form, gathered to be hashed at once.
pub struct Canonical {
    bytes: Vec<u8>,
}

impl Canonical {
    /// Starts, with the version of the form.
    pub fn new() -> Self {
        let mut bytes = Vec::with_capacity(1 << 17);
        bytes.extend_from_slice(b"fog-of-peace scenario 1\n");
        Self { bytes }
    }

    /// Takes in one file.
    pub fn file(&mut self, node: &Node<'_>) {
        match &node.value {
            Value::Bool(value) => self.tag(b'b', *value as usize),
            Value::Number(text) => match number::tenths(text) {
                Ok(tenths) => {
                    self.tag(b'n', 4);
                    self.bytes.extend_from_slice(&tenths.to_le_bytes());
                }
                Err(_) => self.text(b'?', text),
            },
            Value::Text(text) if text.contains('\r') => {
                self.text(b't', &text.replace("\r\n", "\n"));
            }
            Value::Text(text) => self.text(b't', text),
            Value::Name(name) => self.text(b'v', name),
            Value::List(items) => {
                self.tag(b'l', items.len());
                for item in items {
                    self.file(item);
                }
            }
            Value::Tuple(name, items) => {
                self.text(b'c', name.map_or("", |name| name.text));
                self.tag(b'l', items.len());
                for item in items {
                    self.file(item);
                }
            }
            Value::Map(entries) => {
                let mut sorted: Vec<_> = entries.iter().collect();
                sorted.sort_by_key(|(key, _)| key.text());
                self.tag(b'm', sorted.len());
                for (key, value) in sorted {
                    self.file(key);
                    self.file(value);
                }
            }
            Value::Struct(_, fields) => {
                let mut sorted: Vec<_> = fields.iter().collect();
                sorted.sort_by_key(|(name, _)| name.text);
                self.tag(b's', sorted.len());
                for (name, value) in sorted {
                    self.text(b'f', name.text);
                    self.file(value);
                }
            }
            Value::Broken => self.tag(b'x', 0),
        }
    }

    /// The blake3 hash of all that was taken in.
    pub fn finish(self) -> [u8; 32] {
        *blake3::hash(&self.bytes).as_bytes()
    }

    fn tag(&mut self, tag: u8, count: usize) {
        self.bytes.push(tag);
        self.bytes.extend_from_slice(&(count as u32).to_le_bytes());
    }

    fn text(&mut self, tag: u8, text: &str) {
        self.tag(tag, text.len());
        self.bytes.extend_from_slice(text.as_bytes());
    }
}
