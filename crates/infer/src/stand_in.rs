//! What takes the place of an outcome's likelihood, so that all but a few numbers can be integrated out in closed form.

use rand_chacha::ChaCha8Rng;

/// A Gaussian around `centre` with this precision, on the scale of the linear predictor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Augmented {
    /// Precision, above 0.
    pub precision: f64,
    /// Where it is centred.
    pub centre: f64,
}

/// How the stand-ins come about.
#[derive(Clone, Copy, Debug, Default)]
pub enum StandIn {
    /// The variational Gaussian about where the linear predictor lies; every proposal is checked against the likelihood.
    #[default]
    Checked,
    /// The same, taken at its word: not the exact posterior.
    Trusted,
    /// Drawn anew in every sweep given count, shape and linear predictor, such that the likelihood is its average: an
    /// exact data augmentation, which needs no check. Only for negative binomial outcomes that were counted exactly.
    Drawn(fn(u32, f64, f64, &mut ChaCha8Rng) -> Augmented),
}
