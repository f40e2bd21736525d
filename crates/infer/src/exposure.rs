//! A simple model of each exposure (how often, how persistent), for the days on which it was not answered.

use rand::{Rng, RngExt};
use rand_distr::{Distribution, StandardNormal};

use crate::design::{Column, Kind};

/// A column on the engine's own scale: yes/no as 0 and 1, amounts in standard deviations around their mean.
#[derive(Clone, Debug)]
pub(crate) struct Exposure {
    /// Current values, missing ones filled in by the last draw.
    pub(crate) values: Vec<f64>,
    /// Rows whose value is missing.
    pub(crate) missing: Vec<usize>,
    /// Units of the column that one step on the engine's scale stands for.
    pub(crate) unit: f64,
    /// What is subtracted before scaling.
    pub(crate) centre: f64,
    /// Share of an exposure's effect that is left a row later.
    pub(crate) carry: f64,
    /// How it comes and goes.
    process: Process,
}

/// How an exposure comes and goes from one row to the next.
#[derive(Clone, Copy, Debug)]
enum Process {
    /// A two-state Markov chain: stationary share of yes and the correlation from row to row.
    Chain { share: f64, persistence: f64 },
    /// A first-order autoregression with mean 0 and variance 1, kept within the observed range.
    Autoregression {
        persistence: f64,
        low: f64,
        high: f64,
    },
}

/// Why a column has no effect to learn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Silent {
    /// Every value is the same.
    Constant,
    /// No value at all.
    NeverObserved,
}

impl Exposure {
    /// Scales a column and estimates how it comes and goes.
    ///
    /// The estimates are plug-in values from the observed neighbours: one pseudo-observation of each kind for the
    /// chain, shrinkage of the correlation by 5 pseudo-pairs for amounts.
    pub(crate) fn of(column: &Column, days: &[i32]) -> Result<Self, Silent> {
        let seen: Vec<f64> = column.values.iter().copied().flatten().collect();
        let first = *seen.first().ok_or(Silent::NeverObserved)?;
        if seen.iter().all(|&v| v == first) {
            return Err(Silent::Constant);
        }
        let n = seen.len() as f64;
        let (centre, unit) = match column.kind {
            Kind::YesNo => (0.0, 1.0),
            Kind::Amount => {
                // Scaled before summing, so that huge values cannot overflow.
                let largest = seen.iter().fold(0.0_f64, |m, v| m.max(v.abs()));
                let mean = seen.iter().map(|v| v / largest).sum::<f64>() / n;
                let spread = seen
                    .iter()
                    .map(|v| (v / largest - mean) * (v / largest - mean))
                    .sum::<f64>()
                    / (n - 1.0);
                (mean * largest, libm::sqrt(spread) * largest)
            }
        };
        if !(unit.is_normal() && centre.is_finite()) {
            return Err(Silent::Constant);
        }
        let scaled: Vec<Option<f64>> = column
            .values
            .iter()
            .map(|v| v.map(|v| (v - centre) / unit))
            .collect();
        let pairs: Vec<(f64, f64)> = scaled
            .windows(2)
            .zip(days.windows(2))
            .filter(|(_, d)| d[1] - d[0] == 1)
            .filter_map(|(v, _)| Some((v[0]?, v[1]?)))
            .collect();
        let process = match column.kind {
            Kind::YesNo => {
                let share = (seen.iter().sum::<f64>() + 0.5) / (n + 1.0);
                let stay = |state: f64| {
                    let from = pairs.iter().filter(|(a, _)| *a == state).count() as f64;
                    let kept = pairs
                        .iter()
                        .filter(|(a, b)| *a == state && *b == state)
                        .count() as f64;
                    let alone = if state == 1.0 { share } else { 1.0 - share };
                    (kept + 2.0 * alone) / (from + 2.0)
                };
                // Correlation of a two-state chain = P(stay yes) + P(stay no) - 1.
                Process::Chain {
                    share,
                    persistence: (stay(1.0) + stay(0.0) - 1.0).clamp(0.0, 0.98),
                }
            }
            Kind::Amount => {
                let products: f64 = pairs.iter().map(|(a, b)| a * b).sum();
                let squares: f64 = pairs.iter().map(|(a, b)| 0.5 * (a * a + b * b)).sum();
                let persistence = (products / (squares + 5.0)).clamp(0.0, 0.98);
                let low = scaled
                    .iter()
                    .flatten()
                    .fold(f64::INFINITY, |m, v| m.min(*v));
                let high = scaled
                    .iter()
                    .flatten()
                    .fold(f64::NEG_INFINITY, |m, v| m.max(*v));
                Process::Autoregression {
                    persistence,
                    low,
                    high,
                }
            }
        };
        let missing = scaled
            .iter()
            .enumerate()
            .filter(|(_, v)| v.is_none())
            .map(|(t, _)| t)
            .collect();
        let start = match process {
            Process::Chain { share, .. } => f64::from(u8::from(share > 0.5)),
            Process::Autoregression { .. } => 0.0,
        };
        let carry = if column.half_life > 0.0 {
            libm::exp2(-1.0 / column.half_life)
        } else {
            0.0
        };
        Ok(Self {
            values: scaled.iter().map(|v| v.unwrap_or(start)).collect(),
            missing,
            unit,
            centre,
            carry,
            process,
        })
    }

