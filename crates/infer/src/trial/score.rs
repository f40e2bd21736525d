//! How far each night lies from what its neighbours and a straight trend lead one to expect, blind to the arms.
//!
//! The weights are those of generalised least squares under a slow drift (first-order autoregression) plus noise, averaged
//! over a grid of drifts by how well they explain the series. Because no arm enters, the scores are the same whatever was
//! drawn, which keeps a randomisation test on them exact; because a trend and a drift are taken out, it keeps its power.

use crate::drift::{Drift, Filter};
use crate::likelihood::Site;

/// Shares of the variance that drift.
const DRIFTING: [f64; 6] = [0.0, 0.15, 0.3, 0.5, 0.75, 0.95];
/// Time constants of the drift, in nights.
const TIMES: [f64; 4] = [1.5, 3.0, 8.0, 20.0];

/// The score of every night; 0 where nothing is known. They sum to 0 and are uncorrelated with time.
pub(super) fn scores(days: &[i32], outcomes: &[Option<f64>]) -> Vec<f64> {
    let seen: Vec<(usize, f64)> = (outcomes.iter().enumerate())
        .filter_map(|(t, y)| Some((t, (*y)?)))
        .collect();
    let mut scores = vec![0.0; outcomes.len()];
    if seen.len() < 3 {
        return scores;
    }
    let days: Vec<i32> = seen.iter().map(|(t, _)| days[*t]).collect();
    let n = seen.len() as f64;
    let mean = seen.iter().map(|(_, y)| y).sum::<f64>() / n;
    let middle = days.iter().map(|d| f64::from(*d)).sum::<f64>() / n;
    let span = f64::from(days[days.len() - 1]) - f64::from(days[0]);
    // Columns: level, trend, outcome.
    let rows: Vec<[f64; 3]> = (seen.iter().zip(&days))
        .map(|((_, y), day)| [1.0, (f64::from(*day) - middle) / span, y - mean])
        .collect();
    let fits: Vec<Fit> = DRIFTING
        .iter()
        .flat_map(|&share| TIMES.map(|time| (share, time)))
        .filter(|(share, time)| *share > 0.0 || *time == TIMES[0])
        .map(|(share, time)| Fit::of(share, time, &days, &rows))
        .collect();
    let best = fits
        .iter()
        .map(|f| f.log_likelihood)
        .fold(f64::NEG_INFINITY, f64::max);
    for fit in &fits {
        // Without drift the four time constants are one and the same model: it has the prior of all four.
        let prior = if fit.drifting {
            1.0
        } else {
            TIMES.len() as f64
        };
        let weight = prior * libm::exp(fit.log_likelihood - best);
        for ((t, _), score) in seen.iter().zip(&fit.scores) {
            scores[*t] += weight * score;
        }
    }
    scores
}

/// Generalised least squares under one drift.
struct Fit {
    drifting: bool,
    log_likelihood: f64,
    scores: Vec<f64>,
}

impl Fit {
    fn of(share: f64, time: f64, days: &[i32], rows: &[[f64; 3]]) -> Self {
        let n = rows.len();
        let precision = 1.0 / (1.0 - share);
        let sites = vec![
            Site {
                w: precision,
                z: 0.0
            };
            n
        ];
        let drift = Drift {
            sd: libm::sqrt(share),
            time,
        };
        let mut filter = Filter::default();
        filter.run(drift, days, &sites);
        let mut white: Vec<f64> = rows.iter().flatten().copied().collect();
        filter.whiten(&mut white, &mut [0.0; 3]);
        let product =
            |i: usize, j: usize| -> f64 { white.chunks_exact(3).map(|row| row[i] * row[j]).sum() };
        let (xx, xt, tt) = (product(0, 0), product(0, 1), product(1, 1));
        let (xy, ty) = (product(0, 2), product(1, 2));
        let determinant = xx * tt - xt * xt;
        let level = (tt * xy - xt * ty) / determinant;
        let trend = (xx * ty - xt * xy) / determinant;
        let left: Vec<f64> = (rows.iter())
            .map(|[one, time, y]| y - level * one - trend * time)
            .collect();
        let squares = product(2, 2) - level * xy - trend * ty;
        let freedom = (n - 2) as f64;
        let variance = (squares / freedom).max(f64::MIN_POSITIVE);
        // Restricted likelihood: what is left of it when level and trend are integrated out.
        let log_likelihood = -filter.half_log_det
            - 0.5 * libm::log(determinant)
            - 0.5 * freedom * libm::log(variance);
        let (mut mean, mut spread) = (vec![0.0; n], vec![0.0; n]);
        filter.smooth(&left, &mut mean, &mut spread);
        // Inverse covariance times what is left = noise precision x (what is left - the drift expected from all of it).
        let scores = (left.iter().zip(&mean))
            .map(|(left, drift)| precision * (left - drift) / variance)
            .collect();
        Self {
            drifting: share > 0.0,
            log_likelihood,
            scores,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_do_not_see_level_and_trend() {
        let days: Vec<i32> = (0..40).filter(|d| d % 7 != 3).collect();
        let noise = |d: i32| f64::from((d * 37) % 11) - 5.0;
        let plain: Vec<Option<f64>> = days.iter().map(|&d| Some(noise(d))).collect();
        let moved: Vec<Option<f64>> = (days.iter())
            .map(|&d| Some(noise(d) + 100.0 - 3.0 * f64::from(d)))
            .collect();
        let (a, b) = (scores(&days, &plain), scores(&days, &moved));
        for (x, y) in a.iter().zip(&b) {
            assert!((x - y).abs() < 1e-6 * (1.0 + x.abs()), "{x} {y}");
        }
        let sum: f64 = a.iter().sum();
        let along: f64 = a.iter().zip(&days).map(|(s, d)| s * f64::from(*d)).sum();
        assert!(sum.abs() < 1e-8 && along.abs() < 1e-6, "{sum} {along}");
    }

    /// Without drift the scores are the residuals of ordinary least squares over their variance.
    #[test]
    fn without_drift_least_squares() {
        let days: Vec<i32> = (0..6).collect();
        let y = [3.0, 1.0, 4.0, 1.0, 5.0, 9.0];
        let rows: Vec<[f64; 3]> = (0..6).map(|t| [1.0, f64::from(t), y[t as usize]]).collect();
        let fit = Fit::of(0.0, 1.0, &days, &rows);
        // By hand: mean 23/6, slope 19.5/17.5.
        let slope = 19.5 / 17.5;
        let residuals: Vec<f64> = (0..6)
            .map(|t| y[t as usize] - 23.0 / 6.0 - slope * (f64::from(t) - 2.5))
            .collect();
        let variance = residuals.iter().map(|r| r * r).sum::<f64>() / 4.0;
        for (score, residual) in fit.scores.iter().zip(&residuals) {
            assert!(
                (score - residual / variance).abs() < 1e-9,
                "{score} {residual}"
            );
        }
    }

    #[test]
    fn a_series_without_variation_has_no_scores() {
        let scores = scores(&[0, 1, 2, 3], &[Some(2.0); 4]);
        assert!(
            scores.iter().all(|s| s.is_finite() && s.abs() < 1e-6),
            "{scores:?}"
        );
    }
}
