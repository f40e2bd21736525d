//! Brings the average of conditional probabilities to what the chain itself says, as far as the chain can tell.
//!
//! Averaging each sweep's conditional distribution has little noise but takes the surrogate at its word for one column
//! at a time; counting how often the column was in has no such bias but more noise. The difference of the two is
//! believed as far as it exceeds its own Monte Carlo error: so short chains keep the low noise, long ones are exact.
//!
//! Positive-part shrinkage: Efron B, Morris C (1973), Stein's estimation rule and its competitors, J Am Stat Assoc
//! 68:117-130. Batch means: Geyer CJ (1992), Practical Markov chain Monte Carlo, Stat Sci 7:473-483.

use crate::normal::SpikeAndSlab;

/// Batches whose means show the Monte Carlo error.
const BATCHES: usize = 20;

/// Moves the weights of `conditional`, a sweep's each, towards what `effects` (0 when the column was out) counts.
pub(crate) fn settle(conditional: &mut [SpikeAndSlab], effects: &[f64]) {
    let length = effects.len() / BATCHES;
    if length == 0 {
        return;
    }
    let surplus: Vec<f64> = effects
        .iter()
        .zip(conditional.iter())
        .map(|(effect, c)| f64::from(u8::from(*effect != 0.0)) - c.weight)
        .collect();
    let means: Vec<f64> = surplus
        .chunks_exact(length)
        .map(|batch| batch.iter().sum::<f64>() / length as f64)
        .collect();
    let count = means.len() as f64;
    let difference = means.iter().sum::<f64>() / count;
    let noise = means
        .iter()
        .map(|m| (m - difference) * (m - difference))
        .sum::<f64>()
        / (count * (count - 1.0));
    let believed = 1.0 - noise / (difference * difference);
    if believed.is_nan() || believed <= 0.0 {
        return;
    }
    let average = conditional.iter().map(|c| c.weight).sum::<f64>() / conditional.len() as f64;
    let target = (average + believed * difference).clamp(0.0, 1.0);
    if target < average {
        for c in conditional.iter_mut() {
            c.weight *= target / average;
        }
    } else if average < 1.0 {
        for c in conditional.iter_mut() {
            c.weight = 1.0 - (1.0 - c.weight) * (1.0 - target) / (1.0 - average);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sweeps(weight: f64, every: usize) -> (Vec<SpikeAndSlab>, Vec<f64>) {
        let conditional = vec![
            SpikeAndSlab {
                weight,
                mean: 0.4,
                sd: 0.2
            };
            1000
        ];
        let effects = (0..1000)
            .map(|i| if i % every == 0 { 0.4 } else { 0.0 })
            .collect();
        (conditional, effects)
    }

    fn average(conditional: &[SpikeAndSlab]) -> f64 {
        conditional.iter().map(|c| c.weight).sum::<f64>() / conditional.len() as f64
    }

    #[test]
    fn a_clear_difference_is_believed() {
        // In on every fifth sweep exactly: no noise at all, so the count holds, upwards and downwards.
        for weight in [0.1, 0.6] {
            let (mut conditional, effects) = sweeps(weight, 5);
            settle(&mut conditional, &effects);
            assert!((average(&conditional) - 0.2).abs() < 1e-12);
        }
    }

    #[test]
    fn a_difference_within_its_noise_is_not() {
        // In for the first 210 sweeps only: the batches differ far more than the surplus of 0.01.
        let (mut conditional, _) = sweeps(0.2, 5);
        let effects: Vec<f64> = (0..1000).map(|i| if i < 210 { 0.4 } else { 0.0 }).collect();
        settle(&mut conditional, &effects);
        assert_eq!(average(&conditional), average(&sweeps(0.2, 5).0));
    }

    #[test]
    fn certain_columns_stay_certain() {
        let (mut conditional, effects) = sweeps(1.0, 1);
        settle(&mut conditional, &effects);
        assert!(conditional.iter().all(|c| c.weight == 1.0));
    }
}
