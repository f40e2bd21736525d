//! Simulation-based calibration: parameters drawn from the model's own prior, data drawn from them, and the rank of the
//! truth among the posterior's draws, which must be uniform (Talts and others 2018, arXiv 1804.06788).
//!
//! Ranks of level, effects under given and learned slabs, spread, drift, the learned weight, width and centre, and of a
//! derived number (the log rate of the last night). `probability` is no draw: it gets a reliability curve instead.
//!
//! 150 fits here; `SOLEUS_SBC_FITS=1000 cargo nextest run -p infer --no-capture -E 'binary(calibration)'` for the full number.
//! Exposures are complete here: their own process is estimated from the data, not part of the prior.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

use infer::{
    Column, Design, DriftPrior, Effort, Family, Kind, Model, Observation, Seed, Slab, Weight,
    sample,
};
use rand::{Rng, RngExt};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rand_distr::{Beta, Distribution, Gamma, Poisson, StandardNormal};

const ROWS: usize = 50;
const RANKS: usize = 100;
const BINS: usize = 10;
/// Chi-square with 9 degrees of freedom exceeds this with probability 1e-5: 5e-4 over 14 quantities and 3 families.
const CRITICAL: f64 = 38.3;

fn normal(rng: &mut impl Rng) -> f64 {
    StandardNormal.sample(rng)
}

fn model() -> Model {
    Model {
        level_sd: 1.0,
        drift: Some(DriftPrior {
            sd_scale: 0.6,
            time_median: 8.0,
            time_log_sd: 0.7,
        }),
        ..Model::nightly()
    }
}

struct Truth {
    level: f64,
    effects: Vec<f64>,
    weight: f64,
    width: f64,
    centre: f64,
    /// Linear predictor of the last night with an outcome.
    latest: f64,
    shape: f64,
    drift_sd: f64,
    drift_time: f64,
}

/// A design whose columns cover given and learned weights, yes/no and amounts.
fn columns(rng: &mut impl Rng) -> Vec<Column> {
    let slab = |mean: f64, sd: f64| Slab::Given { mean, sd, per: 1.0 };
    let specs = [
        (Weight::Fixed(0.5), slab(0.4, 0.4), Kind::YesNo),
        (Weight::Fixed(1.0), slab(0.0, 0.5), Kind::Amount),
        (Weight::Learned, slab(0.0, 0.6), Kind::YesNo),
        (Weight::Learned, Slab::Learned, Kind::Amount),
        (Weight::Learned, Slab::Learned, Kind::YesNo),
        (Weight::Fixed(0.7), Slab::Learned, Kind::Amount),
    ];
    specs
        .iter()
        .enumerate()
        .map(|(j, &(weight, slab, kind))| Column {
            name: format!("x{j}"),
            values: (0..ROWS)
                .map(|_| {
                    Some(match kind {
                        Kind::YesNo => f64::from(u8::from(rng.random::<f64>() < 0.4)),
                        Kind::Amount => normal(rng),
                    })
                })
                .collect(),
            kind,
            reference: 0.0,
            half_life: 0.0,
            weight,
            slab,
        })
        .collect()
}

/// What a step of the learned slab stands for: 1 for yes/no, the standard deviation for amounts.
fn spread(column: &Column) -> f64 {
    let values: Vec<f64> = column.values.iter().copied().flatten().collect();
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|v| (v - mean) * (v - mean)).sum();
    match column.kind {
        Kind::YesNo => 1.0,
        Kind::Amount => libm::sqrt(squares / (n - 1.0)),
    }
}

fn one_of(choices: &[(f64, f64)], rng: &mut impl Rng) -> f64 {
    let mut left = rng.random::<f64>();
    for &(value, probability) in choices {
        left -= probability;
        if left < 0.0 {
            return value;
        }
    }
    choices.last().unwrap().0
}

