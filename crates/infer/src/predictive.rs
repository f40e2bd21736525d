//! Do the data look like the model's data? Compares what was seen with what the model would have brought.

use rand::RngExt;
use rand_distr::{Distribution, Gamma, Poisson};

use crate::answer::{Note, Statistic};
use crate::likelihood::{Likelihood, Seen};
use crate::problem::Problem;
use crate::sampler::Sampler;

/// How unusual the data must be, on one statistic, before a reader is warned.
const WARN_BELOW: f64 = 0.01;

/// Replicates below which nothing is said.
const FEWEST_REPLICATES: u32 = 100;

/// Observed rows below which no good fit is claimed: any few rows look like the model's.
const FEWEST_ROWS: usize = 14;

/// Counts how often replicated data lie above and at what was seen, for each statistic.
pub(crate) struct Predictive {
    seen: [f64; 4],
    above: [u32; 4],
    equal: [u32; 4],
    replicates: u32,
    rows: usize,
}

impl Predictive {
    pub(crate) fn of(problem: &Problem) -> Self {
        let counts: Vec<f64> = problem.outcome.iter().map(|o| o.number()).collect();
        Self {
            seen: statistics(problem, &counts),
            above: [0; 4],
            equal: [0; 4],
            replicates: 0,
            rows: counts.len(),
        }
    }

    /// Replicates the data once from the sampler's state.
    pub(crate) fn take(&mut self, sampler: &mut Sampler) {
        let family = sampler.problem.family;
        let shape = sampler.shape;
        let mut counts = Vec::with_capacity(sampler.state.eta.len());
        for t in 0..sampler.state.eta.len() {
            let eta = sampler.state.eta[t].clamp(-30.0, 15.0);
            // A censored count is replicated as itself: what it would have been was never seen.
            let replicate = if let Seen::AtLeast(_) = sampler.problem.outcome[t] {
                sampler.problem.outcome[t].number()
            } else {
                let rng = sampler.rng();
                match family {
                    Likelihood::Binary => f64::from(u8::from(
                        rng.random::<f64>() * (1.0 + libm::exp(-eta)) < 1.0,
                    )),
                    Likelihood::Poisson => poisson(libm::exp(eta), rng),
                    Likelihood::NegativeBinomial => {
                        let mean = libm::exp(eta);
                        let rate =
                            Gamma::new(shape, mean / shape).map_or(mean, |gamma| gamma.sample(rng));
                        poisson(rate, rng)
                    }
                }
            };
            counts.push(replicate);
        }
        let replicated = statistics(&sampler.problem, &counts);
        self.replicates += 1;
        for (i, value) in replicated.into_iter().enumerate() {
            self.above[i] += u32::from(value > self.seen[i] + 1e-9);
            self.equal[i] += u32::from((value - self.seen[i]).abs() <= 1e-9);
        }
    }

    /// A warning for each statistic on which the data do not look like the model's, or that they do on all of them.
    pub(crate) fn notes(&self) -> Vec<Note> {
        if self.replicates < FEWEST_REPLICATES {
            return Vec::new();
        }
        let total = f64::from(self.replicates);
        let poor: Vec<Note> = (0..4)
            .filter_map(|i| {
                let at_least = f64::from(self.above[i] + self.equal[i]) / total;
                let at_most = 1.0 - f64::from(self.above[i]) / total;
                let p = (2.0 * at_least.min(at_most)).min(1.0);
                (p < WARN_BELOW).then_some(Note::PoorFit {
                    statistic: Statistic::ALL[i],
                    p,
                })
            })
            .collect();
        if poor.is_empty() && self.rows >= FEWEST_ROWS {
            vec![Note::GoodFit]
        } else {
            poor
        }
    }
}

fn poisson(rate: f64, rng: &mut impl rand::Rng) -> f64 {
    if rate < 1e-12 {
        0.0
    } else {
        Poisson::new(rate).map_or(0.0, |p| p.sample(rng))
    }
}

/// The statistics in the order of [`Statistic::ALL`].
fn statistics(problem: &Problem, counts: &[f64]) -> [f64; 4] {
    let n = counts.len() as f64;
    let mean = counts.iter().sum::<f64>() / n;
    let variance = counts.iter().map(|y| (y - mean) * (y - mean)).sum::<f64>() / n;
    let zeros = counts.iter().filter(|&&y| y == 0.0).count() as f64 / n;
    let worst = counts.iter().fold(0.0_f64, |m, y| m.max(*y));
    let neighbours: f64 = (1..counts.len())
        .filter(|&t| problem.observed_days[t] - problem.observed_days[t - 1] == 1)
        .map(|t| (counts[t] - mean) * (counts[t - 1] - mean))
        .sum();
    let alike = if variance > 0.0 {
        neighbours / (n * variance)
    } else {
        0.0
    };
    let spread = if mean > 0.0 { variance / mean } else { 0.0 };
    [zeros, worst, spread, alike]
}
