//! Counts by name, in the order in which things are listed.

use serde::ser::{Serialize, SerializeMap, Serializer};

/// Counts by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named(Vec<(String, u32)>);

impl Named {
    /// Counts of things in their order.
    pub fn of<N: Into<String>>(counts: impl IntoIterator<Item = (N, u32)>) -> Self {
        Self(counts.into_iter().map(|(n, c)| (n.into(), c)).collect())
    }

    /// The names and their counts.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u32)> {
        self.0.iter().map(|(name, count)| (name.as_str(), *count))
    }

    /// The count of one thing; nil if it is not listed.
    pub fn get(&self, name: &str) -> u32 {
        let found = self.0.iter().find(|(n, _)| n == name);
        found.map_or(0, |(_, count)| *count)
    }

    /// All counts together.
    pub fn sum(&self) -> u32 {
        self.0.iter().map(|(_, count)| count).sum()
    }
}

impl Serialize for Named {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, count) in &self.0 {
            map.serialize_entry(name, count)?;
        }
        map.end()
    }
}
