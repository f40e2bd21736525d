//! What is kept of the sweeps, and how it is summed up.

use rand::RngExt;
use rand_distr::{Distribution, StandardNormal};

use crate::answer::{Answer, ColumnAnswer};
use crate::before::before_data_in;
use crate::design::{Column, Design};
use crate::forecast::nights_to_clear;
use crate::likelihood::Likelihood;
use crate::model::Model;
use crate::normal::SpikeAndSlab;
use crate::predictive::Predictive;
use crate::sampler::Sampler;
use crate::settle::settle;

/// Draws of everything, for checks of the engine.
#[derive(Clone, Debug)]
pub struct Posterior {
    /// The summary.
    pub answer: Answer,
    /// Draws of the level at average exposures, then of the season's two coefficients if there is a season.
    pub fixed: Vec<Vec<f64>>,
    /// Draws of each column's log ratio per `per_amount` (0 when the column is out); empty for silent columns.
    pub effects: Vec<Vec<f64>>,
    /// Draws of the negative binomial's shape.
    pub shape: Vec<f64>,
    /// Draws of the drift's stationary standard deviation.
    pub drift_sd: Vec<f64>,
    /// Draws of the drift's time constant in rows.
    pub drift_time: Vec<f64>,
    /// Draws of the learned weight.
    pub weight: Vec<f64>,
    /// Draws of the learned slab's width and centre, on the engine's scale (per 1 for yes/no, per standard deviation).
    pub slab: Vec<(f64, f64)>,
    /// Draws of the linear predictor of the last observed row.
    pub latest: Vec<f64>,
    /// Share of block proposals that were accepted: near 1 when the surrogate is close to the likelihood.
    pub acceptance: f64,
}

/// What is kept of the sweeps.
pub(crate) struct Draws {
    pub(crate) fixed: Vec<Vec<f64>>,
    pub(crate) effects: Vec<Vec<f64>>,
    pub(crate) conditional: Vec<Vec<SpikeAndSlab>>,
    pub(crate) shape: Vec<f64>,
    drift_sd: Vec<f64>,
    drift_time: Vec<f64>,
    weight: Vec<f64>,
    slab: Vec<(f64, f64)>,
    latest: Vec<f64>,
    /// Expected events over the observed rows, summed over the sweeps looked at.
    expected: f64,
    /// The same with each column at its reference.
    without: Vec<f64>,
    /// Expected events on the last 28 observed rows, and how many rows that were, summed.
    recent: (f64, f64),
    pub(crate) predictive: Predictive,
}

impl Draws {
    pub(crate) fn new(sampler: &Sampler) -> Self {
        let (p, q) = (
            sampler.problem.live.len(),
            sampler.problem.fixed_priors.len(),
        );
        Self {
            fixed: vec![Vec::new(); q],
            effects: vec![Vec::new(); p],
            conditional: vec![Vec::new(); p],
            shape: Vec::new(),
            drift_sd: Vec::new(),
            drift_time: Vec::new(),
            weight: Vec::new(),
            slab: Vec::new(),
            latest: Vec::new(),
            expected: 0.0,
            without: vec![0.0; p],
            recent: (0.0, 0.0),
            predictive: Predictive::of(&sampler.problem),
        }
    }

    pub(crate) fn take(&mut self, sampler: &Sampler) {
        let q = self.fixed.len();
        let state = &sampler.state;
        for (draws, value) in self
            .fixed
            .iter_mut()
            .chain(&mut self.effects)
            .zip(&state.coefficients)
        {
            draws.push(*value);
        }
        debug_assert_eq!(q + self.effects.len(), state.coefficients.len());
        for (draws, conditional) in self.conditional.iter_mut().zip(&state.conditional) {
            draws.push(*conditional);
        }
        self.shape.push(sampler.shape);
        self.drift_sd.push(state.drift.sd);
        self.drift_time.push(state.drift.time);
        self.weight.push(sampler.weight);
        self.slab.push((sampler.width, sampler.centre));
        self.latest.extend(state.eta.last());
    }

    /// Expected events as things were, and with each column that is in at its reference.
    pub(crate) fn take_shares(&mut self, sampler: &Sampler) {
        let problem = &sampler.problem;
        let (n, p, q) = (
            problem.observed.len(),
            problem.live.len(),
            problem.fixed_priors.len(),
        );
        let rate = |eta: f64| match problem.family {
            Likelihood::Binary => 1.0 / (1.0 + libm::exp(-eta)),
            _ => libm::exp(eta.min(30.0)),
        };
        let rates: Vec<f64> = sampler.state.eta.iter().map(|&eta| rate(eta)).collect();
        let total: f64 = rates.iter().sum();
        self.expected += total;
        let last = n.saturating_sub(28);
        self.recent.0 += rates[last..].iter().sum::<f64>();
        self.recent.1 += (n - last) as f64;
        for (j, without) in self.without.iter_mut().enumerate() {
            let effect = sampler.state.coefficients[q + j];
            if effect == 0.0 {
                *without += total;
                continue;
            }
            let live = &problem.live[j];
            *without += (0..n)
                .map(|t| {
                    let above = sampler.acting[t * p + j] + live.centre - live.reference;
                    if above == 0.0 {
                        rates[t]
                    } else {
                        rate(sampler.state.eta[t] - effect * above)
                    }
                })
                .sum::<f64>();
        }
    }

