//! The randomisation test: how often an order that chance did not draw would have looked at least as good or as bad.
//!
//! Under the sharp null hypothesis that no night would have been different under the other arm, the outcomes are what they
//! are and only the order was chance. Fisher RA (1935), The Design of Experiments; Edgington ES, Onghena P (2007),
//! Randomization Tests, 4th ed., for series of one person.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::admissible::{Admissible, State};
use super::data::Drawn;
use super::design::Arm;
use super::score::scores;

/// Most orders that are all looked at; of more a sample is drawn.
const MOST_ENUMERATED: f64 = 20_000.0;
/// Orders in a sample.
const SAMPLE: u32 = 4_999;
/// The sample is always the same, so that the same trial gives the same p.
const SEED: u64 = 0x50_1e_05;

/// What the test found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Randomisation {
    /// Two-sided p: the share of orders whose difference is at least as far from what is expected.
    pub p: f64,
    /// Whether every order was looked at. If not, a fixed-seed sample was, and the order that was drawn counts as one more
    /// of it: p = (1 + as far) / (1 + sample), which keeps the test valid (Phipson B, Smyth GK (2010), Stat Appl Genet Mol
    /// Biol 9:39).
    pub exact: bool,
}

/// The smallest two-sided p that orders of this set can give.
#[must_use]
pub fn smallest_p(admissible: &Admissible) -> f64 {
    let count = admissible.count_f64();
    let extreme = if admissible.is_symmetric() { 2.0 } else { 1.0 };
    if count > MOST_ENUMERATED {
        (extreme / count).max(1.0 / (1.0 + f64::from(SAMPLE)))
    } else {
        (extreme / count).min(1.0)
    }
}

/// Tests the order that was drawn against all that could have been, by the sum of the [`scores`] of arm A's nights.
pub(super) fn test(days: &[i32], outcomes: &[Option<f64>], drawn: &Drawn) -> Randomisation {
    let admissible = &drawn.admissible;
    let mut of_period = vec![0.0; admissible.periods()];
    for (score, &period) in scores(days, outcomes).iter().zip(&drawn.period_of) {
        of_period[period] += score;
    }
    let expected: f64 = (admissible.marginals().iter().zip(&of_period))
        .map(|(chance, score)| chance * score)
        .sum();
    let scale: f64 = of_period.iter().map(|score| score.abs()).sum();
    let distance = |sum: f64| (sum - expected).abs();
    let in_a = drawn
        .order
        .iter()
        .zip(&of_period)
        .filter(|(arm, _)| **arm == Arm::A);
    // Rounding must not part orders that are equally far.
    let bar = distance(in_a.map(|(_, score)| score).sum()) - 1e-9 * scale;
    if admissible.count_f64() <= MOST_ENUMERATED {
        let mut orders = Orders {
            admissible,
            of_period: &of_period,
            all: 0,
            far: 0,
        };
        orders.visit(0, admissible.start(), 0.0, &|sum| distance(sum) >= bar);
        return Randomisation {
            p: f64::from(orders.far) / f64::from(orders.all.max(1)),
            exact: true,
        };
    }
    let mut rng = ChaCha8Rng::seed_from_u64(SEED);
    let far = (0..SAMPLE)
        .filter(|_| distance(random_sum(admissible, &of_period, &mut rng)) >= bar)
        .count();
    Randomisation {
        p: (1.0 + far as f64) / (1.0 + f64::from(SAMPLE)),
        exact: false,
    }
}

/// Looks at every order once.
struct Orders<'a> {
    admissible: &'a Admissible,
    of_period: &'a [f64],
    all: u32,
    far: u32,
}

impl Orders<'_> {
    fn visit(&mut self, i: usize, state: State, sum: f64, is_far: &dyn Fn(f64) -> bool) {
        if i == self.of_period.len() {
            self.all += 1;
            self.far += u32::from(is_far(sum));
            return;
        }
        for arm in Arm::BOTH {
            if let Some(next) = self.admissible.step_to_end(i, state, arm) {
                let score = if arm == Arm::A {
                    self.of_period[i]
                } else {
                    0.0
                };
                self.visit(i + 1, next, sum + score, is_far);
            }
        }
    }
}

