//! The block move: columns, coefficients, drift and its parameters at once, proposed from the surrogate's posterior.

use rand::RngExt;
use rand::seq::SliceRandom;
use rand_distr::{Distribution, StandardNormal};

use super::{Check, Sampler, State};
use crate::drift::{Drift, Filter};
use crate::inclusion::{Factor, NormalPrior, scan, swap};
use crate::likelihood::log_kernels;
use crate::normal::SpikeAndSlab;

/// The regression at some drift parameters: its factor over all coefficients that are in, and the log of the
/// surrogate's marginal likelihood.
pub(super) struct Look {
    pub(super) factor: Factor,
    log_marginal: f64,
}

/// In which order the column moves run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    ScanFirst,
    SwapFirst,
}

impl Sampler {
    fn prior_of(&self, j: usize) -> NormalPrior {
        self.problem.live[j].slab.unwrap_or(NormalPrior {
            mean: self.centre,
            precision: 1.0 / (self.width * self.width),
        })
    }

    fn weight_of(&self, j: usize) -> f64 {
        self.problem.live[j].weight.unwrap_or(self.weight)
    }

    /// Acting exposures of each observed row.
    fn acting_rows(&self) -> impl Iterator<Item = &[f64]> {
        let p = self.problem.live.len();
        (0..self.sites.len()).map(move |t| &self.acting[t * p..(t + 1) * p])
    }

    /// What the sites say is left for coefficients and drift in each observed row: the drift's mean, which fades from that of
    /// the first day, is taken out. `filter` must have run at `drift`.
    fn responses(&self, filter: &Filter, drift: Drift) -> impl Iterator<Item = f64> {
        let problem = &self.problem;
        let rows = problem.observed_days[0] - problem.days[0];
        let fading = filter.fading(problem.first_drift * drift.correlation(f64::from(rows)));
        let goals = self.sites.iter().zip(&problem.offset).zip(fading);
        goals.map(|((site, offset), fading)| site.z - offset - fading)
    }

    /// Rows of level and season, these columns and the responses, one after the other. `filter` must have run at `drift`.
    fn lay_rows(
        &self,
        filter: &Filter,
        drift: Drift,
        columns: impl Iterator<Item = usize> + Clone,
        rows: &mut Vec<f64>,
    ) {
        let q = self.problem.fixed_priors.len();
        rows.clear();
        let fixed = self.problem.fixed.chunks_exact(q);
        let responses = self.responses(filter, drift);
        for ((fixed, acting), response) in fixed.zip(self.acting_rows()).zip(responses) {
            rows.extend(fixed);
            rows.extend(columns.clone().map(|j| acting[j]));
            rows.push(response);
        }
    }

    /// Coefficients in the factor's order among all: 0 for the columns that are out.
    pub(super) fn spread_out(&self, factor: &Factor, ordered: Vec<f64>) -> Vec<f64> {
        let mut all = vec![0.0; self.state.coefficients.len()];
        for (&place, value) in factor.active.iter().zip(ordered) {
            all[place] = value;
        }
        all
    }

    /// Looks at the regression on the columns that are in, at drift parameters under trial.
    pub(super) fn small(&mut self, drift: Drift, inside: &[usize]) -> Look {
        let q = self.problem.fixed_priors.len();
        let width = q + inside.len() + 1;
        self.trial
            .run(drift, &self.problem.observed_days, &self.sites);
        let mut rows = std::mem::take(&mut self.rows);
        self.lay_rows(&self.trial, drift, inside.iter().copied(), &mut rows);
        self.prediction.resize(width, 0.0);
        self.trial.whiten(&mut rows, &mut self.prediction);
        self.gram.of_rows(&rows, width);
        self.rows = rows;
        let mut priors = self.problem.fixed_priors.clone();
        priors.extend(inside.iter().map(|&j| self.prior_of(j)));
        let mut factor = Factor::of((0..width - 1).collect(), &self.gram, &priors);
        let log_marginal =
            factor.log_marginal(&priors) - self.trial.half_log_det - 0.5 * self.gram.squares();
        factor.active = (0..q).chain(inside.iter().map(|j| q + j)).collect();
        Look {
            factor,
            log_marginal,
        }
    }

    /// Moves the drift's parameters by two Metropolis steps with coefficients and drift integrated out.
    fn move_drift(&mut self, mut drift: Drift, inside: &[usize], here: &mut Look) -> Drift {
        let Some(prior) = self.model.drift else {
            return drift;
        };
        let log_prior = |d: Drift| {
            let spread = d.sd / prior.sd_scale;
            let away = libm::log(d.time / prior.time_median) / prior.time_log_sd;
            libm::log(d.sd) - 0.5 * spread * spread - 0.5 * away * away
        };
        for _ in 0..2 {
            let (a, b): (f64, f64) = (
                StandardNormal.sample(&mut self.rng),
                StandardNormal.sample(&mut self.rng),
            );
            let proposed = Drift {
                sd: drift.sd * libm::exp(0.6 * a),
                time: drift.time * libm::exp(0.8 * b),
            };
            if !(1e-4..10.0).contains(&proposed.sd) || !(0.2..2000.0).contains(&proposed.time) {
                continue;
            }
            let there = self.small(proposed, inside);
            let gain =
                there.log_marginal + log_prior(proposed) - here.log_marginal - log_prior(drift);
            if libm::log(self.rng.random::<f64>()) < gain {
                std::mem::swap(&mut self.filter, &mut self.trial);
                (drift, *here) = (proposed, there);
            }
        }
        drift
    }

