//! Something for each side, keyed by the side's id, the presser first.

use super::Text;
use crate::rules::side::{PerSide, Side};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::ops::Index;

/// Something for each side, keyed by the side's id, the presser first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BySide<T>([(String, T); 2]);

impl<T> BySide<T> {
    /// What `of` gives for each side.
    pub fn of(text: &Text, mut of: impl FnMut(Side) -> T) -> Self {
        let PerSide(both) = PerSide::from_fn(|side| (text.side(side).id.clone(), of(side)));
        Self(both)
    }

    /// Both, with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.0.iter().map(|(id, value)| (id.as_str(), value))
    }

    /// The ids.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|(id, _)| id)
    }

    /// Both without them.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.iter().map(|(_, value)| value)
    }
}

impl<T> Index<&str> for BySide<T> {
    type Output = T;

    /// # Panics
    /// If no side has this id.
    fn index(&self, id: &str) -> &T {
        let found = self.iter().find(|(side, _)| *side == id);
        found.map_or_else(|| panic!("no side is called {id}"), |(_, value)| value)
    }
}

impl<T: Serialize> Serialize for BySide<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        for (side, value) in &self.0 {
            map.serialize_entry(side, value)?;
        }
        map.end()
    }
}
