//! Several trials to one answer: of one person, or the same trial by several people.
//!
//! Each trial's estimate is normal around its own effect with the known standard deviation of its posterior under a wide
//! prior; the effects are normal around a common one; the standard deviation between them, tau, has a half-normal or
//! half-Cauchy prior. Given tau everything is normal and closed; tau is integrated out on a grid. Gelman A (2006), Bayesian
//! Anal 1:515-534; Röver C (2020), J Stat Softw 93(6).

use super::effect::RATIO_PRIOR_SD;
use crate::normal;

/// One trial: its estimate (a log ratio or a difference) and that estimate's standard deviation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// The estimate.
    pub mean: f64,
    /// Its standard deviation, above 0.
    pub sd: f64,
}

/// Least precision that a trial brings: one that brought nothing counts for nothing.
const LEAST_PRECISION: f64 = 1e-4;

impl Part {
    /// What the nights alone say, from the posterior of a log ratio under the prior N(0, [`RATIO_PRIOR_SD`]²), as if both
    /// were normal: pooled, that prior would otherwise count once for each trial.
    #[must_use]
    pub fn of_log_ratio(mean: f64, sd: f64) -> Self {
        let posterior = 1.0 / (sd * sd);
        let precision = (posterior - 1.0 / (RATIO_PRIOR_SD * RATIO_PRIOR_SD)).max(LEAST_PRECISION);
        Self {
            mean: mean * posterior / precision,
            sd: 1.0 / libm::sqrt(precision),
        }
    }
}

/// Prior of the standard deviation between trials.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Between {
    /// Half-normal with this scale.
    HalfNormal(f64),
    /// Half-Cauchy with this scale.
    HalfCauchy(f64),
}

impl Between {
    const fn scale(self) -> f64 {
        match self {
            Self::HalfNormal(scale) | Self::HalfCauchy(scale) => scale,
        }
    }

    fn log_density(self, tau: f64) -> f64 {
        let ratio = tau / self.scale();
        match self {
            Self::HalfNormal(_) => -0.5 * ratio * ratio,
            Self::HalfCauchy(_) => -libm::log1p(ratio * ratio),
        }
    }
}

/// A pool that cannot be made; carries the bad value.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[expect(missing_docs, reason = "the messages say it")]
pub enum PoolError {
    #[error("there are no trials to pool")]
    NoTrials,
    #[error("the estimate of trial {trial} is {mean} with standard deviation {sd}")]
    BadPart { trial: usize, mean: f64, sd: f64 },
    #[error("{what} is {value}: it must be above 0")]
    BadPrior { what: &'static str, value: f64 },
}

/// A mean with its standard deviation, and the probability of being below 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pooled {
    /// Posterior mean.
    pub mean: f64,
    /// Posterior standard deviation.
    pub sd: f64,
    /// 5 % point.
    pub low: f64,
    /// 95 % point.
    pub high: f64,
    /// Probability of being below 0.
    pub p_lower: f64,
    /// Twenty equally likely values, ascending (for dot plots).
    pub dots: [f64; 20],
}

/// What several trials say together.
#[derive(Clone, Debug, PartialEq)]
pub struct Pool {
    /// The common effect.
    pub common: Pooled,
    /// The effect in a trial that is still to come.
    pub next: Pooled,
    /// Each trial's own effect, drawn towards the common one as far as the trials agree.
    pub each: Vec<Pooled>,
    /// Posterior mean of the standard deviation between trials.
    pub between_mean: f64,
}

/// Points of the grid of tau.
const POINTS: usize = 400;
/// The grid ends at this multiple of the prior's scale or of the spread of the estimates, whichever is more.
const REACH: f64 = 12.0;

