//! The posterior every candidate is asked for, as plain numbers: counts, exposures, priors.

use infer::{Design, Model, Observation, Slab, Weight};

use super::scaled;

/// Log ratios from which on a ratio differs from 1 by more than 10 %.
const LOW: f64 = -0.105_360_515_657_826_3;
const HIGH: f64 = 0.095_310_179_804_324_86;

/// Drift and spread: what no method can integrate out in closed form. Logarithms are natural.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Hyper {
    /// Log of the negative binomial's shape.
    pub(super) log_shape: f64,
    /// Log of the drift's stationary standard deviation.
    pub(super) log_sd: f64,
    /// Log of the drift's time constant in nights.
    pub(super) log_time: f64,
}

/// The data and priors.
#[derive(Clone, Debug)]
pub(super) struct Target {
    /// Exposures of the answered nights, one vector a factor, each around its average.
    pub(super) columns: Vec<Vec<f64>>,
    pub(super) counts: Vec<f64>,
    /// Days of the answered nights.
    pub(super) days: Vec<i32>,
    pub(super) weight: f64,
    pub(super) slab_sd: f64,
    pub(super) model: Model,
}

impl Target {
    /// What a design with complete exposures, one fixed weight and one given slab asks; `None` for any other design.
    pub(super) fn of(design: &Design, model: &Model) -> Option<Self> {
        let columns = scaled(design);
        let first = design.columns.first()?;
        let (Weight::Fixed(weight), Slab::Given { sd, .. }) = (first.weight, first.slab) else {
            return None;
        };
        let answered: Vec<(usize, f64)> = (design.outcome.iter().enumerate())
            .filter_map(|(row, outcome)| match outcome {
                Observation::Exactly(count) => Some((row, f64::from(*count))),
                _ => None,
            })
            .collect();
        Some(Self {
            columns: (columns.iter())
                .map(|column| answered.iter().map(|&(row, _)| column[row]).collect())
                .collect(),
            counts: answered.iter().map(|&(_, count)| count).collect(),
            days: answered.iter().map(|&(row, _)| design.days[row]).collect(),
            weight,
            slab_sd: sd,
            model: *model,
        })
    }

    /// Log prior density of drift and spread on the log scale, up to a constant.
    pub(super) fn log_prior(&self, hyper: Hyper) -> f64 {
        let spread = (hyper.log_shape - self.model.log_shape_mean) / self.model.log_shape_sd;
        let mut total = -0.5 * spread * spread;
        if let Some(prior) = self.model.drift {
            let sd = libm::exp(hyper.log_sd) / prior.sd_scale;
            let time = (hyper.log_time - libm::log(prior.time_median)) / prior.time_log_sd;
            total += hyper.log_sd - 0.5 * sd * sd - 0.5 * time * time;
        }
        total
    }
}

/// Log probability of a count given the log of its mean, without `ln y!`.
pub(super) fn log_mass(y: f64, eta: f64, shape: f64) -> f64 {
    let rising: f64 = (0..y as u32).map(|i| libm::log(shape + f64::from(i))).sum();
    rising + shape * libm::log(shape) + y * eta - (y + shape) * libm::log(libm::exp(eta) + shape)
}

/// Probability that a normal effect is more than 10 % away from none.
pub(super) fn normal_matters(mean: f64, sd: f64) -> f64 {
    let cdf = |x: f64| 0.5 * libm::erfc(-x / std::f64::consts::SQRT_2);
    cdf((mean - HIGH) / sd) + cdf((LOW - mean) / sd)
}

#[cfg(test)]
pub(crate) mod tiny {
    //! A problem small enough for an oracle that shares nothing with the methods: draws from the prior, weighted.

    use rand::{RngExt, SeedableRng};
    use rand_chacha::ChaCha8Rng;
    use rand_distr::{Distribution, StandardNormal};

    use super::*;

    /// Fourteen nights, two factors.
    pub(crate) fn target() -> Target {
        let mut model = Model::nightly();
        model.level_sd = 0.7;
        let raw = [
            [1., 0., 1., 1., 0., 0., 1., 0., 1., 0., 0., 1., 1., 0.],
            [0., 0., 0., 1., 1., 1., 0., 1., 0., 1., 0., 1., 0., 0.],
        ];
        Target {
            columns: raw.map(|c| c.iter().map(|x| x - 0.5).collect()).into(),
            counts: vec![3., 0., 2., 5., 0., 1., 4., 0., 3., 1., 0., 2., 4., 1.],
            days: vec![0, 1, 2, 3, 4, 7, 8, 9, 10, 11, 12, 13, 14, 15],
            weight: 0.4,
            slab_sd: 0.55,
            model,
        }
    }

    /// Each factor's probability and mean effect, by weighting a million draws from the prior with the likelihood.
    pub(crate) fn oracle(target: &Target) -> Vec<(f64, f64)> {
        let mut rng = ChaCha8Rng::seed_from_u64(17);
        let prior = target.model.drift.unwrap();
        let (mut total, mut sums) = (0.0, vec![(0.0, 0.0); target.columns.len()]);
        let mut effects = vec![0.0; target.columns.len()];
        for _ in 0..1_000_000 {
            let mut normal = || -> f64 { StandardNormal.sample(&mut rng) };
            let level = target.model.level_sd * normal();
            let shape =
                libm::exp(target.model.log_shape_mean + target.model.log_shape_sd * normal());
            let sd = prior.sd_scale * normal().abs();
            let time = prior.time_median * libm::exp(prior.time_log_sd * normal());
            let mut drift = sd * normal();
            let noise: Vec<f64> = target.days.iter().map(|_| normal()).collect();
            for effect in &mut effects {
                let normal: f64 = StandardNormal.sample(&mut rng);
                let inside = rng.random::<f64>() < target.weight;
                *effect = if inside { target.slab_sd * normal } else { 0.0 };
            }
            let mut eta = Vec::new();
            for (t, day) in target.days.iter().enumerate() {
                if t > 0 {
                    let step = libm::exp(-f64::from(day - target.days[t - 1]) / time);
                    drift = step * drift + sd * libm::sqrt(1.0 - step * step) * noise[t];
                }
                let acting = target.columns.iter().zip(&effects);
                eta.push(level + drift + acting.map(|(c, b)| c[t] * b).sum::<f64>());
            }
            let weight = libm::exp(
                (target.counts.iter().zip(&eta))
                    .map(|(y, eta)| log_mass(*y, *eta, shape))
                    .sum::<f64>(),
            );
            total += weight;
            for (sum, effect) in sums.iter_mut().zip(&effects) {
                sum.0 += weight * f64::from(u8::from(!(LOW..=HIGH).contains(effect)));
                sum.1 += weight * effect;
            }
        }
        sums.iter().map(|s| (s.0 / total, s.1 / total)).collect()
    }
}
