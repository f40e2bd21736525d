//! The sampler: draws from the exact posterior, led by a Gaussian surrogate of each outcome's likelihood.
//!
//! One sweep draws the missing exposures, the spread and the learned priors given all else; then proposes the columns
//! that are in, the coefficients, the drift and its parameters in one block from the surrogate's posterior, and
//! accepts by what the surrogate got wrong. The block's moves run in random order, so that the proposal is reversible
//! and the acceptance needs only the ratio of true likelihood to surrogate.

use rand::seq::SliceRandom;
use rand::{Rng, RngExt};
use rand_chacha::ChaCha8Rng;
use rand_distr::{Beta, Distribution, StandardNormal};

use crate::design::Family;
use crate::drift::{Drift, Filter};
use crate::inclusion::{Factor, Gram, NormalPrior, scan, swap};
use crate::likelihood::{Site, Spot, log_density, log_kernel, site};
use crate::model::Model;
use crate::normal::SpikeAndSlab;
use crate::problem::Problem;

/// Everything unknown, as it stands after a sweep.
#[derive(Clone, Debug)]
pub(crate) struct State {
    /// Columns that are in (indices into the live columns), in no particular order.
    pub(crate) inside: Vec<usize>,
    /// Level and season first, then one coefficient a live column (0 when out).
    pub(crate) coefficients: Vec<f64>,
    /// The drift's parameters.
    pub(crate) drift: Drift,
    /// Linear predictor of each observed row.
    pub(crate) eta: Vec<f64>,
    /// Each live column's chance of being in given all else, with its effect if it is.
    pub(crate) conditional: Vec<SpikeAndSlab>,
}

/// Widths a neutral slab may have, as multiples of the prior's median.
const WIDTHS: [f64; 11] = [0.25, 0.33, 0.43, 0.57, 0.76, 1.0, 1.32, 1.74, 2.3, 3.0, 4.0];

pub(crate) struct Sampler {
    pub(crate) problem: Problem,
    model: Model,
    pub(crate) state: State,
    /// Shape of the negative binomial.
    pub(crate) shape: f64,
    /// The learned weight.
    pub(crate) weight: f64,
    /// The learned width of the neutral slab.
    pub(crate) width: f64,
    /// Acting exposures of the observed rows on the engine's scale, centred; row-major.
    pub(crate) acting: Vec<f64>,
    /// Acting exposures of all rows, one vector a live column.
    acting_columns: Vec<Vec<f64>>,
    /// About where each row's linear predictor lies, learned while burning in.
    whereabouts: Vec<Spot>,
    sites: Vec<Site>,
    /// Pairs of columns that resemble each other.
    alike: Vec<(usize, usize)>,
    /// Proposals of the block move, and how many were accepted.
    pub(crate) proposed: u32,
    pub(crate) accepted: u32,
    rng: ChaCha8Rng,
    rows: Vec<f64>,
    prediction: Vec<f64>,
    gram: Gram,
    /// The filter at the drift's parameters as they stand, and one for parameters under trial.
    filter: Filter,
    trial: Filter,
}

/// The regression at some drift parameters: its factor over all coefficients that are in, and the log of the
/// surrogate's marginal likelihood.
struct Look {
    factor: Factor,
    log_marginal: f64,
}

/// Whether the block move is checked against the true likelihood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Check {
    /// Early in the burn-in the surrogate is taken at its word, to get near the posterior.
    Trust,
    /// From then on the chain targets the exact posterior.
    Exact,
}

impl Sampler {
    pub(crate) fn new(problem: Problem, model: Model, rng: ChaCha8Rng) -> Self {
        let n = problem.observed.len();
        let p = problem.live.len();
        let q = problem.fixed_priors.len();
        let acting_columns: Vec<Vec<f64>> = vec![vec![0.0; problem.days.len()]; p];
        let drift = model
            .drift
            .map_or(Drift { sd: 0.0, time: 1.0 }, |prior| Drift {
                sd: 0.5 * prior.sd_scale,
                time: prior.time_median,
            });
        let mut sampler = Self {
            state: State {
                inside: (0..p)
                    .filter(|&j| problem.live[j].weight == Some(1.0))
                    .collect(),
                coefficients: vec![0.0; q + p],
                drift,
                eta: vec![0.0; n],
                conditional: vec![
                    SpikeAndSlab {
                        weight: 0.0,
                        mean: 0.0,
                        sd: 1.0
                    };
                    p
                ],
            },
            shape: libm::exp(model.log_shape_mean),
            weight: model.mean_weight(),
            width: model.width_median,
            acting: vec![0.0; n * p],
            acting_columns,
            whereabouts: Vec::new(),
            sites: Vec::new(),
            alike: Vec::new(),
            proposed: 0,
            accepted: 0,
            rng,
            rows: Vec::new(),
            prediction: Vec::new(),
            gram: Gram::default(),
            filter: Filter::default(),
            trial: Filter::default(),
            problem,
            model,
        };
        for j in 0..p {
            sampler.draw_exposures_blindly(j);
            sampler.act(j);
        }
        sampler.alike = sampler.find_alike();
        sampler.settle();
        sampler
    }

