//! What a bettor believes about the level of a series: a running average that forgets, and how likely it makes new nights.
//!
//! Counts: gamma-Poisson with exponential discounting (Harvey AC, Fernandes C (1989), J Bus Econ Stat 7:407-417); numbers:
//! its normal counterpart. Both need only a weight and a weighted sum. It is no matter of validity how good this model is.

use super::data::Outcomes;
use super::design::Arm;

/// The nights of one period that have an outcome.
#[derive(Clone, Debug, Default)]
pub(super) struct Batch {
    first_day: Option<i32>,
    values: Vec<f64>,
    sum: f64,
}

impl Batch {
    pub(super) fn push(&mut self, day: i32, value: f64) {
        self.first_day.get_or_insert(day);
        self.values.push(value);
        self.sum += value;
    }

    /// The first night that has an outcome.
    pub(super) fn first_day(&self) -> Option<i32> {
        self.first_day
    }

    /// How many nights have an outcome.
    pub(super) fn nights(&self) -> f64 {
        self.values.len() as f64
    }

    /// The sum of the outcomes.
    pub(super) fn sum(&self) -> f64 {
        self.sum
    }
}

/// What kind of numbers the outcomes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Numbers {
    Counts,
    Measured,
}

/// Mean and spread of all outcomes so far.
#[derive(Clone, Debug)]
pub(super) struct Scale {
    numbers: Numbers,
    values: Vec<f64>,
    mean: f64,
    variance: f64,
}

impl Scale {
    pub(super) fn of(outcomes: &Outcomes) -> Self {
        Self {
            numbers: match outcomes {
                Outcomes::Counts(_) => Numbers::Counts,
                Outcomes::YesNo(_) | Outcomes::Measured(_) => Numbers::Measured,
            },
            values: Vec::new(),
            mean: 0.0,
            variance: 0.0,
        }
    }

    /// Takes in the nights of a stake. Their arms do not enter, so what is learned may be used for bets on them.
    pub(super) fn learn(&mut self, nights: &[Batch]) {
        self.values
            .extend(nights.iter().flat_map(|batch| &batch.values));
        let n = self.values.len() as f64;
        if n == 0.0 {
            return;
        }
        self.mean = self.values.iter().sum::<f64>() / n;
        let squares: f64 = self
            .values
            .iter()
            .map(|y| (y - self.mean) * (y - self.mean))
            .sum();
        self.variance = squares / n;
    }

    /// The mean of all outcomes so far.
    pub(super) fn mean(&self) -> f64 {
        self.mean
    }
}

/// A discounted weight and sum of the past nights, as they would have been halfway between the arms.
#[derive(Clone, Copy, Debug)]
pub(super) struct Level {
    memory: f64,
    weight: f64,
    sum: f64,
    day: Option<i32>,
}

/// Weight of the belief before any night, in nights.
const BEFORE: f64 = 0.3;

impl Level {
    /// Forgets with the time constant `memory`, in nights.
    pub(super) const fn new(memory: f64) -> Self {
        Self {
            memory,
            weight: 0.0,
            sum: 0.0,
            day: None,
        }
    }

    /// The level after some periods, and the log likelihood of their nights, up to what does not depend on the arms, if
    /// they had these arms and A against B made a difference of `effect`.
    pub(super) fn through(
        mut self,
        nights: &[Batch],
        order: &[Arm],
        effect: f64,
        scale: &Scale,
    ) -> (Self, f64) {
        let mut log_likelihood = 0.0;
        for (batch, arm) in nights.iter().zip(order) {
            let half = match arm {
                Arm::A => 0.5 * effect,
                Arm::B => -0.5 * effect,
            };
            log_likelihood += self.take(batch, half, scale);
        }
        (self, log_likelihood)
    }

    fn take(&mut self, batch: &Batch, half: f64, scale: &Scale) -> f64 {
        let Some(first_day) = batch.first_day else {
            return 0.0;
        };
        if let Some(day) = self.day {
            let left = libm::exp(-f64::from(first_day - day) / self.memory);
            self.weight *= left;
            self.sum *= left;
        }
        self.day = Some(first_day);
        let (nights, sum) = (batch.nights(), batch.sum());
        let weight = self.weight + BEFORE;
        match scale.numbers {
            Numbers::Counts => {
                let rate = libm::exp(half);
                let events = self.sum + BEFORE * scale.mean;
                let log = sum * half - (events + sum) * libm::log(weight + nights * rate)
                    + events * libm::log(weight);
                self.weight += nights * rate;
                self.sum += sum;
                log
            }
            Numbers::Measured => {
                if scale.variance <= 0.0 {
                    return 0.0;
                }
                let shift = half * libm::sqrt(scale.variance);
                let level = (self.sum + BEFORE * scale.mean) / weight;
                let miss = sum / nights - level - shift;
                let variance = scale.variance * (1.0 / nights + 1.0 / weight);
                self.weight += nights;
                self.sum += sum - nights * shift;
                -0.5 * miss * miss / variance
            }
        }
    }
}
