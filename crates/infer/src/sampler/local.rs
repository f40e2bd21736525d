//! The local move: coefficients and drift along an ellipse, with columns and drift parameters as they are.
//!
//! The block move proposes from afar, so a state that the surrogate underrates by much would be held for long: its
//! tails are lighter than the likelihood's. This move always leaves it.
//!
//! Murray I, Adams RP, MacKay DJC (2010), Elliptical slice sampling, AISTATS, JMLR W&CP 9:541-548; around a Gaussian
//! that approximates the posterior: Nishihara R, Murray I, Adams RP (2014), J Mach Learn Res 15:2087-2112.

use std::f64::consts::TAU;

use rand::RngExt;

use super::Sampler;
use super::block::Look;
use crate::drift::Drift;

/// Points of the ellipse that are tried before the state stays: the bracket has then shrunk to nothing.
const TRIES: usize = 60;

impl Sampler {
    /// `look` is the regression on the columns that are in, and `self.filter` has run, both at `drift`. Gives how much
    /// better the true likelihood is than the surrogate where the state then stands, in logs.
    pub(super) fn local_move(&mut self, drift: Drift, inside: &[usize], look: &Look) -> f64 {
        let middle = self.spread_out(&look.factor, look.factor.mean());
        let left = self.left_for_drift(&self.filter, drift, &middle, inside);
        let mut wander = vec![0.0; left.len()];
        self.filter
            .smooth(&left, &mut wander, &mut vec![0.0; left.len()]);
        let middle_eta = self.predictor(&left, &wander);
        let drawn = look.factor.draw(&mut self.rng);
        let drawn = self.spread_out(&look.factor, drawn);
        let left = self.left_for_drift(&self.filter, drift, &drawn, inside);
        self.filter.draw(&left, &mut wander, &mut self.rng);
        let drawn_eta = self.predictor(&left, &wander);

        let here = self.log_correction(&self.state.eta);
        let level = here + libm::log(self.rng.random::<f64>());
        let mut angle = TAU * self.rng.random::<f64>();
        let (mut low, mut high) = (angle - TAU, angle);
        for _ in 0..TRIES {
            let (sin, cos) = (libm::sin(angle), libm::cos(angle));
            let on_ellipse = |middle: &[f64], here: &[f64], drawn: &[f64]| -> Vec<f64> {
                let both = here.iter().zip(drawn);
                let points = middle.iter().zip(both);
                points
                    .map(|(m, (h, d))| m + cos * (h - m) + sin * (d - m))
                    .collect()
            };
            let eta = on_ellipse(&middle_eta, &self.state.eta, &drawn_eta);
            let there = self.log_correction(&eta);
            if there > level {
                self.state.coefficients = on_ellipse(&middle, &self.state.coefficients, &drawn);
                self.state.eta = eta;
                return there;
            }
            if angle < 0.0 {
                low = angle;
            } else {
                high = angle;
            }
            angle = low + (high - low) * self.rng.random::<f64>();
        }
        here
    }

    /// The linear predictor that leaves `left` of the sites to the drift, which is `wander`.
    pub(super) fn predictor(&self, left: &[f64], wander: &[f64]) -> Vec<f64> {
        let rows = self.sites.iter().zip(left).zip(wander);
        rows.map(|((site, left), wander)| site.z - left + wander)
            .collect()
    }
}