    pub(crate) fn sum_up(
        mut self,
        design: &Design,
        model: &Model,
        sampler: &mut Sampler,
    ) -> Posterior {
        let mut notes = sampler.problem.notes.clone();
        notes.extend(self.predictive.notes());
        let mut columns = Vec::new();
        let mut effects = Vec::new();
        for (column, place) in design.columns.iter().zip(sampler.problem.places.clone()) {
            match place {
                Err(_) => {
                    columns.push(before_data_in(model, column, 1.0));
                    effects.push(Vec::new());
                }
                Ok(j) => {
                    columns.push(self.column(design, column, j, sampler));
                    effects.push(std::mem::take(&mut self.effects[j]));
                }
            }
        }
        let answer = Answer {
            nights: design.outcome.len(),
            nights_observed: sampler.problem.observed.len(),
            columns,
            recent_rate: self.recent.0 / self.recent.1.max(1.0),
            notes,
        };
        Posterior {
            answer,
            fixed: self.fixed,
            effects,
            shape: self.shape,
            drift_sd: self.drift_sd,
            drift_time: self.drift_time,
            weight: self.weight,
            slab: self.slab,
            latest: self.latest,
            acceptance: f64::from(sampler.accepted) / f64::from(sampler.proposed.max(1)),
        }
    }

    fn column(
        &mut self,
        design: &Design,
        column: &Column,
        j: usize,
        sampler: &mut Sampler,
    ) -> ColumnAnswer {
        settle(&mut self.conditional[j], &self.effects[j]);
        let draws = &self.conditional[j];
        let count = draws.len().max(1) as f64;
        let average = |f: fn(&SpikeAndSlab) -> f64| draws.iter().map(f).sum::<f64>() / count;
        let inside = average(|d| d.weight);
        let mean = average(|d| d.weight * d.mean);
        let square = average(|d| d.weight * (d.mean * d.mean + d.sd * d.sd));
        let mean_if_real = if inside > 0.0 { mean / inside } else { 0.0 };
        let variance_if_real = if inside > 0.0 {
            (square / inside - mean_if_real * mean_if_real).max(1e-12)
        } else {
            1.0
        };
        let (p_raises, p_lowers) = (average(|d| d.p_raises()), average(|d| d.p_lowers()));
        let mut points = mixture_draws(draws, sampler);
        points.sort_by(f64::total_cmp);
        let at = |p: f64| points[((p * points.len() as f64) as usize).min(points.len() - 1)];
        let live = &sampler.problem.live[j];
        let typical = |part: fn(&(f64, f64)) -> f64| {
            self.slab.iter().map(part).sum::<f64>() / self.slab.len().max(1) as f64
        };
        let prior = live.slab.map_or_else(
            || SpikeAndSlab {
                weight: 0.0,
                mean: typical(|slab| slab.1),
                sd: typical(|slab| slab.0),
            },
            |slab| SpikeAndSlab {
                weight: 0.0,
                mean: slab.mean,
                sd: 1.0 / libm::sqrt(slab.precision),
            },
        );
        let now = SpikeAndSlab {
            weight: inside,
            mean: mean_if_real,
            sd: libm::sqrt(variance_if_real),
        };
        let unit = live.exposure.unit;
        let mut travels_with = Vec::new();
        for (other, place) in design.columns.iter().zip(&sampler.problem.places) {
            if let Ok(k) = *place
                && k != j
                && sampler.correlation(j, k).abs() > 0.8
            {
                travels_with.push(other.name.clone());
            }
        }
        let rows = sampler.problem.observed.len() as f64;
        let looked = self.recent.1 / rows.min(28.0);
        ColumnAnswer {
            name: column.name.clone(),
            probability: p_raises + p_lowers,
            p_raises,
            p_lowers,
            ratio: libm::exp(mean),
            ratio_low: libm::exp(at(0.05)),
            ratio_high: libm::exp(at(0.95)),
            ratio_if_real: libm::exp(mean_if_real),
            per_amount: unit,
            share: Some(1.0 - self.without[j] / self.expected),
            avoided_per_month: Some((self.expected - self.without[j]) / looked / rows * 30.0),
            nights_to_clear: nights_to_clear(now, prior.sd, p_raises + p_lowers, rows),
            travels_with,
            dots: std::array::from_fn(|i| libm::exp(at((i as f64 + 0.5) / 20.0))),
        }
    }
}

/// At most about 4,000 draws from the average of the sweeps' conditional distributions, a few a sweep at even steps.
fn mixture_draws(conditional: &[SpikeAndSlab], sampler: &mut Sampler) -> Vec<f64> {
    let a_sweep = 4;
    let every = (conditional.len() / 1000).max(1);
    let mut points = Vec::with_capacity(conditional.len() / every * a_sweep + a_sweep);
    for d in conditional.iter().step_by(every) {
        for i in 0..a_sweep {
            let u = (i as f64 + sampler.rng().random::<f64>()) / a_sweep as f64;
            points.push(if u < d.weight {
                let normal: f64 = StandardNormal.sample(sampler.rng());
                d.mean + d.sd * normal
            } else {
                0.0
            });
        }
    }
    points
}
