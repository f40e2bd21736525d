//! A stationary first-order autoregression seen through Gaussian noise: whitening and drawing in one pass over the rows.

use rand::Rng;
use rand_distr::{Distribution, StandardNormal};

use crate::likelihood::Site;
use crate::log_sum::LogSum;

/// The drift's two parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Drift {
    /// Stationary standard deviation (log rate); 0 when there is none.
    pub(crate) sd: f64,
    /// Rows after which the correlation has fallen to 1/e.
    pub(crate) time: f64,
}

impl Drift {
    /// Correlation over a number of rows.
    pub(crate) fn correlation(self, rows: f64) -> f64 {
        libm::exp(-rows / self.time)
    }

    /// Correlation of the drift on each day with that on the next of them; the last day has tomorrow after it.
    fn steps(self, days: &[i32]) -> impl Iterator<Item = f64> {
        let one_row = self.correlation(1.0);
        let next = days.iter().skip(1).map(Some).chain([None]);
        days.iter()
            .zip(next)
            .map(move |(day, next)| match next.map_or(1, |next| next - day) {
                1 => one_row,
                gap => self.correlation(f64::from(gap)),
            })
    }
}

/// The Kalman filter of drift + noise, apart from the data: everything that all columns share.
///
/// Durbin J, Koopman SJ (2012), Time Series Analysis by State Space Methods, 2nd ed., section 4.3.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filter {
    passes: Vec<Pass>,
    /// Half the log determinant of the covariance of drift + noise.
    pub(crate) half_log_det: f64,
}

/// The filter at one row.
#[derive(Clone, Copy, Debug)]
struct Pass {
    /// Predicted variance of the drift.
    predicted: f64,
    gain: f64,
    /// 1 / standard deviation of the innovation.
    inverse_sd: f64,
    /// Correlation of this row's drift with the next row's.
    step: f64,
}

impl Pass {
    /// Variance of the drift once the row's total is known.
    fn filtered(&self) -> f64 {
        self.predicted * (1.0 - self.gain)
    }
}

impl Filter {
    /// Runs the variances forward. `days` are the rows' days; `sites` give each row's noise precision.
    pub(crate) fn run(&mut self, drift: Drift, days: &[i32], sites: &[Site]) {
        let stationary = drift.sd * drift.sd;
        let mut predicted = stationary;
        let mut log_det = LogSum::EMPTY;
        self.passes.clear();
        self.passes
            .extend(sites.iter().zip(drift.steps(days)).map(|(site, step)| {
                let innovation = predicted + 1.0 / site.w;
                log_det.add(innovation);
                let pass = Pass {
                    predicted,
                    gain: predicted / innovation,
                    inverse_sd: 1.0 / libm::sqrt(innovation),
                    step,
                };
                predicted = step * step * pass.filtered() + stationary * (1.0 - step * step);
                pass
            }));
        self.half_log_det = 0.5 * log_det.total();
    }

    /// Whitens the rows of `matrix` (row-major, as wide as `prediction`, which is scratch) in place, so that the product of two
    /// whitened columns is their product under the inverse covariance of drift + noise.
    pub(crate) fn whiten(&self, matrix: &mut [f64], prediction: &mut [f64]) {
        prediction.fill(0.0);
        let rows = matrix.chunks_exact_mut(prediction.len());
        for (row, pass) in rows.zip(&self.passes) {
            for (value, predicted) in row.iter_mut().zip(prediction.iter_mut()) {
                let innovation = *value - *predicted;
                *predicted = pass.step * (*predicted + pass.gain * innovation);
                *value = innovation * pass.inverse_sd;
            }
        }
    }

    /// Mean of the drift in each row when it is this in the first: fading.
    pub(crate) fn fading(&self, mut mean: f64) -> impl Iterator<Item = f64> {
        self.passes.iter().map(move |pass| {
            let here = mean;
            mean *= pass.step;
            here
        })
    }

    /// Mean of the drift in each row given the totals up to it.
    fn forward(&self, total: &[f64], out: &mut [f64]) {
        let mut predicted = 0.0;
        for ((pass, total), out) in self.passes.iter().zip(total).zip(out) {
            *out = predicted + pass.gain * (total - predicted);
            predicted = pass.step * *out;
        }
    }

    /// Draws the drift given what it and the noise add up to in each row.
    pub(crate) fn draw(&self, total: &[f64], out: &mut [f64], rng: &mut impl Rng) {
        self.forward(total, out);
        let mut after: Option<(f64, f64)> = None;
        for (pass, out) in self.passes.iter().zip(out).rev() {
            let normal: f64 = StandardNormal.sample(rng);
            let filtered = pass.filtered();
            let (mean, variance) = match after {
                Some((drawn, predicted)) if predicted > 0.0 => {
                    let back = filtered * pass.step / predicted;
                    let mean = *out + back * (drawn - pass.step * *out);
                    (mean, filtered * (1.0 - back * pass.step))
                }
                _ => (*out, filtered),
            };
            *out = mean + libm::sqrt(variance.max(0.0)) * normal;
            after = Some((*out, pass.predicted));
        }
    }

