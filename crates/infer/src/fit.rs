//! From a design to an answer: runs the sampler and sums up its draws.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use crate::answer::Answer;
use crate::design::{Design, DesignError, Seed};
use crate::draws::{Draws, Posterior};
use crate::likelihood::Spot;
use crate::model::{Effort, Model};
use crate::problem::Problem;
use crate::sampler::{Check, Sampler};
use crate::stand_in::StandIn;

/// Changes whenever the same design and seed may give other numbers.
pub const ENGINE_VERSION: &str = "7";

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
///         slab: Slab::Learned,
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
    fit_watched(design, seed, &mut |_| {})
}

/// As [`fit`]; after each sweep `watch` is told what share of the work is done, from 0 to 1.
///
/// # Errors
/// [`DesignError`] with the bad value when the design cannot be analysed.
pub fn fit_watched(
    design: &Design,
    seed: Seed,
    watch: &mut dyn FnMut(f64),
) -> Result<Answer, DesignError> {
    let model = Model::nightly();
    let (mut sampler, draws) = run(
        Problem::of(design, &model)?,
        &model,
        Effort::quick(),
        seed,
        watch,
    );
    Ok(draws.sum_up(design, &model, &mut sampler).answer)
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
    sample_with(design, model, effort, seed, StandIn::Checked)
}

/// Runs the sampler with another stand-in for each outcome's likelihood, for measuring what the usual one is worth.
///
/// # Errors
/// [`DesignError`] with the bad value when the design cannot be analysed.
pub fn sample_with(
    design: &Design,
    model: &Model,
    effort: Effort,
    seed: Seed,
    stand_in: StandIn,
) -> Result<Posterior, DesignError> {
    let problem = Problem::of(design, model)?;
    let mut sampler = Sampler::new(problem, *model, ChaCha8Rng::seed_from_u64(seed.0));
    sampler.stand_in = stand_in;
    let draws = run_on(&mut sampler, effort, &mut |_| {});
    Ok(draws.sum_up(design, model, &mut sampler))
}

/// Runs the chain on a problem, and tells `watch` the share that is done.
pub(crate) fn run(
    problem: Problem,
    model: &Model,
    effort: Effort,
    seed: Seed,
    watch: &mut dyn FnMut(f64),
) -> (Sampler, Draws) {
    let mut sampler = Sampler::new(problem, *model, ChaCha8Rng::seed_from_u64(seed.0));
    let draws = run_on(&mut sampler, effort, watch);
    (sampler, draws)
}

fn run_on(sampler: &mut Sampler, effort: Effort, watch: &mut dyn FnMut(f64)) -> Draws {
    let all = f64::from(effort.burn_in) + f64::from(effort.keep);
    burn_in(sampler, effort.burn_in, &mut |swept| {
        watch(f64::from(swept) / all);
    });
    let mut draws = Draws::new(sampler);
    let every = (effort.keep / 200).max(1);
    for sweep in 0..effort.keep {
        sampler.sweep(Check::Exact);
        draws.take(sampler);
        if sweep % every == 0 {
            draws.take_shares(sampler);
            draws.predictive.take(sampler);
        }
        watch(f64::from(effort.burn_in + sweep + 1) / all);
    }
    draws
}

/// Times that the surrogate may look for the posterior.
const ATTEMPTS: u32 = 4;

/// Lets the chain find the posterior and the surrogate follow it; where hardly a proposal is accepted in the end, the
/// surrogate followed the chain to where it is no good, and both look again from there.
fn burn_in(sampler: &mut Sampler, sweeps: u32, watch: &mut dyn FnMut(u32)) {
    let mut furthest = 0;
    for _ in 0..ATTEMPTS {
        follow(sampler, sweeps, &mut |swept| {
            furthest = swept.max(furthest);
            watch(furthest);
        });
        if 4 * sampler.accepted >= sampler.proposed {
            break;
        }
    }
}

/// The surrogate moves to where the linear predictor was in the last stretch, three times; then it stays, which is what
/// makes the later draws exact.
fn follow(sampler: &mut Sampler, sweeps: u32, watch: &mut dyn FnMut(u32)) {
    let stretches = [
        (sweeps / 8, Check::Trust),
        (sweeps / 8, Check::Trust),
        (sweeps / 4, Check::Exact),
        (sweeps / 2, Check::Exact),
    ];
    let mut swept = 0;
    for (i, (length, check)) in stretches.into_iter().enumerate() {
        let n = sampler.state.eta.len();
        let mut sums = vec![(0.0, 0.0); n];
        for _ in 0..length {
            sampler.sweep(check);
            swept += 1;
            watch(swept);
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
