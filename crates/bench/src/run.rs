//! Every method on every diary.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use anyhow::Result;
use infer::Effort;
use simulate::Generator;

use crate::case::Case;
use crate::methods::horseshoe::{self, Horseshoe};
use crate::methods::{Method, Verdict, days_with, engine, negative_binomial, rank_correlation};

/// What is run.
pub(crate) struct Plan {
    /// Diaries for each generator and size.
    pub(crate) sets: u64,
    /// Nights and factors.
    pub(crate) sizes: Vec<(usize, usize)>,
    /// Of the engine and the oracle.
    pub(crate) effort: Effort,
    /// Of the first diary.
    pub(crate) seed: u64,
    /// Diaries at a time.
    pub(crate) jobs: usize,
}

/// What a method said about one diary.
pub(crate) struct Outcome {
    /// Name of what made the diary.
    pub(crate) generator: String,
    pub(crate) size: (usize, usize),
    pub(crate) seed: u64,
    pub(crate) method: Method,
    pub(crate) seconds: f64,
    pub(crate) judged: Vec<Judged>,
}

/// One factor of it.
pub(crate) struct Judged {
    pub(crate) verdict: Verdict,
    pub(crate) real: bool,
    /// The true log rate ratio, where there is one.
    pub(crate) effect: Option<f64>,
}

impl Outcome {
    fn of(case: &Case, method: Method, seconds: f64, verdicts: Vec<Verdict>) -> Self {
        let judged = verdicts.into_iter().zip(&case.factors);
        Self {
            generator: case.generator.clone(),
            size: case.size,
            seed: case.seed,
            method,
            seconds,
            judged: judged
                .map(|(verdict, factor)| Judged {
                    verdict,
                    real: factor.real,
                    effect: factor.effect,
                })
                .collect(),
        }
    }
}

/// All methods of this program, in the order of the diaries whatever the number of jobs.
pub(crate) fn run(plan: &Plan) -> Result<Vec<Outcome>> {
    let tasks = tasks(plan);
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..plan.jobs {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(&(generator, size, seed)) = tasks.get(at) else {
                        break;
                    };
                    let case = Case::generate(generator, size, seed);
                    let outcomes =
                        all_methods(&case, plan.effort, || engine::judge(&case, plan.effort));
                    done.lock()
                        .unwrap_or_else(std::sync::PoisonError::into_inner)
                        .push((at, outcomes));
                }
            });
        }
    });
    let mut done = done
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    let mut all = Vec::new();
    for (_, outcomes) in done {
        all.extend(outcomes?);
    }
    Ok(all)
}

fn tasks(plan: &Plan) -> Vec<(Generator, (usize, usize), u64)> {
    let mut tasks = Vec::new();
    for &size in &plan.sizes {
        for generator in Generator::ALL {
            tasks.extend((plan.seed..plan.seed + plan.sets).map(|seed| (generator, size, seed)));
        }
    }
    tasks
}

/// What every method of this program says; `ours` is the engine's word, `effort` the oracle's.
pub(crate) fn all_methods(
    case: &Case,
    effort: Effort,
    ours: impl Fn() -> Result<Vec<Verdict>>,
) -> Result<Vec<Outcome>> {
    let mut outcomes = Vec::new();
    for method in Method::ALL {
        let started = Instant::now();
        let verdicts = match method {
            Method::Engine => ours()?,
            Method::Oracle => engine::judge_as_oracle(case, effort)?,
            Method::NegativeBinomial => negative_binomial::judge(case),
            Method::RankCorrelation => rank_correlation::judge(case),
            Method::DaysWith => days_with::judge(case),
            Method::Horseshoe => continue,
        };
        outcomes.push(Outcome::of(
            case,
            method,
            started.elapsed().as_secs_f64(),
            verdicts,
        ));
    }
    Ok(outcomes)
}

/// The horseshoe on the first diaries of each size, the generators in turn.
pub(crate) fn run_horseshoe(
    plan: &Plan,
    horseshoe: &Horseshoe,
    sets: usize,
) -> Result<Vec<Outcome>> {
    let mut outcomes = Vec::new();
    for &size in &plan.sizes {
        let in_turn = (plan.seed..plan.seed + plan.sets)
            .flat_map(|seed| Generator::ALL.map(|generator| (generator, seed)));
        let cases: Vec<Case> = in_turn
            .take(sets)
            .map(|(generator, seed)| Case::generate(generator, size, seed))
            .collect();
        let answers = horseshoe::judge(horseshoe, &cases)?;
        for (case, (seconds, verdicts)) in cases.iter().zip(answers) {
            outcomes.push(Outcome::of(case, Method::Horseshoe, seconds, verdicts));
        }
    }
    Ok(outcomes)
}
