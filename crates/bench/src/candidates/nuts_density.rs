//! The engine's model made smooth for a gradient sampler: a narrow spike in place of “nothing”, drift from independent steps.

use infer::{Design, Model, Observation, Slab, Weight};
use statrs::function::gamma::{digamma, ln_gamma};

use super::scaled;

/// Standard deviation of the spike that stands for no effect: two of them stay within a change by 6 %.
const SPIKE: f64 = 0.03;

/// The log density and its gradient over: level, one effect a column, log drift sd, log drift time, log shape, and one
/// standard normal step of the drift a night with an outcome.
#[derive(Clone)]
pub(super) struct Density {
    counts: Vec<f64>,
    gaps: Vec<f64>,
    /// Row-major, one row a night with an outcome.
    x: Vec<f64>,
    columns: usize,
    weight: f64,
    slab: f64,
    model: Model,
}

impl Density {
    /// `None` where weight and slab are learned.
    pub(super) fn of(design: &Design, model: &Model) -> Option<Self> {
        let columns = scaled(design);
        let first = design.columns.first()?;
        let (Weight::Fixed(weight), Slab::Given { sd: slab, .. }) = (first.weight, first.slab)
        else {
            return None;
        };
        let (mut counts, mut gaps, mut x) = (Vec::new(), Vec::new(), Vec::new());
        let mut before = None;
        for (row, outcome) in design.outcome.iter().enumerate() {
            let Observation::Exactly(count) = *outcome else {
                continue;
            };
            counts.push(f64::from(count));
            let day = design.days[row];
            gaps.push(before.map_or(0.0, |b| f64::from(day - b)));
            before = Some(day);
            x.extend(columns.iter().map(|column| column[row]));
        }
        Some(Self {
            counts,
            gaps,
            x,
            columns: columns.len(),
            weight,
            slab,
            model: *model,
        })
    }

    pub(super) fn dim(&self) -> usize {
        4 + self.columns + self.counts.len()
    }

