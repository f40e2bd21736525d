//! The spread of the outcome, and the priors that are learned across columns.

use rand::RngExt;
use rand_distr::{Beta, Distribution, StandardNormal};

use super::Sampler;
use crate::likelihood::{Likelihood, REACH, Seen, Spread, log_density};
use crate::model::WIDTHS;

impl Sampler {
    pub(super) fn draw_shape(&mut self) {
        if matches!(
            self.problem.family,
            Likelihood::Poisson | Likelihood::Binary
        ) {
            return;
        }
        let means: Vec<f64> = (self.state.eta.iter())
            .map(|eta| libm::exp(eta.clamp(-REACH, REACH)))
            .collect();
        let mut here = self.log_shape_posterior(libm::log(self.shape), &means);
        for _ in 0..2 {
            let step: f64 = StandardNormal.sample(&mut self.rng);
            let proposed = libm::log(self.shape) + 0.7 * step;
            if proposed.abs() > 9.0 {
                continue;
            }
            let there = self.log_shape_posterior(proposed, &means);
            if libm::log(self.rng.random::<f64>()) < there - here {
                self.shape = libm::exp(proposed);
                here = there;
            }
        }
    }

    /// `means` are the expected counts of the rows.
    fn log_shape_posterior(&self, log_shape: f64, means: &[f64]) -> f64 {
        let shape = libm::exp(log_shape);
        let away = (log_shape - self.model.log_shape_mean) / self.model.log_shape_sd;
        let prior = -0.5 * away * away;
        let mut exact = 0.0;
        let mut spread = Spread::of(shape);
        let mut other = 0.0;
        let rows = self.problem.outcome.iter().zip(&self.state.eta).zip(means);
        for ((seen, eta), mean) in rows {
            match *seen {
                Seen::Exactly(y) => {
                    exact += 1.0;
                    spread.add(y, *mean);
                }
                seen => other += log_density(self.problem.family, seen, *eta, shape),
            }
        }
        prior + other - spread.total()
            + exact * shape * log_shape
            + self.problem.rising.log_rising(shape)
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
        let effects: Vec<f64> = (self.state.inside.iter())
            .filter(|&&j| self.problem.live[j].slab.is_none())
            .map(|&j| self.state.coefficients[q + j])
            .collect();
        self.draw_width(&effects);
        self.draw_centre(&effects);
    }

    /// The width of the learned slab, given the effects that come from it.
    fn draw_width(&mut self, effects: &[f64]) {
        let squares: f64 = effects
            .iter()
            .map(|b| (b - self.centre) * (b - self.centre))
            .sum();
        let log_odds = WIDTHS.map(|times| {
            let width = times * self.model.width_median;
            let away = libm::log(times) / self.model.width_log_sd;
            -0.5 * away * away
                - effects.len() as f64 * libm::log(width)
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

    /// The centre of the learned slab, given the effects that come from it: normal with a normal prior.
    fn draw_centre(&mut self, effects: &[f64]) {
        let prior = self.model.centre_sd;
        if prior == 0.0 {
            return;
        }
        let each = 1.0 / (self.width * self.width);
        let precision = 1.0 / (prior * prior) + effects.len() as f64 * each;
        let before = self.model.centre_mean / (prior * prior);
        let mean = (before + effects.iter().sum::<f64>() * each) / precision;
        let normal: f64 = StandardNormal.sample(&mut self.rng);
        self.centre = mean + normal / libm::sqrt(precision);
    }
}
