//! What a share of avoided cramps is worth to this person: nights without a cramp in a month, and what a trial could add.
//!
//! The derivations stand in `docs/plan.md`.

use std::f64::consts::{PI, SQRT_2};

use diary::{Night, NightId};

/// Answered nights from which cramps and nights avoided a month are told.
pub const NIGHTS_FOR_A_RATE: usize = 14;
/// Nights from which the rate of cramps is taken.
const RECENT_NIGHTS: i32 = 28;
/// Days of a month, in which nights are counted.
const MONTH: f64 = 30.0;
/// Nights in each arm of a trial that a person can be expected to finish (our judgement: eight weeks in all).
const TRIAL_NIGHTS: f64 = 28.0;
/// Weight of what a trial could add, as few run one (our judgement).
const SETTLED: f64 = 0.25;
/// Standard normal quantiles at 52.5, 57.5, ... 97.5 %: with their negatives, twenty equally likely values.
const HALF: [f64; 10] = [
    0.0627, 0.1891, 0.3186, 0.4538, 0.5978, 0.7554, 0.9346, 1.1503, 1.4395, 1.9600,
];
/// Standard deviations on either side that hold nine tenths of a normal distribution.
const NINE_TENTHS: f64 = 1.645;

/// The person's recent nights.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Recent {
    /// Cramps of each answered night.
    counts: Vec<u32>,
}

/// An expected value with its 5 % and 95 % points.
pub(super) type Spread = (f64, f64, f64);

impl Recent {
    /// The answered nights of the last four weeks; `None` before [`NIGHTS_FOR_A_RATE`] of them.
    pub(super) fn of(nights: &[Night], today: NightId) -> Option<Self> {
        let counts: Vec<u32> = nights
            .iter()
            .filter(|night| (0..RECENT_NIGHTS).contains(&today.days_since(night.id)))
            .filter_map(|night| night.outcome.seen())
            .collect();
        (counts.len() >= NIGHTS_FOR_A_RATE).then_some(Self { counts })
    }

    fn answered(&self) -> f64 {
        self.counts.len() as f64
    }

    fn mean(&self) -> f64 {
        self.counts.iter().copied().map(f64::from).sum::<f64>() / self.answered()
    }

    /// Cramps in a month.
    pub(super) fn cramps(&self) -> f64 {
        MONTH * self.mean()
    }

    /// Nights with a cramp in a month.
    pub(super) fn nights(&self) -> f64 {
        let with = self.counts.iter().filter(|&&count| count > 0).count();
        MONTH * with as f64 / self.answered()
    }

    /// Nights in a month that lose their last cramp when each cramp is avoided with this probability, whatever the others
    /// do: a night with n cramps is spared with probability `share` to the n. Below zero, nights that gain a first cramp
    /// when so many more of the mean come at random (Poisson).
    pub(super) fn nights_spared(&self, share: f64) -> f64 {
        let nights: f64 = if share < 0.0 {
            let without = self.counts.iter().filter(|&&count| count == 0).count();
            without as f64 * (libm::exp(share * self.mean()) - 1.0)
        } else {
            self.counts
                .iter()
                .filter(|&&count| count > 0)
                .map(|&count| libm::pow(share.min(1.0), f64::from(count)))
                .sum()
        };
        MONTH * nights / self.answered()
    }

    /// Nights spared in a month by a share that is known only as a normal distribution. Nights spared rise with the share:
    /// its quantiles carry over.
    pub(super) fn nights_expected(&self, mean: f64, sd: f64) -> Spread {
        let at = |deviations: f64| self.nights_spared(mean + deviations * sd);
        let expected = HALF.iter().map(|&z| at(z) + at(-z)).sum::<f64>() / (2 * HALF.len()) as f64;
        (expected, at(-NINE_TENTHS), at(NINE_TENTHS))
    }

    /// Cramps spared in a month by such a share.
    pub(super) fn cramps_expected(&self, mean: f64, sd: f64) -> Spread {
        let at = |deviations: f64| self.cramps() * (mean + deviations * sd).min(1.0);
        (self.cramps() * mean, at(-NINE_TENTHS), at(NINE_TENTHS))
    }

    /// Standard deviation with which a trial would tell the share: that of the ratio of two means of independent nights.
    pub(super) fn trial_noise(&self) -> f64 {
        let mean = self.mean();
        let variance = self
            .counts
            .iter()
            .map(|&count| (f64::from(count) - mean).powi(2))
            .sum::<f64>()
            / (self.answered() - 1.0);
        // Never surer than counts that come at random.
        (2.0 * variance.max(mean) / TRIAL_NIGHTS).sqrt() / mean
    }
}

/// What more a share is worth when a trial can first tell whether it is there: the expectation of what would be kept,
/// beyond what is expected now (expected value of sample information, normal share and normal noise).
pub(super) fn settled(mean: f64, sd: f64, noise: f64) -> f64 {
    if sd <= 0.0 || !noise.is_finite() {
        return 0.0;
    }
    let moved = sd * sd / (sd * sd + noise * noise).sqrt();
    let z = mean / moved;
    let below = 0.5 * libm::erfc(-z / SQRT_2);
    let density = libm::exp(-0.5 * z * z) / (2.0 * PI).sqrt();
    (mean * below + moved * density - mean.max(0.0)).max(0.0)
}

