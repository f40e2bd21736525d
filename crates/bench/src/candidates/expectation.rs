//! Expectation propagation: Gaussian sites for counts and for spike and slab, drift and spread on a grid weighted by evidence.
//!
//! Minka TP (2001), Expectation propagation for approximate Bayesian inference, UAI; spike-and-slab sites: Hernández-Lobato
//! JM, Hernández-Lobato D, Suárez A (2015), Mach Learn 99:437-487; a grid over the rest, as in Rue H, Martino S, Chopin N
//! (2009), J R Stat Soc B 71:319-392.

use std::f64::consts::TAU;

use nalgebra::{Cholesky, DMatrix, DVector};

use super::Said;
use super::target::{Hyper, Target, log_mass, normal_matters};

/// Grid of drift and spread, in prior standard deviations of the logs of shape and time, and in scales of the drift's sd.
const SHAPES: [f64; 5] = [-2.0, -1.0, 0.0, 1.0, 2.0];
const SDS: [f64; 5] = [0.1, 0.35, 0.7, 1.2, 2.0];
const TIMES: [f64; 3] = [-1.2, 0.0, 1.2];
/// Most rounds at one point of the grid.
const ROUNDS: usize = 60;
/// Share of the way to the new sites in each round.
const DAMPING: f64 = 0.6;

/// A Gaussian factor exp(h x - w x² / 2).
#[derive(Clone, Copy, Debug)]
struct Site {
    w: f64,
    h: f64,
}

/// Mass, mean and variance of a cavity times the true factor.
#[derive(Clone, Copy, Debug)]
struct Tilted {
    log_mass: f64,
    mean: f64,
    variance: f64,
    /// Of an effect: chance of mattering.
    matters: f64,
}

/// The sites of one point of the grid; the next point starts from them.
#[derive(Clone, Debug)]
struct Sites {
    counts: Vec<Site>,
    effects: Vec<Site>,
}

/// One point of the grid, solved.
struct Solved {
    log_evidence: f64,
    effects: Vec<Tilted>,
}

/// The nested approximation; `None` when no point of the grid converged.
pub(super) fn run(target: &Target) -> Option<Vec<Said>> {
    let slab = target.weight * target.slab_sd * target.slab_sd;
    let mut sites = Sites {
        counts: target
            .counts
            .iter()
            .map(|_| Site { w: 0.3, h: 0.0 })
            .collect(),
        effects: vec![
            Site {
                w: 1.0 / slab,
                h: 0.0
            };
            target.columns.len()
        ],
    };
    let mut solved = Vec::new();
    for hyper in grid(target) {
        let before = sites.clone();
        match solve(target, hyper.0, &mut sites) {
            Some(point) => solved.push((point.log_evidence + hyper.1, point)),
            None => sites = before,
        }
    }
    let top = solved.iter().map(|s| s.0).reduce(f64::max)?;
    let total: f64 = solved.iter().map(|s| libm::exp(s.0 - top)).sum();
    let p = target.columns.len();
    let (mut probability, mut mean, mut square) = (vec![0.0; p], vec![0.0; p], vec![0.0; p]);
    for (log, point) in &solved {
        let share = libm::exp(log - top) / total;
        for (j, effect) in point.effects.iter().enumerate() {
            probability[j] += share * effect.matters;
            mean[j] += share * effect.mean;
            square[j] += share * (effect.variance + effect.mean * effect.mean);
        }
    }
    let said = |j: usize| Said {
        probability: probability[j],
        mean: mean[j],
        sd: libm::sqrt((square[j] - mean[j] * mean[j]).max(0.0)),
    };
    Some((0..p).map(said).collect())
}

/// The grid's points, each with its log prior mass.
fn grid(target: &Target) -> Vec<(Hyper, f64)> {
    let Some(prior) = target.model.drift else {
        return Vec::new();
    };
    // The standard deviations are unevenly spaced on the log scale, so each has the width of its cell.
    let mut points = Vec::new();
    for time in TIMES {
        for (i, sd) in SDS.iter().enumerate() {
            for shape in SHAPES {
                let hyper = Hyper {
                    log_shape: target.model.log_shape_mean + shape * target.model.log_shape_sd,
                    log_sd: libm::log(sd * prior.sd_scale),
                    log_time: libm::log(prior.time_median) + time * prior.time_log_sd,
                };
                let below = SDS[i.saturating_sub(1)];
                let above = SDS[(i + 1).min(SDS.len() - 1)];
                let width = libm::log(libm::log(above / below));
                points.push((hyper, target.log_prior(hyper) + width));
            }
        }
    }
    points
}

