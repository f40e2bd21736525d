//! Measured outcomes (a mood, a score): the same engine with Gaussian noise; effects are differences, not ratios.

use crate::answer::Note;
use crate::design::{Column, Design, DesignError, Family, Observation, Season, Seed, Slab};
use crate::fit::run;
use crate::likelihood::{Likelihood, Seen};
use crate::model::{Effort, Model};
use crate::problem::Problem;

/// A design whose outcome is a number on a scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Measurements {
    /// Day number of each row, strictly ascending.
    pub days: Vec<i32>,
    /// What was measured; `None` is missing.
    pub outcome: Vec<Option<f64>>,
    /// The factors. A given slab is a difference of the outcome, in its own unit, per `per` units of the column; a
    /// neutral slab is on the scale of the outcome's standard deviation.
    pub columns: Vec<Column>,
    /// A yearly wave, in the outcome's standard deviations.
    pub season: Option<Season>,
}

/// The posterior of one column's effect on a measured outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The column's name.
    pub name: String,
    /// Posterior mean of the difference per `per_amount`, in the outcome's unit, spike included.
    pub mean: f64,
    /// 5 % point.
    pub low: f64,
    /// 95 % point.
    pub high: f64,
    /// Probability that the column is in at all.
    pub probability: f64,
    /// Probability that the difference is above 0.
    pub p_raises: f64,
    /// Probability that the difference is below 0.
    pub p_lowers: f64,
    /// Units of the column that the difference is for: 1 for yes/no, the standard deviation otherwise.
    pub per_amount: f64,
    /// Draws of the difference; empty for a column that never varies, of which nothing is learned.
    pub draws: Vec<f64>,
}

/// The posterior of all effects on a measured outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Differences {
    /// One a column, in the design's order. A column that never varies has no draws, and NaN nowhere: its mean and
    /// interval are 0.
    pub columns: Vec<Difference>,
    /// Draws of the outcome at average exposures, in its own unit.
    pub level: Vec<f64>,
    /// Draws of the noise's standard deviation, in the outcome's own unit.
    pub noise_sd: Vec<f64>,
    /// What a reader must know.
    pub notes: Vec<Note>,
}

/// Runs the sampler on a measured outcome.
///
/// # Errors
/// [`DesignError`] with the bad value when the design cannot be analysed; [`DesignError::BadNumber`] when the outcome
/// never varies.
pub fn differences(
    measurements: &Measurements,
    model: &Model,
    effort: Effort,
    seed: Seed,
) -> Result<Differences, DesignError> {
    let (centre, spread) = scale(&measurements.outcome)?;
    let design = Design {
        family: Family::Poisson,
        days: measurements.days.clone(),
        outcome: measurements
            .outcome
            .iter()
            .map(|y| y.map_or(Observation::Missing, |_| Observation::Exactly(1)))
            .collect(),
        offset: Vec::new(),
        columns: measurements
            .columns
            .iter()
            .map(|c| in_outcome_sds(c, spread))
            .collect(),
        season: measurements.season,
        first_drift: 0.0,
    };
    // The noise variance, in the outcome's own variance, takes the place of the shape: weakly known, around 1.
    let model = Model {
        log_shape_mean: 0.0,
        log_shape_sd: 1.5,
        ..*model
    };
    let mut problem = Problem::of(&design, &model)?;
    problem.family = Likelihood::Gaussian;
    problem.outcome = measurements
        .outcome
        .iter()
        .flatten()
        .map(|y| Seen::Measured((y - centre) / spread))
        .collect();
    let (sampler, draws) = run(problem, &model, effort, seed, &mut |_| {});
    let mut notes = sampler.problem.notes.clone();
    notes.extend(draws.predictive.notes());
    let columns = design
        .columns
        .iter()
        .zip(&sampler.problem.places)
        .map(|(column, place)| match place {
            Ok(j) => difference(
                column,
                &draws.effects[*j],
                spread,
                sampler.problem.live[*j].exposure.unit,
            ),
            Err(_) => difference(column, &[], spread, 1.0),
        })
        .collect();
    Ok(Differences {
        columns,
        level: draws.fixed[0].iter().map(|x| centre + spread * x).collect(),
        noise_sd: draws
            .shape
            .iter()
            .map(|v| spread * libm::sqrt(*v))
            .collect(),
        notes,
    })
}

/// Mean and standard deviation of the outcome.
fn scale(outcome: &[Option<f64>]) -> Result<(f64, f64), DesignError> {
    for (row, value) in outcome.iter().enumerate() {
        if let Some(value) = *value
            && !(value.is_finite() && value.abs() < 1e150)
        {
            return Err(DesignError::BadCell {
                what: "the outcome".into(),
                row,
                value,
            });
        }
    }
    let seen: Vec<f64> = outcome.iter().copied().flatten().collect();
    if outcome.is_empty() {
        return Err(DesignError::NoRows);
    }
    if seen.is_empty() {
        return Err(DesignError::AllMissing {
            rows: outcome.len(),
        });
    }
    let n = seen.len() as f64;
    let centre = seen.iter().sum::<f64>() / n;
    let spread = libm::sqrt(
        seen.iter()
            .map(|y| (y - centre) * (y - centre))
            .sum::<f64>()
            / n,
    );
    if spread.is_normal() {
        Ok((centre, spread))
    } else {
        Err(DesignError::BadNumber {
            what: "the outcome's standard deviation".into(),
            value: spread,
        })
    }
}

fn in_outcome_sds(column: &Column, spread: f64) -> Column {
    let slab = match column.slab {
        Slab::Given { mean, sd, per } => Slab::Given {
            mean: mean / spread,
            sd: sd / spread,
            per,
        },
        Slab::Neutral => Slab::Neutral,
    };
    Column {
        slab,
        ..column.clone()
    }
}

fn difference(column: &Column, effects: &[f64], spread: f64, unit: f64) -> Difference {
    let draws: Vec<f64> = effects.iter().map(|b| b * spread).collect();
    let mut sorted = draws.clone();
    sorted.sort_by(f64::total_cmp);
    let n = draws.len().max(1) as f64;
    let share = |f: fn(&f64) -> bool| draws.iter().filter(|b| f(b)).count() as f64 / n;
    let at = |p: f64| {
        sorted
            .get(((p * n) as usize).min(sorted.len().saturating_sub(1)))
            .copied()
            .unwrap_or(0.0)
    };
    Difference {
        name: column.name.clone(),
        mean: draws.iter().sum::<f64>() / n,
        low: at(0.05),
        high: at(0.95),
        probability: share(|b| *b != 0.0),
        p_raises: share(|b| *b > 0.0),
        p_lowers: share(|b| *b < 0.0),
        per_amount: unit,
        draws,
    }
}
