//! The sampler: draws from the exact posterior, led by a Gaussian surrogate of each outcome's likelihood.
//!
//! One sweep draws the missing exposures, the spread and the learned priors given all else; then proposes the columns
//! that are in, the coefficients, the drift and its parameters in one block from the surrogate's posterior, and
//! accepts by what the surrogate got wrong. The block's moves run in random order, so that the proposal is reversible
//! and the acceptance needs only the ratio of true likelihood to surrogate.

mod block;
mod learned;
mod local;
mod missing;

use rand::Rng;
use rand_chacha::ChaCha8Rng;

use crate::drift::{Drift, Filter};
use crate::inclusion::Gram;
use crate::likelihood::{Likelihood, Seen, Site, Spot, site};
use crate::model::Model;
use crate::normal::SpikeAndSlab;
use crate::problem::Problem;
use crate::stand_in::StandIn;

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

pub(crate) struct Sampler {
    pub(crate) problem: Problem,
    model: Model,
    pub(crate) state: State,
    /// Shape of the negative binomial.
    pub(crate) shape: f64,
    /// The learned weight.
    pub(crate) weight: f64,
    /// The width of the learned slab.
    pub(crate) width: f64,
    /// The centre of the learned slab.
    pub(crate) centre: f64,
    /// Acting exposures of the observed rows on the engine's scale, centred; row-major.
    pub(crate) acting: Vec<f64>,
    /// Acting exposures of all rows, one vector a live column.
    acting_columns: Vec<Vec<f64>>,
    /// About where each row's linear predictor lies, learned while burning in.
    whereabouts: Vec<Spot>,
    sites: Vec<Site>,
    pub(crate) stand_in: StandIn,
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

/// How sure the checked surrogate of a night without events is, as a share of the likelihood's curvature. Such a night says
/// nothing against an even lower rate, but its surrogate, being symmetric, does: where a column that is in had only such
/// nights, effects that the surrogate calls impossible were held for hundreds of sweeps at 1, and seldom are at 0.8. Less
/// costs accepted proposals.
const QUIET: f64 = 0.8;

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
            centre: model.centre_mean,
            acting: vec![0.0; n * p],
            acting_columns,
            whereabouts: Vec::new(),
            sites: Vec::new(),
            stand_in: StandIn::default(),
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
        let seen: f64 = self.problem.outcome.iter().map(|o| o.number()).sum::<f64>() / n as f64;
        let start = match self.problem.family {
            Likelihood::Binary => libm::log((seen + 0.05) / (1.05 - seen)),
            _ => libm::log(seen + 0.05),
        };
        self.whereabouts = vec![Spot::new(start, 0.3); n];
        let (mut mean, mut variance) = (vec![0.0; n], vec![0.0; n]);
        for _ in 0..8 {
            self.place_sites();
            let inside = self.state.inside.clone();
            let factor = self.small(self.state.drift, &inside).factor;
            let coefficients = self.spread_out(&factor, factor.mean());
            let left = self.left_for_drift(&self.trial, self.state.drift, &coefficients, &inside);
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
        if let StandIn::Drawn(draw) = self.stand_in {
            let rows = self.problem.outcome.iter().zip(&self.state.eta);
            self.sites.clear();
            self.sites.extend(rows.map(|(seen, eta)| {
                let drawn = draw(seen.number() as u32, shape, *eta, &mut self.rng);
                Site {
                    w: drawn.precision,
                    z: drawn.centre,
                }
            }));
            return;
        }
        let spots = self.problem.outcome.iter().zip(&self.whereabouts);
        let checked = matches!(self.stand_in, StandIn::Checked);
        self.sites.clear();
        self.sites.extend(spots.map(|(seen, spot)| {
            let site = site(family, *seen, spot, shape);
            if checked && *seen == Seen::Exactly(0) {
                site.less_sure(spot, QUIET)
            } else {
                site
            }
        }));
    }

    /// One sweep over everything unknown.
    pub(crate) fn sweep(&mut self, check: Check) {
        self.draw_missing_exposures();
        self.draw_shape();
        self.draw_learned_priors();
        self.place_sites();
        self.block_move(match self.stand_in {
            StandIn::Checked => check,
            StandIn::Trusted | StandIn::Drawn(_) => Check::Trust,
        });
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
