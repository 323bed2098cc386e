//! Sets of small numbers as the bits of a word.

/// A one in every byte.
const BYTES: u64 = 0x0101_0101_0101_0101;

/// The place of the `n`-th one of a word, counted from 0 and from the lowest bit; 64 if it
/// has no more than `n`.
#[inline]
pub fn nth_one(word: u64, n: u32) -> u32 {
    // How many ones each byte has, and how many it has with all those below it.
    let pairs = word - (word >> 1 & (0x55 * BYTES));
    let nibbles = (pairs & (0x33 * BYTES)) + (pairs >> 2 & (0x33 * BYTES));
    let ones = (nibbles + (nibbles >> 4)) & (0x0f * BYTES);
    let upto = ones.wrapping_mul(BYTES);
    // A byte lies below the one sought if it has, with those below it, no more than `n`.
    let n = n as u64 & 63;
    let below = (((0x80 | n) * BYTES - upto) >> 7 & BYTES).wrapping_mul(BYTES) >> 56;
    if below == 8 {
        return 64;
    }
    let skip = 8 * below as u32;
    let left = n - ((upto << 8) >> skip & 0xff);
    skip + nth_one_of_byte((word >> skip) as u8, left as u32)
}

/// The same of a byte; 8 if it has no more than `n`.
#[inline]
pub fn nth_one_of_byte(byte: u8, n: u32) -> u32 {
    if n < 8 {
        NTH_ONE[byte as usize][n as usize] as u32
    } else {
        8
    }
}

/// The place of each one of every byte. Counted once, since a loop over the ones of a
/// random byte ends where no processor foresees it.
static NTH_ONE: [[u8; 8]; 256] = {
    let mut table = [[8; 8]; 256];
    let mut byte = 0;
    while byte < 256 {
        let (mut place, mut n) = (0, 0);
        while place < 8 {
            if byte >> place & 1 == 1 {
                table[byte][n] = place;
                n += 1;
            }
            place += 1;
        }
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::dice::{Dice, Stream};

    #[test]
    fn the_ones_are_counted_from_the_lowest() {
        let mut dice = Dice::new(1, Stream::Batch);
        for round in 0..1000 {
            let word = dice.wide() & dice.wide() >> (round % 64);
            let ones: Vec<u32> = (0..64).filter(|at| word >> at & 1 == 1).collect();
            for n in 0..64 {
                let place = ones.get(n).copied();
                assert_eq!(nth_one(word, n as u32), place.unwrap_or(64), "{word:b} {n}");
                let small = place.filter(|&place| place < 8).unwrap_or(8);
                assert_eq!(nth_one_of_byte(word as u8, n as u32), small);
            }
        }
    }
}