    /// Finds about where each row's linear predictor lies, from level, season and drift alone.
    fn settle(&mut self) {
        let n = self.problem.observed.len();
        let seen: f64 = self.problem.outcome.iter().map(|o| count(*o)).sum::<f64>() / n as f64;
        let start = match self.problem.family {
            Family::Binary => libm::log((seen + 0.05) / (1.05 - seen)),
            _ => libm::log(seen + 0.05),
        };
        self.whereabouts = vec![Spot::new(start, 0.3); n];
        let (mut mean, mut variance) = (vec![0.0; n], vec![0.0; n]);
        for _ in 0..8 {
            self.place_sites();
            let inside = self.state.inside.clone();
            let factor = self.small(self.state.drift, &inside).factor;
            let coefficients = self.spread_out(&factor, factor.mean());
            let left = self.left_for_drift(&coefficients, &inside, self.state.drift);
            self.trial.smooth(&left, &mut mean, &mut variance);
            for t in 0..n {
                let fitted = self.sites[t].z - left[t] + mean[t];
                let old = self.whereabouts[t].mean;
                let mean = 0.5 * (old + fitted.clamp(old - 3.0, old + 3.0));
                self.whereabouts[t] = Spot::new(mean, variance[t] + 0.02);
            }
        }
        self.place_sites();
        for t in 0..n {
            self.state.eta[t] = self.whereabouts[t].mean;
        }
    }

    /// Puts the surrogate where the last draws of the linear predictor were.
    pub(crate) fn relocate(&mut self, whereabouts: Vec<Spot>) {
        self.whereabouts = whereabouts;
        self.proposed = 0;
        self.accepted = 0;
    }

    fn place_sites(&mut self) {
        let (family, shape) = (self.problem.family, self.shape);
        let spots = self.problem.outcome.iter().zip(&self.whereabouts);
        self.sites.clear();
        self.sites
            .extend(spots.map(|(seen, spot)| site(family, *seen, spot, shape)));
    }

    /// One sweep over everything unknown.
    pub(crate) fn sweep(&mut self, check: Check) {
        self.draw_missing_exposures();
        self.draw_shape();
        self.draw_learned_priors();
        self.place_sites();
        self.block_move(check);
    }

    // ---------------------------------------------------------------- missing exposures

    /// Fills a column's missing values from its own process alone.
    fn draw_exposures_blindly(&mut self, j: usize) {
        let days = &self.problem.days;
        let exposure = &mut self.problem.live[j].exposure;
        for i in 0..exposure.missing.len() {
            let t = exposure.missing[i];
            exposure.values[t] = exposure.propose(t, days, &mut self.rng);
        }
    }

    /// Writes a column's acting values into the design rows.
    fn act(&mut self, j: usize) {
        let p = self.problem.live.len();
        let live = &self.problem.live[j];
        live.exposure
            .acting(&self.problem.days, &mut self.acting_columns[j]);
        for (i, &t) in self.problem.observed.iter().enumerate() {
            self.acting[i * p + j] = self.acting_columns[j][t] - live.centre;
        }
    }

