//! Something for each side, keyed by the side's id.

use crate::rules::side::{PerSide, Side};
use crate::scenario::Text;
use serde::ser::{Serialize, SerializeMap, Serializer};

/// Something for each side, keyed by the side's id.
pub(super) struct BySide<T>([(String, T); 2]);

impl<T> BySide<T> {
    /// What `of` gives for each side.
    pub fn of(text: &Text, mut of: impl FnMut(Side) -> T) -> Self {
        let PerSide(both) = PerSide::from_fn(|side| (text.side(side).id.clone(), of(side)));
        Self(both)
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
