//! The posterior of a trial's effect: the engine with a drift, a straight trend and one column for arm A.

use super::data::{CarryOver, Outcomes, Trial};
use super::refusal::TrialError;
use crate::answer::Note;
use crate::continuous::{Likeness, Measurements, Mixture, Regressor, differences};
use crate::design::{Column, Design, Family, Kind, Observation, Seed, Slab, Weight};
use crate::fit::sample;
use crate::model::{Effort, Model};

/// Prior standard deviation of a log ratio: wide, so that the nights speak. 90 % within a twelfth and twelve. With 1 in place
/// of 1.5, rare events without an effect were covered too often (97 % at one event a week).
pub const RATIO_PRIOR_SD: f64 = 1.5;
/// Prior standard deviation of a difference, in standard deviations of the outcome.
pub const DIFFERENCE_PRIOR_SD: f64 = 2.0;
/// Prior standard deviation of the straight trend from the first night to the last: a log ratio, or standard deviations.
const TREND_PRIOR_SD: f64 = 1.0;

/// What an effect is measured by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Events a night under A over those under B.
    RateRatio,
    /// Odds of a night with over without, under A over those under B.
    OddsRatio,
    /// Mean under A less mean under B, in the outcome's unit.
    MeanDifference,
}

/// The posterior of an effect of A against B.
#[derive(Clone, Debug, PartialEq)]
pub struct Effect {
    /// What the numbers below are.
    pub measure: Measure,
    /// The posterior mean; of a ratio, exp of the mean of its logarithm.
    pub estimate: f64,
    /// 5 % point.
    pub low: f64,
    /// 95 % point.
    pub high: f64,
    /// Twenty equally likely values, ascending (for dot plots).
    pub dots: [f64; 20],
    /// Probability that it is below no effect.
    pub p_lower: f64,
    /// Posterior mean of the log ratio, or of the difference: for pooling with other trials.
    pub mean: f64,
    /// Its standard deviation.
    pub sd: f64,
}

impl Effect {
    /// Sums up the posterior of a difference.
    fn of_mixture(difference: &Mixture) -> Self {
        Self {
            measure: Measure::MeanDifference,
            estimate: difference.mean(),
            low: difference.quantile(0.05),
            high: difference.quantile(0.95),
            dots: std::array::from_fn(|i| difference.quantile((i as f64 + 0.5) / 20.0)),
            p_lower: difference.cdf(0.0),
            mean: difference.mean(),
            sd: difference.sd(),
        }
    }

    /// Sums up draws of a log ratio.
    fn of_draws(measure: Measure, mut draws: Vec<f64>) -> Self {
        let n = draws.len().max(1) as f64;
        let mean = draws.iter().sum::<f64>() / n;
        let variance = draws.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / n;
        draws.sort_by(f64::total_cmp);
        let at = |p: f64| {
            let place = ((p * n) as usize).min(draws.len().saturating_sub(1));
            libm::exp(draws.get(place).copied().unwrap_or(0.0))
        };
        Self {
            measure,
            estimate: libm::exp(mean),
            low: at(0.05),
            high: at(0.95),
            dots: std::array::from_fn(|i| at((i as f64 + 0.5) / 20.0)),
            // Half a draw more on either side: so many draws do not make anything certain.
            p_lower: (draws.iter().filter(|x| **x < 0.0).count() as f64 + 0.5) / (n + 1.0),
            mean,
            sd: libm::sqrt(variance),
        }
    }
}

/// The effect of a full exposure to A against none, and what the engine noticed.
pub(super) fn effect(
    trial: &Trial,
    exposure: &[Option<f64>],
    effort: Effort,
    seed: Seed,
) -> Result<(Effect, Vec<Note>), TrialError> {
    let model = Model::nightly();
    let exposure = match trial.carry_over {
        CarryOver::None => exposure.to_vec(),
        CarryOver::HalfLife(half_life) => carried(&trial.days, exposure, half_life),
    };
    let counted = |family, outcome: Vec<Observation>, measure| {
        let design = Design {
            family,
            days: trial.days.clone(),
            outcome,
            offset: Vec::new(),
            columns: columns(trial, &exposure),
            season: None,
            first_drift: 0.0,
        };
        let posterior = sample(&design, &model, effort, seed)?;
        let unit = posterior.answer.columns[0].per_amount;
        let draws = posterior.effects[0].iter().map(|b| b / unit).collect();
        Ok((Effect::of_draws(measure, draws), posterior.answer.notes))
    };
    match &trial.outcomes {
        Outcomes::Counts(all) => counted(Family::NegativeBinomial, all.clone(), Measure::RateRatio),
        Outcomes::YesNo(all) => {
            let outcome = (all.iter())
                .map(|yes| yes.map_or(Observation::Missing, |yes| Observation::Exactly(yes.into())))
                .collect();
            counted(Family::Binary, outcome, Measure::OddsRatio)
        }
        Outcomes::Measured(all) => measured(trial, &exposure, all),
    }
}