    /// Mean and variance of the drift in each row given all rows' totals (the smoother).
    pub(crate) fn smooth(&self, total: &[f64], mean: &mut [f64], variance: &mut [f64]) {
        self.forward(total, mean);
        let mut after: Option<(f64, f64, f64)> = None;
        let rows = self.passes.iter().zip(mean).zip(variance);
        for ((pass, mean), variance) in rows.rev() {
            *variance = pass.filtered();
            if let Some((next_mean, next_variance, predicted)) = after
                && predicted > 0.0
            {
                let back = *variance * pass.step / predicted;
                *mean += back * (next_mean - pass.step * *mean);
                *variance += back * back * (next_variance - predicted);
            }
            after = Some((*mean, *variance, pass.predicted));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand_chacha::ChaCha8Rng;
    use rand_chacha::rand_core::SeedableRng;

    /// The covariance of drift + noise written out, for rows with gaps.
    fn covariance(drift: Drift, days: &[i32], sites: &[Site]) -> Vec<Vec<f64>> {
        let n = days.len();
        let mut c = vec![vec![0.0; n]; n];
        for (i, row) in c.iter_mut().enumerate() {
            for (j, cell) in row.iter_mut().enumerate() {
                *cell =
                    drift.sd * drift.sd * drift.correlation(f64::from((days[i] - days[j]).abs()));
            }
            row[i] += 1.0 / sites[i].w;
        }
        c
    }

    /// Plain Gaussian elimination: solves c x = b and returns ln det c.
    fn solve(mut c: Vec<Vec<f64>>, mut b: Vec<f64>) -> (Vec<f64>, f64) {
        let n = b.len();
        let mut log_det = 0.0;
        for i in 0..n {
            log_det += libm::log(c[i][i]);
            for k in i + 1..n {
                let factor = c[k][i] / c[i][i];
                let (upper, lower) = c.split_at_mut(k);
                for (cell, above) in lower[0].iter_mut().zip(&upper[i]) {
                    *cell -= factor * above;
                }
                b[k] -= factor * b[i];
            }
        }
        for i in (0..n).rev() {
            let known: f64 = (i + 1..n).map(|k| c[i][k] * b[k]).sum();
            b[i] = (b[i] - known) / c[i][i];
        }
        (b, log_det)
    }

    fn example() -> (Drift, Vec<i32>, Vec<Site>, Vec<f64>) {
        let drift = Drift { sd: 0.7, time: 6.0 };
        let days = vec![0, 1, 2, 5, 6, 13, 14, 15];
        let sites: Vec<Site> = (0..8)
            .map(|i| Site {
                w: 0.3 + 0.2 * f64::from(i),
                z: 0.0,
            })
            .collect();
        let total = vec![0.3, -0.1, 0.8, 1.2, 0.4, -0.9, -0.3, 0.1];
        (drift, days, sites, total)
    }

    #[test]
    fn whitening_is_the_inverse_covariance() {
        let (drift, days, sites, total) = example();
        let mut filter = Filter::default();
        filter.run(drift, &days, &sites);
        let mut whitened = total.clone();
        filter.whiten(&mut whitened, &mut [0.0]);
        let (solved, log_det) = solve(covariance(drift, &days, &sites), total.clone());
        let expected: f64 = total.iter().zip(&solved).map(|(a, b)| a * b).sum();
        let got: f64 = whitened.iter().map(|x| x * x).sum();
        assert!((got - expected).abs() < 1e-12, "{got} {expected}");
        assert!((filter.half_log_det - 0.5 * log_det).abs() < 1e-12);
    }

    #[test]
    fn smoother_and_draws_agree_with_the_closed_form() {
        let (drift, days, sites, total) = example();
        let mut filter = Filter::default();
        filter.run(drift, &days, &sites);
        let n = days.len();
        let (mut mean, mut variance) = (vec![0.0; n], vec![0.0; n]);
        filter.smooth(&total, &mut mean, &mut variance);
        let full = covariance(drift, &days, &sites);
        let (solved, _) = solve(full.clone(), total.clone());
        for t in 0..n {
            let cross: Vec<f64> = (0..n)
                .map(|j| {
                    drift.sd * drift.sd * drift.correlation(f64::from((days[t] - days[j]).abs()))
                })
                .collect();
            let expected: f64 = cross.iter().zip(&solved).map(|(a, b)| a * b).sum();
            let (through, _) = solve(full.clone(), cross.clone());
            let explained: f64 = cross.iter().zip(&through).map(|(a, b)| a * b).sum();
            assert!((mean[t] - expected).abs() < 1e-12);
            assert!((variance[t] - (drift.sd * drift.sd - explained)).abs() < 1e-12);
        }
        let mut rng = ChaCha8Rng::seed_from_u64(7);
        let draws = 40_000;
        let mut sums = vec![(0.0, 0.0); n];
        let mut out = vec![0.0; n];
        for _ in 0..draws {
            filter.draw(&total, &mut out, &mut rng);
            for (sum, x) in sums.iter_mut().zip(&out) {
                sum.0 += x;
                sum.1 += x * x;
            }
        }
        for t in 0..n {
            let m = sums[t].0 / f64::from(draws);
            let v = sums[t].1 / f64::from(draws) - m * m;
            let error = libm::sqrt(variance[t] / f64::from(draws));
            assert!(
                (m - mean[t]).abs() < 4.5 * error,
                "row {t}: {m} {}",
                mean[t]
            );
            assert!(
                (v / variance[t] - 1.0).abs() < 0.04,
                "row {t}: {v} {}",
                variance[t]
            );
        }
    }
}