/// The sum of A's scores in an order drawn at random.
fn random_sum(admissible: &Admissible, of_period: &[f64], rng: &mut ChaCha8Rng) -> f64 {
    let mut state = admissible.start();
    let mut sum = 0.0;
    for (i, score) in of_period.iter().enumerate() {
        let arm = if rng.random::<f64>() < admissible.chance(i, state, Arm::A) {
            sum += score;
            Arm::A
        } else {
            Arm::B
        };
        match admissible.step(i, state, arm) {
            Some(next) => state = next,
            None => return sum,
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::design::Seed;
    use crate::trial::draw::order;
    use crate::trial::{Group, Order, TrialDesign};

    fn drawn(admissible: &Admissible, order: Vec<Arm>, period_nights: usize) -> Drawn {
        let nights = order.len() * period_nights;
        let period_of = (0..nights).map(|t| t / period_nights).collect();
        let over = order.len();
        Drawn::new(admissible.clone(), order, period_of, over).unwrap()
    }

    proptest! {
        /// Of all orders, at most a share of alpha gives a p of at most alpha, for every alpha: the test is exact. And the
        /// smallest p is reached by none below the bound.
        #[test]
        fn p_is_uniform_under_the_null(
            outcomes in prop::collection::vec(prop::option::of(0.0..9.0), 16),
            which in 0usize..3,
        ) {
            let admissible = [
                Admissible::new(vec![Group::exactly(2, 1); 4], None),
                Admissible::new(vec![Group::exactly(8, 3)], Some(3)),
                Admissible::new(vec![Group::free(8)], None),
            ][which].clone().unwrap();
            let days: Vec<i32> = (0..16).collect();
            let all: Vec<f64> = admissible
                .all()
                .map(|order| test(&days, &outcomes, &drawn(&admissible, order, 2)).p)
                .collect();
            for alpha in &all {
                let below = all.iter().filter(|p| *p <= alpha).count() as f64 / all.len() as f64;
                prop_assert!(below <= alpha + 1e-9, "{below} {alpha}");
                prop_assert!(*alpha >= smallest_p(&admissible) - 1e-12);
            }
        }
    }

    /// With outcomes that follow the arms and nothing else, no other order but the opposite one is as far.
    #[test]
    fn a_perfect_split_gives_the_smallest_p() {
        let design = TrialDesign::new(Order::Pairs { pairs: 7 }, 3, 0).unwrap();
        let admissible = design.admissible().unwrap();
        let order = order(&admissible, Seed(3));
        let days: Vec<i32> = (0..42).collect();
        let outcomes: Vec<Option<f64>> = (order.iter())
            .flat_map(|arm| [if *arm == Arm::A { 0.0 } else { 2.0 }; 3])
            .map(Some)
            .collect();
        let found = test(&days, &outcomes, &drawn(&admissible, order, 3));
        assert_eq!((found.p, found.exact), (smallest_p(&admissible), true));
        assert_eq!(found.p, 2.0 / 128.0);
    }

    /// A sample of the orders gives about the p of all of them: 4,999 draws, standard error 0.007 at 0.5.
    #[test]
    fn a_sample_is_close_to_all() {
        let admissible = Admissible::new(vec![Group::exactly(2, 1); 14], None).unwrap();
        let order = order(&admissible, Seed(11));
        let days: Vec<i32> = (0..28).collect();
        let outcomes: Vec<Option<f64>> = (0..28).map(|t| Some(f64::from((t * 29) % 7))).collect();
        let drawn = drawn(&admissible, order, 1);
        let exact = test(&days, &outcomes, &drawn);
        assert!(exact.exact);
        let scores = scores(&days, &outcomes);
        let sum: f64 = (drawn.order.iter().zip(&scores))
            .filter(|(arm, _)| **arm == Arm::A)
            .map(|(_, s)| s)
            .sum();
        let mut rng = ChaCha8Rng::seed_from_u64(1);
        let far = (0..SAMPLE)
            .filter(|_| random_sum(&admissible, &scores, &mut rng).abs() >= sum.abs() - 1e-9)
            .count();
        let sampled = far as f64 / f64::from(SAMPLE);
        assert!((sampled - exact.p).abs() < 0.03, "{sampled} {}", exact.p);
    }
}
