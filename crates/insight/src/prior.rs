//! From what is known about a factor to the prior of its effect on one person.

use infer::{Slab, Weight};
use knowledge::Factor;

/// Smallest standard deviation of an effect that is real, on the log scale (the design's contract).
pub const SLAB_SD_MIN: f64 = 0.25;

/// The prior of a factor's effect: the probability that it matters, and its size if it does.
///
/// The knowledge gives mean `m` and standard deviation `s` of the log rate ratio over *all* people, also those the
/// factor does not touch, and the share `w` whom it does touch. For those the mean is `m / w`, and matching the second
/// moment of the mixture, `s² + m² = w (sd² + (m / w)²)`, gives their standard deviation; at least [`SLAB_SD_MIN`].
#[must_use]
pub fn evidence_prior(factor: &Factor) -> (Weight, Slab) {
    evidence_prior_for(factor, factor.per)
}

/// The same for a given amount of the factor (three decades of age), of which the smallest standard deviation holds:
/// one per decade would make three decades of age protect some people strongly.
pub(crate) fn evidence_prior_for(factor: &Factor, amount: f64) -> (Weight, Slab) {
    let weight = factor.weight.clamp(0.01, 1.0);
    let centre = factor.prior.log_rr_mean / weight;
    let spread = factor.prior.log_rr_sd;
    let second_moment =
        (spread * spread + factor.prior.log_rr_mean * factor.prior.log_rr_mean) / weight;
    let matched = (second_moment - centre * centre).max(0.0).sqrt();
    let times = amount / factor.per;
    let slab = Slab::Given {
        mean: centre * times,
        sd: (matched * times).max(SLAB_SD_MIN),
        per: amount,
    };
    (Weight::Fixed(weight), slab)
}
