//! How the shapes of `source.rs` are read: blocks of fields, and variants with
//! particulars. Every field and every particular is read, whatever is wrong with
//! the others; a field that is wrong is blank from then on.

use super::decode::{Decode, mismatch};
use super::fault::Faults;
use super::place::Place;
use super::tree::{Node, Value, Word};

/// The fields of a block while it is being read.
pub struct Fields<'n, 'a> {
    written: Vec<(Word<'a>, &'n Node<'a>)>,
    opening: Place,
    missing: Vec<&'static str>,
}

impl<'n, 'a> Fields<'n, 'a> {
    /// Opens a block, and reports fields that are unknown or there twice.
    pub fn open(
        node: &'n Node<'a>,
        shape: &'static str,
        known: &'static [&'static str],
        faults: &mut Faults,
    ) -> Option<Self> {
        let (name, written) = match &node.value {
            Value::Struct(name, fields) => (name, fields.as_slice()),
            Value::Tuple(name, items) if items.is_empty() => (name, &[][..]),
            _ => {
                mismatch(node, "a block of fields `(name: ..)`", faults);
                return None;
            }
        };
        if let Some(word) = name.filter(|word| word.text != shape) {
            let fault = faults.error(word.place, format!("`{}` is not what goes here", word.text));
            fault.help(format!("write `{shape}`, or leave the name away"));
        }
        let mut fields: Vec<(Word<'a>, &Node<'a>)> = Vec::with_capacity(written.len());
        for (word, value) in written {
            if !known.contains(&word.text) {
                faults.unknown(word.place, "field", word.text, known.iter().copied());
            } else if fields.iter().any(|(other, _)| other.text == word.text) {
                faults.error(
                    word.place,
                    format!("the field `{}` is there twice", word.text),
                );
            } else {
                fields.push((*word, value));
            }
        }
        let opening = Place {
            end: node.place.start + 1,
            ..node.place
        };
        Some(Self {
            written: fields,
            opening,
            missing: Vec::new(),
        })
    }

    fn find(&self, name: &str) -> Option<&'n Node<'a>> {
        self.written
            .iter()
            .find(|(word, _)| word.text == name)
            .map(|(_, node)| *node)
    }

    /// A field that must be there.
    pub fn required<T: Decode>(&mut self, name: &'static str, faults: &mut Faults) -> Option<T> {
        if let Some(node) = self.find(name) {
            return T::decode(node, faults).or_else(T::blank);
        }
        self.missing.push(name);
        T::blank()
    }

    /// A field that may be left out.
    pub fn optional<T: Decode>(
        &mut self,
        name: &'static str,
        default: impl FnOnce() -> T,
        faults: &mut Faults,
    ) -> Option<T> {
        match self.find(name) {
            Some(node) => T::decode(node, faults).or_else(T::blank),
            None => Some(default()),
        }
    }

    /// Reports what was missing.
    pub fn close(self, faults: &mut Faults) {
        match self.missing.as_slice() {
            [] => {}
            [one] => {
                faults.error(self.opening, format!("the field `{one}` is missing"));
            }
            many => {
                let names = many.join("`, `");
                faults.error(self.opening, format!("the fields `{names}` are missing"));
            }
        }
    }
}

/// The particulars of a variant while it is being read.
pub struct Particulars<'n, 'a> {
    /// The variant's name.
    pub name: Word<'a>,
    items: std::slice::Iter<'n, Node<'a>>,
    place: Place,
}

impl<'n, 'a> Particulars<'n, 'a> {
    /// Opens a variant.
    pub fn open(node: &'n Node<'a>, faults: &mut Faults) -> Option<Self> {
        let (name, items) = match &node.value {
            Value::Name(text) => (
                Word {
                    place: node.place,
                    text,
                },
                &[][..],
            ),
            Value::Tuple(Some(name), items) => (*name, items.as_slice()),
            _ => {
                mismatch(node, "a name such as `Tension(4)`", faults);
                return None;
            }
        };
        Some(Self {
            name,
            items: items.iter(),
            place: node.place,
        })
    }