    fn draw_missing_exposures(&mut self) {
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
            self.act(j);
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

    // ---------------------------------------------------------------- spread and learned priors

    fn draw_shape(&mut self) {
        if self.problem.family != Family::NegativeBinomial {
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

    fn draw_learned_priors(&mut self) {
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

    // ---------------------------------------------------------------- the block move

    fn prior_of(&self, j: usize) -> NormalPrior {
        self.problem.live[j].slab.unwrap_or(NormalPrior {
            mean: 0.0,
            precision: 1.0 / (self.width * self.width),
        })
    }

    fn weight_of(&self, j: usize) -> f64 {
        self.problem.live[j].weight.unwrap_or(self.weight)
    }

    /// Mean of the drift in observed row `t`: the first row's, fading.
    fn drift_mean(&self, drift: Drift, t: usize) -> f64 {
        if self.problem.first_drift == 0.0 {
            return 0.0;
        }
        let rows = f64::from(self.problem.observed_days[t] - self.problem.days[0]);
        self.problem.first_drift * drift.correlation(rows)
    }

    /// What the sites say is left for coefficients and drift in row `t`.
    fn response(&self, drift: Drift, t: usize) -> f64 {
        self.sites[t].z - self.problem.offset[t] - self.drift_mean(drift, t)
    }

    /// Coefficients in the factor's order among all: 0 for the columns that are out.
    fn spread_out(&self, factor: &Factor, ordered: Vec<f64>) -> Vec<f64> {
        let mut all = vec![0.0; self.state.coefficients.len()];
        for (&place, value) in factor.active.iter().zip(ordered) {
            all[place] = value;
        }
        all
    }

    /// Looks at the regression on the columns that are in, at drift parameters under trial.
    fn small(&mut self, drift: Drift, inside: &[usize]) -> Look {
        let (n, p) = (self.problem.observed.len(), self.problem.live.len());
        let q = self.problem.fixed_priors.len();
        let width = q + inside.len() + 1;
        self.rows.clear();
        for t in 0..n {
            self.rows
                .extend_from_slice(&self.problem.fixed[t * q..(t + 1) * q]);
            self.rows
                .extend(inside.iter().map(|&j| self.acting[t * p + j]));
            self.rows.push(self.response(drift, t));
        }
        self.trial
            .run(drift, &self.problem.observed_days, &self.sites);
        self.prediction.resize(width, 0.0);
        self.trial
            .whiten(&mut self.rows, width, &mut self.prediction[..width]);
        self.gram.of_rows(&self.rows, width);
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
        let (n, p) = (self.problem.observed.len(), self.problem.live.len());
        let q = self.problem.fixed_priors.len();
        let width = q + p + 1;
        self.rows.clear();
        for t in 0..n {
            self.rows
                .extend_from_slice(&self.problem.fixed[t * q..(t + 1) * q]);
            self.rows
                .extend_from_slice(&self.acting[t * p..(t + 1) * p]);
            let response = self.response(drift, t);
            self.rows.push(response);
        }
        self.prediction.resize(width, 0.0);
        self.filter
            .whiten(&mut self.rows, width, &mut self.prediction[..width]);
        self.gram.of_rows(&self.rows, width);
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

    /// What is left of the sites for the drift when these coefficients are taken out.
    fn left_for_drift(&self, coefficients: &[f64], inside: &[usize], drift: Drift) -> Vec<f64> {
        let (p, q) = (self.problem.live.len(), self.problem.fixed_priors.len());
        (0..self.problem.observed.len())
            .map(|t| {
                let fixed = self.problem.fixed[t * q..(t + 1) * q]
                    .iter()
                    .zip(coefficients)
                    .map(|(x, b)| x * b);
                let columns = inside
                    .iter()
                    .map(|&j| self.acting[t * p + j] * coefficients[q + j]);
                self.response(drift, t) - fixed.sum::<f64>() - columns.sum::<f64>()
            })
            .collect()
    }

    /// How much better the true likelihood is than the surrogate, in logs.
    fn log_correction(&self, eta: &[f64]) -> f64 {
        let (family, shape) = (self.problem.family, self.shape);
        let rows = self.problem.outcome.iter().zip(&self.sites).zip(eta);
        rows.map(|((seen, site), eta)| {
            let away = site.z - eta;
            log_kernel(family, *seen, *eta, shape) + 0.5 * site.w * away * away
        })
        .sum()
    }

    fn block_move(&mut self, check: Check) {
        let mut inside = self.state.inside.clone();
        let mut conditional = self.state.conditional.clone();
        let mut drift = self.state.drift;
        let look = if self.problem.live.is_empty() || self.rng.random::<bool>() {
            let mut look = self.small(drift, &inside);
            std::mem::swap(&mut self.filter, &mut self.trial);
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
        let left = self.left_for_drift(&coefficients, &inside, drift);
        let mut wander = vec![0.0; left.len()];
        self.filter.draw(&left, &mut wander, &mut self.rng);
        let eta: Vec<f64> = (0..left.len())
            .map(|t| self.sites[t].z - left[t] + wander[t])
            .collect();
        self.proposed += 1;
        let gain = match check {
            Check::Trust => 0.0,
            Check::Exact => self.log_correction(&eta) - self.log_correction(&self.state.eta),
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

    /// Pairs of columns whose acting values are correlated above 0.5 in size, among those that may be left out.
    fn find_alike(&self) -> Vec<(usize, usize)> {
        let p = self.problem.live.len();
        let may_leave = |j: &usize| self.problem.live[*j].weight != Some(1.0);
        let mut pairs = Vec::new();
        for a in (0..p).filter(may_leave) {
            for b in (a + 1..p).filter(may_leave) {
                if self.correlation(a, b).abs() > 0.5 {
                    pairs.push((a, b));
                }
            }
        }
        pairs
    }

    /// Correlation of two columns' acting values over the observed rows.
    pub(crate) fn correlation(&self, a: usize, b: usize) -> f64 {
        let p = self.problem.live.len();
        let n = self.problem.observed.len() as f64;
        let (mut sa, mut sb, mut saa, mut sbb, mut sab) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for row in self.acting.chunks_exact(p) {
            let (x, y) = (row[a], row[b]);
            sa += x;
            sb += y;
            saa += x * x;
            sbb += y * y;
            sab += x * y;
        }
        let spread = (saa - sa * sa / n) * (sbb - sb * sb / n);
        if spread > 0.0 {
            (sab - sa * sb / n) / libm::sqrt(spread)
        } else {
            0.0
        }
    }

    /// The generator, for what is drawn beside the chain.
    pub(crate) fn rng(&mut self) -> &mut impl Rng {
        &mut self.rng
    }
}

/// In which order the column moves run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    ScanFirst,
    SwapFirst,
}

/// The number an outcome stands for (0 when missing).
pub(crate) fn count(seen: crate::design::Observation) -> f64 {
    match seen {
        crate::design::Observation::Missing => 0.0,
        crate::design::Observation::Exactly(y) | crate::design::Observation::AtLeast(y) => {
            f64::from(y)
        }
    }
}
