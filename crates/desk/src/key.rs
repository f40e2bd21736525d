//! The name under which a posterior is kept: it depends on all that the engine was told.

use std::fmt::{self, Write};

use infer::{Design, Seed};

/// The key of a design's posterior. What the engine is not told (a note, the rules of the plan) changes nothing in it;
/// a prior, a day or another way of making rows of nights does.
pub(crate) fn of(design: &Design, seed: Seed) -> String {
    let mut hash = Fnv(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d);
    // The debug form lists every field, and every number with all its digits. Writing into a hash cannot fail.
    let _ = write!(hash, "{design:?} {seed:?}");
    format!("{}/{:032x}", infer::ENGINE_VERSION, hash.0)
}

/// FNV-1a with 128 bits (the reference constants of Fowler, Noll and Vo): nobody gains by finding two alike.
struct Fnv(u128);

impl Write for Fnv {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            self.0 =
                (self.0 ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use infer::{Column, Family, Kind, Observation, Slab, Weight};

    use super::*;

    fn design() -> Design {
        Design {
            family: Family::NegativeBinomial,
            days: vec![1, 2],
            outcome: vec![Observation::Exactly(1), Observation::Missing],
            offset: Vec::new(),
            columns: vec![Column {
                name: "alcohol".into(),
                values: vec![Some(0.1), None],
                kind: Kind::Amount,
                reference: 0.0,
                half_life: 0.5,
                weight: Weight::Fixed(0.35),
                slab: Slab::Learned,
            }],
            season: None,
            first_drift: 0.35,
        }
    }

    #[test]
    fn every_part_of_a_design_counts() {
        let seed = Seed(1);
        let key = of(&design(), seed);
        assert_eq!(of(&design(), seed), key);
        let mut designs = vec![design(); 6];
        designs[0].columns[0].values[0] = Some(0.1 + f64::EPSILON / 8.0);
        designs[1].columns[0].weight = Weight::Learned;
        designs[2].columns[0].half_life = 0.25;
        designs[3].outcome[0] = Observation::AtLeast(1);
        designs[4].first_drift = 0.0;
        designs[5].days[1] = 3;
        let mut keys: Vec<String> = designs.iter().map(|design| of(design, seed)).collect();
        keys.extend([key, of(&design(), Seed(2))]);
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), 8);
    }
}
