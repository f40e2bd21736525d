//! What an oracle is told of a diary: what its generator is made of.

use serde::Deserialize;
use simulate::{Drift, Noise, Recipe};

use crate::case::Factor;

/// What the generator does, or the nearest that the model can say.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Told {
    /// Share of factors that are real in the generator's diaries.
    pub(crate) weight: f64,
    /// Mean of the real factors' log rate ratios: yes against no, or per standard deviation of an amount.
    pub(crate) effect_mean: f64,
    /// Their standard deviation.
    pub(crate) effect_sd: f64,
    /// Standard deviation of the drift.
    pub(crate) drift_sd: f64,
    /// Nights after which its correlation has fallen to 1/e.
    pub(crate) drift_nights: f64,
    /// Shape of the negative binomial whose spread is the noise's.
    pub(crate) shape: f64,
}

impl Told {
    pub(crate) fn of(recipe: &Recipe, factors: &[Factor]) -> Self {
        let real = factors.iter().filter(|factor| factor.real).count();
        let (drift_sd, drift_nights) = match recipe.drift {
            Drift::Autoregressive => (0.4, 20.0),
            // Steps of 0.075 a night: the autoregression with the same steps over half a year.
            Drift::RandomWalk => (0.7, 180.0),
            // A jump a month to levels with standard deviation 0.5.
            Drift::Steps => (0.5, 30.0),
            Drift::None => (1e-3, 20.0),
        };
        Self {
            weight: real as f64 / factors.len().max(1) as f64,
            // Log effects are uniform from ln 1.4 to ln 3, three in four upwards: these are the mean and standard deviation.
            effect_mean: 0.3588,
            effect_sd: 0.6585,
            drift_sd,
            drift_nights,
            shape: match recipe.noise {
                Noise::NegativeBinomial => 3.0,
                // The shape with the same variance: 1 / (exp(0.6²) - 1).
                Noise::LogNormal => 2.3,
                // The same for a night in five that is quiet: (1 - 0.2) / 0.2.
                Noise::ZeroInflated => 4.0,
            },
        }
    }
}
