//! Pólya-Gamma augmentation of the negative binomial: an exact Gaussian stand-in, drawn anew in every sweep.
//!
//! Polson NG, Scott JG, Windle J (2013), Bayesian inference for logistic models using Pólya-Gamma latent variables, J Am
//! Stat Assoc 108:1339-1349; for the negative binomial: Zhou M, Li L, Dunson D, Carin L (2012), ICML 29:1343-1350.

use std::f64::consts::PI;

use infer::Augmented;
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, Gamma};

/// Terms of the series that are drawn; the rest is one gamma with its mean and variance.
const TERMS: u32 = 16;

/// The stand-in of a count with this shape about a linear predictor: with ψ = η - ln r and ω ~ PG(y + r, ψ), the
/// likelihood is proportional to exp(κψ - ωψ²/2), κ = (y - r)/2.
pub(crate) fn stand_in(count: u32, shape: f64, eta: f64, rng: &mut ChaCha8Rng) -> Augmented {
    let y = f64::from(count);
    let log_shape = libm::log(shape);
    let omega = draw(y + shape, eta - log_shape, rng).max(1e-12);
    Augmented {
        precision: omega,
        centre: 0.5 * (y - shape) / omega + log_shape,
    }
}

/// One draw from PG(b, c): the weighted sum of gammas of its definition.
fn draw(b: f64, c: f64, rng: &mut ChaCha8Rng) -> f64 {
    let (mut left_mean, mut left_variance) = (mean(b, c), variance(b, c));
    let Ok(gamma) = Gamma::new(b, 1.0) else {
        return left_mean;
    };
    let mut sum = 0.0;
    for k in 0..TERMS {
        let place = f64::from(k) + 0.5;
        let weight = 1.0 / (2.0 * PI * PI * (place * place + c * c / (4.0 * PI * PI)));
        sum += weight * gamma.sample(rng);
        left_mean -= b * weight;
        left_variance -= b * weight * weight;
    }
    let rest = Gamma::new(
        left_mean * left_mean / left_variance,
        left_variance / left_mean,
    );
    sum + rest.map_or(left_mean.max(0.0), |gamma| gamma.sample(rng))
}

fn mean(b: f64, c: f64) -> f64 {
    if c.abs() < 1e-4 {
        return b / 4.0;
    }
    b / (2.0 * c) * libm::tanh(0.5 * c)
}

fn variance(b: f64, c: f64) -> f64 {
    let c = c.abs();
    if c < 1e-2 {
        return b / 24.0;
    }
    // (sinh c - c) / cosh²(c/2), written so that nothing overflows.
    let e = libm::exp(-c);
    b / (4.0 * c * c * c) * 2.0 * ((1.0 - e * e) - 2.0 * c * e) / ((1.0 + e) * (1.0 + e))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand_chacha::rand_core::SeedableRng;

    #[test]
    fn draws_have_the_laplace_transform() {
        // E exp(-tω) = [cosh(c/2) / cosh(√(c²/4 + t/2))]^b.
        let mut rng = ChaCha8Rng::seed_from_u64(3);
        for (b, c) in [
            (0.4, 0.0),
            (1.0, 1.5),
            (3.7, -0.6),
            (12.0, 4.0),
            (2.0, -9.0),
        ] {
            let draws: Vec<f64> = (0..8_000).map(|_| draw(b, c, &mut rng)).collect();
            for t in [0.3, 2.0, 8.0] {
                let got = draws.iter().map(|w| libm::exp(-t * w)).sum::<f64>() / 8_000.0;
                let wanted = libm::pow(
                    libm::cosh(0.5 * c) / libm::cosh(libm::sqrt(0.25 * c * c + 0.5 * t)),
                    b,
                );
                assert!(
                    (got - wanted).abs() < 0.02,
                    "PG({b}, {c}) at {t}: {got} {wanted}"
                );
            }
        }
    }

    #[test]
    fn moments_meet_at_zero() {
        for (b, c) in [(2.0, 2e-4), (2.0, 2e-2)] {
            assert!((mean(b, c) / mean(b, 0.0) - 1.0).abs() < 1e-3);
            assert!((variance(b, c) / variance(b, 0.0) - 1.0).abs() < 2e-3);
        }
    }
}
