//! Random draws that are the same on every machine: ChaCha8 and `libm`, nothing of the platform's.

use std::f64::consts::TAU;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A stream of draws.
pub(crate) struct Draw(ChaCha8Rng);

impl Draw {
    /// The stream that a seed begins.
    pub(crate) fn seeded(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// From 0 (inclusive) to 1 (exclusive), all 53 bits.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// From `low` to `high`.
    pub(crate) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// A whole number below `end`; 0 when `end` is 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        ((self.unit() * end as f64) as usize).min(end.saturating_sub(1))
    }

    /// True with this probability.
    pub(crate) fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// Ten random bytes.
    pub(crate) fn bytes(&mut self) -> [u8; 10] {
        let mut bytes = [0; 10];
        self.0.fill_bytes(&mut bytes);
        bytes
    }

    /// One of the choices by their weights, as its index; the last one when the weights run out.
    pub(crate) fn weighted(&mut self, weights: &[f64]) -> usize {
        let mut left = self.unit() * weights.iter().sum::<f64>();
        for (index, weight) in weights.iter().enumerate() {
            left -= weight;
            if left < 0.0 {
                return index;
            }
        }
        weights.len().saturating_sub(1)
    }

    /// Standard normal (Box and Muller 1958).
    pub(crate) fn normal(&mut self) -> f64 {
        let radius = libm::sqrt(-2.0 * libm::log(1.0 - self.unit()));
        radius * libm::cos(TAU * self.unit())
    }

    /// Gamma with mean 1 and the given shape, at least 1 (Marsaglia and Tsang 2000).
    pub(crate) fn gamma(&mut self, shape: f64) -> f64 {
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / libm::sqrt(9.0 * d);
        loop {
            let x = self.normal();
            let v = libm::pow(1.0 + c * x, 3.0);
            if v > 0.0 && libm::log(1.0 - self.unit()) < 0.5 * x * x + d - d * v + d * libm::log(v)
            {
                return d * v / shape;
            }
        }
    }

    /// Poisson by multiplication (Knuth 1969): fine for the small means of nights, cut at 30 a night.
    pub(crate) fn poisson(&mut self, mean: f64) -> u32 {
        let limit = libm::exp(-mean.clamp(0.0, 30.0));
        let mut product = self.unit();
        let mut count = 0;
        while product > limit {
            product *= self.unit();
            count += 1;
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const N: usize = 40_000;

    /// Mean and variance of many draws.
    fn moments(mut draw: impl FnMut(&mut Draw) -> f64) -> (f64, f64) {
        let mut stream = Draw::seeded(1);
        let all: Vec<f64> = (0..N).map(|_| draw(&mut stream)).collect();
        let mean = all.iter().sum::<f64>() / N as f64;
        (
            mean,
            all.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / N as f64,
        )
    }

    fn check((mean, variance): (f64, f64), wanted: (f64, f64)) {
        assert!(
            (mean - wanted.0).abs() < 0.02,
            "mean {mean} instead of {}",
            wanted.0
        );
        assert!(
            (variance / wanted.1 - 1.0).abs() < 0.06,
            "variance {variance} instead of {}",
            wanted.1
        );
    }

    #[test]
    fn draws_have_their_moments() {
        check(moments(Draw::unit), (0.5, 1.0 / 12.0));
        check(moments(Draw::normal), (0.0, 1.0));
        check(moments(|draw| draw.gamma(3.0)), (1.0, 1.0 / 3.0));
        check(moments(|draw| f64::from(draw.poisson(0.7))), (0.7, 0.7));
        check(
            moments(|draw| draw.weighted(&[1.0, 0.0, 1.0]) as f64),
            (1.0, 1.0),
        );
        check(moments(|draw| draw.below(3) as f64), (1.0, 2.0 / 3.0));
    }

    #[test]
    fn a_seed_gives_its_stream() {
        let first = |seed| Draw::seeded(seed).unit().to_bits();
        assert_eq!(first(7), first(7));
        assert_ne!(first(7), first(8));
    }
}
