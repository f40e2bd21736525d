//! The standard normal distribution, through `libm` so that every machine gives the same bits.

use std::f64::consts::SQRT_2;

/// Probability that a standard normal value is at most `x`.
pub(crate) fn cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x / SQRT_2)
}

/// The log ratios between which a ratio counts as “no different”: within 10 % of 1.
pub(crate) const LOG_LOW: f64 = -0.105_360_515_657_826_3;
/// See [`LOG_LOW`].
pub(crate) const LOG_HIGH: f64 = 0.095_310_179_804_324_86;

/// An effect that is nothing with probability `1 - weight`, else normal.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SpikeAndSlab {
    pub(crate) weight: f64,
    pub(crate) mean: f64,
    pub(crate) sd: f64,
}

impl SpikeAndSlab {
    /// Probability that the ratio is above 1.1.
    pub(crate) fn p_raises(self) -> f64 {
        self.weight * cdf((self.mean - LOG_HIGH) / self.sd)
    }

    /// Probability that the ratio is below 0.9.
    pub(crate) fn p_lowers(self) -> f64 {
        self.weight * cdf((LOG_LOW - self.mean) / self.sd)
    }

    /// Probability that the effect is at most `x`.
    pub(crate) fn cdf(self, x: f64) -> f64 {
        let spike = if x >= 0.0 { 1.0 - self.weight } else { 0.0 };
        spike + self.weight * cdf((x - self.mean) / self.sd)
    }

    /// The smallest effect whose cumulative probability reaches `p`, by bisection to 1e-12.
    pub(crate) fn quantile(self, p: f64) -> f64 {
        let reach = 12.0 * self.sd;
        let (mut low, mut high) = (
            (self.mean - reach).min(-reach),
            (self.mean + reach).max(reach),
        );
        while high - low > 1e-12 {
            let middle = 0.5 * (low + high);
            if self.cdf(middle) < p {
                low = middle
            } else {
                high = middle
            }
        }
        // A jump at the spike is met from below: the spike itself is exactly nothing.
        if high.abs() < 1e-11 { 0.0 } else { high }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cdf_matches_tables() {
        // Abramowitz and Stegun, table 26.1.
        for (x, p) in [
            (0.0, 0.5),
            (1.0, 0.841_344_746_068_543),
            (-1.96, 0.024_997_895_148_220_4),
        ] {
            assert!((cdf(x) - p).abs() < 1e-15, "cdf({x}) = {}", cdf(x));
        }
    }

    #[test]
    fn quantile_inverts_the_mixture() {
        let effect = SpikeAndSlab {
            weight: 0.4,
            mean: 0.3,
            sd: 0.5,
        };
        for p in [0.01, 0.05, 0.1, 0.9, 0.95, 0.99] {
            let x = effect.quantile(p);
            assert!((effect.cdf(x) - p).abs() < 1e-9);
        }
        assert_eq!(effect.quantile(0.5), 0.0, "the spike holds the middle");
    }
}
