//! From the tree to the shapes of `source.rs`. Unlike a deserializer that stops at the
//! first error, decoding goes on past it, so that one run reports everything.

use super::fault::Faults;
use super::place::{Place, Spanned};
use super::tree::{Node, Value};
use serde::de::{DeserializeOwned, IntoDeserializer};
use std::collections::BTreeSet;

/// What can be read from a node of the tree.
pub trait Decode: Sized {
    /// Reads it, or reports what is wrong and gives nothing.
    fn decode(node: &Node<'_>, faults: &mut Faults) -> Option<Self>;

    /// What stands in for a field that could not be read, so that the rest of its block
    /// can still be checked; nothing if the block makes no sense without it.
    fn blank() -> Option<Self> {
        None
    }
}

/// Reports that something else was wanted here; silent where a fault is known already.
pub fn mismatch(node: &Node<'_>, wanted: &str, faults: &mut Faults) {
    if !matches!(node.value, Value::Broken) {
        let found = node.describe();
        faults.error(node.place, format!("expected {wanted}, found {found}"));
    }
}

impl<T: Decode> Decode for Spanned<T> {
    fn decode(node: &Node<'_>, faults: &mut Faults) -> Option<Self> {
        T::decode(node, faults).map(|value| Self {
            value,
            place: node.place,
        })
    }

    fn blank() -> Option<Self> {
        T::blank().map(|value| Self {
            value,
            place: Place::NOWHERE,
        })
    }
}

impl<T: Decode> Decode for Option<T> {
    fn decode(node: &Node<'_>, faults: &mut Faults) -> Option<Self> {
        T::decode(node, faults).map(Some)
    }

    fn blank() -> Option<Self> {
        Some(None)
    }
}

impl<T: Decode> Decode for Box<T> {
    fn decode(node: &Node<'_>, faults: &mut Faults) -> Option<Self> {
        T::decode(node, faults).map(Self::new)
    }
}

impl Decode for bool {
    fn decode(node: &Node<'_>, faults: &mut Faults) -> Option<Self> {
        if let Value::Bool(value) = node.value {
            return Some(value);
        }
        mismatch(node, "true or false", faults);
        None
    }

    fn blank() -> Option<Self> {
        Some(false)
    }
}

impl Decode for String {
    fn decode(node: &Node<'_>, faults: &mut Faults) -> Option<Self> {
        if let Value::Text(text) = &node.value {
            let stray = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
            if text.contains(stray) {
                faults.error(node.place, "the text has a control character in it");
            }
            return Some(text.clone().into_owned());
        }
        mismatch(node, "a text in quotes", faults);
        None
    }

    fn blank() -> Option<Self> {
        Some(Self::new())
    }
}

/// Reads a variant without particulars through its serde names.
pub fn unit_variant<T: DeserializeOwned>(
    node: &Node<'_>,
    what: &str,
    faults: &mut Faults,
) -> Option<T> {
    let Value::Name(name) = node.value else {
        mismatch(node, "a bare name", faults);
        return None;
    };
    match T::deserialize(name.into_deserializer()) {
        Ok(value) => Some(value),
        Err(Unknown(known)) => {
            faults.unknown(node.place, what, name, known.iter().copied());
            None
        }
    }
}

/// The only thing that can be wrong with a bare name: these were known.
#[derive(Debug)]
struct Unknown(&'static [&'static str]);

impl std::fmt::Display for Unknown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "known are: {}", self.0.join(", "))
    }
}

impl std::error::Error for Unknown {}

impl serde::de::Error for Unknown {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self(&[])
    }
    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self(expected)
    }
}

/// Lets the unit-only enums of the rules be read by their variants' names; a name that
/// is none of them is an unknown something.
macro_rules! by_name {
    ($($ty:ident as $what:literal),* $(,)?) => { $(
        impl $crate::scenario::decode::Decode for $ty {
            fn decode(
                node: &$crate::scenario::tree::Node<'_>,
                faults: &mut $crate::scenario::fault::Faults,
            ) -> Option<Self> {
                $crate::scenario::decode::unit_variant(node, $what, faults)
            }
        }
    )* };
}
pub(crate) use by_name;

/// A list, of which bad items are left out after being reported.
#[derive(Clone, Debug)]
pub struct List<T> {
    /// The good ones.
    pub items: Vec<T>,
    /// The `id` of each bad one, if it has one: it is not unknown, only faulty.
    pub lost: Vec<Option<String>>,
    /// Where the list is.
    pub place: Place,
}

impl<T> List<T> {
    /// A list that was not written.
    pub fn empty() -> Self {
        Self {
            items: Vec::new(),
            lost: Vec::new(),
            place: Place::NOWHERE,
        }
    }

    /// How many items were written, good and bad.
    pub fn written(&self) -> usize {
        self.items.len() + self.lost.len()
    }
}

impl<T> std::ops::Deref for List<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.items
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl<T: Decode> Decode for List<T> {
    fn decode(node: &Node<'_>, faults: &mut Faults) -> Option<Self> {
        let Value::List(nodes) = &node.value else {
            mismatch(node, "a list `[..]`", faults);
            return None;
        };
        let mut list = Self {
            place: node.place,
            ..Self::empty()
        };
        for item in nodes {
            match T::decode(item, faults) {
                Some(value) => list.items.push(value),
                None => list
                    .lost
                    .push(item.get("id").and_then(Node::text).map(str::to_owned)),
            }
        }
        Some(list)
    }

    fn blank() -> Option<Self> {
        Some(Self::empty())
    }
}

/// A map from names, in the order written.
#[derive(Clone, Debug)]
pub struct Map<T> {
    /// The good entries.
    pub entries: Vec<(Spanned<String>, Spanned<T>)>,
    /// The keys of bad ones.
    pub lost: Vec<String>,
    /// Where the map is.
    pub place: Place,
}

impl<T> Map<T> {
    /// A map that was not written.
    pub fn empty() -> Self {
        Self {
            entries: Vec::new(),
            lost: Vec::new(),
            place: Place::NOWHERE,
        }
    }
}

impl<T: Decode> Decode for Map<T> {
    fn decode(node: &Node<'_>, faults: &mut Faults) -> Option<Self> {
        let Value::Map(pairs) = &node.value else {
            mismatch(node, "a map `{..}`", faults);
            return None;
        };
        let mut map = Self {
            place: node.place,
            ..Self::empty()
        };
        let mut seen = BTreeSet::new();
        for (key, value) in pairs {
            let Some(key) = Spanned::<String>::decode(key, faults) else {
                continue;
            };
            if !seen.insert(key.value.clone()) {
                faults.error(key.place, format!("`{}` is set a second time", key.value));
                continue;
            }
            match Spanned::decode(value, faults) {
                Some(value) => map.entries.push((key, value)),
                None => map.lost.push(key.value),
            }
        }
        Some(map)
    }

    fn blank() -> Option<Self> {
        Some(Self::empty())
    }
}