fn solve(target: &Target, hyper: Hyper, sites: &mut Sites) -> Option<Solved> {
    let shape = libm::exp(hyper.log_shape);
    for round in 0..ROUNDS {
        let joint = Joint::of(target, hyper, sites)?;
        let mut log_evidence = joint.log_mass;
        let mut moved = 0.0_f64;
        for (t, site) in sites.counts.iter_mut().enumerate() {
            let (mean, variance) = joint.counts[t];
            let count = |eta: f64| log_mass(target.counts[t], eta, shape);
            log_evidence += update(site, mean, variance, &mut moved, |m, v| {
                integrate(m, v, count)
            })?
            .0;
        }
        let mut effects = Vec::with_capacity(sites.effects.len());
        for (site, (mean, variance)) in sites.effects.iter_mut().zip(&joint.effects) {
            let tilt = |m, v| spike_and_slab(target, m, v);
            let (gain, tilted) = update(site, *mean, *variance, &mut moved, tilt)?;
            log_evidence += gain;
            effects.push(tilted);
        }
        if moved < 1e-3 && round > 0 {
            return Some(Solved {
                log_evidence,
                effects,
            });
        }
    }
    None
}

/// Moves a site towards its tilted moments; its part of the log evidence, and what it saw.
fn update(
    site: &mut Site,
    mean: f64,
    variance: f64,
    moved: &mut f64,
    tilt: impl Fn(f64, f64) -> Tilted,
) -> Option<(f64, Tilted)> {
    let precision = 1.0 / variance - site.w;
    if precision <= 1e-9 {
        return None;
    }
    let (cavity_mean, cavity_variance) = ((mean / variance - site.h) / precision, 1.0 / precision);
    let tilted = tilt(cavity_mean, cavity_variance);
    let gain = tilted.log_mass + log_partition(cavity_mean, cavity_variance)
        - log_partition(mean, variance);
    // A site of no precision at all would make the joint improper.
    let w = (1.0 / tilted.variance - precision).max(1e-6);
    let h = tilted.mean * (w + precision) - cavity_mean * precision;
    *moved = moved.max((tilted.mean - mean).abs() / libm::sqrt(variance));
    site.w += DAMPING * (w - site.w);
    site.h += DAMPING * (h - site.h);
    Some((gain, tilted))
}

/// ∫ exp(x mean/variance - x²/2variance) dx, in logs.
fn log_partition(mean: f64, variance: f64) -> f64 {
    0.5 * libm::log(TAU * variance) + 0.5 * mean * mean / variance
}

/// Moments by the trapezoidal rule over eight standard deviations either way, which converges geometrically for a smooth
/// factor under a normal weight (Trefethen LN, Weideman JAC (2014), SIAM Rev 56:385-458).
fn integrate(mean: f64, variance: f64, factor: impl Fn(f64) -> f64) -> Tilted {
    let sd = libm::sqrt(variance);
    let nodes = (-40..=40).map(|i| f64::from(i) * 0.2);
    let values: Vec<(f64, f64)> = nodes
        .map(|x| (mean + sd * x, factor(mean + sd * x) - 0.5 * x * x))
        .collect();
    let top = values.iter().map(|v| v.1).fold(f64::NEG_INFINITY, f64::max);
    let (mut mass, mut first, mut second) = (0.0, 0.0, 0.0);
    for (x, log) in values {
        let weight = libm::exp(log - top);
        mass += weight;
        first += weight * (x - mean);
        second += weight * (x - mean) * (x - mean);
    }
    let away = first / mass;
    Tilted {
        log_mass: top + libm::log(0.2 * mass / libm::sqrt(TAU)),
        mean: mean + away,
        variance: second / mass - away * away,
        matters: 0.0,
    }
}

fn spike_and_slab(target: &Target, mean: f64, variance: f64) -> Tilted {
    let slab = target.slab_sd * target.slab_sd;
    let log_normal = |v: f64| -0.5 * libm::log(TAU * v) - 0.5 * mean * mean / v;
    let inside = libm::log(target.weight) + log_normal(variance + slab);
    let outside = libm::log(1.0 - target.weight) + log_normal(variance);
    let top = inside.max(outside);
    let log_mass = top + libm::log(libm::exp(inside - top) + libm::exp(outside - top));
    let chance = libm::exp(inside - log_mass);
    let (m, v) = (
        mean * slab / (variance + slab),
        variance * slab / (variance + slab),
    );
    Tilted {
        log_mass,
        mean: chance * m,
        variance: chance * (v + m * m) - chance * chance * m * m,
        matters: chance * normal_matters(m, libm::sqrt(v)),
    }
}

