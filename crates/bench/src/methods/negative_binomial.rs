//! What a careful analyst does: negative binomial regression by maximum likelihood, missing exposures at their mean.

use nalgebra::{DMatrix, DVector};
use statrs::function::gamma::ln_gamma;

use crate::case::Case;
use crate::methods::Verdict;

/// Keeps the information matrix regular when columns repeat each other.
const RIDGE: f64 = 1e-6;

/// Linear predictors beyond this are as good as endless.
const REACH: f64 = 15.0;

/// 95 % point of the standard normal.
const Z95: f64 = 1.644_853_626_951_472_7;

/// Wald statistics of all factors in one regression.
pub(crate) fn judge(case: &Case) -> Vec<Verdict> {
    let (nights, counts): (Vec<usize>, Vec<f64>) = case.answered().unzip();
    let width = case.factors.len() + 1;
    let x = DMatrix::from_fn(nights.len(), width, |row, column| {
        if column == 0 {
            return 1.0;
        }
        let factor = &case.factors[column - 1];
        let value = case.values[column - 1][nights[row]];
        value.map_or(0.0, |value| (value - factor.mean) / factor.unit)
    });
    let fit = fit(&x, &DVector::from_vec(counts));
    (1..width)
        .map(|j| {
            let (effect, error) = (fit.coefficients[j], fit.errors[j]);
            let z = (effect / error).abs();
            Verdict {
                score: if z.is_finite() { z } else { 0.0 },
                probability: None,
                interval: Some((effect - Z95 * error, effect + Z95 * error)),
                alarm: z > Z95,
            }
        })
        .collect()
}

struct Fit {
    coefficients: DVector<f64>,
    errors: Vec<f64>,
    shape: f64,
}

/// Coefficients by iteratively reweighted least squares and the shape by golden section, in turns
/// (Venables WN, Ripley BD (2002), Modern Applied Statistics with S, 4th ed., section 7.4).
fn fit(x: &DMatrix<f64>, y: &DVector<f64>) -> Fit {
    let mut fit = Fit {
        coefficients: DVector::zeros(x.ncols()),
        errors: vec![f64::NAN; x.ncols()],
        shape: 10.0,
    };
    fit.coefficients[0] = libm::log(y.mean().max(0.01));
    for _ in 0..25 {
        let before = fit.coefficients.clone();
        for _ in 0..25 {
            let Some(moved) = step(&mut fit, x, y) else {
                return fit;
            };
            if moved < 1e-9 {
                break;
            }
        }
        let means = (x * &fit.coefficients).map(|eta| libm::exp(eta.clamp(-REACH, REACH)));
        fit.shape = best_shape(y, &means);
        if (&fit.coefficients - before).amax() < 1e-6 {
            break;
        }
    }
    fit
}

/// One step of iteratively reweighted least squares; how far the coefficients moved, or `None` when there is none.
fn step(fit: &mut Fit, x: &DMatrix<f64>, y: &DVector<f64>) -> Option<f64> {
    let etas = (x * &fit.coefficients).map(|eta| eta.clamp(-REACH, REACH));
    let mut weighted = x.clone();
    let mut response = DVector::zeros(y.len());
    for row in 0..y.len() {
        let mean = libm::exp(etas[row]);
        let weight = mean / (1.0 + mean / fit.shape);
        response[row] = etas[row] + (y[row] - mean) / mean;
        weighted.row_mut(row).scale_mut(weight);
    }
    let information = weighted.tr_mul(x) + DMatrix::identity(x.ncols(), x.ncols()) * RIDGE;
    let cholesky = information.cholesky()?;
    let mut change = cholesky.solve(&weighted.tr_mul(&response)) - &fit.coefficients;
    // A step of more than 3 on the log scale is an overshoot.
    let longest = change.amax();
    if longest > 3.0 {
        change *= 3.0 / longest;
    }
    fit.coefficients += &change;
    fit.errors = cholesky
        .inverse()
        .diagonal()
        .iter()
        .map(|v| libm::sqrt(*v))
        .collect();
    change.amax().is_finite().then_some(change.amax())
}

/// The shape of the highest likelihood at these means, between 0.01 and 1,000.
fn best_shape(y: &DVector<f64>, means: &DVector<f64>) -> f64 {
    let likelihood = |log_shape: f64| {
        let shape = libm::exp(log_shape);
        let rows = y.iter().zip(means.iter());
        rows.map(|(y, mean)| {
            ln_gamma(y + shape) - ln_gamma(shape) + shape * (log_shape - libm::log(mean + shape))
                - y * libm::log(mean + shape)
        })
        .sum::<f64>()
    };
    let golden = 0.5 * (libm::sqrt(5.0) - 1.0);
    let (mut low, mut high) = (libm::log(0.01), libm::log(1000.0));
    while high - low > 1e-3 {
        let (left, right) = (high - golden * (high - low), low + golden * (high - low));
        if likelihood(left) > likelihood(right) {
            high = right;
        } else {
            low = left;
        }
    }
    libm::exp(0.5 * (low + high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_groups_have_their_log_means() {
        // With one yes/no column the fit is saturated: exp(intercept) = 1, exp(intercept + effect) = 4.
        let x = DMatrix::from_fn(
            8,
            2,
            |row, column| if column == 0 || row >= 4 { 1.0 } else { 0.0 },
        );
        let y = DVector::from_vec(vec![0.0, 0.0, 1.0, 3.0, 0.0, 1.0, 5.0, 10.0]);
        let fit = fit(&x, &y);
        assert!(fit.coefficients[0].abs() < 1e-5);
        assert!((fit.coefficients[1] - libm::log(4.0)).abs() < 1e-5);
        // Wald variance of the effect: sum over the groups of (1/mean + 1/shape) / 4.
        let variance = (1.0 + 0.25 + 2.0 / fit.shape) / 4.0;
        assert!((fit.errors[1] - libm::sqrt(variance)).abs() < 1e-3);
        assert!(
            fit.shape < 3.0,
            "such counts are wider than Poisson: {}",
            fit.shape
        );
    }

    #[test]
    fn repeated_columns_do_no_harm() {
        let x = DMatrix::from_fn(12, 3, |row, column| {
            if column == 0 {
                1.0
            } else {
                f64::from(u8::from(row % 3 == 0))
            }
        });
        let y = DVector::from_fn(12, |row, _| if row % 3 == 0 { 2.0 } else { 1.0 });
        let fit = fit(&x, &y);
        assert!((fit.coefficients[1] + fit.coefficients[2] - libm::log(2.0)).abs() < 1e-3);
    }
}