    /// Moves the set of columns that are in, with coefficients and drift integrated out. `self.filter`
    /// must have run at `drift`.
    fn move_columns(
        &mut self,
        drift: Drift,
        inside: &mut Vec<usize>,
        conditional: &mut [SpikeAndSlab],
        order: Order,
    ) -> Look {
        let (p, q) = (self.problem.live.len(), self.problem.fixed_priors.len());
        let width = q + p + 1;
        let mut rows = std::mem::take(&mut self.rows);
        self.lay_rows(&self.filter, drift, 0..p, &mut rows);
        self.prediction.resize(width, 0.0);
        self.filter.whiten(&mut rows, &mut self.prediction);
        self.gram.of_rows(&rows, width);
        self.rows = rows;
        let mut priors = self.problem.fixed_priors.clone();
        priors.extend((0..p).map(|j| self.prior_of(j)));
        let weights: Vec<f64> = (0..p).map(|j| self.weight_of(j)).collect();
        let active = (0..q).chain(inside.iter().map(|j| q + j)).collect();
        let mut factor = Factor::of(active, &self.gram, &priors);
        let mut columns: Vec<usize> = (0..p).collect();
        columns.shuffle(&mut self.rng);
        let pair = (!self.alike.is_empty())
            .then(|| self.alike[self.rng.random_range(0..self.alike.len())]);
        let flipped = pair.map(|(a, b)| {
            if self.rng.random::<bool>() {
                (a, b)
            } else {
                (b, a)
            }
        });
        if let (Order::SwapFirst, Some(pair)) = (order, flipped) {
            swap(
                &mut factor,
                &self.gram,
                &priors,
                &weights,
                pair,
                &mut self.rng,
            );
        }
        scan(
            &mut factor,
            &self.gram,
            &priors,
            &weights,
            &columns,
            conditional,
            &mut self.rng,
        );
        if let (Order::ScanFirst, Some(pair)) = (order, flipped) {
            swap(
                &mut factor,
                &self.gram,
                &priors,
                &weights,
                pair,
                &mut self.rng,
            );
        }
        inside.clear();
        inside.extend(factor.active.iter().filter(|&&a| a >= q).map(|a| a - q));
        let log_marginal =
            factor.log_marginal(&priors) - self.filter.half_log_det - 0.5 * self.gram.squares();
        Look {
            factor,
            log_marginal,
        }
    }

    /// What is left of the sites for the drift when these coefficients are taken out. `filter` must have run at `drift`.
    pub(super) fn left_for_drift(
        &self,
        filter: &Filter,
        drift: Drift,
        coefficients: &[f64],
        inside: &[usize],
    ) -> Vec<f64> {
        let q = self.problem.fixed_priors.len();
        let (level, slopes) = coefficients.split_at(q);
        let fixed = self.problem.fixed.chunks_exact(q);
        (self
            .responses(filter, drift)
            .zip(fixed)
            .zip(self.acting_rows()))
        .map(|((response, fixed), acting)| {
            let fixed = fixed.iter().zip(level).map(|(x, b)| x * b);
            let columns = inside.iter().map(|&j| acting[j] * slopes[j]);
            response - fixed.sum::<f64>() - columns.sum::<f64>()
        })
        .collect()
    }

    /// How much better the true likelihood is than the surrogate, in logs.
    pub(super) fn log_correction(&self, eta: &[f64]) -> f64 {
        let (family, shape) = (self.problem.family, self.shape);
        let sites = self.sites.iter().zip(eta).map(|(site, eta)| {
            let away = site.z - eta;
            0.5 * site.w * away * away
        });
        log_kernels(family, &self.problem.outcome, eta, shape) + sites.sum::<f64>()
    }

    pub(super) fn block_move(&mut self, check: Check) {
        let mut inside = self.state.inside.clone();
        let mut conditional = self.state.conditional.clone();
        let mut drift = self.state.drift;
        let mut here = None;
        let look = if self.problem.live.is_empty() || self.rng.random::<bool>() {
            let mut look = self.small(drift, &inside);
            std::mem::swap(&mut self.filter, &mut self.trial);
            if check == Check::Exact {
                here = Some(self.local_move(drift, &inside, &look));
            }
            drift = self.move_drift(drift, &inside, &mut look);
            if self.problem.live.is_empty() {
                look
            } else {
                self.move_columns(drift, &mut inside, &mut conditional, Order::ScanFirst)
            }
        } else {
            self.filter
                .run(drift, &self.problem.observed_days, &self.sites);
            let mut look =
                self.move_columns(drift, &mut inside, &mut conditional, Order::SwapFirst);
            drift = self.move_drift(drift, &inside, &mut look);
            look
        };
        let drawn = look.factor.draw(&mut self.rng);
        let coefficients = self.spread_out(&look.factor, drawn);
        let left = self.left_for_drift(&self.filter, drift, &coefficients, &inside);
        let mut wander = vec![0.0; left.len()];
        self.filter.draw(&left, &mut wander, &mut self.rng);
        let eta = self.predictor(&left, &wander);
        self.proposed += 1;
        let gain = match check {
            Check::Trust => 0.0,
            Check::Exact => {
                let here = here.unwrap_or_else(|| self.log_correction(&self.state.eta));
                self.log_correction(&eta) - here
            }
        };
        if gain >= 0.0 || libm::log(self.rng.random::<f64>()) < gain {
            self.accepted += 1;
            self.state = State {
                inside,
                coefficients,
                drift,
                eta,
                conditional,
            };
        }
    }
}