/// Means and variances of every linear predictor and effect under all sites.
struct Joint {
    counts: Vec<(f64, f64)>,
    effects: Vec<(f64, f64)>,
    log_mass: f64,
}

impl Joint {
    fn of(target: &Target, hyper: Hyper, sites: &Sites) -> Option<Self> {
        let (n, p) = (target.counts.len(), target.columns.len());
        let x = DMatrix::from_fn(n, p, |t, j| target.columns[j][t]);
        let prior_variance = DVector::from_iterator(p, sites.effects.iter().map(|s| 1.0 / s.w));
        let prior_mean = DVector::from_iterator(p, sites.effects.iter().map(|s| s.h / s.w));
        let spread = DMatrix::from_fn(n, p, |t, j| x[(t, j)] * prior_variance[j]);
        let (sd, time) = (libm::exp(hyper.log_sd), libm::exp(hyper.log_time));
        let level = target.model.level_sd * target.model.level_sd;
        let mut covariance = &spread * x.transpose();
        for a in 0..n {
            for b in 0..n {
                let gap = f64::from((target.days[a] - target.days[b]).abs());
                covariance[(a, b)] += level + sd * sd * libm::exp(-gap / time);
            }
        }
        let mean = &x * &prior_mean;
        let noisy = &covariance
            + DMatrix::from_diagonal(&DVector::from_iterator(
                n,
                sites.counts.iter().map(|s| 1.0 / s.w),
            ));
        let cholesky = Cholesky::new(noisy)?;
        let lower = cholesky.l_dirty();
        let residual = DVector::from_fn(n, |t, _| sites.counts[t].h / sites.counts[t].w - mean[t]);
        let half = lower.solve_lower_triangular(&residual)?;
        let by_count = lower.solve_lower_triangular(&covariance)?;
        let by_effect = lower.solve_lower_triangular(&spread)?;
        let mut log_mass = -0.5 * half.norm_squared();
        for (t, site) in sites.counts.iter().enumerate() {
            // The density of N(z; mean, covariance + 1/w), and the site's own constant.
            log_mass -= 0.5 * libm::log(TAU) + libm::log(lower[(t, t)]);
            log_mass += log_partition(site.h / site.w, 1.0 / site.w);
        }
        for site in &sites.effects {
            log_mass += log_partition(site.h / site.w, 1.0 / site.w);
        }
        let count = |t: usize| {
            let column = by_count.column(t);
            (
                mean[t] + column.dot(&half),
                covariance[(t, t)] - column.norm_squared(),
            )
        };
        let effect = |j: usize| {
            let column = by_effect.column(j);
            (
                prior_mean[j] + column.dot(&half),
                prior_variance[j] - column.norm_squared(),
            )
        };
        Some(Self {
            counts: (0..n).map(count).collect(),
            effects: (0..p).map(effect).collect(),
            log_mass,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::candidates::target::tiny;

    #[test]
    fn tilted_moments_of_a_gaussian_factor_are_the_closed_form() {
        let tilted = integrate(0.4, 2.0, |x| -0.5 * 3.0 * (x - 1.0) * (x - 1.0));
        assert!((tilted.variance - 1.0 / 3.5).abs() < 1e-10);
        assert!((tilted.mean - (0.2 + 3.0) / 3.5).abs() < 1e-10);
        let exact = 0.5 * libm::log(1.0 / 7.0) - 0.36 / (2.0 * (2.0 + 1.0 / 3.0));
        assert!((tilted.log_mass - exact).abs() < 1e-10);
    }

    #[test]
    fn is_near_the_weighted_prior() {
        let target = tiny::target();
        let got = run(&target).unwrap();
        for (j, (probability, mean)) in tiny::oracle(&target).into_iter().enumerate() {
            assert!(
                (got[j].probability - probability).abs() < 0.05,
                "{j}: {:?} {probability}",
                got[j]
            );
            assert!(
                (got[j].mean - mean).abs() < 0.05,
                "{j}: {:?} {mean}",
                got[j]
            );
        }
    }
}
