//! What identifies a scenario: a hash over what its files say, whatever their layout,
//! comments, line endings and the order of their fields.

use super::number;
use super::tree::{Node, Value};

/// A blake3 hash over trees, in a little-endian, length-prefixed form.
pub struct Canonical {
    hasher: blake3::Hasher,
}

impl Canonical {
    /// Starts, with the version of the form.
    pub fn new() -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(b"fog-of-peace scenario 1\n");
        Self { hasher }
    }

    /// Takes in one file.
    pub fn file(&mut self, node: &Node<'_>) {
        match &node.value {
            Value::Bool(value) => self.tag(b'b', *value as usize),
            Value::Number(text) => match number::tenths(text) {
                Ok(tenths) => {
                    self.tag(b'n', 4);
                    self.hasher.update(&tenths.to_le_bytes());
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

    /// The hash of all that was taken in.
    pub fn finish(self) -> [u8; 32] {
        *self.hasher.finalize().as_bytes()
    }

    fn tag(&mut self, tag: u8, count: usize) {
        let mut bytes = [tag, 0, 0, 0, 0];
        bytes[1..].copy_from_slice(&(count as u32).to_le_bytes());
        self.hasher.update(&bytes);
    }

    fn text(&mut self, tag: u8, text: &str) {
        self.tag(tag, text.len());
        self.hasher.update(text.as_bytes());
    }
}
