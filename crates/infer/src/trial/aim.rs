//! Bets that aim at the end: wealth follows the chance that a test of the whole trial will reject.
//!
//! A test that looks once, at the end, has more power than bets that look all the time; but its chance to reject, given what
//! is known so far, over its level, is itself a fair wealth, and ends where the test ends (Koning NW, van Meer S (2026),
//! Anytime validity is free: inducing sequential tests, J R Stat Soc B; abstract read). The test here: the sum of signed
//! differences between the arms over its standard deviation under chance alone. How far the sum has still to go is guessed
//! from the stakes so far; a bad guess costs wealth, never validity, because every bet is placed at the odds of the design.

use super::data::Drawn;
use super::design::Arm;
use super::e_process::Candidate;
use super::level::Batch;
use crate::normal;

/// A direction of the effect.
struct Side {
    sign: f64,
    bar: f64,
    log_wealth: f64,
}

/// What the test's sum must reach, in standard deviations, in the supposed and in the other direction: such that either ends
/// near 60 times the wealth of both, well above a clear answer. Our choice, by simulation.
const BARS: [f64; 2] = [2.4, 2.8];
/// Nights after which a past night counts for 1/e in the level that differences are taken from.
const MEMORY: f64 = 14.0;
/// Weight of the average of all nights beside them, in nights.
const BEFORE: f64 = 0.3;
/// What is always left uncertain of the sum, in stakes: without it the last bet would be all or nothing.
const UNCERTAIN: f64 = 0.1;
/// Chances below this are no chances: nobody bets everything.
const LEAST: f64 = 1e-12;

/// The bets, and what they know.
pub(super) struct Aims {
    sides: [Side; 2],
    /// Stakes that are still to come.
    to_come: f64,
    stakes: f64,
    /// Sum of the differences A less B, and its variance when only the order is chance.
    sum: f64,
    variance: f64,
    /// Discounted sum and number of past nights.
    past: f64,
    past_nights: f64,
    day: Option<i32>,
}

impl Aims {
    /// A wealth of `wealth`, of which `supposed` is on the direction with this sign.
    pub(super) fn new(wealth: f64, sign: f64, supposed: f64, drawn: &Drawn) -> Self {
        let side = |sign, share: f64, bar| Side {
            sign,
            bar,
            log_wealth: libm::log(wealth * share),
        };
        Self {
            sides: [
                side(sign, supposed, BARS[0]),
                side(-sign, 1.0 - supposed, BARS[1]),
            ],
            to_come: drawn.admissible.stakes().len() as f64,
            stakes: 0.0,
            sum: 0.0,
            variance: 0.0,
            past: 0.0,
            past_nights: 0.0,
            day: None,
        }
    }

    /// The wealth of both directions.
    pub(super) fn wealth(&self) -> f64 {
        (self.sides.iter())
            .map(|side| libm::exp(side.log_wealth))
            .sum()
    }

    /// Bets on a stake at the odds of the design. `mean` is that of all nights so far, whatever their arms.
    pub(super) fn settle(
        &mut self,
        nights: &[Batch],
        order: &[Arm],
        candidates: &[Candidate],
        mean: f64,
    ) {
        let left = self.differences(nights, mean);
        let expected: f64 = (candidates.iter())
            .map(|candidate| candidate.chance * difference(&left, &candidate.order))
            .sum();
        let steps: Vec<(f64, f64)> = (candidates.iter())
            .map(|c| (c.chance, difference(&left, &c.order) - expected))
            .collect();
        let step = difference(&left, order) - expected;
        let variance: f64 = steps.iter().map(|(chance, x)| chance * x * x).sum();
        self.stakes += 1.0;
        self.to_come -= 1.0;
        if variance > 0.0 {
            self.bet(step, &steps, variance);
        }
        self.sum += step;
        self.variance += variance;
    }

    fn bet(&mut self, step: f64, steps: &[(f64, f64)], variance: f64) {
        let so_far = self.variance + variance;
        let each = so_far / self.stakes;
        let whole = libm::sqrt(so_far + each * self.to_come);
        let still = libm::sqrt(each * (self.to_come + UNCERTAIN));
        for side in &mut self.sides {
            let chance = |x: f64| {
                let ahead = side.sign * (self.sum + x) - side.bar * whole;
                normal::cdf(ahead / still).max(LEAST)
            };
            let average: f64 = steps.iter().map(|(share, x)| share * chance(*x)).sum();
            side.log_wealth += libm::log(chance(step) / average);
        }
    }

    /// How far each period's sum lies from the level of its stake and of the nights before, whatever the arms.
    fn differences(&mut self, nights: &[Batch], mean: f64) -> Vec<f64> {
        if let Some(first) = nights.iter().find_map(Batch::first_day) {
            if let Some(day) = self.day {
                let kept = libm::exp(-f64::from(first - day) / MEMORY);
                self.past *= kept;
                self.past_nights *= kept;
            }
            self.day = Some(first);
        }
        self.past += nights.iter().map(Batch::sum).sum::<f64>();
        self.past_nights += nights.iter().map(Batch::nights).sum::<f64>();
        let level = (self.past + BEFORE * mean) / (self.past_nights + BEFORE);
        let left = |batch: &Batch| batch.sum() - level * batch.nights();
        nights.iter().map(left).collect()
    }
}

/// A less B in an order; its root, so that one bad night does not outweigh all others.
fn difference(left: &[f64], order: &[Arm]) -> f64 {
    let signed = left.iter().zip(order).map(|(left, arm)| match arm {
        Arm::A => *left,
        Arm::B => -left,
    });
    let difference: f64 = signed.sum();
    libm::copysign(libm::sqrt(difference.abs()), difference)
}