/// What a remedy is worth for the ranking, before its effort: of each night with cramps the part of its cramps that is
/// expected to be avoided, in nights of a month; before the rate is known, the share alone. What a trial can settle counts a
/// little more. That the share is uncertain counts for nothing else: the least studied remedy must not come first.
pub(super) fn worth(mean: f64, sd: f64, recent: Option<&Recent>, can: Settles) -> f64 {
    let Some(recent) = recent else {
        return mean;
    };
    let more = match can {
        Settles::ByTrial => SETTLED * settled(mean, sd, recent.trial_noise()),
        Settles::Nothing => 0.0,
    };
    recent.nights() * (mean + more)
}

/// Whether a trial can settle if a remedy helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Settles {
    /// There is a template of a trial for it.
    ByTrial,
    /// There is none, or it was tested already.
    Nothing,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recent(counts: &[u32]) -> Recent {
        Recent {
            counts: counts.to_vec(),
        }
    }

    fn near(a: f64, b: f64, by: f64) {
        assert!((a - b).abs() < by, "{a} is not {b}");
    }

    #[test]
    fn nights_spared_by_hand() {
        let nights = recent(&[0, 1, 2, 0]);
        near(nights.cramps(), 22.5, 1e-12);
        near(nights.nights(), 15.0, 1e-12);
        // 30 / 4 x (0.5 + 0.25).
        near(nights.nights_spared(0.5), 5.625, 1e-12);
        near(nights.nights_spared(1.0), 15.0, 1e-12);
        near(nights.nights_spared(0.0), 0.0, 1e-12);
        // 30 / 4 x 2 x (exp(-0.5 x 0.75) - 1).
        near(nights.nights_spared(-0.5), -4.690_660_8, 1e-6);
    }

    #[test]
    fn thinning_agrees_with_counting_every_outcome() {
        // A night with three cramps, each avoided with probability 0.4: all eight outcomes.
        let mut spared = 0.0;
        for outcome in 0_u32..8 {
            let avoided = outcome.count_ones();
            let probability = 0.4_f64.powi(avoided as i32) * 0.6_f64.powi(3 - avoided as i32);
            if avoided == 3 {
                spared += probability;
            }
        }
        near(recent(&[3]).nights_spared(0.4), 30.0 * spared, 1e-12);
    }

    #[test]
    fn with_at_most_one_cramp_a_night_nights_are_cramps() {
        let nights = recent(&[0, 1, 1, 0, 1]);
        for share in [0.1, 0.3, 0.9] {
            near(nights.nights_spared(share), nights.cramps() * share, 1e-12);
        }
        let (expected, low, high) = nights.nights_expected(0.5, 0.1);
        near(expected, 9.0, 1e-9);
        near(low, 18.0 * (0.5 - 0.1645), 1e-9);
        near(high, 18.0 * (0.5 + 0.1645), 1e-9);
    }

    #[test]
    fn what_a_trial_adds_by_hand() {
        // Without noise and expecting nothing, half of a standard normal is kept: sd x 0.3989.
        near(settled(0.0, 0.2, 0.0), 0.2 * 0.398_942_28, 1e-8);
        // A trial that tells nothing adds nothing.
        assert_eq!(settled(0.1, 0.2, f64::INFINITY), 0.0);
        // Nothing to learn adds nothing.
        assert_eq!(settled(0.1, 0.0, 0.1), 0.0);
        // Surely good: the trial changes no mind.
        near(settled(0.5, 0.05, 0.1), 0.0, 1e-9);
    }

    #[test]
    fn what_a_trial_adds_agrees_with_integration() {
        for (mean, sd, noise) in [(0.05, 0.2, 0.3), (-0.1, 0.15, 0.1), (0.2, 0.1, 0.5)] {
            let moved = sd * sd / libm::hypot(sd, noise);
            // The mean after the trial is normal around the mean now: what is kept is its positive part.
            let steps = 200_000;
            let width = 16.0 / f64::from(steps);
            let kept: f64 = (0..steps)
                .map(|step| -8.0 + (f64::from(step) + 0.5) * width)
                .map(|z: f64| {
                    (mean + moved * z).max(0.0) * libm::exp(-0.5 * z * z) / (2.0 * PI).sqrt()
                        * width
                })
                .sum();
            near(settled(mean, sd, noise), kept - f64::max(mean, 0.0), 1e-6);
        }
    }

    #[test]
    fn of_two_equal_remedies_the_one_that_can_be_tested_comes_first() {
        let nights = recent(&[1, 0, 2, 1, 0, 0, 1, 1, 0, 3, 0, 1, 0, 1]);
        let by_trial = worth(0.05, 0.15, Some(&nights), Settles::ByTrial);
        let without = worth(0.05, 0.15, Some(&nights), Settles::Nothing);
        assert!(by_trial > without);
        // It never makes a remedy that does much worse the better one.
        assert!(without * 2.0 < worth(0.25, 0.15, Some(&nights), Settles::Nothing));
        assert!(by_trial < worth(0.25, 0.15, Some(&nights), Settles::Nothing));
    }

    #[test]
    fn more_is_worth_more() {
        let nights = recent(&[1, 0, 2, 1, 0, 0, 1, 1, 0, 3, 0, 1, 0, 1]);
        let mut last = f64::NEG_INFINITY;
        for step in -20..=20 {
            let worth = worth(f64::from(step) / 20.0, 0.1, Some(&nights), Settles::ByTrial);
            assert!(worth >= last);
            last = worth;
        }
    }
}
