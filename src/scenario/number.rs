//! Numbers as a scenario writes them: exact, with their range.

use super::decode::{Decode, mismatch};
use super::fault::Faults;
use super::tree::{Node, Value};
use crate::rules::meter::Tenths;

/// The tenths that a decimal number stands for.
///
/// # Errors
/// Says what is wrong with it, in words that follow the number.
pub fn tenths(text: &str) -> Result<i32, &'static str> {
    let (sign, digits) = match text.as_bytes().first() {
        Some(b'-') => (-1, &text[1..]),
        Some(b'+') => (1, &text[1..]),
        _ => (1, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |part: &str| part.bytes().all(|b| b.is_ascii_digit() || b == b'_');
    if whole.is_empty() && fraction.is_empty() || !plain(whole) || !plain(fraction) {
        return Err("is not a plain decimal number");
    }
    let mut value = 0_i32;
    for digit in whole.bytes().filter(u8::is_ascii_digit) {
        value = value
            .checked_mul(10)
            .and_then(|value| value.checked_add((digit - b'0') as i32))
            .filter(|value| *value <= 10_000_000)
            .ok_or("is far too large")?;
    }
    let mut decimals = fraction
        .bytes()
        .filter(u8::is_ascii_digit)
        .map(|digit| digit - b'0');
    let first = decimals.next().unwrap_or(0) as i32;
    if decimals.any(|digit| digit != 0) {
        return Err("has more than one decimal");
    }
    Ok(sign * (value * 10 + first))
}

/// Tenths as they are written: `2.5`, and `2` for 2.0.
pub fn written(tenths: i32) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    if rest == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{rest}")
    }
}

/// A number with at most one decimal, in tenths, not yet known to be in any range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal(pub i32);

impl Decode for Decimal {
    fn decode(node: &Node<'_>, faults: &mut Faults) -> Option<Self> {
        let Value::Number(text) = node.value else {
            mismatch(node, "a number", faults);
            return None;
        };
        match tenths(text) {
            Ok(tenths) => Some(Self(tenths)),
            Err(why) => {
                faults.error(node.place, format!("`{text}` {why}"));
                None
            }
        }
    }

    fn blank() -> Option<Self> {
        Some(Self(0))
    }
}

/// A number of points with at most one decimal, at most 500 either way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Points(pub Tenths);

impl Decode for Points {
    fn decode(node: &Node<'_>, faults: &mut Faults) -> Option<Self> {
        let Decimal(tenths) = Decimal::decode(node, faults)?;
        if (-5000..=5000).contains(&tenths) {
            return Some(Self(Tenths::of(tenths)));
        }
        faults.error(
            node.place,
            format!("{} is not in -500 to 500", written(tenths)),
        );
        None
    }

    fn blank() -> Option<Self> {
        Some(Self(Tenths::ZERO))
    }
}

/// A whole number in a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Within<const MIN: i32, const MAX: i32>(pub i32);

/// Hundredths of a whole.
pub type Percent = Within<0, 100>;
/// A level of a clause, from the presser's ideal to the holder's.
pub type LevelNumber = Within<0, 4>;
/// A number of rounds.
pub type Rounds = Within<1, 40>;
/// A number of things.
pub type Count = Within<0, 100>;

impl<const MIN: i32, const MAX: i32> Decode for Within<MIN, MAX> {
    fn decode(node: &Node<'_>, faults: &mut Faults) -> Option<Self> {
        let Decimal(tenths) = Decimal::decode(node, faults)?;
        if tenths % 10 != 0 {
            faults.error(
                node.place,
                format!("{} is not a whole number", written(tenths)),
            );
            return None;
        }
        let value = tenths / 10;
        if (MIN..=MAX).contains(&value) {
            return Some(Self(value));
        }
        faults.error(node.place, format!("{value} is not in {MIN} to {MAX}"));
        None
    }

    fn blank() -> Option<Self> {
        Some(Self(MIN))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact() {
        assert_eq!(tenths("2.5"), Ok(25));
        assert_eq!(tenths("-0.8"), Ok(-8));
        assert_eq!(tenths("1_000"), Ok(10_000));
        assert_eq!(tenths("3.50"), Ok(35));
        assert!(tenths("3.55").is_err());
        assert!(tenths("1e5").is_err());
        assert!(tenths("99999999999999").is_err());
        assert!(tenths(".").is_err() && tenths("-").is_err());
    }

    #[test]
    fn tenths_are_written_as_people_write_them() {
        assert_eq!(written(25), "2.5");
        assert_eq!(written(-8), "-0.8");
        assert_eq!(written(40), "4");
    }
}
