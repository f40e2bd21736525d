//! A posterior as a weighted sum of normals: what integrating over a grid leaves of one number.

use crate::normal::cdf;

/// Weighted normals; the weights sum to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Mixture {
    parts: Vec<Normal>,
}

/// One part of a mixture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Normal {
    pub(super) weight: f64,
    pub(super) mean: f64,
    pub(super) sd: f64,
}

impl Mixture {
    /// Brings the weights to a sum of 1; there must be a part with a weight above 0.
    pub(super) fn of(mut parts: Vec<Normal>) -> Self {
        let total: f64 = parts.iter().map(|part| part.weight).sum();
        for part in &mut parts {
            part.weight /= total;
        }
        Self { parts }
    }

    /// The mean.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.parts.iter().map(|part| part.weight * part.mean).sum()
    }

    /// The standard deviation.
    #[must_use]
    pub fn sd(&self) -> f64 {
        let mean = self.mean();
        let variance: f64 = (self.parts.iter())
            .map(|part| {
                let away = part.mean - mean;
                part.weight * (part.sd * part.sd + away * away)
            })
            .sum();
        libm::sqrt(variance)
    }

    /// Probability of at most `x`.
    #[must_use]
    pub fn cdf(&self, x: f64) -> f64 {
        (self.parts.iter())
            .map(|part| part.weight * cdf((x - part.mean) / part.sd))
            .sum()
    }

    /// The value whose cumulative probability is `p`, by bisection to a millionth of the standard deviation. `p` is kept
    /// within 1e-9 of 0 and 1.
    #[must_use]
    pub fn quantile(&self, p: f64) -> f64 {
        let p = p.clamp(1e-9, 1.0 - 1e-9);
        let reach =
            |side: f64| (self.parts.iter()).map(move |part| part.mean + side * 7.0 * part.sd);
        let mut low = reach(-1.0).fold(f64::INFINITY, f64::min);
        let mut high = reach(1.0).fold(f64::NEG_INFINITY, f64::max);
        let near = 1e-6 * self.sd();
        while high - low > near {
            let middle = 0.5 * (low + high);
            // Between two neighbouring numbers there is no middle.
            if middle <= low || middle >= high {
                break;
            }
            if self.cdf(middle) < p {
                low = middle;
            } else {
                high = middle;
            }
        }
        0.5 * (low + high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_normals_by_hand() {
        let mixture = Mixture::of(vec![
            Normal {
                weight: 3.0,
                mean: 0.0,
                sd: 1.0,
            },
            Normal {
                weight: 1.0,
                mean: 4.0,
                sd: 2.0,
            },
        ]);
        assert!((mixture.mean() - 1.0).abs() < 1e-12);
        // 0.75 (1 + 1) + 0.25 (4 + 9)
        assert!((mixture.sd() - 4.75_f64.sqrt()).abs() < 1e-12);
        assert!((mixture.cdf(0.0) - (0.375 + 0.25 * cdf(-2.0))).abs() < 1e-12);
        for p in [0.001, 0.05, 0.5, 0.95, 0.999] {
            assert!((mixture.cdf(mixture.quantile(p)) - p).abs() < 1e-6, "{p}");
        }
    }
}
