//! Tenths as numbers with at most one decimal: `42`, `42.5`.

use super::misread::{Misread, within};
use crate::rules::meter::Tenths;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A number of tenths, written in whole units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Decimal(pub i32);

impl Decimal {
    /// The tenths as a number of this type, which is called so in a message about one that
    /// does not fit.
    pub fn fit<T: TryFrom<i32>>(self, what: &'static str) -> Result<T, Misread> {
        self.0.try_into().map_err(|_| Misread::Range(what))
    }

    /// The same as the rules count tenths.
    pub fn tenths(self, what: &'static str) -> Result<Tenths, Misread> {
        self.fit(what).map(Tenths)
    }

    /// The same of a meter, which goes from 0 to 100 points.
    pub fn meter(self, what: &'static str) -> Result<Tenths, Misread> {
        within(what, Tenths::ZERO..=Tenths::FULL, self.tenths(what)?)
    }
}

impl From<Tenths> for Decimal {
    fn from(tenths: Tenths) -> Self {
        Self(tenths.get())
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % 10 == 0 {
            serializer.serialize_i32(self.0 / 10)
        } else {
            serializer.serialize_f64(f64::from(self.0) / 10.0)
        }
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // A cast to an integer saturates, so no number is out of range.
        f64::deserialize(deserializer).map(|units| Self((units * 10.0).round() as i32))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_of_tenths_reads_back_as_it_was() {
        for tenths in (-70_000..70_000).map(Decimal) {
            let text = serde_json::to_string(&tenths).expect("a number is plain data");
            assert!(text.len() <= 7, "{text}");
            assert_eq!(serde_json::from_str::<Decimal>(&text).ok(), Some(tenths));
        }
    }
}
