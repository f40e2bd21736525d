//! The spread of the outcome, and the priors that are learned across columns.

use rand::RngExt;
use rand_distr::{Beta, Distribution, StandardNormal};

use super::Sampler;
use crate::likelihood::{Likelihood, log_density};

/// Widths a neutral slab may have, as multiples of the prior's median.
const WIDTHS: [f64; 11] = [0.25, 0.33, 0.43, 0.57, 0.76, 1.0, 1.32, 1.74, 2.3, 3.0, 4.0];

impl Sampler {
    pub(super) fn draw_shape(&mut self) {
        if matches!(
            self.problem.family,
            Likelihood::Poisson | Likelihood::Binary
        ) {
            return;
        }
        for _ in 0..2 {
            let step: f64 = StandardNormal.sample(&mut self.rng);
            let proposed = libm::log(self.shape) + 0.7 * step;
            if proposed.abs() > 9.0 {
                continue;
            }
            let gain = self.log_shape_posterior(proposed)
                - self.log_shape_posterior(libm::log(self.shape));
            if libm::log(self.rng.random::<f64>()) < gain {
                self.shape = libm::exp(proposed);
            }
        }
    }

    fn log_shape_posterior(&self, log_shape: f64) -> f64 {
        let shape = libm::exp(log_shape);
        let away = (log_shape - self.model.log_shape_mean) / self.model.log_shape_sd;
        let rows = self.problem.outcome.iter().zip(&self.state.eta);
        rows.map(|(seen, eta)| log_density(self.problem.family, *seen, *eta, shape))
            .sum::<f64>()
            - 0.5 * away * away
    }

    pub(super) fn draw_learned_priors(&mut self) {
        let q = self.problem.fixed_priors.len();
        let learned = |j: &usize| self.problem.live[*j].weight.is_none();
        let all = (0..self.problem.live.len()).filter(learned).count();
        let inside = self
            .state
            .inside
            .iter()
            .copied()
            .filter(|j| learned(j))
            .count();
        let (a, b) = self.model.weight_beta;
        if all > 0
            && let Ok(beta) = Beta::new(a + inside as f64, b + (all - inside) as f64)
        {
            self.weight = beta.sample(&mut self.rng).clamp(1e-6, 1.0 - 1e-6);
        }
        let neutral: Vec<f64> = (self.state.inside.iter())
            .filter(|&&j| self.problem.live[j].slab.is_none())
            .map(|&j| self.state.coefficients[q + j])
            .collect();
        let squares: f64 = neutral.iter().map(|b| b * b).sum();
        let log_odds = WIDTHS.map(|times| {
            let width = times * self.model.width_median;
            let away = libm::log(times) / self.model.width_log_sd;
            -0.5 * away * away
                - neutral.len() as f64 * libm::log(width)
                - 0.5 * squares / (width * width)
        });
        let largest = log_odds.iter().fold(f64::NEG_INFINITY, |m, x| m.max(*x));
        let odds = log_odds.map(|x| libm::exp(x - largest));
        let mut left = self.rng.random::<f64>() * odds.iter().sum::<f64>();
        for (times, odds) in WIDTHS.iter().zip(odds) {
            self.width = times * self.model.width_median;
            left -= odds;
            if left < 0.0 {
                break;
            }
        }
    }
}