/// Parameters from the prior and data from them. Effects are per unit of the column.
fn simulate(family: Family, rng: &mut impl Rng) -> (Design, Truth) {
    let model = model();
    let columns = columns(rng);
    let weight = Beta::new(model.weight_beta.0, model.weight_beta.1)
        .unwrap()
        .sample(rng);
    let width = one_of(&model.widths(), rng);
    let centre = model.centre_mean + model.centre_sd * normal(rng);
    let effects: Vec<f64> = columns
        .iter()
        .map(|c| {
            let inside = match c.weight {
                Weight::Fixed(w) => w,
                Weight::Learned => weight,
            };
            let effect = match c.slab {
                Slab::Given { mean, sd, .. } => mean + sd * normal(rng),
                Slab::Learned => (centre + width * normal(rng)) / spread(c),
            };
            if rng.random::<f64>() < inside {
                effect
            } else {
                0.0
            }
        })
        .collect();
    let level = model.level_sd * normal(rng);
    let shape = libm::exp(model.log_shape_mean + model.log_shape_sd * normal(rng));
    let prior = model.drift.unwrap();
    let drift_sd = prior.sd_scale * normal(rng).abs();
    let drift_time = prior.time_median * libm::exp(prior.time_log_sd * normal(rng));
    let step = libm::exp(-1.0 / drift_time);
    let first_drift = 0.35;
    let mut drift = drift_sd * normal(rng);
    let mut outcome = Vec::new();
    let mut latest = 0.0;
    for t in 0..ROWS {
        if t > 0 {
            drift = step * drift + drift_sd * libm::sqrt(1.0 - step * step) * normal(rng);
        }
        // The engine's level is the one at average exposures.
        let columns_here: f64 = columns
            .iter()
            .zip(&effects)
            .map(|(c, b)| {
                let mean = c.values.iter().flatten().sum::<f64>() / ROWS as f64;
                b * (c.values[t].unwrap() - mean)
            })
            .sum();
        let eta = level + drift + first_drift * libm::pow(step, t as f64) + columns_here;
        let mean = libm::exp(eta.min(12.0));
        let poisson = |rate: f64, rng: &mut _| -> f64 {
            if rate < 1e-9 {
                0.0
            } else {
                Poisson::new(rate).unwrap().sample(rng)
            }
        };
        let count = match family {
            Family::Binary => f64::from(u8::from(rng.random::<f64>() < mean / (1.0 + mean))),
            Family::Poisson => poisson(mean, rng),
            Family::NegativeBinomial => {
                let rate = Gamma::new(shape, mean / shape).unwrap().sample(rng);
                poisson(rate, rng)
            }
        };
        if t % 9 != 4 {
            latest = eta;
        }
        // Every ninth night unanswered; every seventh known only as "at least".
        outcome.push(match (t % 9, t % 7, count as u32) {
            (4, _, _) => Observation::Missing,
            (_, 3, count @ 1..) => Observation::AtLeast(count.min(2)),
            (_, _, count) => Observation::Exactly(count),
        });
    }
    let days = (0..i32::try_from(ROWS).unwrap()).collect();
    let design = Design {
        family,
        days,
        outcome,
        offset: vec![],
        columns,
        season: None,
        first_drift,
    };
    (
        design,
        Truth {
            level,
            effects,
            weight,
            width,
            centre,
            latest,
            shape,
            drift_sd,
            drift_time,
        },
    )
}

/// Rank of the truth among evenly thinned draws, ties broken at random.
fn rank(truth: f64, draws: &[f64], rng: &mut impl Rng) -> usize {
    let thinned: Vec<f64> = draws
        .iter()
        .copied()
        .step_by(draws.len() / (RANKS - 1))
        .take(RANKS - 1)
        .collect();
    let below = thinned.iter().filter(|&&d| d < truth).count();
    let tied = thinned.iter().filter(|&&d| d == truth).count();
    below + rng.random_range(0..=tied)
}

