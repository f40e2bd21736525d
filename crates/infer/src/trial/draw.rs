//! From a seed to a schedule, in a way that is written down so that anyone can repeat it, for ever.

use num_bigint::BigUint;
use rand::Rng;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::admissible::Admissible;
use super::design::{Arm, Schedule, TrialDesign};
use crate::design::Seed;

/// The name and the rule of the generator, for a registration record.
pub const GENERATOR: &str = "ChaCha8, seed as 8 little-endian bytes and 24 zero bytes; the orders counted with A before B, \
the number drawn by rejection";

/// Draws a schedule, each that the design admits with the same probability.
///
/// 1. The key of ChaCha with 8 rounds (D. J. Bernstein, <https://cr.yp.to/chacha.html>) is the seed as 8 bytes, least
///    significant first, then 24 bytes 0; nonce and counter begin at 0.
/// 2. Let the admissible orders be numbered from 0 as in a dictionary in which A comes before B, and let b be the number of
///    bits of the largest number. Of the key stream, read in words of 64 bits (least significant byte first), the next
///    b / 64 words, rounded up, are one number, its least significant word first; of its last word only as many low bits
///    are kept as make b bits in all.
/// 3. A number that no order has is thrown away and step 2 repeated. What remains is uniform, without any bias.
///
/// ```
/// use infer::{Seed, trial};
/// let design = trial::TrialDesign::new(trial::Order::Pairs { pairs: 3 }, 7, 1).unwrap();
/// let schedule = trial::draw(design, Seed(2026)).unwrap();
/// assert_eq!(schedule.nights().count(), 42);
/// assert_eq!(trial::draw(design, Seed(2026)), Ok(schedule));
/// ```
///
/// # Errors
/// Never for a design that [`TrialDesign::new`] let pass; its errors are those of [`TrialDesign::admissible`].
pub fn draw(design: TrialDesign, seed: Seed) -> Result<Schedule, super::BadDesign> {
    Ok(Schedule {
        periods: order(&design.admissible()?, seed),
        period_nights: design.period_nights(),
    })
}

/// Draws one of the admissible orders as [`draw`] says; empty when there are none.
#[must_use]
pub fn order(admissible: &Admissible, seed: Seed) -> Vec<Arm> {
    let mut key = [0; 32];
    key[..8].copy_from_slice(&seed.0.to_le_bytes());
    let mut stream = ChaCha8Rng::from_seed(key);
    if admissible.is_empty() {
        return Vec::new();
    }
    let bits = (admissible.count() - 1u8).bits();
    loop {
        if let Some(order) = admissible.nth(number(bits, &mut stream)) {
            return order;
        }
    }
}

/// A number of so many random bits.
fn number(bits: u64, stream: &mut ChaCha8Rng) -> BigUint {
    let mut number = BigUint::default();
    for at in (0..bits).step_by(64) {
        let kept = (bits - at).min(64);
        let word = stream.next_u64() & (u64::MAX >> (64 - kept));
        number += BigUint::from(word) << at;
    }
    number
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::trial::{Group, Order};

    fn letters(order: &[Arm]) -> String {
        let letter = |arm: &Arm| if *arm == Arm::A { 'A' } else { 'B' };
        order.iter().map(letter).collect()
    }

    /// The key stream of ChaCha8 with a key of zeros begins 3e 00 ef 2f 89 5f 40 d6 7f 5b b8 e8 1f 09 a5 a1
    /// (draft-strombergson-chacha-test-vectors-01, TC1, 256-bit key, 8 rounds).
    #[test]
    fn the_stream_is_chacha8() {
        let mut stream = ChaCha8Rng::from_seed([0; 32]);
        assert_eq!(
            number(64, &mut stream),
            BigUint::from(0xd640_5f89_2fef_003e_u64)
        );
        assert_eq!(number(8, &mut stream), BigUint::from(0x7f_u8));
        let mut stream = ChaCha8Rng::from_seed([0; 32]);
        let both = (BigUint::from(0x5b7f_u64) << 64u8) + 0xd640_5f89_2fef_003e_u64;
        assert_eq!(number(80, &mut stream), both);
    }

    /// Of eight pairs under seed 0 the low 8 bits of the stream, 3e, number the order: 0011 1110 with A for 0 first in a
    /// pair.
    #[test]
    fn a_schedule_by_hand() {
        let design = TrialDesign::new(Order::Pairs { pairs: 8 }, 1, 0).unwrap();
        let schedule = draw(design, Seed(0)).unwrap();
        assert_eq!(letters(schedule.periods()), "ABABBABABABABAAB");
    }

    /// These may never change: schedules are reproduced from their seeds. Written with another implementation of the rule
    /// (a dozen lines of Python with its own ChaCha8, the limited orders sorted from a full list).
    #[test]
    fn schedules_of_yore() {
        for (order, seed, expected) in [
            (Order::Pairs { pairs: 6 }, 1, GOLDEN[0]),
            (Order::Pairs { pairs: 14 }, u64::MAX, GOLDEN[1]),
            (
                Order::Blocks {
                    periods: 12,
                    longest_run: 2,
                    most_uneven: 0,
                },
                2026,
                GOLDEN[2],
            ),
            (Order::Independent { periods: 84 }, 7, GOLDEN[3]),
        ] {
            let design = TrialDesign::new(order, 1, 0).unwrap();
            let schedule = draw(design, Seed(seed)).unwrap();
            assert_eq!(letters(schedule.periods()), expected, "{order:?}");
        }
    }

    const GOLDEN: [&str; 4] = [
        "ABABBABABABA",
        "ABABBAABABABBABAABABABBABABA",
        "AABAABBABABB",
        "BBABBAABBBABABBAABABBBAAAABBBAABBBAABABAABBAABBBAABAAABABBAAABAAABAABABBBABAABBBAABB",
    ];

    /// Chi-squared with as many cells as orders: 99.9 % of samples stay below.
    #[test]
    fn every_order_is_as_likely() {
        let limited = Admissible::new(vec![Group::exactly(8, 4)], Some(2)).unwrap();
        let cells = limited.all().count();
        assert_eq!(cells, 34);
        let each = 200.0;
        let mut seen: BTreeMap<String, f64> = BTreeMap::new();
        for seed in 0..(cells as u64 * 200) {
            *seen
                .entry(letters(&order(&limited, Seed(seed))))
                .or_default() += 1.0;
        }
        assert_eq!(seen.len(), cells);
        let squares: f64 = seen.values().map(|n| (n - each) * (n - each) / each).sum();
        // Chi-squared, 33 degrees of freedom.
        assert!(squares < 63.87, "{squares}");
    }
}