    /// Whether there are as many as the variant takes; reports it if not.
    pub fn count(&self, wanted: &[&str], faults: &mut Faults) -> bool {
        let found = self.items.len();
        if found == wanted.len() {
            return true;
        }
        let name = self.name.text;
        let usage = if wanted.is_empty() {
            format!("write `{name}` alone")
        } else {
            format!("write `{name}({})`", wanted.join(", "))
        };
        let plural = if wanted.len() == 1 { "" } else { "s" };
        let count = wanted.len();
        let message = format!("`{name}` takes {count} particular{plural}, found {found}");
        faults.error(self.place, message).help(usage);
        false
    }

    /// The next particular.
    pub fn take<T: Decode>(&mut self, faults: &mut Faults) -> Option<T> {
        T::decode(self.items.next()?, faults)
    }
}

/// A block of fields. A field with a default may be left out.
macro_rules! record {
    ($(
        $(#[$meta:meta])*
        pub struct $name:ident {
            $( $(#[$field_meta:meta])* pub $field:ident: $ty:ty $(= $default:expr)? ),* $(,)?
        }
    )*) => { $(
        $(#[$meta])*
        #[derive(Clone, Debug)]
        pub struct $name { $( $(#[$field_meta])* pub $field: $ty, )* }

        impl $crate::scenario::decode::Decode for $name {
            fn decode(
                node: &$crate::scenario::tree::Node<'_>,
                faults: &mut $crate::scenario::fault::Faults,
            ) -> Option<Self> {
                const KNOWN: &[&str] = &[$( stringify!($field) ),*];
                let mut fields = $crate::scenario::shape::Fields::open(
                    node, stringify!($name), KNOWN, faults,
                )?;
                $( let $field = record!(@field fields, faults, $field $(, $default)?); )*
                fields.close(faults);
                Some(Self { $( $field: $field?, )* })
            }

            fn blank() -> Option<Self> {
                Some(Self { $( $field: $crate::scenario::decode::Decode::blank()?, )* })
            }
        }
    )* };
    (@field $fields:ident, $faults:ident, $field:ident) => {
        $fields.required(stringify!($field), $faults)
    };
    (@field $fields:ident, $faults:ident, $field:ident, $default:expr) => {
        $fields.optional(stringify!($field), || $default, $faults)
    };
}
pub(crate) use record;

/// A choice of variants, whose particulars are named for the messages.
macro_rules! variants {
    (
        $(#[$meta:meta])*
        pub enum $name:ident as $what:literal {
            $( $(#[$variant_meta:meta])* $variant:ident $( ( $($part:ident: $ty:ty),+ ) )? ),*
            $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        pub enum $name { $( $(#[$variant_meta])* $variant $( ( $($ty),+ ) )?, )* }

        impl $crate::scenario::decode::Decode for $name {
            fn decode(
                node: &$crate::scenario::tree::Node<'_>,
                faults: &mut $crate::scenario::fault::Faults,
            ) -> Option<Self> {
                const KNOWN: &[&str] = &[$( stringify!($variant) ),*];
                #[allow(unused_mut)] // a variant without particulars takes none
                let mut parts = $crate::scenario::shape::Particulars::open(node, faults)?;
                match parts.name.text {
                    $( stringify!($variant) => {
                        if !parts.count(&[$( $( stringify!($part) ),+ )?], faults) {
                            return None;
                        }
                        $( $( let $part = parts.take(faults); )+ )?
                        Some(Self::$variant $( ( $($part?),+ ) )?)
                    } )*
                    _ => {
                        let known = KNOWN.iter().copied();
                        faults.unknown(parts.name.place, $what, parts.name.text, known);
                        None
                    }
                }
            }
        }
    };
}
pub(crate) use variants;