    /// The effects among the parameters.
    pub(super) fn effects<'a>(&self, at: &'a [f64]) -> &'a [f64] {
        &at[1..=self.columns]
    }

    pub(super) fn log_density(&self, at: &[f64], gradient: &mut [f64]) -> f64 {
        let (n, p) = (self.counts.len(), self.columns);
        let drift = self.model.drift.unwrap_or(infer::DriftPrior {
            sd_scale: 0.6,
            time_median: 8.0,
            time_log_sd: 1.0,
        });
        gradient.fill(0.0);
        let mut total = 0.0;
        let level_precision = 1.0 / (self.model.level_sd * self.model.level_sd);
        total -= 0.5 * level_precision * at[0] * at[0];
        gradient[0] = -level_precision * at[0];
        for (b, slope) in at[1..=p].iter().zip(&mut gradient[1..=p]) {
            let (value, change) = self.spike_and_slab(*b);
            total += value;
            *slope = change;
        }
        let (log_sd, log_time, log_shape) = (at[p + 1], at[p + 2], at[p + 3]);
        let (sd, time, shape) = (libm::exp(log_sd), libm::exp(log_time), libm::exp(log_shape));
        let spread = sd / drift.sd_scale;
        total += log_sd - 0.5 * spread * spread;
        gradient[p + 1] = 1.0 - spread * spread;
        let away = (log_time - libm::log(drift.time_median)) / drift.time_log_sd;
        total -= 0.5 * away * away;
        gradient[p + 2] = -away / drift.time_log_sd;
        let away = (log_shape - self.model.log_shape_mean) / self.model.log_shape_sd;
        total -= 0.5 * away * away;
        gradient[p + 3] = -away / self.model.log_shape_sd;

        let steps = &at[p + 4..];
        let mut wander = vec![0.0; n];
        let mut eta = vec![0.0; n];
        for t in 0..n {
            total -= 0.5 * steps[t] * steps[t];
            let (keep, fresh) = self.keep(t, time);
            let before = if t > 0 { wander[t - 1] } else { 0.0 };
            wander[t] = keep * before + sd * fresh * steps[t];
            let row = &self.x[t * p..(t + 1) * p];
            let columns: f64 = row.iter().zip(&at[1..=p]).map(|(x, b)| x * b).sum();
            eta[t] = (at[0] + columns + wander[t]).clamp(-30.0, 30.0);
        }
        let mut behind = 0.0;
        for t in (0..n).rev() {
            let (y, mean) = (self.counts[t], libm::exp(eta[t]));
            total += ln_gamma(y + shape) - ln_gamma(shape) + shape * log_shape + y * eta[t]
                - (y + shape) * libm::log(mean + shape);
            let slope = y - (y + shape) * mean / (mean + shape);
            gradient[p + 3] += shape
                * (digamma(y + shape) - digamma(shape) + log_shape + 1.0
                    - libm::log(mean + shape)
                    - (y + shape) / (mean + shape));
            gradient[0] += slope;
            for (j, x) in self.x[t * p..(t + 1) * p].iter().enumerate() {
                gradient[1 + j] += slope * x;
            }
            let ahead = if t + 1 < n {
                self.keep(t + 1, time).0 * behind
            } else {
                0.0
            };
            behind = slope + ahead;
            let (keep, fresh) = self.keep(t, time);
            gradient[p + 4 + t] = behind * sd * fresh - steps[t];
            gradient[p + 1] += behind * sd * fresh * steps[t];
            if t > 0 {
                let by_log_time = keep * self.gaps[t] / time;
                gradient[p + 2] +=
                    behind * by_log_time * (wander[t - 1] - sd * keep / fresh * steps[t]);
            }
        }
        total
    }

    /// What is kept of the night before's drift, and the share of fresh drift (1 in the first night).
    fn keep(&self, t: usize, time: f64) -> (f64, f64) {
        if t == 0 {
            return (0.0, 1.0);
        }
        let keep = libm::exp(-self.gaps[t] / time);
        (keep, libm::sqrt((1.0 - keep * keep).max(1e-12)))
    }

    /// Log density of the mixture at `b`, and its slope.
    fn spike_and_slab(&self, b: f64) -> (f64, f64) {
        let part = |weight: f64, sd: f64| libm::log(weight / sd) - 0.5 * b * b / (sd * sd);
        let (in_slab, in_spike) = (part(self.weight, self.slab), part(1.0 - self.weight, SPIKE));
        let most = in_slab.max(in_spike);
        let (a, z) = (libm::exp(in_slab - most), libm::exp(in_spike - most));
        let slope = -b * (a / (self.slab * self.slab) + z / (SPIKE * SPIKE)) / (a + z);
        (most + libm::log(a + z), slope)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::candidates::design;
    use crate::case::Case;
    use simulate::Generator;

    #[test]
    fn the_gradient_is_that_of_finite_differences() {
        let density = Density::of(
            &design(&Case::generate(Generator::Plain, (40, 4), 3)),
            &Model::nightly(),
        )
        .unwrap();
        let n = density.dim();
        let at: Vec<f64> = (0..n)
            .map(|i| 0.4 * libm::sin(1.7 * i as f64) + 0.1)
            .collect();
        let mut gradient = vec![0.0; n];
        density.log_density(&at, &mut gradient);
        let mut none = vec![0.0; n];
        for i in 0..n {
            let mut moved = |by: f64| {
                let mut there = at.clone();
                there[i] += by;
                density.log_density(&there, &mut none)
            };
            let slope = (moved(1e-5) - moved(-1e-5)) / 2e-5;
            assert!(
                (slope - gradient[i]).abs() < 1e-5 * (1.0 + slope.abs()),
                "{i}: {slope} {}",
                gradient[i]
            );
        }
    }
}