/// The difference of a measured outcome, with the likeness of neighbouring nights integrated over.
fn measured(
    trial: &Trial,
    exposure: &[Option<f64>],
    outcome: &[Option<f64>],
) -> Result<(Effect, Vec<Note>), TrialError> {
    let (centre, spread) = middle_and_spread(outcome);
    let first = trial.days.first().copied().unwrap_or(0);
    let length = trial.days.last().map_or(1, |last| (last - first).max(1));
    let along = |day: &i32| Some(f64::from(*day - first) / f64::from(length));
    let column = |name: &str, values, sd| Regressor {
        name: name.to_owned(),
        values,
        prior_sd: sd * spread,
    };
    let found = differences(&Measurements {
        days: trial.days.clone(),
        outcome: outcome.to_vec(),
        columns: vec![
            column("arm A", exposure.to_vec(), DIFFERENCE_PRIOR_SD),
            column(
                "trend",
                trial.days.iter().map(along).collect(),
                TREND_PRIOR_SD,
            ),
        ],
        likeness: Likeness::Learned,
        centre,
        spread,
    })?;
    Ok((Effect::of_mixture(&found.columns[0]), found.notes))
}

/// Arm A, then the straight trend; both always in.
fn columns(trial: &Trial, exposure: &[Option<f64>]) -> Vec<Column> {
    let all_or_none = exposure.iter().flatten().all(|x| *x == 0.0 || *x == 1.0);
    let first = trial.days.first().copied().unwrap_or(0);
    let last = trial.days.last().copied().unwrap_or(0);
    let column = |name: &str, values, kind, sd, per| Column {
        name: name.to_owned(),
        values,
        kind,
        reference: 0.0,
        half_life: 0.0,
        weight: Weight::Fixed(1.0),
        slab: Slab::Given { mean: 0.0, sd, per },
    };
    let kind = if all_or_none {
        Kind::YesNo
    } else {
        Kind::Amount
    };
    let time = trial
        .days
        .iter()
        .map(|day| Some(f64::from(*day - first)))
        .collect();
    vec![
        column("arm A", exposure.to_vec(), kind, RATIO_PRIOR_SD, 1.0),
        column(
            "trend",
            time,
            Kind::Amount,
            TREND_PRIOR_SD,
            f64::from((last - first).max(1)),
        ),
    ]
}

/// The exposure as it acts when it builds up and fades with a half-life: each night it comes closer to what is done, from
/// nothing before the first. Nights without a row, or without a record, go on as the night before.
fn carried(days: &[i32], exposure: &[Option<f64>], half_life: f64) -> Vec<Option<f64>> {
    let (mut acting, mut doing) = (0.0, 0.0);
    let mut previous = days.first().copied().unwrap_or(0) - 1;
    let mut all = Vec::with_capacity(days.len());
    for (&day, done) in days.iter().zip(exposure) {
        let left = |nights: i32| libm::exp2(-f64::from(nights) / half_life);
        let between = left(day - previous - 1);
        acting = doing + (acting - doing) * between;
        doing = done.unwrap_or(doing);
        acting = doing + (acting - doing) * left(1);
        previous = day;
        all.push(Some(acting));
    }
    all
}

fn middle_and_spread(outcome: &[Option<f64>]) -> (f64, f64) {
    let seen: Vec<f64> = outcome.iter().copied().flatten().collect();
    let n = seen.len().max(1) as f64;
    let mean = seen.iter().sum::<f64>() / n;
    let squares: f64 = seen.iter().map(|y| (y - mean) * (y - mean)).sum();
    (mean, libm::sqrt(squares / n))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_half_life_halves_the_distance() {
        let exposure = [1.0, 1.0, 0.0, 0.0].map(Some);
        let acting = carried(&[0, 1, 2, 4], &exposure, 1.0);
        let expected = [0.5, 0.75, 0.375, 0.093_75];
        for (a, b) in acting.iter().zip(expected) {
            assert!((a.unwrap() - b).abs() < 1e-12, "{acting:?}");
        }
    }
}
