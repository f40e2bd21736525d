//! Missing exposures, drawn from what their neighbours and the outcomes say.

use rand::RngExt;

use super::Sampler;
use crate::likelihood::log_kernel;

impl Sampler {
    /// Fills a column's missing values from its own process alone.
    pub(super) fn draw_exposures_blindly(&mut self, j: usize) {
        let days = &self.problem.days;
        let exposure = &mut self.problem.live[j].exposure;
        for i in 0..exposure.missing.len() {
            let t = exposure.missing[i];
            exposure.values[t] = exposure.propose(t, days, &mut self.rng);
        }
    }

    /// Writes a column's acting values into the design rows after its missing values were drawn anew.
    fn act_again(&mut self, j: usize) {
        let p = self.problem.live.len();
        let live = &self.problem.live[j];
        if live.exposure.carry > 0.0 {
            return self.act(j);
        }
        for &t in &live.exposure.missing {
            let value = live.exposure.values[t];
            self.acting_columns[j][t] = value;
            if let Ok(i) = self.problem.observed.binary_search(&t) {
                self.acting[i * p + j] = value - live.centre;
            }
        }
    }

    /// Writes a column's acting values into the design rows.
    pub(super) fn act(&mut self, j: usize) {
        let p = self.problem.live.len();
        let live = &self.problem.live[j];
        live.exposure
            .acting(&self.problem.days, &mut self.acting_columns[j]);
        for (i, &t) in self.problem.observed.iter().enumerate() {
            self.acting[i * p + j] = self.acting_columns[j][t] - live.centre;
        }
    }

    pub(super) fn draw_missing_exposures(&mut self) {
        let q = self.problem.fixed_priors.len();
        for j in 0..self.problem.live.len() {
            if self.problem.live[j].exposure.missing.is_empty() {
                continue;
            }
            let effect = self.state.coefficients[q + j];
            if effect == 0.0 {
                self.draw_exposures_blindly(j);
            } else {
                self.draw_exposures_of_active(j, effect);
            }
            self.act_again(j);
        }
    }

    /// A column with an effect: each proposal from its process is accepted by what the outcomes say of it.
    fn draw_exposures_of_active(&mut self, j: usize, effect: f64) {
        let (family, shape) = (self.problem.family, self.shape);
        let carry = self.problem.live[j].exposure.carry;
        let mut moved: Vec<(usize, f64)> = Vec::new();
        for i in 0..self.problem.live[j].exposure.missing.len() {
            let exposure = &self.problem.live[j].exposure;
            let t = exposure.missing[i];
            let proposed = exposure.propose(t, &self.problem.days, &mut self.rng);
            let change = proposed - exposure.values[t];
            if change == 0.0 {
                continue;
            }
            moved.clear();
            let mut gain = 0.0;
            let from = self.problem.observed.partition_point(|&row| row < t);
            for k in from..self.problem.observed.len() {
                let rows = f64::from(self.problem.observed_days[k] - self.problem.days[t]);
                let left = if rows == 0.0 {
                    1.0
                } else if carry == 0.0 {
                    0.0
                } else {
                    libm::pow(carry, rows)
                };
                if left < 1e-3 {
                    break;
                }
                let eta = self.state.eta[k] + effect * change * left;
                let seen = self.problem.outcome[k];
                gain += log_kernel(family, seen, eta, shape)
                    - log_kernel(family, seen, self.state.eta[k], shape);
                moved.push((k, eta));
            }
            if gain >= 0.0 || libm::log(self.rng.random::<f64>()) < gain {
                self.problem.live[j].exposure.values[t] = proposed;
                for &(k, eta) in &moved {
                    self.state.eta[k] = eta;
                }
            }
        }
    }
}
