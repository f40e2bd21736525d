//! The engine itself: as the application uses it, and as an oracle that is told what the generator is made of.

use anyhow::Result;
use infer::{Design, DriftPrior, Effort, Model, Seed, Slab, Weight};
use simulate::{Drift, Noise, Recipe};

use crate::case::Case;
use crate::methods::Verdict;

/// As `analyze` does for columns it knows nothing about.
pub(crate) fn judge(case: &Case, effort: Effort) -> Result<Vec<Verdict>> {
    let design = case.design(|_| (Weight::Learned, Slab::Neutral));
    verdicts(&design, &Model::nightly(), effort)
}

/// With the true share of real factors, the true spread of effects, drift and noise.
pub(crate) fn judge_as_oracle(case: &Case, effort: Effort) -> Result<Vec<Verdict>> {
    let real = case.factors.iter().filter(|factor| factor.real).count();
    let share = (real as f64 / case.factors.len() as f64).clamp(1e-6, 0.999);
    // Log effects are uniform from ln 1.4 to ln 3, three in four upwards: these are the mean and standard deviation.
    let (mean, sd) = (0.3588, 0.6585);
    let design = case.design(|factor| {
        (
            Weight::Fixed(share),
            Slab::Given {
                mean,
                sd,
                per: factor.unit,
            },
        )
    });
    verdicts(&design, &oracle_model(&case.recipe), effort)
}

/// Hyper-priors around what the generator does, or around the process that resembles it most.
fn oracle_model(recipe: &Recipe) -> Model {
    let (sd_scale, time_median) = match recipe.drift {
        Drift::Autoregressive => (0.4, 20.0),
        // Steps of 0.075 a night: the autoregression with the same steps over half a year.
        Drift::RandomWalk => (0.7, 180.0),
        // A jump a month to levels with standard deviation 0.5.
        Drift::Steps => (0.5, 30.0),
        Drift::None => (1e-3, 20.0),
    };
    let shape: f64 = match recipe.noise {
        Noise::NegativeBinomial => 3.0,
        // The shape with the same variance: 1 / (exp(0.6²) - 1).
        Noise::LogNormal => 2.3,
        // The same for a night in five that is quiet: (1 - 0.2) / 0.2.
        Noise::ZeroInflated => 4.0,
    };
    Model {
        drift: Some(DriftPrior {
            sd_scale,
            time_median,
            time_log_sd: 0.2,
        }),
        log_shape_mean: libm::log(shape),
        log_shape_sd: 0.2,
        ..Model::nightly()
    }
}

fn verdicts(design: &Design, model: &Model, effort: Effort) -> Result<Vec<Verdict>> {
    let answer = infer::sample(design, model, effort, Seed(1))?.answer;
    let columns = answer.columns.iter().map(|column| Verdict {
        score: column.probability,
        probability: Some(column.probability),
        interval: Some((libm::log(column.ratio_low), libm::log(column.ratio_high))),
        alarm: column.ratio_low > 1.0 || column.ratio_high < 1.0,
    });
    Ok(columns.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use simulate::Generator;

    #[test]
    fn both_find_what_is_plain_to_see() {
        let case = Case::generate(Generator::Plain, (365, 12), 5);
        let effort = Effort {
            burn_in: 100,
            keep: 200,
        };
        for verdicts in [
            judge(&case, effort).unwrap(),
            judge_as_oracle(&case, effort).unwrap(),
        ] {
            for (verdict, factor) in verdicts.iter().zip(&case.factors) {
                if factor.effect.is_some_and(|effect| effect.abs() > 0.7) {
                    assert!(verdict.probability.unwrap() > 0.8);
                }
            }
        }
    }
}
