//! A benchmark diary as a plain table, with the truth beside it.

use crate::columns::{self, Column};
use crate::draw::Draw;
use crate::rate;
use crate::recipe::{Effect, Noise, Recipe, Silence};

/// A synthetic diary and what is true about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Generated {
    /// Day number of each night, counted from 1 January 1970, one after the other.
    pub days: Vec<i32>,
    /// Cramps of each night; `None` when nobody answered.
    pub counts: Vec<Option<u32>>,
    /// Names of the factors: `f01`, `f02` ...
    pub names: Vec<String>,
    /// One column a factor, one value a night; `None` when nobody answered.
    pub values: Vec<Vec<Option<f64>>>,
    /// What each factor truly does, as a log rate ratio: for yes against no, or per standard deviation of an amount.
    /// 0 means that it does nothing. For a threshold it is the step; for an interaction the effect without the other.
    pub truth: Vec<f64>,
}

/// Generates a diary. The same recipe and seed give the same bytes.
#[must_use]
pub fn generate(recipe: &Recipe, seed: u64) -> Generated {
    let mut draw = Draw::seeded(seed);
    let columns = columns::columns(recipe.nights, recipe.factors, &mut draw);
    let truth = within_reach(truth(recipe, &mut draw), &columns);
    // Some day from 2022 to 2025.
    let first = 19_000 + draw.below(1_460) as i32;
    let days: Vec<i32> = (first..).take(recipe.nights).collect();
    let log_rates = log_rates(recipe, &days, &columns, &truth, &mut draw);
    let counts = counts(recipe.noise, &log_rates, &mut draw);
    let digits = recipe.factors.to_string().len().max(2);
    Generated {
        days,
        counts: silenced_nights(recipe.silence, &counts, &mut draw),
        names: (1..=recipe.factors)
            .map(|n| format!("f{n:0digits$}"))
            .collect(),
        values: silenced_answers(recipe.silence, &columns, &mut draw),
        truth,
    }
}

/// Assumption: a factor that matters changes the rate by 1.4 to 3 times, three in four upwards; before
/// [`within_reach`].
fn truth(recipe: &Recipe, draw: &mut Draw) -> Vec<f64> {
    let mut truth = vec![0.0; recipe.factors];
    let mut left: Vec<usize> = (0..recipe.factors).collect();
    for _ in 0..recipe.real.of(recipe.factors).min(recipe.factors) {
        let chosen = left.swap_remove(draw.below(left.len()));
        let size = draw.between(libm::log(1.4), libm::log(3.0));
        truth[chosen] = if draw.chance(0.75) { size } else { -size };
    }
    truth
}

/// Most that all effects together may spread the log rate of the nights (a standard deviation).
const REACH: f64 = 1.0;

/// Assumption: however many factors matter, bad and good nights differ about as much; so where many matter, each does
/// less. Shrinking the effects themselves keeps them true, which cutting off the log rate would not.
fn within_reach(truth: Vec<f64>, columns: &[Column]) -> Vec<f64> {
    let variance: f64 = columns
        .iter()
        .zip(&truth)
        .map(|(column, effect)| {
            let n = column.standard.len() as f64;
            let mean = column.standard.iter().sum::<f64>() / n;
            let squares = column
                .standard
                .iter()
                .map(|x| (x - mean) * (x - mean))
                .sum::<f64>();
            effect * effect * squares / n
        })
        .sum();
    let shrink = (REACH / libm::sqrt(variance)).min(1.0);
    truth.into_iter().map(|effect| effect * shrink).collect()
}

/// The log rate of each night; a diary has 0.5 to 1 cramps a night (the lower end of `app-user-nightly-rate`).
fn log_rates(
    recipe: &Recipe,
    days: &[i32],
    columns: &[Column],
    truth: &[f64],
    draw: &mut Draw,
) -> Vec<f64> {
    let mut log_rates = rate::drift(recipe.drift, recipe.nights, draw);
    for (log_rate, &day) in log_rates.iter_mut().zip(days) {
        *log_rate += rate::season(f64::from(day));
    }
    let real = || {
        columns
            .iter()
            .zip(truth)
            .filter(|(_, truth)| **truth != 0.0)
    };
    for (column, &effect) in real() {
        let cut = columns::quantile(&column.standard, 0.7);
        for (log_rate, &x) in log_rates.iter_mut().zip(&column.standard) {
            *log_rate += match recipe.effect {
                Effect::Threshold if !column.yes_no => effect * f64::from(u8::from(x > cut)),
                _ => effect * x,
            };
        }
    }
    if recipe.effect == Effect::Interaction {
        let mut first_two = real();
        if let (Some((one, effect_one)), Some((other, effect_other))) =
            (first_two.next(), first_two.next())
        {
            for (night, log_rate) in log_rates.iter_mut().enumerate() {
                if one.standard[night] > 0.0 && other.standard[night] > 0.0 {
                    *log_rate +=
                        effect_one * one.standard[night] + effect_other * other.standard[night];
                }
            }
        }
    }
    let level = rate::level(&log_rates, draw.between(0.5, 1.0));
    log_rates.iter().map(|x| x + level).collect()
}

fn counts(noise: Noise, log_rates: &[f64], draw: &mut Draw) -> Vec<u32> {
    let shape = draw.between(2.0, 4.0);
    let quiet = draw.between(0.15, 0.25);
    let mut count = |log_rate: f64| {
        let rate = libm::exp(log_rate);
        let mean = match noise {
            Noise::NegativeBinomial => rate * draw.gamma(shape),
            // Half the log variance less, so that the mean stays.
            Noise::LogNormal => rate * libm::exp(0.6 * draw.normal() - 0.18),
            Noise::ZeroInflated if draw.chance(quiet) => 0.0,
            Noise::ZeroInflated => rate / (1.0 - quiet),
        };
        draw.poisson(mean)
    };
    log_rates.iter().map(|&log_rate| count(log_rate)).collect()
}

fn silenced_nights(silence: Silence, counts: &[u32], draw: &mut Draw) -> Vec<Option<u32>> {
    let chance = |count| match silence {
        Silence::AtRandom => 0.10,
        Silence::NotAtRandom if count == 0 => 0.16,
        Silence::NotAtRandom => 0.04,
    };
    counts
        .iter()
        .map(|&count| {
            if draw.chance(chance(count)) {
                None
            } else {
                Some(count)
            }
        })
        .collect()
}

/// One check-in in 25 is left out whole; of the others, each answer with its own probability.
fn silenced_answers(
    silence: Silence,
    columns: &[Column],
    draw: &mut Draw,
) -> Vec<Vec<Option<f64>>> {
    let nights = columns.first().map_or(0, |column| column.values.len());
    let left_out: Vec<bool> = (0..nights).map(|_| draw.chance(0.04)).collect();
    columns
        .iter()
        .map(|column| {
            let usual = draw.between(0.06, 0.11);
            let chance = |x: f64| match silence {
                Silence::AtRandom => usual,
                Silence::NotAtRandom if x > 0.0 => 4.0 / 3.0 * usual,
                Silence::NotAtRandom => 2.0 / 3.0 * usual,
            };
            let told = column.values.iter().zip(&column.standard).zip(&left_out);
            told.map(|((&value, &x), &out)| {
                if out || draw.chance(chance(x)) {
                    None
                } else {
                    Some(value)
                }
            })
            .collect()
        })
        .collect()
}
