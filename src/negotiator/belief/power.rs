//! Powers and logarithms to the base 2, and chance as a fraction, by basic operations alone: a library's differ from
//! machine to machine, and a game must not.

use crate::rules::dice::Dice;

/// A number from 0 to below 1.
pub const fn fraction(dice: &mut Dice) -> f32 {
    (dice.bits() >> 8) as f32 / 16_777_216.0
}

/// Two to this power, to some seven digits; powers beyond ±100 count as ±100.
#[inline]
pub fn exp2(x: f32) -> f32 {
    let x = x.clamp(-100.0, 100.0);
    // To the nearest for either sign, since 128 makes it positive.
    let whole = (x + 128.5) as i32 - 128;
    let f = x - whole as f32;
    let series = 1.333_355_8e-3;
    let series = series * f + 9.618_13e-3;
    let series = series * f + 5.550_411e-2;
    let series = series * f + 2.402_265e-1;
    let series = series * f + 6.931_472e-1;
    let series = series * f + 1.0;
    series * f32::from_bits(((whole + 127) as u32) << 23)
}

/// The logarithm of a positive number, to some five digits; that of anything smaller than
/// two to the -100th counts as -100.
pub fn log2(x: f32) -> f32 {
    let bits = x.to_bits();
    if x < f32::from_bits(27 << 23) {
        return -100.0;
    }
    let whole = (bits >> 23) as i32 - 127;
    let mantissa = f32::from_bits(bits & 0x007f_ffff | 127 << 23);
    // log2 m = 2/ln 2 · artanh((m - 1)/(m + 1)), a series that converges fast.
    let z = (mantissa - 1.0) / (mantissa + 1.0);
    let z2 = z * z;
    let series = 1.0 + z2 * (1.0 / 3.0 + z2 * (0.2 + z2 * (1.0 / 7.0 + z2 / 9.0)));
    whole as f32 + 2.885_39 * z * series
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_and_logarithms_are_those_of_the_library_to_five_digits() {
        for n in -3000..3000 {
            let x = n as f32 / 100.0;
            let (ours, theirs) = (exp2(x), x.exp2());
            assert!((ours / theirs - 1.0).abs() < 2e-5, "2^{x}: {ours} {theirs}");
            assert!((log2(theirs) - x).abs() < 2e-5, "log2 {theirs}");
        }
        assert!((log2(0.0) + 100.0).abs() < 1e-6);
    }
}
