//! From a design to an answer: runs the sampler and sums up its draws.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use crate::answer::{Answer, ColumnAnswer, Note};
use crate::design::{Column, Design, DesignError, Seed, Slab, Weight};
use crate::draws::Draws;
use crate::likelihood::Spot;
use crate::model::{Effort, Model};
use crate::normal::SpikeAndSlab;
use crate::problem::Problem;
use crate::sampler::{Check, Sampler};

/// Changes whenever the same design and seed may give other numbers.
pub const ENGINE_VERSION: &str = "1";

/// The answer for a diary: the nightly model at quick effort.
///
/// ```
/// use infer::{Column, Design, Family, Kind, Observation, Seed, Slab, Weight};
/// let walked: Vec<bool> = (0..60).map(|t| t % 3 == 0).collect();
/// let design = Design {
///     family: Family::NegativeBinomial,
///     days: (0..60).collect(),
///     outcome: walked.iter().map(|&w| Observation::Exactly(if w { 0 } else { 2 })).collect(),
///     offset: vec![],
///     columns: vec![Column {
///         name: "walk".into(),
///         values: walked.iter().map(|&w| Some(f64::from(u8::from(w)))).collect(),
///         kind: Kind::YesNo,
///         reference: 0.0,
///         half_life: 0.0,
///         weight: Weight::Learned,
///         slab: Slab::Neutral,
///     }],
///     season: None,
///     first_drift: 0.0,
/// };
/// let answer = infer::fit(&design, Seed(1)).unwrap();
/// assert!(answer.columns[0].p_lowers > 0.95);
/// ```
///
/// # Errors
/// [`DesignError`] with the bad value when the design cannot be analysed.
pub fn fit(design: &Design, seed: Seed) -> Result<Answer, DesignError> {
    Ok(sample(design, &Model::nightly(), Effort::quick(), seed)?.answer)
}

/// Draws of everything, for checks of the engine.
#[derive(Clone, Debug)]
pub struct Posterior {
    /// The summary.
    pub answer: Answer,
    /// Draws of the level at average exposures, then of the season's two coefficients if there is a season.
    pub fixed: Vec<Vec<f64>>,
    /// Draws of each column's log ratio per `per_amount` (0 when the column is out); empty for silent columns.
    pub effects: Vec<Vec<f64>>,
    /// Draws of the negative binomial's shape.
    pub shape: Vec<f64>,
    /// Draws of the drift's stationary standard deviation.
    pub drift_sd: Vec<f64>,
    /// Draws of the drift's time constant in rows.
    pub drift_time: Vec<f64>,
    /// Share of block proposals that were accepted: near 1 when the surrogate is close to the likelihood.
    pub acceptance: f64,
}

/// Runs the sampler with the given hyper-priors and effort.
///
/// # Errors
/// [`DesignError`] with the bad value when the design cannot be analysed.
pub fn sample(
    design: &Design,
    model: &Model,
    effort: Effort,
    seed: Seed,
) -> Result<Posterior, DesignError> {
    let (mut sampler, draws) = run(Problem::of(design, model)?, model, effort, seed);
    Ok(draws.sum_up(design, model, &mut sampler))
}

/// Runs the chain on a problem.
pub(crate) fn run(problem: Problem, model: &Model, effort: Effort, seed: Seed) -> (Sampler, Draws) {
    let mut sampler = Sampler::new(problem, *model, ChaCha8Rng::seed_from_u64(seed.0));
    burn_in(&mut sampler, effort.burn_in);
    let mut draws = Draws::new(&sampler);
    let every = (effort.keep / 200).max(1);
    for sweep in 0..effort.keep {
        sampler.sweep(Check::Exact);
        draws.take(&sampler);
        if sweep % every == 0 {
            draws.take_shares(&sampler);
            draws.predictive.take(&mut sampler);
        }
    }
    (sampler, draws)
}

/// Lets the chain find the posterior and the surrogate follow it: the surrogate moves to where the linear predictor was
/// in the last stretch, three times; then it stays, which is what makes the later draws exact.
fn burn_in(sampler: &mut Sampler, sweeps: u32) {
    let stretches = [
        (sweeps / 8, Check::Trust),
        (sweeps / 8, Check::Trust),
        (sweeps / 4, Check::Exact),
        (sweeps / 2, Check::Exact),
    ];
    for (i, (length, check)) in stretches.into_iter().enumerate() {
        let n = sampler.state.eta.len();
        let mut sums = vec![(0.0, 0.0); n];
        for _ in 0..length {
            sampler.sweep(check);
            for (sum, eta) in sums.iter_mut().zip(&sampler.state.eta) {
                sum.0 += eta;
                sum.1 += eta * eta;
            }
        }
        if length >= 8 && i < 3 {
            let count = f64::from(length);
            let whereabouts = sums.iter().map(|(s, ss)| {
                let mean = s / count;
                Spot::new(mean, (ss / count - mean * mean).max(0.0) + 0.01)
            });
            sampler.relocate(whereabouts.collect());
        }
    }
}

/// The answer for a column before any data, per `per_amount` of its units: its prior under the nightly model.
#[must_use]
pub fn before_data(column: &Column, per_amount: f64) -> ColumnAnswer {
    before_data_in(&Model::nightly(), column, per_amount)
}

pub(crate) fn before_data_in(model: &Model, column: &Column, per_amount: f64) -> ColumnAnswer {
    let weight = match column.weight {
        Weight::Fixed(weight) => weight,
        Weight::Learned => model.mean_weight(),
    };
    let (mean, sd) = match column.slab {
        Slab::Given { mean, sd, per } => (mean * per_amount / per, sd * per_amount / per),
        Slab::Neutral => (0.0, model.width_median),
    };
    let prior = SpikeAndSlab { weight, mean, sd };
    ColumnAnswer {
        name: column.name.clone(),
        probability: prior.p_raises() + prior.p_lowers(),
        p_raises: prior.p_raises(),
        p_lowers: prior.p_lowers(),
        ratio: libm::exp(weight * mean),
        ratio_low: libm::exp(prior.quantile(0.05)),
        ratio_high: libm::exp(prior.quantile(0.95)),
        ratio_if_real: libm::exp(mean),
        per_amount,
        share: None,
        avoided_per_month: None,
        nights_to_clear: None,
        travels_with: Vec::new(),
        dots: std::array::from_fn(|i| libm::exp(prior.quantile((i as f64 + 0.5) / 20.0))),
    }
}

/// Whether an answer says that its column was not learned about.
#[must_use]
pub fn is_silent(answer: &Answer, name: &str) -> bool {
    answer
        .notes
        .iter()
        .any(|note| matches!(note, Note::Constant(n) | Note::NeverObserved(n) if n == name))
}
