//! Imagined trials: nights as a person's own posterior lets one expect them, with a true effect put in.

use rand::{Rng, RngExt};
use rand_distr::{Distribution, Gamma, Poisson, StandardNormal};

use super::data::{Drawn, Outcomes};
use super::design::{Arm, TrialDesign};
use crate::design::Observation;
use crate::draws::Posterior;

/// What a person's nights may be like when nothing is tried.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Habit {
    /// Events a night at the middle of the drift.
    pub rate: f64,
    /// Standard deviation of the drift, in log rate.
    pub drift_sd: f64,
    /// Nights after which the drift's correlation has fallen to 1/e.
    pub drift_time: f64,
    /// Shape of the negative binomial: variance = mean + mean² / shape.
    pub shape: f64,
}

impl Habit {
    /// Every so often one of a posterior's draws, `most` at the most: what is not known of the person is then part of the
    /// planning.
    #[must_use]
    pub fn plausible(posterior: &Posterior, most: usize) -> Vec<Self> {
        let level = posterior.fixed.first().map_or(&[][..], Vec::as_slice);
        let every = level.len().div_ceil(most.max(1)).max(1);
        let draws = (level.iter().zip(&posterior.shape))
            .zip(posterior.drift_sd.iter().zip(&posterior.drift_time));
        draws
            .step_by(every)
            .map(|((level, shape), (drift_sd, drift_time))| Self {
                rate: libm::exp(level.min(7.0)),
                drift_sd: *drift_sd,
                drift_time: *drift_time,
                shape: *shape,
            })
            .collect()
    }

    /// Counts of the nights, given the arm of each and what A multiplies the rate by.
    pub fn nights(&self, arms: &[Arm], ratio: f64, rng: &mut impl Rng) -> Vec<u32> {
        let step = libm::exp(-1.0 / self.drift_time.max(1e-3));
        let fresh = libm::sqrt(1.0 - step * step);
        let mut drift: f64 = StandardNormal.sample(rng);
        (arms.iter())
            .map(|arm| {
                let normal: f64 = StandardNormal.sample(rng);
                let log = self.drift_sd * drift;
                drift = step * drift + fresh * normal;
                let arm = if *arm == Arm::A { ratio } else { 1.0 };
                count(self.rate * libm::exp(log) * arm, self.shape, rng)
            })
            .collect()
    }
}

/// A negative binomial count.
fn count(mean: f64, shape: f64, rng: &mut impl Rng) -> u32 {
    let mean = match Gamma::new(shape, mean / shape) {
        Ok(gamma) => gamma.sample(rng),
        Err(_) => mean,
    };
    // Tiny means have no Poisson distribution in the library, and no events in practice.
    Poisson::new(mean.min(1e4)).map_or(0, |poisson| poisson.sample(rng) as u32)
}

/// One imagined trial.
pub(super) struct Imagined {
    pub(super) days: Vec<i32>,
    pub(super) outcomes: Outcomes,
    pub(super) drawn: Drawn,
}

/// Draws a schedule and imagines its nights, of which a share is answered.
pub(super) fn imagine(
    design: TrialDesign,
    empty: &Drawn,
    habit: &Habit,
    ratio: f64,
    answered: f64,
    rng: &mut impl Rng,
) -> Imagined {
    let admissible = &empty.admissible;
    let mut state = admissible.start();
    let mut order = Vec::with_capacity(admissible.periods());
    for i in 0..admissible.periods() {
        let arm = if rng.random::<f64>() < admissible.chance(i, state, Arm::A) {
            Arm::A
        } else {
            Arm::B
        };
        state = admissible.step(i, state, arm).unwrap_or(state);
        order.push(arm);
    }
    let arms: Vec<Arm> = empty
        .period_of
        .iter()
        .map(|&period| order[period])
        .collect();
    let period = usize::from(design.period_nights());
    let left_out = usize::from(design.left_out());
    let outcomes = (habit.nights(&arms, ratio, rng).into_iter().enumerate())
        .map(|(night, count)| {
            let is_answered = rng.random::<f64>() < answered;
            if is_answered && night % period >= left_out {
                Observation::Exactly(count)
            } else {
                Observation::Missing
            }
        })
        .collect();
    Imagined {
        days: (0..arms.len() as i32).collect(),
        outcomes: Outcomes::Counts(outcomes),
        drawn: Drawn {
            order,
            ..empty.clone()
        },
    }
}