    /// Draws the value of row `t` from what its neighbours say.
    pub(crate) fn propose(&self, t: usize, days: &[i32], rng: &mut impl Rng) -> f64 {
        let before = t
            .checked_sub(1)
            .map(|s| (self.values[s], f64::from(days[t] - days[s])));
        let after = days
            .get(t + 1)
            .map(|next| (self.values[t + 1], f64::from(next - days[t])));
        match self.process {
            Process::Chain { share, persistence } => {
                // Probability of a yes that follows this value.
                let yes_after = |step: f64, from: f64| share * (1.0 - step) + step * from;
                let before = before.map_or(share, |(b, gap)| yes_after(power(persistence, gap), b));
                let (from_yes, from_no) = after.map_or((1.0, 1.0), |(a, gap)| {
                    let step = power(persistence, gap);
                    let (yes, no) = (yes_after(step, 1.0), yes_after(step, 0.0));
                    if a == 1.0 {
                        (yes, no)
                    } else {
                        (1.0 - yes, 1.0 - no)
                    }
                });
                let (yes, no) = (before * from_yes, (1.0 - before) * from_no);
                f64::from(u8::from(rng.random::<f64>() * (yes + no) < yes))
            }
            Process::Autoregression {
                persistence,
                low,
                high,
            } => {
                let (mut mean, mut variance) = match before {
                    None => (0.0, 1.0),
                    Some((b, gap)) => {
                        let step = power(persistence, gap);
                        (step * b, 1.0 - step * step)
                    }
                };
                if let Some((a, gap)) = after {
                    let step = power(persistence, gap);
                    let ahead = step * step * variance + 1.0 - step * step;
                    let gain = variance * step / ahead;
                    mean += gain * (a - step * mean);
                    variance *= 1.0 - gain * step;
                }
                let normal: f64 = StandardNormal.sample(rng);
                (mean + libm::sqrt(variance.max(0.0)) * normal).clamp(low, high)
            }
        }
    }

    /// The exposure as it acts: carried over rows by its half-life, from an average past.
    pub(crate) fn acting(&self, days: &[i32], out: &mut [f64]) {
        if self.carry == 0.0 {
            out.copy_from_slice(&self.values);
            return;
        }
        let average = self.values.iter().sum::<f64>() / self.values.len() as f64;
        let mut carried = average / (1.0 - self.carry);
        for (t, value) in self.values.iter().enumerate() {
            let gap = if t == 0 { 1 } else { days[t] - days[t - 1] };
            let left = power(self.carry, f64::from(gap));
            // Days between rows count as average days.
            let between = average * (self.carry - left) / (1.0 - self.carry);
            carried = value + left * carried + between;
            out[t] = carried;
        }
    }
}

fn power(base: f64, rows: f64) -> f64 {
    if rows == 1.0 {
        base
    } else {
        libm::pow(base, rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::design::{Slab, Weight};
    use rand_chacha::ChaCha8Rng;
    use rand_chacha::rand_core::SeedableRng;

    fn column(values: Vec<Option<f64>>, kind: Kind, half_life: f64) -> Column {
        Column {
            name: "x".into(),
            values,
            kind,
            reference: 0.0,
            half_life,
            weight: Weight::Learned,
            slab: Slab::Learned,
        }
    }

    #[test]
    fn silent_columns_are_told_apart() {
        let days = [0, 1, 2];
        assert_eq!(
            Exposure::of(&column(vec![None; 3], Kind::YesNo, 0.0), &days).err(),
            Some(Silent::NeverObserved)
        );
        let constant = column(vec![Some(2.0), None, Some(2.0)], Kind::Amount, 0.0);
        assert_eq!(Exposure::of(&constant, &days).err(), Some(Silent::Constant));
    }

    #[test]
    fn huge_and_tiny_amounts_are_scaled() {
        for scale in [1e300, 1e-300] {
            let values = vec![Some(scale), Some(2.0 * scale), Some(3.0 * scale)];
            let exposure = Exposure::of(&column(values, Kind::Amount, 0.0), &[0, 1, 2]).unwrap();
            assert!(
                (exposure.values[0] + 1.0).abs() < 1e-9,
                "{:?}",
                exposure.values
            );
            assert!((exposure.values[2] - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn a_gap_between_two_yeses_is_mostly_yes() {
        let mut values: Vec<Option<f64>> = (0..60)
            .map(|t| Some(f64::from(u8::from((t / 10) % 2 == 0))))
            .collect();
        values[5] = None;
        values[15] = None;
        let days: Vec<i32> = (0..60).collect();
        let exposure = Exposure::of(&column(values, Kind::YesNo, 0.0), &days).unwrap();
        let mut rng = ChaCha8Rng::seed_from_u64(1);
        let yes = |t: usize, rng: &mut ChaCha8Rng| {
            (0..2000)
                .map(|_| exposure.propose(t, &days, rng))
                .sum::<f64>()
                / 2000.0
        };
        assert!(yes(5, &mut rng) > 0.9);
        assert!(yes(15, &mut rng) < 0.1);
    }

    #[test]
    fn carry_over_halves_after_a_half_life() {
        let mut values = vec![Some(0.0); 40];
        values[20] = Some(1.0);
        let days: Vec<i32> = (0..40).collect();
        let exposure = Exposure::of(&column(values, Kind::YesNo, 2.0), &days).unwrap();
        let mut acting = vec![0.0; 40];
        exposure.acting(&days, &mut acting);
        let added = |t: usize| acting[t] - acting[19] * libm::exp2(-((t - 19) as f64) / 2.0);
        assert!((added(20) - 1.0).abs() < 1e-12);
        assert!((added(22) - 0.5).abs() < 1e-12);
        assert!((added(24) - 0.25).abs() < 1e-12);
    }
}