/// Pools trials; the common effect has the prior N(0, `common_sd`).
///
/// ```
/// use infer::trial::{Between, Part, pool};
/// let parts = [Part { mean: -0.5, sd: 0.2 }, Part { mean: -0.3, sd: 0.2 }];
/// let pooled = pool(&parts, 1.0, Between::HalfNormal(0.3)).unwrap();
/// assert!(pooled.each[0].mean > -0.5 && pooled.each[1].mean < -0.3);
/// ```
///
/// # Errors
/// [`PoolError`] with the bad value.
pub fn pool(parts: &[Part], common_sd: f64, between: Between) -> Result<Pool, PoolError> {
    check(parts, common_sd, between)?;
    let spread = parts
        .iter()
        .map(|part| part.mean.abs() + part.sd)
        .fold(0.0, f64::max);
    let end = REACH * between.scale().max(spread);
    // Even steps in asinh, so that the grid is fine near 0, where most of the prior is, and coarse far out.
    let unit = 0.05 * between.scale();
    let last = libm::asinh(end / unit);
    let grid: Vec<Given> = (0..POINTS)
        .map(|i| {
            let place = last * (i as f64 + 0.5) / POINTS as f64;
            let tau = unit * libm::sinh(place);
            let log_prior = between.log_density(tau) + libm::log(libm::cosh(place));
            Given::of(parts, common_sd, tau, log_prior)
        })
        .collect();
    let best = grid
        .iter()
        .map(|g| g.log_weight)
        .fold(f64::NEG_INFINITY, f64::max);
    let weights: Vec<f64> = grid
        .iter()
        .map(|g| libm::exp(g.log_weight - best))
        .collect();
    let all: f64 = weights.iter().sum();
    let mixture = |normal: &dyn Fn(&Given) -> (f64, f64)| {
        let normals = grid.iter().zip(&weights).map(|(given, weight)| {
            let (mean, variance) = normal(given);
            (weight / all, mean, variance)
        });
        summed_up(&normals.collect::<Vec<_>>())
    };
    Ok(Pool {
        common: mixture(&|given| (given.mean, given.variance)),
        next: mixture(&|given| (given.mean, given.variance + given.tau * given.tau)),
        each: parts
            .iter()
            .map(|part| mixture(&|given| given.own(part)))
            .collect(),
        between_mean: grid
            .iter()
            .zip(&weights)
            .map(|(g, w)| g.tau * w / all)
            .sum(),
    })
}

/// The common effect given tau.
struct Given {
    tau: f64,
    log_weight: f64,
    mean: f64,
    variance: f64,
}

impl Given {
    fn of(parts: &[Part], common_sd: f64, tau: f64, log_prior: f64) -> Self {
        let prior = 1.0 / (common_sd * common_sd);
        let (mut precision, mut weighted) = (prior, 0.0);
        let (mut log, mut squares) = (log_prior, 0.0);
        for part in parts {
            let own = 1.0 / (part.sd * part.sd + tau * tau);
            precision += own;
            weighted += own * part.mean;
            squares += own * part.mean * part.mean;
            log += 0.5 * libm::log(own);
        }
        let mean = weighted / precision;
        Self {
            tau,
            log_weight: log
                - 0.5 * libm::log(precision)
                - 0.5 * (squares - precision * mean * mean),
            mean,
            variance: 1.0 / precision,
        }
    }

    /// Mean and variance of one trial's own effect.
    fn own(&self, part: &Part) -> (f64, f64) {
        let (noise, between) = (part.sd * part.sd, self.tau * self.tau);
        let from_trial = between / (between + noise);
        let mean = from_trial * part.mean + (1.0 - from_trial) * self.mean;
        let variance = from_trial * noise + (1.0 - from_trial) * (1.0 - from_trial) * self.variance;
        (mean, variance)
    }
}

/// A mixture of normals (weight, mean, variance), summed up.
fn summed_up(normals: &[(f64, f64, f64)]) -> Pooled {
    let mean: f64 = normals.iter().map(|(w, m, _)| w * m).sum();
    let square: f64 = normals
        .iter()
        .map(|(w, m, v)| w * (v + (m - mean) * (m - mean)))
        .sum();
    let below = |x: f64| -> f64 {
        let each = normals
            .iter()
            .map(|(w, m, v)| w * normal::cdf((x - m) / libm::sqrt(*v)));
        each.sum()
    };
    let sd = libm::sqrt(square);
    let point = |p: f64| {
        let (mut low, mut high) = (mean - 50.0 * sd, mean + 50.0 * sd);
        while high - low > 1e-9 * sd {
            let middle = 0.5 * (low + high);
            if below(middle) < p {
                low = middle;
            } else {
                high = middle;
            }
        }
        0.5 * (low + high)
    };
    Pooled {
        mean,
        sd,
        low: point(0.05),
        high: point(0.95),
        p_lower: below(0.0),
        dots: std::array::from_fn(|i| point((i as f64 + 0.5) / 20.0)),
    }
}

fn check(parts: &[Part], common_sd: f64, between: Between) -> Result<(), PoolError> {
    let good = |value: f64| value.is_finite() && value > 0.0;
    if parts.is_empty() {
        return Err(PoolError::NoTrials);
    }
    for (trial, &Part { mean, sd }) in parts.iter().enumerate() {
        if !(mean.is_finite() && good(sd)) {
            return Err(PoolError::BadPart { trial, mean, sd });
        }
    }
    for (what, value) in [
        ("the width of the common effect's prior", common_sd),
        ("the scale between trials", between.scale()),
    ] {
        if !good(value) {
            return Err(PoolError::BadPrior { what, value });
        }
    }
    Ok(())
}