fn check(family: Family, seed: u64) {
    let fits: u64 = std::env::var("SOLEUS_SBC_FITS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(150);
    let names = [
        "level",
        "x0",
        "x1",
        "x2",
        "x3",
        "x4",
        "x5",
        "weight",
        "width",
        "centre",
        "latest",
        "shape",
        "drift sd",
        "drift time",
    ];
    let mut counts = vec![[0.0; BINS]; names.len()];
    let mut told = Vec::new();
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    for fit in 0..fits {
        let (design, truth) = simulate(family, &mut rng);
        let Ok(posterior) = sample(
            &design,
            &model(),
            Effort {
                burn_in: 200,
                keep: 1980,
            },
            Seed(fit),
        ) else {
            panic!("a design from the prior was refused")
        };
        let unit = |j: usize| posterior.answer.columns[j].per_amount;
        let effect = |j: usize| (truth.effects[j] * unit(j), &posterior.effects[j]);
        let (widths, centres) = posterior.slab.iter().copied().unzip();
        for (column, effect) in posterior.answer.columns.iter().zip(&truth.effects) {
            let ratio = libm::exp(effect * column.per_amount);
            told.push((column.probability, (ratio - 1.0).abs() > 0.1));
        }
        let pairs = [
            (truth.level, &posterior.fixed[0]),
            effect(0),
            effect(1),
            effect(2),
            effect(3),
            effect(4),
            effect(5),
            (truth.weight, &posterior.weight),
            (truth.width, &widths),
            (truth.centre, &centres),
            (truth.latest, &posterior.latest),
            (truth.shape, &posterior.shape),
            (truth.drift_sd, &posterior.drift_sd),
            (truth.drift_time, &posterior.drift_time),
        ];
        for (bins, (truth, draws)) in counts.iter_mut().zip(pairs) {
            bins[rank(truth, draws, &mut rng) * BINS / RANKS] += 1.0;
        }
    }
    let expected = fits as f64 / BINS as f64;
    for (name, bins) in names.iter().zip(&counts) {
        if family != Family::NegativeBinomial && *name == "shape" {
            continue;
        }
        let statistic: f64 = bins
            .iter()
            .map(|b| (b - expected) * (b - expected) / expected)
            .sum();
        println!("{family:?} {name}: chi-square {statistic:.1} {bins:?}");
        assert!(
            statistic < CRITICAL,
            "{family:?} {name}: chi-square {statistic}, ranks {bins:?}"
        );
    }
    check_reliability(family, &told);
}

/// Of columns that are given a probability of about 30 %, about 30 % are real: in each fifth of the probabilities, the
/// number of real ones is within 4.5 standard errors of what was told.
fn check_reliability(family: Family, told: &[(f64, bool)]) {
    for fifth in 0..5 {
        let low = 0.2 * f64::from(fifth);
        let here = told
            .iter()
            .filter(|(p, _)| ((p - low) / 0.2).floor() == 0.0 || (fifth == 4 && *p == 1.0));
        let (mut number, mut expected, mut variance, mut real) = (0.0, 0.0, 0.0, 0.0);
        for &(p, is_real) in here {
            number += 1.0;
            expected += p;
            variance += p * (1.0 - p);
            real += f64::from(u8::from(is_real));
        }
        println!(
            "{family:?} told {low:.1} to {:.1}: {number} columns, {expected:.1} real expected, {real} real",
            low + 0.2
        );
        assert!(
            (real - expected).abs() <= 4.5 * libm::sqrt(variance) + 1.0,
            "{family:?}: of {number} columns told about {low:.1} to {:.1}, {real} are real instead of {expected:.1}",
            low + 0.2
        );
    }
}

#[test]
fn negative_binomial_ranks_are_uniform() {
    check(Family::NegativeBinomial, 1);
}

#[test]
fn poisson_ranks_are_uniform() {
    check(Family::Poisson, 2);
}

#[test]
fn binary_ranks_are_uniform() {
    check(Family::Binary, 3);
}
